"""Promises of the prefilter: what may hold a claim passes, what cannot is ruled out without a parse."""

import pytest

from tollbook.extraction.prefilter import candidates, forms, one_victim


@pytest.mark.parametrize(
    "sentence",
    [
        "The strike killed 12 people.",
        "Dozens were wounded.",
        "The toll rose to 340.",
        "Some 90 marines surrendered.",
        "Both men were shot dead.",
        "Two of them were taken hostage.",
        "Hezbollah fired 40 rockets.",
        "Among them were 14 children.",
        "The dead include six nurses.",
        "Police are holding 30 people.",
        "HALF A MILLION FLEE",
        "He counted 300 bodies.",
        "A hundred homes burned.",
    ],
)
def test_what_may_hold_a_claim_passes(sentence: str) -> None:
    assert candidates(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Prices rose 12 percent.",
        "The talks began on 14 March 2021.",
        "The strike killed nobody.",
        "The harvest filled 12 barns.",
        "Many people were killed.",
        "",
    ],
)
def test_what_cannot_is_ruled_out(sentence: str) -> None:
    assert candidates(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "may"),
    [
        ("A soldier was killed.", True),
        ("An old man was found dead.", True),
        ("Soldiers were killed.", False),
        ("A minister spoke.", False),
    ],
)
def test_one_victim_needs_an_article_and_a_harm(sentence: str, may: bool) -> None:
    assert one_victim(sentence) is may


@pytest.mark.parametrize(
    ("word", "inflected"),
    [
        ("kill", {"kills", "killed", "killing"}),
        ("evacuate", {"evacuates", "evacuated", "evacuating"}),
        ("bury", {"buries", "buried", "burying"}),
        ("shoot", {"shoots", "shot", "shooting"}),
        ("body", {"bodies"}),
        ("trap", {"traps", "trapped", "trapping"}),
    ],
)
def test_a_word_stands_for_all_its_forms(word: str, inflected: set[str]) -> None:
    assert inflected <= forms(word)
