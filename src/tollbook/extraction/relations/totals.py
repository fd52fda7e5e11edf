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
    pattern,
    same_kind,
    same_time,
)
from tollbook.extraction.relations.parts import largest, may_hold

_TELLING = 10
"""A smaller total is met by the sum of two neighbours by chance."""

_INCIDENTS = 3
"""So many incidents below a total make a round-up."""


def sums(text: Text, ties: Ties) -> Iterator[Tie]:
    """A run of two or more figures of one kind that adds up to a figure before it."""
    taken = {f.index for f in text.figures if is_part(ties, f)}
    told = {(f.value, f.claim.measure, f.claim.unit) for f in text.figures if not f.headline}
    totals = [
        i
        for i, f in enumerate(text.figures)
        if f.claim.qualifier != "vague" and not (f.headline and (f.value, f.claim.measure, f.claim.unit) in told)
    ]
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
    """Whether a run stands where a breakdown of the total would: small numbers meet by chance."""
    first, last, whole = run[0].sentence, run[-1].sentence, total.sentence
    if first == last and (len(run) > 2 or first == whole):
        return True
    if total.headline:
        return first == last and run[0].lead
    if len(run) > 2 and last.paragraph - whole.paragraph <= len(run):
        return True
    if total.value < _TELLING and first != last:
        return False
    return last.paragraph == whole.paragraph and last.index - whole.index <= REACH


def brought(text: Text, ties: Ties) -> Iterator[Tie]:
    """What a running total was brought to by: "another 12 died, bringing the toll to 340"."""
    for i, total in enumerate(text.figures):
        opening = text.opening(total)
        bringing, risen = pattern("totals", "bringing").search(opening), pattern("totals", "risen").search(opening)
        if bringing:
            before = [g for g in text.before(i) if not g.headline and _adds_to(g, total)]
            last = before[-1].sentence.index if before else None
            added = [g for g in before if g.sentence.index == last and total.sentence.index - g.sentence.index <= 1]
        elif risen:
            added = [
                g
                for g in text.after(i)
                if g.sentence == total.sentence
                and _adds_to(g, total)
                and pattern("totals", "after").search(text.between(total, g))
            ]
        else:
            continue
        words = bringing or risen
        assert words is not None
        start = total.sentence.start
        for g in added:
            if not is_part(ties, g):
                yield Tie(
                    g, "part_of", total, "adds to a running total", Span(start + words.start(), start + words.end())
                )


def _adds_to(part: Figure, total: Figure) -> bool:
    alike = same_kind(part.claim, total.claim) or (
        part.claim.measure == "recovered" and total.claim.measure == "killed"
    )
    return alike and may_hold(total, part) and part.value < total.value


def tallies(text: Text, ties: Ties) -> Iterator[Tie]:
    """A day's round-up: the first paragraph's count of one party's, and the incidents told one by one below it."""
    for i, total in enumerate(text.figures):
        if not total.lead or total.headline or total.claim.qualifier == "vague":
            continue
        told = [
            g
            for g in text.after(i)
            if not g.lead
            and g.value < total.value
            and not (g.added or is_part(ties, g) or g.anaphor)
            and g.claim.qualifier == "exact"
            and (_adds_to(g, total) and g.claim.party == total.claim.party)
            and _same_day(g, total)
        ]
        if len(told) >= _INCIDENTS and total.value / 2 <= sum(g.value for g in told) <= total.value:
            span = Span(total.claim.start, total.claim.end)
            yield from (Tie(g, "part_of", total, "one of the incidents that a total counts", span) for g in told)


def _same_day(part: Figure, total: Figure) -> bool:
    a, b = part.claim.when, total.claim.when
    return a is not None and b is not None and a.end is not None and a.end == b.end


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
