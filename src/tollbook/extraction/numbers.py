"""Reads a number: digits with any separators, words, scales; says what a text of digits and words is worth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tollbook.claim import Number
from tollbook.lexicon import table

_T = table("numbers")
SMALL: dict[str, int] = _T["small"]
SCALE: dict[str, int] = _T["scale"]


def either(words: Sequence[str]) -> str:
    """A pattern for any of ``words``, the longest first; a space stands for any run of spaces."""
    return "|".join(re.escape(w).replace(r"\ ", "[ ]+") for w in sorted(words, key=len, reverse=True))


_SHORT = [w for w in SCALE if len(w) == 1]
_LONG = either([w for w in SCALE if len(w) > 1])
_METRES = either(_T["metres"]["words"])
_LETTER = either([w for w in _SHORT if w != "m"])
SCALED = rf"(?:[ -]?(?:{_LONG})\b|(?:{_LETTER})\b|m\b(?![ ]+(?:{_METRES})\b))(?!')"
"""What multiplies the digits before it; a lone "m" is metres where a dimension or a distance follows."""

_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?"  # 12,480
    r"|\d{1,3}(?:'\d{3})+(?!\d)"  # 12'480
    r"|\d{1,3}(?:[ ]\d{3})+(?![\d,])"  # 12 480
    r"|\d{1,3}(?:\.\d{3})+(?![\d.])"  # 12.480
    r"|\d{1,3}(?:,\d{2})*,\d{3}"  # 1,50,000
    rf"|\d+,\d{{1,2}}(?={SCALED})"  # 1,5 million
    r"|\d+(?:\.\d+)?)"
)
_NUMERAL = rf"{_DIGITS}(?:{SCALED})?(?:[ ](?:thousand|million|billion)\b)?"

_TENS = either([w for w, n in SMALL.items() if n >= 20])
_ONES = either([w for w, n in SMALL.items() if n < 10])
_BELOW = rf"(?:(?:{_TENS})[ -](?:{_ONES})\b|(?:{either(list(SMALL))})\b)"
_AND = r"(?:[ -]and[ -]|[ -])"
_GROUP = rf"(?>(?:{_BELOW}|an?)[ -]hundred\b(?:{_AND}{_BELOW})?|{_BELOW})"
_THOUSAND = either([w for w, n in SCALE.items() if len(w) > 2 and 1000 <= n < 1_000_000])
_MILLION = either([w for w, n in SCALE.items() if len(w) > 2 and n >= 1_000_000])
_ANY = either([w for w in SCALE if len(w) > 2])
_TAIL = rf"(?:{_AND}{_GROUP}(?![ -](?:{_ANY})\b))?"
_WORDS = (
    rf"(?:(?:an?[ ])?half[ -](?:an?[ ])?(?:{_ANY})\b"
    rf"|(?:an?[ ]|three[ -])?quarters?[ ]of[ ]an?[ ](?:{_ANY})\b"
    rf"|(?:{_GROUP}|an?)[ -]and[ -]a[ -]half[ -](?:{_ANY})\b"
    rf"|(?:{_GROUP}|an?)[ -](?:{_MILLION})\b(?:[ ]and[ ]a[ ]half\b|(?:{_AND}{_GROUP}[ -](?:{_THOUSAND})\b)?{_TAIL})"
    rf"|(?:{_GROUP}|an?)[ -](?:{_THOUSAND})\b{_TAIL}"
    rf"|(?:{_GROUP}|an?)[ -]dozen\b"
    rf"|{_GROUP})"
)
NUMBER = rf"(?>{_NUMERAL}|{_WORDS})"
"""The pattern of one number, digits or words, as long as it goes ("thirty-six" is never "thirty")."""

_TOKEN = re.compile(r"\d[\d,.' ]*\d|\d|[a-z]+", re.IGNORECASE)
_DECIMAL = re.compile(r"\d+\.\d+")
_FILLERS = frozenset({"a", "an", "and", "of"})


def value_of(text: str) -> Number | None:
    """What ``text`` (digits, words or both, without modifiers) is worth; None where it is no whole number.

    A point followed by exactly three digits separates thousands where no scale follows, since people and things do not
    come in fractions: "1.260" is 1260, "1.2 million" is 1200000, and "7.5" is nothing. A comma before one or two digits
    and a scale is a decimal comma: "1,5 million" is 1500000.
    """
    number = amount(text)
    if number is None or (isinstance(number, float) and _DECIMAL.fullmatch(text)):
        return None
    whole = round(number)
    return whole if abs(number - whole) < 1e-6 else None


def amount(text: str) -> Number | None:
    """What ``text`` is worth, whole or not; None where it cannot be read, or has more than 15 digits."""
    tokens = [t.lower() for t in _TOKEN.findall(text)]
    if not tokens:
        return None
    if not tokens[0][0].isdigit():
        return _words(tokens)
    number = _digits(tokens[0], scaled=len(tokens) > 1)
    for scale in tokens[1:]:
        number = None if number is None else number * SCALE.get(scale, 1)
    return number


def _digits(text: str, *, scaled: bool) -> Number | None:
    compact = text.replace(" ", "").replace("'", "")
    if len(compact) > 15:
        return None
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", compact) and not scaled:
        return int(compact.replace(".", ""))
    if re.fullmatch(r"\d+,\d{1,2}", compact):
        compact = compact.replace(",", ".")
    compact = compact.replace(",", "")
    return float(compact) if "." in compact else int(compact)


def _words(tokens: Sequence[str]) -> Number | None:
    total: Number = 0
    current: Number = 0
    scale = 1
    for token in tokens:
        if token in _FILLERS:
            continue
        if token == "half":
            current += 0.5
        elif token in ("quarter", "quarters"):
            current = (current or 1) * 0.25
        elif token in SMALL:
            current += SMALL[token]
        elif token not in SCALE:
            return None
        elif SCALE[token] == 100:
            current = (current or 1) * 100
        else:
            scale = SCALE[token]
            total += (current or 1) * scale
            current = 0
    return total + current * scale if tokens[-1] == "half" else total + current
