"""Promises of the status: soldiers are military, children are civilian, and plain people in fighting are unknown."""

import pytest

from tollbook.document import Document
from tollbook.extraction.pipeline import mentions
from tollbook.extraction.sentences import article


def read(text: str) -> list[str]:
    return [m.status for m in mentions(article(Document("a", text, "")))]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The ambush killed 12 soldiers.", "military"),
        ("Some 40 rebels died.", "military"),
        ("The brigade lost 40 men.", "military"),
        ("Eight marines were wounded.", "military"),
        ("Both pilots were killed.", "military"),
        ("The shelling killed 12 civilians.", "civilian"),
        ("The shelling killed 12 children.", "civilian"),
        ("The quake killed 12 people.", "civilian"),
        ("A bomb killed 14 worshippers at a mosque.", "civilian"),
        ("Three nurses were kidnapped.", "civilian"),
        ("The army reported 120 casualties.", "unknown"),
        ("The strike killed 12.", "unknown"),
    ],
)
def test_the_status_is_what_the_words_say(text: str, status: str) -> None:
    assert read(text) == [status]


def test_a_total_with_soldiers_among_it_is_mixed() -> None:
    assert read("More than 300 people were killed, including 45 soldiers.") == ["mixed", "military"]


def test_each_item_of_a_list_has_its_own() -> None:
    assert read("At least 40 soldiers and three civilians were killed.") == ["military", "civilian"]
