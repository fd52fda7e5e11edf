"""The words of ``status.toml``, as patterns."""

from __future__ import annotations

import re
from functools import cache

from tollbook.lexicon import table


@cache
def begins(name: str) -> re.Pattern[str]:
    """One of a list's beginnings of words."""
    words = sorted(table("status")[name], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)


@cache
def whole(name: str) -> re.Pattern[str]:
    """One of a list's whole words."""
    return re.compile(rf"\b{_either(name)}\b")


@cache
def list_behind() -> re.Pattern[str]:
    """A list of those who make up a number, behind it in its sentence."""
    end = rf"\b{_either('ends_list')}\b"
    return re.compile(rf"[^.;]{{0,90}}?\b{_either('opens_list')}\b(?P<list>(?:(?!{end})[^.;])*)", re.IGNORECASE)


@cache
def list_next() -> re.Pattern[str]:
    """A list of those who make up a number, at the head of the next sentence."""
    return re.compile(rf"^\W*{_either('opens_next')}\b(?P<list>.*)", re.IGNORECASE)


@cache
def described_as() -> re.Pattern[str]:
    """What the counted are called behind their phrase."""
    return re.compile(
        rf"[ ,]*(?:\w+ ){{0,4}}?{_either('said_to_be')}[ ](?P<what>(?:[\w-]+ ){{0,4}}[\w-]+)", re.IGNORECASE
    )


def _either(name: str) -> str:
    """A list of whole words as a group of a regular expression."""
    return f"(?:{'|'.join(map(re.escape, table('status')['whole'][name]))})"
