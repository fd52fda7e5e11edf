"""A quantity of a sentence, with the phrase that it counts and the word that says what happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from tollbook.extraction.counted import Counted, counted
from tollbook.extraction.measures.triggers import Trigger
from tollbook.extraction.quantities import Found

if TYPE_CHECKING:
    from spacy.tokens import Doc

Rule = Literal[
    "rate", "of those", "touching", "bodies", "counted word", "toll", "right", "left", "aimed", "tree", "own",
    "part", "company", "gapped", "among", "nearest", "things before",
    "with", "attack", "force",
    "among them", "of them", "figure for the same",
]  # fmt: skip
"""How the measure was found: in the number's own words, by its company, without a verb, or in the sentence before."""

_BRACKET = 7
"""How many words an aside in brackets may have between a number and its noun."""
_ADJACENT = 3
"""How far apart two numbers may stand of which one counts what the other does."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity with what it counts and what happened to it.

    Tokens ``first`` to ``last`` are the number, ``begin`` is where the words that bound it begin ("at least 12").
    ``measure`` None: it counts nobody, as far as its sentence tells.
    """

    found: Found
    begin: int
    first: int
    last: int
    thing: Counted
    measure: str | None = None
    unit: str | None = None
    trigger: Trigger | None = None
    rule: Rule | None = None

    @property
    def after(self) -> int:
        """The token after the number and the phrase that it counts."""
        return max(self.thing.end, self.last + 1)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed sentence with its triggers and the quantities in it."""

    doc: Doc
    marks: tuple[Trigger, ...]
    items: tuple[Measured, ...]


def tied(m: Measured, trigger: Trigger, rule: Rule) -> Measured:
    """``m`` with what ``trigger`` says of it."""
    return replace(m, measure=trigger.measure, trigger=trigger, rule=rule)


def counting(m: Measured, thing: Counted) -> Measured:
    """``m`` counting what another number counts, in words of its own: "three tanks and two in the suburbs"."""
    return replace(m, thing=replace(m.thing, unit=thing.unit, kind=thing.kind, group=thing.group))


def located(doc: Doc, found: Sequence[Found]) -> tuple[Measured, ...]:
    """Each quantity with the phrase it counts, or with its neighbour's where the text leaves the noun to that."""
    firsts = [next((t.i for t in doc if t.idx + len(t) > f.number), len(doc) - 1) for f in found]
    out: list[Measured] = []
    for k, f in enumerate(found):
        m = _located(doc, f, firsts[k], [*firsts[k + 1 :], len(doc)])
        out.append(counting(m, out[-1].thing) if k and _in_bracket(doc, out[-1], m) else m)
    for k in range(len(out) - 2, -1, -1):
        m, n = out[k], out[k + 1]
        if m.thing.partitive and m.thing.head is None and n.first - m.last <= _ADJACENT:
            out[k] = counting(m, n.thing)
    return tuple(out)


def _located(doc: Doc, f: Found, first: int, limits: Sequence[int]) -> Measured:
    """One quantity with its phrase, which ends before the next number (``limits``)."""
    begin = next((t.i for t in doc if t.idx + len(t) > f.start), first)
    last = next((t.i for t in reversed(doc) if t.idx < f.end), first)
    after = _past_bracket(doc, last + 1)
    return Measured(f, begin, first, last, counted(doc, after, next(x for x in limits if x >= after)))


def _past_bracket(doc: Doc, after: int) -> int:
    """Where the phrase goes on behind an aside in brackets: "12 (possibly more) soldiers"."""
    if after < len(doc) and doc[after].text == "(":
        close = next((t.i for t in doc[after : after + _BRACKET] if t.text == ")"), None)
        if close is not None and close + 1 < len(doc) and doc[close + 1].is_alpha:
            return close + 1
    return after


def _in_bracket(doc: Doc, before: Measured, m: Measured) -> bool:
    """Whether a number alone in brackets counts what the one before it does: "40 tanks (31)"."""
    closed = m.last + 1 < len(doc) and doc[m.last + 1].text == ")"
    return closed and m.thing.head is None and m.first - before.last <= _ADJACENT
