"""Finds parties by name in a text: states, peoples, seats of government, armed groups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from tollbook.lexicon import table

Form = Literal["name", "people", "seat", "force", "group", "leader"]
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[-'][^\W_]+)*")
_LONGEST = 6
BODIES = frozenset({"United Nations", "NATO", "European Union", "African Union", "ECOWAS", "Red Cross", "Red Crescent"})
"""Groups of the table that are no belligerents of their own."""
_GROUP_FIELDS = ("aliases", "aliases_exact", "people", "people_exact")


@dataclass(frozen=True, slots=True)
class Party:
    """A party named at ``start:end`` of the text searched; ``form`` says by which kind of name."""

    start: int
    end: int
    code: str
    form: Form


@cache
def _index() -> dict[str, tuple[str, Form] | None]:
    """A name, its words joined by single spaces, and whose it is; None: a name that only looks like a party's."""
    rows = table("parties")
    index: dict[str, tuple[str, Form] | None] = {_flat(n): None for n in rows["none"]["names"]}
    fields: tuple[tuple[str, Form], ...] = (
        ("names", "name"),
        ("people", "people"),
        ("seats", "seat"),
        ("forces", "force"),
    )
    for country in rows["country"]:
        for field, form in fields:
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


@lru_cache(maxsize=4096)
def parties(text: str) -> tuple[Party, ...]:
    """Every party named in ``text`` (made plain), in order, the longest name at each place.

    Names are matched as they are written; a name in capitals throughout is matched too.
    """
    index = _index()
    words = list(_WORD.finditer(text))
    out: list[Party] = []
    i = 0
    while i < len(words):
        first = words[i].group()
        if not (first[0].isupper() or first[0].isdigit()) and not first.startswith("al-"):
            i += 1
            continue
        for n in range(min(_LONGEST, len(words) - i), 0, -1):
            span = words[i : i + n]
            if n > 1 and any(len(text[a.end() : b.start()].strip(" -.")) for a, b in zip(span, span[1:], strict=False)):
                continue
            name = " ".join(w.group().replace(".", "") for w in span)
            end = span[-1].end()
            if name not in index and name.endswith("'s"):
                name, end = name[:-2], end - 2
            if name not in index and name.isupper() and len(name) > 3:
                name = name.title()
            if name in index:
                entry = index[name]
                if entry is not None:
                    out.append(Party(span[0].start(), end, *entry))
                i += n
                break
        else:
            i += 1
    return tuple(out)
