"""Phrases and nouns that point at a source with no verb: "according to X", "by X's count", "reports of", "citing X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from tollbook.claim import Span
from tollbook.extraction.attribution.cue import Cue, characters, forms, happens, name_from, named, said, whole, word
from tollbook.extraction.attribution.sourcenames import informs, owned_by, owner, phrase, words
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def pointers(doc: Doc) -> Iterator[Cue]:
    """All cues of the sentence that are no verb with its subject."""
    for m in _before_a_name().finditer(doc.text):
        found = doc.char_span(m.start(), m.end(), alignment_mode="expand")
        if found is not None:
            yield from _phrase(doc, found.start, found.end)
    for token in doc:
        if token.lower_ == "per":
            yield from _phrase(doc, token.i, token.i + 1)
        elif token.lower_ in forms("quote") and token.tag_ == "VBG":
            yield from _citing(doc, token)
        elif token.lower_ in said("nouns") and token.pos_ in ("NOUN", "PROPN"):
            yield from _noun(doc, token)
    yield from _in_document(doc)
    yield from _amounts(doc)
    yield from _pictured(doc)


@cache
def _before_a_name() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, table("speech")["words"]["before"])) + r")(?=\s)", re.I)


def _phrase(doc: Doc, at: int, first: int) -> Iterator[Cue]:
    """A phrase before a name, "according to X", "per X": words at token ``at``, the name from token ``first`` on."""
    head = name_from(doc, first)
    if head is None or head.lower_ in ("whom", "which") or (happens(head) and not head.text[0].isupper()):
        return
    if doc[at].lower_ == "per":
        rate = {head.lower_, doc[first].lower_} & said("rates")
        if rate or not (informs(head) or head.text[0].isupper()):
            return
    governs = not before_in_clause(doc.text[: doc[at].idx])
    trigger = Span(doc[at].idx, doc[first].idx)
    yield Cue("according to", named(head), trigger, whole(doc), governs, _handed(head))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(table('speech')['words']['openings'])})\b[\s,]*", re.I)


def before_in_clause(text: str) -> str:
    """What stands before a phrase in its clause, less the opening words that do not make the phrase an afterthought."""
    clause = re.split(r"[,;]\s+(?:and|but|while|whereas|although|though)\s|;\s", text)[-1].strip()
    opening = _opening().match(clause)
    return clause[opening.end() if opening else 0 :].strip(" ,\"'(-\u2013")


def _handed(head: Token) -> tuple[Span, ...]:
    """Who received what somebody else handed over: "information given to X by Y"."""
    if owned_by(head) == head:
        return ()
    for child in head.children:
        if child.dep_ == "acl":
            for prep in child.children:
                if prep.lower_ == "to":
                    return tuple(characters(head.doc, phrase(t)) for t in prep.children if t.dep_ == "pobj")
    return ()


def _citing(doc: Doc, token: Token) -> Iterator[Cue]:
    heads: list[Token | None] = [t for t in token.children if t.dep_ in ("dobj", "pobj")]
    head = (heads or [name_from(doc, token.i + 1)])[0]
    if head is not None and (informs(owned_by(head)) or head.text[0].isupper()):
        yield Cue("citing", named(head), word(token), whole(doc), False, inner=True)


def _in_document(doc: Doc) -> Iterator[Cue]:
    """A document with its maker at the head of the sentence: "in a report by X, …"."""
    for token in doc[:2]:
        if token.lower_ == "in" and token.dep_ == "prep":
            for head in token.children:
                made = owned_by(head)
                if head.dep_ == "pobj" and made != head and informs(made):
                    yield Cue("in X's report", characters(doc, phrase(made)), word(token), whole(doc), True)


_CREDIT = re.compile(
    r"\((?:[^()]{0,40} )?(?i:photo|image|picture)[^()]{0,40}\)|\((?:[^()]{0,40} via )?(?:AP|AFP|Reuters)\)"
)
"""The line that ends a caption."""


@cache
def _handed_out() -> re.Pattern[str]:
    pictures, means = ("|".join(table("speech")["words"][name]) for name in ("pictures", "handed_out"))
    return re.compile(rf"\b(?:[Ii]n )?[Tt]his (?:[\w-]+ ){{0,3}}(?:{pictures})\b[^.;]{{0,60}}?\b(?:{means}) by (?=\S)")


def _pictured(doc: Doc) -> Iterator[Cue]:
    """A caption, "in this photo provided by the fire service …", stands on the word of whoever gave it out."""
    for m in _handed_out().finditer(doc.text):
        found = doc.char_span(m.start(), m.end() - 1, alignment_mode="expand")
        head = name_from(doc, found.end) if found is not None else None
        if head is not None:
            credit = _CREDIT.search(doc.text, m.end())
            reach = Span(m.start(), credit.end() if credit else len(doc.text))
            yield Cue("picture from", named(head), Span(m.start(), m.end()), reach, True, inner=True)


def _amounts(doc: Doc) -> Iterator[Cue]:
    """A figure with its maker: "the UN's estimate is …", "a toll given by officials is …", "that figure is Y's"."""
    for noun in doc:
        verb = noun.head
        if noun.dep_ != "nsubj" or noun.lower_ not in said("amounts") or verb.lemma_ not in said("amounting"):
            continue
        makers = [c for c in noun.lefts if _tells_whose(c) and informs(c) and c.lower_ not in words("documents")]
        counted = any(c.lower_ == "of" for c in noun.children)
        maker = (None if counted else owner(noun)) or next(iter(makers), None)
        if maker is not None and informs(maker):
            yield Cue("X's claim", characters(doc, phrase(maker)), word(noun), whole(doc), True)
        for attr in verb.children:
            marks = [c for c in attr.children if c.dep_ == "case"]
            if attr.dep_ == "attr" and marks and informs(attr):
                place = characters(doc, phrase(attr))
                yield Cue("X's claim", Span(place.start, marks[0].idx), word(noun), whole(doc), True)


def _noun(doc: Doc, token: Token) -> Iterator[Cue]:
    """A noun with its maker: "by the ministry's count", "the UN's estimate of", "the rebels' claim that", "reports"."""
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    whose = [c for c in token.lefts if _tells_whose(c)]
    maker = owner(token) if after in ("by", "from") else None
    if whose and whose[0].dep_ == "poss":
        maker = whose[0]
    if not (whose or maker is not None or token.lower_ == "reports"):
        return
    tokens = phrase(maker) if maker is not None else (phrase(token)[0], token.i + 1)
    name = characters(doc, tokens)
    if token.dep_ == "pobj" and token.head.lower_ in ("by", "on", "in") and token.lower_ in said("counts"):
        yield Cue("by X's count", name, word(token), whole(doc), False)
    elif after in ("of", "that", "to") or (
        maker and any(t.dep_ in ("acl", "relcl") or t.lower_ == "of" for t in token.subtree if t.i > maker.i)
    ):
        edge = token.right_edge
        yield Cue("X's claim", name, word(token), Span(0, edge.idx + len(edge)), True)


def _tells_whose(token: Token) -> bool:
    if token.dep_ == "poss":
        return token.pos_ != "PRON"
    if token.dep_ not in ("compound", "amod", "nmod") or token.pos_ == "PRON":
        return False
    return informs(token) or token.ent_type_ == "NORP" or token.lower_ == "official"
