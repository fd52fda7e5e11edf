"""The patterns of time expressions, made of the words in 'time.toml'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tollbook.lexicon import table


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled patterns; the groups of ``dated`` are read by 'dated_words'."""

    dated: re.Pattern[str]
    start: re.Pattern[str]
    rate_after: re.Pattern[str]
    rate_before: re.Pattern[str]
    future: re.Pattern[str]
    lead: re.Pattern[str]
    part: re.Pattern[str]
    join: re.Pattern[str]
    stamp: re.Pattern[str]
    war: re.Pattern[str]
    since: re.Pattern[str]
    as_of: re.Pattern[str]
    superlative: re.Pattern[str]
    begun: re.Pattern[str]


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longer ones first."""
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def patterns() -> Patterns:
    """The patterns, made once from 'time.toml'."""
    t = table("time")
    month = f"(?:{any_of(t['months'])})\\.?"
    names = [case for w in t["months"] for case in (w.capitalize(), w.upper())]
    named = f"(?-i:{any_of(names)})\\.?"
    weekday, short, part = any_of(t["weekdays"]), any_of(t["weekdays_short"]), any_of(t["parts_of_day"])
    number, unit, within = any_of(t["numbers"]), any_of(t["units"]), any_of([*t["within"], *t["seasons"]])
    count = f"(?:\\d+|{number}|few|several)"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    year = r"(?:1[89]|20)\d\d"
    begin, verb, noun = (
        any_of(t["starts"]["beginnings"]),
        any_of(t["starts"]["begin_verbs"]),
        any_of(t["starts"]["nouns"]),
    )
    to = r" ?(?:-|\u2013|to|and|or) ?"
    named_day = rf"(?:(?:{weekday}|(?:{short})\.?),? )?"
    relative_year = r"(?:this|last) year"
    fewer = "a matter of |just |only |under |less than |the space of "
    hour = r"\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m\b\.?|p\.?m\b\.?)|\d{1,2}[:.]?\d\d (?:local time|GMT|UTC)"
    dated = [
        rf"(?P<iso>(?P<iy>{year})-(?P<im>\d\d)-(?P<id>\d\d))",
        rf"(?P<days>(?:the )?(?P<d1>{day}){to}(?P<d2>{day}) (?:of )?(?P<dm>{month})(?:,? (?P<dy>{year}))?)",
        rf"(?P<mdays>(?P<em>{month}) (?P<e1>{day}){to}(?P<e2>{day})(?![\d:])(?:,? (?P<ey>{year}))?)",
        rf"(?P<dmy>{named_day}(?:the )?(?P<fd>{day}) (?:of )?(?P<fm>{month})(?![\w-])"
        rf"(?:,? (?P<fy>{year})|(?: of)? (?P<fr>{relative_year}))?)",
        rf"(?P<mdy>{named_day}(?P<gm>{month}) (?P<gd>{day})(?![\d:%]|,\d| percent)"
        rf"(?:,? (?P<gy>{year})|(?: of)? (?P<gr>{relative_year}))?)",
        rf"(?P<my>(?P<hm>{named}) (?:of )?(?:(?P<hy>{year})\b|(?P<hr>{relative_year})))",
        r"(?P<eve>(?:the (?:day|night) (?:before|earlier)|a day earlier|the previous (?:day|night)))",
        rf"(?P<holiday>(?-i:{any_of(t['holidays'])}))",
        rf"(?P<decade>(?:the )?(?:early |late |mid-)?{year}s)",
        rf"(?P<relative>{any_of(t['relative'])})",
        rf"(?P<weekday>(?P<wl>last |this past )?(?P<w>{weekday})s?(?: (?P<wp>last))?(?: (?:{part}))?)",
        rf"(?P<ago>(?P<an>\d+|{number}|several|a few|a couple of|some) (?P<au>{unit})s? (?:ago|earlier)(?! than))",
        rf"(?P<window>(?:the |their |its )?(?:past|last|previous|preceding|latest|final) "
        rf"(?:(?P<wn>{count})[ -])?(?P<wu>{unit})s?\b)",
        rf"(?P<spell>(?:in|within|over|during|after) (?:{fewer})?(?P<sn>{count}) (?P<su>{unit})s?\b"
        rf"(?! (?:ago|from now)))",
        rf"(?P<old>(?P<on>\d+|{number})-(?P<ou>day|week|month|year)(?:-old|-long)? (?:\S+ )?(?:{noun}))",
        rf"(?P<opening>(?:the )?first (?:(?P<half>half)|(?:(?P<qn>{count}) )?(?P<qu>day|week|month)s?) of "
        rf"(?P<qw>(?P<qm>{named})(?:,? (?P<qy>{year}))?|this year|the year|{year}))",
        r"(?P<this>(?:the )?(?:this|current|same) (?P<tu>week|weekend|month|year))",
        rf"(?P<begun>(?:the )?(?:{begin}) of (?:the|this) (?P<bu>week|month|year)(?! of))",
        r"(?P<recent>recent (?P<ru>hours|days|weeks|months|years))",
        r"(?P<weekend>(?:over|at|during) the weekend|last weekend)",
        rf"(?P<clock>at (?:about |around |approximately )?(?:{hour}))",
        rf"(?P<month>(?P<mon>{named})(?![\w'-]| \d{{1,2}}(?![\d,.]\d)\b))",
        rf"(?P<years>(?P<y1>{year}) ?(?:-|\u2013|to|and) ?(?P<y2>{year}))",
        rf"(?P<year>(?:the year )?(?P<y>{year}))",
    ]
    opening = rf"(?:the |its |their )?(?:very )?(?:{begin}) of (?:\S+ ){{0,5}}?(?:{noun})\b"
    start = (
        rf"(?:{opening}"
        rf"|(?:\S+ ){{0,5}}?(?:{noun})(?:'s)? (?:\S+ ){{0,3}}?(?:{verb}|{begin})\b"
        rf"|(?:\S+ ){{1,4}}?invaded\b"
        rf"|(?:\S+ ){{0,4}}?(?:{noun})\b)"
    )
    leads = [w for words in t["leads"].values() for w in words]
    return Patterns(
        dated=re.compile(rf"(?:(?<![\w$\u20ac\u00a3.,-])|(?<=\bmid-))(?:{'|'.join(dated)})(?!\w)", re.I),
        start=re.compile(
            rf"\b(?:(?P<lead>{any_of(t['leads']['since'] + t['leads']['until'])}) (?P<what>{start})"
            rf"|(?:{any_of(t['leads']['at'])}) (?P<opening>{opening}))",
            re.I,
        ),
        rate_after=re.compile(
            "|".join(rf"\b(?:{p})" if p[0].isalpha() else p for p in _numbered(t["rates"]["after"])), re.I
        ),
        rate_before=re.compile("|".join(rf"\b(?:{p})" for p in _numbered(t["rates"]["before"])), re.I),
        future=re.compile(rf"\b(?:{'|'.join(t['future']['words'])})\b", re.I),
        lead=re.compile(
            rf"(?<!\w)(?P<lead>{any_of(leads)}),?(?: (?:the|about|around|mainly))?"
            rf"(?: (?:{within}|{part}|at least)(?: in| of| on)?)*[ -](?:mid-)?$",
            re.I,
        ),
        part=re.compile(rf"\b(?:{part})\b", re.I),
        join=re.compile(
            r"\s*,?\s*(?:and|to|until|till|through|-|\u2013)\s+(?:(?:early|late|mid)[ -])?$|^\s*-\s*$", re.I
        ),
        war=re.compile(rf"\b(?:{noun})\b[^.;]*$", re.I),
        begun=re.compile(rf"\bsince (?:[^\s,;]+ ){{1,6}}?(?:{verb})\b", re.I),
        superlative=re.compile(rf"\b(?:{'|'.join(t['starts']['superlatives'])})\b[^,;.]*$", re.I),
        since=re.compile(r"\bsince (?:[^\s,;]+ ){1,8}$", re.I),
        as_of=re.compile(r"\bas (?:of|at) [^,;]{1,30}$", re.I),
        stamp=re.compile(rf"(?:{any_of(t['stamps'])})(?: on| at)?:?\s*$", re.I),
    )


def _numbered(patterns: list[str]) -> Iterator[str]:
    for i, p in enumerate(patterns):
        yield p.replace("(?P<unit>", f"(?P<unit{i}>")
