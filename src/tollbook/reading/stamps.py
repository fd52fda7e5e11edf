"""The page's own statement of its date: a line of its own, a label, or the very beginning of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from tollbook.document import DateEvidence
from tollbook.lexicon import table
from tollbook.reading.calendar import NamedDay, Written
from tollbook.reading.lines import PLAIN, Line

HEAD_LINES = 14
"""How many lines at the top may be the page's, at most; the second paragraph ends them."""

_TAIL_LINES = 6
_DEEPEST_STAMP = 300
_LONGEST_STAMP = 120
_LEADS_TO = re.compile(r"\b[a-z]+ $")
_LOWER_WORD = re.compile(r"\b[a-z]{3,}\b")


@cache
def _labels() -> dict[str, re.Pattern[str]]:
    labels = table("publication")["labels"]
    kinds = {"byline": labels["published"], "updated": labels["updated"], "crawl": labels["crawled"]}
    first = "|".join(labels["first"])
    # "published" in the midst of a paragraph is prose; "Published" is a label.
    patterns = {kind: re.compile(rf"\b(?:{'|'.join(words)})\s*[:|–-]?\s*$") for kind, words in kinds.items()}
    within = re.compile(rf"\b(?:{'|'.join(labels['updated'])})\b")
    return {**patterns, "updated within": within, "first": re.compile(rf"(?:^|[|•·–-]\s*)(?:{first})\s*[:|–-]?\s*$")}


@cache
def _after_agency() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in table("publication")["labels"]["agencies"])
    return re.compile(rf"\b(?:{names})\W{{0,3}}$")


def stamps(
    text: str, lines: Sequence[Line], headline: int | None, dates: Sequence[Written], weekdays: Sequence[NamedDay]
) -> Iterator[DateEvidence]:
    """Dates that stand alone, behind a label, or at the very beginning of the first paragraphs."""
    zone: list[int] = []
    paragraphs = 0
    for i, line in enumerate(lines[:HEAD_LINES]):
        paragraphs += line.body
        zone.append(i)
        if paragraphs == 2:
            break
    tail = [i for i in range(max(len(zone), len(lines) - _TAIL_LINES), len(lines)) if not lines[i].body]
    head = set(zone)
    dated = iter(dates)
    title = "" if headline is None else lines[headline].plain
    found = next(dated, None)
    for i in (*zone, *tail):
        line = lines[i]
        while found is not None and found.start < line.end:
            if line.start <= found.start < line.start + _DEEPEST_STAMP and found.full is not None:
                before = _without_headline(text[line.start : found.start], title)
                kind = _stamp_kind(text, line, found, before, i in head, headline is not None and i < headline)
                if kind:
                    day = _readable(found, found.full, weekdays)
                    yield DateEvidence(day.isoformat(), kind, text[found.start : found.end], found.start, found.end)
            found = next(dated, None)


def _without_headline(before: str, headline: str) -> str:
    """What stands before a date in its line, less the headline that some pages repeat there."""
    said = before[: len(headline)].translate(PLAIN)
    return before[len(headline) :].lstrip(" .|–-") if headline and said.lower() == headline.lower() else before


def _stamp_kind(text: str, line: Line, found: Written, before: str, in_head: bool, above_headline: bool) -> str | None:
    if kind := _labelled(text, line, found, before):
        return kind
    if not in_head:
        return None
    opens = line.body and before.strip(" [(|•·–-") == "" and _opens_article(text, line, found)
    by_agency = line.body and _after_agency().search(before.lower()) is not None
    if not (opens or by_agency or (not line.body and _only_stamp(text, line, found))):
        return None
    if not line.body and _labels()["updated within"].search(before.lower()):
        return "updated"
    return "page_stamp" if above_headline else "byline"


def _labelled(text: str, line: Line, found: Written, before: str) -> str | None:
    """The kind that a label right before the date gives it; in a paragraph only a capital makes a word a label."""
    label = before[-80:].strip()
    for kind in ("byline", "updated", "crawl"):
        match = _labels()[kind].search(label.lower())
        if match and (not line.body or label[match.start() : match.start() + 1].isupper()):
            return kind
    if _labels()["first"].search(label.lower()) and not (line.body and not _opens_article(text, line, found)):
        return "byline"
    return None


def _only_stamp(text: str, line: Line, found: Written) -> bool:
    """Whether a short line is names, times and marks around a date, and not a sentence or a caption."""
    before = text[line.start : found.start]
    if _LEADS_TO.search(before):
        return False
    rest = before + " " + text[found.end : line.end]
    words = [word for word in _LOWER_WORD.findall(rest) if word not in table("publication")["labels"]["small"]]
    return len(rest) <= _LONGEST_STAMP and len(words) <= 1 and not _credit().search(rest.lower())


@cache
def _credit() -> re.Pattern[str]:
    return re.compile("|".join(table("publication")["labels"]["credits"]))


def _opens_article(text: str, line: Line, found: Written) -> bool:
    """A date at the start of a paragraph is the page's, unless the sentence goes on from it ("July 9, 2005 was …")."""
    numeric = not any(c.isalpha() for c in text[found.start : found.end])
    goes_on = text[found.end : found.end + 1] == "," or text[found.end + 1 : found.end + 2].islower()
    return line.body and (numeric or not goes_on)


def _readable(found: Written, day: date, weekdays: Sequence[NamedDay]) -> date:
    """The day of a written date; of the two ways to read 5/4/2016, the one that goes better with the weekdays named."""
    if found.swapped is None:
        return day
    told = {w.weekday for w in weekdays if w.tense == "past"}

    def fits(candidate: date) -> bool:
        return candidate.weekday() in told or (candidate.weekday() - 1) % 7 in told

    return found.swapped if fits(found.swapped) and not fits(day) else day
