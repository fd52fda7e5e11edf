"""Where a text says that things happen: "in Homs", "the Lahore bombing", "the outskirts of Goma"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tollbook.extraction.names import parties
from tollbook.extraction.places import places
from tollbook.extraction.whose.words import before_name, either


@dataclass(frozen=True, slots=True)
class Site:
    """A place at ``start`` of a text; ``sure``: words beside it say so; ``state``: the name is the country's own."""

    start: int
    country: str
    sure: bool
    state: bool


@cache
def scene_after() -> re.Pattern[str]:
    """What happened or stands at the place whose name it follows: "(Lahore) suicide bombing"."""
    return re.compile(rf"[ ](?:[\w-]+[ ])?{either('scenes')}\b", re.IGNORECASE)


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(rf"'s?[ ]|[ ]{either('speaks')}\b")


@lru_cache(maxsize=4096)
def sited(text: str) -> tuple[Site, ...]:
    """The sites of ``text``, in order, without states and capitals that act, speak or own."""
    out = []
    forms = {p.start: p.form for p in parties(text)}
    for start, end, country in places(text):
        state = forms.get(start) in ("name", "seat")
        sure = bool(
            scene_after().match(text, end, end + 30)
            or before_name("before_place", gap=3).search(text[max(0, start - 40) : start])
        )
        if sure or not (state or _speaking().match(text, end, end + 10)):
            out.append(Site(start, country, sure, state))
    return tuple(out)
