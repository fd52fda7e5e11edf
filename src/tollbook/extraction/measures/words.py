"""The vocabulary of the measures, as `lexicon/measuring.toml` has it."""

from __future__ import annotations

import re
from functools import cache

from tollbook.lexicon import table


@cache
def words(name: str) -> frozenset[str]:
    """The words or phrases of the list ``name``, in lower case."""
    return frozenset(table("measuring")["words"][name])


@cache
def measures(name: str) -> frozenset[str]:
    """The names of the measures of the list ``name``."""
    return frozenset(table("measuring")["measures"][name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The regular expression ``name``, which disregards case."""
    return re.compile(table("measuring")["patterns"][name], re.IGNORECASE)
