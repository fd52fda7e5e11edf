"""The day that an article's "since the war began" counts from: the dated start of the war it speaks of most."""

from __future__ import annotations

import re
from functools import cache

from tollbook.lexicon import table

MENTIONS = 2
"""An article that names a war's people or places less often is not about that war."""


@cache
def _starts() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(f"(?:{s['about']})"), s["date"]) for s in table("events")["start"])


def counted_from(text: str, published: str | None) -> str | None:
    """The start of the war that ``text`` is about, by 'events.toml': the one named most; of several starts the latest.

    None where the article names none of them twice, or the publication date is unknown.
    """
    if published is None:
        return None
    best: tuple[int, str] | None = None
    for about, date in _starts():
        if date[: len(published)] <= published[: len(date)]:
            found = (len(about.findall(text)), date)
            if found[0] >= MENTIONS and (best is None or found > best):
                best = found
    return best[1] if best else None
