"""Headlines In Capitals made readable to a parser: words of the lexicon lose their capital, names keep it."""

from __future__ import annotations

import re
from functools import cache

from tollbook.lexicon import table

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


@cache
def _known() -> frozenset[str]:
    words = set(table("casing")["small"])
    for rows in table("measures").values():
        for role, entries in rows.items():
            if role != "only":
                words.update(w for e in entries for w in e.split())
    units = table("units")
    for group in units["person"].values():
        words.update(w for n in group for w in n.split())
    for nouns in units["thing"].values():
        words.update(w for n in nouns for w in n.split())
    words.update(units.get("plural", {}))
    numbers = table("numbers")
    for part in ("small", "scale", "vague", "fixed"):
        words.update(w for n in numbers[part] for w in n.split())
    return frozenset(w.lower() for w in words)


def readable(text: str) -> str:
    """``text`` with a headline's capitals taken off the words that are no names, at the same length; else untouched."""
    words = _WORD.findall(text)
    long = [w for w in words if len(w) > 3]
    if len(long) < 3 or sum(w[0].isupper() for w in long) < 0.7 * len(long):
        return text
    return _WORD.sub(lambda m: m.group().lower() if _is_known(m.group().lower()) else m.group(), text)


def _is_known(word: str) -> bool:
    known = _known()
    if word in known:
        return True
    for suffix in ("s", "es", "ed", "d", "ing"):
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            base = word[: -len(suffix)]
            if base in known or base + "e" in known or (base[-1] == base[-2:-1] and base[:-1] in known):
                return True
    return word.endswith("ies") and word[:-3] + "y" in known
