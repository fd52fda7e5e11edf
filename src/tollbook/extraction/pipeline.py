"""The order of the steps: sentences → quantities → measures → parties → attribution → windows → stance → relations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tollbook.claim import Claim, Quantity, Reason, Span
from tollbook.document import OUTSIDE, Document
from tollbook.extraction.article import Article
from tollbook.extraction.attribution import attribute
from tollbook.extraction.confidence import confidences
from tollbook.extraction.details import details
from tollbook.extraction.measures import Measured, carried, counts, may_carry, measured
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


def extract(document: Document, *, furniture: bool = False) -> tuple[Claim, ...]:
    """The attributed count claims of a document, in the order of the text, each with the rules that gave its fields.

    ``furniture=True`` also reads link lists and notices; such claims carry the kind in ``furniture``.
    """
    return claims(cut(document), furniture=furniture)


def claims(article: Article, *, furniture: bool = False, examine_all: bool = False) -> tuple[Claim, ...]:
    """The claims of an article that is already cut; it remembers what was parsed (``article.parsed``).

    ``examine_all=True`` parses every sentence without the prefilter, to measure what that saves and loses.
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
        assert m.rule is not None
        reason = Reason("measure", m.rule, words.start if words else None, words.end if words else None)
        for code in w.codes or (None,):
            out.append(Mention(quantity, i, m.measure, m.unit, code, status, noun, words, (reason, w.why, why)))
    return out


def _measured(article: Article, *, furniture: bool, examine_all: bool) -> Iterator[tuple[int, Measured]]:
    """The quantities that count somebody or something, each with the index of its sentence."""
    last: tuple[int, Measured] | None = None
    for s in article.sentences:
        if s.furniture in OUTSIDE and not furniture:
            continue
        text = article.text(s.index)
        before = last[1] if last is not None and s.index - last[0] <= 1 else None
        for m in _of_sentence(article, s.index, behind_claim=before is not None, examine_all=examine_all):
            m = carried(text, m, before)
            if m.measure is not None and counts(m):
                yield s.index, m
                last, before = (s.index, m), m


def _of_sentence(article: Article, index: int, *, behind_claim: bool, examine_all: bool) -> list[Measured]:
    """The quantities of one sentence, measured; a sentence without any that could be a claim is not parsed."""
    text = article.text(index)
    found: list[Found] = quantities(text) if examine_all else candidates(text)
    if not found and behind_claim:
        bare = quantities(text)
        found = bare if may_carry(text, bare) else []
    single = examine_all or one_victim(text)
    if not found and not single:
        return []
    doc = article.doc(index)
    if single:
        found = sorted([*found, *victims(doc, found)], key=lambda f: f.number)
    return measured(doc, found)
