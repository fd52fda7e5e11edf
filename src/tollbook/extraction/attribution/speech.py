"""Who speaks in one sentence, and how far their words reach in it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from tollbook.claim import Span
from tollbook.extraction.article import Article
from tollbook.extraction.attribution.cue import Cue, forms, said
from tollbook.extraction.attribution.labels import labels
from tollbook.extraction.attribution.pointing import pointers
from tollbook.extraction.attribution.saying import sayings
from tollbook.extraction.attribution.sourcenames import is_outlet
from tollbook.lexicon import table


@cache
def speaks() -> re.Pattern[str]:
    """What a sentence that may name a speaker has in it: a cheap test before any parse."""
    verbs = {f for name in ("say", "record", "show", "quote", "set", "of") for f in forms(name)}
    anything = sorted({*verbs, *said("nouns"), *said("amounts"), *said("held"), *map(re.escape, said("before"))})
    captions = rf"this (?:[\w-]+ ){{0,3}}(?:{'|'.join(sorted(said('pictures')))})"
    return re.compile(rf"\b(?:per|{'|'.join(anything)}|{captions})\b|:\s*$", re.I)


def cues(article: Article, index: int) -> tuple[Cue, ...]:
    """The cues of sentence ``index``, in the order of their places; parses it only if it has a word of speech."""
    sentence = article.sentences[index]
    text = article.text(index)
    found = list(labels(text, sentence.role in ("title", "heading")))
    if speaks().search(text):
        doc = article.doc(index)
        found += [*sayings(doc), *pointers(doc)]
    found.sort(key=lambda c: c.trigger.start)
    first: dict[Span, Cue] = {}
    for cue in found:
        first.setdefault(cue.trigger, cue)
    return tuple(c.moved(sentence.start) for c in _bounded(text, list(first.values())))


_OPINION = re.compile(
    r",\s+(?:which|who)\s+(?:is|are|was|were|has|have)(?:\s+been)?(?:\s+\w+ly)?"
    r"\s+(?:thought|believed|estimated|feared|assumed)\s+to\b"
)
"""A relative clause in which nobody in particular thinks so: the writer's own."""


@cache
def _edge() -> re.Pattern[str]:
    openers = "|".join(table("speech")["words"]["boundaries"])
    return re.compile(rf"[,\u2013]\"?\s+(?:{openers})\s|;\s")


_ASIDE_ENDS = re.compile(r"(?: the \w+)?,")
_DECKS = re.compile(r"\s[\u2022\u00b7|]\s")
"""What parts the headlines that share a line."""
_PARTS = re.compile(r"[:;]\s|,\s+and\s")
"""What parts the items of a list."""


def _midway(text: str, cue: Cue) -> bool:
    """Whether the words stand between commas, with more of the statement behind them."""
    return not cue.governs and _ASIDE_ENDS.match(text, max(cue.speaker.end, cue.trigger.end)) is not None


def _bounded(text: str, found: list[Cue]) -> list[Cue]:
    """Each cue with its reach: the clause it governs or follows, up to a clause that has a speaker of its own."""
    edges = [m.end() for m in _edge().finditer(text)]
    speaking = [c for c in found if not c.inner]
    aside = [c for c in speaking if not c.governs and is_outlet(text[c.speaker.start : c.speaker.end])]
    out = []
    for cue in found:
        start, end = cue.reach.start, cue.reach.end
        for deck in _DECKS.finditer(text):
            if deck.start() < cue.trigger.start:
                start = max(start, deck.end())
            else:
                end = min(end, deck.start())
        if _midway(text, cue) and not cue.inner:
            start = max(start, text.rfind(";", 0, cue.trigger.start) + 1)
            listing = [o for o in speaking if o.governs and o.reach.end > cue.trigger.start > o.trigger.end]
            if listing and cue.rule == "according to":
                start = max([start, *(m.end() for m in _PARTS.finditer(text, 0, cue.trigger.start))])
                end = cue.speaker.end
        for other in speaking if not cue.inner else ():
            if other.speaker == cue.speaker or other in aside:
                continue
            near, far = sorted((cue.trigger.start, other.trigger.start))
            between = [e for e in edges if near < e <= far]
            if cue.governs and other.governs and text[: other.speaker.start].endswith(", "):
                between.append(other.speaker.start)
            if not between or other.reach.start > between[-1]:
                continue
            if other.trigger.start > cue.trigger.start:
                end = min(end, between[-1])
            elif cue not in aside:
                start = max(start, between[-1] if other.governs else between[0])
        if cue.governs:
            start = max(start, cue.trigger.start)
            opinion = _OPINION.search(text, cue.trigger.end, end)
            end = opinion.start() if opinion else end
        out.append(replace(cue, reach=Span(start, end)))
    return out
