"""Calibration: what the score prints of confidence, and what the fit of its weights promises."""

from __future__ import annotations

import importlib.util
import json
import sys
import tomllib
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from tollbook.scoring.calibration import calibrated, calibration, calibration_lines, outcomes
from tollbook.scoring.judged import JudgedDocument, judged
from tollbook.scoring.report import report, report_to_json, report_to_text


def claim(start: int, value: int, **fields: Any) -> dict[str, Any]:
    given = {"id": f"c{start}", "start": start, "end": start + 2, "low": value, "high": value, "measure": "rescued"}
    return {**given, "unit": "person", "party": "BGD", "sources": [{"text": "the fire service"}], **fields}


def document(*claims: dict[str, Any]) -> JudgedDocument:
    return judged({"published": "2022-06-18", "claims": list(claims)}, "a")


GOLD = document(claim(0, 10), claim(10, 20), claim(20, 30, measure="other"))


@pytest.mark.parametrize(
    ("predicted", "right"),
    [
        (claim(0, 10), True),
        (claim(0, 10, status="military", when={"kind": "stock"}), True),
        (claim(0, 11), False),
        (claim(50, 10), False),
        (claim(0, 10, measure="evacuated"), False),
        (claim(0, 10, unit="home"), False),
        (claim(0, 10, party=None), False),
        (claim(0, 10, sources=[]), False),
    ],
)
def test_a_claim_is_right_when_found_with_measure_unit_party_and_first_source(
    predicted: dict[str, Any], right: bool
) -> None:
    assert list(outcomes(document(predicted), GOLD)) == [(0, right)]


def test_claims_that_the_score_leaves_out_are_left_out() -> None:
    assert list(outcomes(document(claim(20, 30), claim(10, 20)), GOLD)) == [(1, True)]


def test_the_tenths_are_those_counted_by_hand() -> None:
    result = calibrated([(0.1, False), (0.15, True), (0.8, True), (0.89, False), (0.85, True), (1.0, True)])
    assert result is not None
    assert [(t.low, t.high, t.claims, t.right, t.confidence) for t in result.tenths] == [
        (0.1, 0.2, 2, 1, 0.125),
        (0.8, 0.9, 3, 2, 0.847),
        (0.9, 1.0, 1, 1, 1.0),
    ]
    assert result.brier == round((0.01 + 0.7225 + 0.04 + 0.7921 + 0.0225) / 6, 4)
    assert result.expected_error == round((0.75 + 0.54) / 6, 4)


def test_predictions_without_confidence_have_no_calibration() -> None:
    assert calibration({"a": GOLD}, {"a": document(claim(0, 10))}) is None
    assert calibrated([]) is None


def test_the_score_prints_how_often_claims_of_each_tenth_were_right() -> None:
    found = document(claim(0, 10, confidence=0.72), claim(10, 20, party="IND", confidence=0.78))
    result = report({"a": GOLD}, {"a": found}, {"a": found})
    line = json.loads(report_to_json(result))["calibration"]
    assert line["tenths"] == [{"low": 0.7, "high": 0.8, "claims": 2, "right": 1, "confidence": 0.75}]
    assert result.calibration is not None
    assert "\n".join(calibration_lines(result.calibration)) in report_to_text(result)
    assert f"{'0.7 to 0.8':14}{2:9}{0.75:8.2f}{0.5:8.2f}" in report_to_text(result)


def test_the_reference_object_knows_nothing_of_confidence() -> None:
    found = document(claim(0, 10, confidence=0.72))
    assert "calibration" not in json.loads(report_to_json(report({"a": GOLD}, {"a": found})))
    assert "0.7 to 0.8" in report_to_text(report({"a": GOLD}, {"a": found}))


@pytest.fixture(scope="module")
def script() -> ModuleType:
    path = Path(__file__).parent.parent / "scripts/calibrate.py"
    spec = importlib.util.spec_from_file_location("calibrate", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["calibrate"] = module
    spec.loader.exec_module(module)
    return module


def test_the_fit_finds_the_weights_that_made_the_data(script: ModuleType) -> None:
    dice = np.random.default_rng(7)
    x = (dice.random((20_000, 3)) < 0.4).astype(float)
    true = np.array([0.4, 1.2, -0.9, 0.0])
    y = (dice.random(len(x)) < script.probability(true, x)).astype(float)
    assert script.fitted(x, y, 1.0) == pytest.approx(true, abs=0.1)


def test_a_sign_seen_rarely_keeps_less_of_its_weight(script: ModuleType) -> None:
    x = np.zeros((400, 2))
    y = np.tile([1.0, 0.0], 200)
    x[:200, 0], y[:200] = 1.0, np.tile([1.0, 1.0, 1.0, 0.0], 50)
    x[396:, 1], y[396:] = 1.0, [1.0, 1.0, 1.0, 0.0]
    often, rarely = script.fitted(x, y, 8.0)[1:]
    assert 0 < rarely < often / 2


def test_without_signs_the_fit_is_the_share_that_was_right(script: ModuleType) -> None:
    x, y = np.zeros((50, 0)), np.array([1.0] * 45 + [0.0] * 5)
    assert script.probability(script.fitted(x, y, 32.0), x) == pytest.approx(0.9)


def test_a_claim_is_predicted_without_its_own_fold(script: ModuleType) -> None:
    x = np.zeros((40, 1))
    x[:4] = 1.0
    y = np.array([0.0] * 4 + [1.0, 0.0] * 18)
    folds = np.array([0] * 4 + [1] * 18 + [2] * 18)
    p = script.left_out(x, y, folds, 1.0)
    assert p[:4] == pytest.approx(0.5)


def test_the_strongest_penalty_as_good_as_the_best_is_taken(script: ModuleType) -> None:
    documents = [f"d{k // 2}" for k in range(40)]
    best = np.full(40, 0.5)
    a_little_worse_here_and_better_there = best + np.tile([0.2, 0.2, -0.19, -0.19], 10)
    worse_everywhere = best + 0.05
    losses = {1.0: best + 0.1, 2.0: best, 4.0: a_little_worse_here_and_better_there, 8.0: worse_everywhere}
    assert script.strongest(losses, documents) == 4.0


def test_the_table_reads_back_as_it_was_written(script: ModuleType) -> None:
    names = [("qualifier", "exact"), ("rule_of_sources", 'X\'s "count"'), ("rule_of_when", "not … but")]
    weights = np.array([0.5, 0.004, -1.234, 0.25])
    read = tomllib.loads(script.toml(names, Counter(names), weights, "# head"))
    assert read == {"base": 0.5, "rule_of_sources": {'X\'s "count"': -1.23}, "rule_of_when": {"not … but": 0.25}}


def test_the_level_of_articles_that_were_read_stays_out_of_the_table(script: ModuleType) -> None:
    assert tomllib.loads(script.toml([script.READ], Counter(), np.array([0.5, 0.9]), "# head")) == {"base": 0.5}
