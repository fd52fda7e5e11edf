"""Whether a counted deed is yet to come: "will send", "plans to call up", "pledged 40"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tollbook.claim import Span
from tollbook.extraction.when.mentioned import Mentioned
from tollbook.extraction.when.tree import SUBJECTS, auxiliaries, has_have, has_subject, path
from tollbook.extraction.when.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = re.compile(r"\bthe $", re.I)
_PLANNED = re.compile(r"\b(planned|proposed|promised|pledged|intended) $", re.I)
_ALREADY = re.compile(r"\W*(?:\w+\W+){0,2}already\b", re.I)


def plan(it: Mentioned) -> Span | None:
    """The words (offsets in the sentence) that make the figure a plan, or None."""
    planned = _PLANNED.search(it.sentence, it.near.start, it.start)
    if planned is not None:
        return Span(*planned.span(1))
    if _exists(it):
        return None
    token = _planner(it)
    if token is not None:
        return Span(token.idx, token.idx + len(token))
    future = next((x for x in it.times if x.role == "future" and it.near.start <= x.start < it.near.end), None)
    if future is not None:
        return Span(future.start, future.end)
    phrase = _to_come().search(it.sentence, it.near.start, it.start)
    return Span(*phrase.span()) if phrase else None


def _exists(it: Mentioned) -> bool:
    """Whether the words take the counted things for existing: "the 7,000", "300,000 already called up"."""
    return bool(_DEFINITE.search(it.sentence, max(0, it.start - 4), it.start) or _ALREADY.match(it.sentence, it.end))


@cache
def _to_come() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('planned', 'phrases'))}) to (?:\S+ ){{1,4}}$", re.I)


def _planner(it: Mentioned) -> Token | None:
    """The word above the quantity that puts its verb in the future, looking no higher than its clause."""
    for t in path(it.token):
        if t.pos_ not in ("VERB", "AUX"):
            continue
        modal = next((c for c in auxiliaries(t) if c.lower_ in words("planned", "modals")), None)
        if modal is not None and modal.lower_ not in ("will", "shall") and _is_of_figure(t):
            return None
        if modal is not None and (modal.lower_ in ("will", "shall") or not has_have(t)):
            return modal
        if has_have(t):
            return None
        if t.dep_ in ("xcomp", "ccomp", "acl", "advcl") and any(c.tag_ == "TO" and c.dep_ == "aux" for c in t.children):
            if t.head.lemma_.lower() in words("planned", "verbs") | words("planned", "nouns"):
                return t.head
            if t.dep_ == "acl" and t.head.pos_ == "NOUN" and not any(c.pos_ == "ADJ" for c in t.head.children):
                return t
        lemma = t.lemma_.lower()
        if lemma == "be" and t.tag_ in ("VBP", "VBZ") and _is_to(t):
            return t
        if lemma in words("planned", "foreseeing") and _governs(t, it.token):
            return t
        if (
            it.mention.measure in words("planned", "measures")
            and lemma in words("planned", "objects")
            and _governs(t, it.token)
        ):
            return t
        own = has_subject(t) or any(c.lower_ != "to" for c in auxiliaries(t))
        if own or t.tag_ in ("VBD", "VBZ", "VBP") or t.dep_ in ("relcl", "parataxis"):
            return None
    return None


def _is_to(verb: Token) -> bool:
    """Whether "are" says what is to come: "40 buses are to leave"."""
    return any(c.dep_ == "xcomp" and any(a.tag_ == "TO" for a in c.children) for c in verb.children) and not any(
        c.dep_ in ("acomp", "attr") for c in verb.children
    )


def _is_of_figure(verb: Token) -> bool:
    """Whether it is a figure that may be higher or lower, and no deed that may come: "the toll could be 90"."""
    return any(c.dep_ in SUBJECTS and c.lemma_.lower() in words("planned", "figures") for c in verb.children)


def _governs(verb: Token, token: Token) -> bool:
    """Whether ``token`` is, or is in, the object of ``verb``."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "pobj", "prep", "xcomp", "nsubjpass")]
    return any(token.i in {t.i for t in c.subtree} for c in objects)
