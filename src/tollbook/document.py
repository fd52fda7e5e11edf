"""A document as it was read: its text, kept as it came, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Furniture:
    """Characters of the text that belong to the page and not to the article; ``kind`` says which sort."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """A candidate for the day of publication: an ISO date (or month, or year), where it was found, and its words.

    ``kind`` is one of ``given``, ``sidecar``, ``metadata``, ``page_stamp``, ``byline``, ``today``, ``weekday``, ``latest``,
    ``figure``, ``crawl``; ``start``/``end`` are None where the evidence is not in the text.
    """

    date: str
    kind: str
    words: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article. Offsets everywhere count Unicode code points of ``text``."""

    id: str
    text: str
    sha256: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    dates: tuple[DateEvidence, ...] = ()
    date_conflict: str | None = None
    furniture: tuple[Furniture, ...] = ()
