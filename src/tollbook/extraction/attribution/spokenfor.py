"""Which body somebody speaks for: "observatory head Omar Said", "Omar Said, director of the Observatory"."""

from __future__ import annotations

import re
from functools import cache

from tollbook.claim import Span
from tollbook.extraction.attribution.cue import forms
from tollbook.extraction.attribution.sourcenames import words

BESIDE = 80
"""How many characters before or behind a name may tell whom its bearer speaks for."""
_SMALL = frozenset({"the", "a", "an", "of", "for", "and", "its", "s"})


def body(plain: str, name: Span) -> frozenset[str]:
    """The words that name the body which the source is, or speaks for, in lower case; empty where no body is named."""
    own = plain[name.start : name.end]
    before = plain[max(0, name.start - BESIDE) : name.start]
    after = plain[name.end : name.end + BESIDE]
    m = _office().search(own) or _placed_before().search(before) or _placed_behind().match(after)
    told = _content(next(g for g in m.groups() if g)) if m else _content(own)
    return told if told & words("bodies") else frozenset()


def speaks_for_one(plain: str, name: Span) -> bool:
    """Whether the source is a person who speaks for a body, not the body itself."""
    return body(plain, name) not in (frozenset(), _content(plain[name.start : name.end]))


def _content(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower())) - _SMALL - forms("say").keys()


@cache
def _office() -> re.Pattern[str]:
    bodies = "(?:" + "|".join(f"(?i:{w})" for w in sorted(words("bodies"))) + ")"
    offices = "(?:" + "|".join(sorted(words("offices"))) + ")"
    name = rf"(?:[A-Z][\w.-]* ){{0,5}}(?:[a-z]+ )?{bodies}"
    tail = r"(?: (?:of|for)(?: [A-Z][\w-]*){1,5})?"
    return re.compile(
        rf"\b({name})(?:'s)? (?:[a-z]+ )?(?i:{offices})\b|\b(?i:{offices}) (?:of|for|at|with) (?:the )?({name}{tail})\b"
    )


@cache
def _placed_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{_office().pattern}),? $")


@cache
def _placed_behind() -> re.Pattern[str]:
    return re.compile(rf",? (?:(?:the|a|its) )?(?:[a-z]+ )?(?:{_office().pattern})")
