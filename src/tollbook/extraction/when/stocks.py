"""Whether a figure says how many there are, rather than how many came to it: "3,500 troops", "are still held"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tollbook.claim import Span
from tollbook.extraction.when.mentioned import Mentioned
from tollbook.extraction.when.tree import auxiliaries, has_have, has_subject, is_perfect
from tollbook.extraction.when.words import pattern, words

if TYPE_CHECKING:
    from spacy.tokens import Token


_AS_OF = re.compile(r"as (?:of|at)\b", re.I)


def stock(it: Mentioned) -> Span | None:
    """The words (offsets in the sentence) that make it a state, the quantity where its measure does; None: a deed."""
    found = pattern("stock", "words").search(it.text)
    said = Span(it.near.start + found.start(), it.near.start + found.end()) if found else None
    state = said or Span(it.start, it.end)
    measure, verb = it.mention.measure, _deed(it)
    if it.share is not None:
        return None
    as_of = any(_AS_OF.match(it.sentence, x.start) for x in it.times if x.role == "until")
    if measure in words("stock", "measures"):
        return state
    if measure == "deployed":
        sent = verb is not None and verb.lemma_.lower() in words("stock", "sending") and not _is_so(verb)
        return None if sent else state
    if measure == "affected":
        return state if said or verb is None or _is_qualified(it.root) or _is_so(verb) else None
    if measure in ("hospitalised", "displaced"):
        return state if said or as_of or _is_so(verb) or _is_attribute(it.root) else None
    if measure == "wounded":
        ill = pattern("stock", "conditions").search(it.text)
        return Span(it.near.start + ill.start(), it.near.start + ill.end()) if ill else None
    if measure in ("captured", "detained"):
        return state if said or (measure == "detained" and _is_attribute(it.root)) else None
    return None


def _is_qualified(quantity: Token) -> bool:
    """Whether a participle after the counted things says what they are ("the 300 people affected")."""
    things = [quantity, quantity.head] if quantity.dep_ == "nummod" else [quantity]
    return any(c.dep_ == "acl" for t in things for c in t.children)


def _deed(it: Mentioned) -> Token | None:
    """The verb that tells what happened to the counted: of "is one of 90 people who fled", the latter."""
    things = it.root.head if it.root.dep_ == "nummod" else it.root
    who = next((c for c in things.children if c.dep_ == "relcl" and c.tag_ == "VBD" and has_subject(c)), None)
    return who or it.verb


def _is_attribute(quantity: Token) -> bool:
    """Whether the counted things are called by their state ("5,200 displaced persons")."""
    things = quantity.head if quantity.dep_ == "nummod" else quantity
    return any(
        c.dep_ == "amod" and c.lower_ in words("stock", "attributes") and c.i > things.left_edge.i
        for c in things.children
    )


def _is_so(verb: Token | None) -> bool:
    """Whether a verb says what is so at the time: "are sheltering", "live", "are displaced", "were being treated"."""
    if verb is None:
        return False
    helping = {c.lower_ for c in auxiliaries(verb)}
    if "being" in helping and helping & {"is", "are", "was", "were", "'re"}:
        return True
    if verb.tag_ == "VBN":
        return any(c.lower_ in ("is", "are", "'re") for c in auxiliaries(verb)) and not has_have(verb)
    if verb.lemma_.lower() not in words("stock", "present") or is_perfect(verb):
        return False
    return any(t.tag_ in ("VBZ", "VBP") for t in [verb, *auxiliaries(verb)])
