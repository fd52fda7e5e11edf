"""Every sign in a text of the day it was published: the date it points to, and the words it stands on.

Each sort of sign is one function from the text to ``DateEvidence``; which of them decides is for ``publication``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tollbook.document import DateEvidence
from tollbook.lexicon import table
from tollbook.reading.calendar import NamedDay, Written, named_days, written
from tollbook.reading.isodate import to_date
from tollbook.reading.lines import PLAIN, Line

_HEAD_LINES = 14
_TAIL_LINES = 6
_LEAD = 450
_NEWS_DAYS = 5
_DEEPEST_STAMP = 300
_NUMBER_NEAR = re.compile(r"\d[\d,.]*\d{2}|\b(?:thousand|hundred|million|dead|killed|dozen)")
_TIME = r"(?:,?\s*(?:at\s)?[0-2]?\d[:.]\d\d(?:[:.]\d\d)?\s?(?:[AaPp]\.?[Mm]\.?)?)?(?:\s?\(?[A-Z]{2,5}\)?)?"
_STAMP_REST = re.compile(_TIME + r"(?:\s*[|•·–-].{0,60}|,?\s*(?:by|By|Updated|updated)\b.{0,60})?\W*$")
_DATELINE = re.compile(
    r"^\W?[A-Z][A-Za-z'’.-]{1,20}(?:[ /-][A-Z][A-Za-z'’.-]{1,20}){0,3}"
    r"(?:, [A-Z][A-Za-z'’.-]{2,20}){0,2}(?:[,:.]? |,? \()$"
)
_DATELINE_REST = re.compile(
    r"\)?,?\s?(?:\([A-Za-z ./]{2,30}\)|/[A-Za-z ./]{2,30}/)?\s?(?:[-–—:]|\.\s)|\s?\([A-Z]{2,10}\)"
)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A deed whose day everybody knows, and where a text names it; ``background``: texts lean on it for years."""

    day: date
    start: int
    end: int
    background: bool


@dataclass(frozen=True, slots=True)
class Signs:
    """What a text holds that can tell its day: signs in order, named weekdays, and the earliest day it can have."""

    evidence: tuple[DateEvidence, ...]
    weekdays: tuple[NamedDay, ...]
    recent: bool
    floor: date | None


def signs(text: str, lines: Sequence[Line], kinds: Sequence[str | None], headline: int | None) -> Signs:
    """The signs of ``text``; ``kinds`` is the furniture of each line, ``headline`` the number of the title's line."""
    weekdays = tuple(named_days(text))
    dates = tuple(written(text))
    body = tuple(_outside_furniture(dates, lines, kinds))
    stamps = tuple(_stamps(text, lines, headline, dates, weekdays))
    stamped = {(s.start, s.end) for s in stamps}
    told = tuple(d for d in body if (d.start, d.end) not in stamped and not any(_inside(d, s) for s in stamps))
    past = tuple(d for d in told if not _to_come(text, d) and not _long_ago(text, d))
    milestones = tuple(_milestones(text))
    floor = _floor(past, milestones)
    recent = _recent(text) or any(day.tense == "past" for day in weekdays)
    found = [
        *stamps,
        *_datelines(text, lines, told, floor, stamps),
        *_todays(text, told, floor),
        *_figures(text, told, floor),
        *_elapsed(text),
        *_anniversaries(text, past, weekdays),
        *_latest(text, [d for d in past if not _beginning(text, d)]),
        *_events(text, milestones, weekdays),
    ]
    return Signs(tuple(sorted(found, key=lambda e: (e.start or 0, e.end or 0, e.kind))), weekdays, recent, floor)


def _outside_furniture(
    dates: Sequence[Written], lines: Sequence[Line], kinds: Sequence[str | None]
) -> Iterator[Written]:
    i = 0
    for found in dates:
        while i + 1 < len(lines) and lines[i].end < found.end:
            i += 1
        if not kinds or kinds[i] is None or kinds[i] == "repeated_headline":
            yield found


def _inside(found: Written, sign: DateEvidence) -> bool:
    return sign.start is not None and sign.end is not None and sign.start <= found.start and found.end <= sign.end


# The page's own statement of its date.


