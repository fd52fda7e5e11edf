"""How the figures of one text hang together: which repeats, is part of, works out, contradicts or replaces another."""

from __future__ import annotations

from collections.abc import Sequence

from tollbook.claim import Claim, Reason, Relation
from tollbook.extraction.article import Article
from tollbook.extraction.relations.contrasts import contrasts
from tollbook.extraction.relations.derivations import derivations
from tollbook.extraction.relations.figures import Text, Ties, figures
from tollbook.extraction.relations.parts import parts
from tollbook.extraction.relations.restatements import restatements
from tollbook.extraction.relations.totals import brought, shares, sums, tallies
from tollbook.extraction.relations.updates import updates

Tied = tuple[tuple[Relation, ...], tuple[Reason, ...]]

_STEPS = (updates, parts, brought, sums, restatements, derivations, tallies, shares, contrasts)
"""In this order: what an earlier step has tied, a later one leaves alone."""


def relations(article: Article, claims: Sequence[Claim]) -> list[Tied]:
    """The relations of each claim, in order, to other claims of the same document, each with its reason.

    Directions: from the headline, lead or repetition to the figure it stands for, from the part to the whole, from
    what is worked out to what it is worked out from, from the later of two sources that differ to the earlier, from
    the newer figure to the one it replaces.
    """
    text = Text(article, tuple(figures(article, claims)))
    ties: Ties = {i: [] for i in range(len(claims))}
    pairs: set[frozenset[int]] = set()
    for step in _STEPS:
        for tie in step(text, ties):
            pair = frozenset((tie.source.index, tie.target.index))
            if pair not in pairs:
                pairs.add(pair)
                ties[tie.source.index].append(tie)
    return [
        (
            tuple(Relation(tie.type, claims[tie.target.index].id) for tie in ties[i]),
            tuple(Reason("relations", f"{tie.type}: {tie.rule}", tie.words.start, tie.words.end) for tie in ties[i]),
        )
        for i in range(len(claims))
    ]
