"""A figure that says nothing of whose it is, where the same figure elsewhere does: "all four hostages", a headline."""

from __future__ import annotations

from collections.abc import Sequence

from tollbook.claim import Reason
from tollbook.extraction.whose.case import Told, Whose
from tollbook.extraction.whose.company import going_on
from tollbook.extraction.whose.words import measures

_WEAK = frozenset({"country of the article", "place before", "unknown", "main actor of the article"})
"""Rules that rest on no words of the figure's own."""
_STRONG = frozenset({"described", "of", "loser", "possessor", "place", "owner", "apposition"})
"""Rules that rest on words of the figure's own, which a second telling may leave out."""


def settled(told: Sequence[Told], k: int) -> Whose:
    """The answer for quantity ``k``; a weak one gives way to that of the figure's nearest company or other telling."""
    here = told[k]
    if here.whose.why.rule not in _WEAK:
        return here.whose
    near = [told[j] for j in sorted(range(len(told)), key=lambda j: abs(j - k)) if j != k]
    for rule, fits in (("company", going_on), ("restated", _same_figure)):
        for other in near:
            if fits(here, other):
                return Whose(other.whose.codes, Reason("party", rule))
    return here.whose


def _same_figure(here: Told, other: Told) -> bool:
    """Whether the other is the same number of the same things, and says in its own words whose they are."""
    m, o = here.measured, other.measured
    same = (o.unit, o.found.low, o.found.high) == (m.unit, m.found.low, m.found.high)
    if not same or other.whose.why.rule not in _STRONG:
        return False
    return o.measure == m.measure or ({o.measure, m.measure} - {None}) <= measures("deaths")
