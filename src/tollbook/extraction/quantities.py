"""Finds the quantity expressions of a sentence, with their modifiers and what they allow; leaves out dates, ages, money and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tollbook.claim import Number, Qualifier
from tollbook.extraction.numbers import NUMERAL, WORDS, value_of, well_formed
from tollbook.lexicon import table

_T = table("numbers")
_VAGUE: dict[str, list[int]] = _T["vague"]
_FIXED: dict[str, int] = _T["fixed"]


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", "[ ]+") for w in sorted(words, key=len, reverse=True))


_BEFORE: dict[str, Qualifier] = {w: q for q, words in _T["before"].items() for w in words}
_AFTER: dict[str, Qualifier] = {w: q for q, words in _T["after"].items() for w in words}
_MODIFIER = rf"(?:(?<![\w-])(?:{_alternatives(list(_BEFORE))})[ ]*[\"'(]?)"
_VAGUES = rf"(?:{_alternatives(list(_VAGUE))})\b"
_SEVERAL = rf"(?:{_alternatives(_T['several']['words'])})[ ](?:tens[ ]of[ ]|hundred[ ])?(?:dozen|hundred|thousand|million|lakh|score)s?\b"
_NUMBER = rf"(?:{NUMERAL}|{WORDS})"
_CORE = re.compile(
    rf"(?P<mods>(?:{_MODIFIER})*)"
    rf"(?:(?P<between>(?<![\w-])between[ ]+[\"']?)?(?P<a>{_NUMBER})(?P<join>[ ]?(?:-|\u2013)[ ]?|[ ]+to[ ]+|[ ]+and[ ]+|[ ]+or[ ]+|[ ]+-[ ]+)"
    rf"(?P<mods2>(?:{_MODIFIER})*)(?P<b>{_NUMBER})"
    rf"|(?P<several>(?<![\w-]){_SEVERAL})"
    rf"|(?P<vague>(?<![\w-]){_VAGUES})"
    rf"|(?P<n>{_NUMBER})"
    rf"|(?P<fixed>(?<![\w-])(?:both|pair|duo|trio|another)\b))",
    re.IGNORECASE,
)
_SINGLE = re.compile(rf"(?P<mods>(?:{_MODIFIER})*)(?P<n>{_NUMBER})", re.IGNORECASE)
_SUFFIX = re.compile(rf"(?:{_alternatives(list(_AFTER))})(?![a-z])", re.IGNORECASE)
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATE = re.compile(
    rf"(?<![\w]){_MONTH}\b\.?[ ,]+\d{{1,2}}(?:st|nd|rd|th)?(?:(?:-|\u2013|[ ](?:to|and)[ ])\d{{1,2}})?\b(?!,\d{{3}}\b)(?:[ ]?,?[ ]*(?:1[5-9]|20)\d\d\b)?"
    rf"|(?<![\w,.])\d{{1,2}}(?:st|nd|rd|th)?(?:(?:-|\u2013|[ ](?:to|and)[ ])\d{{1,2}}(?:st|nd|rd|th)?)?[ ]+(?:of[ ]+)?{_MONTH}\b\.?(?:[ ]?,?[ ]*(?:1[5-9]|20)\d\d\b)?"
    rf"|(?<![\w]){_MONTH}\b\.?,?[ ]+(?:1[5-9]|20)\d\d\b"
    r"|(?<![\d])\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d)"
    r"|(?<![\w,.])\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?=[ ]*(?:[ap]\.?m\b|gmt|utc|local|hrs|hours|bst|est|edt|[.,;)]|$))|(?<![\w,.])\d{1,2}:\d{2}\b"
    r"|(?<![\w,.])\d{1,2}[ ]?[ap]\.?m\b|(?<![\w,.])\d{4}[ ]?(?:gmt|utc|hours|hrs|local)\b"
    r"|(?<![\w,.$])(?:'\d{2}s?|(?:1[5-9]|20)\d{2}s|\d{2}s)\b"
    r"|(?<![\w,.])9/11\b|\b24/7\b|https?://\S+|\b\S+@\S+|\+\d[\d ()-]{6,}\d"
    r"|(?<![\w,.])(?:1[5-9]|20)\d\d[-\u2013/](?:(?:1[5-9]|20)\d\d|\d\d)(?!\d)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"[- ](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|half|halve)s?\b|[ ](?:in|out[ ]of)[ ](?:every[ ])?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)\b(?![ ](?:days|weeks|months|years|hours))",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(rf"[ -]*(?:-|[ ])?(?:{_alternatives(_T['not_after']['words'])})(?![\w])", re.IGNORECASE)
_NOT_BEFORE = re.compile(rf"(?:(?<![\w])|(?<=^))(?:{_alternatives(_T['not_before']['words'])})[ ]?$", re.IGNORECASE)
_HYPHENATED = re.compile(r"-(?!(?:strong|member|man|person|plus|odd|or-more|ish|some)\b)[a-z]", re.IGNORECASE)
_HALF = re.compile(r"-[ ](?:to|and|or)\b")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_AGE = re.compile(r"[A-Z][\w'.-]+,?[ ]\(?$|[a-z]+,[ ]$")
_AGE_AFTER = re.compile(r"[,)]|\.$|[.](?=\s)|$|[ ](?:from|of|who|told|said|says)\b")
_YEAR_BEFORE = re.compile(
    r"(?:(?<![\w])(?:in|since|of|from|during|by|until|till|before|after|around|circa|late|early|mid|through|throughout|and|to|the|year|between|war|season|for|january|february|march|april|may|june|july|august|september|october|november|december)|[(,\u2013-])[ ]?$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"(?:rise|rose|risen|rising|increas|grow|grew|grown|climb|jump|up|fell|fall|fallen|drop|declin|reduc|cut|down|expand|rais|went|go|boost|chang|revis|lower|doubl|tripl)\w*\b[^.;]{0,60}\bfrom[ ]+$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom[ ]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity expression: ``start``/``end`` with its modifiers, ``number``/``number_end`` without, in sentence offsets."""

    start: int
    end: int
    number: int
    number_end: int
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    kind: str


