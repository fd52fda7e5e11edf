"""Verbs of saying that the model misread: run on from the statement with no comma, or taken for nouns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tollbook.claim import Span
from tollbook.extraction.attribution.cue import Cue, characters, forms, named, said, whole, word
from tollbook.extraction.attribution.relays import addressee
from tollbook.extraction.attribution.sourcenames import informs, words
from tollbook.extraction.attribution.subjects import beside_verb
from tollbook.extraction.attribution.verbs import CLOSING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def run_on(doc: Doc, token: Token) -> tuple[Cue, ...]:
    """A verb that the parse hangs on the noun before it, where a comma was lost: "two tanks a source told Sana"."""
    if _comma_lost(doc, token):
        return (Cue("said X", _name_before(doc, token), word(token), whole(doc), False, addressee(doc, token)),)
    if token.dep_ != "acl" or token.tag_ not in ("VBD", "VBN") or token.lower_ not in ("told", "said"):
        return ()
    if token.i == token.head.i + 1 and token.head.lower_ in words("speakers"):
        governs = re.match(r"[^.]{0,40}\bthat\b", doc.text[token.idx :]) is not None
        return (Cue("said X", named(token.head), word(token), whole(doc), governs, addressee(doc, token)),)
    if token.lower_ == "said" and not list(token.lefts) and not informs(token.head):
        beside = beside_verb(doc, token)
        if beside is not None and beside.inverted:
            name = named(beside.head)
            return (Cue("inverted", name, Span(token.idx, name.end), whole(doc), False, addressee(doc, token)),)
    return ()


def closing_noun(doc: Doc, token: Token) -> tuple[Cue, ...]:
    """A verb that closes the sentence and that the model took for a noun: "…, medics report", "…, their data show"."""
    if token.pos_ not in ("NOUN", "PROPN") or token.lower_ not in (*forms("say"), *forms("show")):
        return ()
    if any(not t.is_punct for t in doc[token.i + 1 :]):
        return ()
    comma = next((i for i in range(token.i - 1, max(0, token.i - 10), -1) if doc[i].text == ","), None)
    if comma is None or comma + 1 == token.i or not informs(doc[token.i - 1]):
        return ()
    tied = [t for t in doc[comma + 2 : token.i] if t.lower_ in ("from", "by")]
    behind = [t.i for t in tied if doc[t.i - 1].lower_ in words("owned")]
    name = characters(doc, (behind[-1] + 1 if behind else comma + 1, token.i))
    return (Cue("said X", name, word(token), whole(doc), False),)


def _comma_lost(doc: Doc, token: Token) -> bool:
    """Whether a speaker runs on from the statement with no comma, and the parse took somebody else for the subject."""
    if token.lower_ not in said("plain") or token.i < 6 or doc[token.i - 1].lower_ not in words("speakers"):
        return False
    subjects = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
    if any(informs(s) for s in subjects) or "," in doc.text[: token.idx]:
        return False
    return CLOSING.match(doc.text[token.idx + len(token) :]) is not None


def _name_before(doc: Doc, token: Token) -> Span:
    """The name that ends before the verb, back to its article or to a noun in the plural that is none of it."""
    first = token.i - 1
    while first > 0 and doc[first].pos_ != "DET":
        before = doc[first - 1]
        if before.pos_ not in ("DET", "ADJ", "NOUN", "PROPN") or before.tag_ in ("NNS", "NNPS"):
            break
        first -= 1
    return characters(doc, (first, token.i))
