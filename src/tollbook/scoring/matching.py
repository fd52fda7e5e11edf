"""Which predicted claim answers which gold claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tollbook.scoring.judged import Judged

Edge = tuple[str, int, int]
"""A relation: its type, the index of the gold claim that holds it, and that of its target."""


def matched(predicted: Sequence[Judged], gold: Sequence[Judged]) -> list[tuple[int, int]]:
    """Pairs of indices (predicted, gold): spans overlap and intervals are equal, each side used once.

    Larger overlap goes first, then the equal party, then the nearer start, then the order of the lists.
    """
    candidates = [
        (overlap, a.party == b.party, -abs(a.start - b.start), -i, -j)
        for i, a in enumerate(predicted)
        for j, b in enumerate(gold)
        if (overlap := min(a.end, b.end) - max(a.start, b.start)) > 0 and (a.low, a.high) == (b.low, b.high)
    ]
    pairs: list[tuple[int, int]] = []
    used_predicted: set[int] = set()
    used_gold: set[int] = set()
    for *_, minus_i, minus_j in sorted(candidates, reverse=True):
        i, j = -minus_i, -minus_j
        if i not in used_predicted and j not in used_gold:
            used_predicted.add(i)
            used_gold.add(j)
            pairs.append((i, j))
    return pairs


def gold_relations(gold: Sequence[Judged]) -> set[Edge]:
    """The relations between gold claims."""
    return set(_relations(gold))


def predicted_relations(predicted: Sequence[Judged], pairs: Mapping[int, int]) -> set[Edge]:
    """The same between predicted claims, in indices of the gold claims that they match (``pairs``).

    Predicted claim ``i`` without a match is ``-1 - i``, which no gold claim is.
    """
    return {
        (kind, pairs.get(holder, -1 - holder), pairs.get(target, -1 - target))
        for kind, holder, target in _relations(predicted)
    }


def _relations(claims: Sequence[Judged]) -> list[Edge]:
    index = {claim.id: i for i, claim in enumerate(claims)}
    return [
        (kind, holder, index[target])
        for holder, claim in enumerate(claims)
        for kind, target in claim.relations
        if target in index
    ]
