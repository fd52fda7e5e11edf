"""On whose word each figure stands: the chain from the originator to the last who passed it on, across sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tollbook.claim import Reason, Source
from tollbook.extraction.article import Article
from tollbook.extraction.attribution.account import between
from tollbook.extraction.attribution.cue import Cue
from tollbook.extraction.attribution.elsewhere import beside, goes_on_by
from tollbook.extraction.attribution.holding import holding
from tollbook.extraction.attribution.sourcenames import bare, is_outlet
from tollbook.extraction.attribution.spoken import Spoken, as_spoken
from tollbook.extraction.mention import Mention

Chain = tuple[tuple[Source, ...], tuple[Reason, ...]]
NOBODY: Chain = ((), ())


def attribute(article: Article, mentions: Sequence[Mention]) -> list[Chain]:
    """For each mention its sources, originator first, and why; no sources where the publisher speaks in its own voice.

    A source's ``text`` is the name as the document writes it, in its longest form in the passage, up to a comma. Parses
    the mention's sentence, and of the others only those with a word of speech that bear on it.
    """
    spoken = as_spoken(article)
    order = sorted(range(len(mentions)), key=lambda i: mentions[i].quantity.start)
    chains: dict[int, Chain] = {}
    last: int | None = None
    for i in order:
        before = (mentions[last], chains[last]) if last is not None else None
        chains[i] = _chain(spoken, mentions[i], before)
        last = i
    for i, following in pairwise(order):
        chains[i] = _with_originator(spoken, mentions[i], chains[i], mentions[following], chains[following])
    return [chains[i] for i in range(len(mentions))]


def _chain(spoken: Spoken, mention: Mention, last: tuple[Mention, Chain] | None) -> Chain:
    """The sources of one mention; ``last`` is the mention before it with its own."""
    index = mention.sentence
    if found := holding(spoken, index, mention.quantity.start):
        return _named(spoken, found)
    if elsewhere := beside(spoken, index):
        rule, cue = elsewhere
        return _named(spoken, [cue], rule)
    again = last is not None and _restates(mention, last[0])
    account = None if again else between(spoken, index)
    if account is not None:
        return _named(spoken, [account], "between")
    if last is not None and last[1][0] and _goes_on(spoken, mention, *last):
        start = spoken.article.sentences[index].start
        return last[1][0], (Reason("sources", "goes on", start, mention.quantity.end),)
    return NOBODY


def _with_originator(spoken: Spoken, mention: Mention, chain: Chain, following: Mention, next_chain: Chain) -> Chain:
    """With whom an outlet had the figure from, where the next sentence gives it again with its source.

    "…, Xinhua reported. According to police, …"
    """
    same = (mention.quantity.low, mention.quantity.high) == (following.quantity.low, following.quantity.high)
    neighbours = following.sentence == mention.sentence + 1 and spoken.together(mention.sentence, following.sentence)
    if not (same and neighbours and next_chain[0] and len(chain[0]) == 1):
        return chain
    if is_outlet(chain[0][0].text) and not is_outlet(next_chain[0][0].text):
        return (next_chain[0][0], *chain[0]), (*chain[1], *next_chain[1])
    return chain


def _restates(mention: Mention, last: Mention) -> bool:
    """Whether a sentence gives the figure of an earlier one again, and so tells nothing further."""
    same = (mention.quantity.low, mention.quantity.high) == (last.quantity.low, last.quantity.high)
    return same and mention.sentence != last.sentence


def _goes_on(spoken: Spoken, mention: Mention, last: Mention, chain: Chain) -> bool:
    """Whether the sentence goes on with the figure before: "The figure includes …", "Two others were hurt"."""
    if mention.sentence == last.sentence:
        return chain[1][0].rule == "goes on"
    if mention.sentence - last.sentence > 1 or not spoken.together(last.sentence, mention.sentence):
        return False
    text = spoken.article.text(mention.sentence)
    if goes_on_by("on").match(text):
        return True
    opens = mention.quantity.start == spoken.article.sentences[mention.sentence].start
    rest = spoken.article.plain[mention.quantity.end : mention.quantity.end + 40]
    quoted = spoken.quotes.around(last.quantity.start) is not None
    return opens and not quoted and goes_on_by("headless").match(rest) is not None


def _named(spoken: Spoken, found: list[Cue], rule: str | None = None) -> Chain:
    """The chain of names that the cues give, each once; the document's own publisher relays nothing to itself."""
    publisher = spoken.article.document.publisher or ""
    sources: list[Source] = []
    reasons: list[Reason] = []
    for cue in found:
        full = spoken.names.full(cue.speaker)
        for name in (*((full,) if full else ()), *cue.relays):
            text = spoken.article.document.text[name.start : name.end]
            own = sources and bare(text) == bare(publisher)
            if not own and not any(bare(text) == bare(s.text) for s in sources):
                sources.append(Source(text, name.start, name.end))
        start, end = min(cue.trigger.start, cue.speaker.start), max(cue.trigger.end, cue.speaker.end)
        reasons.append(Reason("sources", rule or cue.rule, start, end))
    return (tuple(sources), tuple(reasons)) if sources else NOBODY
