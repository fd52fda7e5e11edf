"""Questions to the parse of a verb of saying: its objects, the clause before it, in whose statement it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tollbook.claim import Span
from tollbook.extraction.attribution.cue import forms

if TYPE_CHECKING:
    from spacy.tokens import Token


def direct_objects(token: Token) -> frozenset[str]:
    """The verb's direct objects, in lower case."""
    return frozenset(x.lower_ for c in token.children if c.dep_ == "dobj" for x in (c, *c.conjuncts))


def objects_of(token: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """What hangs on the verb by one of these prepositions."""
    return [
        p
        for c in token.children
        if c.dep_ in ("agent", "prep") and c.lower_ in prepositions
        for p in c.children
        if p.dep_ == "pobj"
    ]


def told_by(verb: Token) -> Token | None:
    """The verb of saying in whose statement this one stands."""
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ == "ccomp" and verb.i > verb.head.i and verb.head.lower_ in forms("say"):
        return verb.head
    return None


def clause_before(token: Token) -> Span | None:
    """The clause before the verb that the parse makes its statement: "Nine died, police said"."""
    for c in token.children:
        if c.dep_ in ("ccomp", "parataxis") and c.i < token.i:
            return Span(c.left_edge.idx, c.right_edge.idx + len(c.right_edge))
    return None


CLOSING = re.compile(
    r"[\s,]*(?:(?:on|late on|early on|earlier|late|later|yesterday|today|tonight|last|this"
    r"|in (?:a|an|his|her|its|their|the|comments|remarks)|at a|during|to|by|via|through|over|from"
    r"|mon|tues|wednes|thurs|fri|satur|sun)\w*\b[^,.;:\"]*)?(?:$|[.,;!?\"'\u2013])",
    re.I,
)
"""What may stand between a verb of saying and the end of its clause: a day, a place, an addressee."""


def ended(after: str) -> bool:
    """Whether nothing but marks stands behind the verb."""
    return not after.strip(" .,;!?\"'")
