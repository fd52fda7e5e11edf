"""The score: what matches, what counts, and that it agrees with the reference to the last digit."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tollbook.document import Document
from tollbook.scoring.errors import grouped, mistakes
from tollbook.scoring.judged import NotScorable, judged, read_gold, read_predictions
from tollbook.scoring.matching import matched
from tollbook.scoring.report import report, report_to_json, report_to_text
from tollbook.scoring.score import score, score_to_json
from tollbook.scoring.source_name import same_source

REFERENCE = Path(__file__).parents[2] / "shared" / "score.py"


def claim(id: str, start: int, end: int, value: int | None, **fields: Any) -> dict[str, Any]:
    return {
        "id": id,
        "text": "x" * (end - start),
        "start": start,
        "end": end,
        "low": value,
        "high": value,
        "qualifier": "exact",
        "measure": "killed",
        "unit": "person",
        "party": "PER",
        "status": "civilian",
        "when": {"kind": "event", "start": "2024-03-14", "end": "2024-03-16"},
        "sources": [{"text": "the fire brigade"}],
        "stance": "reported",
        "verification": None,
        "relations": [],
    } | fields


def document(*claims: dict[str, Any], published: str | None = "2024-03-16") -> dict[str, Any]:
    return {"published": published, "claims": list(claims)}


def scored(gold: dict[str, Any], predicted: dict[str, Any]) -> dict[str, Any]:
    return score_to_json(score({"a": judged(gold, "a")}, {"a": judged(predicted, "a")}))


def pairs(predicted: list[dict[str, Any]], gold: list[dict[str, Any]]) -> list[tuple[int, int]]:
    return matched(judged(document(*predicted), "a").claims, judged(document(*gold), "a").claims)


def test_claims_match_where_spans_overlap_and_intervals_are_equal() -> None:
    gold = [claim("g", 10, 20, 5)]
    assert pairs([claim("p", 19, 30, 5)], gold) == [(0, 0)]
    assert pairs([claim("p", 20, 30, 5)], gold) == []
    assert pairs([claim("p", 10, 20, 6)], gold) == []
    assert pairs([claim("p", 10, 20, 5, high=None)], gold) == []


def test_each_side_is_used_once_and_the_larger_overlap_goes_first() -> None:
    gold = [claim("g", 10, 20, 5)]
    assert pairs([claim("p", 10, 12, 5), claim("q", 10, 19, 5)], gold) == [(1, 0)]


def test_for_equal_spans_the_equal_party_goes_first() -> None:
    gold = [claim("g", 0, 5, 9, party="RUS"), claim("h", 0, 5, 9, party="UKR")]
    predicted = [claim("p", 0, 5, 9, party="UKR"), claim("q", 0, 5, 9, party="RUS")]
    assert sorted(pairs(predicted, gold)) == [(0, 1), (1, 0)]


def test_the_numbers_of_a_small_set_are_those_counted_by_hand() -> None:
    gold = document(
        claim("g1", 0, 5, 10),
        claim("g2", 10, 15, 20, stance="estimated", verification="unverified"),
        claim("g3", 20, 25, 30, relations=[{"type": "part_of", "target": "g1"}]),
        claim("g4", 30, 35, 40),
        claim("g5", 40, 45, 50, measure="other"),
    )
    predicted = document(
        claim("p1", 0, 5, 10),
        claim("p2", 10, 15, 20, stance="estimated", sources=[]),
        claim("p3", 20, 25, 30, party=None, relations=[{"type": "part_of", "target": "p1"}]),
        claim("p5", 40, 45, 50),
        claim("p6", 60, 65, 60, measure="other"),
    )
    result = scored(gold, predicted)
    assert (result["gold"], result["predicted"]) == (4, 4)
    assert result["found"] == {"p": 0.75, "r": 0.75, "f1": 0.75, "ci": [0.75, 0.75]}
    assert result["claim"]["f1"] == 0.5
    assert result["attributed"]["f1"] == 0.25
    assert result["fields"]["party"] == 0.667
    assert result["fields"]["source"] == 0.667
    assert result["stance"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "n": 1}
    assert result["verification"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "n": 1}
    assert result["relations"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "n": 1}
    assert result["published"] == {"n": 1, "right": 1.0}


def test_a_document_without_predictions_counts_as_one_without_claims() -> None:
    gold = {"a": judged(document(claim("g", 0, 5, 10)), "a")}
    result = score_to_json(score(gold, {}))
    assert (result["gold"], result["predicted"], result["found"]["r"]) == (1, 0, 0.0)  # type: ignore[index]
    assert result["published"] == {"n": 0, "right": None}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("", ""),
        ("the Ministry of Defence", "Russia's Ministry of Defense"),
        ("the MoD", "the UK Ministry of Defence"),
        ("HRW", "Human Rights Watch"),
        ("United Nations", "the UN"),
        ("Ukrainian officials", "officials"),
        ("Kyiv", "Ukraine"),
    ],
)
def test_names_that_mean_the_same_source_are_equal(a: str, b: str) -> None:
    assert same_source(a, b)
    assert same_source(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("", "officials"),
        ("the", "officials"),
        ("Russian officials", "Ukrainian officials"),
        ("the army", "the police"),
        ("Russia", "officials"),
    ],
)
def test_names_that_mean_another_source_are_not(a: str, b: str) -> None:
    assert not same_source(a, b)
    assert not same_source(b, a)


def perturbed(dice: random.Random, claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The claims as a mediocre program might return them."""
    values: dict[str, list[Any]] = {
        "party": ["PER", "CHL", None],
        "measure": ["killed", "wounded", "other"],
        "unit": ["person", "home"],
        "status": ["civilian", "unknown"],
        "qualifier": ["exact", "approx"],
        "stance": ["reported", "estimated", "denied"],
        "verification": [None, "unverified"],
        "low": [1, 2],
        "when": [None, {"kind": "stock", "start": None, "end": None}],
        "sources": [[], None, [{"text": "the Chilean fire brigade"}], [{"text": "the brigade"}, {"text": "a paper"}]],
        "relations": [[], [{"type": "restates", "target": "c0"}], [{"type": "part_of", "target": "gone"}]],
    }
    out = []
    for one in claims:
        if dice.random() < 0.15:
            continue
        changed = dict(one)
        for field, choices in values.items():
            if dice.random() < 0.15:
                changed[field] = dice.choice(choices)
        if dice.random() < 0.2:
            changed["start"] += dice.choice([-2, 1])
        if dice.random() < 0.1:
            del changed["unit"]
        out += [changed, dict(changed)] if dice.random() < 0.1 else [changed]
    return out


