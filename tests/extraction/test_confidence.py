"""Confidence: what moves it, what does not, and that every claim has one."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any, get_args

import pytest

import tollbook
from tollbook.claim import MEASURES, Claim, Qualifier, Reason, Source
from tollbook.document import Document
from tollbook.extraction.article import Article, Sentence
from tollbook.extraction.confidence import confidences, signs, weight
from tollbook.lexicon import table

RULES = (
    Reason("measure", "left"),
    Reason("party", "place"),
    Reason("status", "words"),
    Reason("sources", "says"),
    Reason("when", "one event"),
)


def article(*lengths: int, role: str = "body") -> Article:
    """Sentences of these lengths, a blank apart; what they say is no matter here."""
    text = " ".join("x" * length for length in lengths)
    sentences, start = [], 0
    for index, length in enumerate(lengths):
        sentences.append(Sentence(index, start, start + length, 0, role))  # type: ignore[arg-type]
        start += length + 1
    return Article(Document("a", text, "0" * 64), text, tuple(sentences))


def claim(start: int = 0, **fields: Any) -> Claim:
    given: dict[str, Any] = {
        "id": f"c{start}",
        "text": "12",
        "start": start,
        "end": start + 2,
        "low": 12,
        "high": 12,
        "qualifier": "exact",
        "measure": "killed",
        "unit": "person",
        "party": "PHL",
        "status": "civilian",
        "when": None,
        "sources": (Source("the coast guard", 10, 25),),
        "why": RULES,
    }
    return Claim(**(given | fields))


def circumstances(claims: list[Claim], where: Article | None = None) -> list[set[str]]:
    found = signs(where or article(80, 80), claims)
    return [{key for name, key in one if name == "circumstances"} for one in found]


def test_every_extracted_claim_says_how_sure_it_is() -> None:
    text = (
        "Ferry sinks off Cebu\n\nAt least 31 people drowned and 12 were missing on Monday, the coast guard said.\n\n"
        "Rescuers pulled 140 passengers from the water. A navy spokesman spoke of more than 40 dead.\n"
    )
    claims = tollbook.extract(Document("a", text, "0" * 64, published="2021-06-15"))
    assert claims
    for one in claims:
        assert one.confidence is not None
        assert 0.01 <= one.confidence <= 0.99
        assert one.confidence == round(one.confidence, 2)


def test_confidence_is_the_sum_of_the_table_on_the_log_odds_scale() -> None:
    words = table("confidence")
    total = (
        words["base"]
        + words["rule_of_measure"].get("left", 0)
        + words["rule_of_party"].get("place", 0)
        + words["rule_of_sources"].get("says", 0)
        + words["rule_of_when"].get("one event", 0)
        + words["measure"].get("killed", 0)
        + words["qualifier"].get("exact", 0)
    )
    assert confidences(article(80), [claim()]) == [round(1 / (1 + math.exp(-total)), 2)]


def test_a_rule_that_the_fit_never_saw_counts_nothing() -> None:
    new = replace(claim(), why=(*RULES, Reason("party", "a rule of tomorrow")))
    assert weight(("rule_of_party", "a rule of tomorrow")) == 0
    assert confidences(article(80), [new]) == confidences(article(80), [claim()])


def test_a_rule_that_gave_two_reasons_counts_once() -> None:
    twice = replace(claim(), why=(*RULES, Reason("sources", "says", 4, 8)))
    assert signs(article(80), [twice]) == signs(article(80), [claim()])


def test_the_rules_of_measure_party_sources_and_window_are_signs() -> None:
    assert {sign for sign in signs(article(80), [claim()])[0] if sign[0].startswith("rule_of_")} == {
        ("rule_of_measure", "left"),
        ("rule_of_party", "place"),
        ("rule_of_sources", "says"),
        ("rule_of_when", "one event"),
    }


def test_a_plain_claim_has_no_circumstances() -> None:
    assert circumstances([claim()]) == [set()]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"unit": "tank"}, {"things counted"}),
        ({"low": 1, "high": 1}, {"one victim"}),
        ({"low": 1, "high": None}, set()),
        ({"party": None}, {"no party"}),
        ({"sources": ()}, {"no source"}),
        ({"sources": (Source("a newspaper", 0, 11), Source("the army", 20, 28))}, {"relayed"}),
    ],
)
def test_what_a_claim_lacks_or_counts_is_a_circumstance(fields: dict[str, Any], expected: set[str]) -> None:
    assert circumstances([claim(**fields)]) == [expected]


@pytest.mark.parametrize(
    ("length", "expected"),
    [(200, set()), (201, {"long sentence"}), (300, {"long sentence"}), (301, {"long sentence", "very long sentence"})],
)
def test_sentences_are_long_from_a_stated_length(length: int, expected: set[str]) -> None:
    assert circumstances([claim()], article(length)) == [expected]


@pytest.mark.parametrize(
    ("role", "expected"),
    [("title", {"in the title"}), ("heading", {"in a heading"}), ("bullet", {"in a list"}), ("body", set())],
)
def test_the_part_of_the_page_is_a_circumstance(role: str, expected: set[str]) -> None:
    assert circumstances([claim()], article(80, role=role)) == [expected]


def test_figures_of_one_sentence_are_many_from_the_fourth_on() -> None:
    assert circumstances([claim(k * 5) for k in range(3)]) == [set()] * 3
    assert circumstances([claim(k * 5) for k in range(4)]) == [{"many figures in the sentence"}] * 4


def test_one_figure_of_two_parties_is_one_figure() -> None:
    shared = [claim(k * 5, party=party) for k in range(2) for party in ("RUS", "UKR")]
    assert all("many figures in the sentence" not in found for found in circumstances(shared))


def test_parties_are_several_in_their_own_sentence_and_everywhere_in_the_article() -> None:
    both = [claim(0), claim(10, party="IDN"), claim(90)]
    here, there = "several parties in the sentence", "several parties in the article"
    assert circumstances(both) == [{here, there}, {here, there}, {there}]


def test_a_claim_belongs_to_the_sentence_that_it_begins_in() -> None:
    first, second = circumstances([claim(79), claim(81, party="IDN")], article(80, 250))
    assert "long sentence" not in first
    assert "long sentence" in second


def test_no_claim_is_wholly_sure_or_wholly_unsure() -> None:
    every = [Reason(name.removeprefix("rule_of_"), rule) for name, rule in _rules()]
    best = replace(claim(), why=tuple(r for r in every if weight((f"rule_of_{r.field}", r.rule)) > 0))
    worst = replace(claim(), why=tuple(r for r in every if weight((f"rule_of_{r.field}", r.rule)) < 0))
    assert confidences(article(80), [best])[0] <= 0.99
    assert confidences(article(80), [worst])[0] >= 0.01
    assert confidences(article(80), [best])[0] > confidences(article(80), [worst])[0]


def _rules() -> list[tuple[str, str]]:
    return [(name, rule) for name, held in table("confidence").items() if name.startswith("rule_of_") for rule in held]


def test_no_claims_have_no_confidences() -> None:
    assert confidences(article(80), []) == []


def test_the_table_weighs_only_what_the_model_looks_at() -> None:
    words = table("confidence")
    assert set(words) <= {
        "base",
        "circumstances",
        "measure",
        "qualifier",
        "rule_of_measure",
        "rule_of_party",
        "rule_of_sources",
        "rule_of_when",
    }
    assert set(words["measure"]) <= set(MEASURES)
    assert set(words["qualifier"]) <= set(get_args(Qualifier))
    assert set(words["circumstances"]) <= {
        "in the title",
        "in a heading",
        "in a list",
        "long sentence",
        "very long sentence",
        "many figures in the sentence",
        "several parties in the sentence",
        "several parties in the article",
        "things counted",
        "one victim",
        "no party",
        "no source",
        "relayed",
    }
