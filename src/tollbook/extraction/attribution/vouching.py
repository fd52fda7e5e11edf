"""Whether the subject of a verb of saying is a source: somebody who tells, not somebody who does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tollbook.extraction.attribution.cue import forms, happens, said
from tollbook.extraction.attribution.sourcenames import informs, words
from tollbook.extraction.attribution.verbs import direct_objects, objects_of, told_by

if TYPE_CHECKING:
    from spacy.tokens import Token


def vouches(token: Token, speaker: Token, made: Token) -> bool:
    """Whether this subject of this verb is a source."""
    low = token.lower_
    if any(c.lower_ in ("any", "no") for c in speaker.lefts):
        return False
    of_some = any(c.lower_ == "of" for c in speaker.rights)
    if (
        (speaker.lower_ in said("nobody") and not of_some)
        or not made.text[0].isalpha()
        or (made == speaker and happens(speaker))
    ):
        return False
    if speaker.lower_ == "it" and any(c.dep_ == "expl" for c in token.children):
        return False
    document = speaker.lower_ in words("documents")
    if _is_publisher(speaker) or _is_doing(token, speaker, made):
        return False
    if low in forms("say"):
        return _says(token, speaker)
    if low in forms("of"):
        return speaker.lower_ != "it"
    if low in forms("set"):
        return _puts(token, speaker, made)
    if low in forms("record"):
        if speaker.dep_ == "pobj" and speaker.head.lower_ in ("in", "at", "near"):
            return False
        known = document or speaker.lower_ in words("speakers") or speaker.lower_ in ("it", "they")
        return known or made != speaker or speaker.pos_ == "PROPN"
    if low in forms("show"):
        tells = _has_clause(token) or bool(direct_objects(token) & words("documents"))
        return document or (informs(speaker) and tells)
    return informs(speaker)


def _says(verb: Token, speaker: Token) -> bool:
    """Whether a verb that says something says it here: "claimed 20 deaths", but not "claimed 20 lives"."""
    said_as = forms("say")[verb.lower_]
    if said_as == "claim" and direct_objects(verb) & said("lives"):
        return False
    if said_as == "admit" and direct_objects(verb) & said("taken_in"):
        return False
    if said_as in said("holds"):
        return informs(speaker) and (speaker.pos_ != "PRON" or speaker.lower_ == "it")
    return said_as not in said("loose") or informs(speaker)


def _puts(verb: Token, speaker: Token, made: Token) -> bool:
    """Whether a toll is set: "put the toll at 40", "raised its count to 15"."""
    about = [*verb.subtree, verb.head] if verb.dep_ == "relcl" else list(verb.subtree)
    tolls = direct_objects(verb) & words("documents") or any(t.lower_ in said("losses") for t in about)
    if informs(speaker) and bool(tolls) and any(t.lower_ in ("at", "to", "as", "in") for t in verb.subtree):
        return True
    put_at = any(p.like_num for p in objects_of(verb, ("at",)))
    return put_at and (informs(speaker) or made != speaker or verb.dep_ == "relcl")


def _has_clause(verb: Token) -> bool:
    """Whether a statement follows it: "found that nine had died", not "found nine dead"."""
    clauses = (c for c in verb.children if c.dep_ == "ccomp")
    return any(c.tag_ in ("VBD", "VBZ", "VBP") or any(t.dep_ in ("aux", "mark") for t in c.children) for c in clauses)


def _is_publisher(speaker: Token) -> bool:
    """Whether it is the writer or the paper itself: "this reporter counted"."""
    return speaker.lower_ in words("own") and any(c.lower_ == "this" for c in speaker.lefts)


def _is_doing(verb: Token, speaker: Token, made: Token) -> bool:
    """Whether the verb tells, inside somebody else's statement, what its subject did and not what it told.

    "An official said the hospital had registered 44 deaths", "the charity said its surgeons expected 100 patients".
    """
    low = verb.lower_
    recorded = low in forms("record") and made == speaker
    held = forms("say").get(low) in said("holds") and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in speaker.lefts)
    return (recorded or held) and told_by(verb) is not None
