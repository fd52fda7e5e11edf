"""Soldiers or civilians: the status of the counted, from their own words first and from what happened to them second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tollbook.claim import Reason, Status
from tollbook.extraction.article import Article
from tollbook.extraction.measures import Measured
from tollbook.lexicon import table


@cache
def _words(name: str) -> re.Pattern[str]:
    words = sorted(table("status")[name], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)


def statuses(article: Article, items: Sequence[tuple[int, Measured]]) -> list[tuple[Status, Reason]]:
    """The status of each (sentence, measured quantity), in order."""
    out: list[tuple[Status, Reason]] = []
    for k, (i, m) in enumerate(items):
        found = _own(article, i, m) or _mixture(article, i, m, items, k) or _company(items, out, k) or _by_measure(article, i, m)
        out.append(found)
    return out


def _phrase(article: Article, i: int, m: Measured) -> str:
    doc = article.doc(i)
    end = max(m.thing.end, (m.thing.head or 0) + 1, m.last + 1)
    return article.text(i)[m.found.number_end : doc[end - 1].idx + len(doc[end - 1])]


def _own(article: Article, i: int, m: Measured) -> tuple[Status, Reason] | None:
    """What the counted phrase itself says."""
    phrase = _phrase(article, i, m)
    base = article.sentences[i].start + m.found.number_end
    civil, armed = _words("civilian").search(phrase), _words("military").search(phrase)
    if m.thing.kind in ("weapon", "munition", "attack") and not civil:
        return "military", Reason("status", "arms")
    doc = article.doc(i)
    after = ""
    if m.thing.head is not None:
        tail = doc[m.thing.head].right_edge
        after = article.text(i)[doc[m.thing.head].idx : tail.idx + len(tail)]
        conj = [c for c in doc[m.thing.head].children if c.dep_ == "conj"]
        if conj and not any(c.tag_ == "CD" for x in conj for c in x.children):
            both = " ".join(x.text for x in [doc[m.thing.head], *conj])
            if _words("civilian").search(both) and _words("military").search(both):
                return "mixed", Reason("status", "both", base, base + len(phrase))
    if armed and not (civil and m.thing.group in ("civilian", "plain")):
        return "military", Reason("status", "words", base + armed.start(), base + armed.end())
    if m.thing.group == "military":
        return "military", Reason("status", "noun")
    if civil or m.thing.group in ("civilian", "police"):
        return "civilian", Reason("status", "words" if civil else "noun")
    if m.thing.unit in ("home", "building", "school", "hospital", "settlement", "family", "hotel"):
        return "civilian", Reason("status", "thing")
    if after and re.match(r"\w+ (?:of|were|from) (?:the )?(?:Russian |Ukrainian )?(?:army|armed forces|military)", after):
        return "military", Reason("status", "army")
    return None


def _mixture(article: Article, i: int, m: Measured, items: Sequence[tuple[int, Measured]], k: int) -> tuple[Status, Reason] | None:
    """A total whose parts, or whose "including …", are soldiers and civilians."""
    if m.thing.kind not in ("person", None) or m.thing.group not in ("plain", None):
        return None
    text = article.text(i)
    rest = text[m.found.end :]
    listed = re.match(r"[^.;]{0,80}?\b(?:including|among them|of whom|both)\b(?P<list>[^.;]*)", rest)
    if listed:
        words = listed.group("list")
        if _words("civilian").search(words) and _words("military").search(words):
            return "mixed", Reason("status", "parts")
    return None


def _company(items: Sequence[tuple[int, Measured]], done: Sequence[tuple[Status, Reason]], k: int) -> tuple[Status, Reason] | None:
    """"five others", "another 12", "15 wounded": like the figure just before."""
    i, m = items[k]
    if k and m.thing.kind in (None, "person") and items[k - 1][0] in (i, i - 1) and items[k - 1][1].thing.kind in ("person", None):
        same = items[k - 1][0] == i
        if same and (m.thing.head is None or m.thing.group in ("plain", None)) and done[k - 1][0] in ("military", "civilian"):
            return done[k - 1][0], Reason("status", "company")
    return None


def _by_measure(article: Article, i: int, m: Measured) -> tuple[Status, Reason]:
    measures = table("status")["by_measure"]
    if m.measure in measures["military"] and m.thing.kind in ("person", None):
        return "military", Reason("status", "measure")
    if m.measure in measures["civilian"]:
        return "civilian", Reason("status", "measure")
    if m.thing.kind in ("person", None, "body"):
        fight = _words("fighting").search(article.text(i))
        if fight:
            base = article.sentences[i].start
            return "unknown", Reason("status", "fighting", base + fight.start(), base + fight.end())
        return "civilian", Reason("status", "people")
    return "unknown", Reason("status", "unknown")
