"""Rules out, in microseconds and without a parse, the sentences that cannot hold a claim."""

from __future__ import annotations

import re
from functools import cache

from tollbook.extraction.quantities import NUMBERISH, Found, quantities
from tollbook.lexicon import table

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_MONTH = re.compile(r"\bMarch\b")
"""The month, which is no march."""
_ARTICLE = re.compile(r"\b(?:an?|one|another|both)\b", re.IGNORECASE)
_CARRYING = re.compile(r"\b(?:among|of|includ\w+)[ ](?:them|those|these|whom|the)\b|\bincluding\b", re.IGNORECASE)
_ROLES = ("object", "subject", "noun", "event", "adjective", "toll")


def forms(word: str) -> set[str]:
    """The inflected forms of a verb or noun, regular ones by rule and irregular ones by table."""
    out = {word, word + "s", word + "es", word + "ed", word + "d", word + "ing"}
    if word.endswith("e"):
        out |= {word[:-1] + "ing"}
    if word.endswith("y"):
        out |= {word[:-1] + "ies", word[:-1] + "ied"}
    if len(word) > 2 and word[-1] not in "aeiouwy":
        out |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return out | _irregular().get(word, set())


@cache
def _irregular() -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for form, lemma in table("irregular")["forms"].items():
        out.setdefault(lemma, set()).add(form)
    for plural, one in table("units").get("plural", {}).items():
        out.setdefault(one.lower(), set()).add(plural.lower())
    return out


def _key(entry: str) -> str:
    """The word of an entry that says most: its last, unless that is a particle."""
    words = entry.split()
    return words[-1] if len(words[-1]) > 3 and words[-1] not in table("prefilter")["particles"] else words[0]


@cache
def _telling() -> frozenset[str]:
    """All words that may say what happened, or name what is counted without a verb."""
    return frozenset(f for w in (*_happening(), *_counted()) for f in forms(w.lower()))


def _happening() -> set[str]:
    by_noun = table("prefilter")["measures"]["by_noun"]
    return {
        _key(entry)
        for measure, rows in table("measures").items()
        for role in (("noun", "toll") if measure in by_noun else _ROLES)
        for entry in rows.get(role, ())
    }


def _counted() -> set[str]:
    """The last words of the nouns for soldiers and for the things that a sentence may count without a verb."""
    units, alone = table("units"), table("prefilter")["units"]
    nouns = [*units["person"]["military"], *(n for unit in alone for n in units["thing"].get(unit, ()))]
    return {n.split()[-1].split("-")[-1] for n in nouns} | set(table("status")["armed"])


def telling(text: str) -> bool:
    """Whether a word of ``text``, or an end of a hyphened one, may say what happened to a counted thing."""
    words = _telling()
    return any(
        w in words or ("-" in w and (w.rsplit("-", 1)[-1] in words or w.split("-", 1)[0] in words))
        for w in _WORD.findall(_MONTH.sub(" ", text).lower())
    )


def candidates(text: str) -> list[Found]:
    """The quantities of a sentence that could be claims; empty: the sentence need not be parsed."""
    if not NUMBERISH.search(text) or not (telling(text) or _CARRYING.search(text)):
        return []
    return quantities(text)


def one_victim(text: str) -> bool:
    """Whether "a soldier", "an American" may count a victim here: the article and a harm in one sentence."""
    return bool(_ARTICLE.search(text)) and any(w in _harms() for w in _WORD.findall(text.lower()))


@cache
def _harms() -> frozenset[str]:
    """The words that say what may befall one person, less the verbs that say much else."""
    rows, measures = table("prefilter"), table("measures")
    words = {
        entry.split()[0] if role in ("object", "subject") else _key(entry)
        for measure in rows["measures"]["harms"]
        for role in _ROLES
        for entry in measures[measure].get(role, ())
    }
    return frozenset(f for w in words.difference(rows["common"]) for f in forms(w)).union(rows["harm_words"])
