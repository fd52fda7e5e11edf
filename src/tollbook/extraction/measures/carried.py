"""What a sentence leaves to the one before it: "Among them are 48 civilians", "Five have been lost", "another 36"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tollbook.extraction.measures.phrases import Measured, counting
from tollbook.extraction.measures.words import measures, pattern
from tollbook.extraction.quantities import Found


def carried(text: str, m: Measured, before: Measured | None) -> Measured:
    """The quantity with what ``before``, the last one that was told of in this or the preceding sentence, leaves to it.

    ``text`` is the sentence of ``m``.
    """
    if before is None:
        return m
    if m.measure is None:
        same = before.unit in ("person", "body") and m.thing.kind in (None, "person")
        return _of_the_same(text, m, before) if same else m
    if _of_things_told(m, before):
        measure = "destroyed" if m.measure == "lost" else m.measure
        thing = replace(m.thing, unit=before.unit, kind=before.thing.kind)
        return replace(m, measure=measure, unit=before.unit, thing=thing)
    if m.measure == "detained" and m.trigger is not None and pattern("captors_hold").search(text[: m.found.start]):
        return replace(m, measure="captured")
    return m


def may_carry(text: str, found: Sequence[Found]) -> bool:
    """Whether a sentence behind a claim may leave its verb to it, judged without a parse ("Residents said 23.")."""
    return any(_may_be_same(text[: f.start], text[f.end :]) for f in found) or bool(pattern("among_them").search(text))


def _may_be_same(lead: str, rest: str) -> bool:
    for_it = pattern("of_them").match(rest) or pattern("figure_for").search(lead)
    return bool(for_it) or _said(lead, rest) or _opens(lead, rest)


def _said(lead: str, rest: str) -> bool:
    """Whether the bare number is what somebody says: "the ministry says 36."."""
    return bool(pattern("says").search(lead) and pattern("bare_end").match(rest))


def _opens(lead: str, rest: str) -> bool:
    """Whether the number opens its clause as its subject: "Nineteen were women"."""
    return bool(pattern("opening").search(lead) and pattern("were").match(rest))


def _of_the_same(text: str, m: Measured, before: Measured) -> Measured:
    """Some of the people told of before, or another figure for them."""
    lead, rest = text[: m.found.start], text[m.found.end :]
    if m.thing.kind == "person" and pattern("among_them").search(text):
        return replace(m, measure=before.measure, unit="person", trigger=None, rule="among them")
    if m.found.kind == "article":
        return m
    if pattern("of_them").match(rest) and m.found.low != 1 and (m.thing.head is None or m.thing.kind == "person"):
        return replace(m, measure=before.measure, unit=before.unit, trigger=None, rule="of them")
    if _another_figure(m, lead, rest):
        again = counting(m, before.thing)
        return replace(again, measure=before.measure, unit=before.unit, trigger=None, rule="figure for the same")
    return m


def _another_figure(m: Measured, lead: str, rest: str) -> bool:
    """Whether the number is one more for the same: "the ministry says 36", "it could be 40", "Nineteen were women"."""
    alone = m.thing.head is None
    part = m.found.kind == "number" and _opens(lead, rest)
    if alone and part and m.found.low == 1:
        return False
    if pattern("figure_for").search(lead):
        return alone or m.thing.group == "plain"
    return alone and (part or _said(lead, rest))


def _of_things_told(m: Measured, before: Measured) -> bool:
    """Whether a number alone counts the things before it: "It received 18 tanks. Five have been lost"."""
    if m.thing.head is not None or m.unit != "person" or m.measure not in measures("of_things_told"):
        return False
    return before.thing.kind in ("weapon", "munition", "thing")
