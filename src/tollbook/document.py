"""A document as it was read: its text, kept as it came, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass

OUTSIDE = frozenset({"link_list", "notice", "share", "blurb", "copyright", "tags", "comments", "navigation"})
"""Kinds of furniture whose figures are other stories' or nobody's; a repeated headline is the article's own."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Characters of the text that belong to the page and not to the article; ``kind`` says which sort."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """A candidate for the day of publication: an ISO date (or month, or year), where it was found, and its words.

    ``kind`` says what sort of sign it is: ``given`` by the caller, in the ``sidecar``, in a page's ``metadata``, a
    ``page_stamp`` above the headline, a ``byline`` below it, the date of an ``updated`` version, ``today`` with a
    date, days ``elapsed`` since a known one, a ``figure``'s closing date, the last ``weekday`` with a date, the
    ``latest`` day told of, a known ``event``, or the day of a ``crawl``. ``start``/``end`` are None where it is not in
    the text.
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
