"""Rules out, in microseconds and without a parse, the sentences that cannot hold a claim."""

from __future__ import annotations

import re
from functools import cache

from tollbook.extraction.quantities import NUMBERISH, Found, quantities
from tollbook.lexicon import table

_ARTICLE = re.compile(r"\b(?:an?|one|another|both)\b", re.IGNORECASE)
_VOWELS = "aeiou"


@cache
def _stems() -> re.Pattern[str]:
    """The beginnings of all words that may say what happened, or name what is counted."""
    words: set[str] = set()
    for rows in table("measures").values():
        for role in ("object", "subject", "noun", "event", "adjective", "toll"):
            for entry in rows.get(role, ()):
                words.update(w for w in [entry.split()[0], entry.split()[-1]] if len(w) > 3)
    forms = {_stem(w) for w in words} | {
        "shot",
        "sank",
        "sunk",
        "sent",
        "held",
        "hung",
        "took",
        "fled",
        "fell",
        "hit",
        "dead",
        "lost",
        "hid",
        "won",
        "slew",
        "slain",
        "drew",
        "gave",
        "made",
        "fought",
        "found",
        "brought",
        "burnt",
        "fed",
        "flew",
        "struck",
        "stuck",
        "rose",
        "left",
        "laid",
        "lay",
        "lies",
    }
    units = table("units")
    nouns: set[str] = set()
    for group in ("military", "police", "civilian", "plain"):
        nouns.update(units["person"].get(group, ()))
    for names in units["thing"].values():
        nouns.update(names)
    forms |= {_stem(n.split()[-1]) for n in nouns if len(n) > 2}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, forms)))})", re.IGNORECASE)


def _stem(word: str) -> str:
    word = word.lower()
    if word.endswith("y"):
        return word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def candidates(text: str) -> list[Found]:
    """The quantities of a sentence that could be claims; empty: the sentence need not be parsed."""
    if not NUMBERISH.search(text):
        return []
    found = quantities(text)
    return found if found and _stems().search(text) else []


@cache
def _victims() -> re.Pattern[str]:
    units = table("units")
    nouns = sorted(
        {n for g in ("military", "police", "civilian", "plain") for n in units["person"].get(g, ())},
        key=len,
        reverse=True,
    )
    return re.compile(rf"\b(?:an?)\b[ ](?:[\w'.-]+[ ]){{0,5}}?(?:{'|'.join(map(re.escape, nouns))})\b", re.IGNORECASE)


@cache
def _harm() -> re.Pattern[str]:
    words: set[str] = set()
    for measure in ("killed", "wounded", "captured", "missing"):
        rows = table("measures")[measure]
        for role in ("object", "subject", "adjective", "noun", "event"):
            words.update(_stem(e.split()[0]) for e in rows[role] if len(e.split()[0]) > 3)
    return re.compile(
        rf"\b(?:{'|'.join(sorted(map(re.escape, words - {'take', 'find', 'hold', 'keep'} | {'shot', 'dead', 'hung', 'body', 'bodies', 'corpse', 'slain'})))})",
        re.IGNORECASE,
    )


def one_victim(text: str) -> bool:
    """Whether "a soldier", "an American" may count a victim here: a person and a harm in one sentence."""
    return bool(_ARTICLE.search(text)) and bool(_harm().search(text))
