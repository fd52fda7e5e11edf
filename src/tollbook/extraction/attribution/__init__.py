"""On whose word each figure stands: the chain from the originator to the last who passed it on, across sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from tollbook.claim import Reason, Source, Span
from tollbook.extraction.article import Article, Sentence
from tollbook.extraction.attribution.antecedents import Antecedents
from tollbook.extraction.attribution.cue import Cue
from tollbook.extraction.attribution.labels import labels
from tollbook.extraction.attribution.quotations import Quotations, quotations
from tollbook.extraction.attribution.sourcenames import is_outlet
from tollbook.extraction.attribution.speech import cues, speaks
from tollbook.extraction.attribution.spokenfor import body, speaks_for_one
from tollbook.extraction.mention import Mention
from tollbook.lexicon import table

QUOTED = 12
"""How many sentences on or back the speaker of a quotation may be named."""
ACCOUNT = 3
"""How many sentences a speaker's account may go on before he is named again."""
LISTED = 40
"""How many lines a list may have under the words that announce it."""

Chain = tuple[tuple[Source, ...], tuple[Reason, ...]]
NOBODY: Chain = ((), ())


def attribute(article: Article, mentions: Sequence[Mention]) -> list[Chain]:
    """For each mention its sources, originator first, and why; no sources where the publisher speaks in its own voice.

    A source's ``text`` is the name as the document writes it, in its longest form in the passage, up to a comma. Parses
    the mention's sentence, and of the others only those with a word of speech that bear on it.
    """
    reader = _reader(article)
    order = sorted(range(len(mentions)), key=lambda i: mentions[i].quantity.start)
    chains: dict[int, Chain] = {}
    last: int | None = None
    for i in order:
        before = (mentions[last], chains[last]) if last is not None else None
        chains[i] = reader.chain(mentions[i], before)
        last = i
    for i, following in pairwise(order):
        chains[i] = reader.with_originator(mentions[i], chains[i], mentions[following], chains[following])
    return [chains[i] for i in range(len(mentions))]


def _reader(article: Article) -> _Reader:
    known: dict[int, tuple[Cue, ...]] = {}

    def once(index: int) -> tuple[Cue, ...]:
        if index not in known:
            known[index] = cues(article, index)
        return known[index]

    starts = tuple(s.start for s in article.sentences)
    return _Reader(article, quotations(article), once, Antecedents(article, once, starts), _is_digest(article))


def _is_digest(article: Article) -> bool:
    """Whether more than one sentence opens with the name of an outlet and a colon: a digest of what others wrote."""
    texts = (article.text(s.index) for s in article.sentences)
    opened = (any(is_outlet(text[c.speaker.start : c.speaker.end]) for c in labels(text, False)) for text in texts)
    return sum(opened) > 1


