"""Questions to the parse of a sentence: what hangs on what, and in which tense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tollbook.extraction.when.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass")
_AUXILIARIES = ("aux", "auxpass")


def tokens_at(doc: Doc, start: int, end: int) -> list[Token]:
    """The tokens of the sentence's characters ``start`` to ``end``; its first token where there are none."""
    span = doc.char_span(start, end, alignment_mode="expand") if start < end <= len(doc.text) else None
    return [t for t in span or () if not t.is_space] or [doc[0]]


def root_of(tokens: list[Token]) -> Token:
    """The token of a stretch that hangs on something outside it."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), tokens[0])


def path(token: Token) -> list[Token]:
    """The token and what it hangs on, up to the sentence's root."""
    return [token, *token.ancestors]


def distance(a: Token, b: Token) -> int:
    """Steps between two tokens in the tree."""
    up = [t.i for t in path(a)]
    return next((steps + up.index(t.i) for steps, t in enumerate(path(b)) if t.i in up), len(up))


def is_aside(token: Token, other: Token) -> bool:
    """Whether ``other`` stands in a relative or adverbial clause that says nothing of ``token`` itself."""
    above = {t.i for t in path(token)}
    for t in path(other):
        if t.i in above:
            return False
        if t.dep_ in ("relcl", "advcl") and t.head.i not in {token.i, token.head.i}:
            return True
    return False


def verb_of(token: Token) -> Token | None:
    """The nearest verb on the way up, the token itself included."""
    return next((t for t in path(token) if t.pos_ in ("VERB", "AUX")), None)


def auxiliaries(verb: Token) -> list[Token]:
    """The verb's auxiliaries ("have been" of "have been killed")."""
    return [c for c in verb.children if c.dep_ in _AUXILIARIES]


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(c.dep_ in SUBJECTS for c in verb.children)


def has_have(verb: Token) -> bool:
    """Whether the verb stands in a perfect of any tense."""
    return any(c.lower_ in ("have", "had", "has", "'ve", "having") for c in auxiliaries(verb))


def is_perfect(verb: Token | None) -> bool:
    """Present perfect: "has killed", "said they had killed", or a verb joined to one ("has killed 5 and hurt 9")."""
    while verb is not None and verb.dep_ == "conj" and not auxiliaries(verb) and not has_subject(verb):
        verb = verb.head
    if verb is None:
        return False
    if any(c.lower_ == "had" for c in auxiliaries(verb)):
        return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in words("speech", "verbs")
    return any(
        c.lower_ in ("has", "have", "'ve") or (c.lower_ == "'s" and c.lemma_ == "have") for c in auxiliaries(verb)
    )
