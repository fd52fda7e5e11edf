"""An article as its figures are asked for their sources: its quotations, its cues, its names in full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tollbook.extraction.article import Article, Sentence
from tollbook.extraction.attribution.antecedents import Antecedents
from tollbook.extraction.attribution.cue import Cue
from tollbook.extraction.attribution.labels import labels
from tollbook.extraction.attribution.quotations import Quotations, quotations
from tollbook.extraction.attribution.sourcenames import is_outlet
from tollbook.extraction.attribution.speech import cues


@dataclass(frozen=True, slots=True)
class Spoken:
    """One article: its quotations, the cues of its sentences, its names in full, and whether it is a digest."""

    article: Article
    quotes: Quotations
    cues: Callable[[int], tuple[Cue, ...]]
    names: Antecedents
    digest: bool

    def sentence(self, index: int) -> Sentence | None:
        """The sentence of that index, if there is one."""
        return self.article.sentences[index] if 0 <= index < len(self.article.sentences) else None

    def together(self, a: int, b: int) -> bool:
        """Whether both sentences exist and stand in one paragraph."""
        first, second = self.sentence(a), self.sentence(b)
        return first is not None and second is not None and first.paragraph == second.paragraph

    def outlet(self, cue: Cue) -> bool:
        """Whether the cue's speaker is a medium."""
        return is_outlet(self.article.plain[cue.speaker.start : cue.speaker.end])


def as_spoken(article: Article) -> Spoken:
    """The article, made ready; the cues of a sentence are looked for once, when they are asked for."""
    known: dict[int, tuple[Cue, ...]] = {}

    def once(index: int) -> tuple[Cue, ...]:
        if index not in known:
            known[index] = cues(article, index)
        return known[index]

    starts = tuple(s.start for s in article.sentences)
    return Spoken(article, quotations(article), once, Antecedents(article, once, starts), _is_digest(article))


def _is_digest(article: Article) -> bool:
    """Whether more than one sentence opens with the name of an outlet and a colon: a digest of what others wrote."""
    texts = (article.text(s.index) for s in article.sentences)
    opened = (any(is_outlet(text[c.speaker.start : c.speaker.end]) for c in labels(text, False)) for text in texts)
    return sum(opened) > 1
