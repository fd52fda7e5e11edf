"""Whether a number may count anything, judged by what touches it: not dates, times, ages, money, measures, names."""

from __future__ import annotations

import re

from tollbook.extraction.numbers import SMALL, either, value_of
from tollbook.lexicon import table

_T = table("numbers")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|(?-i:Mar(?:ch)?|MAR(?:CH)?)|apr(?:il)?|(?-i:May|MAY)|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:(?:-|\u2013|[ ](?:to|and)[ ]){_DAY})?"
_YEAR = r"(?:1[5-9]|20)\d\d\b"
_AUXILIARY = r"have|has|be|not|still|also|yet|never"
_NOT_DATED = r"(?<![\w])(?<!\bin )(?<!early )(?<!late )(?<!mid-)"
_DATE = re.compile(
    rf"{_NOT_DATED}{_MONTH}\.?[ ,]+{_DAYS}\b(?!,\d{{3}}\b)(?:[ ]?,?[ ]*{_YEAR})?"
    rf"|(?<![\w,.]){_DAYS}[ ]+(?:of[ ]+)?{_MONTH}(?![ ](?:{_AUXILIARY})\b)\.?(?:[ ]?,?[ ]*{_YEAR})?"
    rf"|(?<![\w]){_MONTH}\.?,?[ ]+{_YEAR}"
    r"|(?<![\d])\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d)"
    r"|(?<![\w,.])\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?=[ ]*(?:[ap]\.?m\b|gmt|utc|local|hrs|hours|bst|est|edt|[.,;)]|$))"
    r"|(?<![\w,.])\d{1,2}:\d{2}\b|(?<=\bat )\d{1,2}(?=[ ](?:on|in[ ]the[ ](?:morning|afternoon|evening)|at[ ]night)\b)"
    r"|(?<![\w,.])\d{1,2}[ ]?[ap]\.?m\b|(?<![\w,.])\d{4}[ ]?(?:gmt|utc|hours|hrs|local)\b"
    r"|(?<![\w,.$])(?:'\d{2}s?(?!')|(?:1[5-9]|20)\d{2}s|\d{2}s)\b"
    r"|(?<![\w,.])9/11\b|\b24/7\b|https?://\S+|\b\S+@\S+|\+\d[\d ()-]{6,}\d|(?<!\w)\d+(?:-\d+){2,}"
    r"|(?<![\w,.])0\d{2,}(?:[ -]\d+)+|(?<![\w,.])\d+-0\d+"
    rf"|(?<![\w,.]){_YEAR}[-\u2013/](?:(?:1[5-9]|20)\d\d|\d\d)(?!\d)"
    rf"|(?<!\w)(?:{either(_T['names']['words'])})(?!\w)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"[- ](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|half|halve)s?\b", re.IGNORECASE
)
_IN_TEN = re.compile(
    rf"[ ](?:in|out[ ]of)[ ](?:every[ ])?(?P<b>\d+|{either(list(SMALL))}|an?[ ]hundred)\b"
    r"(?![ ](?:days|weeks|months|years|hours))",
    re.IGNORECASE,
)
_ONE_IN = re.compile(r"\b(?:one|two|three|four|five|\d)[ ](?:in|out[ ]of)[ ](?:every[ ])?$", re.IGNORECASE)
_NOT_AFTER = re.compile(rf"[ -]*(?:{either(_T['not_after']['words'])})(?!\w)", re.IGNORECASE)
_NAMED = re.compile(rf"(?<!\w)(?:{either(_T['not_before']['always'])}|(?<!')(?-i:[B-HJ-Z]))[ ]?$", re.IGNORECASE)
_PLACED = re.compile(rf"(?<!\w)(?:{either(_T['not_before']['unless_people'])})[ ]?$", re.IGNORECASE)
_PEOPLE = re.compile(rf"[ ](?:{either(_T['people']['words'])})\b", re.IGNORECASE)
_STATION = re.compile(r"(?<!\w)[A-Z]{2,4}[ ]$")
_TITLED = re.compile(r"(?<!\w)[A-Z][\w.]*[ ]$")
_MONEY = re.compile(rf"(?<!\w)(?:{either(_T['money']['words'])})[ ]?$", re.IGNORECASE)
_HYPHENATED = re.compile(r"-(?!(?:strong|member|man|person|plus|odd|or-more|ish|some)\b)[a-z]", re.IGNORECASE)
_HALF = re.compile(r"-[ ](?:to|and|or)\b")
_AGE_BEFORE = re.compile(r"\w,[ ]$|\w[ ]\($")
_AGE_AFTER = re.compile(r"[,)]|\.$|[.](?=\s)|$|[ ](?:from|of|who|told|said|says)\b")
_INTRODUCED = re.compile(
    rf"(?i:\b(?:{either(_T['introductions']['words'])})),[ ]$"
    r"|(?:^|[.;:]|\b(?i:and|but|that|while))[ \"']*(?i:in|at|near|on|outside|around|across|inside|throughout)\b"
    r"[^,]*[ ][A-Z][\w'-]+,[ ]$"
)
_YEAR_BEFORE = re.compile(
    r"(?<!\w)(?:in|since|from|during|by|until|till|before|after|late|early|mid|through|throughout|year|season"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)[ -]?$",
    re.IGNORECASE,
)
_YEAR_MAYBE = re.compile(
    r"(?:(?<!\w)(?:of|around|circa|and|to|the|between|war|for|about)|[(,\u2013-])[ ]?$", re.IGNORECASE
)


