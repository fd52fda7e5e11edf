"""A mention in its sentence: its tokens, the stretch of text that is about it alone, and its times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tollbook.claim import Number, Span
from tollbook.extraction.article import Article
from tollbook.extraction.mention import Mention
from tollbook.extraction.when.background import Background
from tollbook.extraction.when.timex import Timex
from tollbook.extraction.when.tree import root_of, tokens_at, verb_of
from tollbook.extraction.when.words import pattern, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OF_THEM = re.compile(r" of (?:them|those|these|whom|which) ")
REACH = 90
"""Characters on either side of a quantity in which a word ("still", "a week") can be about it."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention; ``start`` and ``end`` of its quantity, ``near`` and ``times`` are offsets in its ``sentence``."""

    mention: Mention
    others: tuple[Mention, ...]
    background: Background
    sentence: str
    offset: int
    doc: Doc
    start: int
    end: int
    near: Span
    times: tuple[Timex, ...]

    @property
    def text(self) -> str:
        """The words that are about this mention alone."""
        return self.sentence[self.near.start : self.near.end]

    @property
    def token(self) -> Token:
        """The first token of the quantity."""
        return tokens_at(self.doc, self.start, self.end)[0]

    @property
    def root(self) -> Token:
        """The token of the quantity that hangs on something outside it."""
        return root_of(tokens_at(self.doc, self.start, self.end))

    @property
    def verb(self) -> Token | None:
        """The verb that the quantity hangs on."""
        return verb_of(self.token)

    @property
    def low(self) -> Number:
        """The figure, for comparison with a bound: its lower end, else its upper one."""
        q = self.mention.quantity
        return q.low if q.low is not None else q.high or 0

    @property
    def share(self) -> Timex | None:
        """The stretch of time right after the quantity ("490 of them in the past day"), which is its own."""
        of_them = _OF_THEM.match(self.sentence, self.end)
        if of_them is None:
            return None
        return next((x for x in self.times if x.role in ("window", "since") and x.start == of_them.end()), None)

    def is_one(self, kind: str) -> bool:
        """Whether the measure is in the list ``kind`` of the table's ``measures``."""
        return self.mention.measure in words("measures", kind)

    def span(self, start: int, end: int) -> Span:
        """Offsets in the sentence as offsets in the document."""
        return Span(self.offset + start, self.offset + end)


def mentioned(
    article: Article, background: Background, m: Mention, others: Sequence[Mention], times: tuple[Timex, ...]
) -> Mentioned:
    """The mention in its sentence; ``others`` are all mentions of that sentence, ``times`` its time expressions."""
    offset = article.sentences[m.sentence].start
    start, end = m.quantity.start - offset, m.quantity.end - offset
    return Mentioned(
        m,
        tuple(others),
        background,
        article.text(m.sentence),
        offset,
        article.doc(m.sentence),
        start,
        end,
        near(article.text(m.sentence), offset, m, others),
        times,
    )


def near(sentence: str, offset: int, m: Mention, others: Sequence[Mention]) -> Span:
    """The stretch around a quantity (offsets in the sentence) up to the next ones, a semicolon or the ends."""
    start, end = m.quantity.start - offset, m.quantity.end - offset
    left = max([0, start - REACH, *(o.quantity.end - offset for o in others if o.quantity.end <= m.quantity.start)])
    right = min(
        [len(sentence), end + REACH, *(o.quantity.start - offset for o in others if o.quantity.start >= m.quantity.end)]
    )
    left = max(left, sentence.rfind(";", left, start) + 1)
    stop = sentence.find(";", end, right)
    return Span(left, right if stop < 0 else stop)


def event_word(it: Mentioned) -> str | None:
    """The first word for an event before or near the mention, apart from the thing that it counts ("76 attacks")."""
    noun = it.root.head if it.root.dep_ in ("nummod", "quantmod", "det") else it.root
    counted = max(it.end, noun.idx + len(noun)) if noun.pos_ in ("NOUN", "PROPN") else it.end
    events = pattern("event", "nouns")
    found = events.search(it.sentence, 0, it.start) or events.search(it.sentence, counted, it.near.end)
    return found.group() if found else None
