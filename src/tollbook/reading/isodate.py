"""ISO dates of the three lengths that a publication date may have: YYYY-MM-DD, YYYY-MM, YYYY."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)


def is_iso_date(text: str) -> bool:
    """Whether ``text`` is a day, month or year that the calendar has, in ISO form."""
    match = _ISO.fullmatch(text)
    if not match:
        return False
    return to_date(int(match[1]), int(match[2] or 1), int(match[3] or 1)) is not None


def to_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
