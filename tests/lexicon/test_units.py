"""The table of what is counted keeps its promises: every noun once, in the singular, found again from its plural."""

import re
from collections import Counter

import pytest

from tollbook.extraction.counted import singular
from tollbook.lexicon import table

UNITS = table("units")
NOUNS = {
    "not_counted": UNITS["not_counted"],
    **{f"person.{k}": v for k, v in UNITS["person"].items()},
    **{f"thing.{k}": v for k, v in UNITS["thing"].items()},
    **{f"group_noun.{k}": v for k, v in UNITS["group_noun"].items()},
}
DEFINED = (
    "tank armoured_vehicle artillery rocket_launcher air_defence aircraft helicopter drone missile rocket shell "
    "bomb ship vehicle weapon building home hospital school settlement body attack"
)


def test_the_tables_are_the_five_that_the_head_of_the_file_describes():
    assert set(UNITS) == {"not_counted", "person", "thing", "group_noun", "plural"}
    assert set(UNITS["person"]) == {"military", "police", "civilian", "plain"}


def test_the_units_that_the_definition_names_are_there():
    assert set(DEFINED.split()) <= set(UNITS["thing"])


def test_a_unit_is_a_singular_noun_in_snake_case():
    for unit in (*UNITS["thing"], *UNITS["group_noun"]):
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", unit), unit
        last = unit.split("_")[-1]
        assert last in UNCHANGED or singular(last) == last, unit


def test_no_noun_stands_in_two_lists():
    owners = Counter(
        noun.lower().replace("-", " ")
        for nouns in NOUNS.values()
        for noun in {n.lower().replace("-", " ") for n in nouns}
    )
    assert [noun for noun, n in owners.items() if n > 1] == []


def test_nouns_are_trimmed_words():
    for where, nouns in NOUNS.items():
        for noun in nouns:
            assert noun == " ".join(noun.split()) and re.fullmatch(r"[\w' -]+", noun), (where, noun)


UNCHANGED = {
    "MLRS",
    "MRLS",
    "HIMARS",
    "GMLRS",
    "ATACMS",
    "MANPADS",
    "UAS",
    "Abrams",
    "Oniks",
    "headquarters",
    "barracks",
    "remains",
    "corps",
    "series",
    "people",
}
"""Nouns with an s of their own, and "people", which reads as a noun of its own beside "person"."""


def test_nouns_are_singular():
    for where, nouns in NOUNS.items():
        for noun in nouns:
            last = noun.split()[-1]
            if " of " not in noun and last not in UNCHANGED:
                assert singular(last) == last.lower(), (where, noun)


def test_a_plural_leads_to_a_word_of_its_own():
    same = {p for p, s in UNITS["plural"].items() if p == s}
    assert same <= UNCHANGED | {"species", "police", "means"}


@pytest.mark.parametrize(
    ("plural", "noun"),
    [
        ("servicemen", "serviceman"),
        ("policewomen", "policewoman"),
        ("schoolchildren", "schoolchild"),
        ("people", "person"),
        ("bodies", "body"),
        ("buses", "bus"),
        ("churches", "church"),
        ("corpses", "corpse"),
        ("caches", "cache"),
        ("avalanches", "avalanche"),
        ("casualties", "casualty"),
        ("jihadis", "jihadi"),
        ("aircraft", "aircraft"),
        ("lives", "life"),
        ("trenches", "trench"),
        ("houses", "house"),
        ("losses", "loss"),
        ("heroes", "hero"),
    ],
)
def test_plurals_find_their_singular(plural, noun):
    assert singular(plural) == noun


def test_a_person_is_never_a_thing():
    people = {n for nouns in UNITS["person"].values() for n in nouns}
    assert not people & {n for nouns in UNITS["thing"].values() for n in nouns}


@pytest.mark.parametrize(
    ("noun", "where"),
    [
        ("soldier", "person.military"),
        ("gendarme", "person.police"),
        ("aid worker", "person.civilian"),
        ("hostage", "person.plain"),
        ("infantry fighting vehicle", "thing.armoured_vehicle"),
        ("howitzer", "thing.artillery"),
        ("multiple launch rocket system", "thing.rocket_launcher"),
        ("anti-aircraft warfare system", "thing.air_defence"),
        ("cruise missile", "thing.missile"),
        ("mortar shell", "thing.shell"),
        ("fuel tanker", "thing.vehicle"),
        ("village", "thing.settlement"),
        ("apartment", "thing.home"),
        ("battalion", "group_noun.battalion"),
        ("household", "group_noun.household"),
        ("percentage point", "not_counted"),
        ("hour", "not_counted"),
    ],
)
def test_a_noun_stands_where_a_reader_looks_for_it(noun, where):
    assert noun in NOUNS[where]
