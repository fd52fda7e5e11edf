"""The dates of words that name a day, a month, a year or a stretch up to now, by the day of publication."""

from __future__ import annotations

import re

from tollbook.extraction.when import dates
from tollbook.extraction.when.stamps import is_dateline, is_stamp
from tollbook.extraction.when.time_patterns import any_of, patterns
from tollbook.extraction.when.timex import Timex
from tollbook.lexicon import table


def _year(text: str | None, relation: str | None, published: str | None) -> str | None:
    if text:
        return text
    if relation:
        return dates.year_back(published, relation.lower().startswith("last"))
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


def dated_words(m: re.Match[str], text: str, published: str | None) -> Timex | None:
    """The date of a match; None where the words turn out to be something else."""
    kind = next(k for k in _KINDS if m[k] is not None)
    a, b = m.start(), m.end()
    if kind == "iso":
        iso = dates.compose(int(m["iy"]), int(m["im"]), int(m["id"]))
        return (iso and Timex(a, b, "point", iso, iso)) or None
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
        if is_dateline(text, a, b) or (m[x + "y"] and is_stamp(text, a, b)):
            return None
        return Timex(a, b, "point", iso, iso)
    if kind == "my":
        iso = _date(m["hm"], None, _year(m["hy"], m["hr"], published), published)
        return None if _lower_may(m["hm"]) else Timex(a, b, "point", iso, iso, "month")
    if kind == "month":
        return _bare_month(m, text, published)
    if kind == "eve":
        over = re.search(rf"\b(?:{any_of(table('time')['throughout'])}) $", text[max(0, a - 12) : a], re.I)
        return Timex(a, b, "window" if over else "point", None, None, "bare")
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
    if kind == "opening":
        return _opening(m, published)
    if kind == "this":
        unit = m["tu"].lower()
        if "same" in m["this"].lower():
            return Timex(a, b, "window")
        return _this(a, b, unit, text, published)
    if kind == "begun":
        return _this(a, b, m["bu"].lower(), text, published)
    if kind == "old":
        count, days = _count(m["on"]), table("time")["units"][m["ou"].lower()]
        return Timex(a, b, "since", _back(published, count, days) if count and days else None, None, "start")
    if kind in ("recent", "weekend"):
        return Timex(a, b, "window", None, published)
    if kind == "relative":
        first, last = table("time")["relative"][m["relative"].lower()]
        return Timex(a, b, "point", dates.shift(published, first), dates.shift(published, last), "bare")
    if kind == "holiday":
        lead = patterns().lead.search(text, max(0, a - 40), a)
        if lead is not None and lead["lead"].lower() not in table("time")["leads"]["at"]:
            return None
        iso = dates.latest(published, *table("time")["holidays"][m["holiday"]])
        return Timex(a, b, "point", iso, iso)
    if kind == "decade":
        return Timex(a, b, "point", grain="decade")
    if kind == "clock":
        return Timex(a, b, "point", published, published, "clock")
    if kind == "years":
        return Timex(a, b, "span", m["y1"], m["y2"], "year")
    return _bare_year(m, text)


_KINDS = (
    "iso", "days", "mdays", "dmy", "mdy", "my", "eve", "weekday", "ago", "window", "spell", "opening", "old", "begun",
    "this", "recent", "weekend", "holiday", "decade", "relative", "clock", "month", "years", "year",
)  # fmt: skip


def _lower_may(word: str) -> bool:
    return word in ("may", "march")


def _bare_month(m: re.Match[str], text: str, published: str | None) -> Timex | None:
    """A month without a year needs a word before it that dates something: "may" and "march" are other words."""
    lead = patterns().lead.search(text, max(0, m.start() - 40), m.start())
    dating = _dating(text, m.start())
    if not lead and not dating:
        return None
    iso = dates.latest(published, _month(m["mon"]))
    if dating == "last" and iso and published and iso == published[:7]:
        iso = dates.month_back(iso, 12)
    return Timex(m.start(), m.end(), "point", iso, iso, "month")


def _dating(text: str, start: int) -> str | None:
    """The word right before a date that makes it one ("early", "last"), in lower case."""
    t = table("time")
    words = any_of([*t["within"], *t["seasons"], "last", "this", "and", "to", "until"])
    found = re.search(rf"\b({words})[ -]$", text[max(0, start - 14) : start], re.I)
    return found[1].lower() if found else None


def _bare_year(m: re.Match[str], text: str) -> Timex | None:
    """Four digits are a year only after a word that dates something."""
    after = text[m.end() : m.end() + 24]
    if re.match(
        r"\s+(?!and\b|to\b|in\b|by\b|when\b|while\b|on\b|with\b|was\b|were\b|had\b|have\b|has\b)[a-z]+s\b", after
    ):
        return None
    if not patterns().lead.search(text, max(0, m.start() - 40), m.start()) and not _dating(text, m.start()):
        return None
    return Timex(m.start(), m.end(), "point", m["y"], m["y"], "year")


def _count(word: str | None) -> int | None:
    if word is None:
        return 1
    if word.isdigit():
        return int(word)
    number = table("time")["numbers"].get(
        word.lower().removesuffix(" of").removeprefix("a ") if " " in word else word.lower()
    )
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
    if kind == "spell" and unit == "minute":
        return None
    if kind == "spell":
        war = re.match(rf" of (?:\S+ )?(?:{any_of(table('time')['starts']['nouns'])})\b", m.string[end:], re.I)
        if war and count and days:
            return Timex(start, end + war.end(), "since", _back(published, count, days), None, "start")
        return (
            None
            if m[kind].lower().startswith("after")
            else Timex(start, end, "window", grain="bare" if days <= 1 else "day")
        )
    if (
        number is None
        and re.match(r"(?:the )?last\b", m[kind], re.I)
        and not m[kind].lower().endswith("s")
        and not m[kind].lower().startswith("the ")
    ):
        if unit == "year":
            iso = dates.year_back(published, 1)
            return Timex(start, end, "point", iso, iso, "year")
        if unit == "month":
            iso = dates.month_back(published, 1)
            return Timex(start, end, "point", iso, iso, "month")
        return Timex(start, end, "window", *_last_week(published)) if unit == "week" else None
    if count is None:
        return Timex(start, end, "window", None, published)
    first = _back(published, count, days) if days else dates.shift(published, -max(1, -(-count // 24)))
    return Timex(start, end, "window", first, published)


def _opening(m: re.Match[str], published: str | None) -> Timex | None:
    """The first half or months of a year, the first days or weeks of a month."""
    count, unit = _count(m["qn"]), (m["qu"] or "").lower()
    if m["qm"]:
        month = _date(m["qm"], None, m["qy"], published)
        days = (count or 0) * {"day": 1, "week": 7}.get(unit, 0)
        return (
            Timex(m.start(), m.end(), "window", month and f"{month}-01", month and f"{month}-{days:02d}")
            if 0 < days < 29
            else None
        )
    year = m["qw"] if m["qw"].isdigit() else published and published[:4]
    months = 6 if m["half"] else count if unit == "month" else None
    if year is None or months is None or months > 12:
        return None
    return Timex(m.start(), m.end(), "window", f"{year}-01", f"{year}-{months:02d}")


def _back(published: str | None, count: int, days: int) -> str | None:
    """So many units of ``days`` before publication: a day, or a month or year where that is the unit."""
    if days >= 365:
        return dates.year_back(published, count * days // 365)
    return dates.month_back(published, count) if days == 30 else dates.shift(published, -count * days)


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
