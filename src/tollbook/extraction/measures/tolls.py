"""Nouns that hold a figure: "a death toll of 40", "the number of wounded rose to 40", "casualties at 40"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tollbook.extraction.measures.phrases import Measured, Parsed
from tollbook.extraction.measures.triggers import Trigger
from tollbook.extraction.measures.words import measures, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 18
"""How far before its figure the noun may stand."""
_AFTER = 9
"""How far behind "the number of" the word may stand that says of what."""
_STEPS = 3
"""How many steps up the tree the verb may be that a figure hangs on."""


def toll(s: Parsed, m: Measured) -> Trigger | None:
    """The noun that holds the figure: "a death toll of 40", "500, the number of villagers killed"."""
    if m.thing.kind not in (None, "person", "body"):
        return None
    return _number_after(s, m) or _held(s, m)


def _number_after(s: Parsed, m: Measured) -> Trigger | None:
    """What is counted by "the number of" after its figure: "put at 500 the number of villagers killed"."""
    start = m.last + 3
    if " ".join(t.lower_ for t in s.doc[m.last + 1 : start + 1]) not in words("number_after"):
        return None
    return next((t for t in s.marks if t.role == "toll" and start < t.last <= start + _AFTER), None)


def _held(s: Parsed, m: Measured) -> Trigger | None:
    """The nearest noun before the figure that a verb gives it to, or that only small words part from it."""
    verb = _verb_of(s.doc, m)
    for t in reversed(s.marks):
        if t.last >= m.first or not _holds_figures(s.doc, t):
            continue
        if verb is not None and verb.lemma_.lower() in words("holding_verbs") and _is_subject(verb, t):
            return t
        if m.first - t.last <= _REACH and _reaches(s, t, m):
            return t
    return None


def _verb_of(doc: Doc, m: Measured) -> Token | None:
    """The verb that the number hangs on, over at most two words."""
    node = doc[m.thing.head] if m.thing.head is not None else doc[m.first]
    for _ in range(_STEPS):
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            return node
    return None


def _holds_figures(doc: Doc, t: Trigger) -> bool:
    """Whether the noun can have a figure: a toll or a number of something, or losses that "stood at" it."""
    if t.measure == "deployed" and doc[t.last].tag_ == "NNS":
        return False
    lost = t.role == "noun" and t.measure in measures("held") and doc[t.head].tag_ in ("NNS", "NN")
    return t.role == "toll" or lost


def _is_subject(verb: Token, t: Trigger) -> bool:
    """Whether the verb's subject is the trigger, or has it before its noun or in its "of"."""
    return any(
        (c.left_edge.i <= t.head and t.last <= c.i)
        or t.head <= c.i <= t.last
        or (c.i <= t.head <= t.last <= c.right_edge.i and c.lower_ in words("counting_subjects"))
        for c in verb.children
        if c.dep_ in ("nsubj", "nsubjpass")
    )


def _reaches(s: Parsed, t: Trigger, m: Measured) -> bool:
    """Whether only words that tie a figure to its noun stand between the two."""
    between = s.doc[t.last + 1 : m.first]
    if t.measure == "deployed" and len(between) > 3:
        return False
    if any(x.text in (";", ":") for x in between):
        return False
    if any(x.pos_ == "VERB" and x.lemma_.lower() not in words("holding_verbs") for x in between):
        return False
    said = {x.lower_ for x in between}
    if any(t.last < o.first < m.first for o in s.items) and not said & words("changing"):
        return False
    return bool(said & words("holding")) and (t.role == "toll" or bool(said & words("equating")))
