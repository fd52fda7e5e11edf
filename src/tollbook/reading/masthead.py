"""Title, publisher and author of a text, where the text itself shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tollbook.document import Furniture
from tollbook.lexicon import table
from tollbook.reading.lines import Line

_LONGEST_TITLE = 220
_SHORTEST_TITLE = 3
_DATE_LINE = re.compile(r"^(?:\w+,? )?(?:\d{1,2}[ /.-]\w+[ /.-]\d{4}|\w+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b.{0,40}$")
_BYLINE = re.compile(
    r"[Bb][Yy]:? (?P<name>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,3}"
    r"(?:(?:,| and| &) [A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,3}){0,3})\b.{0,60}$"
)
_NAME = re.compile(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,3}")
_ABBREVIATED = re.compile(r"\b[A-Z]\.$")
_END = 20_000
_CONTENT = re.compile(r"\w{4,}")


def headline(text: str, lines: Sequence[Line], kinds: Sequence[str | None]) -> int | None:
    """Which of the ``lines`` is the headline; None where the text begins with its first paragraph.

    It is the first line above the first paragraph that is no furniture, date, byline or credit. Below a menu, where
    section names look like headlines, it is the line that shares most words with the article.
    """
    candidates: list[int] = []
    menu = False
    for i, line in enumerate(lines):
        if line.body:
            break
        menu = menu or kinds[i] == "navigation"
        if kinds[i] is None and _may_be_headline(line, first=i == 0):
            candidates.append(i)
    if not candidates:
        return None
    if not menu:
        return candidates[0]
    first = lines[candidates[-1]].end
    words = set(_CONTENT.findall(text[first : first + 3000].lower()))
    return max(candidates, key=lambda i: (len(words & set(_CONTENT.findall(lines[i].plain.lower()))), -i))


@cache
def _never() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in table("furniture")["title"]["never"]))


def _may_be_headline(line: Line, *, first: bool) -> bool:
    """Whether the line can be a headline; of those that some papers close with a full stop, only the first line."""
    if line.end - line.start > _LONGEST_TITLE or len(re.findall(r"\w+", line.plain)) < _SHORTEST_TITLE:
        return False
    stopped = line.plain.endswith(".") and not first and not _ABBREVIATED.search(line.plain)
    sentence = stopped or line.plain.endswith(":")
    if sentence or line.plain[0] in "-*•●▪–" or _DATE_LINE.match(line.plain):
        return False
    return not _never().fullmatch(line.plain.lower())


def author(text: str, lines: Sequence[Line], furniture: Sequence[Furniture]) -> str | None:
    """The writer's name: a line "By …" above the article, or the name under "Written by" below it."""
    for line in lines[:12]:
        if not line.long and (match := _BYLINE.match(text[line.start : line.end])):
            return match["name"]
    blurbs = [text[f.start : f.end] for f in furniture if f.kind == "blurb"]
    headers = re.compile("|".join(table("furniture")["blurb"]["section"]))
    names = (_NAME.match(words) for words in blurbs if not headers.fullmatch(words.lower()))
    return next((name[0] for name in names if name), None)


def publisher(text: str) -> str | None:
    """The outlet, by a mark that only it leaves in its pages; None where there is no such mark."""
    ends = text if len(text) <= 2 * _END else f"{text[:_END]}\n{text[-_END:]}"
    for name, words, marks in _outlets():
        if any(word in ends for word in words) and marks.search(ends):
            return name
    never = set(table("publishers")["never"]["names"])
    for words, pattern in _marks():
        if any(word in ends for word in words):
            for match in pattern.finditer(ends):
                name = match["name"].strip(" .,").removesuffix(" All Rights").removesuffix(" All")
                if name.removeprefix("The ") not in never and name.split()[0] not in ("All", "Rights"):
                    return name
    return None


@cache
def _outlets() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    rows = table("publishers")["publisher"]
    return tuple((row["name"], tuple(row["words"]), re.compile("|".join(row["marks"]), re.MULTILINE)) for row in rows)


@cache
def _marks() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    return tuple((tuple(row["words"]), re.compile(row["pattern"])) for row in table("publishers")["mark"])