def random_gold(dice: random.Random) -> dict[str, Any]:
    claims = []
    for i in range(dice.randrange(12)):
        start = dice.randrange(0, 60)
        fields: dict[str, Any] = {"measure": dice.choice(["killed", "wounded", "destroyed", "other"])}
        fields["party"] = dice.choice(["PER", "CHL", None])
        fields["stance"] = dice.choice(["reported", "reported", "estimated"])
        fields["verification"] = dice.choice([None, None, "verified"])
        fields["relations"] = [{"type": "restates", "target": f"c{dice.randrange(12)}"}] if dice.random() < 0.3 else []
        claims.append(claim(f"c{i}", start, start + dice.randrange(1, 9), dice.randrange(1, 4), **fields))
    return document(*claims, published=dice.choice(["2024-03-16", "2024-03", None]))


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference score is not beside this checkout")
@pytest.mark.parametrize("seed", range(5))
def test_the_score_agrees_with_the_reference_to_the_last_digit(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    gold = tmp_path / "gold"
    lines = []
    for number in range(25):
        path = gold / f"part{number % 3}" / f"text-{number}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        annotated = random_gold(dice)
        path.write_text(json.dumps({"id": path.stem, **annotated}), encoding="utf-8")
        if dice.random() < 0.9:
            ours = document(*perturbed(dice, annotated["claims"]), published=dice.choice(["2024-03-16", None]))
            lines.append(json.dumps({"id": f"some/{path.stem}.txt", **ours}))
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, str(REFERENCE), str(gold), str(predictions), "--json"]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert report_to_json(report(read_gold(gold), read_predictions(predictions))) == theirs


