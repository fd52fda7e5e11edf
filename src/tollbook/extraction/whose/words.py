"""The words of ``whose.toml``, and the patterns that are made of them."""

from __future__ import annotations

import re
from functools import cache

from tollbook.lexicon import table


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words, for words that are looked up one by one."""
    return frozenset(table("whose")[name])


@cache
def measures(name: str) -> frozenset[str]:
    """A list of measures."""
    return frozenset(table("whose")["measures"][name])


def either(name: str) -> str:
    """A list of words as a group of a regular expression: any one of them, the longest first."""
    words = sorted(table("whose")[name], key=len, reverse=True)
    alternatives = "|".join(re.escape(w).replace(r"\*", r"\w*") for w in words)
    return f"(?:{alternatives})"


@cache
def anywhere(name: str) -> re.Pattern[str]:
    """One of the words, anywhere, in any capitals."""
    return re.compile(rf"\b{either(name)}\b", re.IGNORECASE)


@cache
def written(name: str) -> re.Pattern[str]:
    """One of the words, anywhere, in the capitals of the table."""
    return re.compile(rf"\b{either(name)}\b")


@cache
def after_name(name: str) -> re.Pattern[str]:
    """One of the words behind a party's name, at most two words between: "(Malian) special forces"."""
    return re.compile(rf"(?:'s)?[ ](?:[\w-]+[ ]){{0,2}}?{either(name)}\b", re.IGNORECASE)


@cache
def before_name(name: str, *, gap: int) -> re.Pattern[str]:
    """One of the words before a name, at most ``gap`` words between; searched in what ends where the name begins."""
    return re.compile(rf"\b{either(name)}[ ](?:the[ ])?(?:[\w-]+[ ]){{0,{gap}}}$", re.IGNORECASE)
