"""Part of, by arithmetic and by whose they are: parts that add up to a total, one party's share of everybody's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tollbook.claim import Number, Span
from tollbook.extraction.relations.figures import (
    NEIGHBOURS,
    REACH,
    Figure,
    Text,
    Tie,
    Ties,
    is_part,
    opposed,
    same_kind,
    same_time,
)
from tollbook.extraction.relations.parts import largest, may_hold


def sums(text: Text, ties: Ties) -> Iterator[Tie]:
    """A run of two or more figures of one kind that adds up to a figure before it."""
    taken = {f.index for f in text.figures if is_part(ties, f)}
    totals = [i for i, f in enumerate(text.figures) if f.claim.qualifier != "vague" and not f.headline]
    for i in sorted(totals, key=lambda i: (-text.figures[i].value, i)):
        total = text.figures[i]
        alike = [g for g in text.after(i) if g.index not in taken and same_kind(g.claim, total.claim)]
        run = _adding_up(alike, total)
        taken |= {g.index for g in run}
        span = Span(total.claim.start, total.claim.end)
        yield from (Tie(g, "part_of", total, "adds up to the total with its neighbours", span) for g in run)


def _adding_up(figures: Sequence[Figure], total: Figure) -> Sequence[Figure]:
    for first in range(len(figures)):
        running: Number = 0
        for last in range(first, len(figures)):
            g = figures[last]
            if g.claim.qualifier == "vague" or g.value >= total.value or running > total.value:
                break
            running += g.value
            run = figures[first : last + 1]
            if running == total.value and len(run) > 1 and _close(run, total):
                return run
    return ()


def _close(run: Sequence[Figure], total: Figure) -> bool:
    first, last = run[0].sentence, run[-1].sentence
    if first == last and (len(run) > 2 or first == total.sentence):
        return True
    return last.paragraph == total.sentence.paragraph and last.index - total.sentence.index <= REACH


def shares(text: Text, ties: Ties) -> Iterator[Tie]:
    """The lead counts everybody's, a later figure those of one party."""
    joint = [f for f in text.figures if f.lead and f.claim.party is None and f.claim.status != "military"][:NEIGHBOURS]
    for part in text.figures:
        if part.claim.party is None or part.added or is_part(ties, part):
            continue
        wholes = [
            g
            for g in joint
            if g.claim.start < part.claim.start
            and same_kind(g.claim, part.claim)
            and same_time(g.claim, part.claim)
            and not opposed(g.claim, part.claim)
            and g.claim.stance == part.claim.stance
            and may_hold(g, part)
            and g.value > part.value
        ]
        whole = largest(wholes, part)
        if whole is not None:
            yield Tie(part, "part_of", whole, "one party's share", Span(whole.claim.start, whole.claim.end))
