"""On whose word each figure stands: the chain from the originator to the last who passed it on, across sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from tollbook.claim import Reason, Source, Span
from tollbook.extraction.article import Article
from tollbook.extraction.mention import Mention
from tollbook.extraction.quotations import around, quotations
from tollbook.extraction.sourcenames import fits, is_outlet, kind, longest, owned_by, phrase, words
from tollbook.extraction.speech import Cue, cues, speaks
from tollbook.lexicon import table

PASSAGE = 8
"""How many sentences back a short name or a pronoun may find its long form."""
PARAGRAPHS = 3
"""How many paragraphs back they may."""
NAMES = 6000
"""How many characters back a surname may find its full name."""

_AGENTLESS = re.compile(r"\b(?:is|are|was|were|has been|have been) (?:also )?reported\b(?! by| to)")

Chain = tuple[tuple[Source, ...], tuple[Reason, ...]]


def attribute(article: Article, mentions: Sequence[Mention]) -> list[Chain]:
    """For each mention its sources, originator first, and why; no sources where the publisher speaks in its own voice."""
    reader = _Reader(article, quotations(article))
    order = sorted(range(len(mentions)), key=lambda i: mentions[i].quantity.start)
    answers: dict[int, Chain] = {}
    last: tuple[Mention, Chain] | None = None
    for i in order:
        answers[i] = reader.chain(mentions[i], last)
        last = (mentions[i], answers[i])
    for before, after in zip(order, order[1:], strict=False):
        answers[before] = _originator(article, mentions[before], answers[before], mentions[after], answers[after])
    return [answers[i] for i in range(len(mentions))]


def _originator(article: Article, mention: Mention, chain: Chain, following: Mention, next_chain: Chain) -> Chain:
    """A figure that only an outlet stands for, and whose source the next sentence names: "…, Xinhua reported. According to police, …"."""
    a, b = article.sentences[mention.sentence], article.sentences[following.sentence]
    same = (mention.quantity.low, mention.quantity.high) == (following.quantity.low, following.quantity.high)
    if not same or b.index != a.index + 1 or a.paragraph != b.paragraph or not next_chain[0]:
        return chain
    if len(chain[0]) == 1 and is_outlet(chain[0][0].text) and not is_outlet(next_chain[0][0].text):
        return (next_chain[0][0], *chain[0]), (*chain[1], *next_chain[1])
    return chain


@dataclass(slots=True)
class _Reader:
    """One article as it is read: its quotations, and the cues of the sentences looked at so far."""

    article: Article
    quotes: tuple[Span, ...]
    _cues: dict[int, tuple[Cue, ...]] = field(default_factory=dict)

    def cues(self, index: int) -> tuple[Cue, ...]:
        if index not in self._cues:
            self._cues[index] = cues(self.article, index)
        return self._cues[index]

    def chain(self, mention: Mention, last: tuple[Mention, Chain] | None) -> Chain:
        """The sources of one mention; ``last`` is the mention before it with its own."""
        at = mention.quantity.start
        found = self._own(mention.sentence, at)
        if not found:
            found = self._quoted(mention.sentence, at)
        if found:
            found = self._behind(self._above(found, mention.sentence), mention.sentence)
            return self._named(found, mention.sentence)
        listed = self._listed(mention.sentence)
        if listed is not None:
            return self._named([listed[0]], listed[1], "list after")
        told = self._told_after(mention.sentence)
        if told is not None:
            return self._named([told], mention.sentence, "told after")
        again = self._reported(mention.sentence)
        if again is not None:
            return self._named([again], mention.sentence, "reported again")
        if last is not None and last[1][0] and self._continues(mention, last[0]):
            return last[1][0], (Reason("sources", "goes on", self.article.sentences[mention.sentence].start, mention.quantity.end),)
        return (), ()

    def _own(self, index: int, at: int) -> list[Cue]:
        """The cues of the sentence that reach the place, innermost first."""
        quote = around(self.quotes, at)
        reaching = []
        for cue in self.cues(index):
            if not cue.reach.start <= at < cue.reach.end or cue.speaker.start <= at < cue.speaker.end:
                continue
            inside = around(self.quotes, cue.trigger.start)
            if inside is not None and inside != quote:
                continue
            reaching.append(cue)
        return _ordered(reaching, at, self._outlet)

    def _above(self, found: list[Cue], index: int) -> list[Cue]:
        """With the outlet that the sentence before named as the one reporting, where this sentence names whom it heard."""
        sentence = self.article.sentences[index]
        if index == 0 or self.article.sentences[index - 1].paragraph != sentence.paragraph or self._outlet(found[-1]) or len(found) > 1:
            return found
        if found[0].rule != "according to":
            return found
        for cue in reversed(self.cues(index - 1)):
            if self._outlet(cue) and not cue.governs and not cue.inner:
                return [*found, cue]
        return found

    def _behind(self, found: list[Cue], index: int) -> list[Cue]:
        """With whom the outlet had it from, where its next sentence tells: "…, Interfax reported. Citing a police source, Interfax said …"."""
        after = index + 1
        if len(found) > 1 or not self._outlet(found[0]) or after >= len(self.article.sentences):
            return found
        if self.article.sentences[after].paragraph != self.article.sentences[index].paragraph:
            return found
        following = self.cues(after)
        citing = [c for c in following if c.inner]
        name = self.article.plain[found[0].speaker.start : found[0].speaker.end].split()[-1]
        if citing and any(name in self.article.plain[c.speaker.start : c.speaker.end] for c in following if not c.inner):
            return [citing[0], *found]
        return found

    def _outlet(self, cue: Cue) -> bool:
        return is_outlet(self.article.plain[cue.speaker.start : cue.speaker.end])

    def _quoted(self, index: int, at: int) -> list[Cue]:
        """The speaker of the quotation around the place, named in another sentence of it or beside it."""
        number = around(self.quotes, at)
        if number is None:
            return []
        quote = self.quotes[number]
        sentence = self.article.sentences[index]
        ahead = index
        while ahead < len(self.article.sentences) and self.article.sentences[ahead].start < quote.end:
            for cue in self.cues(ahead):
                if around(self.quotes, cue.trigger.start) is None and cue.trigger.start >= quote.end and not cue.governs:
                    return [cue]
            ahead += 1
        for back in range(index, -1, -1):
            before = self.article.sentences[back]
            if sentence.paragraph - before.paragraph > PARAGRAPHS or index - back > PASSAGE:
                break
            if before.paragraph != sentence.paragraph and not self._quoting(back) and not self.article.text(back).endswith(":"):
                break
            outside = [c for c in self.cues(back) if around(self.quotes, c.trigger.start) is None and c.trigger.start < at and not c.inner]
            if outside:
                return [outside[-1]]
        return []

    def _quoting(self, index: int) -> bool:
        """Whether the paragraph of the sentence ends in direct speech."""
        number = self.article.sentences[index].paragraph
        end = max(s.end for s in self.article.sentences[index : index + PASSAGE] if s.paragraph == number)
        return any(q.start < end <= q.end + 1 for q in self.quotes)

    def _listed(self, index: int) -> tuple[Cue, int] | None:
        """The cue of the line that announced the list this line is in: "The ministry said:", "According to the office:"."""
        sentence = self.article.sentences[index]
        back = index - 1
        while back >= 0:
            before = self.article.sentences[back]
            text = self.article.text(back)
            if text.rstrip().endswith(":") and speaks().search(text):
                outside = [c for c in self.cues(back) if not c.inner]
                return (outside[-1], back) if outside else None
            if before.paragraph != sentence.paragraph and not (before.role in ("bullet", "heading") and sentence.role in ("bullet", "heading")):
                return None
            if index - back > 40:
                return None
            back -= 1
        return None

    def _told_after(self, index: int) -> Cue | None:
        """The source that the next sentence gives for this one: "The figure comes from …", "This was reported by …"."""
        after = index + 1
        sentences = self.article.sentences
        if after >= len(sentences) or sentences[after].paragraph != sentences[index].paragraph:
            return None
        if not _tells_back().search(self.article.text(after)):
            return None
        following = [c for c in self.cues(after) if not c.inner]
        return following[0] if following else None

    def _reported(self, index: int) -> Cue | None:
        """The speaker of the sentence before, for a figure that "is reported" with nobody named."""
        if index == 0 or not _AGENTLESS.search(self.article.text(index)):
            return None
        if self.article.sentences[index - 1].paragraph != self.article.sentences[index].paragraph:
            return None
        earlier = [c for c in self.cues(index - 1) if not c.inner]
        return earlier[0] if earlier else None

    def _continues(self, mention: Mention, last: Mention) -> bool:
        """Whether the sentence goes on with the figure of the sentence before: "The figure includes …", "Among them …"."""
        a, b = self.article.sentences[last.sentence], self.article.sentences[mention.sentence]
        if a.paragraph != b.paragraph or b.index - a.index > 1:
            return False
        if a.index == b.index:
            return _goes_on().search(self.article.text(b.index)) is not None and not self._own(b.index, mention.quantity.start)
        return _goes_on().search(self.article.text(b.index)) is not None

    def _named(self, found: list[Cue], index: int, rule: str | None = None) -> Chain:
        spans: list[tuple[Span, Cue]] = []
        for cue in found:
            spans += [(self._resolved(cue.speaker, cue.trigger.start), cue), *((r, cue) for r in cue.relays)]
        sources: list[Source] = []
        for span, _ in spans:
            source = Source(self.article.document.text[span.start : span.end], span.start, span.end)
            if not any(_same(source.text, s.text) for s in sources):
                sources.append(source)
        if len(sources) > 1:
            sources = [sources[0], *(s for s in sources[1:] if not self._publisher(s.text))]
        reasons = tuple(Reason("sources", rule or c.rule, *_cover(c)) for c in found)
        return tuple(sources), reasons

    def _publisher(self, name: str) -> bool:
        return bool(self.article.document.publisher) and _same(name, self.article.document.publisher or "")

    def _resolved(self, name: Span, at: int) -> Span:
        """The name's longest form in the passage, up to a comma."""
        plain = self.article.plain
        text = plain[name.start : name.end]
        if text.endswith("'s"):
            name = Span(name.start, name.end - 2)
            text = text[:-2]
        low = re.sub(r"^(?:the|this|that|its|his|her|their)\s+", "", text.lower())
        if kind(text) or (low != text.lower() and low in table("sourcenouns")["bare"]):
            earlier = self._antecedent(text, name.start)
            if earlier is not None:
                return self._resolved(earlier, earlier.start) if not kind(plain[earlier.start : earlier.end]) else earlier
        maker = self._maker(low, name.start)
        if maker is None and low != text.lower() and low in words("uttered"):
            maker = self._utterer(name.start)
        if maker is not None:
            return maker
        return longest(plain, name, max(0, name.start - NAMES))

    def _maker(self, document: str, at: int) -> Span | None:
        """Whose document it is, where an earlier sentence told: "the weekly bulletin of the ministry … the weekly bulletin"."""
        if not document or document.split()[-1] not in words("owned"):
            return None
        floor = max(0, at - NAMES)
        pattern = re.compile(rf"\b(?i:{re.escape(document)}) (?:of|by|from) ((?:the )?[A-Z][\w'-]*(?: (?:of|the|for|and|[A-Z][\w'-]*))*)")
        found = None
        for m in pattern.finditer(self.article.plain, floor, at):
            found = Span(m.start(1), m.end(1))
        return found

    def _utterer(self, at: int) -> Span | None:
        """Who put out the statement that was spoken of before ``at`` in the passage."""
        index = bisect_right([s.start for s in self.article.sentences], at) - 1
        for back in range(index - 1, max(-1, index - PASSAGE), -1):
            if self.article.sentences[index].paragraph - self.article.sentences[back].paragraph > 1:
                break
            text = self.article.text(back).lower()
            if not any(re.search(rf"\b{w}s?\b", text) for w in words("uttered")):
                continue
            start = self.article.sentences[back].start
            for token in self.article.doc(back):
                if token.lower_ in words("uttered"):
                    made = owned_by(token)
                    if made is not token:
                        first, end = phrase(made)
                        doc = self.article.doc(back)
                        return self._resolved(Span(start + doc[first].idx, start + doc[end - 1].idx + len(doc[end - 1])), start)
        return None

    def _antecedent(self, pronoun: str, at: int) -> Span | None:
        """The nearest earlier speaker that the pronoun or bare noun can stand for."""
        plain = self.article.plain
        index = bisect_right([s.start for s in self.article.sentences], at) - 1
        here = self.article.sentences[index]
        wanted = pronoun if kind(pronoun) else "it"
        for back in range(index, max(-1, index - PASSAGE), -1):
            sentence = self.article.sentences[back]
            if here.paragraph - sentence.paragraph > PARAGRAPHS:
                break
            names = [c.speaker for c in self.cues(back) if c.speaker.end <= at]
            subject = self._subject(back)
            if subject is not None and subject.end > at:
                subject = None
            if subject is not None and not any(n.start <= subject.start < n.end for n in names):
                names = [subject, *names]
            for name in reversed(names):
                text = plain[name.start : name.end].removesuffix("'s")
                if not kind(text) and text.lower() != pronoun.lower() and fits(wanted, text):
                    return name
        return None


    def _subject(self, index: int) -> Span | None:
        """The name or document that sentence ``index`` is about: its first subject."""
        doc = self.article.doc(index)
        start = self.article.sentences[index].start
        for token in doc:
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT":
                if token.pos_ == "PROPN" or token.lower_ in words("documents") or token.lower_ in words("speakers"):
                    first, end = phrase(token)
                    return Span(start + doc[first].idx, start + doc[end - 1].idx + len(doc[end - 1]))
                return None
        return None


