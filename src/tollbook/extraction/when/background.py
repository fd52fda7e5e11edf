"""What an article as a whole says about time: the war it counts from, whether it is one event, what a report covers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tollbook.extraction.article import Article
from tollbook.extraction.when.counted_from import counted_from
from tollbook.extraction.when.timex import Timex
from tollbook.extraction.when.timexes import timexes
from tollbook.extraction.when.words import pattern, tells_deed

TOP = 6
"""How many sentences at the top of an article can say what it is about."""


@dataclass(frozen=True, slots=True)
class Background:
    """What the sentences of an article stand before.

    ``war`` is the start of the war it counts from; ``disaster`` and ``single`` say that it tells of a disaster, or in
    its title of one attack; ``digest`` that it is many stories; ``coverage`` is the span that a report in it covers.
    """

    published: str | None
    war: str | None
    disaster: bool
    single: bool
    digest: bool
    coverage: Timex | None


def background(article: Article) -> Background:
    """What the article says as a whole."""
    document = article.document
    first = top(article)
    title = document.title or (article.text(0) if article.sentences and article.sentences[0].role == "title" else "")
    words = " ".join([title, *(article.text(j) for j in first)])
    fought = max(_count("cumulative", "wars", words), _count("event", "fought", words))
    disaster = _count("event", "disasters", words) > fought
    return Background(
        published=document.published,
        war=counted_from(article.plain, document.published),
        disaster=disaster,
        single=tells_deed(title) and pattern("cumulative", "wars").search(title) is None,
        digest=not disaster and pattern("carry", "digests").search(title) is not None,
        coverage=_coverage(article, (s.index for s in article.sentences if s.furniture is None)),
    )


def top(article: Article) -> list[int]:
    """The sentences that open the article."""
    return [s.index for s in article.sentences if s.furniture is None][:TOP]


def _count(group: str, name: str, text: str) -> int:
    return len(pattern(group, name).findall(text))


def _coverage(article: Article, indices: Iterable[int]) -> Timex | None:
    for j in indices:
        text = article.text(j)
        if pattern("cumulative", "coverage").search(text) and pattern("speech", "nouns").search(text):
            for x in timexes(text, article.document.published):
                if x.role == "span" and x.last is not None:
                    at = article.sentences[j].start
                    return replace(x, start=x.start + at, end=x.end + at)
    return None


def recalls_opening(text: str, x: Timex, war: str | None) -> bool:
    """Whether a date (offsets in ``text``) only recalls when the war began ("the invasion that began on …")."""
    if war is None or x.last != war:
        return False
    around = text[max(0, x.start - 45) : x.end + 45]
    return (
        pattern("cumulative", "wars").search(around) is not None
        or pattern("starts", "invading").search(around) is not None
    )
