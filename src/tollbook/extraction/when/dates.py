"""Arithmetic on ISO dates that may be a day, a month or only a year."""

from __future__ import annotations

from datetime import date


def full(iso: str | None) -> date | None:
    """The day, or None where the date is not known to the day."""
    return date.fromisoformat(iso) if iso is not None and len(iso) == 10 else None


def shift(iso: str | None, days: int) -> str | None:
    """``iso`` moved by days; None where it is not known to the day, or where that leaves the calendar."""
    day = full(iso)
    if day is None or not 1 <= day.toordinal() + days <= date.max.toordinal():
        return None
    return date.fromordinal(day.toordinal() + days).isoformat()


def month_back(iso: str | None, months: int) -> str | None:
    """The month that many months before the one ``iso`` lies in; None where only the year is known."""
    if iso is None or len(iso) < 7:
        return None
    count = int(iso[:4]) * 12 + int(iso[5:7]) - 1 - months
    return None if count < 12 else f"{count // 12:04d}-{count % 12 + 1:02d}"


def year_back(iso: str | None, years: int) -> str | None:
    """The year that many years before ``iso``."""
    return None if iso is None or int(iso[:4]) <= years else f"{int(iso[:4]) - years:04d}"


def last_weekday(iso: str | None, weekday: int, *, before: bool = False) -> str | None:
    """The latest such weekday (Monday is 0) up to ``iso``, or before it."""
    day = full(iso)
    if day is None:
        return None
    back = (day.weekday() - weekday) % 7
    return shift(iso, -(back or (7 if before else 0)))


def latest(iso: str | None, month: int, day: int | None = None) -> str | None:
    """The latest such month, or day of the year, that had begun by ``iso``; None where that leaves the year open."""
    if iso is None or len(iso) < 7:
        return None
    year = int(iso[:4])
    later = (month, day or 0) > (int(iso[5:7]), int(iso[8:10]) if day and len(iso) == 10 else 31)
    return compose(year - later, month, day)


def compose(year: int, month: int, day: int | None = None) -> str | None:
    """The ISO date of its parts; None where the calendar has no such day."""
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
