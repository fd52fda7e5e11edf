"""Contrasts: another source gives another number for the same thing; the target is the first figure given."""

from __future__ import annotations

from collections.abc import Iterator

from tollbook.claim import Claim, Span
from tollbook.extraction.relations.figures import (
    NEIGHBOURS,
    Figure,
    Text,
    Tie,
    Ties,
    is_part,
    overlaps,
    same_time,
)
from tollbook.lexicon import table

_KINDS = frozenset({"cumulative", "stock", "event", "period"})
"""Counts that two sources can be at odds about: not rates, nor plans."""


def contrasts(text: Text, ties: Ties) -> Iterator[Tie]:
    """Each figure at odds with an earlier one, neither of them a part or replaced by another."""
    given: dict[tuple[str, str, str | None], list[Figure]] = {}
    replaced = {tie.target.index for t in ties.values() for tie in t if tie.type == "updates"}
    for f in text.figures:
        if is_part(ties, f) or f.index in replaced:
            continue
        earlier = given.setdefault((f.claim.measure, f.claim.unit, f.claim.party), [])
        rivals = [g for g in (*earlier[:NEIGHBOURS], *earlier[NEIGHBOURS:][-NEIGHBOURS:]) if _at_odds(f, g)]
        beside = [g for g in rivals if g.sentence == f.sentence]
        for g in beside[-1:] or rivals[:1]:
            source = f.claim.sources[0]
            yield Tie(f, "contrasts", g, "another source, another number", Span(source.start, source.end))
        earlier.append(f)


def _at_odds(f: Figure, g: Figure) -> bool:
    """Whether two sources give two numbers for one thing.

    Side by side, two sources count one thing unless the words tell two; further apart, the windows must say so.
    """
    a, b = f.claim, g.claim
    if not f.origin or f.origin & g.origin or g.headline or overlaps(a, b) or f.value == g.value:
        return False
    if f.added or g.added or not {f.kind, g.kind} <= _KINDS or 1 in (f.value, g.value) or _elsewhere(a, b):
        return False
    if f.origin <= frozenset(table("relations")["origins"]["documents"]):
        return False
    if "vague" in (a.qualifier, b.qualifier) and _meet(a, b):
        return False
    if g.origin and f.sentence.index - g.sentence.index <= 1:
        return same_time(a, b) and (a.status == b.status or "unknown" in (a.status, b.status))
    if a.status != b.status or f.kind != g.kind or (f.kind == "period" and a.when != b.when):
        return False
    near = bool(g.origin) and f.sentence.paragraph - g.sentence.paragraph <= 1
    return f.kind == "cumulative" or (near and same_time(a, b))


def _elsewhere(a: Claim, b: Claim) -> bool:
    """Whether two claims are told of two places."""
    return a.place is not None and b.place is not None and a.place.text != b.place.text


def _meet(a: Claim, b: Claim) -> bool:
    """Whether some number is allowed by both."""
    low = max(a.low if a.low is not None else 0, b.low if b.low is not None else 0)
    highs = [c.high for c in (a, b) if c.high is not None]
    return not highs or low <= min(highs)
