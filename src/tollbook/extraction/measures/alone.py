"""Numbers that stand alone: what they count, where the noun stands elsewhere in the sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tollbook.extraction.counted import Counted, noun
from tollbook.extraction.measures.fits import fits
from tollbook.extraction.measures.phrases import Measured, Parsed, tied
from tollbook.extraction.measures.triggers import Trigger, only
from tollbook.extraction.measures.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc


def armed_before(doc: Doc, before: int) -> str | None:
    """The munitions or weapons named before token ``before``: "Of the drones, the army downed 32"."""
    for i in range(before - 1, -1, -1):
        if doc[i].pos_ in ("NOUN", "PROPN"):
            entry = noun(doc, max(0, i - 3), i)
            if entry is not None and entry[1] in ("munition", "weapon"):
                return entry[0]
    return None


def rate(s: Parsed, m: Measured) -> Measured | None:
    """A number whose noun is its verb's: "rounds fell at a rate of 500 per hour", "are sent five at a time"."""
    if m.thing.head is not None or not _at_a_rate(s.doc, m):
        return None
    for t in sorted(s.marks, key=lambda t: -t.head):
        if t.last >= m.begin or s.doc[t.head].pos_ != "VERB":
            continue
        thing = _noun_of_verb(s.doc, t, m.thing)
        if thing is not None:
            rated = replace(m, thing=thing)
            if _fits_at_a_rate(t, rated):
                return tied(rated, t, "rate")
    return None


def _at_a_rate(doc: Doc, m: Measured) -> bool:
    """Whether the words around the number make it a rate: "a pace of 30", "40 at a time"."""
    lead = " ".join(t.lower_ for t in doc[max(0, m.begin - 2) : m.begin])
    rest = " ".join(t.lower_ for t in doc[m.last + 1 : m.last + 4])
    return lead in words("before_rate") or rest in words("after_rate")


def _noun_of_verb(doc: Doc, t: Trigger, thing: Counted) -> Counted | None:
    """What the verb's subject counts: who did it, or to whom it was done, as the trigger has it."""
    want = {"subject": "nsubj", "object": "nsubjpass"}.get(t.role)
    subject = next((c for c in doc[t.head].children if c.dep_ == want), None)
    if subject is None:
        return None
    unit, kind, group = noun(doc, subject.left_edge.i, subject.i) or (None, None, None)
    return replace(thing, unit=unit, kind=kind, group=group)


def _fits_at_a_rate(t: Trigger, m: Measured) -> bool:
    """Whether the measure fits the verb's noun; a noun that no table knows is taken for people."""
    if m.thing.kind is None:
        return not only(t.measure) or "person" in only(t.measure)
    return m.thing.kind != "none" and fits(t.measure, m)
