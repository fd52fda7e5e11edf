"""Direct speech: where quotations begin and end, also over several sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby

from tollbook.claim import Span
from tollbook.extraction.article import Article

_SINGLE_OPEN = re.compile(r"(?:(?<=^)|(?<=[\s(\[\"\u2013]))'(?=[A-Za-z0-9\[])")
_SINGLE_CLOSE = re.compile(r"(?<=[.,!?\u2026])'(?=\W|$)|(?<=[^\Ws])'(?=\W|$)|(?<=s)'(?=[.,;:)]|\s*$)")
_LEADS_IN = re.compile(r"(?:^|[,:.!?\u2013]\s*)$")
"""What stands before a single mark that opens speech and is never closed, unlike that of a name ("Imad 'Atta")."""
_CLOSING = re.compile(r'[^"]*[^\s"]"(?!\w)')
_PARAGRAPHS = 6
"""Over how many paragraphs a quotation may go on with no mark at their beginning."""
_SPEECH = 4
"""Quoted words fewer than this are a term in quotation marks, not speech."""


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of an article in order, marks included."""

    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    def around(self, offset: int) -> Span | None:
        """The quotation that ``offset`` is inside of."""
        i = bisect_right(self.starts, offset) - 1
        return self.spans[i] if i >= 0 and offset < self.spans[i].end else None


def quotations(article: Article) -> Quotations:
    """The quotations of the article.

    One that its paragraph leaves open goes to the paragraph's end, or to the mark that closes it in a later paragraph
    where none between has any mark.
    """
    found: list[Span] = []
    opened: int | None = None
    paragraphs = 0
    for _, group in groupby(article.sentences, key=lambda s: s.paragraph):
        sentences = list(group)
        start = sentences[0].start
        block = article.plain[start : sentences[-1].end]
        closing = _CLOSING.match(block)
        if opened is not None and closing:
            while found and found[-1].start >= opened:
                found.pop()
            found.append(Span(opened, start + closing.end()))
        spans = _double(block) if '"' in block else _single(block)
        found += [Span(start + a, start + b) for a, b in spans if len(block[a:b].split()) >= _SPEECH]
        paragraphs += 1
        if '"' in block:
            left = spans and spans[-1][1] == len(block) and not block.endswith('"')
            opened, paragraphs = (start + spans[-1][0] if left else None), 0
        elif paragraphs == _PARAGRAPHS:
            opened = None
    return Quotations(tuple(found), tuple(s.start for s in found))


def _double(block: str) -> list[tuple[int, int]]:
    """Pairs of marks; a mark that cannot close what is open, or open anything, does not count."""
    out: list[tuple[int, int]] = []
    opened: int | None = None
    for m in re.finditer('"', block):
        i = m.start()
        after, before = block[i + 1 : i + 2], block[i - 1 : i] if i else ""
        may_open = (not before or before in " (['\u2013\n:") and bool(after) and not after.isspace()
        may_close = bool(before) and not before.isspace()
        if opened is None:
            opened = i if may_open or not may_close else None
        elif may_open and not may_close:
            if block[opened:i].rstrip()[-1:] in ".!?,":
                out.append((opened, i))
            opened = i
        else:
            out.append((opened, i + 1))
            opened = None
    if opened is not None and opened < len(block) - 1:
        out.append((opened, len(block)))
    return out


def _single(block: str) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    position = 0
    while opening := _SINGLE_OPEN.search(block, position):
        closing = _SINGLE_CLOSE.search(block, opening.end() + 1)
        end = closing.end() if closing else len(block)
        if closing or _LEADS_IN.search(block, 0, opening.start()):
            out.append((opening.start(), end))
        position = end if closing else opening.end()
    return out
