"""The cues that hold a figure: those of its own sentence, and of the quotation that it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tollbook.claim import Span
from tollbook.extraction.attribution.cue import Cue
from tollbook.extraction.attribution.spoken import Spoken

QUOTED = 12
"""How many sentences on or back the speaker of a quotation may be named."""


def holding(spoken: Spoken, index: int, at: int) -> list[Cue]:
    """The cues that hold the place in sentence ``index``, originator first; empty where nobody there speaks."""
    found = _own(spoken, index, at) or _quoted(spoken, index, at)
    return _heard_from(spoken, _reported_by(spoken, found, index), index) if found else []


def _own(spoken: Spoken, index: int, at: int) -> list[Cue]:
    """The cues of the sentence that reach the place, innermost first."""
    quote = spoken.quotes.around(at)
    reaching = []
    for cue in spoken.cues(index):
        if not cue.reach.start <= at < cue.reach.end or cue.speaker.start <= at < cue.speaker.end:
            continue
        inside = spoken.quotes.around(cue.trigger.start)
        if inside is None:
            reaching.append(cue)
        elif inside == quote:
            start, end = max(cue.reach.start, inside.start), min(cue.reach.end, inside.end)
            reaching.append(replace(cue, reach=Span(start, end)))
    return _ordered(reaching, at, spoken.outlet)


def _reported_by(spoken: Spoken, found: list[Cue], index: int) -> list[Cue]:
    """With the outlet of the sentence before, if this one says whom it heard: "…, X reports. According to Y …"."""
    if len(found) > 1 or found[0].rule != "according to" or spoken.outlet(found[0]):
        return found
    if spoken.together(index - 1, index):
        for cue in reversed(spoken.cues(index - 1)):
            if spoken.outlet(cue) and not cue.governs and not cue.inner:
                return [*found, cue]
    return found


def _heard_from(spoken: Spoken, found: list[Cue], index: int) -> list[Cue]:
    """With whom an outlet had it from, where its next sentence tells: "…, X reported. Citing Y, X said …"."""
    if len(found) > 1 or not spoken.outlet(found[0]) or not spoken.together(index, index + 1):
        return found
    following = spoken.cues(index + 1)
    name = spoken.article.plain[found[0].speaker.start : found[0].speaker.end].split()[-1]
    citing = [c for c in following if c.inner]
    same = any(name in spoken.article.plain[c.speaker.start : c.speaker.end] for c in following if not c.inner)
    return [citing[0], *found] if citing and same else found


def _quoted(spoken: Spoken, index: int, at: int) -> list[Cue]:
    """The speaker of the quotation around the place, named in another sentence of it or beside it."""
    quote = spoken.quotes.around(at)
    if quote is None:
        return []
    sentences = spoken.article.sentences
    for ahead in range(index, min(len(sentences), index + QUOTED)):
        if sentences[ahead].start >= quote.end:
            break
        after = [c for c in spoken.cues(ahead) if c.trigger.start >= quote.end and not c.governs]
        if after:
            return after[:1]
    for back in range(index, max(-1, index - QUOTED), -1):
        if sentences[back].paragraph != sentences[index].paragraph and not _leads_into_quote(spoken, back):
            break
        outside = [c for c in spoken.cues(back) if c.trigger.start < at and not c.inner]
        outside = [c for c in outside if spoken.quotes.around(c.trigger.start) is None]
        if outside:
            return outside[-1:]
    return []


def _leads_into_quote(spoken: Spoken, index: int) -> bool:
    """Whether the paragraph of the sentence, or the sentence, ends in direct speech or with a colon."""
    if spoken.article.text(index).endswith(":"):
        return True
    sentences = spoken.article.sentences
    later = [s.end for s in sentences[index : index + QUOTED] if s.paragraph == sentences[index].paragraph]
    return spoken.quotes.around(later[-1] - 1) is not None


def _ordered(reaching: list[Cue], at: int, outlet: Callable[[Cue], bool]) -> list[Cue]:
    """From all cues that reach the place, the chain: the innermost, then those whose reach holds it."""
    taken = [c for c in reaching if c.inner]
    speaking = [c for c in reaching if not c.inner]
    if not speaking:
        return taken[:1]

    def distance(c: Cue) -> int:
        return min(abs(at - c.trigger.start), abs(at - c.trigger.end))

    def within(c: Cue, d: Cue) -> bool:
        return d.reach.start <= c.trigger.start < d.reach.end and not c.reach.start <= d.trigger.start < c.reach.end

    def depth(c: Cue) -> tuple[int, int, bool, int]:
        hung = c.clause is not None and c.clause.start <= at < c.clause.end
        return sum(within(d, c) for d in speaking), -sum(within(c, d) for d in speaking), not hung, distance(c)

    named = [c for c in speaking if not outlet(c)]
    media = [c for c in speaking if outlet(c)]
    spoken_to = any(c.governs and within(m, c) for c in named for m in media)
    if named and media and not spoken_to:
        return [*_ordered([*taken, *named], at, outlet), *media]
    first = min(speaking, key=depth)
    heads = [c for c in speaking if c.rule == "according to" and c.governs]
    if len(heads) == 1 and not any(c.governs for c in speaking if c is not heads[0]):
        first = heads[0]
    chain = [first]
    for cue in sorted((c for c in speaking if c is not first), key=depth):
        around = not cue.governs and cue.rule in ("inverted", "said X", "according to")
        if within(first, cue) or (around and first.reach.start <= cue.trigger.start):
            chain.append(cue)
    if taken:
        chain.insert(0, min(taken, key=distance))
    return chain
