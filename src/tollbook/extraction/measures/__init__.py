"""Ties each quantity of a sentence to the word that says what happened to the counted.

The rules are tried in order of trust, the first that fits decides: words that touch the number ("killed 12",
"12 soldiers were wounded"), the way up the tree from the counted noun to its verb, the counted noun itself
("12 refugees"), the company it keeps in a list or as part of a total, and last the nearest word of its clause.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tollbook.extraction.measures.aimed import aimed
from tollbook.extraction.measures.alone import rate
from tollbook.extraction.measures.carried import carried, may_carry
from tollbook.extraction.measures.company import gapped, listed, same_things, things_before
from tollbook.extraction.measures.counts import counts
from tollbook.extraction.measures.left import left
from tollbook.extraction.measures.nearest import among, nearest
from tollbook.extraction.measures.phrases import Measured, Parsed, Rule, located, tied
from tollbook.extraction.measures.right import right
from tollbook.extraction.measures.settled import settled
from tollbook.extraction.measures.tolls import toll
from tollbook.extraction.measures.touching import bodies, counted_word, of_those, own, touching
from tollbook.extraction.measures.tree import tree
from tollbook.extraction.measures.triggers import Trigger, triggers
from tollbook.extraction.quantities import Found

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Measured", "carried", "counts", "may_carry", "measured"]

_BY_WORDS: tuple[tuple[Rule, Callable[[Parsed, Measured], Trigger | None]], ...] = (
    ("of those", of_those),
    ("touching", touching),
    ("bodies", bodies),
    ("counted word", counted_word),
    ("toll", toll),
    ("right", right),
    ("left", left),
    ("aimed", aimed),
    ("tree", tree),
    ("own", own),
)
"""What the words around one number say, in order of trust."""

_BY_COMPANY = (listed, gapped, among, nearest, things_before, listed, same_things)
"""What a quantity takes from the others, or from the nearest word; each sees what the one before it found."""


def measured(doc: Doc, found: Sequence[Found]) -> list[Measured]:
    """What each quantity of the sentence counts, and by which measure; ``measure`` None: it counts nobody."""
    s = Parsed(doc, tuple(triggers(doc)), located(doc, found))
    items = [_by_words(s, m) for m in s.items]
    for step in _BY_COMPANY:
        items = step(s, items)
    return [settled(doc, m) for m in items]


def _by_words(s: Parsed, m: Measured) -> Measured:
    if m.thing.kind == "none":
        return m
    rated = rate(s, m)
    if rated is not None:
        return rated
    for rule, step in _BY_WORDS:
        t = step(s, m)
        if t is not None:
            return tied(m, t, rule)
    return m
