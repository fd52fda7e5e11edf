"""One counted quantity with all that the rules about its party look at, and what a rule answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tollbook.claim import Reason
from tollbook.extraction.measures import Measured
from tollbook.extraction.names import Party, parties
from tollbook.extraction.whose.scene import Scene
from tollbook.extraction.whose.words import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Whose:
    """The parties of one quantity (two for "Russia and Ukraine had each lost"; empty: nobody can tell)."""

    codes: tuple[str, ...]
    why: Reason


@dataclass(frozen=True, slots=True)
class Told:
    """A quantity of the article for which the rules have answered."""

    sentence: int
    measured: Measured
    whose: Whose


@dataclass(frozen=True)
class Case:
    """One quantity: its sentence, the article's scene, and the quantities told ``before`` it."""

    scene: Scene
    sentence: int
    measured: Measured
    before: Sequence[Told]

    @cached_property
    def text(self) -> str:
        """The sentence; all places of a case are characters in it."""
        return self.scene.article.text(self.sentence)

    @cached_property
    def doc(self) -> Doc:
        """The parse of the sentence."""
        return self.scene.article.doc(self.sentence)

    @cached_property
    def named(self) -> tuple[Party, ...]:
        """The parties that the sentence names."""
        return parties(self.text)

    @cached_property
    def head(self) -> Token | None:
        """The counted noun; None: the number stands alone."""
        at = self.measured.thing.head
        return None if at is None else self.doc[at]

    @cached_property
    def phrase(self) -> tuple[int, int]:
        """Characters of the counted phrase, from behind the number to behind its head."""
        m = self.measured
        last = self.doc[max(m.thing.head if m.thing.head is not None else m.thing.end - 1, m.last)]
        return m.found.number_end, last.idx + len(last)

    @property
    def lead(self) -> str:
        """The sentence before the quantity."""
        return self.text[: self.measured.found.start]

    @property
    def rest(self) -> str:
        """The sentence behind the quantity."""
        return self.text[self.measured.found.end :]

    @property
    def of_war(self) -> bool:
        """Whether things are counted that belong to forces, not to the people of the place."""
        thing = self.measured.thing
        civil = self.measured.unit in listed("civil_things")
        return thing.kind in ("weapon", "munition") or (thing.kind == "thing" and not civil)

    def within(self, start: int, end: int) -> list[Party]:
        """The parties named in ``text[start:end]``."""
        return [p for p in self.named if start <= p.start and p.end <= end]

    def under(self, token: Token) -> list[Party]:
        """The parties named in the words that hang on ``token``, itself among them."""
        return self.within(token.left_edge.idx, token.right_edge.idx + len(token.right_edge))

    def up_to(self, token: Token) -> list[Party]:
        """The parties named in ``token`` and in what describes it from the left: "the Malian army"."""
        return self.within(token.left_edge.idx, token.idx + len(token))

    def behind(self, token: Token) -> list[Party]:
        """The parties named from ``token`` to the end of what hangs on it: "of the army of Mali"."""
        return self.within(token.idx, token.right_edge.idx + len(token.right_edge))

    def belongs(self, codes: Sequence[str], rule: str) -> Whose:
        """An answer that no one name of the text gives; no codes: nobody can tell."""
        return Whose(tuple(codes), Reason("party", rule))

    def pick(self, rule: str, found: Sequence[Party], sentence: int | None = None) -> Whose | None:
        """One party of those found in a sentence (this one unless said): a group before its country.

        Two that are joined count together and give nobody.
        """
        found = [p for p in found if p.code not in listed("helpers")]
        chosen = [p for p in found if p.form == "group"] or found
        if not chosen:
            return None
        if len({p.code for p in chosen}) > 1:
            return self.belongs((), f"{rule}: several")
        return Whose((chosen[0].code,), self.reason(rule, chosen[0], sentence))

    def reason(self, rule: str, party: Party, sentence: int | None = None) -> Reason:
        """The rule with the place of the name that it rests on."""
        base = self.scene.article.sentences[self.sentence if sentence is None else sentence].start
        return Reason("party", rule, base + party.start, base + party.end)
