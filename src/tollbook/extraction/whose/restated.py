"""A figure that says nothing of whose it is, where the same figure elsewhere does: "all four hostages", a headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tollbook.claim import Reason
from tollbook.extraction.whose.case import Told, Whose
from tollbook.extraction.whose.company import going_on
from tollbook.extraction.whose.words import measures

_WEAK = frozenset({"country of the article", "place before", "unknown", "main actor of the article"})
"""Rules that rest on no words of the figure's own."""
_REACH = 150
"""How many quantities before and behind are looked at: more than an article has, few enough for a page of thousands."""
_STRONG = frozenset({"described", "of", "loser", "possessor", "place", "owner", "apposition"})
"""Rules that rest on words of the figure's own, which a second telling may leave out."""


def settled(told: Sequence[Told], k: int) -> Whose:
    """The answer for quantity ``k``; a weak one gives way to that of the figure's nearest company or other telling."""
    here = told[k]
    if here.whose.why.rule not in _WEAK:
        return here.whose
    for rule, fits in (("company", going_on), ("restated", _same_figure)):
        for other in _outward(told, k):
            if fits(here, other):
                return Whose(other.whose.codes, Reason("party", rule))
    return here.whose


def _outward(told: Sequence[Told], k: int) -> Iterator[Told]:
    """The other quantities, the nearest to ``k`` first, of two as near the earlier."""
    for distance in range(1, min(max(k + 1, len(told) - k), _REACH + 1)):
        yield from (told[j] for j in (k - distance, k + distance) if 0 <= j < len(told))


def _same_figure(here: Told, other: Told) -> bool:
    """Whether the other is the same number of the same things, and says in its own words whose they are."""
    m, o = here.measured, other.measured
    same = (o.unit, o.found.low, o.found.high) == (m.unit, m.found.low, m.found.high)
    if not same or other.whose.why.rule not in _STRONG:
        return False
    return o.measure == m.measure or ({o.measure, m.measure} - {None}) <= measures("deaths")
