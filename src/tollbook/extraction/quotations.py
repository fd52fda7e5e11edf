"""Direct speech: where quotations begin and end, also over several sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right

from tollbook.claim import Span
from tollbook.extraction.article import Article

_SINGLE_OPEN = re.compile(r"(?:(?<=^)|(?<=[\s(\[\"\u2013]))'(?=[A-Za-z0-9\[])")
_SINGLE_CLOSE = re.compile(r"(?<=[.,!?\u2026])'(?=\W|$)|(?<=[^\Ws])'(?=\W|$)|(?<=s)'(?=[.,;:)]|\s*$)")
_SPEECH = 4
"""Quoted words fewer than this are a term in quotation marks, not speech."""


def quotations(article: Article) -> tuple[Span, ...]:
    """The quotations of the article in order, marks included; one left open at a paragraph's end goes to that end."""
    found: list[Span] = []
    number = -1
    blocks: list[tuple[int, int]] = []
    for s in article.sentences:
        if s.paragraph != number:
            blocks.append((s.start, s.end))
            number = s.paragraph
        else:
            blocks[-1] = (blocks[-1][0], s.end)
    for start, end in blocks:
        block = article.plain[start:end]
        spans = _double(block) if '"' in block else _single(block)
        found += [Span(start + a, start + b) for a, b in spans if len(block[a:b].split()) >= _SPEECH]
    return tuple(found)


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
        out.append((opening.start(), end))
        position = end
    return out


def around(spans: tuple[Span, ...], offset: int) -> int | None:
    """The number of the quotation that ``offset`` is inside of."""
    i = bisect_right([s.start for s in spans], offset) - 1
    return i if i >= 0 and spans[i].start <= offset < spans[i].end else None
