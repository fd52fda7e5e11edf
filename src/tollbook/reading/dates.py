"""Every sign in a text of the day it was published: the date it points to, and the words it stands on.

Each sort of sign is one function from the text to ``DateEvidence``; which of them decides is for ``publication``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tollbook.document import DateEvidence
from tollbook.lexicon import table
from tollbook.reading.calendar import NamedDay, Written, named_days, written
from tollbook.reading.isodate import to_date
from tollbook.reading.lines import Line
from tollbook.reading.milestones import Milestone, events, known_deeds, milestones
from tollbook.reading.stamps import HEAD_LINES, stamps

_NUMBER_NEAR = re.compile(r"\d[\d,.]*\d{2}|\b(?:thousand|hundred|million|dead|killed|dozen)")
_DATELINE = re.compile(
    r"^\W?[A-Z][A-Za-z'’.-]{1,20}(?:[ /-][A-Z][A-Za-z'’.-]{1,20}){0,3}"
    r"(?:, [A-Z][A-Za-z'’.-]{2,20}){0,2}(?:[,:.]? |,? \()$"
)
_DATELINE_REST = re.compile(
    r"\)?,?\s?(?:\([A-Za-z ./]{2,30}\)|/[A-Za-z ./]{2,30}/)?\s?(?:[-–—:]|\.\s)|\s?\([A-Z]{2,10}\)"
)
_AGENCY_REST = re.compile(r"\s\([A-Z][A-Za-z ./]{1,30}\)\s?[-–—]")


@dataclass(frozen=True, slots=True)
class Signs:
    """What a text holds that can tell its day, in order; ``recent``: it tells of the last day or two."""

    evidence: tuple[DateEvidence, ...]
    recent: bool


def signs(text: str, lines: Sequence[Line], kinds: Sequence[str | None], headline: int | None) -> Signs:
    """The signs of ``text``; ``kinds`` is the furniture of each line, ``headline`` the number of the title's line."""
    weekdays = tuple(named_days(text))
    body = tuple(_outside_furniture(tuple(written(text)), lines, kinds))
    stated = tuple(stamps(text, lines, headline, body, weekdays))
    stamped = {(s.start, s.end) for s in stated}
    told = tuple(d for d in body if (d.start, d.end) not in stamped and not any(_inside(d, s) for s in stated))
    past = tuple(d for d in told if not _to_come(text, d) and not _long_ago(text, d))
    deeds = tuple(milestones(text))
    floor = _floor(past, deeds)
    recent = _recent(text) or any(day.tense == "past" for day in weekdays)
    found = [
        *stated,
        *_datelines(text, lines, told, floor, stated),
        *_todays(text, told, floor),
        *_figures(text, told, floor),
        *_elapsed(text),
        *_anniversaries(text, told, weekdays, floor),
        *_weekdays(text, past, floor),
        *_latest(text, [d for d in past if not _beginning(text, d)]),
        *events(text, deeds, weekdays),
    ]
    return Signs(tuple(sorted(found, key=lambda e: (e.start or 0, e.end or 0, e.kind))), recent)


def _outside_furniture(
    dates: Sequence[Written], lines: Sequence[Line], kinds: Sequence[str | None]
) -> Iterator[Written]:
    i = 0
    for found in dates:
        while i + 1 < len(lines) and lines[i].end < found.end:
            i += 1
        if kinds[i] is None or kinds[i] == "repeated_headline":
            yield found


def _inside(found: Written, sign: DateEvidence) -> bool:
    return sign.start is not None and sign.end is not None and sign.start <= found.start and found.end <= sign.end


# Signs in the article itself.


