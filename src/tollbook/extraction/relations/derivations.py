"""Derived from: a figure worked out from a rate told just before."""

from __future__ import annotations

from collections.abc import Iterator

from tollbook.claim import Span
from tollbook.extraction.relations.figures import REACH, Text, Tie, Ties, pattern


def derivations(text: Text, ties: Ties) -> Iterator[Tie]:
    """Each figure in a sentence such as "at this rate …", with the last rate of its unit before it."""
    for i, f in enumerate(text.figures):
        words = pattern("derived", "words").search(text.article.text(f.sentence.index))
        if f.kind == "rate" or words is None:
            continue
        near = [g for g in text.before(i) if f.sentence.index - g.sentence.index <= REACH]
        rates = [g for g in near if g.kind == "rate" and g.claim.unit == f.claim.unit]
        if rates:
            start = f.sentence.start
            span = Span(start + words.start(), start + words.end())
            yield Tie(f, "derived_from", rates[-1], "worked out from a rate", span)
