"""The words of 'time.toml' as patterns and as sets, made once."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tollbook.lexicon import table

_PLURALS = (("event", "nouns"), ("cumulative", "wars"), ("cumulative", "phases"))


def _entry(path: tuple[str, ...]) -> Any:
    entry: Any = table("time")
    for key in path:
        entry = entry[key]
    return entry


@cache
def pattern(*path: str) -> re.Pattern[str]:
    """The list at ``path`` as a pattern of whole words."""
    words = "|".join(sorted(_entry(path), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words}){'s?' if path in _PLURALS else ''}(?!\w)", re.I)


@cache
def words(*path: str) -> frozenset[str]:
    """The list at ``path`` as a set."""
    return frozenset(_entry(path))


def tells_deed(text: str) -> bool:
    """Whether a text speaks of an attack, a disaster or what they do."""
    return pattern("event", "nouns").search(text) is not None or pattern("event", "deeds").search(text) is not None