def _datelines(
    text: str, lines: Sequence[Line], told: Sequence[Written], floor: date | None, stated: Sequence[DateEvidence]
) -> Iterator[DateEvidence]:
    """A dateline, "KYIV, May 3 (Agency) –", at the beginning of a paragraph; a year left out is the first that fits."""
    starts = {line.start for line in lines[:HEAD_LINES]}
    for found in told:
        if found.day is None:
            continue
        start = text.rfind("\n", max(0, found.start - 80), found.start) + 1
        if not any(s in starts for s in range(start, min(start + 3, found.start + 1))):
            continue
        before, rest = text[start : found.start], text[found.end : found.end + 40]
        if _DATELINE_REST.match(rest) if _DATELINE.search(before) else (not before and _AGENCY_REST.match(rest)):
            after = max((date.fromisoformat(s.date) for s in stated), default=None)
            day = found.full or _first_from(found, floor, after)
            if day:
                yield DateEvidence(day.isoformat(), "byline", text[start : found.end], start, found.end)


@cache
def _today() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(table('publication')['today']['words'])})$", re.IGNORECASE)


def _todays(text: str, told: Sequence[Written], floor: date | None) -> Iterator[DateEvidence]:
    for found in told:
        match = _today().search(text[max(0, found.start - 30) : found.start])
        if match and found.day is not None:
            day = found.full or _first_from(found, floor, None)
            if day:
                start = max(0, found.start - 30) + match.start()
                yield DateEvidence(day.isoformat(), "today", text[start : found.end], start, found.end)


@cache
def _until() -> tuple[re.Pattern[str], re.Pattern[str]]:
    closed, *stated = table("publication")["figure"]["until"]
    return re.compile(f"(?:{closed})$", re.IGNORECASE), re.compile(rf"\b(?:{'|'.join(stated)})$", re.IGNORECASE)


def _figures(text: str, told: Sequence[Written], floor: date | None) -> Iterator[DateEvidence]:
    """A figure's closing date: told on that day ("as of"), or on the next where its window closed on it.

    Old figures have closing dates too: this one must be the last day dated, or have "the past 24 hours" or such near.
    """
    closed, stated = _until()
    last = max((d.full for d in told if d.full is not None), default=None)
    for found in told:
        day = found.full or (_first_from(found, floor, None) if found.weekday is not None else None)
        if day is None or _to_come(text, found, 60):
            continue
        start = max(0, found.start - 60)
        before = text[start : found.start]
        near = text[max(0, found.start - 140) : found.start] + text[found.end : found.end + 140]
        window = closed.search(before)
        match = window or stated.search(before)
        if match and _NUMBER_NEAR.search(near) and (day == last or _recent(near)):
            told_on = day + timedelta(days=1) if window else day
            begin = start + match.start()
            yield DateEvidence(told_on.isoformat(), "figure", text[begin : found.end], begin, found.end)


@cache
def _counted_days() -> re.Pattern[str]:
    words = [p.replace("?P<n>", f"?P<n{i}>") for i, p in enumerate(table("publication")["elapsed"]["ordinal"])]
    return re.compile("|".join(words))


@cache
def _starts() -> tuple[tuple[re.Pattern[str], date], ...]:
    """First days of wars that news counts from, the latest first."""
    full = [e for e in table("events")["start"] if len(e["date"]) == len("2022-02-24")]
    days = [(re.compile(e["about"]), date.fromisoformat(e["date"])) for e in full]
    return tuple(sorted(days, key=lambda entry: entry[1], reverse=True))


def _elapsed(text: str) -> Iterator[DateEvidence]:
    """Counted days, "day 68 of the invasion": the first is day 1. The war is the one that the text speaks of most."""
    of = re.compile("|".join(table("publication")["elapsed"]["of"]), re.IGNORECASE)
    for match in _counted_days().finditer(text):
        n = int(next(g for g in match.groups() if g))
        if not of.search(text[max(0, match.start() - 80) : match.end() + 80]):
            continue
        near = text[max(0, match.start() - 400) : match.end() + 400]
        counted = [(len(about.findall(near)), start) for about, start in _starts()]
        most, start = max(counted, key=lambda c: c[0])
        if most and (sum(c == most for c, _ in counted) == 1 or _war_named(near, start)):
            yield DateEvidence(
                (start + timedelta(days=n - 1)).isoformat(), "elapsed", match[0], match.start(), match.end()
            )


