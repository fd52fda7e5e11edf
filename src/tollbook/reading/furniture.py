"""Page furniture in a text that somebody already stripped of its HTML: marked, never deleted.

Kinds, and whether a claim in one belongs to the article:

``link_list``, ``notice``, ``share``, ``blurb``, ``copyright``, ``tags``, ``comments``, ``navigation``
    it does not: these are other stories, the page, or its makers;
``repeated_headline``
    it does: the headline said again is a second claim.

Captions, subheadings and key points are the article's own and are never marked. A paragraph wrongly marked loses its
claims, a line wrongly left costs little: every rule wants a whole line, its beginning, or a header above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from tollbook.document import OUTSIDE, Furniture
from tollbook.lexicon import table
from tollbook.reading.lines import Line

_LONGEST_HEADLINE = 160
_LONGEST_LIST = 14
_NAME = re.compile(r"(?:[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|van|von|al|bin|der)){1,3}) ")
_WORDS = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")


def furniture(text: str, lines: Sequence[Line]) -> tuple[Furniture, ...]:
    """The furniture among the ``lines`` of ``text``, in order, without overlaps."""
    kinds: list[str | None] = [None if line.long else _kind_of_line(line.plain.lower()) for line in lines]
    _mark_sections(lines, kinds)
    _mark_navigation(lines, kinds)
    _mark_shouted_links(lines, kinds)
    _mark_blurbs(text, lines, kinds)
    _mark_repeated_headline(lines, kinds)
    return tuple(Furniture(line.start, line.end, kind) for line, kind in zip(lines, kinds, strict=True) if kind)


@cache
def _whole() -> dict[str, re.Pattern[str]]:
    """Patterns that a whole line must match, by kind."""
    return {kind: _any(words["line"]) for kind, words in _tables() if "line" in words and kind != "navigation"}


@cache
def _beginnings() -> dict[str, re.Pattern[str]]:
    return {kind: _any(words["start"]) for kind, words in _tables() if "start" in words}


@cache
def _header() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(table('furniture')['link_list']['header'])})\\W*")


@cache
def _sections() -> dict[str, re.Pattern[str]]:
    return {kind: _any(words["section"]) for kind, words in _tables() if "section" in words}


@cache
def _navigation() -> re.Pattern[str]:
    return _any(table("furniture")["navigation"]["line"])


@cache
def _note() -> re.Pattern[str]:
    return _any(table("furniture")["blurb"]["note"])


def _tables() -> list[tuple[str, dict[str, Any]]]:
    return [(kind, words) for kind, words in table("furniture").items() if kind in OUTSIDE]


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns))


def _kind_of_line(line: str) -> str | None:
    if _header().fullmatch(line):
        return "link_list"
    for kind, pattern in _sections().items():
        if pattern.fullmatch(line):
            return kind
    for kind, pattern in _whole().items():
        if pattern.fullmatch(line):
            return kind
    for kind, pattern in _beginnings().items():
        if pattern.match(line) and not (kind == "link_list" and line.endswith(".")):
            return kind
    return "navigation" if _navigation().fullmatch(line) else None


def _mark_sections(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """What stands under a header belongs to it."""
    for i, line in enumerate(lines):
        lower = "" if line.long else line.plain.lower()
        if kinds[i] == "link_list" and _header().fullmatch(lower):
            _mark_list(lines, kinds, i + 1)
        for kind, pattern in _sections().items():
            if kinds[i] == kind and pattern.fullmatch(lower) and i + 1 < len(lines):
                following = lines[i + 1]
                if kinds[i + 1] is None and (kind == "blurb" or not (following.body or following.closed)):
                    kinds[i + 1] = kind


def _mark_list(lines: Sequence[Line], kinds: list[str | None], first: int) -> None:
    """Headlines under the header of a list. Where they follow it without an empty line, an empty line ends them."""
    compact = first < len(lines) and not lines[first].gap
    for i in range(first, min(first + _LONGEST_LIST, len(lines))):
        line = lines[i]
        sentence = line.end - line.start > _LONGEST_HEADLINE or line.plain.endswith((".", '."', ".'"))
        if sentence or (compact and line.gap):
            return
        if kinds[i] not in (None, "link_list"):
            return
        kinds[i] = "link_list"


def _mark_navigation(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """A menu above the article: a run of short lines of a word or two, three lines at least."""
    run: list[int] = []
    for i, line in enumerate(lines):
        if line.body:
            break
        short = line.end - line.start < 30 and len(_WORDS.findall(line.plain)) <= 2
        if kinds[i] == "navigation" or (kinds[i] is None and short):
            run.append(i)
            continue
        if len(run) >= 4:
            break
        run = []
    if len(run) >= 4:
        for i in run:
            if not any(c.isdigit() for c in lines[i].plain):
                kinds[i] = kinds[i] or "navigation"


def _mark_shouted_links(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """Headlines of other stories in capitals between two paragraphs, in a text that does not shout otherwise."""
    least = table("furniture")["link_list"]["capitals"]
    shouted = [i for i, line in enumerate(lines) if kinds[i] is None and _shouts(line, least)]
    prose = sum(line.body for line in lines)
    if len(shouted) > prose / 2:
        return
    first = next((i for i, line in enumerate(lines) if line.body), len(lines))
    for i in shouted:
        if i > first and lines[i].gap and i + 1 < len(lines) and lines[i + 1].gap:
            kinds[i] = "link_list"


def _shouts(line: Line, least: int) -> bool:
    if line.long or line.end - line.start > _LONGEST_HEADLINE or not line.plain.isupper():
        return False
    return len(_LETTERS.findall(line.plain)) >= least and not line.plain.endswith(".")


def _mark_blurbs(text: str, lines: Sequence[Line], kinds: list[str | None]) -> None:
    """Notes on the writer behind the last paragraph of the article."""
    for i in range(len(lines) - 1, 0, -1):
        if kinds[i] is not None:
            continue
        line = lines[i]
        name = _NAME.match(text[line.start : line.start + 80])
        if line.end - line.start > 600 or not line.gap or not name:
            return
        if not _note().match(text[line.start + name.end() : line.end].lower()):
            return
        kinds[i] = "blurb"


def _mark_repeated_headline(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """The first headline of the text, said again before the second paragraph."""
    seen: set[tuple[str, ...]] = set()
    paragraphs = 0
    for i, line in enumerate(lines):
        paragraphs += line.body
        if paragraphs > 1:
            return
        words = tuple(_WORDS.findall(line.plain.lower()))
        if kinds[i] is None and not line.long and len(words) >= 4:
            if words in seen:
                kinds[i] = "repeated_headline"
            seen.add(words)
