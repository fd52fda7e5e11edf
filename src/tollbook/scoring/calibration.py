"""Whether confidence keeps its word: of the claims of each tenth, how many were right.

Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78, 1950; the expected
calibration error after Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning",
AAAI 2015, with ten bins of equal width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tollbook.scoring.judged import JudgedDocument
from tollbook.scoring.matching import matched
from tollbook.scoring.score import right_fields

TENTHS = 10
CORE = ("measure", "unit", "party", "source")
"""The fields that must be right, in a claim that matches, for the claim to count as right."""


@dataclass(frozen=True, slots=True)
class Tenth:
    """Claims whose confidence is at least ``low`` and below ``high`` (the last: up to 1), and the mean of it."""

    low: float
    high: float
    claims: int
    right: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Confidence against what happened.

    Attributes:
        tenths: those that hold a claim, from the lowest.
        brier: mean squared difference of confidence and outcome (1 right, 0 wrong); 0 is best.
        expected_error: mean over claims of the difference, in their tenth, of mean confidence and share of right ones.
    """

    tenths: tuple[Tenth, ...]
    brier: float
    expected_error: float


def outcomes(predicted: JudgedDocument, gold: JudgedDocument) -> Iterator[tuple[int, bool]]:
    """Each predicted claim that the score counts, by its index, and whether it matches and ``CORE`` is right."""
    pairs = dict(matched(predicted.claims, gold.claims))
    for i, claim in enumerate(predicted.claims):
        if i not in pairs:
            yield i, False
            continue
        answer = gold.claims[pairs[i]]
        if answer.measure != "other":
            right = right_fields(claim, answer)
            yield i, all(right[field] for field in CORE)


def calibration(gold: Mapping[str, JudgedDocument], predicted: Mapping[str, JudgedDocument]) -> Calibration | None:
    """The calibration of the predictions that carry a confidence; None if none does."""
    return calibrated(
        (confidence, right)
        for name, document in predicted.items()
        if name in gold
        for i, right in outcomes(document, gold[name])
        if (confidence := document.claims[i].confidence) is not None
    )


def calibrated(judged: Iterable[tuple[float, bool]]) -> Calibration | None:
    """The calibration of pairs of a confidence and whether the claim was right; None of no pairs."""
    pairs = list(judged)
    if not pairs:
        return None
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(TENTHS)]
    for confidence, right in pairs:
        bins[min(int(confidence * TENTHS), TENTHS - 1)].append((confidence, right))
    off = sum(abs(sum(confidence - right for confidence, right in held)) for held in bins)
    return Calibration(
        tenths=tuple(
            Tenth(
                k / TENTHS,
                (k + 1) / TENTHS,
                len(held),
                sum(right for _, right in held),
                round(sum(confidence for confidence, _ in held) / len(held), 3),
            )
            for k, held in enumerate(bins)
            if held
        ),
        brier=round(sum((confidence - right) ** 2 for confidence, right in pairs) / len(pairs), 4),
        expected_error=round(off / len(pairs), 4),
    )


def calibration_lines(result: Calibration) -> Iterator[str]:
    """The calibration as a table for a person."""
    yield f"{'confidence':14}{'claims':>9}{'mean':>8}{'right':>8}"
    for tenth in result.tenths:
        span = f"{tenth.low:.1f} to {tenth.high:.1f}"
        yield f"{span:14}{tenth.claims:9}{tenth.confidence:8.2f}{tenth.right / tenth.claims:8.2f}"
    yield f"Brier score {result.brier:.3f}, expected calibration error {result.expected_error:.3f}"