def quantities(text: str) -> list[Found]:
    """Every expression of ``text`` (a sentence made plain) that may count something, in order.

    Numbers that are plainly dates, times, ages, money, measures, names of weapons or references are left out; whether the rest
    counts anybody is for the next step to say.
    """
    masked = _DATE.sub(lambda m: "\x00" * len(m.group()), text)
    found: list[Found] = []
    position = 0
    while m := _CORE.search(masked, position):
        position = max(m.end(), m.start() + 1)
        for f in _read(masked, m):
            found.append(f)
            position = max(position, f.end)
    return found


def _read(text: str, m: re.Match[str]) -> Iterator[Found]:
    if m.group("vague"):
        low, high = _VAGUE[_spaced(m.group("vague"))]
        yield from _bounded(text, m.start(), m.start("vague"), m.end(), m.group("mods"), low, high, "vague")
    elif m.group("several"):
        words = _spaced(m.group("several")).split()
        scale = next(
            w for w in reversed(words) if w.rstrip("s") in ("dozen", "hundred", "thousand", "million", "lakh", "score")
        )
        plural = scale.rstrip("s") + "s"
        name = (
            f"{words[-3]} of {plural}"
            if len(words) > 2 and words[-2] == "of" and words[-3] in ("tens", "hundreds")
            else plural
        )
        if words[-2:-1] == ["hundred"] and plural == "thousands":
            name = "hundreds of thousands"
        low, high = _VAGUE[name]
        yield from _bounded(text, m.start("several"), m.start("several"), m.end(), "", low, high, "vague")
    elif m.group("fixed"):
        word = m.group("fixed").lower()
        if word == "another" and re.match(r"[ ]+(?:\d|" + WORDS + "|" + _VAGUES + ")", text[m.end() :], re.IGNORECASE):
            return
        if word == "both" and re.match(r"[ ]+[\w'-]+(?:[ ][\w'-]+)?[ ]and\b", text[m.end() :]):
            return
        value = _FIXED[word]
        yield Found(m.start("fixed"), m.end(), m.start("fixed"), m.end(), value, value, "exact", "fixed")
    elif m.group("a"):
        yield from _range(text, m)
    else:
        yield from _number(text, m.start(), m.start("n"), m.end("n"), m.group("mods"))


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower())


def _range(text: str, m: re.Match[str]) -> Iterator[Found]:
    """Two numbers that are joined: a range, a change ("from 9,000 to 16,000") or two numbers that only stand together."""
    join = m.group("join").strip().lower()
    a_text, b_text = m.group("a"), m.group("b")
    a, b = value_of(a_text), value_of(b_text)
    scale = re.search(r"[ -]?(thousand|million|billion|lakh|crore|hundred|k|m|bn|mn)$", b_text, re.IGNORECASE)
    if scale and not re.search(r"[a-z]", a_text, re.IGNORECASE):
        a = value_of(f"{a_text} {scale.group(1)}")
    before = text[: m.start("mods") if m.group("mods") else m.start("between") if m.group("between") else m.start("a")]
    together = (
        a is not None
        and b is not None
        and a < b
        and (_countable(text, m.start("a"), m.end("b"), b_text) or bool(m.group("between")))
    )
    one = join in ("-", "\u2013", "to", "or") or (join == "and" and bool(m.group("between")))
    if join == "or" and (b is None or a is None or b > 2 * a + 2):
        one = False
    if join == "to" and (_CHANGE.search(before) or (_FROM.search(before) and (m.group("mods2") or "").strip())):
        one = False
    if together and one and _countable(text, m.start("a"), m.end("b"), b_text):
        start = m.start()
        if join == "to" and (f := _FROM.search(before)):
            start = f.start()
        qualifier: Qualifier = "range"
        yield Found(start, m.end("b"), m.start("a"), m.end("b"), a, b, qualifier, "number")
        return
    if (
        _NOT_AFTER.match(text[m.end("b") : m.end("b") + 40])
        and a is not None
        and not re.search(r"[ ](?:hundred|thousand|million|billion)", a_text)
    ):
        return
    yield from _number(text, m.start(), m.start("a"), m.end("a"), m.group("mods") or "")
    again = _SINGLE.match(text, m.start("mods2") if m.group("mods2") else m.start("b"))
    if again:
        yield from _number(text, again.start(), again.start("n"), again.end("n"), again.group("mods") or "")


