"""Places lead to the state that borders recognised by the UN put them in, and words that are no places lead nowhere."""

from collections import defaultdict

import pytest

from tollbook.extraction.places import key, places
from tollbook.lexicon import table


def found(text):
    return [(text[start:end], country) for start, end, country in places(text)]


def test_every_region_lies_in_a_state_of_the_table_of_parties():
    assert set(table("regions")["regions"]) <= {c["code"] for c in table("parties")["country"]}


def test_no_region_lies_in_two_states():
    owners = defaultdict(set)
    for code, names in table("regions")["regions"].items():
        assert len(names) == len(set(names)), code
        for name in names:
            owners[key(name)].add(code)
    for name in table("regions")["ambiguous"]:
        owners[key(name)].add("ambiguous")
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


def test_the_doubtful_regions_are_regions():
    regions = {n for names in table("regions")["regions"].values() for n in names}
    assert set(table("regions")["after_preposition"]) <= regions


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Helmand", "AFG"),
        ("Deir ez-Zor", "SYR"),
        ("Deir al-Zour", "SYR"),
        ("Khan Younis", "PSE"),
        ("Kherson", "UKR"),
        ("Kharkov", "UKR"),
        ("Chechnya", "RUS"),
        ("North Kivu", "COD"),
        ("Cabo Delgado", "MOZ"),
        ("Luzon", "PHL"),
        ("Aceh", "IDN"),
        ("Gaziantep", "TUR"),
        ("Port-au-Prince", "HTI"),
        ("Maiduguri", "NGA"),
        ("Mosul", "IRQ"),
        ("Côte d'Ivoire", "CIV"),
        ("the Philippines", "PHL"),
        ("Odessa", "UKR"),
        ("Tripoli", "LBY"),
        ("Nagorno-Karabakh", "AZE"),
        ("Mitrovica", "XKX"),
        ("N’Djamena", "TCD"),
    ],
)
def test_a_place_lies_in_its_state(name, country):
    assert [state for _, _, state in places(f"Fighting went on in {name} on Monday")] == [country]


@pytest.mark.parametrize("name", ["Kashmir", "Kurdistan", "San Jose", "Xyzzy", "South America"])
def test_unknown_and_shared_names_give_no_state(name):
    assert places(f"Fighting went on in {name} on Monday") == []


def test_the_longest_name_wins_and_offsets_cut_it_out():
    assert found("Floods in South Sudan and in Sudan's Blue Nile state") == [
        ("South Sudan", "SSD"),
        ("Sudan", "SDN"),
        ("Blue Nile state", "SDN"),
    ]


def test_articles_and_accents_and_hyphens_do_not_hide_a_place():
    assert found("from al-Fashir to Nyala, from Ménaka to Gao, near St. Petersburg") == [
        ("al-Fashir", "SDN"),
        ("Nyala", "SDN"),
        ("Ménaka", "MLI"),
        ("St. Petersburg", "RUS"),
    ]


def test_words_and_people_named_like_cities_are_places_in_company_only():
    assert found("Nice weather, said George; Split votes, Mobile phones") == []
    assert found("A truck in Nice, a fire near Split, tornadoes in Mobile") == [
        ("Nice", "FRA"),
        ("Split", "HRV"),
        ("Mobile", "USA"),
    ]
    assert found("residents of the town of Lyman fled; Lyman himself stayed") == [("Lyman", "UKR")]


def test_small_letters_are_no_places():
    assert found("they told us of a turkey, of china and of mobile homes") == []


def test_us_is_a_state_only_in_capitals():
    assert found("Us and them: the US Navy, the U.S. Army") == [("US", "USA"), ("U.S.", "USA")]


def test_newspapers_and_wars_named_after_places_are_no_places():
    assert found("The Washington Post wrote about the Vietnam War") == []


def test_a_sentence_ends_a_name():
    assert found("They came from Sudan. South Darfur burns.") == [("Sudan", "SDN"), ("South Darfur", "SDN")]


def test_months_and_days_are_no_places():
    assert found("in March, in May, on Sunday, in August") == []


def test_a_surname_beside_a_given_name_is_no_city():
    assert found("Aides of Andriy Yermak spoke to Iryna Bakhmach") == []
    assert found("Shells fell on Iraq's Tuz Khurmatu") == [("Iraq", "IRQ"), ("Tuz Khurmatu", "IRQ")]


def test_what_follows_a_comma_decides_between_namesakes():
    assert found("in Tripoli, Lebanon, and in Tripoli") == [("Tripoli", "LBN"), ("Lebanon", "LBN"), ("Tripoli", "LBY")]
    assert found("a fire in San Jose, California") == [("San Jose", "USA"), ("California", "USA")]
    assert found("Savannah, Georgia; Tbilisi, Georgia") == [
        ("Savannah", "USA"),
        ("Georgia", "USA"),
        ("Tbilisi", "GEO"),
        ("Georgia", "GEO"),
    ]


def test_a_list_of_places_changes_none_of_them():
    assert found("talks in Tripoli, Cairo and Algiers") == [("Tripoli", "LBY"), ("Cairo", "EGY"), ("Algiers", "DZA")]
    assert [c for _, c in found("London, Ottawa and Canberra agreed")] == ["GBR", "CAN", "AUS"]
