"""Whether two names of a source mean the same one, as the score counts it."""

from __future__ import annotations

import re
from functools import cache

from tollbook.lexicon import table

_WORD = re.compile(r"[\w.-]+")


def same_source(predicted: str, gold: str) -> bool:
    """Both empty, or all content words of the shorter name in the longer, with no difference of country.

    A country that only the shorter name has is no obstacle, unless the name is nothing but a country.
    """
    if not predicted or not gold:
        return predicted == gold
    a, b = _content(predicted), _content(gold)
    if not a or not b:
        return False
    countries_a, countries_b = _countries(a), _countries(b)
    if countries_a and countries_b and countries_a != countries_b:
        return False
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    rest = shorter - countries_a - countries_b
    return rest <= longer if rest else shorter <= longer


def _countries(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.startswith("@"))


@cache
def _country_codes() -> dict[str, str]:
    return {form: f"@{code}" for code, forms in table("scoring")["countries"].items() for form in forms}


def _content(name: str) -> frozenset[str]:
    """Content words of a source name, countries as ``@code``, spellings and acronyms made one."""
    words = table("scoring")
    text = name.lower().replace("\u2019", "'")
    for long, short in words["phrases"].items():
        text = text.replace(long, short)
    content = set()
    for raw in _WORD.findall(text.replace("'s", "")):
        word = raw.strip(".-")
        for expanded in words["acronyms"].get(word, [word]):
            spelled = words["spellings"].get(expanded, expanded)
            content.add(_country_codes().get(spelled, spelled))
    return frozenset(content - {"", *words["ignored"]})