def _number(text: str, start: int, number: int, end: int, mods: str) -> Iterator[Found]:
    words = text[number:end]
    if words[0].isalpha():
        end = number + well_formed(words)
        words = text[number:end]
    if not words or not _countable(text, number, end, words):
        return
    value = value_of(words)
    if value is None or value == 0:
        return
    yield from _bounded(text, start, number, end, mods, value, value, "number")


def _bounded(
    text: str, start: int, number: int, end: int, mods: str, low: Number, high: Number, kind: str
) -> Iterator[Found]:
    """The number with what its modifiers allow: the first bound decides, "about" only where there is no bound."""
    suffix = _SUFFIX.match(text, end)
    names = [_BEFORE[w] for w in _modifiers(mods)]
    if suffix:
        names.append(_AFTER[next(w for w in _AFTER if w.lower() == suffix.group().lower())])
        end = suffix.end()
    bound = next((n for n in names if n != "approx"), None)
    if kind == "vague":
        yield Found(start, end, number, end, low, high, "vague", kind)
    elif bound == "at_least":
        yield Found(start, end, number, end, low, None, "at_least", kind)
    elif bound in ("at_most", "nearly"):
        yield Found(start, end, number, end, None, high, bound, kind)
    elif names:
        yield Found(start, end, number, end, low, high, "approx", kind)
    else:
        yield Found(start, end, number, end, low, high, "exact", kind)


def _modifiers(mods: str) -> list[str]:
    found = []
    rest = _spaced(mods)
    while rest.strip():
        rest = rest.strip(" \"'(")
        name = next((w for w in sorted(_BEFORE, key=len, reverse=True) if rest.startswith(w)), None)
        if name is None:
            break
        found.append(name)
        rest = rest[len(name) :]
    return found


def _countable(text: str, start: int, end: int, words: str) -> bool:
    """Whether the number at ``start:end`` may count something, judged by what touches it."""
    before, after = text[:start], text[end : end + 40]
    last, following = before[-1:], after[:1]
    if last and (
        last.isalnum() or last in "$\u20ac\u00a3\u00a5\u20bd\u20b4#@_/\\" or (last in ".,:" and before[-2:-1].isdigit())
    ):
        return False
    if last and last in "-\u2013" and before[-2:-1].isalnum():
        return False
    if following and (following.isalnum() or following in "_/%\u00b0" or _ORDINAL.match(after)):
        return False
    if following and following in ".,:" and after[1:2].isdigit():
        return False
    if _HYPHENATED.match(after) or _HALF.match(after) or _FRACTION.match(after) or _NOT_AFTER.match(after):
        return False
    tail = before[-24:].rstrip("\"' ") + " " if last and last in "\"' " else before[-24:]
    if (len(words) <= 3 or not words[0].isdigit()) and _NOT_BEFORE.search(tail):
        return False
    if re.search(r"\b(?:one|two|three|four|five|\d)[ ](?:in|out[ ]of)[ ](?:every[ ])?$", tail):
        return False
    bare = re.fullmatch(r"\d+", words)
    if (
        bare
        and len(words) == 4
        and 1500 <= int(words) <= 2100
        and (_YEAR_BEFORE.search(tail) or not re.match(r"[ ]+[a-zA-Z]", after))
    ):
        return False
    if bare and len(words) > 7:
        return False
    return not (
        bare
        and len(words) <= 2
        and _AGE.search(before[-30:])
        and _AGE_AFTER.match(after)
        and not re.search(r"\b(?:and|or)[ ]$", before)
    )


NUMBERISH = re.compile(
    rf"\d|(?<![\w-])(?:{_VAGUES}|{'|'.join(w for w in _T['small'])}|dozen|hundred|thousand|million|both|pair|duo|trio|another)\b",
    re.IGNORECASE,
)
"""A sentence without a match holds no number at all."""
