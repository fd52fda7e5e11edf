"""The lines of a text as the reading steps look at them: where each stands, and its words with plain quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONG = 320
"""A longer line is prose, whatever it says."""

_LINE = re.compile(r"[^\n\r\u2028\u2029\u0085]+")
_FORMAT = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")
PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u2014": "\u2013"})
"""Curly quotes and the like made plain, character for character."""

_CLOSED = re.compile(r"[.!?;\u2026][\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it: ``text[start:end]`` without white space at its ends.

    ``plain`` is for matching: plain quotes, no marks, and of long lines only the beginning and the end. ``gap``: an
    empty line or the beginning of the text stands before it.
    """

    start: int
    end: int
    plain: str
    gap: bool

    @property
    def long(self) -> bool:
        """Whether it is prose by its length."""
        return self.end - self.start > LONG

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_CLOSED.search(self.plain[-8:]))

    @property
    def body(self) -> bool:
        """Whether it is a paragraph: long, or a sentence of some length."""
        return self.long or (self.closed and self.end - self.start >= 90)


def lines(text: str) -> Iterator[Line]:
    """The lines of ``text`` in order, empty ones passed over."""
    previous = None
    for match in _LINE.finditer(text):
        start, end = match.span()
        raw = match[0]
        stripped = raw.strip()
        if not stripped:
            continue
        start += len(raw) - len(raw.lstrip())
        plain = _FORMAT.sub("", stripped[: LONG + 1].translate(PLAIN)).strip()
        if end - start > LONG:
            plain += stripped[-8:].translate(PLAIN)
        between = "\n\n" if previous is None else text[previous:start].replace("\r\n", "\n").replace("\r", "\n")
        yield Line(start, start + len(stripped), plain, between.count("\n") != 1)
        previous = end
