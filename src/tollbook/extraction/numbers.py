"""Reads a number: digits with any separators, words, scales; says what a text of digits and words is worth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tollbook.claim import Number
from tollbook.lexicon import table

_T = table("numbers")
SMALL: dict[str, int] = _T["small"]
SCALE: dict[str, int] = _T["scale"]

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ ]\d{3})+(?![\d,])|\d{1,3}(?:\.\d{3})+(?![\d.])|\d{1,3}(?:,\d{2})*,\d{3}|\d+(?:\.\d+)?)"
_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_WORD_SCALE = "|".join(sorted((w for w in SCALE if len(w) > 2), key=len, reverse=True))
_ANY_SCALE = "|".join(sorted(SCALE, key=len, reverse=True))

NUMERAL = rf"{DIGITS}(?:(?:[ ]|-)?(?:{_ANY_SCALE})\b(?!'))?(?:[ ](?:thousand|million|billion)\b)?"
WORDS = (
    rf"(?:(?:{_SMALL})[ -]and[ -]a[ -]half[ -](?:{_WORD_SCALE})\b|(?:half[ ]an?|an?|one[ ]and[ ]a[ ]half)[ ](?:{_WORD_SCALE})\b|(?:{_SMALL})\b)"
    rf"(?:(?:(?:[ ]and[ ])|[ -])(?:{_SMALL}|{_WORD_SCALE})\b)*"
)
_TOKEN = re.compile(r"\d[\d,. ]*\d|\d|[a-z]+", re.IGNORECASE)


def value_of(text: str) -> Number | None:
    """What ``text`` (digits, words or both, without modifiers) is worth; None where it is no whole number.

    A point followed by exactly three digits separates thousands where no scale follows, since people and things do not come
    in fractions: "1.260" is 1260, "1.2 million" is 1200000, and "7.5" is nothing.
    """
    tokens = [t.lower() for t in _TOKEN.findall(text)]
    if not tokens:
        return None
    if tokens[0][0].isdigit():
        number = _digits(tokens[0], scaled=len(tokens) > 1)
        for scale in tokens[1:]:
            number = None if number is None else number * SCALE.get(scale, 1)
    else:
        number = _words(tokens)
    if number is None:
        return None
    whole = round(number)
    return whole if abs(number - whole) < 1e-6 else None


def _digits(text: str, *, scaled: bool) -> Number | None:
    compact = text.replace(" ", "")
    if len(compact) > 15:
        return None
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", compact) and not scaled:
        return int(compact.replace(".", ""))
    compact = compact.replace(",", "")
    if "." in compact:
        return float(compact) if scaled else None
    return int(compact)


def _words(tokens: Sequence[str]) -> Number | None:
    total: Number = 0
    current: Number = 0
    for i, token in enumerate(tokens):
        if token in ("a", "an", "and"):
            continue
        if token == "half":
            current = current + 0.5 if i and tokens[i - 1] == "a" else 0.5
        elif token in SMALL:
            current += SMALL[token]
        elif token in SCALE:
            scale = SCALE[token]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total += (current or 1) * scale
                current = 0
        else:
            return None
    return total + current


def well_formed(text: str) -> int:
    """How many characters of a chain of number words make one number ("twenty-three", not "two three")."""
    last: int | None = None
    end = 0
    for m in re.finditer(r"[a-z]+", text, re.IGNORECASE):
        word = m.group().lower()
        if word in ("and", "a", "an", "half"):
            if word == "half" and last is not None:
                last = 100
            continue
        if word in SMALL:
            n = SMALL[word]
            if last is not None and not (last >= 100 or (20 <= last < 100 and last % 10 == 0 and n < 10)):
                return end
            last = n
        else:
            n = SCALE[word]
            if last is not None and n == 12 and last > 12:
                return end
            last = n
        end = m.end()
    return end
