"""The order of the steps: sentences → quantities → measures → parties → attribution → windows → stance → relations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tollbook.claim import Claim, Quantity, Reason, Span
from tollbook.document import Document
from tollbook.extraction.article import Article
from tollbook.extraction.attribution import attribute
from tollbook.extraction.confidence import confidences
from tollbook.extraction.details import details
from tollbook.extraction.measures import Measured, measured
from tollbook.extraction.mention import Mention
from tollbook.extraction.prefilter import candidates, one_victim
from tollbook.extraction.quantities import Found, quantities
from tollbook.extraction.relations import relations
from tollbook.extraction.sentences import article as cut
from tollbook.extraction.stance import stances
from tollbook.extraction.status import statuses
from tollbook.extraction.verification import verifications
from tollbook.extraction.victims import victims
from tollbook.extraction.whose import whose
from tollbook.extraction.windows import windows

LEFT_OUT = frozenset({"link_list", "notice", "share", "blurb", "copyright", "tags", "navigation", "comments"})
"""Furniture whose figures belong to other stories or to nobody; a repeated headline and a caption are the article's own."""


def extract(document: Document, *, furniture: bool = False) -> tuple[Claim, ...]:
    """The attributed count claims of a document, in the order of the text, each with the rules that gave its fields.

    ``furniture=True`` also reads link lists and notices; such claims carry the kind in ``furniture``.
    """
    return claims(cut(document), furniture=furniture)


def claims(article: Article, *, furniture: bool = False, examine_all: bool = False) -> tuple[Claim, ...]:
    """The claims of an article that is already cut; it remembers what was parsed (``article.parsed``).

    ``examine_all=True`` goes without the prefilter and parses every sentence, to measure what the prefilter saves and loses.
    """
    found = mentions(article, furniture=furniture, examine_all=examine_all)
    chains = attribute(article, found)
    sources = [chain for chain, _ in chains]
    times = windows(article, found)
    stance = stances(article, found, sources)
    verified = verifications(article, found, sources)
    beside = details(article, found)
    out = []
    for k, m in enumerate(found):
        q, d = m.quantity, beside[k]
        out.append(
            Claim(
                id=f"c{k + 1}",
                text=q.text,
                start=q.start,
                end=q.end,
                low=q.low,
                high=q.high,
                qualifier=q.qualifier,
                measure=m.measure,
                unit=m.unit,
                party=m.party,
                status=m.status,
                when=times[k][0],
                sources=sources[k],
                stance=stance[k][0],
                verification=verified[k][0],
                place=d.place,
                by=d.by,
                means=d.means,
                group=d.group,
                names=d.names,
                furniture=article.sentences[m.sentence].furniture,
                why=(*m.why, *chains[k][1], *times[k][1], *stance[k][1], *verified[k][1], *d.why),
            )
        )
    tied = relations(article, out)
    sure = confidences(article, out)
    return tuple(
        replace(c, relations=ties, confidence=p, why=(*c.why, *reasons))
        for c, (ties, reasons), p in zip(out, tied, sure, strict=True)
    )


def mentions(article: Article, *, furniture: bool = False, examine_all: bool = False) -> list[Mention]:
    """Every counted person or thing of the article, by the first steps: quantity, measure, unit, party, status."""
    items = list(_measured(article, furniture=furniture, examine_all=examine_all))
    out: list[Mention] = []
    for (i, m), w, (status, why) in zip(items, whose(article, items), statuses(article, items), strict=True):
        base = article.sentences[i].start
        doc = article.doc(i)
        f = m.found
        text = article.document.text[base + f.start : base + f.end]
        quantity = Quantity(text, base + f.start, base + f.end, f.low, f.high, f.qualifier)
        head, trigger = m.thing.head, m.trigger
        noun = None if head is None else Span(base + doc[head].idx, base + doc[head].idx + len(doc[head]))
        words = None
        if trigger is not None:
            a, b = min(trigger.head, trigger.last), max(trigger.head, trigger.last)
            words = Span(base + doc[a].idx, base + doc[b].idx + len(doc[b]))
        assert m.measure is not None
        assert m.unit is not None
        reason = Reason("measure", m.rule, words.start if words else None, words.end if words else None)
        for code in w.codes or (None,):
            out.append(Mention(quantity, i, m.measure, m.unit, code, status, noun, words, (reason, w.why, why)))
    return out


def _measured(article: Article, *, furniture: bool, examine_all: bool) -> Iterator[tuple[int, Measured]]:
    last: tuple[int, Measured] | None = None
    for s in article.sentences:
        if s.furniture in LEFT_OUT and not furniture:
            continue
        text = article.text(s.index)
        found: list[Found] = quantities(text) if examine_all else candidates(text)
        single = examine_all or one_victim(text)
        if not found and not single:
            continue
        doc = article.doc(s.index)
        if single:
            found = sorted([*found, *victims(doc, found)], key=lambda f: f.number)
        for m in measured(doc, found):
            m = _carried(text, m, last, s.index)
            if m.measure is not None and _counts(m):
                yield s.index, m
                last = (s.index, m)


