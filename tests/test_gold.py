"""The extractor keeps what it reached: floors of the score on own gold, and on the corpus where that is at hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import tollbook
from tollbook.claim import claim_to_json
from tollbook.scoring.judged import JudgedDocument, gold_files, judged, read_gold
from tollbook.scoring.score import Score, score

OWN = Path(__file__).parent / "fixtures" / "gold"
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def predicted(folder: Path, gold: dict[str, JudgedDocument]) -> dict[str, JudgedDocument]:
    files = gold_files(folder)
    out = {}
    for name, document in gold.items():
        read = tollbook.read(files[name].with_suffix(".txt"), published=document.published)
        line = {"id": name, "published": read.published, "claims": [claim_to_json(c) for c in tollbook.extract(read)]}
        out[name] = judged(line, name)
    return out


@cache
def scored(folder: Path) -> Score:
    if not folder.is_dir():
        pytest.skip(f"no evaluation corpus at {folder}")
    gold = dict(read_gold(folder))
    return score(gold, predicted(folder, gold))


@pytest.mark.parametrize(
    ("name", "found", "claim", "attributed", "relations"),
    [("A", 0.88, 0.62, 0.58, 0.50), ("B", 0.88, 0.66, 0.62, 0.50), ("C", 0.92, 0.74, 0.70, 0.52)],
)
def test_the_own_gold_keeps_its_floors(
    name: str, found: float, claim: float, attributed: float, relations: float
) -> None:
    result = scored(OWN / name)
    assert result.levels["found"].f1 >= found
    assert result.levels["claim"].f1 >= claim
    assert result.levels["attributed"].f1 >= attributed
    assert result.classes["relations"].f1 >= relations


def test_every_claim_of_the_seed_articles_is_found_and_few_are_wrong() -> None:
    result = scored(CORPUS / "seeds")
    assert result.levels["found"].recall == 1.0
    assert result.levels["claim"].f1 >= 0.88


def test_the_corpus_reaches_what_was_set_for_it() -> None:
    result = scored(CORPUS)
    levels = {name: rates.f1 for name, rates in result.levels.items()}
    assert levels["found"] >= 0.93
    assert levels["claim"] >= 0.82
    assert levels["attributed"] >= 0.75
    assert result.classes["relations"].f1 >= 0.55
    for field, floor in {"status": 0.80, "when.kind": 0.85, "when.end": 0.75, "qualifier": 0.97}.items():
        assert result.fields[field] >= floor, field
    for name, precision, recall in (("stance", 0.75, 0.65), ("verification", 0.8, 0.7)):
        assert result.classes[name].precision >= precision, name
        assert result.classes[name].recall >= recall, name
