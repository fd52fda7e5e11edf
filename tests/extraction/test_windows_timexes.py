"""Time expressions and the dates they come to."""

import pytest

from tollbook.extraction.when import dates
from tollbook.extraction.when.counted_from import counted_from
from tollbook.extraction.when.timexes import timexes

THURSDAY = "2019-05-16"


def only(text: str, published: str | None = THURSDAY) -> tuple[str, str | None, str | None]:
    found = timexes(text, published)
    assert len(found) == 1, found
    return found[0].role, found[0].first, found[0].last


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Thursday", "2019-05-16"),
        ("late on Wednesday", "2019-05-15"),
        ("last Thursday", "2019-05-09"),
        ("Friday's", "2019-05-10"),
        ("yesterday", "2019-05-15"),
        ("last night", "2019-05-15"),
        ("three days ago", "2019-05-13"),
        ("on 4 May", "2019-05-04"),
        ("on Dec. 30", "2018-12-30"),
        ("on the 2nd of March, 2017", "2017-03-02"),
        ("on Saturday, April 6, 2019,", "2019-04-06"),
        ("on 2019-01-31", "2019-01-31"),
        ("in late March", "2019-03"),
        ("in August last year", "2018-08"),
        ("in May 2011", "2011-05"),
        ("last month", "2019-04"),
        ("in 2004", "2004"),
        ("last year", "2018"),
        ("on New Year's Eve", "2018-12-31"),
    ],
)
def test_a_date_is_the_latest_that_had_come_by_the_day_of_publication(words: str, day: str) -> None:
    assert only(f"The dam gave way {words} and drowned 40 people") == ("point", day, day)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in the past 24 hours", "2019-05-15", THURSDAY),
        ("over the last three weeks", "2019-04-25", THURSDAY),
        ("in the past two months", "2019-03", THURSDAY),
        ("this week", "2019-05-13", THURSDAY),
        ("this year", "2019", THURSDAY),
        ("in recent days", None, THURSDAY),
        ("over the weekend", None, THURSDAY),
        ("in the first three months of 2019", "2019-01", "2019-03"),
        ("in the first week of May", "2019-05-01", "2019-05-07"),
    ],
)
def test_a_window_runs_up_to_publication(words: str, first: str | None, last: str) -> None:
    assert only(f"Gunmen killed 12 farmers {words}, elders say") == ("window", first, last)


def test_a_span_takes_both_its_dates() -> None:
    assert only("between January 3, 2016, and 9 April 2017 some 800 died") == ("span", "2016-01-03", "2017-04-09")
    assert only("from 3 to 5 March the guns were silent") == ("span", "2019-03-03", "2019-03-05")
    assert only("from the start of the siege to March 2019, 90 starved") == ("span", None, "2019-03")


def test_two_days_joined_are_one_stretch() -> None:
    assert only("jets flew nine sorties on Sunday and Monday") == ("point", "2019-05-12", "2019-05-13")


def test_since_counts_from_its_date() -> None:
    assert only("since November 2017 the rebels have lost 300") == ("since", "2017-11", "2017-11")
    assert only("since the uprising began in April, 70 have died") == ("since", "2019-04", None)
    assert only("after four years of civil war, 90,000 are dead") == ("since", "2015", None)
    assert only("the number of victims from the beginning of the siege is 70") == ("since", None, None)
    assert only("since the bombings began on May 2, 70 have died") == ("since", "2019-05-02", None)
    assert only("the 12-day offensive has cost 60 lives") == ("since", "2019-05-04", None)


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("the guns fire 300 shells a day", "day"),
        ("up to 40 patients per hour", "hour"),
        ("losing 90 men every week", "week"),
        ("each month 200 children are hurt", "month"),
        ("daily losses of 70", "day"),
    ],
)
def test_a_rate_says_per_what(text: str, per: str) -> None:
    (found,) = timexes(text, THURSDAY)
    assert (found.role, found.per) == ("rate", per)


@pytest.mark.parametrize(
    "text",
    [
        "They may send 5 soldiers and march on",
        "killed 1999 people",
        "a day after the raid",
        "a second man was hurt",
        "in a single day",
        "the daily briefing said so",
        "$2014 was paid",
        "in hospital after three days of pain",
        "within ten minutes they had gone",
    ],
)
def test_words_that_only_look_like_time_are_left(text: str) -> None:
    assert [x for x in timexes(text, THURSDAY) if x.role in ("rate", "point", "span")] == []


def test_without_a_publication_date_only_full_dates_are_known() -> None:
    assert only("on Monday 12 died", None) == ("point", None, None)
    assert only("in June 12 died", None) == ("point", None, None)
    assert only("on 3 June 2014 12 died", None) == ("point", "2014-06-03", "2014-06-03")


def test_the_stamp_of_the_page_is_no_date_of_the_story() -> None:
    assert timexes("May 15, 2019", THURSDAY) == ()
    assert timexes("Date of publication 15 May 2019 Two were killed", THURSDAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "QUETTA, May 14 (Example Agency) -- Two were killed",
        "BOGOTA, Colombia, May 14 - Two were killed",
        "(Quito, 14 May 2019) \u2013 Two were killed",
        "Goma, 14 May 2019",
        "Example Agency Tuesday 14 May 2019 A bomb tore through a bus",
    ],
)
def test_a_dateline_is_no_date_of_the_story(text: str) -> None:
    assert timexes(text, THURSDAY) == ()


def test_the_previous_day_is_the_one_before_the_day_named() -> None:
    assert [(x.role, x.last) for x in timexes("He said on May 14 that 40 died during the previous day", THURSDAY)] == [
        ("point", "2019-05-14"),
        ("window", "2019-05-13"),
    ]


def test_an_adverb_is_a_rate_and_a_masthead_is_none() -> None:
    assert only("the guns fire 300 shells daily")[0] == "rate"
    assert timexes("he told the Savannah Daily that 60 had died", THURSDAY) == ()


def test_days_that_no_calendar_has_are_no_dates() -> None:
    assert dates.compose(2021, 2, 30) is None
    assert dates.latest("2021-03-01", 2, 29) is None


def test_an_article_counts_from_the_war_it_speaks_of() -> None:
    text = "Since the war began Kyiv has asked for help. Moscow answered Kyiv."
    assert counted_from(text, "2023-05-01") == "2022-02-24"
    assert counted_from(text, "2015-05-01") == "2014-04-14"
    assert counted_from("Rain fell on Lisbon. Lisbon is wet.", "2023-05-01") is None
    assert counted_from(text, None) is None


def test_times_before_the_calendar_are_unknown() -> None:
    assert only("9999999999 days ago") == ("point", None, None)
    assert only("800000 years ago") == ("point", None, None)
    assert only("99999 months ago") == ("point", None, None)
