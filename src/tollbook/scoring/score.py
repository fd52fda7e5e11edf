"""The score itself: counts of each document, summed, as precision, recall, F1 and accuracies.

Intervals are a percentile bootstrap over documents (Efron, "Bootstrap methods: another look at the jackknife",
Annals of Statistics 7, 1979) with a fixed seed, so that the same input gives the same digits.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tollbook.scoring.judged import Judged, JudgedDocument
from tollbook.scoring.matching import gold_relations, matched, predicted_relations
from tollbook.scoring.source_name import same_source

LEVELS = ("found", "claim", "attributed")
CLASSES = ("stance", "verification", "relations")
RESAMPLES = 300
_LOWER, _UPPER = 7, 292
"""Ranks of the 300 resampled F1 values that bound the middle 95 %."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean, to three digits."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Score:
    """The score of a set of documents.

    Attributes:
        gold, predicted: claims counted, without the neutral ones.
        levels: rates of ``found``, ``claim`` and ``attributed``; ``intervals`` holds their 95 % intervals of F1.
        fields: accuracy over the matched claims.
        classes: rates of ``stance`` other than reported, of ``verification`` and of ``relations``.
        class_sizes: how many of each the gold has.
        dated: documents whose day of publication is known, and ``date_right`` the share predicted right (None of none).
    """

    documents: int
    gold: int
    predicted: int
    levels: Mapping[str, Rates]
    intervals: Mapping[str, tuple[float, float]]
    fields: Mapping[str, float]
    classes: Mapping[str, Rates]
    class_sizes: Mapping[str, int]
    dated: int
    date_right: float | None


def right_fields(predicted: Judged, gold: Judged) -> dict[str, bool]:
    """For a matched pair, which of the fields that the score looks at are right."""
    return {
        "measure": predicted.measure == gold.measure,
        "unit": predicted.unit == gold.unit,
        "party": predicted.party == gold.party,
        "source": same_source(predicted.source, gold.source),
        "qualifier": predicted.qualifier == gold.qualifier,
        "status": predicted.status == gold.status,
        "when.kind": predicted.when_kind == gold.when_kind,
        "when.end": predicted.when_end == gold.when_end,
    }


def score(gold: Mapping[str, JudgedDocument], predicted: Mapping[str, JudgedDocument]) -> Score:
    """The score of the predictions; a gold document that they lack counts as one without claims."""
    counts = [_counts(predicted[name].claims if name in predicted else (), gold[name].claims) for name in gold]
    total = _sum(counts)
    resampled = _resampled_f1(counts)
    known = [name for name, document in gold.items() if document.published and name in predicted]
    right = sum(predicted[name].published == gold[name].published for name in known)
    return Score(
        documents=len(counts),
        gold=total["gold"],
        predicted=total["predicted"],
        levels={level: _rates(total[level], total["predicted"], total["gold"]) for level in LEVELS},
        intervals={level: (round(f1[_LOWER], 3), round(f1[_UPPER], 3)) for level, f1 in resampled.items()},
        fields={
            key.removeprefix("seen "): round(total[key.replace("seen ", "right ", 1)] / total[key], 3)
            for key in total
            if key.startswith("seen ")
        },
        classes={
            name: _rates(total[f"{name} right"], total[f"{name} predicted"], total[f"{name} gold"]) for name in CLASSES
        },
        class_sizes={name: total[f"{name} gold"] for name in CLASSES},
        dated=len(known),
        date_right=round(right / len(known), 3) if known else None,
    )


def score_to_json(result: Score) -> dict[str, object]:
    """The object that the reference score prints."""
    line: dict[str, object] = {"documents": result.documents, "gold": result.gold, "predicted": result.predicted}
    for level, rates in result.levels.items():
        line[level] = {**_rates_to_json(rates), "ci": list(result.intervals[level])}
    line["fields"] = dict(result.fields)
    for name, rates in result.classes.items():
        line[name] = {**_rates_to_json(rates), "n": result.class_sizes[name]}
    line["published"] = {"n": result.dated, "right": result.date_right}
    return line


def _rates_to_json(rates: Rates) -> dict[str, float]:
    return {"p": rates.precision, "r": rates.recall, "f1": rates.f1}


def _counts(predicted: Sequence[Judged], gold: Sequence[Judged]) -> Counter[str]:
    pairs = matched(predicted, gold)
    neutral_gold = {j for j, claim in enumerate(gold) if claim.measure == "other"}
    kept = [(i, j) for i, j in pairs if j not in neutral_gold]
    counts = Counter(
        {
            "predicted": len(predicted) - (len(pairs) - len(kept)),
            "gold": len(gold) - len(neutral_gold),
            "found": len(kept),
        }
    )
    for i, j in kept:
        a, b = predicted[i], gold[j]
        right = right_fields(a, b)
        core = right["measure"] and right["unit"] and right["party"]
        counts.update({"claim": core, "attributed": core and right["source"]})
        for field, is_right in right.items():
            counts.update({f"seen {field}": 1, f"right {field}": is_right})
        counts.update(
            {
                "stance predicted": a.stance != "reported",
                "stance gold": b.stance != "reported",
                "stance right": a.stance == b.stance and b.stance != "reported",
                "verification predicted": a.verification is not None,
                "verification gold": b.verification is not None,
                "verification right": a.verification == b.verification and b.verification is not None,
            }
        )
    ours, theirs = predicted_relations(predicted, dict(pairs)), gold_relations(gold)
    counts.update(
        {
            "relations predicted": len(ours),
            "relations gold": len(theirs),
            "relations right": len(ours & theirs),
        }
    )
    return counts


def _sum(counts: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return total


def _resampled_f1(counts: Sequence[Counter[str]]) -> dict[str, list[float]]:
    """Sorted F1 values of each level over ``RESAMPLES`` draws of documents with replacement."""
    columns = ("predicted", "gold", *LEVELS)
    rows = [tuple(one[column] for column in columns) for one in counts]
    dice = random.Random(0)
    values: dict[str, list[float]] = {level: [] for level in LEVELS}
    for _ in range(RESAMPLES):
        drawn = [rows[dice.randrange(len(rows))] for _ in rows]
        predicted, gold, *right = (sum(column) for column in zip(*drawn, strict=True))
        for level, number in zip(LEVELS, right, strict=True):
            values[level].append(_f1(number, predicted, gold))
    return {level: sorted(f1) for level, f1 in values.items()}


def _f1(right: int, predicted: int, gold: int) -> float:
    precision, recall = _share(right, predicted), _share(right, gold)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _rates(right: int, predicted: int, gold: int) -> Rates:
    precision, recall = _share(right, predicted), _share(right, gold)
    return Rates(round(precision, 3), round(recall, 3), round(_f1(right, predicted, gold), 3))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
