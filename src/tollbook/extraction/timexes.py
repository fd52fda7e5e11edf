"""Time expressions in a stretch of text, resolved against the day of publication: "on Thursday", "since May", "a day"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from tollbook.extraction import dates
from tollbook.lexicon import table

Role = Literal["point", "window", "span", "since", "until", "rate", "future"]
Grain = Literal["day", "bare", "month", "year", "start", "clock"]


@dataclass(frozen=True, slots=True)
class Timex:
    """Words that place something in time: ``text[start:end]``.

    ``first`` and ``last`` are ISO dates (day, month or year), None where the words and the publication date do not fix them.
    ``grain`` is ``bare`` for a day named by its weekday or relation to today, ``start`` for the beginning of a war,
    ``clock`` for an hour without a day (that of publication, where nothing else says).
    """

    start: int
    end: int
    role: Role
    first: str | None = None
    last: str | None = None
    grain: Grain = "day"
    per: str | None = None


@dataclass(frozen=True, slots=True)
class _Patterns:
    dated: re.Pattern[str]
    start: re.Pattern[str]
    rate_after: re.Pattern[str]
    rate_before: re.Pattern[str]
    future: re.Pattern[str]
    lead: re.Pattern[str]
    join: re.Pattern[str]
    stamp: re.Pattern[str]
    war: re.Pattern[str]


def _any(words: object) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


@cache
def _patterns() -> _Patterns:
    t = table("time")
    month = f"(?:{_any(t['months'])})\\.?"
    named = f"(?:{_any(w.capitalize() for w in t['months'])}|{_any(w.upper() for w in t['months'])})\\.?"
    weekday, short, part = _any(t["weekdays"]), _any(t["weekdays_short"]), _any(t["parts_of_day"])
    number, unit, within = _any(t["numbers"]), _any(t["units"]), _any(t["within"])
    count = f"(?:\\d+|{number}|few|several)"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    year = r"(?:1[89]|20)\d\d"
    begin, verb, noun = _any(t["starts"]["beginnings"]), _any(t["starts"]["begin_verbs"]), _any(t["starts"]["nouns"])
    dated = [
        rf"(?P<iso>(?P<iy>{year})-(?P<im>\d\d)-(?P<id>\d\d))",
        rf"(?P<days>(?:the )?(?P<d1>{day}) ?(?:-|\u2013|to|and|or) ?(?P<d2>{day}) (?:of )?(?P<dm>{month})(?:,? (?P<dy>{year}))?)",
        rf"(?P<mdays>(?P<em>{month}) (?P<e1>{day}) ?(?:-|\u2013|to|and|or) ?(?P<e2>{day})(?![\d:])(?:,? (?P<ey>{year}))?)",
        rf"(?P<dmy>(?:(?:{weekday}|(?:{short})\.?),? )?(?:the )?(?P<fd>{day}) (?:of )?(?P<fm>{month})(?![\w-])(?:,? (?P<fy>{year})| (?P<fr>this|last) year)?)",
        rf"(?P<mdy>(?:(?:{weekday}|(?:{short})\.?),? )?(?P<gm>{month}) (?P<gd>{day})(?![\d:%]|,\d| percent)(?:,? (?P<gy>{year})| (?P<gr>this|last) year)?)",
        rf"(?P<my>(?P<hm>{named}) (?:of )?(?:(?P<hy>{year})\b|(?P<hr>this|last) year))",
        rf"(?P<weekday>(?P<wl>last |this past )?(?P<w>{weekday})s?(?: (?P<wp>last))?(?: (?:{part}))?)",
        rf"(?P<ago>(?P<an>\d+|{number}|several|a few|a couple of|some) (?P<au>{unit})s? (?:ago|earlier)(?! than))",
        rf"(?P<window>(?:the |their |its )?(?:past|last|previous|preceding|latest|final) (?:(?P<wn>{count})[ -])?(?P<wu>{unit})s?\b)",
        rf"(?P<spell>(?:in|within|over|during) (?:a matter of |just |only |under |less than |the space of )?(?P<sn>{count}) (?P<su>{unit})s?\b(?! (?:ago|from now)))",
        r"(?P<this>(?:the )?(?:this|current|same) (?P<tu>week|weekend|month|year))",
        r"(?P<recent>recent (?P<ru>hours|days|weeks|months|years))",
        r"(?P<weekend>(?:over|at|during) the weekend)",
        rf"(?P<relative>{_any(t['relative'])})",
        r"(?P<clock>at (?:about |around |approximately )?(?:\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m\b\.?|p\.?m\b\.?)|\d{1,2}[:.]?\d\d (?:local time|GMT|UTC)))",
        rf"(?P<month>(?P<mon>{named})(?![\w'-]| \d{{1,2}}(?![\d,.]\d)\b))",
        rf"(?P<years>(?P<y1>{year}) ?(?:-|\u2013|to|and) ?(?P<y2>{year}))",
        rf"(?P<year>(?:the year )?(?P<y>{year}))",
    ]
    start = (
        rf"(?:(?:the |its |their )?(?:very )?(?:{begin}) of (?:\S+ ){{0,5}}?(?:{noun})\b"
        rf"|(?:\S+ ){{0,5}}?(?:{noun})(?:'s)? (?:\S+ ){{0,3}}?(?:{verb}|{begin})\b"
        rf"|(?:\S+ ){{0,4}}?(?:{noun})\b)"
    )
    leads = [w for words in t["leads"].values() for w in words]
    return _Patterns(
        dated=re.compile(rf"(?<![\w$\u20ac\u00a3.,-])(?:{'|'.join(dated)})(?!\w)", re.I),
        start=re.compile(rf"\b(?P<lead>{_any(t['leads']['since'] + t['leads']['until'] + t['leads']['at'])}) (?P<what>{start})", re.I),
        rate_after=re.compile("|".join(rf"\b(?:{p})" if p[0].isalpha() else p for p in _numbered(t["rates"]["after"])), re.I),
        rate_before=re.compile("|".join(rf"\b(?:{p})" for p in _numbered(t["rates"]["before"])), re.I),
        future=re.compile(rf"\b(?:{'|'.join(t['future']['words'])})\b", re.I),
        lead=re.compile(rf"(?<!\w)(?P<lead>{_any(leads)}),?(?: (?:the|about|around|mainly))?(?: (?:{within}|{part}|at least)(?: in| of| on)?)*[ -]$", re.I),
        join=re.compile(r"\s*,?\s*(?:and|to|until|till|through|-|\u2013)\s+(?:(?:early|late|mid)[ -])?$|^\s*-\s*$", re.I),
        war=re.compile(rf"\b(?:{noun})\b[^.;]*$", re.I),
        stamp=re.compile(r"(?:date of publication|published|updated|posted|last modified)(?: on| at)?:?\s*$", re.I),
    )


def _numbered(patterns: list[str]) -> Iterator[str]:
    for i, p in enumerate(patterns):
        yield p.replace("(?P<unit>", f"(?P<unit{i}>")


def timexes(text: str, published: str | None) -> tuple[Timex, ...]:
    """The time expressions of ``text`` in order; a date with its "since", "until", "between … and" is one."""
    p = _patterns()
    atoms = [a for m in p.dated.finditer(text) if (a := _atom(m, text, published)) is not None]
    found = list(_joined(text, atoms, p))
    found = _bounded(text, found + list(_starts(text, found, p)))
    found += [Timex(m.start(), m.end(), "future") for m in p.future.finditer(text)]
    found += _rates(text, p)
    return tuple(sorted(_outermost(found), key=lambda x: x.start))


def _bounded(text: str, found: list[Timex]) -> list[Timex]:
    """With "from the start of the war" and the "to May 2023" that follows it made one."""
    out = list(found)
    for since in [x for x in found if x.role == "since"]:
        until = next((x for x in found if x.role == "until" and 0 < x.start - since.end <= 2), None)
        if until is not None:
            out = [x for x in out if x not in (since, until)]
            out.append(Timex(since.start, until.end, "span", since.first, until.last, since.grain))
    return out


def _outermost(found: list[Timex]) -> list[Timex]:
    """Without those that lie inside another."""
    kept: list[Timex] = []
    for x in sorted(found, key=lambda x: (x.start - x.end, x.start)):
        if not any(x.start < k.end and k.start < x.end for k in kept):
            kept.append(x)
    return kept


def _rates(text: str, p: _Patterns) -> Iterator[Timex]:
    names = table("time")["rates"]["units"]
    length = re.compile(rf"\b(?:{_any(table('time')['rates']['not_after'])}) $", re.I)
    for pattern in (p.rate_after, p.rate_before):
        for m in pattern.finditer(text):
            if pattern is p.rate_after and length.search(text, max(0, m.start() - 12), m.start()):
                continue
            unit = next((g for g in m.groupdict().values() if g), None)
            yield Timex(m.start(), m.end(), "rate", per=names.get(unit.lower(), unit.lower()) if unit else "time")


def _starts(text: str, found: list[Timex], p: _Patterns) -> Iterator[Timex]:
    """Beginnings of wars that something is counted from or up to; a date said with one belongs to it."""
    leads = table("time")["leads"]
    begins = re.compile(rf"\b(?:{_any([*table('time')['starts']['beginnings'], *table('time')['starts']['begin_verbs']])})\b", re.I)
    at_start = re.compile(rf"(?:\S+ )?(?:\S+ )?(?:{_any(table('time')['starts']['beginnings'])}) of\b", re.I)
    for m in p.start.finditer(text):
        lead = m["lead"].lower()
        if any(x.start < m.end() and m.start() < x.end for x in found if x.role in ("window", "span")):
            continue
        date = next((x for x in found if m.start() < x.start and x.start - m.end() <= 30 or m.start() < x.start < m.end()), None)
        first = date.first if date else None
        end = max(m.end(), date.end) if date else m.end()
        if lead in leads["since"] and (lead not in ("after", "from") or begins.search(m["what"])):
            yield Timex(m.start(), end, "since", first, None, "start")
        elif at_start.match(m["what"]) and lead in leads["at"]:
            yield Timex(m.start(), end, "point", first, first, "start")
        elif lead in ("before", "prior to", "ahead of"):
            yield Timex(m.start(), end, "until", None, first, "start")


def _joined(text: str, atoms: list[Timex], p: _Patterns) -> Iterator[Timex]:
    leads = table("time")["leads"]
    i = 0
    while i < len(atoms):
        atom = atoms[i]
        m = p.lead.search(text, max(0, atom.start - 40), atom.start)
        lead = m["lead"].lower() if m and text[atom.end : atom.end + 2] != "'s" else ""
        start = m.start() if m else atom.start
        following = atoms[i + 1] if i + 1 < len(atoms) else None
        if (
            following is not None
            and lead in ("between", "from", "since", "")
            and (lead or atom.grain != "bare")
            and p.join.search(text[atom.end : following.start])
            and (lead != "" or "and" not in text[atom.end : following.start])
        ):
            first = atom.first
            if first and following.last and len(first) == 10 and first > following.last:
                first = dates.compose(int(first[:4]) - 1, int(first[5:7]), int(first[8:]))
            yield Timex(start, following.end, "span", first, following.last, following.grain)
            i += 2
            continue
        if following is not None and atom.grain == following.grain == "bare" and re.fullmatch(r",? (?:and|or) (?:on )?", text[atom.end : following.start]):
            first = atom.first
            if first and following.last and first > following.last:
                first = dates.shift(first, -7)
            yield Timex(start, following.end, "point", first, following.last, "bare")
            i += 2
            continue
        if atom.role == "point" and lead in leads["opening"]:
            yield replace(atom, start=start, role="since", last=None, grain="start") if p.war.search(text[:start][-50:]) else replace(atom, start=start)
        elif atom.role == "window" and lead in leads["since"]:
            yield Timex(start, atom.end, "since", atom.first, None, "bare")
        elif atom.role == "point" and lead in leads["since"] and lead != "after":
            yield replace(atom, start=start, role="since")
        elif atom.role == "point" and lead in leads["until"]:
            yield replace(atom, start=start, role="until")
        else:
            yield replace(atom, start=start)
        i += 1


def _year(text: str | None, relation: str | None, published: str | None) -> str | None:
    if text:
        return text
    if relation:
        return dates.year_back(published, relation.lower() == "last")
    return None


def _month(word: str) -> int:
    return int(table("time")["months"][word.lower().rstrip(".")])


def _day(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _date(month: str, day: str | None, year: str | None, published: str | None) -> str | None:
    number = _day(day) if day else None
    if year:
        return dates.compose(int(year), _month(month), number)
    return dates.latest(published, _month(month), number)


def _atom(m: re.Match[str], text: str, published: str | None) -> Timex | None:
    """The date of a match; None where the words turn out to be something else."""
    kind = next(k for k in _KINDS if m[k] is not None)
    a, b = m.start(), m.end()
    if kind == "iso":
        iso = dates.compose(int(m["iy"]), int(m["im"]), int(m["id"]))
        return iso and Timex(a, b, "point", iso, iso) or None
    if kind == "days":
        last = _date(m["dm"], m["d2"], m["dy"], published)
        return Timex(a, b, "span", _date(m["dm"], m["d1"], last[:4] if last else m["dy"], published), last)
    if kind == "mdays":
        last = _date(m["em"], m["e2"], m["ey"], published)
        return Timex(a, b, "span", _date(m["em"], m["e1"], last[:4] if last else m["ey"], published), last)
    if kind in ("dmy", "mdy"):
        x = "f" if kind == "dmy" else "g"
        year = _year(m[x + "y"], m[x + "r"], published)
        if not 1 <= _day(m[x + "d"]) <= 31 or _lower_may(m[x + "m"]):
            return None
        iso = _date(m[x + "m"], m[x + "d"], year, published)
        if m[x + "y"] and _is_stamp(text, a, b):
            return None
        return Timex(a, b, "point", iso, iso)
    if kind == "my":
        iso = _date(m["hm"], None, _year(m["hy"], m["hr"], published), published)
        return None if _lower_may(m["hm"]) else Timex(a, b, "point", iso, iso, "month")
    if kind == "month":
        return _bare_month(m, text, published)
    if kind == "weekday":
        if m["w"][0].islower():
            return None
        number = table("time")["weekdays"].index(m["w"].lower())
        iso = dates.last_weekday(published, number, before=bool(m["wl"] or m["wp"]))
        return Timex(a, b, "point", iso, iso, "bare")
    if kind == "ago":
        return _ago(m, published)
    if kind in ("window", "spell"):
        return _window(m, kind, published)
    if kind == "this":
        unit = m["tu"].lower()
        if "same" in m["this"].lower():
            return Timex(a, b, "window")
        return _this(a, b, unit, text, published)
    if kind in ("recent", "weekend"):
        return Timex(a, b, "window", None, published)
    if kind == "relative":
        first, last = table("time")["relative"][m["relative"].lower()]
        return Timex(a, b, "point", dates.shift(published, first), dates.shift(published, last), "bare")
    if kind == "clock":
        return Timex(a, b, "point", published, published, "clock")
    if kind == "years":
        return Timex(a, b, "span", m["y1"], m["y2"], "year")
    return _bare_year(m, text)


_KINDS = (
    "iso", "days", "mdays", "dmy", "mdy", "my", "weekday", "ago", "window", "spell", "this", "recent", "weekend",
    "relative", "clock", "month", "years", "year",
)  # fmt: skip


def _lower_may(word: str) -> bool:
    return word in ("may", "march")


def _is_stamp(text: str, start: int, end: int) -> bool:
    """Whether a full date is the page's own: it opens a line, or follows "Updated" and the like."""
    line = text.rfind("\n", 0, start) + 1
    before = text[line:start]
    if _patterns().stamp.search(before):
        return True
    return not before.strip(" -*\u2022([") and text[end : end + 1] != ","