TEXT = "The fire brigade said 10 people died. Another 20 were hurt, it said.\nThe mayor spoke of 30 dead."
GOLD = judged(
    document(
        claim("g1", 22, 24, 10, relations=[{"type": "contrasts", "target": "g3"}]),
        claim("g2", 46, 48, 20, measure="wounded"),
        claim("g3", 88, 90, 30, sources=[{"text": "The mayor"}]),
    ),
    "a",
)


def test_mistakes_are_told_with_their_sentence_and_words() -> None:
    predicted = judged(document(claim("p1", 22, 24, 10), claim("p2", 46, 48, 20), claim("p4", 88, 90, 31)), "a")
    found = list(mistakes(Document("a", TEXT, "0" * 64), predicted, GOLD))
    assert [(m.kind, m.gold, m.predicted, m.sentence) for m in found] == [
        ("relation missed", "contrasts", None, "The fire brigade said ⟦10⟧ people died."),
        ("measure", "wounded", "killed", "Another ⟦20⟧ were hurt, it said."),
        ("missed", "killed", None, "The mayor spoke of ⟦30⟧ dead."),
        ("spurious", None, "killed", "The mayor spoke of ⟦30⟧ dead."),
    ]


def test_no_mistake_is_told_where_all_is_right() -> None:
    assert list(mistakes(Document("a", TEXT, "0" * 64), GOLD, GOLD)) == []


def test_mistakes_are_grouped_by_kind_and_values_the_commonest_first() -> None:
    nothing = judged(document(), "a")
    half = judged(document(claim("p2", 46, 48, 20)), "a")
    text = Document("a", TEXT, "0" * 64)
    groups = grouped([*mistakes(text, nothing, GOLD), *mistakes(text, half, GOLD)])
    assert [(g.kind, g.gold, g.predicted, len(g.mistakes)) for g in groups] == [
        ("missed", "killed", None, 4),
        ("missed", "wounded", None, 1),
        ("relation missed", "contrasts", None, 2),
        ("measure", "wounded", "killed", 1),
    ]


def test_inferred_dates_are_right_wrong_or_unknown() -> None:
    days = {"a": "2024-03-16", "b": "2024-03-16", "c": "2024-03-16", "d": None}
    guesses = {"a": "2024-03-16", "b": "2024-03-17", "c": None, "d": None}
    gold = {name: judged(document(published=day), name) for name, day in days.items()}
    inferred = {name: judged(document(published=day), name) for name, day in guesses.items()}
    result = report(gold, gold, inferred)
    assert json.loads(report_to_json(result))["dates"] == {"right": 2, "wrong": 1, "unknown": 1}
    assert "Inferred day: 2 right (50%), 1 wrong, 1 not inferred" in report_to_text(result)


def test_what_cannot_be_scored_is_named_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(NotScorable, match="no gold document here"):
        read_gold(tmp_path)
    broken = tmp_path / "claims.jsonl"
    broken.write_text('{"id": "a", "claims": []}\nnot json\n', encoding="utf-8")
    with pytest.raises(NotScorable, match=r"claims\.jsonl, line 2: not JSON"):
        read_predictions(broken)
    broken.write_text('{"id": "a", "claims": [{"start": 3}]}\n', encoding="utf-8")
    with pytest.raises(NotScorable, match="document a, claim 1: no field 'end'"):
        read_predictions(broken)
