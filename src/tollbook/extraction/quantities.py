"""Finds the quantity expressions of a sentence, with their modifiers and what they allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tollbook.claim import Number, Qualifier
from tollbook.extraction.countable import aged, countable, measured_out, named, without_dates, year
from tollbook.extraction.numbers import NUMBER, SCALE, SMALL, amount, either, value_of
from tollbook.lexicon import table

Kind = Literal["number", "vague", "fixed", "article"]

_T = table("numbers")
_VAGUE: dict[str, list[int]] = _T["vague"]
_FIXED: dict[str, int] = _T["fixed"]
_BEFORE: dict[str, Qualifier] = {w: q for q, words in _T["before"].items() for w in words}
_AFTER: dict[str, Qualifier] = {w: q for q, words in _T["after"].items() for w in words}

_MODIFIER = rf"(?:(?<![\w-])(?:{either(list(_BEFORE))})[ ]*[\"'(]?)"
_VAGUES = rf"(?:{either(list(_VAGUE))})\b"
_MAGNITUDES = r"(?:dozen|hundred|thousand|million|lakh|score)s?\b"
_SEVERAL = rf"(?:{either(_T['several']['words'])})[ ](?:tens[ ]of[ ]|hundreds?[ ](?:of[ ])?)?{_MAGNITUDES}"
_CORE = re.compile(
    rf"(?P<mods>(?:{_MODIFIER})*)"
    rf"(?:(?P<between>(?<![\w-])between[ ]+[\"']?)?(?P<a>{NUMBER})"
    r"(?P<join>[ ]?(?:-|\u2013)[ ]?|[ ]+(?:to|and|or|-)[ ]+)"
    rf"(?P<mods2>(?:{_MODIFIER})*)(?P<b>{NUMBER})"
    rf"|(?P<several>(?<![\w-]){_SEVERAL})"
    rf"|(?P<vague>(?<![\w-]){_VAGUES})"
    rf"|(?P<n>{NUMBER})"
    rf"|(?P<fixed>(?<![\w-])(?:{either(list(_FIXED))})\b))",
    re.IGNORECASE,
)
_SINGLE = re.compile(rf"(?P<mods>(?:{_MODIFIER})*)(?P<n>{NUMBER})", re.IGNORECASE)
_ANOTHER = re.compile(rf"[ ]+(?:\d|{NUMBER}|{_VAGUES}|{_SEVERAL})", re.IGNORECASE)
_OF_A_PAIR = re.compile(r"[ ]+[\w'-]+(?:[ ][\w'-]+)?[ ]and\b")
_SUFFIX = re.compile(rf"(?:{either(list(_AFTER))})(?![a-z])", re.IGNORECASE)
_SCALE_END = re.compile(rf"[ -]?({either(list(SCALE))})$", re.IGNORECASE)
_CHANGE = re.compile(rf"(?:{either(_T['change']['stems'])})\w*\b[^.;]{{0,60}}\bfrom[ ]+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom[ ]+$", re.IGNORECASE)

NUMBERISH = re.compile(
    rf"\d|(?<![\w-])(?:{_VAGUES}|{either([*SMALL, *_FIXED])}|dozen|hundred|thousand|million)\b", re.IGNORECASE
)
"""A sentence without a match holds no number at all."""


_WORD_BEFORE = re.compile(r"([^\s\"'(]+)[\s\"'(]*$")
_MAY_LEAD = frozenset(w.split()[-1] for w in (*_BEFORE, *_T["several"]["words"], *_T["small"])) | {
    "a", "an", "half", "and", "of", "between", "quarter", "hundred", "tens", "hundreds", "-",
}  # fmt: skip
"""The last words of what may stand before a number as part of its expression."""
_LONGEST_LEAD = 64
"""Characters that the modifiers before a number may take; what stands further off is not searched for them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity expression in sentence offsets: ``start:end`` with modifiers, ``number:number_end`` without."""

    start: int
    end: int
    number: int
    number_end: int
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    kind: Kind


def quantities(text: str) -> list[Found]:
    """Every expression of ``text`` (a sentence made plain) that may count something, in order.

    Numbers that are plainly dates, times, ages, money, measures, names of weapons or references are left out; whether
    the rest counts anybody is for the next step to say.
    """
    masked = without_dates(text)
    found: list[Found] = []
    position = 0
    while number := NUMBERISH.search(masked, position):
        m = _CORE.search(masked, _first_that_may_belong(masked, position, number.start()))
        if m is None:
            break
        position = max(m.end(), m.start() + 1)
        for f in _read(masked, m):
            found.append(f)
            position = max(position, f.end)
    return found


def _first_that_may_belong(text: str, position: int, number: int) -> int:
    """Where the expression of the number at ``number`` may begin: there, unless the word before may be part of it."""
    before = _WORD_BEFORE.search(text, max(position, number - _LONGEST_LEAD), number)
    if before is None or before.group(1).lower() not in _MAY_LEAD:
        return max(position, number)
    return max(position, number - _LONGEST_LEAD)


def _read(text: str, m: re.Match[str]) -> Iterator[Found]:
    if m.group("vague"):
        low, high = _VAGUE[_spaced(m.group("vague"))]
        yield Found(m.start(), _after(text, m.end())[0], m.start("vague"), m.end(), low, high, "vague", "vague")
    elif m.group("several"):
        low, high = _VAGUE[_magnitude(m.group("several"))]
        yield Found(m.start(), _after(text, m.end())[0], m.start("several"), m.end(), low, high, "vague", "vague")
    elif m.group("fixed"):
        yield from _fixed(text, m)
    elif m.group("a"):
        yield from _joined(text, m)
    else:
        yield from _number(text, m)


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower())


def _magnitude(text: str) -> str:
    """The plural magnitude that "several hundred" or "a few tens of thousands" comes to."""
    words = re.findall(r"tens|dozen|hundred|thousand|million|lakh|score", text.lower())
    magnitude = words[-1].rstrip("s") + "s"
    lead = words[-2].rstrip("s") + "s" if len(words) > 1 else ""
    name = f"{lead} of {magnitude}"
    return name if name in _VAGUE else magnitude


def _fixed(text: str, m: re.Match[str]) -> Iterator[Found]:
    """Words of a fixed number ("both", "a pair", "another"), unless a number follows or "both A and B" only joins."""
    word = m.group("fixed").lower()
    if word == "another" and _ANOTHER.match(text, m.end()):
        return
    if word == "both" and _OF_A_PAIR.match(text, m.end()):
        return
    yield Found(m.start("fixed"), m.end(), m.start("fixed"), m.end(), _FIXED[word], _FIXED[word], "exact", "fixed")


def _joined(text: str, m: re.Match[str]) -> Iterator[Found]:
    """Two numbers that are joined: a range, a change ("from 9,000 to 16,000") or two that only stand together."""
    low, high = _ends(m)
    lead = m.start("mods") if m.group("mods") else m.start("between") if m.group("between") else m.start("a")
    origin = _FROM.search(text, max(0, lead - 12), lead)
    if _is_range(text, m, low, high, lead):
        if named(text, origin.start() if origin else lead, m.end("a")):
            return
        start = origin.start() if origin and m.group("join").strip().lower() == "to" else m.start()
        if countable(text, m.start("a"), m.end("b")) and not year(text, *m.span("b")):
            yield Found(start, m.end("b"), m.start("a"), m.end("b"), low, high, "range", "number")
        return
    if named(text, m.start("a"), m.end("a")) or aged(text, m.start("a"), m.end("a"), m.end("b")):
        return
    if measured_out(text, m.end("b")) and not _SCALE_END.search(m.group("a")):
        return
    if first := _SINGLE.match(text[: m.end("a")], m.start() if not m.group("between") else m.start("a")):
        yield from _number(text, first)
    if second := _SINGLE.match(text, m.start("mods2") if m.group("mods2") else m.start("b")):
        yield from _number(text, second)


def _ends(m: re.Match[str]) -> tuple[Number | None, Number | None]:
    """What the two numbers are worth; the first may leave its scale to the second ("2-3 million", "15-20,000")."""
    a, b = m.group("a"), m.group("b")
    low, high = value_of(a), value_of(b)
    small, scale = amount(a), _SCALE_END.search(b)
    if small is None or _SCALE_END.search(a):
        return low, high
    if scale:
        large = amount(b[: scale.start()])
        if large is not None and small < large:
            low = value_of(f"{a} {scale.group(1)}")
    elif m.group("join") in ("-", "\u2013") and high is not None and "," in b and 10 <= small < 1000:
        thousands = high / 1000
        if small < thousands < 10 * small:
            low = value_of(f"{a} thousand")
    return low, high


def _is_range(text: str, m: re.Match[str], low: Number | None, high: Number | None, lead: int) -> bool:
    join = m.group("join").strip().lower()
    if low is None or high is None or low >= high:
        return False
    if join == "and":
        return bool(m.group("between"))
    if join == "or":
        return high <= 2 * low + 2
    if join == "to":
        before = text[max(0, lead - 90) : lead]
        return not (_CHANGE.search(before) or (_FROM.search(before) and (m.group("mods2") or "").strip()))
    return True


def _number(text: str, m: re.Match[str]) -> Iterator[Found]:
    """The number with what its modifiers allow: the first bound decides, "about" only where there is no bound."""
    start, end = m.span("n")
    names = _modifiers(m.group("mods"))
    value = value_of(text[start:end])
    if not value or not _plausible(text[start:end]) or not countable(text, start, end, bounded=bool(names)):
        return
    stop, after = _after(text, end)
    names += [after] if after else []
    bound = next((n for n in names if n != "approx"), None)
    low: Number | None = value
    high: Number | None = value
    qualifier: Qualifier = bound or ("approx" if names else "exact")
    if bound == "at_least":
        high = None
    elif bound:
        low = None
    yield Found(m.start("mods") if names else start, stop, start, end, low, high, qualifier, "number")


def _plausible(words: str) -> bool:
    """Digits without separators count something only where they are few, and do not begin with a nought."""
    return not (words.isdigit() and (len(words) > 7 or words[0] == "0"))


def _after(text: str, end: int) -> tuple[int, Qualifier | None]:
    """Where the expression that ends at ``end`` ends with its suffix ("300,000-plus"), and what the suffix allows."""
    suffix = _SUFFIX.match(text, end)
    if not suffix:
        return end, None
    return suffix.end(), next(q for w, q in _AFTER.items() if w == _spaced(suffix.group()))


def _modifiers(mods: str) -> list[Qualifier]:
    found: list[Qualifier] = []
    rest = _spaced(mods).strip(" \"'(")
    while rest:
        word = max((w for w in _BEFORE if rest.startswith(w)), key=len)
        found.append(_BEFORE[word])
        rest = rest[len(word) :].strip(" \"'(")
    return found
