"""The promises of the small words around a number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tollbook.extraction import measures
from tollbook.lexicon import table

LISTS = table("measuring")
CODE = "\n".join(p.read_text(encoding="utf-8") for p in sorted(Path(measures.__file__).parent.glob("*.py")))


@pytest.mark.parametrize("name", LISTS["measures"])
def test_every_measure_of_a_list_is_a_measure(name: str) -> None:
    known = set(table("measures"))
    assert set(LISTS["measures"][name]) <= known


@pytest.mark.parametrize(("section", "reader"), [("words", "words"), ("measures", "measures"), ("patterns", "pattern")])
def test_every_list_is_read_and_every_list_read_is_there(section: str, reader: str) -> None:
    assert set(LISTS[section]) == set(re.findall(rf'\b{reader}\("(\w+)"\)', CODE))


@pytest.mark.parametrize("name", LISTS["words"])
def test_every_word_is_written_as_it_is_compared(name: str) -> None:
    words = LISTS["words"][name]
    assert len(set(words)) == len(words)
    assert all(w == w.lower().strip() for w in words)
