"""The word stands before the number, with only small words between: "killed 12", "the deaths of 12"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tollbook.extraction.measures.fits import fits
from tollbook.extraction.measures.phrases import Measured, Parsed
from tollbook.extraction.measures.triggers import Trigger
from tollbook.extraction.measures.voice import passive_before
from tollbook.extraction.measures.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 6
"""How many words back the trigger may stand."""
_OVER = 8
"""How far behind the number a verb of several words may end: "took 12 of the men hostage"."""
_VERBS = ("VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "NNS", "NN", "NNP")
"""Tags of verbs that take an object, and of nouns that a headline's verbs are taken for."""


def left(s: Parsed, m: Measured) -> Trigger | None:
    """The trigger before the number: "killed 12", "wounding at least five", "the deaths of 12"."""
    of = inside = False
    for i in range(m.begin - 1, max(m.begin - 1 - _REACH, -1), -1):
        here = [t for t in s.marks if t.head <= i <= t.last < m.last + _OVER and fits(t.measure, m)]
        for t in sorted(here, key=lambda t: t.head - t.last):
            if _said_of(s.doc, m, t, i, of=of, inside=inside):
                return t
        word = s.doc[i]
        if _works_as_of(s.doc, m, i):
            of = True
        elif word.lower_ in words("inside"):
            inside = True
        elif not _small(word):
            return None
    return None


def _works_as_of(doc: Doc, m: Measured, i: int) -> bool:
    """Whether the preposition ties a noun to the number: "the deaths of 12", "injuries to 12", "in exchange for 12"."""
    word = doc[i].lower_
    if word == "for":
        return i > 0 and doc[i - 1].lower_ in words("exchange")
    return word == "of" or (word == "to" and i == m.begin - 1)


def _small(token: Token) -> bool:
    """Whether the word may stand between a verb and its number: "at least", "another", "up to"."""
    if token.lower_ in words("before_number") or token.text in words("marks"):
        return True
    return token.tag_ in ("RB", "RP", "JJ", "PRP$", "DT")


def _said_of(doc: Doc, m: Measured, t: Trigger, i: int, *, of: bool, inside: bool) -> bool:
    """Whether the word, met at token ``i``, stands to the number after it as its role says."""
    word = doc[t.head]
    if _has_room(word, t):
        return False
    match t.role:
        case "object":
            return not of and word.tag_ in _VERBS and not passive_before(doc, t.head)
        case "event":
            return of or (inside and t.measure == "affected")
        case "subject":
            return t.measure == "killed" and word.lower_ in words("headline_dead")
        case "adjective":
            return not of and m.thing.head is not None and i >= m.begin - 2 and word.tag_ == "VBG"
        case _:
            return False


def _has_room(word: Token, t: Trigger) -> bool:
    """Whether "hold" says how many there is room for: "the prison can hold 300"."""
    held = t.measure == "detained" and word.lemma_ == "hold"
    return held and any(c.lower_ in words("ability") for c in word.children)
