"""Names in full: who stands behind a pronoun, "the group", "the statement" or a surname, earlier in the passage."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from tollbook.claim import Span
from tollbook.extraction.article import Article
from tollbook.extraction.attribution.cue import Cue, characters
from tollbook.extraction.attribution.sourcenames import fits, kind, longest, owned_by, phrase, words

SENTENCES = 8
"""How many sentences back a pronoun or a bare noun may find its name."""
PARAGRAPHS = 3
"""How many paragraphs back it may."""
CHARACTERS = 6000
"""How far back a surname may find the full name: articles give it once, near the top."""

_DETERMINER = re.compile(r"^(?:the|this|that|its|his|her|their)\s+")


@dataclass(frozen=True, slots=True)
class Antecedents:
    """Where names of an article are looked up; ``cues`` gives the cues of a sentence."""

    article: Article
    cues: Callable[[int], tuple[Cue, ...]]
    starts: tuple[int, ...]

    def full(self, name: Span) -> Span | None:
        """The longest form of the name in the passage, up to a comma; None: "it" that stands for nothing named."""
        text = self.article.plain[name.start : name.end]
        if text.endswith("'s"):
            name, text = Span(name.start, name.end - 2), text[:-2]
        noun = _DETERMINER.sub("", text.lower())
        definite = noun != text.lower()
        if kind(text) or (definite and noun in words("bare")):
            earlier = self._speaker(text, name.start)
            if earlier is not None:
                return longest(self.article.plain, earlier, max(0, earlier.start - CHARACTERS))
            if kind(text) == "body":
                return None
        maker = self._maker(noun, name.start)
        if maker is None and definite and noun in words("uttered"):
            maker = self._utterer(name.start)
        return maker or longest(self.article.plain, name, max(0, name.start - CHARACTERS))

    def sentence(self, at: int) -> int:
        """The sentence that the place is in."""
        return bisect_right(self.starts, at) - 1

    def _before(self, at: int, paragraphs: int) -> list[int]:
        """The sentence at ``at`` and those of the passage before it, nearest first."""
        index = self.sentence(at)
        sentences = self.article.sentences
        reach = range(index, max(-1, index - SENTENCES), -1)
        return [i for i in reach if sentences[index].paragraph - sentences[i].paragraph <= paragraphs]

    def _speaker(self, pronoun: str, at: int) -> Span | None:
        """The nearest earlier speaker or subject that the pronoun or bare noun can stand for."""
        wanted = pronoun if kind(pronoun) else "it"
        for index in self._before(at, PARAGRAPHS):
            names = [c.speaker for c in self.cues(index)]
            subject = self._subject(index)
            if subject is not None and not any(n.start <= subject.start < n.end for n in names):
                names.insert(0, subject)
            for name in reversed([n for n in names if n.end <= at]):
                text = self.article.plain[name.start : name.end].removesuffix("'s")
                if text.lower() != pronoun.lower() and fits(wanted, text) and self._is_kind(pronoun, name):
                    return name
        return None

    def _is_kind(self, pronoun: str, name: Span) -> bool:
        """Whether a bare noun ("the agency") can be the name: a body, and no person whom the passage names in full."""
        if kind(pronoun):
            return True
        full = longest(self.article.plain, name, max(0, name.start - CHARACTERS))
        return fits("it", self.article.plain[full.start : full.end])

    def _subject(self, index: int) -> Span | None:
        """Whom or which document the sentence is about, where its subject is one."""
        doc = self.article.doc(index)
        for token in doc:
            told = token.head.dep_ == "ccomp" and token.head.head.dep_ == "ROOT" and token.head.i < token.head.head.i
            if token.dep_ in ("nsubj", "nsubjpass") and (token.head.dep_ == "ROOT" or told):
                if token.pos_ == "PROPN" or token.lower_ in words("documents") or token.lower_ in words("speakers"):
                    place = characters(doc, phrase(token))
                    return Span(self.starts[index] + place.start, self.starts[index] + place.end)
                return None
        return None

    def _maker(self, document: str, at: int) -> Span | None:
        """Whose document it is, where an earlier sentence said: "the weekly bulletin of the ministry"."""
        if not document or document.split()[-1] not in words("owned"):
            return None
        made = re.compile(
            rf"\b(?i:{re.escape(document)}) (?:of|by|from) "
            r"((?:the )?[A-Z][\w'-]*(?: (?:(?:of|the|for|and) ){0,2}[A-Z][\w'-]*){0,7})"
        )
        found = None
        for m in made.finditer(self.article.plain, max(0, at - CHARACTERS), at):
            found = Span(m.start(1), m.end(1))
        return found

    def _utterer(self, at: int) -> Span | None:
        """Who put out the statement that the passage spoke of before."""
        for index in self._before(at, 1)[1:]:
            if not words("uttered") & set(re.findall(r"\w+", self.article.text(index).lower())):
                continue
            doc = self.article.doc(index)
            for token in doc:
                made = owned_by(token) if token.lower_ in words("uttered") else token
                if made != token:
                    place = characters(doc, phrase(made))
                    return Span(self.starts[index] + place.start, self.starts[index] + place.end)
        return None
