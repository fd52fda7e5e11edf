"""How far the words of a verb of saying reach: whether the statement follows it, and where it ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tollbook.extraction.attribution.cue import forms, said
from tollbook.extraction.attribution.pointing import before_in_clause
from tollbook.extraction.attribution.sourcenames import phrase
from tollbook.extraction.attribution.subjects import Subject
from tollbook.extraction.attribution.verbs import CLOSING, clause_before, ended

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp"})


def statement_follows(doc: Doc, token: Token, subject: Subject) -> bool:
    """Whether the statement follows the verb; else it stands before the verb, or around it."""
    speaker = subject.head
    after = doc.text[max(token.idx + len(token), speaker.idx + len(speaker) if subject.inverted else 0) :]
    clauses = [c for c in token.children if c.i > token.i and c.dep_ in _CLAUSES and c.tag_ != "VBG"]
    if token.dep_ in ("parataxis", "intj") and token.head != token and not clauses:
        return False
    if subject.inverted and not re.match(r"[^.\"]{0,200}(?::|\bthat\b)", after):
        return False
    if token.tag_ == "VBG" or token.dep_ in ("relcl", "acl"):
        return not ended(after)
    if clause_before(token):
        return re.match(r"\s+(?:[a-z]+ ){0,2}\d[\d,.]*$", after.rstrip(" .")) is not None
    if clauses:
        return True
    if forms("say").get(token.lower_) == "tell" and not re.search(r"\bthat\b|[:\"]", after[:60]):
        return False
    start = doc[phrase(speaker)[0]].idx
    return not (CLOSING.match(after) and before_in_clause(doc.text[:start]))


def object_end(doc: Doc, token: Token) -> int:
    """Where the reach of a verb with a bare object ends: before a clause about something else than that object."""
    end = len(doc.text)
    if token.lower_ in forms("show") and (cut := doc.text.find(";", token.idx)) > 0:
        end = cut
    objects = [c for c in token.children if c.dep_ == "dobj" and c.i > token.i]
    if len(objects) != 1 or any(c.dep_ in ("ccomp", "xcomp") for c in token.children):
        return end
    for t in objects[0].subtree:
        deeper = t.dep_ == "relcl" and t.head != objects[0] and t.head.i > objects[0].i
        if deeper and any(c.lower_ in ("that", "which", "who") for c in t.lefts):
            return min(end, int(t.left_edge.idx))
    return end


def clause_end(doc: Doc, token: Token) -> int:
    """Where the words of a clause like "while the army says …," or "which says …," end."""
    marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in said("marks") for c in token.lefts)
    if token.dep_ == "relcl" or (token.dep_ == "advcl" and marked and token.head.i > token.i):
        edge = token.right_edge
        return int(edge.idx) + len(edge)
    return len(doc.text)
