"""One counted quantity with all that the rules about its status look at, and what a rule answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tollbook.claim import Reason, Status
from tollbook.extraction.article import Article
from tollbook.extraction.measures import Measured

Found = tuple[Status, Reason]
Told = tuple[int, Measured, Found]
"""A quantity of the article for which the rules have answered, with its sentence."""


@dataclass(frozen=True)
class Case:
    """One quantity with all that the rules look at."""

    article: Article
    sentence: int
    measured: Measured
    before: Told | None

    @cached_property
    def text(self) -> str:
        """The sentence that the number stands in."""
        return self.article.text(self.sentence)

    @cached_property
    def span(self) -> tuple[int, int]:
        """Characters of the counted phrase, from behind the number to behind its last word."""
        m, doc = self.measured, self.article.doc(self.sentence)
        last = doc[max(m.thing.end, (m.thing.head or 0) + 1, m.last + 1) - 1]
        return m.found.number_end, last.idx + len(last)

    @cached_property
    def phrase(self) -> str:
        """The counted phrase."""
        start, end = self.span
        return self.text[start:end]

    @property
    def people(self) -> bool:
        """Whether people are counted, or a number stands alone."""
        return self.measured.thing.kind in ("person", None)

    @property
    def plain(self) -> bool:
        """Whether people are counted of whom no more is said."""
        return self.people and self.measured.thing.group in ("plain", None)

    def is_(self, status: Status, rule: str, words: tuple[int, int] | None = None) -> Found:
        """An answer, with the place in the sentence of the words that it rests on."""
        if words is None:
            return status, Reason("status", rule)
        base = self.article.sentences[self.sentence].start
        return status, Reason("status", rule, base + words[0], base + words[1])
