"""On which side of a verb stands its object: "12 were killed" and "12 killed in a raid", but "rebels killed 12"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tollbook.extraction.measures.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENDS = ("IN", "CC", "TO", ",", ".", "RP", ":", "-RRB-", "''", "WDT", "WRB")
"""Tags of words that no object begins with."""


def passive(doc: Doc, i: int, *, after_be: bool) -> bool:
    """Whether the verb at ``i`` has the noun before it as its object: "were killed", "killed in a raid"."""
    verb, before = doc[i], doc[i - 1].lower_
    if after_be:
        return verb.tag_ != "VBG" or before == "being"
    if before in words("perfect") and verb.tag_ in ("VBN", "VBD"):
        return False
    if verb.tag_ not in ("VBN", "VBD", "JJ", "NN", "NNP", "NNS"):
        return False
    following = next((x for x in doc[i + 1 : i + 4] if x.tag_ != "RB"), None)
    return following is None or _no_object(verb, following)


def _no_object(verb: Token, following: Token) -> bool:
    """Whether what follows a verb is not its object: a preposition, a full stop, a day ("12 killed Monday")."""
    if following.tag_ in _ENDS or following.text in words("closing_marks"):
        return True
    if following.tag_ in ("NNP", "NN") and following.ent_type_ in ("DATE", "TIME"):
        return True
    if following.tag_ in ("DT", "PRP$", "CD", "PRP") or following.lower_ in words("objects_begin"):
        return False
    return verb.tag_ == "VBN" or following.tag_ == "NN"


def passive_before(doc: Doc, i: int) -> bool:
    """Whether the verb at ``i`` has its object before it, so that what follows is none: "was hit by 12 shells"."""
    inside = {c.dep_ for c in doc[i].children}
    return doc[i].tag_ in ("VBN", "VBD") and "auxpass" in inside and not inside & {"dobj", "oprd", "attr"}
