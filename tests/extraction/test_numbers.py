"""Promises of reading a number: what digits and words are worth, whatever the country that wrote them."""

import re

import pytest

from tollbook.extraction.numbers import NUMBER, value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("12,480", 12480),
        ("12 480", 12480),
        ("12'480", 12480),
        ("12.480", 12480),
        ("1.260.000", 1260000),
        ("1,50,000", 150000),
        ("12,34,567", 1234567),
        ("3.5 million", 3500000),
        ("3,5 million", 3500000),
        ("1.250 million", 1250000),
        ("0.4m", 400000),
        ("20k", 20000),
        ("7 lakh", 700000),
        ("2.3 crore", 23000000),
        ("1.1bn", 1100000000),
        ("40-thousand", 40000),
        ("seven", 7),
        ("Twelve", 12),
        ("twenty-three", 23),
        ("forty two", 42),
        ("a hundred", 100),
        ("twelve hundred", 1200),
        ("one hundred and six", 106),
        ("three hundred twenty-one", 321),
        ("one-hundred-and-twenty", 120),
        ("six hundred thousand", 600000),
        ("two million three hundred thousand", 2300000),
        ("a thousand and five", 1005),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("a half-dozen", 6),
        ("half a million", 500000),
        ("a quarter of a million", 250000),
        ("three quarters of a million", 750000),
        ("two and a half thousand", 2500),
        ("a million and a half", 1500000),
        ("one and a half million", 1500000),
    ],
)
def test_a_number_is_read_whole_and_worth_what_it_says(text: str, value: int) -> None:
    found = re.search(NUMBER, text, re.IGNORECASE)
    assert found is not None
    assert found.group() == text
    assert value_of(text) == value


@pytest.mark.parametrize("text", ["7.5", "1.23", "", "people", "9" * 16])
def test_what_is_no_whole_number_is_worth_nothing(text: str) -> None:
    assert value_of(text) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("two and three were hurt", ["two", "three"]),
        ("two thousand and three thousand", ["two thousand", "three thousand"]),
        ("twenty and thirty", ["twenty", "thirty"]),
        ("ten twelve", ["ten", "twelve"]),
        ("waves 10m high", ["10"]),
        ("10m people", ["10m"]),
        ("5,000, 6,000", ["5,000", "6,000"]),
    ],
)
def test_neighbours_are_numbers_of_their_own(text: str, numbers: list[str]) -> None:
    assert re.findall(NUMBER, text, re.IGNORECASE) == numbers
