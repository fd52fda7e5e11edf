"""Promises of the article that counts: "a soldier was killed" is one victim; a doer, a role or a thing is none."""

import pytest

from tollbook.document import Document
from tollbook.extraction.pipeline import claims
from tollbook.extraction.sentences import article


def ones(text: str) -> list[tuple[str, str]]:
    """Words and measure of each article that counts."""
    found = claims(article(Document("a", text, "")))
    return [(c.text, c.measure) for c in found if c.text.lower() in ("a", "an")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A soldier was killed near Sloviansk.", [("A", "killed")]),
        ("An elderly woman was shot dead in Nablus.", [("An", "killed")]),
        ("Shelling killed a teacher and wounded a boy in Lashkar Gah.", [("a", "killed"), ("a", "wounded")]),
        ("An Israeli was stabbed to death on Sunday.", [("An", "killed")]),
        ("Gunmen kidnapped a priest in Kaduna.", [("a", "captured")]),
        ("A fisherman is missing off Cebu.", [("A", "missing")]),
        ("A man, a woman and 3 children died in the fire.", [("A", "killed"), ("a", "killed")]),
    ],
)
def test_one_victim_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert ones(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A tank was destroyed near Sloviansk.",
        "A gunman killed four people in Lyon.",
        "Four people were killed by a gunman in Lyon.",
        "The dead man had worked as a driver in Homs.",
        "Amina Yusuf, a nurse, was killed in Bama.",
        "Two civilians, a man and a woman, were killed in Bama.",
        "A minister visited the wounded in Bama.",
        "A spokesman said four men had been killed.",
        "A dozen men were killed.",
        "It was a massacre in which four men were killed.",
    ],
)
def test_a_thing_a_doer_a_role_or_one_told_before_does_not(text: str) -> None:
    assert ones(text) == []