@cache
def _labels() -> dict[str, re.Pattern[str]]:
    labels = table("publication")["labels"]
    kinds = {"byline": labels["published"], "updated": labels["updated"], "crawl": labels["crawled"]}
    first = "|".join(labels["first"])
    # "published" in the midst of a paragraph is prose; "Published" is a label.
    patterns = {kind: re.compile(rf"\b(?:{'|'.join(words)})\s*[:|–-]?\s*$") for kind, words in kinds.items()}
    return {**patterns, "first": re.compile(rf"(?:^|[|•·–-]\s*)(?:{first})\s*[:|–-]?\s*$")}


@cache
def _after_agency() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in table("publication")["labels"]["agencies"])
    return re.compile(rf"\b(?:{names})\W{{0,3}}$")


def _stamps(
    text: str, lines: Sequence[Line], headline: int | None, dates: Sequence[Written], weekdays: Sequence[NamedDay]
) -> Iterator[DateEvidence]:
    """Dates that stand alone, behind a label, or at the very beginning of the first paragraphs."""
    zone: list[int] = []
    paragraphs = 0
    for i, line in enumerate(lines[:_HEAD_LINES]):
        paragraphs += line.body
        zone.append(i)
        if paragraphs == 2:
            break
    tail = [i for i in range(max(len(zone), len(lines) - _TAIL_LINES), len(lines)) if not lines[i].body]
    head = set(zone)
    dated = iter(dates)
    title = "" if headline is None else lines[headline].plain
    found = next(dated, None)
    for i in (*zone, *tail):
        line = lines[i]
        while found is not None and found.start < line.end:
            if line.start <= found.start < line.start + _DEEPEST_STAMP and found.full is not None:
                before = _without_headline(text[line.start : found.start], title)
                kind = _stamp_kind(text, line, found, before, i in head, headline is not None and i < headline)
                if kind:
                    day = _readable(found, found.full, weekdays)
                    yield DateEvidence(day.isoformat(), kind, text[found.start : found.end], found.start, found.end)
            found = next(dated, None)


def _without_headline(before: str, headline: str) -> str:
    """What stands before a date in its line, less the headline that some pages repeat there."""
    said = before[: len(headline)].translate(PLAIN)
    return before[len(headline) :].lstrip(" .|–-") if headline and said.lower() == headline.lower() else before


def _stamp_kind(text: str, line: Line, found: Written, before: str, in_head: bool, above_headline: bool) -> str | None:
    goes_on = line.body and not _opens_article(text, line, found)
    label = before[-80:].strip()
    if label:
        for kind, pattern in _labels().items():
            match = pattern.search(label.lower())
            if kind == "first" and goes_on:
                continue
            if match and (not line.body or label[match.start() : match.start() + 1].isupper()):
                return "byline" if kind == "first" else kind
    if not in_head:
        return None
    alone = _STAMP_REST.match(text[found.end : min(line.end, found.end + 120)]) is not None
    opens = before.strip(" [(|•·–-") == ""
    by_agency = line.body and len(before) < _DEEPEST_STAMP and _after_agency().search(before.lower())
    if by_agency or (opens and (alone or _opens_article(text, line, found))):
        return "page_stamp" if above_headline else "byline"
    return "byline" if alone and re.fullmatch(r".{0,80}[|•·–-]\s*", before) else None


def _opens_article(text: str, line: Line, found: Written) -> bool:
    """A date at the start of a paragraph is the page's, unless the sentence goes on from it ("July 9, 2005 was …")."""
    numeric = not any(c.isalpha() for c in text[found.start : found.end])
    goes_on = text[found.end : found.end + 1] == "," or text[found.end + 1 : found.end + 2].islower()
    return line.body and (numeric or not goes_on)


def _readable(found: Written, day: date, weekdays: Sequence[NamedDay]) -> date:
    """The day of a written date; of the two ways to read 5/4/2016, the one that goes better with the weekdays named."""
    if found.swapped is None:
        return day
    named = {w.weekday for w in weekdays if w.tense == "past"}

    def fit(candidate: date) -> int:
        return 2 * (candidate.weekday() in named) + ((candidate.weekday() - 1) % 7 in named)

    return found.swapped if fit(found.swapped) > fit(day) else day


# Signs in the article itself.


