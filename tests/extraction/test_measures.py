"""Promises of the measure: the word that says what happened is found, before or behind the figure, however far."""

import pytest

from tollbook.document import Document
from tollbook.extraction.pipeline import mentions
from tollbook.extraction.sentences import article


def read(text: str) -> list[tuple[str, str, str]]:
    """Words, measure and unit of each figure."""
    return [(m.quantity.text, m.measure, m.unit) for m in mentions(article(Document("a", text, "")))]


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("The strike killed 12 people.", "killed"),
        ("At least 14 worshippers died in the blast.", "killed"),
        ("Fourteen people lie dead in the square.", "killed"),
        ("Thirty-six sailors lost their lives.", "killed"),
        ("The cyclone claimed 88 lives.", "killed"),
        ("The army said it had liquidated 45 militants in Sinai.", "killed"),
        ("Special forces eliminated four commanders.", "killed"),
        ("Jets neutralised 17 fighters near Qandil.", "killed"),
        ("Nine shepherds were shot dead at a roadblock.", "killed"),
        ("Eleven cadets perished when the mine caved in.", "killed"),
        ("The deaths of 12 miners shocked Zonguldak.", "killed"),
        ("The killing of nine nuns provoked outrage.", "killed"),
        ("The death toll rose to 340 on Monday.", "killed"),
        ("Officials put the number of dead at 48.", "killed"),
        ("The number of people killed reached 1,150 on Sunday.", "killed"),
        ("As of Friday, 1,340 deaths had been confirmed.", "killed"),
        ("At least 22 dead in Lagos building collapse", "killed"),
        ("The clashes left 14 dead.", "killed"),
        ("Seven firefighters were burned to death.", "killed"),
        ("Another 12 people were injured.", "wounded"),
        ("Hospitals treated 65 wounded.", "wounded"),
        ("Police batons hurt 18 marchers.", "wounded"),
        ("The army reported 120 casualties.", "killed_or_wounded"),
        ("Some 300 people were killed or wounded.", "killed_or_wounded"),
        ("The division lost 640 men over the past day.", "lost"),
        ("A further 30 people are missing.", "missing"),
        ("Gunmen kidnapped 60 pupils from a school in Zamfara.", "captured"),
        ("Rebels took 11 policemen hostage.", "captured"),
        ("Some 90 marines surrendered at the steelworks.", "surrendered"),
        ("Hamas released 24 hostages.", "released"),
        ("The two sides exchanged 200 prisoners.", "released"),
        ("Police arrested 230 protesters in Tbilisi.", "detained"),
        ("A court in Minsk jailed 11 activists.", "convicted"),
        ("Some 3,000 reservists were called up.", "mobilised"),
        ("The army has 45,000 troops in the region.", "deployed"),
        ("Some 2.3 million people have been displaced since April.", "displaced"),
        ("About 70,000 people remain homeless.", "displaced"),
        ("Flooding forced 90,000 residents from their homes.", "displaced"),
        ("About 400 patients were evacuated from the hospital.", "evacuated"),
        ("Rescuers pulled 17 people alive from the rubble.", "rescued"),
        ("Fifty-two bodies were found in a mass grave.", "recovered"),
        ("One civilian died and nine were hospitalised.", "hospitalised"),
        ("Hundreds of thousands of people demonstrated in Khartoum.", "demonstrated"),
    ],
)
def test_what_happened_to_people(sentence: str, measure: str) -> None:
    _, found, unit = read(sentence)[-1]
    assert found == measure
    assert unit == ("body" if measure == "recovered" else "person")