@dataclass(frozen=True, slots=True)
class _Reader:
    """One article as it is read: its quotations, the cues of its sentences, its names in full, if it is a digest."""

    article: Article
    quotes: Quotations
    cues: Callable[[int], tuple[Cue, ...]]
    names: Antecedents
    digest: bool

    def chain(self, mention: Mention, last: tuple[Mention, Chain] | None) -> Chain:
        """The sources of one mention; ``last`` is the mention before it with its own."""
        index, at = mention.sentence, mention.quantity.start
        found = self._own(index, at) or self._quoted(index, at)
        if found:
            return self._named(self._heard_from(self._reported_by(found, index), index))
        elsewhere = (
            ("list after", self._listed),
            ("digest", self._digested),
            ("cut off", self._cut_off),
            ("told after", self._told_after),
            ("again", self._again),
            ("adds", self._added),
            ("between", self._between),
        )
        for rule, find in elsewhere:
            cue = find(index)
            if cue is not None and not (rule == "between" and last and _restates(mention, last[0])):
                return self._named([cue], rule)
        if last is not None and last[1][0] and self._goes_on(mention, *last):
            start = self.article.sentences[index].start
            return last[1][0], (Reason("sources", "goes on", start, mention.quantity.end),)
        return NOBODY

    def with_originator(self, mention: Mention, chain: Chain, following: Mention, next_chain: Chain) -> Chain:
        """With whom an outlet had the figure from, where the next sentence gives it again with its source.

        "…, Xinhua reported. According to police, …"
        """
        same = (mention.quantity.low, mention.quantity.high) == (following.quantity.low, following.quantity.high)
        neighbours = following.sentence == mention.sentence + 1 and self._together(mention.sentence, following.sentence)
        if not (same and neighbours and next_chain[0] and len(chain[0]) == 1):
            return chain
        if is_outlet(chain[0][0].text) and not is_outlet(next_chain[0][0].text):
            return (next_chain[0][0], *chain[0]), (*chain[1], *next_chain[1])
        return chain

    def _sentence(self, index: int) -> Sentence | None:
        return self.article.sentences[index] if 0 <= index < len(self.article.sentences) else None

    def _together(self, a: int, b: int) -> bool:
        """Whether both sentences exist and stand in one paragraph."""
        first, second = self._sentence(a), self._sentence(b)
        return first is not None and second is not None and first.paragraph == second.paragraph

    def _outlet(self, cue: Cue) -> bool:
        return is_outlet(self.article.plain[cue.speaker.start : cue.speaker.end])

    def _own(self, index: int, at: int) -> list[Cue]:
        """The cues of the sentence that reach the place, innermost first."""
        quote = self.quotes.around(at)
        reaching = []
        for cue in self.cues(index):
            if not cue.reach.start <= at < cue.reach.end or cue.speaker.start <= at < cue.speaker.end:
                continue
            inside = self.quotes.around(cue.trigger.start)
            if inside is None:
                reaching.append(cue)
            elif inside == quote:
                start, end = max(cue.reach.start, inside.start), min(cue.reach.end, inside.end)
                reaching.append(replace(cue, reach=Span(start, end)))
        return _ordered(reaching, at, self._outlet)

    def _reported_by(self, found: list[Cue], index: int) -> list[Cue]:
        """With the outlet of the sentence before, if this one says whom it heard: "…, X reports. According to Y …"."""
        if len(found) > 1 or found[0].rule != "according to" or self._outlet(found[0]):
            return found
        if self._together(index - 1, index):
            for cue in reversed(self.cues(index - 1)):
                if self._outlet(cue) and not cue.governs and not cue.inner:
                    return [*found, cue]
        return found

    def _heard_from(self, found: list[Cue], index: int) -> list[Cue]:
        """With whom an outlet had it from, where its next sentence tells: "…, X reported. Citing Y, X said …"."""
        if len(found) > 1 or not self._outlet(found[0]) or not self._together(index, index + 1):
            return found
        following = self.cues(index + 1)
        name = self.article.plain[found[0].speaker.start : found[0].speaker.end].split()[-1]
        citing = [c for c in following if c.inner]
        same = any(name in self.article.plain[c.speaker.start : c.speaker.end] for c in following if not c.inner)
        return [citing[0], *found] if citing and same else found

    def _quoted(self, index: int, at: int) -> list[Cue]:
        """The speaker of the quotation around the place, named in another sentence of it or beside it."""
        quote = self.quotes.around(at)
        if quote is None:
            return []
        sentences = self.article.sentences
        for ahead in range(index, min(len(sentences), index + QUOTED)):
            if sentences[ahead].start >= quote.end:
                break
            after = [c for c in self.cues(ahead) if c.trigger.start >= quote.end and not c.governs]
            if after:
                return after[:1]
        for back in range(index, max(-1, index - QUOTED), -1):
            if sentences[back].paragraph != sentences[index].paragraph and not self._leads_into_quote(back):
                break
            outside = [c for c in self.cues(back) if c.trigger.start < at and not c.inner]
            outside = [c for c in outside if self.quotes.around(c.trigger.start) is None]
            if outside:
                return outside[-1:]
        return []

    def _leads_into_quote(self, index: int) -> bool:
        """Whether the paragraph of the sentence, or the sentence, ends in direct speech or with a colon."""
        if self.article.text(index).endswith(":"):
            return True
        sentences = self.article.sentences
        later = [s.end for s in sentences[index : index + QUOTED] if s.paragraph == sentences[index].paragraph]
        return self.quotes.around(later[-1] - 1) is not None

    def _listed(self, index: int) -> Cue | None:
        """The cue of the line that announced the list this line is in: "According to the ministry:"."""
        sentence = self.article.sentences[index]
        in_list = self._item(index)
        for back in range(index - 1, max(-1, index - LISTED), -1):
            before = self.article.sentences[back]
            text = self.article.text(back)
            if text.endswith(":") and speaks().search(text):
                outside = [c for c in self.cues(back) if not c.inner]
                return outside[-1] if outside else None
            if before.paragraph != sentence.paragraph and not (in_list and self._item(back)):
                return None
        return None

    def _digested(self, index: int) -> Cue | None:
        """The outlet whose name opened this stretch of a digest: "Al-Hayat: A bomb killed … Near Basra a man …"."""
        if not self.digest:
            return None
        for back in range(index - 1, max(-1, index - LISTED), -1):
            if not self._together(back, index):
                return None
            label = self._outlet_label(back)
            if label is not None:
                return label
        return None

    def _outlet_label(self, index: int) -> Cue | None:
        """The name of an outlet that opens the sentence, with its colon."""
        return next((c for c in self.cues(index) if c.rule == "label" and c.governs and self._outlet(c)), None)

    def _item(self, index: int) -> bool:
        """Whether the sentence stands in a line of a list, also one whose star was set with no space."""
        sentences = self.article.sentences
        first = index
        while index - first < LISTED and self._together(first - 1, first):
            first -= 1
        return sentences[index].role in ("bullet", "heading") or self.article.plain[sentences[first].start] == "*"

    def _cut_off(self, index: int) -> Cue | None:
        """The cue of a sentence before that is nothing but one: "According to the coast guard. Nine boats sank"."""
        if not self._together(index - 1, index):
            return None
        found = [c for c in self.cues(index - 1) if c.rule == "according to" and c.governs]
        if not found or any(t.dep_ in ("nsubj", "nsubjpass", "expl") for t in self.article.doc(index - 1)):
            return None
        return found[0]

    def _told_after(self, index: int) -> Cue | None:
        """The source that the next sentence gives for this one: "The figure comes from …", "This was reported by …"."""
        if not self._together(index, index + 1) or not _pattern("back").match(self.article.text(index + 1)):
            return None
        return next((c for c in self.cues(index + 1) if not c.inner), None)

    def _again(self, index: int) -> Cue | None:
        """The speaker of the sentence before, for a figure that "is reported" with nobody named."""
        if not self._together(index - 1, index) or not _pattern("again").search(self.article.text(index)):
            return None
        return next((c for c in self.cues(index - 1) if not c.inner), None)

    def _added(self, index: int) -> Cue | None:
        """Whoever spoke in the sentence before, for one that adds to it: "In addition …", "In the same period …"."""
        before = self._sentence(index - 1)
        if before is None or not _pattern("adds").match(self.article.text(index)):
            return None
        if self.article.sentences[index].paragraph - before.paragraph > 1 or self.quotes.around(before.end - 1):
            return None
        return next((c for c in self.cues(index - 1) if not c.inner), None)

    def _between(self, index: int) -> Cue | None:
        """Whoever spoke last in the paragraph, where the next who speaks, in it or the next, is the same.

        "…, the ministry said. Two boats sank. Nobody survived, the ministry added." What only recalls a war's toll or
        an earlier deed is the writer's.
        """
        if _pattern("recalls").search(self.article.text(index)):
            return None
        paragraph = self.article.sentences[index].paragraph
        back = range(index - 1, max(-1, index - 1 - ACCOUNT), -1)
        ahead = range(index + 1, min(len(self.article.sentences), index + 1 + ACCOUNT))
        before = self._speaking(back, paragraph, paragraph)
        if before is None or before.inner or '"' in self.article.text(self.names.sentence(before.trigger.start)):
            return None
        after = self._speaking(ahead, paragraph, paragraph + 1)
        if after is None:
            return None
        return self._body_of_both(before, after) or (before if self._same(before, after) else None)

    def _body_of_both(self, one: Cue, other: Cue) -> Cue | None:
        """Of a body and somebody who speaks for it, the one that names the body."""
        plain = self.article.plain
        places = [self.names.full(c.speaker) or c.speaker for c in (one, other)]
        bodies = [body(plain, p) for p in places]
        if not all(bodies) or not (bodies[0] <= bodies[1] or bodies[1] <= bodies[0]):
            return None
        named = (c for c, p in zip((one, other), places, strict=True) if not speaks_for_one(plain, p))
        return next(named, None)

    def _speaking(self, indices: range, first: int, last: int) -> Cue | None:
        """The first cue of the nearest of these sentences that has one, within the paragraphs."""
        for i in indices:
            if not first <= self.article.sentences[i].paragraph <= last:
                return None
            found = self.cues(i)
            if found:
                return found[0]
        return None

    def _same(self, one: Cue, other: Cue) -> bool:
        """Whether both cues name the same speaker, in full or in short."""
        places = self.names.full(one.speaker), self.names.full(other.speaker)
        names = [_bare(self.article.plain[p.start : p.end]).split() if p else [] for p in places]
        shorter, longer = sorted(names, key=len)
        return bool(shorter) and shorter in (longer[: len(shorter)], longer[-len(shorter) :])

    def _goes_on(self, mention: Mention, last: Mention, chain: Chain) -> bool:
        """Whether the sentence goes on with the figure before: "The figure includes …", "Two others were hurt"."""
        if mention.sentence == last.sentence:
            return chain[1][0].rule == "goes on"
        if mention.sentence - last.sentence > 1 or not self._together(last.sentence, mention.sentence):
            return False
        text = self.article.text(mention.sentence)
        if _pattern("on").match(text):
            return True
        opens = mention.quantity.start == self.article.sentences[mention.sentence].start
        rest = self.article.plain[mention.quantity.end : mention.quantity.end + 40]
        quoted = self.quotes.around(last.quantity.start) is not None
        return opens and not quoted and _pattern("headless").match(rest) is not None

    def _named(self, found: list[Cue], rule: str | None = None) -> Chain:
        """The chain of names that the cues give, each once; the document's own publisher relays nothing to itself."""
        publisher = self.article.document.publisher or ""
        sources: list[Source] = []
        reasons: list[Reason] = []
        for cue in found:
            full = self.names.full(cue.speaker)
            for name in (*((full,) if full else ()), *cue.relays):
                text = self.article.document.text[name.start : name.end]
                own = sources and _bare(text) == _bare(publisher)
                if not own and not any(_bare(text) == _bare(s.text) for s in sources):
                    sources.append(Source(text, name.start, name.end))
            start, end = min(cue.trigger.start, cue.speaker.start), max(cue.trigger.end, cue.speaker.end)
            reasons.append(Reason("sources", rule or cue.rule, start, end))
        return (tuple(sources), tuple(reasons)) if sources else NOBODY


def _restates(mention: Mention, last: Mention) -> bool:
    """Whether a sentence gives the figure of an earlier one again, and so tells nothing further."""
    same = (mention.quantity.low, mention.quantity.high) == (last.quantity.low, last.quantity.high)
    return same and mention.sentence != last.sentence


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", name.lower())


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


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(table("speech")["continues"][name]), re.I)