def _bare_month(m: re.Match[str], text: str, published: str | None) -> Timex | None:
    """A month without a year needs a word before it that dates something: "may" and "march" are other words."""
    lead = _patterns().lead.search(text, max(0, m.start() - 40), m.start())
    dating = re.search(rf"\b(?:{_any([*table('time')['within'], 'last', 'this', 'and', 'to', 'until'])})[ -]$", text[: m.start()][-14:], re.I)
    if not lead and not dating:
        return None
    iso = dates.latest(published, _month(m["mon"]))
    if dating and dating.group().strip().lower() == "last" and iso and published and iso == published[:7]:
        iso = dates.month_back(iso, 12)
    return Timex(m.start(), m.end(), "point", iso, iso, "month")


def _bare_year(m: re.Match[str], text: str) -> Timex | None:
    """Four digits are a year only after a word that dates something."""
    after = text[m.end() : m.end() + 24]
    if re.match(r"\s+(?!and\b|to\b|in\b|by\b|when\b|while\b|on\b|with\b|was\b|were\b|had\b|have\b|has\b)[a-z]+s\b", after):
        return None
    if not _patterns().lead.search(text, max(0, m.start() - 40), m.start()):
        return None
    return Timex(m.start(), m.end(), "point", m["y"], m["y"], "year")


