"""Promises of reading headlines: words lose the capitals that only a headline gives them, names keep theirs."""

import pytest

from tollbook.extraction.casing import readable


@pytest.mark.parametrize(
    ("headline", "made_readable"),
    [
        ("At Least Twelve Soldiers Killed In Basra Ambush", "at least twelve soldiers killed in Basra ambush"),
        ("FORTY MINERS TRAPPED UNDER ZONGULDAK", "forty miners trapped under ZONGULDAK"),
        ("Rescuers Found Thirty Bodies After Derna Flood", "rescuers found thirty bodies after Derna flood"),
    ],
)
def test_a_headline_keeps_the_capitals_of_its_names_only(headline: str, made_readable: str) -> None:
    assert readable(headline) == made_readable


@pytest.mark.parametrize(
    "text",
    [
        "Twelve soldiers were killed in an ambush near Basra.",
        "UN: 12 dead",
        "President Mokgweetsi Masisi flew to Gaborone",
        "",
        "12,000 \u2013 30",
    ],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert readable(text) == text


@pytest.mark.parametrize(
    "text", ["FORTY \u0130STANBUL MINERS KILLED", "DIE STRA\u00dfE: Forty Killed", "\ufb01ve Killed"]
)
def test_the_length_stays_whatever_the_letters(text: str) -> None:
    assert len(readable(text)) == len(text)