def _datelines(
    text: str, lines: Sequence[Line], told: Sequence[Written], floor: date | None, stamps: Sequence[DateEvidence]
) -> Iterator[DateEvidence]:
    """ "KYIV, May 3 (Agency) –" at the beginning of a paragraph; a year left out is the first that fits."""
    starts = {line.start for line in lines[:_HEAD_LINES]}
    for found in told:
        if found.day is None:
            continue
        start = text.rfind("\n", max(0, found.start - 80), found.start) + 1
        if not any(s in starts for s in range(start, min(start + 3, found.start + 1))):
            continue
        if _DATELINE.search(text[start : found.start]) and _DATELINE_REST.match(text[found.end : found.end + 40]):
            after = max((date.fromisoformat(s.date) for s in stamps), default=None)
            day = found.full or _first_from(found, floor, after)
            if day:
                yield DateEvidence(day.isoformat(), "byline", text[start : found.end], start, found.end)


@cache
def _today() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(table('publication')['today']['words'])})$", re.IGNORECASE)


def _todays(text: str, told: Sequence[Written], floor: date | None) -> Iterator[DateEvidence]:
    for found in told:
        match = _today().search(text[max(0, found.start - 30) : found.start])
        if match and found.day is not None:
            day = found.full or _first_from(found, floor, None)
            if day:
                start = max(0, found.start - 30) + match.start()
                yield DateEvidence(day.isoformat(), "today", text[start : found.end], start, found.end)


@cache
def _until() -> tuple[re.Pattern[str], re.Pattern[str]]:
    closed, *stated = table("publication")["figure"]["until"]
    return re.compile(f"(?:{closed})$", re.IGNORECASE), re.compile(rf"\b(?:{'|'.join(stated)})$", re.IGNORECASE)


def _figures(text: str, told: Sequence[Written], floor: date | None) -> Iterator[DateEvidence]:
    """A figure's closing date: told on that day ("as of"), or on the next where its window closed on it."""
    closed, stated = _until()
    for found in told:
        day = found.full or (_first_from(found, floor, None) if found.weekday is not None else None)
        if day is None or _to_come(text, found, 60):
            continue
        start = max(0, found.start - 60)
        before = text[start : found.start]
        near = text[max(0, found.start - 140) : found.start] + text[found.end : found.end + 140]
        window = closed.search(before)
        match = window or stated.search(before)
        if match and _NUMBER_NEAR.search(near):
            told_on = day + timedelta(days=1) if window else day
            begin = start + match.start()
            yield DateEvidence(told_on.isoformat(), "figure", text[begin : found.end], begin, found.end)


@cache
def _counted_days() -> re.Pattern[str]:
    words = [p.replace("?P<n>", f"?P<n{i}>") for i, p in enumerate(table("publication")["elapsed"]["ordinal"])]
    return re.compile("|".join(words))


@cache
def _starts() -> tuple[tuple[re.Pattern[str], date], ...]:
    """First days of wars that news counts from, the latest first."""
    full = [e for e in table("events")["start"] if len(e["date"]) == len("2022-02-24")]
    days = [(re.compile(e["about"]), date.fromisoformat(e["date"])) for e in full]
    return tuple(sorted(days, key=lambda entry: entry[1], reverse=True))


def _elapsed(text: str) -> Iterator[DateEvidence]:
    """ "Day 68 of the invasion": the first day is day 1. The war meant is the one that the text speaks of most."""
    of = re.compile("|".join(table("publication")["elapsed"]["of"]), re.IGNORECASE)
    for match in _counted_days().finditer(text):
        n = int(next(g for g in match.groups() if g))
        if not of.search(text[max(0, match.start() - 80) : match.end() + 80]):
            continue
        near = text[max(0, match.start() - 400) : match.end() + 400]
        counted = [(len(about.findall(near)), start) for about, start in _starts()]
        most, start = max(counted, key=lambda c: c[0])
        if most and (sum(c == most for c, _ in counted) == 1 or _war_named(near, start)):
            yield DateEvidence(
                (start + timedelta(days=n - 1)).isoformat(), "elapsed", match[0], match.start(), match.end()
            )


def _war_named(near: str, start: date) -> bool:
    return any(known.day == start and known.about.search(near) for known in _known())


def _anniversaries(text: str, past: Sequence[Written], weekdays: Sequence[NamedDay]) -> Iterator[DateEvidence]:
    """ "The anniversary … next week": the last weekday named, in the week before the day comes round."""
    words = table("publication")["anniversary"]
    named = [w.weekday for w in weekdays if w.tense == "past"]
    days = [d.full for d in past if d.full is not None]
    if words["words"] not in text or not named or not days:
        return
    soon = re.search("|".join(words["soon"]), text)
    if soon is None:
        return
    first = max(days)
    again = to_date(first.year + 1, first.month, first.day)
    if again:
        weekday = max(set(named), key=lambda w: (named.count(w), w))
        monday = again - timedelta(days=again.weekday() + 7)
        yield DateEvidence((monday + timedelta(days=weekday)).isoformat(), "elapsed", soon[0], soon.start(), soon.end())