def _count(word: str | None) -> int | None:
    if word is None:
        return 1
    if word.isdigit():
        return int(word)
    number = table("time")["numbers"].get(word.lower().removesuffix(" of").removeprefix("a ") if " " in word else word.lower())
    return None if number is None else int(number)


def _ago(m: re.Match[str], published: str | None) -> Timex | None:
    count, days = _count(m["an"]), table("time")["units"][m["au"].lower()]
    if "earlier" in m["ago"].lower():
        return Timex(m.start(), m.end(), "point", None, None, "bare")
    if count is None:
        return Timex(m.start(), m.end(), "point")
    if days >= 365:
        iso = dates.year_back(published, count * days // 365)
        return Timex(m.start(), m.end(), "point", iso, iso, "year")
    if days >= 30:
        iso = dates.month_back(published, count)
        return Timex(m.start(), m.end(), "point", iso, iso, "month")
    iso = dates.shift(published, -count * days) if days else published
    if days == 7:
        iso = iso and iso[:7] if count > 1 else iso
    return Timex(m.start(), m.end(), "point", iso, iso, "day" if days > 1 else "bare")


def _window(m: re.Match[str], kind: str, published: str | None) -> Timex | None:
    number, unit = (m["wn"], m["wu"]) if kind == "window" else (m["sn"], m["su"])
    unit = unit.lower()
    days, count = table("time")["units"][unit], _count(number)
    start, end = m.start(), m.end()
    if kind == "spell":
        war = re.match(rf" of (?:\S+ )?(?:{_any(table('time')['starts']['nouns'])})\b", m.string[end:], re.I)
        if war and count and days >= 30:
            first = dates.year_back(published, count * days // 365) if days >= 365 else dates.month_back(published, count)
            return Timex(start, end + war.end(), "since", first, None, "start")
        return Timex(start, end, "window")
    if number is None and re.match(r"(?:the )?last\b", m[kind], re.I) and not m[kind].lower().endswith("s") and not m[kind].lower().startswith("the "):
        if unit == "year":
            iso = dates.year_back(published, 1)
            return Timex(start, end, "point", iso, iso, "year")
        if unit == "month":
            iso = dates.month_back(published, 1)
            return Timex(start, end, "point", iso, iso, "month")
        return Timex(start, end, "window", *_last_week(published)) if unit == "week" else None
    if count is None:
        return Timex(start, end, "window", None, published)
    back = max(1, -(-count // 24)) if unit == "hour" else count * days if days else 1
    first = dates.month_back(published, count) if days == 30 else dates.year_back(published, count * days // 365) if days > 30 else dates.shift(published, -back)
    return Timex(start, end, "window", first, published)


def _last_week(published: str | None) -> tuple[str | None, str | None]:
    """The month of the week before that of publication, where it lies in one."""
    day = dates.full(published)
    if day is None:
        return None, None
    first, last = dates.shift(published, -day.weekday() - 7), dates.shift(published, -day.weekday() - 1)
    return (first[:7], last[:7]) if first and last and first[:7] == last[:7] else (None, None)


def _this(start: int, end: int, unit: str, text: str, published: str | None) -> Timex:
    earlier = re.search(r"\bearlier\s+$", text[:start][-12:], re.I)
    if unit == "year":
        first = published and published[:4]
    elif unit == "month":
        first = published and published[:7]
    else:
        day = dates.full(published)
        first = dates.shift(published, -day.weekday()) if day else None
    if earlier:
        coarse = published and (published[:4] if unit == "year" else published[:7])
        return Timex(start, end, "point", coarse, coarse, "month")
    return Timex(start, end, "window", first, published)