@pytest.mark.parametrize(
    ("sentence", "measure", "unit"),
    [
        ("The rebels destroyed more than 30 trucks.", "destroyed", "vehicle"),
        ("Russian forces lost 18 howitzers.", "destroyed", "artillery"),
        ("Three hospitals were flattened.", "destroyed", "hospital"),
        ("A two-storey house and three shops burned down.", "destroyed", "shop"),
        ("A pair of helicopters was shot down.", "destroyed", "helicopter"),
        ("Shelling damaged 40 houses.", "damaged", "home"),
        ("Russia fired 70 missiles at Odesa.", "launched", "missile"),
        ("Half a dozen shells fell on the market.", "launched", "shell"),
        ("Hezbollah fired 40 rockets into northern Israel.", "launched", "rocket"),
        ("Shells hit 12 residential buildings.", "struck", "building"),
        ("Air defences intercepted 22 missiles.", "intercepted", "missile"),
        ("The ministry said 16 drones were shot down over Bryansk.", "intercepted", "drone"),
        ("Germany sent 14 Leopard 2 tanks to Ukraine.", "supplied", "tank"),
        ("Two battalions were sent to Goma.", "deployed", "battalion"),
    ],
)
def test_what_happened_to_things(sentence: str, measure: str, unit: str) -> None:
    assert read(sentence)[-1][1:] == (measure, unit)


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "The general staff said Russian forces lost 12 tanks, 24 armoured vehicles, 18 artillery systems and three "
            "helicopters.",
            [
                ("12", "destroyed", "tank"),
                ("24", "destroyed", "armoured_vehicle"),
                ("18", "destroyed", "artillery"),
                ("three", "destroyed", "helicopter"),
            ],
        ),
        (
            "At least 40 soldiers, 12 policemen and three civilians were killed.",
            [("At least 40", "killed", "person"), ("12", "killed", "person"), ("three", "killed", "person")],
        ),
        ("The strike killed 12 and injured 30.", [("12", "killed", "person"), ("30", "wounded", "person")]),
        (
            "The strike killed 12, wounded 30 and left 4 missing.",
            [("12", "killed", "person"), ("30", "wounded", "person"), ("4", "missing", "person")],
        ),
        ("30 killed, 45 wounded in Kabul blast", [("30", "killed", "person"), ("45", "wounded", "person")]),
        (
            "The toll stands at 1,204 dead and 3,400 injured.",
            [("1,204", "killed", "person"), ("3,400", "wounded", "person")],
        ),
        (
            "Three hospitals and 41 schools were destroyed.",
            [("Three", "destroyed", "hospital"), ("41", "destroyed", "school")],
        ),
        (
            "Russia fired 70 missiles and 30 drones at Ukraine overnight.",
            [("70", "launched", "missile"), ("30", "launched", "drone")],
        ),
        (
            "Ukraine's air force shot down 30 of 35 drones.",
            [("30", "intercepted", "drone"), ("35", "intercepted", "drone")],
        ),
    ],
)
def test_a_list_shares_its_verb_and_a_modifier_its_first_item_only(
    sentence: str, figures: list[tuple[str, str, str]]
) -> None:
    assert read(sentence) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "More than 300 people were killed, including 45 soldiers.",
            [("More than 300", "killed"), ("45", "killed")],
        ),
        ("The blast wounded 14 people, three of them seriously.", [("14", "wounded"), ("three", "wounded")]),
        (
            "The toll is now 19: 12 men, five women and two children.",
            [("19", "killed"), ("12", "killed"), ("five", "killed"), ("two", "killed")],
        ),
        ("Two of the three hostages were freed.", [("Two", "released"), ("three", "released")]),
        ("A storm killed 80 people in Beira. Among them were 14 children.", [("80", "killed"), ("14", "killed")]),
        (
            "The army said five of its soldiers had been killed and 11 wounded.",
            [("five", "killed"), ("11", "wounded")],
        ),
    ],
)
def test_a_part_of_a_total_shares_its_measure(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(words, measure) for words, measure, _ in read(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "BEIRA, March 14 - At least 61 people were killed when a cyclone tore through the port, officials said.",
        "KABUL (Own correspondent) \u2014 A bomb killed at least 61 worshippers at a mosque on Friday.",
        "Mekelle, 3 Nov 2021 (AW): At least 61 villagers died in an air raid.",
        "At least 61 miners killed in Zonguldak blast",
        "AT LEAST 61 MINERS KILLED IN ZONGULDAK BLAST",
    ],
)
def test_a_dateline_or_a_headline_hides_nothing_and_adds_nothing(text: str) -> None:
    assert [(words.lower(), measure) for words, measure, _ in read(text)] == [("at least 61", "killed")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Two leaders met in Geneva.",
        "The minister met 12 ambassadors.",
        "The company employs 3,000 people.",
        "The team won 3-2 in front of 12,000 fans.",
        "Prices rose 12 percent while 4 million tonnes were exported.",
        "The lake is 30 km long and 200 metres deep.",
        "He scored 14 goals in 30 matches.",
        "The church, built in 1850, seats 400.",
        "The senator won 52 votes.",
        "The parliament voted 310 to 12 for the law.",
        "Ticket sales reached $12 million in 3 days.",
        "Schools in 12 provinces are closed.",
        "Ahmed, 34, was killed.",
        "The 34-year-old was killed near Sumy.",
        "Sixteen-year-old Omar was killed.",
        "No one was killed.",
        "One in five people was displaced.",
        "Two-thirds of the homes were destroyed.",
        "Sixty percent of the houses were destroyed.",
        "Several people were killed.",
        "The war has lasted 12 years and has killed many.",
    ],
)
def test_a_figure_of_nothing_lost_is_no_claim(sentence: str) -> None:
    assert read(sentence) == []
