"""A cue: words that hand a statement to a speaker, with how far they reach; and the reading of names off a parse."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from tollbook.claim import Span
from tollbook.extraction.attribution.sourcenames import owned_by, phrase, words
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that hand a statement to a speaker: the speaker's name, the place of the words, and the words' reach.

    ``relays`` are those who pass the statement on, inside out; ``governs`` tells that the reach lies behind the words
    only. ``inner``: the words were taken from this source by whoever else speaks ("citing …"). ``clause``: the clause
    before the words that the parse hangs on them.
    """

    rule: str
    speaker: Span
    trigger: Span
    reach: Span
    governs: bool
    relays: tuple[Span, ...] = ()
    inner: bool = False
    clause: Span | None = None

    def moved(self, by: int) -> Cue:
        """The cue ``by`` characters further on."""

        def move(s: Span) -> Span:
            return Span(s.start + by, s.end + by)

        return replace(
            self,
            speaker=move(self.speaker),
            trigger=move(self.trigger),
            reach=move(self.reach),
            relays=tuple(map(move, self.relays)),
            clause=move(self.clause) if self.clause else None,
        )


@cache
def forms(name: str) -> dict[str, str]:
    """A class of verbs in ``speech.toml``: each form, with its verb."""
    return {form: verb for verb, listed in table("speech")[name].items() for form in listed}


@cache
def said(name: str) -> frozenset[str]:
    """A list of words in ``speech.toml``."""
    return frozenset(table("speech")["words"][name])


def whole(doc: Doc) -> Span:
    """The reach of words that cover their sentence."""
    return Span(0, len(doc.text))


def characters(doc: Doc, tokens: tuple[int, int]) -> Span:
    """The characters of a run of tokens: first, and one past the last."""
    first, end = tokens
    return Span(doc[first].idx, doc[end - 1].idx + len(doc[end - 1]))


def word(token: Token) -> Span:
    """The characters of one token."""
    return Span(token.idx, token.idx + len(token))


def named(head: Token) -> Span:
    """The name that ``head`` is the head of, or its maker's where it is a document."""
    return characters(head.doc, phrase(owned_by(head)))


_NO_HEAD = frozenset({"compound", "amod", "poss", "det", "nummod", "case", "nmod", "punct", "npadvmod"})


def name_from(doc: Doc, first: int) -> Token | None:
    """The head of the name that begins at token ``first``."""
    if not 0 <= first < len(doc):
        return None
    straight = [c for c in doc[first - 1].children if c.dep_ == "pobj" and c.i >= first] if first else []
    if straight:
        return straight[0]
    for candidate in (doc[first], *doc[first].ancestors):
        if candidate.i < first:
            break
        if candidate.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X") and candidate.dep_ not in _NO_HEAD:
            return candidate
    for candidate in doc[first : first + 8]:
        if candidate.pos_ in ("NOUN", "PROPN", "PRON") and candidate.dep_ not in ("compound", "poss", "amod"):
            return candidate
    return None


def happens(token: Token) -> bool:
    """Whether the word is a happening or a thing, which says nothing."""
    return token.lower_ in words("never") or (token.pos_ == "NOUN" and token.lemma_.lower() in words("never"))
