"""Restates: a headline, a lead, a repetition or "the two men" points at the fullest statement of the figure."""

from __future__ import annotations

from collections.abc import Iterator

from tollbook.claim import Span
from tollbook.extraction.relations.figures import (
    NEIGHBOURS,
    Figure,
    Text,
    Tie,
    Ties,
    opposed,
    overlaps,
    same_kind,
    same_time,
    same_value,
)

_TELLING = 10
"""Smaller numbers meet by chance: two in the body are one figure only where the words say so ("the two men")."""

_UNMISTAKABLE = 3
"""A headline's number of so many telling digits is the text's own, whatever the words around it."""


def restatements(text: Text, ties: Ties) -> Iterator[Tie]:
    """Each figure that says another again, with the fullest statement: in the body, exact, with its source."""
    announcing = {f.index for i, f in enumerate(text.figures) for g in text.after(i) if _announces(text, f, g)}

    def rank(g: Figure) -> tuple[bool, bool, int, bool, bool, int]:
        return (
            g.headline,
            g.index in announcing,
            -g.digits,
            g.anaphor,
            not g.claim.sources,
            g.claim.start,
        )

    best_of: dict[tuple[str, str | None], list[Figure]] = {}
    of_any_party: dict[str, list[Figure]] = {}
    for f in sorted(text.figures, key=rank):
        best_of.setdefault((f.claim.unit, f.claim.party), []).append(f)
        of_any_party.setdefault(f.claim.unit, []).append(f)
    for f in text.figures:
        alike = (*best_of[f.claim.unit, f.claim.party][:NEIGHBOURS], *of_any_party[f.claim.unit][:NEIGHBOURS])
        best = min((g for g in alike if g is not f and _restatable(f, g)), key=rank, default=f)
        if rank(best) < rank(f) and best.digits >= f.digits:
            yield Tie(f, "restates", best, "says the same figure less fully", Span(best.claim.start, best.claim.end))


def _restatable(f: Figure, g: Figure) -> bool:
    a, b = f.claim, g.claim
    equal = (a.low, a.high) == (b.low, b.high)
    heads = f.headline != g.headline
    if overlaps(a, b) or (f.added != g.added and not heads) or (a.stance == "denied") != (b.stance == "denied"):
        return False
    if f.anaphor and a.measure == "other" and equal and (a.unit, a.party) == (b.unit, b.party):
        return b.start < a.start
    if not same_time(a, b) or not same_value(a, b):
        return False
    if heads and equal and a.unit == b.unit and f.digits >= _UNMISTAKABLE:
        return True
    untold = heads and f.value == g.value and (None in (a.party, b.party) or f.value >= _TELLING)
    if not same_kind(a, b) or (a.party != b.party and not untold):
        return False
    if opposed(a, b) and not (heads and f.value == g.value):
        return False
    if equal and f.value >= _TELLING:
        return True
    ahead = f.headline or g.headline or (f.lead != g.lead and "vague" not in (a.qualifier, b.qualifier))
    if f.value == g.value and a.qualifier != "vague" and b.qualifier != "vague":
        return ahead or f.anaphor or (f.lead and f.value > 1)
    return ahead


def _announces(text: Text, f: Figure, g: Figure) -> bool:
    """Whether the next sentence says a figure again at more length on the word of the same source."""
    return (
        g.sentence.index == f.sentence.index + 1
        and not g.anaphor
        and bool(f.origin & g.origin)
        and text.article.text(f.sentence.index) != text.article.text(g.sentence.index)
        and _restatable(f, g)
    )