def without_dates(text: str) -> str:
    """``text`` with the figures of dates, times, addresses and names blotted out, at the same length."""
    return _DATE.sub(lambda m: "\x00" * len(m.group()), text)


def countable(text: str, start: int, end: int, *, bounded: bool = False) -> bool:
    """Whether the number at ``start:end`` may count something; ``bounded``: "more than" or so stands before."""
    words, before, after = text[start:end], text[max(0, start - 60) : start], text[end : end + 40]
    if _glued(before, after) or measured_out(text, end) or _MONEY.search(before[-24:]):
        return False
    if _HYPHENATED.match(after) or _HALF.match(after) or _fraction(words, before, after):
        return False
    return not (named(text, start, end) or (not bounded and year(text, start, end)) or aged(text, start, end, end))


def measured_out(text: str, end: int) -> bool:
    """Whether the number that ends at ``end`` measures time, space, money or the like by the word after it."""
    return bool(_NOT_AFTER.match(text, end))


def _glued(before: str, after: str) -> bool:
    """Whether a letter, a sign or another digit touches the number."""
    last, first = before[-1:], after[:1]
    if last and (last.isalnum() or last in "#@_/\\\x00" or (last in ".,:" and before[-2:-1].isdigit())):
        return True
    if last and last in "-\u2013" and before[-2:-1].isalnum():
        return True
    if first and (first.isalnum() or first in "_/%\u00b0"):
        return True
    return bool(first) and first in ".,:" and after[1:2].isdigit()


def _fraction(words: str, before: str, after: str) -> bool:
    """A part of a whole: "two thirds", "one in five", "three out of four"; not "40 in two villages", "12 out of 38"."""
    if _PART.match(after) or _ONE_IN.search(before[-24:]):
        return True
    m = _IN_TEN.match(after)
    if m is None:
        return False
    a, b = value_of(words), value_of(m.group("b"))
    return a is not None and b is not None and a < b and a < 10 and (b <= 10 or b in (20, 50, 100, 1000))


def named(text: str, start: int, end: int) -> bool:
    """Whether a word before the short number at ``start:end`` makes it a name, an age or a reference ("article 5")."""
    words = text[start:end]
    tail = text[max(0, start - 24) : start]
    tail = tail.rstrip("\"' ") + " " if tail.endswith(("'", '"', " ")) else tail
    if words[0].isdigit() and not (words.isdigit() and (len(words) <= 3 or _TITLED.search(tail))):
        return False
    if _NAMED.search(tail):
        return True
    placed = _PLACED.search(tail) or (_STATION.search(tail) and not text.isupper())
    return bool(placed) and not _PEOPLE.match(text, end)


def year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year: "in 2014", "the 2003 invasion"; not "a force of 2000 soldiers"."""
    words, before, after = text[start:end], text[max(0, start - 20) : start], text[end : end + 40]
    if not (words.isdigit() and len(words) == 4 and 1500 <= int(words) <= 2100):
        return False
    if _YEAR_BEFORE.search(before) or not re.match(r"[ ]+[a-z]", after, re.IGNORECASE):
        return True
    counts = _PEOPLE.match(after) or (words.endswith("00") and re.match(r"[ ][a-z]+s\b", after))
    return bool(_YEAR_MAYBE.search(before)) and not counts


def aged(text: str, start: int, end: int, last: int) -> bool:
    """Whether the number at ``start:end`` is an age ("Ivan, 34,"); ``last`` is where what it is joined to ends."""
    words, before, after = text[start:end], text[max(0, start - 60) : start], text[last : last + 12]
    if not (words.isdigit() and len(words) <= 2 and _AGE_BEFORE.search(before) and _AGE_AFTER.match(after)):
        return False
    return not re.search(r"\b(?:and|or)[ ]$", before) and not _INTRODUCED.search(before)
