"""Whether a figure without a stated window is the running total of a war or an actor, not the toll of one event."""

from __future__ import annotations

from dataclasses import dataclass

from tollbook.claim import Span
from tollbook.extraction.when.mentioned import Mentioned
from tollbook.extraction.when.tree import is_perfect
from tollbook.extraction.when.words import pattern, words

LARGE = 500
"""In an article about a war, a count from here on is a running total unless an event is named."""
SUM = 100
"""A smaller sum ("a total of 12"), or a smaller salvo, is that of one event."""
MANY = 20
"""Fewer dead than this, said in the present perfect, are those of one event."""


@dataclass(frozen=True, slots=True)
class Total:
    """Why a figure is a running total; ``sure`` where words say so; ``words`` are offsets in the sentence."""

    rule: str
    sure: bool
    words: Span | None = None


def total(it: Mentioned, event: str | None) -> Total | None:
    """Why the figure is a running total, or None; ``event`` is a word for an event beside it (several may add up)."""
    if it.background.disaster:
        return None
    raised = pattern("cumulative", "raises").search(it.text)
    if raised is not None:
        return Total("added to those before", True, _within(it, *raised.span()))
    if it.background.single and it.low < SUM:
        return None
    perfect = is_perfect(it.verb)
    several = event is not None and event.lower().endswith("s")
    if event is not None and not (several and perfect and (it.is_one("acts") or it.low >= LARGE)):
        return None
    return _in_words(it, perfect) or _by_size(it, perfect)


def _in_words(it: Mentioned, perfect: bool) -> Total | None:
    found = pattern("cumulative", "words").search(it.text)
    if found is None and it.low >= SUM:
        found = pattern("cumulative", "sums").search(it.text)
    if found is not None:
        return Total("a running total", True, _within(it, *found.span()))
    if it.is_one("losses"):
        war = pattern("cumulative", "wars").search(it.text) if perfect or it.low >= MANY else None
        if war is None and (it.low >= LARGE or (perfect and it.low >= MANY)):
            war = pattern("cumulative", "phases").search(it.text)
        if war is not None:
            return Total("in a war", True, _within(it, *war.span()))
    tolled = pattern("cumulative", "tolls").search(it.sentence, it.near.start, it.start)
    if tolled is not None and it.background.war is not None and it.is_one("losses"):
        return Total("what a side has lost", False, Span(*tolled.span()))
    kept = it.verb is not None and it.verb.lemma_.lower() in words("cumulative", "tallies")
    return Total("kept in a record", True) if kept and (it.is_one("losses") or it.is_one("acts")) else None


def _by_size(it: Mentioned, perfect: bool) -> Total | None:
    if not it.is_one("losses") and not it.is_one("acts"):
        return Total("done so far", False) if perfect and it.low >= LARGE else None
    many = SUM if it.is_one("salvoes") else MANY
    losing = it.mention.measure in ("lost", "destroyed") or (it.verb is not None and it.verb.lemma_.lower() == "lose")
    if perfect and (it.low >= many or losing):
        return Total("done so far", False)
    if it.low >= LARGE and (it.background.war is not None or it.mention.measure == "displaced"):
        return Total("too many for one event of a war", False)
    return None


def _within(it: Mentioned, start: int, end: int) -> Span:
    return Span(it.near.start + start, it.near.start + end)