def _latest(text: str, past: Sequence[Written]) -> Iterator[DateEvidence]:
    """The last day that the text tells of."""
    last = max((d for d in past if d.full is not None), key=lambda d: d.full or date.min, default=None)
    if last is not None and last.full is not None:
        yield DateEvidence(last.full.isoformat(), "latest", text[last.start : last.end], last.start, last.end)


# Deeds that everybody knows the day of.


@dataclass(frozen=True, slots=True)
class Known:
    """A deed of the table: its day, the words without which it is not meant, and what settles that it is."""

    day: date
    words: tuple[str, ...]
    about: re.Pattern[str]
    background: bool


@cache
def _known() -> tuple[Known, ...]:
    return tuple(
        Known(
            date.fromisoformat(row["date"]),
            tuple(row["words"]),
            re.compile(row.get("about", "|".join(re.escape(word) for word in row["words"]))),
            row.get("background", False),
        )
        for row in table("milestones")["milestone"]
    )


def _milestones(text: str) -> Iterator[Milestone]:
    """Each milestone that the text speaks of, where it is first named."""
    for known in _known():
        if any(word in text for word in known.words) and (match := known.about.search(text)):
            yield Milestone(known.day, match.start(), match.end(), known.background)


@cache
def _lately() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('publication')['recent']['lately'])})\b")


def _events(text: str, milestones: Sequence[Milestone], weekdays: Sequence[NamedDay]) -> Iterator[DateEvidence]:
    """The last known deed: its month where it is called recent; the last weekday after it where it is the news."""
    last = max(milestones, key=lambda m: m.day, default=None)
    if last is None or last.background:
        return
    day, start, end = last.day, last.start, last.end
    if _lately().search(text[max(0, start - 60) : end + 60]):
        yield DateEvidence(day.isoformat()[:7], "event", text[start:end], start, end)
        return
    past = [w for w in weekdays if w.tense == "past"]
    if start < _LEAD and past:
        named = {w.weekday: w.late for w in past}
        days = [day + timedelta(days=ahead) for ahead in range(_NEWS_DAYS)]
        told = [d for d in days if d.weekday() in named]
        if told:
            published = told[-1] + timedelta(days=named[told[-1].weekday()])
            yield DateEvidence(published.isoformat(), "event", text[start:end], start, end)


# Time that has not come, and time long gone.


@cache
def _coming() -> re.Pattern[str]:
    return re.compile("|".join(table("publication")["future"]["modals"]))


def _to_come(text: str, found: Written, reach: int = 45) -> bool:
    return bool(_coming().search(text[max(0, found.start - reach) : found.start]))


@cache
def _history() -> re.Pattern[str]:
    return re.compile("|".join(table("publication")["history"]["words"]))


def _long_ago(text: str, found: Written) -> bool:
    return bool(_history().search(text[max(0, found.start - 50) : found.end + 50].lower()))


@cache
def _begins() -> re.Pattern[str]:
    return re.compile("|".join(table("publication")["history"]["beginnings"]), re.IGNORECASE)


def _beginning(text: str, found: Written) -> bool:
    """Whether it is the day that something is counted from."""
    return bool(_begins().search(text[max(0, found.start - 60) : found.start]))


def _recent(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in table("publication")["recent"]["words"])


def _floor(past: Sequence[Written], milestones: Sequence[Milestone]) -> date | None:
    days = [to_date(d.year, d.month, d.day or 1) for d in past if d.year is not None]
    return max([d for d in days if d is not None] + [m.day for m in milestones], default=None)


def _first_from(found: Written, floor: date | None, stamp: date | None) -> date | None:
    """The day of a date without a year: in the stamp's year or the one before, else the first from the floor on."""
    if stamp is not None:
        candidates = [d for d in (found.in_year(stamp.year), found.in_year(stamp.year - 1)) if d and d <= stamp]
        return candidates[0] if candidates else None
    if floor is None or found.day is None:
        return None
    for year in range(floor.year, floor.year + 8):
        day = found.in_year(year)
        if day and day >= floor and (found.weekday is None or found.weekday == day.weekday()):
            return day
        if day and found.weekday is None and year > floor.year:
            return None
    return None
