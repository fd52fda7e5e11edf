"""Media that passed a statement on: whoever was told, quoted the speaker, or showed the video."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tollbook.claim import Span
from tollbook.extraction.attribution.cue import characters, forms, name_from, named, said
from tollbook.extraction.attribution.sourcenames import is_outlet, phrase, words
from tollbook.extraction.attribution.verbs import objects_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def quoted_by(speaker: Token) -> tuple[Span, ...]:
    """The medium in "officials quoted by X said"."""
    quoting = [c for c in speaker.children if c.dep_ in ("acl", "relcl") and c.lower_ in forms("quote")]
    return tuple(named(agent) for c in quoting for agent in objects_of(c, ("by",)))


_INTERVIEW = re.compile(r"[^.\"]{0,60}\b(?:interview|remarks|comments|statement)s? (?:with|to) ")


def addressee(doc: Doc, token: Token) -> tuple[Span, ...]:
    """The medium that was told."""
    if forms("say").get(token.lower_) == "tell":
        heads = [c for c in token.children if c.dep_ in ("dobj", "dative") and c.i > token.i]
    else:
        heads = [p for p in objects_of(token, ("to",)) if p.i > token.i]
        m = _INTERVIEW.match(doc.text[token.idx :])
        at = doc.char_span(token.idx, token.idx + m.end() - 1, alignment_mode="expand") if m else None
        told = name_from(doc, at.end) if at is not None else None
        heads += [told] if told is not None else []
    for head in heads[:1]:
        name = characters(doc, phrase(head))
        if head.lower_ not in words("audiences") and is_outlet(doc.text[name.start : name.end]):
            return (name,)
    return ()


def passed_on(doc: Doc, token: Token) -> tuple[Span, ...]:
    """The medium whose video or post it was: "said in a video shared by X"."""
    for t in doc[token.i : token.i + 14]:
        if t.lower_ in said("passed_on") and t.tag_ == "VBN":
            return tuple(characters(doc, phrase(p)) for p in objects_of(t, ("by",)) if p.pos_ == "PROPN")
    return ()
