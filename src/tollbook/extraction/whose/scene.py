"""Where an article takes place, and who fights, acts and speaks in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from tollbook.extraction.article import Article
from tollbook.extraction.names import Party, bodies, parties
from tollbook.extraction.whose.sites import Site, sited
from tollbook.extraction.whose.words import after_name, anywhere, either

_TITLE_WEIGHT = 3
"""How many times a name in the title counts."""
_OPENING = 8000
"""Characters of an article in which its voice is looked for."""
_BESIDE = 40
"""How many characters from a name the word may stand that makes it one side's voice."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A party named in the article: ``weight`` more in the title, none in furniture."""

    party: Party
    weight: int
    armed: bool
    """Its people in arms are named: "Malian soldiers"."""
    attacking: bool
    """Its deeds of war are: "Malian air strikes"."""
    office: bool
    """Its offices are: "the Malian embassy"."""


@dataclass(frozen=True)
class Scene:
    """What an article as a whole says of places and parties; each answer is found once."""

    article: Article

    @cached_property
    def namings(self) -> tuple[tuple[Naming, ...], ...]:
        """The parties named in each sentence."""
        return tuple(tuple(self._namings(s.index)) for s in self.article.sentences)

    def _namings(self, sentence: int) -> Iterator[Naming]:
        text = self.article.text(sentence)
        for p in parties(text):
            armed, attacking, office = (
                bool(after_name(x).match(text, p.end)) for x in ("forces", "attacks", "offices")
            )
            yield Naming(p, self._weight(sentence), armed, attacking, office)

    def _weight(self, sentence: int) -> int:
        s = self.article.sentences[sentence]
        if s.furniture:
            return 0
        return _TITLE_WEIGHT if s.role == "title" else 1

    @cached_property
    def all_namings(self) -> tuple[Naming, ...]:
        """The parties named in the article, in order."""
        return tuple(n for sentence in self.namings for n in sentence)

    @cached_property
    def places(self) -> Counter[str]:
        """How often the article places something in a country, or names it or its people."""
        counts: Counter[str] = Counter()
        for s in self.article.sentences:
            if weight := self._weight(s.index):
                for site in sited(self.article.text(s.index)):
                    counts[site.country] += weight * (2 if site.sure else 1)
                for n in self.namings[s.index]:
                    if n.party.form in ("name", "people") and not (n.armed or n.office):
                        counts[n.party.code] += weight
        return counts

    def country(self, but: frozenset[str] = frozenset()) -> str | None:
        """The country most of the article's places lie in, unless one nearly as often named is none of ``but``."""
        ranked = self.places.most_common()
        if not ranked:
            return None
        return next((code for code, n in ranked if code not in but and n * 4 >= ranked[0][1]), ranked[0][0])

    def sites(self, text: str) -> list[Site]:
        """The sites of a text, less small places that lie in a country of which the article says nothing else."""
        top = max(self.places.values(), default=0)
        return [x for x in sited(text) if x.state or self.places[x.country] > 3 or self.places[x.country] * 2 >= top]

    @cached_property
    def army(self) -> str | None:
        """The one party whose soldiers the article speaks of, where it is plainly one."""
        return _foremost(Counter(n.party.code for n in self.all_namings if n.armed or n.party.form == "leader"), 2)

    @cached_property
    def group(self) -> str | None:
        """The one armed group that the article speaks of, where it speaks of one only."""
        named = (n.party for n in self.all_namings if n.party.form == "group")
        return _foremost(Counter(p.code for p in named if p.code not in bodies()), 5)

    @cached_property
    def belligerents(self) -> tuple[str, ...]:
        """The two parties whose forces, attacks and leaders the article names most; fewer where it names fewer."""
        counts: Counter[str] = Counter()
        for n in self.all_namings:
            p = n.party
            if p.code not in bodies() and p.form != "seat":
                fights = p.form in ("force", "leader", "group") or n.armed or n.attacking
                counts[p.code] += 2 if fights else 0
                counts[p.code] += p.form in ("name", "people") and bool(counts[p.code])
        return tuple(code for code, n in counts.most_common(2) if n >= 2)

    def opponent(self, code: str) -> str | None:
        """The other of the two belligerents."""
        if len(self.belligerents) == 2 and code in self.belligerents:
            return next(c for c in self.belligerents if c != code)
        return None

    @cached_property
    def attackers(self) -> frozenset[str]:
        """Whose strikes, shelling or invasion the article tells of: the one party most often named so."""
        named = (n.party for n in self.all_namings if n.attacking)
        counts = Counter(p.code for p in named if p.form in ("people", "name", "leader"))
        return frozenset(code for code, _ in counts.most_common(1))

    @cached_property
    def main_actor(self) -> str | None:
        """The party most often named."""
        counts: Counter[str] = Counter()
        for n in self.all_namings:
            if n.weight:
                counts[n.party.code] += n.weight
        return next((code for code, _ in counts.most_common() if code not in bodies()), None)

    def leader_before(self, sentence: int) -> tuple[int, Party] | None:
        """The last leader named in the three sentences and two paragraphs before, with the sentence."""
        sentences = self.article.sentences
        for j in range(sentence - 1, max(-1, sentence - 4), -1):
            if sentences[j].paragraph < sentences[sentence].paragraph - 2:
                return None
            leaders = [n.party for n in self.namings[j] if n.party.form == "leader"]
            if leaders:
                return j, leaders[-1]
        return None

    def voice(self, sentence: int) -> str | None:
        """Who speaks of "the enemy" or "our": the ministry, staff or army named in or before the sentence."""
        for j in range(sentence, max(-1, sentence - 6), -1):
            speaking = self._speaking(self.article.text(j))
            if speaking:
                return speaking[0]
        return self._main_voice

    @cached_property
    def _main_voice(self) -> str | None:
        text = " ".join(self.article.text(s.index) for s in self.article.sentences)[:_OPENING]
        spoken = Counter(self._speaking(text))
        return spoken.most_common(1)[0][0] if spoken else None

    def _speaking(self, text: str) -> list[str]:
        """The belligerents named beside a word for an army or its office."""
        return [
            p.code
            for p in parties(text)
            if p.code in self.belligerents
            and anywhere("commands").search(text[max(0, p.start - _BESIDE) : p.end + _BESIDE])
        ]

    @cached_property
    def air_crash(self) -> bool:
        """Whether the article is about a civil aircraft lost: those aboard may be of any nation."""
        lead = " ".join(self.article.text(s.index) for s in self.article.sentences[:3])
        return bool(_air_crash().search(f"{self._title} {lead}"))

    @property
    def _title(self) -> str:
        return self.article.document.title or (self.article.text(0) if self.article.sentences else "")


def _foremost(counts: Counter[str], times: int) -> str | None:
    """The code counted three times or more, and ``times`` as often as any other."""
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[0][1] < times * ranked[1][1]):
        return None
    return ranked[0][0]


@cache
def _air_crash() -> re.Pattern[str]:
    craft = rf"(?:{either('aircraft')}|flight \w*\d+)"
    return re.compile(
        rf"\b{craft}\b.{{0,90}}\b{either('went_down')}|\b{either('wrecks')}\b.{{0,60}}\b{craft}\b", re.IGNORECASE
    )
