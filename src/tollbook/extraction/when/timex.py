"""The type of a time expression: where it stands, what it says, and which dates it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["point", "window", "span", "since", "until", "rate", "future"]
Grain = Literal["day", "bare", "month", "year", "decade", "start", "clock"]


@dataclass(frozen=True, slots=True)
class Timex:
    """Words that place something in time: ``text[start:end]``.

    ``first`` and ``last`` are ISO dates (day, month or year), None where words and publication date do not fix them.
    ``grain`` is ``bare`` for a day named by its weekday or relation to today, ``start`` for the beginning of a war,
    ``clock`` for an hour without a day (that of publication, where nothing else says).
    """

    start: int
    end: int
    role: Role
    first: str | None = None
    last: str | None = None
    grain: Grain = "day"
    per: str | None = None
