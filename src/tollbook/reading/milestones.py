"""Deeds whose day everybody knows: what a text that speaks of them says about its own day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tollbook.document import DateEvidence
from tollbook.lexicon import table
from tollbook.reading.calendar import NamedDay

_LEAD = 450
_NEWS_DAYS = 5


@dataclass(frozen=True, slots=True)
class Milestone:
    """A deed whose day everybody knows, and where a text names it; ``background``: texts lean on it for years."""

    day: date
    start: int
    end: int
    background: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A deed of the table: its day, the words without which it is not meant, and what settles that it is."""

    day: date
    words: tuple[str, ...]
    about: re.Pattern[str]
    background: bool


@cache
def known_deeds() -> tuple[Known, ...]:
    """The table, compiled."""
    return tuple(
        Known(
            date.fromisoformat(row["date"]),
            tuple(row["words"]),
            re.compile(row.get("about", "|".join(re.escape(word) for word in row["words"]))),
            row.get("background", False),
        )
        for row in table("milestones")["milestone"]
    )


def milestones(text: str) -> Iterator[Milestone]:
    """Each milestone that the text speaks of, where it is first named."""
    for known in known_deeds():
        if any(word in text for word in known.words) and (match := known.about.search(text)):
            yield Milestone(known.day, match.start(), match.end(), known.background)


@cache
def _lately() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('publication')['recent']['lately'])})\b")


def events(text: str, named_deeds: Sequence[Milestone], weekdays: Sequence[NamedDay]) -> Iterator[DateEvidence]:
    """The last known deed: its month where it is called recent; the last weekday after it where it is the news."""
    last = max(named_deeds, key=lambda m: m.day, default=None)
    if last is None or last.background:
        return
    day, start, end = last.day, last.start, last.end
    if _lately().search(text[max(0, start - 60) : end + 60]):
        yield DateEvidence(day.isoformat()[:7], "event", text[start:end], start, end)
        return
    past = [w for w in weekdays if w.tense == "past"]
    if start < _LEAD and past:
        named = {w.weekday: w.late for w in past}
        days = [day + timedelta(days=ahead) for ahead in range(_NEWS_DAYS)]
        told = [d for d in days if d.weekday() in named]
        if told:
            published = told[-1] + timedelta(days=named[told[-1].weekday()])
            yield DateEvidence(published.isoformat(), "event", text[start:end], start, end)
