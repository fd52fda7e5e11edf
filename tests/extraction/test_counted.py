"""Promises of the counted noun: its head, its unit and its kind, whatever words stand between it and the number."""

import pytest

from tollbook.extraction.counted import Counted, counted
from tollbook.extraction.model import parse
from tollbook.extraction.quantities import quantities


def phrase(sentence: str) -> tuple[str | None, Counted]:
    """The head's word and the phrase of the first number of a sentence."""
    doc = parse(sentence)
    numbers = [next(t.i for t in doc if t.idx + len(t) > f.number) for f in quantities(sentence)]
    end = quantities(sentence)[0].end
    after = next((t.i for t in doc if t.idx >= end), len(doc))
    limit = next((i for i in numbers if i >= after), len(doc))
    thing = counted(doc, after, limit)
    return (None if thing.head is None else doc[thing.head].text), thing


@pytest.mark.parametrize(
    ("sentence", "head", "unit"),
    [
        ("The army lost 22 armoured personnel carriers.", "carriers", "armoured_vehicle"),
        ("Britain gave 14 Challenger 2s.", "2s", "tank"),
        ("Germany sent 18 Leopard 2A6 tanks.", "tanks", "tank"),
        ("They lost six Su-34s and two Mi-8 helicopters.", "Su-34s", "aircraft"),
        ("They lost five BMP-1s.", "BMP-1s", "armoured_vehicle"),
        ("Three Buk-M1 systems burned.", "Buk", "air_defence"),
        ("The enemy lost 11 units of special equipment.", "equipment", "special_equipment"),
        ("Patrols lost 14 pieces of artillery.", "artillery", "artillery"),
        ("Shells hit 12 residential buildings.", "buildings", "building"),
        ("The flood took 40 houses and a bridge.", "houses", "home"),
        ("Two 12-year-old boys died.", "boys", "person"),
        ("Six more bodies were found.", "bodies", "body"),
        ("Police found the bodies of 12 men.", "men", "person"),
        ("Some 30 of the wounded villagers died.", "villagers", "person"),
        ("Five Syrian army soldiers died.", "soldiers", "person"),
        ("Three Canadians died.", "Canadians", "person"),
        ("Seven others were hurt.", "others", None),
        ("Ten security forces were killed.", "forces", "person"),
        ("Two groups of sailors drowned.", "sailors", "person"),
        ("A 12-member crew is missing.", "crew", "person"),
        ("A 5,000-strong force crossed.", "force", "person"),
        ("A 20,000 force crossed.", "force", "person"),
        ("The list has 12 members of the local council.", "members", "person"),
        ("Nine battalions were sent.", "battalions", "battalion"),
    ],
)
def test_the_head_gives_the_unit(sentence: str, head: str, unit: str | None) -> None:
    word, thing = phrase(sentence)
    assert (word, thing.unit) == (head, unit)


@pytest.mark.parametrize(
    ("sentence", "kind", "group"),
    [
        ("They killed 12 soldiers.", "person", "military"),
        ("They killed 12 policemen.", "person", "police"),
        ("They killed 12 nurses.", "person", "civilian"),
        ("They killed 12 people.", "person", "plain"),
        ("They fired 12 rockets.", "munition", None),
        ("They lost 12 howitzers.", "weapon", None),
        ("They lost 12 bridges.", "thing", None),
        ("They made 12 air strikes.", "attack", None),
        ("They saw 12 corpses.", "body", None),
        ("They held 12 meetings.", "none", None),
    ],
)
def test_a_noun_has_a_kind_and_people_a_group(sentence: str, kind: str, group: str | None) -> None:
    _, thing = phrase(sentence)
    assert (thing.kind, thing.group) == (kind, group)


@pytest.mark.parametrize(
    "sentence",
    [
        "The strike killed 12.",
        "The strike killed 12 and wounded many.",
        "Of them 12 were killed.",
        "Some 12 in all died.",
    ],
)
def test_a_number_may_stand_alone(sentence: str) -> None:
    assert phrase(sentence)[1].head is None


@pytest.mark.parametrize(
    "sentence", ["Four of his men died.", "Dozens of villagers died.", "Three of them died.", "Two of the guards died."]
)
def test_what_stands_in_an_of_is_counted_as_a_part(sentence: str) -> None:
    assert phrase(sentence)[1].partitive


def test_the_phrase_ends_before_the_next_number() -> None:
    word, thing = phrase("They lost 12 tanks 14 guns and a truck.")
    assert (word, thing.unit) == ("tanks", "tank")


def test_a_day_is_no_part_of_the_phrase() -> None:
    assert phrase("The blast hurt 12 civilians Monday night.")[0] == "civilians"
    assert phrase("The army lost 12 tanks Monday night.")[1].end == phrase("The army lost 12 tanks.")[1].end
    assert phrase("The fire killed 12 Monday night.")[1].head is None
