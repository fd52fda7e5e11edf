"""Cuts a text into lines' paragraphs and sentences by rule: no model, linear time, the same cut whatever stands around.

A published splitter was not used: offsets into the text as it came, lines of stripped pages (headlines and bullets
without a full stop) and microseconds a sentence are needed here, and the cut may not depend on a model.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from tollbook.document import Document, Furniture
from tollbook.extraction.article import Article, Role, Sentence, plain
from tollbook.lexicon import table

MAX_SENTENCE = 1200
"""A longer stretch without a full stop is cut at a semicolon, comma or space: nobody reads such a sentence either."""

_DOMAINS = "|".join(table("abbreviations")["domains"])
_END = re.compile(
    r"[.!?\u2026][\"')\]]*\s++(?=[\"'(\[\u2013\-]*+\s*+[A-Z0-9\u0600-\u06ff])"
    rf"|(?<=[a-z0-9][a-z0-9])[.!?](?=(?!(?i:{_DOMAINS})\b)[A-Z][a-z]*[ ,'])"
)
"""A sentence's end: a stop, a space and a capital; or no space where a page was stripped carelessly ("12.They")."""
_WORD_BEFORE = re.compile(r"([\w.]+)\.[\"')\]]*$")
_NEXT = re.compile(r"[\"'(\[\u2013\-\s]*([\w.]+)(?:[ ](\w+))?")
_BULLET = re.compile(r"[ ]*(?:[-*\u2022\u25cf\u25aa\u2013]|\d{1,2}[.)])[ ]+(?=\S)")
_CLOSED = re.compile(r"[.!?:;\u2026][\"')\]]*[ ]*$")
_JOINABLE = 55
"""A line at least this long that is not closed, followed by one that begins in lower case, was wrapped by hand."""


def article(document: Document) -> Article:
    """The document, cut. Sentences inside furniture carry its kind."""
    text = plain(document.text)
    return Article(document, text, tuple(_sentences(text, document)))


def _sentences(text: str, document: Document) -> Iterator[Sentence]:
    starts = [f.start for f in document.furniture]
    title = _words(document.title or "")
    seen_body = False
    index = 0
    for number, (start, end) in enumerate(_blocks(text)):
        block = text[start:end]
        bullet = _BULLET.match(block)
        closed = bool(_CLOSED.search(block))
        role: Role
        if not seen_body and title and _words(block) == title:
            role = "title"
        elif bullet:
            role = "bullet"
        elif not closed and len(block) <= 180:
            role = "heading" if seen_body or title or index else "title"
        else:
            role = "body"
            seen_body = True
        offset = bullet.end() if bullet else 0
        for a, b in _split(block, offset):
            kind = _kind(document.furniture, starts, start + a, start + b)
            yield Sentence(index, start + a, start + b, number, role, kind)
            index += 1


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", plain(text).lower())


def _kind(furniture: tuple[Furniture, ...], starts: list[int], start: int, end: int) -> str | None:
    i = bisect_right(starts, start) - 1
    if i >= 0 and furniture[i].end >= min(end, start + 1):
        return furniture[i].kind
    return None


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: lines, with lines wrapped by hand joined."""
    open_start: int | None = None
    open_end = position = 0
    for line in text.split("\n"):
        start, position = position, position + len(line) + 1
        stripped = line.strip()
        if not stripped:
            if open_start is not None:
                yield open_start, open_end
                open_start = None
            continue
        begin = start + len(line) - len(line.lstrip())
        end = start + len(line.rstrip())
        if open_start is not None:
            before = text[max(open_start, open_end - 8) : open_end]
            wrapped = open_end - max(open_start, text.rfind("\n", open_start, open_end)) >= _JOINABLE
            if wrapped and not _CLOSED.search(before) and stripped[0].islower():
                open_end = end
                continue
            yield open_start, open_end
        open_start, open_end = begin, end
    if open_start is not None:
        yield open_start, open_end


def _split(block: str, offset: int) -> Iterator[tuple[int, int]]:
    start = offset
    for m in _END.finditer(block, offset):
        stop = m.start() + len(m.group().rstrip())
        if block[m.start()] == "." and not _ends(block, start, m.start() + 1, m.end()):
            continue
        yield from _shorten(block, start, stop)
        start = m.end()
    if block[start:].strip():
        yield from _shorten(block, start, len(block.rstrip()))


def _ends(block: str, start: int, dot: int, following: int) -> bool:
    """Whether the full stop that ends at ``dot`` ends a sentence."""
    word = _WORD_BEFORE.search(block, max(start, dot - 24), dot)
    if not word:
        return True
    name = word.group(1).lower()
    t = table("abbreviations")
    if name in t["titles"] or name in t["others"]:
        return False
    if name in t["months"] or name in t["before_figures"]:
        return not block[following].isdigit()
    if len(name) == 1 and name.isalpha() and word.group(1).isupper():
        return False
    if name not in t["hours"] and name not in t["initials"]:
        return True
    after = _NEXT.match(block, following)
    first, second = (after.group(1).lower(), after.group(2)) if after else ("", None)
    if name in t["hours"]:
        return first not in t["clocks"] and second != "time"
    return first in t["openers"] or block[following] in "\"'("


def _shorten(block: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_SENTENCE:
        limit = start + MAX_SENTENCE
        cut = max(block.rfind(";", start, limit), block.rfind(", ", start, limit)) + 1
        if cut <= start + MAX_SENTENCE // 2:
            cut = block.rfind(" ", start + 1, limit)
        if cut <= start:
            cut = limit
        yield start, cut
        start = cut
        while start < end and block[start] == " ":
            start += 1
    if start < end:
        yield start, end
