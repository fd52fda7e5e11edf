"""What else the text gives of a counted happening: where, by whom, by what means, which group, which names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tollbook.claim import Named, Reason
from tollbook.extraction.article import Article
from tollbook.extraction.mention import Mention
from tollbook.extraction.names import parties
from tollbook.extraction.places import places
from tollbook.extraction.scope import Setting, setting
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LONGER_NAME = re.compile(r"(?: (?!\w+day\b|\w+(?:ua|em|to)(?:ry|ber)\b|March|April|May|June|July|August)[A-Z][a-z]+)+")
"""The rest of a name that only begins like a known place ("Malindi Bay"): no day or month."""
_PHRASE = 4
"""How many words after its head may say whose a doer is ("fighters from Hamas")."""
_INFLICTED = frozenset({
    "killed", "wounded", "killed_or_wounded", "captured", "detained", "convicted", "dismissed", "displaced",
    "evacuated", "released", "rescued", "destroyed", "damaged", "launched", "struck", "intercepted", "recovered",
    "supplied", "mobilised", "deployed", "trapped", "recruited",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Details:
    """The fields of a claim that are told beside the count; None or empty where the sentence does not give them."""

    place: Named | None
    by: Named | None
    means: str | None
    group: str | None
    names: tuple[Named, ...]
    why: tuple[Reason, ...]


def details(article: Article, mentions: Sequence[Mention]) -> list[Details]:
    """The details of each mention, in order, read in its own sentence."""
    return [_of(article, m) for m in mentions]


def _of(article: Article, mention: Mention) -> Details:
    at = setting(article, mention)
    if at is None:
        return Details(None, None, None, None, (), ())
    place, by, means, group = _place(at), _by(at), _means(at), _group(at)
    names = tuple(_names(at))
    why = [Reason("place", "a place where it happened", place.start, place.end)] if place else []
    why += [Reason("by", "who did it, in the grammar of the sentence", by.start, by.end)] if by else []
    why += [Reason("means", "the nearest word for a means", means[1], means[2])] if means else []
    why += [Reason("group", "what the people are called", group[1], group[2])] if group else []
    why += [Reason("names", "named beside the count", n.start, n.end) for n in names]
    return Details(place, by, means[0] if means else None, group[0] if group else None, names, tuple(why))


def _happening(at: Setting) -> Token:
    """The word for what happened, or, where the sentence leaves it out, what the count hangs on."""
    return at.trigger if at.trigger is not None else at.quantity.root


def _place(at: Setting) -> Named | None:
    """The named place nearest to the happening that stands after a word such as "in" or "near"."""
    text = at.doc.text
    known = {(a, b): country for a, b, country in places(text)}
    peoples = {(p.start, p.end) for p in parties(text) if p.form == "people"}
    spans = dict.fromkeys(known) | dict.fromkeys(
        (e.start_char, e.end_char) for e in at.doc.ents if e.label_ in _PLACE_LABELS and not _touches(e, known)
    )
    middle = _happening(at).idx
    found = [
        (abs(a - middle), a, b)
        for a, b in spans
        if (a, b) not in peoples and _located(text[:a]) and not _of_a_speaker(at, a, b)
    ]
    if not found:
        return None
    _, a, b = min(found)
    longer = _LONGER_NAME.match(text, b)
    end = longer.end() if longer else b
    return Named(text[a:end], at.start + a, at.start + end, None if longer else known.get((a, b)))


def _of_a_speaker(at: Setting, a: int, b: int) -> bool:
    """Whether a place only says where somebody speaks ("Diplomats in New York said …")."""
    words = at.doc.char_span(a, b, alignment_mode="expand")
    if words is None or words.root.head.pos_ != "ADP":
        return False
    noun = words.root.head.head
    return noun.dep_ == "nsubj" and noun.head.lemma_ in table("speech")["say"]


def _touches(words: Words, known: dict[tuple[int, int], str]) -> bool:
    return any(words.start_char < b and a < words.end_char for a, b in known)


@cache
def _locating() -> re.Pattern[str]:
    words = table("places")
    strong = "|".join(w for w in words["before"] if w not in words["weak"])
    weak, kinds = "|".join(words["weak"]), "|".join(words["kinds"])
    between = r"(?:the\s+)?(?:[a-z'-]+\s+){0,2}?"
    return re.compile(rf"\b(?:(?:{strong})\s+{between}|(?:{kinds})\s+(?:{weak})\s+(?:the\s+)?)$")


def _located(before: str) -> bool:
    return _locating().search(before[-60:]) is not None


def _by(at: Setting) -> Named | None:
    """Who did it: "by …" in the passive, the subject in the active voice."""
    verb = at.trigger
    if verb is None or at.mention.measure not in _INFLICTED:
        return None
    agents = (c for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ == "by")
    doer = next((p for agent in agents for p in agent.children), None)
    if doer is None and verb.pos_ == "VERB":
        doer = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
    if doer is None or doer.dep_ not in ("pobj", "nsubj") or doer.tag_ == "VBG" or _is_counted(at, doer):
        return None
    first, last = doer.left_edge.i, doer.i
    while at.doc[first].dep_ == "det" and first < last:
        first += 1
    if any(t.pos_ == "NUM" for t in doer.children):
        return None
    words = at.doc[first : last + 1]
    if _means_in(words.text):
        return None
    whole = at.doc[first : max(t.i for t in doer.subtree if t.i - last <= _PHRASE) + 1].text
    codes = {p.code for p in parties(whole)}
    if not codes and not _may_act(doer):
        return None
    resolved = codes.pop() if len(codes) == 1 else None
    return Named(words.text, at.start + words.start_char, at.start + words.end_char, resolved)


def _may_act(doer: Token) -> bool:
    """Whether a word names somebody, or a body or machine that acts, and no event."""
    lemma = doer.lemma_.lower()
    people = (noun for nouns in table("units")["person"].values() for noun in nouns)
    return lemma in table("doers")["words"] or doer.ent_type_ in ("PERSON", "ORG") or lemma in people


def _is_counted(at: Setting, token: Token) -> bool:
    return token.i in range(at.quantity.start, at.quantity.end) or token.is_ancestor(at.quantity.root)


@cache
def _means_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (means, re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)) for means, words in table("means").items()
    )


def _means_in(text: str) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), means) for means, pattern in _means_patterns() for m in pattern.finditer(text)]


def _means(at: Setting) -> tuple[str, int, int] | None:
    """The means told nearest to the happening; the longer words win where two begin at one spot or overlap."""
    if at.mention.measure in table("doers")["no_means"]["measures"]:
        return None
    middle = _happening(at).idx
    found = _means_in(at.doc.text)
    whole = [f for f in found if not any(g[0] <= f[0] and f[1] <= g[1] and g[1] - g[0] > f[1] - f[0] for g in found)]
    if not whole:
        return None
    a, b, means = min(whole, key=lambda f: (abs(f[0] - middle), f[0]))
    return means, at.start + a, at.start + b


@cache
def _groups() -> dict[str, str]:
    return {noun: group for group, nouns in table("groups").items() for noun in nouns}


def _group(at: Setting) -> tuple[str, int, int] | None:
    """The group that the counted noun names, by its longest words ("aid worker" before "worker")."""
    if at.mention.unit not in ("person", "body") or at.mention.noun is None:
        return None
    noun = at.mention.noun
    words = at.doc.char_span(noun.start - at.start, noun.end - at.start, alignment_mode="expand")
    if words is None:
        return None
    last = words.end
    for first in range(max(at.quantity.end, last - 3), last):
        span = at.doc[first:last]
        name = " ".join([t.lower_ for t in span[:-1]] + [span[-1].lemma_.lower()])
        if name in _groups():
            return _groups()[name], at.start + span.start_char, at.start + span.end_char
    return None


def _names(at: Setting) -> Iterator[Named]:
    """People named beside the count: "two men, Ali Noor and Sami Noor", "three workers, named as …"."""
    counted = at.quantity.root
    while counted.dep_ in ("nummod", "quantmod", "det", "advmod", "amod") and counted.head.i != counted.i:
        counted = counted.head
    beside = {t.i for c in counted.children if c.dep_ == "appos" for t in c.subtree}
    for naming in at.doc:
        if naming.lower_ in ("named", "identified") and (naming.is_ancestor(counted) or counted.is_ancestor(naming)):
            beside |= {t.i for t in naming.subtree if t.i > naming.i}
    for person in at.doc.ents:
        if person.label_ == "PERSON" and person.root.i in beside and person.start >= at.quantity.end:
            yield Named(person.text, at.start + person.start_char, at.start + person.end_char)
