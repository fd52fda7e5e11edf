"""Promises of the quantity expressions: their exact words, what they allow, and the many numbers that count nothing."""

import pytest

from tollbook.extraction.quantities import quantities


def read(text: str) -> list[tuple[str, float | None, float | None, str]]:
    return [(text[f.start : f.end], f.low, f.high, f.qualifier) for f in quantities(text)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The ministry counts 12,480 dead.", "12,480", 12480),
        ("Thirty-six sailors drowned off Cebu.", "Thirty-six", 36),
        ("One hundred and twenty-three miners were buried.", "One hundred and twenty-three", 123),
        ("The quake displaced 1.2 million people.", "1.2 million", 1200000),
        ("The bulletin gives 12 000 deserters.", "12 000", 12000),
        ("The bulletin speaks of 1.260 dead.", "1.260", 1260),
        ("Relief reached 1,50,000 families in Bihar.", "1,50,000", 150000),
        ("Half a million people crossed into Chad.", "Half a million", 500000),
        ("Two dozen miners were trapped.", "Two dozen", 24),
        ("A thousand homes burned.", "A thousand", 1000),
        ("A further 30 people are missing.", "30", 30),
        ("The 43 dead were buried on Friday.", "43", 43),
        ("A force of 2000 soldiers crossed the river.", "2000", 2000),
        ("Rebels killed 1500 people in the valley.", "1500", 1500),
        ("On the front line 12 soldiers were killed.", "12", 12),
        ("BUS FIRE KILLS 12 IN GOMA", "12", 12),
        ("At UN 12 people were turned away.", "12", 12),
        ("In March 45 people were killed.", "45", 45),
        ("In Homs, 12 of the dead were children.", "12", 12),
        ("In total, 34 were killed.", "34", 34),
        ("On Tuesday, 14, mostly women, were killed.", "14", 14),
        ("Another 30, mostly women, were killed.", "30", 30),
        ("The strike killed 40 in two villages.", "40", 40),
        ("They freed 12 out of 38 hostages.", "12", 12),
    ],
)
def test_a_bare_number_is_exact(text: str, words: str, value: int) -> None:
    assert read(text)[0] == (words, value, value, "exact")


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "qualifier"),
    [
        ("Some 30 of the villagers died.", "Some 30", 30, 30, "approx"),
        ("About 30, mostly women, died.", "About 30", 30, 30, "approx"),
        ("at least two people", "at least two", 2, None, "at_least"),
        ("no fewer than 18 villagers", "no fewer than 18", 18, None, "at_least"),
        ("more than 300,000 refugees", "more than 300,000", 300000, None, "at_least"),
        ("over a hundred prisoners", "over a hundred", 100, None, "at_least"),
        ("upwards of 70 prisoners", "upwards of 70", 70, None, "at_least"),
        ("deaths exceeding 5,000", "exceeding 5,000", 5000, None, "at_least"),
        ("300,000-plus soldiers", "300,000-plus", 300000, None, "at_least"),
        ("300,000+ soldiers", "300,000+", 300000, None, "at_least"),
        ("50 or more graves", "50 or more", 50, None, "at_least"),
        ("more than about 200 men", "more than about 200", 200, None, "at_least"),
        ("More than 1500.", "More than 1500", 1500, None, "at_least"),
        ("At least 12 may have died.", "At least 12", 12, None, "at_least"),
        ("at least '40' dead", "at least '40", 40, None, "at_least"),
        ("up to 60 people", "up to 60", None, 60, "at_most"),
        ("as many as 100 homes", "as many as 100", None, 100, "at_most"),
        ("fewer than 20 survivors", "fewer than 20", None, 20, "at_most"),
        ("no more than 90 men", "no more than 90", None, 90, "at_most"),
        ("30 or fewer crew", "30 or fewer", None, 30, "at_most"),
        ("As many as 50 may be trapped.", "As many as 50", None, 50, "at_most"),
        ("nearly 250,000 people", "nearly 250,000", None, 250000, "nearly"),
        ("close to 400 people", "close to 400", None, 400, "nearly"),
        ("just under 90 people", "just under 90", None, 90, "nearly"),
        ("about 15,000 fighters", "about 15,000", 15000, 15000, "approx"),
        ("some 300 families", "some 300", 300, 300, "approx"),
        ("an estimated 6,000 people", "an estimated 6,000", 6000, 6000, "approx"),
        ("around 2000 homes", "around 2000", 2000, 2000, "approx"),
        ("40-odd villagers", "40-odd", 40, 40, "approx"),
        ("20 or so houses", "20 or so", 20, 20, "approx"),
        ("about a dozen shops", "about a dozen", 12, 12, "approx"),
    ],
)  # fmt: skip
def test_a_modifier_belongs_to_the_words_and_bounds_the_number(
    text: str, words: str, low: int | None, high: int | None, qualifier: str
) -> None:
    assert read(text) == [(words, low, high, qualifier)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Between 40 and 50 people were hurt.", "Between 40 and 50", 40, 50),
        ("From 30 to 40 fighters died.", "From 30 to 40", 30, 40),
        ("10-15 soldiers were wounded.", "10-15", 10, 15),
        ("10,000 to 15,000 men deserted.", "10,000 to 15,000", 10000, 15000),
        ("2-3 million people fled.", "2-3 million", 2000000, 3000000),
        ("1.5 to 2 million people fled.", "1.5 to 2 million", 1500000, 2000000),
        ("500,000 to 1 million people fled.", "500,000 to 1 million", 500000, 1000000),
        ("Two to three thousand people died.", "Two to three thousand", 2000, 3000),
        ("two or three dozen men", "two or three dozen", 24, 36),
        ("15-20,000 men were called up.", "15-20,000", 15000, 20000),
        ("One or two civilians were hurt.", "One or two", 1, 2),
        ("A toll of between 70 and as many as 90 was given.", "between 70 and as many as 90", 70, 90),
    ],
)
def test_two_ends_are_one_range(text: str, words: str, low: int, high: int) -> None:
    assert read(text) == [(words, low, high, "range")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The toll rose from 30 to 45.", ["30", "45"]),
        ("Losses jumped from 1,200 to more than 1,500.", ["1,200", "more than 1,500"]),
        ("The garrison was cut from 9,000 to 4,000 men.", ["9,000", "4,000"]),
        ("The figure went down from 60 to 48.", ["60", "48"]),
    ],
)
def test_a_change_is_two_figures(text: str, numbers: list[str]) -> None:
    assert [words for words, *_ in read(text)] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12 killed and 30 wounded", ["12", "30"]),
        ("199 aircraft, 155 helicopters, 341 drones", ["199", "155", "341"]),
        ("at least 40 soldiers, 12 policemen and three civilians", ["at least 40", "12", "three"]),
        ("two and three respectively", ["two", "three"]),
        ("30 of 35 drones", ["30", "35"]),
        ("two or thirty people", ["two", "thirty"]),
    ],
)
def test_numbers_that_only_stand_together_stay_apart(text: str, numbers: list[str]) -> None:
    assert [words for words, *_ in read(text)] == numbers


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("tens of people", "tens", 20, 99),
        ("dozens of shops", "dozens", 24, 99),
        ("scores of villagers", "scores", 40, 99),
        ("hundreds were killed", "hundreds", 200, 999),
        ("thousands marched", "thousands", 2000, 9999),
        ("tens of thousands of families", "tens of thousands", 20000, 99999),
        ("hundreds of thousands of Rohingya", "hundreds of thousands", 200000, 999999),
        ("millions fled", "millions", 2000000, 9999999),
        ("several hundred rebels", "several hundred", 200, 999),
        ("a few dozen rebels", "a few dozen", 24, 99),
        ("many thousands of dead", "many thousands", 2000, 9999),
        ("several hundred thousand displaced", "several hundred thousand", 200000, 999999),
        ("several tens of thousands of men", "several tens of thousands", 20000, 99999),
        ("thousands upon thousands of graves", "thousands upon thousands", 2000, 9999),
        ("at least hundreds of dead", "at least hundreds", 200, 999),
    ],
)
def test_a_magnitude_is_vague(text: str, words: str, low: int, high: int) -> None:
    assert read(text) == [(words, low, high, "vague")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Both pilots died.", ["Both"]),
        ("Both France and Italy lost men.", []),
        ("a pair of helicopters", ["pair"]),
        ("another was wounded", ["another"]),
        ("another 12 were wounded", ["12"]),
        ("another dozens of homes", ["dozens"]),
    ],
)
def test_words_for_a_fixed_number_count_unless_they_only_join(text: str, numbers: list[str]) -> None:
    assert [words for words, *_ in read(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "The strike came on March 14.",
        "The strike came on 14 March 2021.",
        "It lasted from 3 to 9 May.",
        "It began on 24/02/2022 and ended on 2022-03-01.",
        "Files from the 1990s and the '80s were burned.",
        "The 1980-88 war and the 1992\u20131995 siege are remembered.",
        "It happened in 2014 and again in 2018.",
        "The 2003 invasion was over by May.",
        "Between 1992 and 1995 the city was cut off.",
        "The blast at 10:45 a.m. shook the city.",
        "Shelling resumed at 0400 GMT and at 5.30pm.",
        "He came at 9 in the morning.",
    ],
)
def test_dates_and_times_count_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ahmed, 34, was buried on Friday.",
        "Olena (41) was buried on Friday.",
        "His brothers, 14 and 16, survived.",
        "The girl, 7, survived.",
        "A 34-year-old man was shot.",
        "A man in his 30s was shot.",
        "The 7-month-old baby lived.",
        "The girl, aged 7, lived.",
        "Boys aged 12 and 14 lived.",
        "Men aged between 18 and 60 may not leave.",
        "Boys between the ages of 12 and 17 may leave.",
        "He was a father of three children.",
    ],
)
def test_ages_count_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Damage of $3 million was reported.",
        "The budget is \u00a340m, not \u20ac1.5bn.",
        "They were paid 500 dollars, or 30,000 rupees.",
        "Kin receive Rs 50,000 each.",
        "It cost between 10 and 12 million euros.",
        "The village, 12 km from the front, is empty.",
        "A crater 15 metres wide opened.",
        "Waves 10m high broke over the pier.",
        "The lake covers 365 square kilometres.",
        "Some 80 tonnes of grain burned.",
        "About 40% of the crop is lost.",
        "From 40 to 50 percent of the crop is lost.",
        "Forty per cent of the town is rubble.",
        "Two-thirds of the town is rubble.",
        "A third of the town is rubble.",
        "One in five people is hungry.",
        "Three out of four families are hungry.",
        "The truce held for 12 days.",
        "Within 48 hours it was over.",
        "Five years of war have passed.",
        "It happened three times.",
        "A quake of magnitude 7.8 struck.",
        "It was 33.5 degrees.",
    ],
)
def test_money_measures_shares_and_durations_count_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A 155mm shell and an 82-mm mortar were found.",
        "A T-72 tank, an F-16 jet and a Mi-8 helicopter came.",
        "An S-300 missile and AK-47 rifles were shown.",
        "Leopard 2 tanks and Challenger 2 tanks came.",
        "A Boeing 737 came down; Flight 370 is lost.",
        "The 93rd Brigade and the 580th division held the hill.",
        "Brigade 12 and Unit 8200 held the hill.",
        "Camp 22 and Zone 5 are closed.",
        "Article 5 and Resolution 2334 were cited.",
        "Articles 58 and 59 were cited.",
        "The country ranks 142nd.",
        "On day 109 the siege went on.",
        "The 45th day of the war began in the 21st century.",
        "France 24, Channel 4 and CBS 3 showed it.",
        "COVID-19 and 9/11 were named.",
        "Call +44 20 7946 0018, or 020 7946 0018, or 1-800-555-0199.",
        "Version 2.0 is out on page 12.",
        "See https://example.org/2024/12 or write to desk7@example.org.",
        "A 3-storey building and a 10-day truce fell.",
        "The password 0042 was sent.",
        "No one knows.",
    ],
)
def test_names_ranks_and_references_count_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["A 12-member crew", "A 200-strong force", "A five-man patrol"])
def test_a_sized_group_is_counted_by_its_size(text: str) -> None:
    assert len(read(text)) == 1


def test_a_number_too_long_to_count_anybody_is_none() -> None:
    assert read("7" * 400) == []
    assert read("Account 12345678 was closed.") == []
