"""Updates: "up from 12", "an earlier toll of 12", "the toll rose from 12 to 15", "raised its count to 15"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tollbook.claim import Span
from tollbook.extraction.relations.figures import REACH, Figure, Text, Tie, Ties, pattern, same_kind

_TO = re.compile(r"(?:\s+\w+){0,3}\s+to\s+(?:\w+\s+)?")
_REPLACED = frozenset({"missing", "trapped", "displaced", "hospitalised"})
"""Whose stock is a count that a newer one replaces; a strength that shrank was true in its day."""


def updates(text: Text, ties: Ties) -> Iterator[Tie]:
    """Each figure that replaces an earlier one of its kind, by the words before the old one or the new one."""
    for i, f in enumerate(text.figures):
        before = [
            g
            for g in text.before(i)
            if f.sentence.index - g.sentence.index <= REACH and same_kind(g.claim, f.claim) and not g.headline
        ]
        after = [g for g in text.figures[i + 1 : i + 2] if g.sentence == f.sentence and same_kind(g.claim, f.claim)]
        found = {name: pattern("updates", name).search(text.opening(f)) for name in ("risen", "earlier", "raised")}
        if found["risen"] and after and _TO.fullmatch(text.between(f, after[0])):
            newer, old, words, rule = after, f, found["risen"], "risen from one to the other"
        elif found["earlier"] and after and pattern("updates", "now").search(text.between(f, after[0])):
            newer, old, words, rule = after, f, found["earlier"], "called earlier"
        elif found["earlier"]:
            newer, old, words, rule = before[-1:], f, found["earlier"], "called earlier"
        elif found["raised"] and before:
            newer, old, words, rule = [f], before[-1], found["raised"], "a count that was raised"
        else:
            continue
        place = f.sentence.start
        for g in newer:
            if _replaces(g, old):
                yield Tie(g, "updates", old, rule, Span(place + words.start(), place + words.end()))


def _replaces(newer: Figure, old: Figure) -> bool:
    """Whether two counts are of one thing at two times, and not of two days or two strengths."""
    kinds = {newer.kind, old.kind}
    if "rate" in kinds or ("stock" in kinds and newer.claim.measure not in _REPLACED):
        return False
    a, b = newer.claim.when, old.claim.when
    return (
        not kinds <= {"period", "event"} or a is None or b is None or None in (a.start, b.start) or a.start == b.start
    )