_AMONG_THEM = re.compile(
    r"\b(?:among|of|including|included|include|includes)[ ](?:them|those|these|whom|the (?:dead|victims|wounded|injured|casualties|fatalities))\b"
    r"|^(?:they|the (?:dead|victims|injured|wounded|casualties|fatalities|detainees|figure|number|toll|total)) (?:also )?includ",
    re.IGNORECASE,
)
_HOLDING = re.compile(
    r"\b(?:Hamas|militants?|rebels?|gunmen|kidnappers?|captors?|insurgents?|hijackers?|pirates?|fighters|group)\b[^.;]*\b(?:hold|held|holding|holds)\b"
)
_COUNT = r"(?:number|count|figure|total|tally|toll|estimate|it)"
_FIGURE_FOR = re.compile(
    rf"\b{_COUNT}s?\b[^.;:]{{0,40}}?\b(?:at|to|is|was|as|reach|reached|stands|stood|could be|may be|might be|be)[ ]+(?:[a-z]+[ ]){{0,2}}$", re.IGNORECASE
)
_SAYS = re.compile(
    r"\b(?:says?|said|claims?|claimed|counts?|counted|reports?|reported|gives?|gave|spoke of|speaks of|announced|recorded|registered|listed|"
    r"documented|confirmed|expects?|expected|projects?|(?:up|down) from|(?:rising|rose|increase) from|'s at)[ ]+(?:it was |there were )?$",
    re.IGNORECASE,
)
_BARE_END = re.compile(r"^[ ]*(?:more\b|dead\b)?[ ]*(?:[.;,:)\u2013-]|$|on \w+day\b|in \w+|,? up from|last\b|this\b|the\b|a (?:day|week|month))")
_WERE = re.compile(r"^(?:,[^,.]{1,40},)?[ ]*(?:were|was|are|had not)[ ]", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|[,;][ ](?:and|while|but)?[ ]?|\band[ ])$", re.IGNORECASE)
_OF_THEM = re.compile(r"^[ ]*of (?:them|those|these|whom)\b", re.IGNORECASE)


def _carried(text: str, m: Measured, last: tuple[int, Measured] | None, index: int) -> Measured:
    """What a sentence leaves to the one before: "Among them are 48 civilians", "Five have been lost", "the ministry says 36"."""
    if last is None or index - last[0] > 1:
        return m
    before = last[1]
    people = before.unit in ("person", "body") and m.thing.kind in (None, "person")
    if m.measure is None and m.thing.kind == "person" and people and _AMONG_THEM.search(text):
        return replace(m, measure=before.measure, unit="person", trigger=None, rule="among them")
    if m.measure is None and people and m.found.kind != "article":
        lead, rest = text[: m.found.start], text[m.found.end :]
        bare = m.thing.head is None or m.thing.group == "plain"
        if _OF_THEM.match(rest) and (m.thing.head is None or m.thing.kind == "person"):
            return replace(m, measure=before.measure, unit=before.unit, trigger=None, rule="of them")
        told = _SAYS.search(lead) and _BARE_END.match(rest)
        parts = m.thing.head is None and m.found.kind == "number" and _OPENING.search(lead) and _WERE.match(rest)
        if parts and m.found.low == 1:
            return m
        if bare and (_FIGURE_FOR.search(lead) or (m.thing.head is None and (told or parts))):
            thing = replace(m.thing, unit=before.thing.unit, kind=before.thing.kind, group=before.thing.group)
            return replace(m, measure=before.measure, unit=before.unit, trigger=None, rule="figure for the same", thing=thing)
    if (
        m.thing.head is None
        and m.measure in ("lost", "destroyed", "damaged", "supplied")
        and before.thing.kind in ("weapon", "munition", "thing")
        and m.unit == "person"
    ):
        measure = "destroyed" if m.measure == "lost" else m.measure
        return replace(m, measure=measure, unit=before.unit, thing=replace(m.thing, unit=before.unit, kind=before.thing.kind))
    if m.measure == "detained" and m.trigger is not None and _HOLDING.search(text[: m.found.start]):
        return replace(m, measure="captured")
    return m


_HARMS = frozenset({"killed", "wounded", "captured", "missing", "recovered"})
_OF_ONE = _HARMS | {
    "killed_or_wounded",
    "detained",
    "surrendered",
    "convicted",
    "hospitalised",
    "rescued",
    "released",
    "trapped",
    "deserted",
    "displaced",
}


def _counts(m: Measured) -> bool:
    """ "A" counts only where somebody was killed, hurt, taken or lost; "one" and "both" only where something befell people."""
    if m.found.kind == "article":
        return m.measure in _HARMS and m.unit in ("person", "body")
    if m.found.kind == "fixed" and m.unit not in ("person", "body"):
        return m.thing.partitive
    if m.found.kind == "fixed" or m.found.low == m.found.high == 1:
        soldier_of_list = m.rule == "company" and m.thing.group == "military"
        return (m.measure in _OF_ONE or soldier_of_list) and m.unit in ("person", "body")
    return True
