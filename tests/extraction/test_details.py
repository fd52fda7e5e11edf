"""Promises of the details step: place, doer, means, group and names are read from the words beside the count."""

import pytest

from tollbook.document import Document
from tollbook.extraction.details import Details, details
from tollbook.extraction.pipeline import mentions
from tollbook.extraction.sentences import article
from tollbook.lexicon import table


def first(text: str) -> Details:
    art = article(Document("a", text, "0" * 64))
    return details(art, mentions(art))[0]


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("At least 40 people were killed near El Fasher on Sunday.", "El Fasher", "SDN"),
        ("Floods killed 31 people in the province of Sindh.", "Sindh", "PAK"),
        ("A bomb wounded 12 policemen in southern Afghanistan.", "Afghanistan", "AFG"),
    ],
)
def test_the_place_is_kept_as_written_with_its_country(text: str, place: str, country: str) -> None:
    found = first(text).place
    assert found is not None
    assert (found.text, found.resolved) == (place, country)
    assert text[found.start : found.end] == place


def test_a_people_or_a_doer_is_no_place() -> None:
    assert first("Turkish jets killed 12 fighters overnight.").place is None
    assert first("Khartoum said 12 fighters were killed overnight.").place is None


def test_where_somebody_speaks_is_not_where_it_happened() -> None:
    assert first("Diplomats in New York said 12 soldiers were killed overnight.").place is None


def test_a_longer_name_that_begins_like_a_known_place_is_not_that_place() -> None:
    found = first("The fire near Sobral Velho killed 62 people.").place
    assert found is not None
    assert (found.text, found.resolved) == ("Sobral Velho", None)


@pytest.mark.parametrize(
    "text",
    [
        "The war has killed 542 people.",
        "Two strikes destroyed three trucks.",
        "Two airliners were damaged by ash.",
        "Violence drives 500 people from their homes.",
    ],
)
def test_an_event_or_a_thing_is_no_doer(text: str) -> None:
    assert first(text).by is None


@pytest.mark.parametrize(
    "text",
    [
        "Sweden sent 50 infantry fighting vehicles to its neighbour.",
        "Some 800 people are trapped in bomb shelters under the plant.",
        "The army destroyed six artillery pieces and a fighting position.",
    ],
)
def test_the_name_of_a_thing_is_no_means(text: str) -> None:
    assert first(text).means is None


@pytest.mark.parametrize(
    ("text", "by", "party"),
    [
        ("Nine farmers were shot dead by Boko Haram on Monday.", "Boko Haram", "Boko Haram"),
        ("Israeli jets killed 12 children on the coast.", "Israeli jets", "ISR"),
        ("Armed men killed 12 villagers in the night.", "Armed men", None),
    ],
)
def test_who_did_it_is_the_agent_or_the_subject(text: str, by: str, party: str | None) -> None:
    found = first(text).by
    assert found is not None
    assert (found.text, found.resolved) == (by, party)
    assert text[found.start : found.end] == by


def test_a_flood_is_a_means_and_nobody_s_deed() -> None:
    found = first("A flash flood killed 31 people in Sindh.")
    assert (found.by, found.means) == (None, "flood")


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("An air strike killed 12 people in Idlib.", "air_strike"),
        ("Shelling killed two people in Kherson.", "shelling"),
        ("Some 30 prisoners were beheaded near Sinjar.", "execution"),
        ("A suicide bomber killed 17 recruits at a police station.", "suicide_attack"),
        ("The earthquake killed 2,000 people.", "earthquake"),
        ("At least 60 migrants drowned off Lampedusa.", "drowning"),
    ],
)
def test_the_means_is_told_by_its_words(text: str, means: str) -> None:
    assert first(text).means == means


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Two aid workers were kidnapped in Borno.", "aid_workers"),
        ("Three journalists were wounded in Gaza.", "journalists"),
        ("The blast killed 12 children.", "children"),
        ("The blast killed 12 people.", None),
    ],
)
def test_the_group_is_what_the_people_are_called(text: str, group: str | None) -> None:
    assert first(text).group == group


def test_victims_named_beside_the_count_are_kept() -> None:
    text = "Two aid workers, Maria Lopez and John Adeyemi, were kidnapped in Borno, Governor Peter Okafor said."
    assert [n.text for n in first(text).names] == ["Maria Lopez", "John Adeyemi"]


def test_every_detail_names_its_rule_and_its_words() -> None:
    text = "Israeli jets killed 12 children in an air strike on the town of Tyre."
    found = first(text)
    assert {r.field for r in found.why} == {"place", "by", "means", "group"}
    assert all(r.rule and r.start is not None and r.end is not None for r in found.why)


def test_no_group_has_a_plural_noun_and_no_means_an_upper_case_name() -> None:
    for group, nouns in table("groups").items():
        assert group == group.lower()
        assert all(noun == noun.lower() and noun.strip() for noun in nouns)
    assert all(name.replace("_", "").islower() for name in table("means"))
