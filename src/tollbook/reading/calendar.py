"""Dates as they are written in a text: the days, months and years, with where they stand.

Own expressions and not ``dateparser``: a text is full of numbers that are no dates, offsets are needed, and a page must
be read in a few milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from tollbook.lexicon import table
from tollbook.reading.isodate import to_date

_BEFORE_HINT = 32
_AFTER_HINT = 40


@dataclass(frozen=True, slots=True)
class Written:
    """A date in a text. ``year`` or ``day`` is None where it is not written; ``weekday`` counts from Monday, 0.

    ``swapped``: the same digits with day and month the other way round, where both can be.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None
    swapped: date | None = None

    @property
    def full(self) -> date | None:
        """The day, where year, month and day are written."""
        return None if self.year is None or self.day is None else to_date(self.year, self.month, self.day)

    def in_year(self, year: int) -> date | None:
        """The day in ``year``, where month and day are written."""
        return None if self.day is None else to_date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A weekday named without a date; ``late``: late in it, so that it is told the day after."""

    start: int
    end: int
    weekday: int
    tense: Literal["past", "future"]
    late: bool


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number in table("publication")["months"].items()}


@cache
def _weekdays() -> dict[str, int]:
    return {name: int(number) for name, number in table("publication")["weekdays"].items()}


def _names(words: dict[str, int]) -> str:
    """Written with a capital or in capitals, the longest first: "may" and "march" are other words."""
    spelled = [form for word in words for form in (word.capitalize(), word.upper())]
    return "|".join(sorted(set(spelled), key=lambda w: (-len(w), w)))


@cache
def _date() -> re.Pattern[str]:
    month, weekday, year = _names(_months()), _names(_weekdays()), r"(?:19|20)[0-9]{2}(?![0-9](?![0-9]?:[0-9]))"
    return re.compile(
        rf"(?:\b(?P<w>{weekday})\b\.?,?\s{{1,3}}(?:the\s)?)?"
        rf"(?:(?<![0-9.,:])(?P<d1>[0-3]?[0-9])(?:st|nd|rd|th|ST|ND|RD|TH)?(?:\sof)?[\s-]{{1,2}}(?P<m1>{month})\b\.?(?:,?[\s-]{{1,2}}(?P<y1>{year}))?"
        rf"|\b(?P<m2>{month})\b\.?,?\s{{1,2}}(?P<d2>[0-3]?[0-9])(?:st|nd|rd|th|ST|ND|RD|TH)?(?![0-9%]|[,.:][0-9])(?:,?\s{{1,2}}(?P<y2>{year}))?"
        rf"|\b(?P<m3>{month})\b\.?,?\s(?P<y3>{year})"
        r"|(?<![0-9./-])(?P<y4>(?:19|20)[0-9]{2})(?P<s4>[./-])(?P<m4>[01]?[0-9])(?P=s4)(?P<d4>[0-3]?[0-9])(?!-?[0-9])"
        r"|(?<![0-9./-])(?P<a5>[0-3]?[0-9])(?P<s5>[./-])(?P<b5>[0-3]?[0-9])(?P=s5)(?P<y5>(?:19|20)[0-9]{2})(?![./-]?[0-9]))"
    )


@cache
def _hint() -> re.Pattern[str]:
    """What no date is without: the beginning of a month's name, or digits with a mark between."""
    months = {form for name in _months() for form in (name[:3].capitalize(), name[:3].upper())}
    return re.compile(rf"\b(?:{'|'.join(sorted(months))})|[0-9][./-][0-9]")


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The whole expression is tried only around hints, since most of a text has none."""
    done = 0
    for hint in _hint().finditer(text):
        if hint.start() < done:
            continue
        match = _date().search(text, max(done, hint.start() - _BEFORE_HINT), hint.end() + _AFTER_HINT)
        if match and match.start() <= hint.start():
            done = match.end()
            yield match


def written(text: str) -> Iterator[Written]:
    """The dates of ``text`` in order."""
    for m in _matches(text):
        weekday = _weekdays()[m["w"].lower()] if m["w"] else None
        swapped = None
        if m["m1"]:
            year, month, day = m["y1"], _months()[m["m1"].lower()], m["d1"]
        elif m["m2"]:
            year, month, day = m["y2"], _months()[m["m2"].lower()], m["d2"]
        elif m["m3"]:
            year, month, day = m["y3"], _months()[m["m3"].lower()], None
        elif m["y4"]:
            year, month, day = m["y4"], int(m["m4"]), m["d4"]
        else:
            year, month, day = m["y5"], int(m["b5"]), m["a5"]
            swapped = to_date(int(year), int(day), month)
            if to_date(int(year), month, int(day)) is None:
                if swapped is None:
                    continue
                month, day, swapped = swapped.month, str(swapped.day), None
            elif swapped == to_date(int(year), month, int(day)):
                swapped = None
        if to_date(int(year or 2000), month, int(day or 1)) is None:
            continue
        known_year, known_day = int(year) if year else None, int(day) if day is not None else None
        yield Written(m.start(), m.end(), known_year, month, known_day, weekday, swapped)


@cache
def _named_day() -> re.Pattern[str]:
    full = "|".join(w.capitalize() for w in _weekdays() if w.endswith("day"))
    return re.compile(rf"\b(?:{full})\b(?P<late>\s(?:night|evening)\b)?")


@cache
def _before_day() -> re.Pattern[str]:
    words = "|".join(table("publication")["future"]["before"])
    return re.compile(rf"(?P<next>\b(?:{words})\s)?(?P<late>\b(?:late|night|evening)\s(?:on\s)?)?$")


@cache
def _modal() -> re.Pattern[str]:
    return re.compile("|".join(table("publication")["future"]["modals"]))


def named_days(text: str) -> Iterator[NamedDay]:
    """The weekdays that ``text`` names; a modal or a plan in the words just before makes one of them a day to come."""
    for m in _named_day().finditer(text):
        reach = max(0, m.start() - 90)
        sentence = max(text.rfind(". ", reach, m.start()), text.rfind("\n", reach, m.start()), reach)
        before = text[sentence : m.start()]
        lead = _before_day().search(before[-24:])
        coming = bool(lead and lead["next"]) or bool(_modal().search(before))
        late = bool(m["late"]) or bool(lead and lead["late"])
        weekday = _weekdays()[m[0].split()[0].lower()]
        yield NamedDay(m.start(), m.end(), weekday, "future" if coming else "past", late)
