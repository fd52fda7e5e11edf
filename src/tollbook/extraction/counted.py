"""What a number counts: the noun phrase after it, its head, and the unit and kind that the head stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Kind = Literal["person", "thing", "munition", "weapon", "body", "attack", "none"]
Group = Literal["military", "police", "civilian", "plain"]

_MUNITIONS = frozenset(
    {"missile", "rocket", "shell", "bomb", "drone", "mine", "grenade", "munition", "round", "warhead"}
)
_WEAPONS = frozenset(
    {
        "tank",
        "armoured_vehicle",
        "artillery",
        "rocket_launcher",
        "air_defence",
        "aircraft",
        "helicopter",
        "drone",
        "missile",
        "ship",
        "vehicle",
        "weapon",
    }
)
_CARRIERS = frozenset(
    {
        "case",
        "report",
        "incident",
        "instance",
        "account",
        "allegation",
        "episode",
        "life",
        "number",
        "total",
        "group",
        "body",
        "member",
        "wave",
        "piece",
        "unit",
        "item",
        "head",
        "truckload",
        "set",
    }
)
"""Heads that count what stands in their "of": cases of detention, groups of sailors, lives of soldiers."""
_FORCES = frozenset({"force", "contingent", "army", "garrison", "detachment", "militia"})
"""Singular nouns that a number before them sizes: a 20,000 force is 20,000 people."""
_LEADING = frozenset(
    {"more", "other", "additional", "further", "new", '"', "'", "(", "another", "all", "extra", "such"}
)
"""Words between a number and its noun that say nothing of the noun."""
_COMPOUNDING = frozenset(
    {
        "forces",
        "arms",
        "weapons",
        "sports",
        "news",
        "goods",
        "systems",
        "services",
        "affairs",
        "operations",
        "communications",
        "rights",
        "humanitarian",
    }
)
"""Plurals that go before another noun; after any other plural of people the phrase is over."""
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight january february march april june july august september october november december".split()
)
_MODIFIER_TAGS = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "POS", "HYPH", "AFX", "CD", "FW", "ADD", "GW"}
)
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "FW", "GW"})


@dataclass(frozen=True, slots=True)
class Counted:
    """Tokens ``start`` to ``end`` (exclusive) after the number; ``head`` is the counted noun (None: the number stands alone)."""

    start: int
    end: int
    head: int | None
    unit: str | None
    kind: Kind | None
    group: Group | None
    partitive: bool = False


@cache
def _nouns() -> dict[str, tuple[str, Kind, Group | None]]:
    """A noun (singular, spaces between words) → unit, kind, group of people."""
    units = table("units")
    nouns: dict[str, tuple[str, Kind, Group | None]] = {}
    for unit, words in units["thing"].items():
        kind: Kind = "thing"
        if unit == "body":
            kind = "body"
        elif unit == "attack":
            kind = "attack"
        elif unit in _MUNITIONS:
            kind = "munition"
        elif unit in _WEAPONS:
            kind = "weapon"
        for w in words:
            nouns[_flat(w)] = (unit, kind, None)
    for w, unit in _group_nouns(units).items():
        nouns[_flat(w)] = (unit, "person" if unit == "person" else "thing", None)
    groups: tuple[Group, ...] = ("plain", "civilian", "police", "military")
    for group in groups:
        for w in units["person"].get(group, []):
            nouns[_flat(w)] = ("person", "person", group)
    for w in units["not_counted"]["words"] if isinstance(units["not_counted"], dict) else units["not_counted"]:
        nouns[_flat(w)] = ("none", "none", None)
    return nouns


def _group_nouns(units: dict[str, object]) -> dict[str, str]:
    rows = units.get("group_noun", {})
    out: dict[str, str] = {}
    assert isinstance(rows, dict)
    for unit, words in rows.items():
        for w in words if isinstance(words, list) else [unit]:
            out[w] = unit if isinstance(words, list) else words
    return out


def _flat(words: str) -> str:
    return re.sub(r"[\s-]+", " ", words.lower()).strip()


@cache
def _plurals() -> dict[str, str]:
    return {k.lower(): v.lower() for k, v in table("units").get("plural", {}).items()}


def singular(word: str) -> str:
    """The singular of an English noun, by the table of irregular ones, else by its ending."""
    word = word.lower()
    if word in _plurals():
        return _plurals()[word]
    for ending, one in (("women", "woman"), ("men", "man"), ("people", "person"), ("children", "child")):
        if word.endswith(ending):
            return word[: -len(ending)] + one
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def noun(doc: Doc, start: int, head: int) -> tuple[str, Kind, Group | None] | None:
    """The entry of the longest noun that ends at token ``head`` and begins at or after ``start``."""
    nouns = _nouns()
    last = doc[head].lower_
    for first in range(max(start, head - 4), head + 1):
        lead = " ".join(t.lower_ for t in doc[first:head])
        for form in (singular(last), last):
            entry = nouns.get(_flat(f"{lead} {form}"))
            if entry:
                return entry
    return None


def counted(doc: Doc, after: int, limit: int) -> Counted:
    """The phrase that follows a number: tokens from ``after`` up to ``limit`` (the next number, or the end)."""
    i = after
    if i + 1 < len(doc) and doc[i].text == "-" and doc[i + 1].lower_ in ("strong", "member", "man", "person"):
        i += 2
    partitive = False
    if i < limit and doc[i].lower_ == "of":
        partitive = True
        i += 1
        if i < limit and doc[i].lower_ in ("them", "those", "these", "whom", "us", "which"):
            i += 1
    start = i
    while (
        i < limit
        and doc[i].lower_ != "others"
        and (
            doc[i].lower_ in _LEADING
            or (doc[i].tag_ in ("DT", "PDT", "PRP$") and (partitive or doc[i - 1].lower_ in ("all", "of", "both")))
        )
    ):
        i += 1
    begin = i
    seen: list[int] = []
    while i < limit:
        t = doc[i]
        if (
            i + 4 < len(doc)
            and t.tag_ == "CD"
            and [x.lower_ for x in doc[i + 1 : i + 5]] in (["-", "year", "-", "old"], ["-", "month", "-", "old"])
        ):
            i += 5
            continue
        if t.lower_ in (
            "others",
            "people",
            "children",
            "men",
            "women",
            "dead",
            "wounded",
            "injured",
        ) and t.tag_ not in ("VBN", "VBD", "JJ"):
            seen.append(i)
            i += 1
            continue
        if not _continues(doc, i, seen, limit):
            break
        seen.append(i)
        i += 1
    nouns = [
        k
        for k in seen
        if doc[k].tag_ in _NOUN_TAGS or doc[k].lower_ in ("others", "military", "injured", "wounded", "dead")
    ]
    head = next((k for k in reversed(nouns) if noun(doc, begin, k)), None)
    if head is None:
        plain = [k for k in nouns if doc[k].tag_ in _NOUN_TAGS]
        head = plain[-1] if plain else None
    if head is None:
        head = _people_adjective(doc, seen)
        if head is not None:
            return Counted(start, head + 1, head, "person", "person", None, partitive)
        return Counted(start, begin, None, None, None, None, partitive)
    entry = noun(doc, begin, head)
    end = head + 1
    if singular(doc[head].text) in _CARRIERS and end < limit and doc[end].lower_ == "of":
        inner = counted(doc, end, limit)
        people = entry is not None and entry[1] == "person" and singular(doc[head].text) == "member"
        if people and inner.head is not None:
            return Counted(start, inner.end, head, "person", "person", inner.group, True)
        if inner.head is not None and (entry is None or entry[1] != "body"):
            return Counted(start, inner.end, inner.head, inner.unit, inner.kind, inner.group, True)
        if inner.head is not None:
            return Counted(start, inner.end, head, "body", "body", inner.group, partitive)
    if (
        doc[head].lower_ == "forces"
        and head > begin
        and doc[head - 1].lower_
        in (
            "security",
            "armed",
            "special",
            "government",
            "regime",
            "army",
            "military",
            "coalition",
            "rebel",
            "police",
            "opposition",
            "loyalist",
        )
    ):
        return Counted(start, end, head, "person", "person", "military", partitive)
    if doc[head].lower_ in _FORCES and not partitive:
        return Counted(start, end, head, "person", "person", "military", partitive)
    if entry is None:
        if doc[head].lower_ in ("military", "injured", "wounded", "dead"):
            return Counted(
                start, end, head, "person", "person", "military" if doc[head].lower_ == "military" else None, partitive
            )
        if _people_name(doc[head]):
            return Counted(start, end, head, "person", "person", None, partitive)
        return Counted(start, end, head, None, None, None, partitive)
    return Counted(start, end, head, entry[0], entry[1], entry[2], partitive)


def _continues(doc: Doc, i: int, seen: list[int], limit: int) -> bool:
    """Whether token ``i`` still belongs to the phrase whose tokens so far are ``seen``."""
    t = doc[i]
    have_noun = any(doc[k].tag_ in _NOUN_TAGS for k in seen)
    plural = any(doc[k].tag_ in ("NNS", "NNPS") for k in seen)
    if t.text in ("-", "/"):
        return bool(seen) and i + 1 < limit and doc[i + 1].is_alpha
    if t.text in ('"', "'"):
        return not have_noun
    if seen and doc[i - 1].text == "-" and t.is_alpha:
        return True
    if t.is_alpha and i + 1 < limit and doc[i + 1].text == "-" and not have_noun:
        return True
    if t.tag_ in ("VBN", "VBG", "VBD"):
        nxt = doc[i + 1] if i + 1 < limit else None
        return (
            not have_noun
            and nxt is not None
            and (nxt.tag_ in _MODIFIER_TAGS and nxt.tag_ not in ("VBN",))
            and t.dep_ not in ("ROOT",)
        )
    if t.tag_ == "RB":
        return not have_noun and i + 1 < limit and doc[i + 1].tag_ in ("JJ", "VBN")
    if t.tag_ == "CC" or t.text == ",":
        nxt = doc[i + 1] if i + 1 < limit else None
        joinable = ("JJ", "VBN") if t.text == "," else ("JJ", "VBN", "NNP", "NN", "NNS")
        return bool(seen) and not have_noun and nxt is not None and nxt.tag_ in joinable
    if t.tag_ in ("JJ", "JJR", "JJS"):
        if not have_noun:
            return True
        if plural or i + 1 >= limit or doc[i + 1].tag_ not in ("NNS", "NN"):
            return False
        return not noun(doc, seen[0], seen[-1]) or noun(doc, seen[0], i + 1) not in (None, noun(doc, i + 1, i + 1))
    if t.tag_ == "POS":
        return bool(seen)
    if t.tag_ == "CD":
        return not have_noun
    if t.lower_ in _DAYS:
        return False
    if (
        seen
        and t.tag_ in _NOUN_TAGS
        and doc[seen[-1]].tag_ in ("NNS", "NNPS")
        and doc[seen[-1]].lower_ not in _COMPOUNDING
    ):
        before = noun(doc, seen[0], seen[-1])
        if (before is not None and before[1] in ("person", "body")) or doc[seen[-1]].lower_ in (
            "casualties",
            "deaths",
            "injuries",
            "fatalities",
            "arrests",
            "losses",
        ):
            return False
    return t.tag_ in _MODIFIER_TAGS


@cache
def _demonyms() -> frozenset[str]:
    parties = table("parties")
    return frozenset(p.lower() for c in parties["country"] + parties["group"] for p in c.get("people", ()))


def _people_name(token: Token) -> bool:
    """Whether a word is the name of people: a nation or group in the plural, "a Canadian"."""
    return token.lower_ in _demonyms()


def _people_adjective(doc: Doc, seen: list[int]) -> int | None:
    return next((k for k in reversed(seen) if _people_name(doc[k])), None)
