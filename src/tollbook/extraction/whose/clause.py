"""Who does what a verb says, and whom the subject of a verb names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tollbook.extraction.names import Party
from tollbook.extraction.whose.case import Case
from tollbook.extraction.whose.words import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_BY = re.compile(r"\bby (?:the )?$")
_STEPS_UP = 8
"""How many words above the counted noun its verb is looked for."""
_CLAUSES_UP = 6
"""How many clauses above a verb its subject is looked for."""


def governor(case: Case) -> Token:
    """The verb above the counted noun, or above the number where it stands alone."""
    node = case.doc[case.measured.first] if case.head is None else case.head
    for _ in range(_STEPS_UP):
        if node.pos_ in ("VERB", "AUX") or node.head is node:
            break
        node = node.head
    return node


def subject(verb: Token) -> Token | None:
    """Who does what ``verb`` says, across "is said to have", "announced that it will", "after losing" and "by"."""
    node = verb
    for _ in range(_CLAUSES_UP):
        own = _own_subject(node, passive=node is not verb)
        if own is not None and own.lower_ not in listed("pronouns"):
            return own
        agent = _agent(node, loose=node is verb)
        if agent is not None:
            return agent
        if node.dep_ in ("acl", "relcl") and node.head.pos_ in ("NOUN", "PROPN"):
            return node.head
        if node.head is node or _closed(node, own):
            return own
        node = node.head
    return None


def _own_subject(verb: Token, *, passive: bool) -> Token | None:
    """The subject of the verb itself or of its auxiliary's; that of a passive only where ``passive``."""
    near = [*verb.children, *(g for c in verb.children if c.dep_ == "aux" for g in c.children)]
    return next((c for c in near if c.dep_ == "nsubj" or (c.dep_ == "nsubjpass" and passive)), None)


def _agent(verb: Token, *, loose: bool) -> Token | None:
    """Who stands behind the verb's "by"; ``loose``: also where the parse takes it for a mere preposition."""
    by = (c for c in verb.children if c.dep_ == "agent" or (loose and c.dep_ == "prep" and c.lower_ == "by"))
    return next((g for c in by for g in c.children if g.dep_ == "pobj"), None)


def _closed(verb: Token, own: Token | None) -> bool:
    """Whether no clause above can tell the verb's subject."""
    if own is None:
        return verb.dep_ == "ccomp" and any(c.dep_ == "nsubjpass" for c in verb.children)
    return verb.dep_ not in ("ccomp", "advcl", "conj")


def named_by(case: Case, subject: Token) -> list[Party]:
    """The parties a subject names: in front of its head, beside it, or behind its "of"."""
    found = [p for p in case.up_to(subject) if not _BY.search(case.text[: p.start])]
    if found:
        return found if any(c.dep_ == "conj" for c in subject.children) else found[-1:]
    beside = [p for c in subject.children if c.dep_ == "appos" for p in case.up_to(c)]
    if beside:
        return beside[:1]
    of = next((c for c in subject.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return [] if of is None else case.behind(of)[:1]
