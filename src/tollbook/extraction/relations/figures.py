"""The figures of a text in order: where each stands, how exact it is, whose word it is, and which may be one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tollbook.claim import Claim, Number, RelationType, Span
from tollbook.extraction.article import Article, Sentence, plain
from tollbook.lexicon import table

NEIGHBOURS = 40
"""How many figures before or after one, or how many of the best of its kind, are looked at: time stays linear."""
REACH = 3
"""How many sentences apart a total and its parts, or an old figure and the new one, may stand."""
_NEAR = 0.15
"""How far a bounded or rounded figure may lie from the exact one it stands for ("over 100" for 115)."""
_CLOSED = re.compile(r"[.!?][\"')\]]*$")
"""How a list item ends that is a sentence of the body and no headline."""
_TITLE = 25
"""A shorter first line is no headline that a repetition could be told by."""
_EXACTNESS = {"exact": 0, "approx": 1, "nearly": 2, "at_least": 2, "at_most": 2, "range": 3, "vague": 4}


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim in its place in the text.

    ``headline``: in a heading or a repetition of one; ``lead``: there or in the first paragraph;
    ``anaphor``: "the two men"; ``added``: "another two", "two more"; ``behind``: the words of its sentence after it,
    up to the next figure.
    """

    index: int
    claim: Claim
    sentence: Sentence
    headline: bool
    lead: bool
    anaphor: bool
    added: bool
    behind: str

    @property
    def value(self) -> Number:
        """The number that the words name."""
        c = self.claim
        return c.low if c.low is not None else (c.high if c.high is not None else 0)

    @property
    def digits(self) -> int:
        """How many digits of the number say something: 3 for 115, 1 for 100, 0 for "hundreds"."""
        return 0 if self.claim.qualifier == "vague" else len(str(self.value).replace(".", "").strip("0"))

    @property
    def kind(self) -> str | None:
        """The kind of its window."""
        return None if self.claim.when is None else self.claim.when.kind

    @property
    def origin(self) -> frozenset[str]:
        """The words that name who said it first."""
        if not self.claim.sources:
            return frozenset()
        words = frozenset(re.findall(r"\w+", self.claim.sources[0].text.lower()))
        return (words - frozenset(table("relations")["origins"]["ignored"])) or words


@dataclass(frozen=True, slots=True)
class Text:
    """The figures of an article in order, and the words around them."""

    article: Article
    figures: tuple[Figure, ...]

    def between(self, a: Figure, b: Figure) -> str:
        """The words from the end of one figure to the start of a later one."""
        return self.article.plain[a.claim.end : b.claim.start]

    def opening(self, f: Figure) -> str:
        """The words of its sentence before a figure."""
        return self.article.plain[f.sentence.start : f.claim.start]

    def before(self, i: int) -> tuple[Figure, ...]:
        """The figures just before the ``i``-th."""
        return self.figures[max(0, i - NEIGHBOURS) : i]

    def after(self, i: int) -> tuple[Figure, ...]:
        """The figures just after the ``i``-th."""
        return self.figures[i + 1 : i + 1 + NEIGHBOURS]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two figures, the rule that found it, and the words it stands on."""

    source: Figure
    type: RelationType
    target: Figure
    rule: str
    words: Span


Ties = dict[int, list[Tie]]
"""What is tied so far, by the index of the source."""


@cache
def pattern(section: str, name: str) -> re.Pattern[str]:
    """A regular expression of the table ``relations``."""
    return re.compile(table("relations")[section][name], re.IGNORECASE | re.DOTALL)


def is_part(ties: Ties, f: Figure) -> bool:
    """Whether a figure is known to be part of another."""
    return any(tie.type == "part_of" for tie in ties[f.index])


def figures(article: Article, claims: Sequence[Claim]) -> Iterator[Figure]:
    """The claims as figures, in the order of the text."""
    starts = [s.start for s in article.sentences]
    first = next((s for s in article.sentences if s.role == "body"), None)
    repeats = _repeats_of_the_title(article)
    order = sorted(range(len(claims)), key=lambda i: (claims[i].start, claims[i].end, i))
    for position, index in enumerate(order):
        claim = claims[index]
        sentence = article.sentences[max(0, bisect_right(starts, claim.start) - 1)]
        headline = (
            sentence.role in ("title", "heading")
            or (sentence.role == "bullet" and not _CLOSED.search(article.text(sentence.index)))
            or (first is not None and sentence.index < first.index)
            or claim.start in repeats
        )
        before = article.plain[sentence.start : claim.start]
        next_one = next((claims[i].start for i in order[position + 1 :] if claims[i].start >= claim.end), sentence.end)
        behind = article.plain[claim.end : min(next_one, sentence.end)]
        yield Figure(
            index,
            claim,
            sentence,
            headline,
            lead=headline or (first is not None and sentence.paragraph == first.paragraph),
            anaphor=pattern("anaphors", "before").search(before) is not None or claim.text.lower() == "both",
            added=pattern("added", "with").match(claim.text) is not None
            or pattern("added", "before").search(before) is not None
            or pattern("added", "after").match(behind) is not None,
            behind=behind,
        )


def _repeats_of_the_title(article: Article) -> frozenset[int]:
    """The characters where the text says its headline again (stripped pages do, once and twice)."""
    title = article.document.title or ""
    if not title and article.sentences and article.sentences[0].role == "title":
        title = article.text(0)
    if len(title) < _TITLE:
        return frozenset()
    found = re.finditer(re.escape(plain(title)), article.plain)
    return frozenset(place for m in found for place in range(m.start(), m.end()))


def same_kind(a: Claim, b: Claim) -> bool:
    """Whether two claims count the same sort of thing for the same happening."""
    return (a.measure, a.unit) == (b.measure, b.unit)


def same_time(a: Claim, b: Claim) -> bool:
    """Whether two windows may be one: no two stated ends that differ, no rate or plan against a count."""
    if a.when is None or b.when is None:
        return True
    kinds = {a.when.kind, b.when.kind}
    if len(kinds) > 1 and kinds & {"rate", "planned"}:
        return False
    return _agree(a.when.end, b.when.end) and _agree(a.when.start, b.when.start)


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def opposed(a: Claim, b: Claim) -> bool:
    """Whether one counts fighters and the other civilians."""
    return {a.status, b.status} == {"military", "civilian"}


def overlaps(a: Claim, b: Claim) -> bool:
    """Whether two claims share characters."""
    return a.start < b.end and b.start < a.end


def same_value(a: Claim, b: Claim) -> bool:
    """Whether two figures may stand for one: equal, or one rounds, bounds or magnifies the other."""
    if (a.low, a.high) == (b.low, b.high):
        return True
    loose, firm = (a, b) if _EXACTNESS[a.qualifier] >= _EXACTNESS[b.qualifier] else (b, a)
    x = firm.low if firm.low is not None else firm.high
    if x is None:
        return False
    if loose.qualifier == "vague" and loose.low is not None and loose.high is not None:
        return loose.low / 2 <= x <= loose.high
    y = loose.low if loose.low is not None else loose.high
    if y is None:
        return False
    if loose.low is not None and loose.high is not None and loose.low != loose.high:
        return loose.low <= x <= loose.high
    spread = abs(x - y) <= _NEAR * max(x, y)
    if loose.qualifier == "exact" or max(x, y) < 20:
        return x == y
    if loose.qualifier == "at_least" and firm.qualifier in ("exact", "approx"):
        return spread and x >= y
    if loose.qualifier in ("nearly", "at_most") and firm.qualifier in ("exact", "approx"):
        return spread and x <= y
    return spread