def _cover(cue: Cue) -> tuple[int, int]:
    return min(cue.trigger.start, cue.speaker.start), max(cue.trigger.end, cue.speaker.end)


def _same(a: str, b: str) -> bool:
    def bare(s: str) -> str:
        return re.sub(r"^(?:the|a|an)\s+", "", s.lower())

    return bare(a) == bare(b)


def _ordered(reaching: list[Cue], at: int, outlet: Callable[[Cue], bool]) -> list[Cue]:
    """From all cues that reach the place, the chain: the innermost, then those whose reach holds it."""
    taken = [c for c in reaching if c.inner]
    speaking = [c for c in reaching if not c.inner]
    if not speaking:
        return taken[:1]

    def distance(c: Cue) -> int:
        return min(abs(at - c.trigger.start), abs(at - c.trigger.end))

    def inside(c: Cue, d: Cue) -> bool:
        return d.reach.start <= c.trigger.start < d.reach.end and not c.reach.start <= d.trigger.start < c.reach.end

    named = [c for c in speaking if not outlet(c)]
    if named and len(named) < len(speaking) and not any(c.governs and outlet(d) and inside(d, c) for c in named for d in speaking):
        rest = [c for c in speaking if outlet(c)]
        return [*_ordered([*taken, *named], at, outlet), *rest]
    def aside(c: Cue) -> bool:
        return c.clause is None or not c.clause.start <= at < c.clause.end

    after_all = [c for c in speaking if c.rule == "according to" and c.governs]
    first = after_all[0] if len(speaking) == 2 and after_all and not any(c.governs for c in speaking if c not in after_all) else min(speaking, key=lambda c: (sum(inside(d, c) for d in speaking), -sum(inside(c, d) for d in speaking), aside(c), distance(c)))
    chain = [first]
    for cue in sorted((c for c in speaking if c is not first), key=lambda c: (sum(inside(d, c) for d in speaking), distance(c))):
        if inside(first, cue) or (cue.rule in ("inverted", "said X", "according to") and not cue.governs and first.reach.start <= cue.trigger.start):
            chain.append(cue)
    if taken:
        nearest = min(taken, key=distance)
        return [nearest, *chain]
    return chain


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile("|".join(table("speech")["continues"]["patterns"]), re.I)


@cache
def _tells_back() -> re.Pattern[str]:
    return re.compile(table("speech")["continues"]["back"], re.I)
