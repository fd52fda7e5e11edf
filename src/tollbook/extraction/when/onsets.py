"""The day that an attack or a disaster happened, where a sentence says so whatever else it dates: "Friday's blast"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tollbook.extraction.when.timex import Timex
from tollbook.extraction.when.words import pattern

BEFORE = 110
"""Characters before a date in which an event and its verb can stand ("the quake that struck the north on …")."""
_OF_DAY = re.compile(r"(?:'s)?(?: [\w-]+){0,3}? $")


def day_named(text: str, times: Iterable[Timex]) -> Timex | None:
    """The day that names an event ("Friday's blast"); offsets are in ``text``."""
    for x in _days(times):
        event = pattern("event", "nouns").search(text, x.end, x.end + 40)
        if text.startswith("'s ", x.end) and event and _OF_DAY.fullmatch(text, x.end, event.start()):
            return x
    return None


def onset(text: str, times: Iterable[Timex]) -> Timex | None:
    """The day that names an event, or that one is said to have happened on ("the quake struck on Friday")."""
    found = list(_days(times))
    named = day_named(text, found)
    if named is not None:
        return named
    for x in found:
        before = text[max(0, x.start - BEFORE) : x.start]
        verb = pattern("event", "happens").search(before)
        if verb is not None and pattern("event", "nouns").search(before[: verb.start()]):
            return x
        if pattern("event", "befalls").search(before):
            return x
    return None


def _days(times: Iterable[Timex]) -> Iterable[Timex]:
    return (x for x in times if x.role == "point" and x.grain in ("day", "bare") and x.last is not None)
