"""Which body a person speaks for, and an account that passes between the two."""

from __future__ import annotations

import pytest

from tollbook.claim import Span
from tollbook.extraction.attribution.spokenfor import body, speaks_for_one

from .test_attribution import one


@pytest.mark.parametrize(
    ("text", "name", "expected", "person"),
    [
        ("the Nile Flood Observatory said", "the Nile Flood Observatory", {"nile", "flood", "observatory"}, False),
        ("observatory head Omar Haddad said", "observatory head Omar Haddad", {"observatory"}, True),
        ("the army's chief spokesman said", "the army's chief spokesman", {"army"}, True),
        ("said observatory head Omar Haddad", "Omar Haddad", {"observatory"}, True),
        ("Omar Haddad, director of the Flood Observatory, said", "Omar Haddad", {"flood", "observatory"}, True),
        (
            "a spokesman for the health ministry said",
            "a spokesman for the health ministry",
            {"health", "ministry"},
            True,
        ),
        ("a fisherman said", "a fisherman", set(), False),
        ("the observatory's boat.\nOmar Haddad said", "Omar Haddad", set(), False),
    ],
)
def test_the_body_somebody_speaks_for_is_read_off_the_name_or_beside_it(
    text: str, name: str, expected: set[str], person: bool
) -> None:
    start = text.index(name)
    place = Span(start, start + len(name))
    assert body(text, place) == expected
    assert speaks_for_one(text, place) is person


ACCOUNT = "A dam burst on Monday, the Nile Flood Observatory said. {middle} Rain goes on, {closing}."


@pytest.mark.parametrize(
    "closing", ["observatory head Omar Haddad said", "said Omar Haddad, the director of the Observatory"]
)
def test_an_account_goes_on_until_somebody_of_the_same_body_speaks(closing: str) -> None:
    text = ACCOUNT.format(middle="In a village below it [six] farmers drowned.", closing=closing)
    assert one(text) == ["the Nile Flood Observatory"]


def test_it_stands_on_the_word_of_the_body_also_where_the_person_spoke_first() -> None:
    text = "Observatory head Omar Haddad spoke of rain. [Six] farmers drowned. A dam burst, the observatory said."
    assert one(text) == ["the observatory"]


def test_the_account_of_one_army_does_not_go_on_to_that_of_another() -> None:
    text = "A dyke fell, the Chadian army said. [Six] guards died. Rain goes on, Sudanese army spokesman Ali Noor said."
    assert one(text) == []


@pytest.mark.parametrize(
    "middle",
    [
        "The conflict has killed [4,000] people.",
        "Since the civil war began [4,000] people have died.",
        "In March [nine] farmers drowned there.",
        "Floods last year swept away [nine] farmers.",
        "[Nine] farmers drowned there in recent weeks.",
        "[Nine] farmers have drowned there since 2011.",
    ],
)
def test_what_a_text_recalls_is_not_part_of_the_account(middle: str) -> None:
    assert one(ACCOUNT.format(middle=middle, closing="the observatory said")) == []
