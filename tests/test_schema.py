"""The JSON form of a claim and its schema: they agree with the types, and with each other."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from tollbook.claim import (
    MEASURES,
    Claim,
    Named,
    Qualifier,
    Reason,
    Relation,
    RelationType,
    Source,
    Stance,
    Status,
    Verification,
    Window,
    WindowKind,
    claim_from_json,
    claim_schema,
    claim_to_json,
)
from tollbook.document import Document
from tollbook.export.extracted import Extracted, schema, to_json

SCORED = (
    "id", "text", "start", "end", "low", "high", "qualifier", "measure", "unit", "party", "status", "when", "sources",
    "stance", "verification", "relations",
)  # fmt: skip

offsets = st.integers(0, 10**6)
words = st.text(max_size=12)
numbers = st.none() | st.integers(0, 10**9) | st.floats(0, 1e9)
dates = st.none() | st.dates().map(lambda d: d.isoformat()) | st.sampled_from(["2023", "2023-07"])
nameds = st.builds(Named, words, offsets, offsets, st.none() | words)
places = st.tuples(offsets, offsets) | st.just((None, None))
reasons = st.builds(lambda field, rule, span: Reason(field, rule, *span), words, words, places)
claims = st.builds(
    Claim,
    id=words,
    text=words,
    start=offsets,
    end=offsets,
    low=numbers,
    high=numbers,
    qualifier=st.sampled_from(get_args(Qualifier)),
    measure=st.sampled_from(MEASURES),
    unit=words,
    party=st.none() | words,
    status=st.sampled_from(get_args(Status)),
    when=st.none() | st.builds(Window, st.sampled_from(get_args(WindowKind)), dates, dates, st.none() | words),
    sources=st.lists(st.builds(Source, words, offsets, offsets), max_size=3).map(tuple),
    stance=st.sampled_from(get_args(Stance)),
    verification=st.sampled_from((*get_args(Verification), None)),
    relations=st.lists(st.builds(Relation, st.sampled_from(get_args(RelationType)), words), max_size=2).map(tuple),
    place=st.none() | nameds,
    by=st.none() | nameds,
    means=st.none() | words,
    group=st.none() | words,
    names=st.lists(nameds, max_size=2).map(tuple),
    confidence=st.none() | st.floats(0, 1),
    furniture=st.none() | words,
    why=st.lists(reasons, max_size=2).map(tuple),
)

FULL = Claim(
    id="c1",
    text="at least 40",
    start=0,
    end=11,
    low=40,
    high=None,
    qualifier="at_least",
    measure="killed",
    unit="person",
    party="NGA",
    status="civilian",
    when=Window("rate", "2020-01", None, per="week"),
    sources=(Source("the governor", 20, 32),),
    stance="estimated",
    verification="unverified",
    relations=(Relation("part_of", "c2"),),
    place=Named("Maiduguri", 40, 49, "NG-BO"),
    by=Named("gunmen", 50, 56),
    means="shooting",
    group="farmers",
    names=(Named("Example Person", 60, 74),),
    confidence=0.75,
    furniture="link_list",
    why=(Reason("measure", "verb", 12, 18), Reason("party", "default")),
)


@given(claims)
def test_a_claim_survives_its_json_form(claim: Claim) -> None:
    assert claim_from_json(json.loads(json.dumps(claim_to_json(claim, why=True)))) == claim


@given(claims)
def test_every_claim_that_the_types_allow_is_valid_by_the_schema(claim: Claim) -> None:
    Draft202012Validator(claim_schema()).validate(json.loads(json.dumps(claim_to_json(claim, why=True))))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_schema_has_the_fields_of_the_type_in_the_order_of_the_output() -> None:
    assert list(claim_schema()["properties"]) == list(claim_to_json(FULL, why=True))
    assert set(claim_schema()["properties"]) == {field.name for field in fields(Claim)}


def test_scored_fields_come_first_and_always() -> None:
    assert tuple(claim_schema()["required"]) == SCORED
    bare = Claim("c1", "7", 0, 1, 7, 7, "exact", "killed", "person", None, "unknown", None)
    assert tuple(claim_to_json(bare)) == SCORED
    assert tuple(claim_to_json(FULL))[: len(SCORED)] == SCORED


def test_reasons_are_written_only_when_asked() -> None:
    assert "why" not in claim_to_json(FULL)
    assert claim_to_json(FULL, why=True)["why"][0] == {"field": "measure", "rule": "verb", "start": 12, "end": 18}


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("measure", "slain"), ("qualifier", "many"), ("status", "army"), ("stance", "said"), ("verification", "maybe")],
)
def test_a_value_outside_the_definition_is_refused_by_schema_and_reader(field: str, wrong: str) -> None:
    line = {**claim_to_json(FULL), field: wrong}
    with pytest.raises(ValidationError):
        Draft202012Validator(claim_schema()).validate(line)
    with pytest.raises(ValueError, match=f"{field} is '{wrong}'"):
        claim_from_json(line)


def test_a_missing_field_is_named() -> None:
    line = claim_to_json(FULL)
    del line["party"]
    with pytest.raises(ValueError, match="claim c1: no field 'party'"):
        claim_from_json(line)


def test_an_article_line_is_valid_and_keeps_the_contracts_order() -> None:
    line = to_json(Extracted(Document("a", "at least 40 killed", "0" * 64, published="2020-01-31"), (FULL,)))
    Draft202012Validator(schema()).validate(line)
    assert list(line) == ["id", "sha256", "url", "publisher", "title", "published", "claims"]
    with pytest.raises(ValidationError):
        Draft202012Validator(schema()).validate({**line, "extra": 1})