def _war_named(near: str, start: date) -> bool:
    return any(known.day == start and known.about.search(near) for known in known_deeds())


def _anniversaries(
    text: str, told: Sequence[Written], weekdays: Sequence[NamedDay], floor: date | None
) -> Iterator[DateEvidence]:
    """An anniversary "next week" of a beginning that the text dates: the weekday named most, in the week before."""
    words = table("publication")["anniversary"]
    named = [w.weekday for w in weekdays if w.tense == "past"]
    days = [d.full for d in told if d.full is not None and _beginning(text, d)]
    if words["words"] not in text or not named or not days:
        return
    soon = re.search("|".join(words["soon"]), text)
    if soon is None:
        return
    first = max(days)
    again = _comes_round(first, max(floor or first, first))
    if again:
        weekday = max(set(named), key=lambda w: (named.count(w), w))
        monday = again - timedelta(days=again.weekday() + 7)
        yield DateEvidence((monday + timedelta(days=weekday)).isoformat(), "elapsed", soon[0], soon.start(), soon.end())


def _comes_round(first: date, after: date) -> date | None:
    """The first anniversary of ``first`` after the day ``after``."""
    years = [to_date(year, first.month, first.day) for year in (after.year, after.year + 1)]
    return next((day for day in years if day and day > after and day > first), None)


def _weekdays(text: str, past: Sequence[Written], floor: date | None) -> Iterator[DateEvidence]:
    """The last day told of with its weekday and no year, as only a day of these weeks is: both fix the year."""
    days = [(_first_from(d, floor, None), d) for d in past if d.weekday is not None and d.year is None]
    last = max(((day, d.start, d.end) for day, d in days if day), default=None)
    if last is not None:
        day, start, end = last
        yield DateEvidence(day.isoformat(), "weekday", text[start:end], start, end)


def _latest(text: str, past: Sequence[Written]) -> Iterator[DateEvidence]:
    """The last day that the text tells of."""
    last = max((d for d in past if d.full is not None), key=lambda d: d.full or date.min, default=None)
    if last is not None and last.full is not None:
        yield DateEvidence(last.full.isoformat(), "latest", text[last.start : last.end], last.start, last.end)


# Time that has not come, and time long gone.


@cache
def _coming() -> re.Pattern[str]:
    return re.compile("|".join(table("publication")["future"]["modals"]))


def _to_come(text: str, found: Written, reach: int = 45) -> bool:
    return bool(_coming().search(text[max(0, found.start - reach) : found.start]))


@cache
def _history() -> re.Pattern[str]:
    return re.compile("|".join(table("publication")["history"]["words"]))


def _long_ago(text: str, found: Written) -> bool:
    return bool(_history().search(text[max(0, found.start - 50) : found.end + 50].lower()))


@cache
def _begins() -> re.Pattern[str]:
    return re.compile("|".join(table("publication")["history"]["beginnings"]), re.IGNORECASE)


def _beginning(text: str, found: Written) -> bool:
    """Whether it is the day that something is counted from."""
    return bool(_begins().search(text[max(0, found.start - 60) : found.start]))


def _recent(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in table("publication")["recent"]["words"])


def _floor(past: Sequence[Written], deeds: Sequence[Milestone]) -> date | None:
    days = [to_date(d.year, d.month, d.day or 1) for d in past if d.year is not None]
    return max([d for d in days if d is not None] + [m.day for m in deeds], default=None)


def _first_from(found: Written, floor: date | None, stamp: date | None) -> date | None:
    """The day of a date without a year: in the stamp's year or the one before, else the first from the floor on."""
    if stamp is not None:
        candidates = [d for d in (found.in_year(stamp.year), found.in_year(stamp.year - 1)) if d and d <= stamp]
        return candidates[0] if candidates else None
    if floor is None or found.day is None:
        return None
    for year in range(floor.year, floor.year + 8):
        day = found.in_year(year)
        if day and day >= floor and (found.weekday is None or found.weekday == day.weekday()):
            return day
        if day and found.weekday is None and year > floor.year:
            return None
    return None
