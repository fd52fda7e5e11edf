"""The tables that reading leans on: every expression compiles, every date exists, every row can be met."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tollbook.lexicon import table
from tollbook.reading import OUTSIDE


def expressions(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        for value in tree.values():
            yield from expressions(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from expressions(value)
    elif isinstance(tree, str):
        yield tree


@pytest.mark.parametrize("name", ["furniture", "publication"])
def test_every_expression_compiles(name: str) -> None:
    for expression in expressions(table(name)):
        re.compile(expression)


def test_every_kind_of_furniture_in_the_table_is_one_that_is_left_out() -> None:
    assert set(table("furniture")) - {"title"} == OUTSIDE


def test_every_milestone_has_a_day_and_words_and_a_name_of_its_own() -> None:
    rows = table("milestones")["milestone"]
    assert len({row["name"] for row in rows}) == len(rows)
    for row in rows:
        assert date(1990, 1, 1) < date.fromisoformat(row["date"]) < date(2026, 1, 1)
        assert row["words"] and all(row["words"])
        assert not set(row) - {"date", "name", "words", "about", "background"}
        re.compile(row.get("about", ""))


def test_every_outlets_mark_holds_one_of_its_words() -> None:
    for row in table("publishers")["publisher"]:
        for mark in row["marks"]:
            assert any(word.lower() in mark.lower().replace("\\", "") for word in row["words"]), (row["name"], mark)
