"""Finds parties by name in a text: states, peoples, seats of government, armed forces and groups, leaders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from tollbook.lexicon import table

Form = Literal["name", "people", "seat", "force", "group", "leader"]
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[-'][^\W_]+)*")
_COUNTRY_FIELDS: tuple[tuple[str, Form], ...] = (
    ("names", "name"),
    ("people", "people"),
    ("seats", "seat"),
    ("forces", "force"),
)
_GROUP_FIELDS = ("aliases", "aliases_exact", "people", "people_exact")


@dataclass(frozen=True, slots=True)
class Party:
    """A party named at ``start:end`` of the text searched; ``form`` says by which kind of name."""

    start: int
    end: int
    code: str
    form: Form


@cache
def bodies() -> frozenset[str]:
    """The groups that send or help people and are no belligerents of their own: the United Nations, the Red Cross."""
    return frozenset(group["name"] for group in table("parties")["group"] if group.get("body"))


@lru_cache(maxsize=4096)
def parties(text: str) -> tuple[Party, ...]:
    """Every party named in ``text`` (made plain), in order, the longest name at each place.

    Names are matched as they are written; a name in capitals throughout is matched too.
    """
    words = list(_WORD.finditer(text))
    out: list[Party] = []
    i = 0
    while i < len(words):
        step = 1
        if _may_begin(words[i].group()):
            for name, end, length in _runs(text, words, i):
                if name in _index():
                    entry = _index()[name]
                    if entry is not None:
                        out.append(Party(words[i].start(), end, *entry))
                    step = length
                    break
        i += step
    return tuple(out)


def _may_begin(word: str) -> bool:
    """A capital, a digit, or an Arabic article ("al-Shabaab")."""
    return word[0].isupper() or word[0].isdigit() or word.startswith("al-")


def _runs(text: str, words: list[re.Match[str]], i: int) -> Iterator[tuple[str, int, int]]:
    """What may be a name from word ``i`` on, the longest first: as the index spells it, its end, its words."""
    for n in range(min(_reach(words[i].group()), len(words) - i), 0, -1):
        run = words[i : i + n]
        if any(text[a.end() : b.start()].strip(" -.") for a, b in pairwise(run)):
            continue
        name, end = " ".join(w.group().replace(".", "") for w in run), run[-1].end()
        if name not in _index() and name.endswith("'s"):
            name, end = name[:-2], end - 2
        if name not in _index() and _without_apostrophe(name):
            name, end = name[:-1], end - 1
        if name not in _index() and name.isupper() and len(name) > 3:
            name = name.title()
        yield name, end, n


def _without_apostrophe(name: str) -> bool:
    """Whether a state's possessive has lost its apostrophe, as in texts stripped of marks: "Syrias civil war"."""
    entry = _index().get(name[:-1]) if name.endswith("s") and not name.isupper() else None
    return entry is not None and entry[1] == "name"


def _reach(first: str) -> int:
    """How many words a name that begins with ``first`` may have."""
    first = first.replace(".", "")
    return max(_longest().get(first, 1), _longest().get(first.title(), 1))


@cache
def _longest() -> dict[str, int]:
    """For the first word of the names of several words, how many the longest of them has."""
    longest: dict[str, int] = {}
    for name in _index():
        first = name.partition(" ")[0]
        longest[first] = max(longest.get(first, 1), name.count(" ") + 1)
    return longest


@cache
def _index() -> dict[str, tuple[str, Form] | None]:
    """A name, its words joined by single spaces, and whose it is; None: a name that only looks like a party's.

    Where two parties share a name, a group has it before a state, and a state before a leader.
    """
    rows = table("parties")
    index: dict[str, tuple[str, Form] | None] = {_flat(n): None for n in rows["none"]["names"]}
    for country in rows["country"]:
        for field, form in _COUNTRY_FIELDS:
            for name in (*country.get(field, ()), *country.get(f"{field}_exact", ())):
                index.setdefault(_flat(name), (country["code"], form))
    for code, names in table("leaders")["leaders"].items():
        for name in names:
            index.setdefault(_flat(name), (code, "leader"))
    for group in rows["group"]:
        for name in (group["name"], *(n for f in _GROUP_FIELDS for n in group.get(f, ()))):
            index[_flat(name)] = (group["name"], "group")
    return index


def _flat(name: str) -> str:
    return " ".join(w.replace(".", "") for w in _WORD.findall(name.replace("\u2019", "'")))
