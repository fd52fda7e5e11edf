"""What an attack was aimed at: "fired at more than 20 targets", "an air strike on two fuel tankers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tollbook.extraction.counted import noun
from tollbook.extraction.measures.phrases import Measured, Parsed
from tollbook.extraction.measures.triggers import Trigger
from tollbook.extraction.measures.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def aimed(s: Parsed, m: Measured) -> Trigger | None:
    """The attack whose "at", "against" or "on" the counted things stand after."""
    if m.thing.head is None or m.thing.kind not in ("thing", "weapon"):
        return None
    target = s.doc[m.thing.head]
    if target.dep_ != "pobj" or target.head.lower_ not in words("aim"):
        return None
    word = target.head.head
    return Trigger(word.i, word.i, "struck", "event") if _attacks(s, word) else None


def _attacks(s: Parsed, word: Token) -> bool:
    """Whether the word is an attack, or one that launches it, or the "was" of one ("the raid was on two villages")."""
    if any(t.head == word.i and t.measure in ("launched", "struck") for t in s.marks):
        return True
    if word.lower_ in words("is"):
        subject = next((c for c in word.children if c.dep_ == "nsubj"), None)
        return subject is not None and _is_attack(subject)
    return word.pos_ in ("NOUN", "PROPN") and _is_attack(word)


def _is_attack(word: Token) -> bool:
    """Whether the tables have the noun as a kind of attack: "an air strike", "the raid"."""
    entry = noun(word.doc, max(0, word.i - 3), word.i)
    return entry is not None and entry[1] == "attack"
