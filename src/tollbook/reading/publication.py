"""When an article was really published: which of the signs decides, or none, and whether they disagree.

What somebody says who knows (``given``, ``sidecar``) settles it. Then the page's markup, then a date below the
headline, then a date above it, unless the article itself tells of days long before: such a stamp is the day of a later
crawl. Without a date on the page, the article's own words decide, the strongest first; a bare mention of a past day
decides only in a text that tells of the last day or two. The rest is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tollbook.document import DateEvidence
from tollbook.reading.dates import Signs
from tollbook.reading.isodate import to_date

CRAWL_GAP = 60
"""A stamp so many days after all that the article tells of as present is the day of a crawl."""

_DISAGREE = 2
ORDER = (
    "given", "sidecar", "metadata", "byline", "page_stamp", "updated", "today", "elapsed", "figure", "weekday",
    "latest", "event",
)  # fmt: skip
"""The kinds of evidence, the weightiest first. The day of a later crawl is none of them."""
_PRESENT = ("today", "elapsed", "figure", "weekday")
_OVER = ("weekday", "latest")
_YEARLESS = ("byline", "today", "figure")
_STATED = ("metadata", "byline", "page_stamp", "crawl", *_PRESENT)


@dataclass(frozen=True, slots=True)
class Publication:
    """The day, month or year of publication or None; all evidence, the weightiest first; and the conflict if any."""

    published: str | None
    dates: tuple[DateEvidence, ...]
    conflict: str | None


def publication(known: Sequence[DateEvidence], signs: Signs) -> Publication:
    """The decision over what is ``known`` from outside the text and the ``signs`` in it."""
    present = _present(signs)
    found = [_judged(e, present) for e in (*known, *signs.evidence)]
    ranked = sorted((e for e in found if e.kind in ORDER), key=lambda e: ORDER.index(e.kind))
    usable = [e for e in ranked if e.kind != "latest" or signs.recent]
    chosen = usable[0] if usable else None
    published = None if chosen is None else _day_of(chosen)
    rest = [e for e in found if e.kind not in ORDER]
    return Publication(published, (*ranked, *rest), _conflict(chosen, published, found))


def _day_of(chosen: DateEvidence) -> str:
    """A day that is told of with its date is over: the article is of the next one."""
    if chosen.kind in _OVER and len(chosen.date) == 10:
        return _shift(chosen.date, 1)
    return chosen.date


def _shift(iso: str, days: int) -> str:
    day = date.fromisoformat(iso)
    return (day + timedelta(days=days)).isoformat() if day < date.max - timedelta(days=days) else iso


def _present(signs: Signs) -> date | None:
    """The last day that the article itself tells of as present."""
    days = [date.fromisoformat(e.date) for e in signs.evidence if e.kind in _PRESENT]
    return max(days, default=None)


def _judged(evidence: DateEvidence, present: date | None) -> DateEvidence:
    if evidence.kind not in ("page_stamp", "updated") or present is None:
        return evidence
    late = date.fromisoformat(evidence.date) - present > timedelta(days=CRAWL_GAP)
    return replace(evidence, kind="crawl") if late else evidence


def _conflict(chosen: DateEvidence | None, published: str | None, found: Sequence[DateEvidence]) -> str | None:
    """What the other dates say that do not go with the chosen one."""
    if chosen is None or published is None or len(published) < 10:
        return None
    day = date.fromisoformat(published)
    others = []
    for e in found:
        if e is chosen or len(e.date) < 10:
            continue
        apart = _said_by(e, day) - day
        states = e.kind in _STATED and abs(apart.days) > _DISAGREE
        if states or (e.kind == "latest" and apart.days > 1):
            others.append(f"{_NAMES.get(e.kind, e.kind)} {e.words!r} says {e.date}")
    return f"{_NAMES.get(chosen.kind, chosen.kind)} says {published}, but {'; '.join(others)}" if others else None


def _said_by(evidence: DateEvidence, day: date) -> date:
    """The day that the sign stands for; where its words leave the year out, the one nearest to ``day``."""
    said = date.fromisoformat(evidence.date)
    if evidence.kind not in _YEARLESS or evidence.date[:4] in evidence.words:
        return said
    years = (to_date(year, said.month, said.day) for year in (day.year - 1, day.year, day.year + 1))
    return min((d for d in years if d), key=lambda d: abs(d - day), default=said)


_NAMES = {
    "given": "the date given", "sidecar": "the sidecar", "metadata": "the page's markup",
    "byline": "the date at the headline", "page_stamp": "the page's stamp", "crawl": "the page's stamp",
    "today": "the text's own day", "elapsed": "the count of days", "figure": "a figure's date",
    "weekday": "the latest weekday", "latest": "the latest date told of", "event": "a known event",
    "updated": "the update",
}  # fmt: skip
