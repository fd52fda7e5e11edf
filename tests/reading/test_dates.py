"""When an article was really published: each sign with its words, the one that decides, and what speaks against it."""

from datetime import date

import pytest

from tollbook.document import Document
from tollbook.reading import read
from tollbook.reading.calendar import written

LEAD = (
    "A landslide buried part of a mining camp in the hills above Mokoto, killing at least 23 people and cutting the"
    " only road to the district hospital, the governor's office said"
)
REST = "Soldiers dug through the night with shovels. Relatives of the missing waited behind a rope at the foot of it."


def document(*paragraphs: str, published: str | None = None) -> Document:
    return read("\n\n".join(paragraphs).encode(), published=published)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3 May 2021", date(2021, 5, 3)),
        ("Monday, 3rd of May, 2021", date(2021, 5, 3)),
        ("May 3, 2021", date(2021, 5, 3)),
        ("Mon May 3 2021", date(2021, 5, 3)),
        ("MAY 3RD, 2021", date(2021, 5, 3)),
        ("March, 3, 2021", date(2021, 3, 3)),
        ("Sept. 3, 2021", date(2021, 9, 3)),
        ("03-May-2021", date(2021, 5, 3)),
        ("2021-05-03", date(2021, 5, 3)),
        ("2021/5/3", date(2021, 5, 3)),
        ("23.05.2021", date(2021, 5, 23)),
        ("05/23/2021", date(2021, 5, 23)),
    ],
)
def test_dates_are_read_as_they_are_written(words: str, day: date) -> None:
    (found,) = written(f"It fell on {words} or so.")
    assert (found.full, f"It fell on {words} or so."[found.start : found.end]) == (day, words)


@pytest.mark.parametrize(
    "words",
    ["31 February 2021", "31/31/2021", "may 3 people", "In March 300 died", "version 1.2.2021.4", "5 March-past"],
)
def test_what_is_no_date_is_none(words: str) -> None:
    assert [d for d in written(words) if d.full] == []


@pytest.mark.parametrize(
    "line",
    [
        "3 May 2021",
        "Monday, May 3, 2021",
        "Published: 3 May 2021 14:05 GMT",
        "Posted on May 3, 2021 by Admin",
        "By Grace Ilunga | May 3, 2021",
        "Last updated 3 May 2021",
        "2021-05-03",
    ],
)
def test_a_date_below_the_headline_is_the_articles(line: str) -> None:
    assert document("Landslide kills 23 in mining camp", line, LEAD + ".", REST).published == "2021-05-03"


@pytest.mark.parametrize(
    "opening",
    [
        "MOKOTO, May 3, 2021 (Agency) – ",
        "Mokoto, 3 May 2021 — ",
        "(Goma, May 3, 2021) – ",
        "GENEVA (3 May 2021) – ",
        "03-05-2021 ",
        "Mon May 3 2021 ",
        "Date of publication 3 May 2021 ",
        "Landslide kills 23 in mining camp AFP Monday 3 May 2021 ",
    ],
)
def test_a_date_that_opens_the_article_is_the_articles(opening: str) -> None:
    assert document("Landslide kills 23 in mining camp", opening + LEAD + " on Sunday.", REST).published == "2021-05-03"


def test_the_weekday_told_decides_which_number_is_the_month() -> None:
    assert document("Camp buried by landslide", "04-05-2021 " + LEAD + " on Sunday.").published == "2021-04-05"
    assert document("Camp buried by landslide", "04-05-2021 " + LEAD + " on Tuesday.").published == "2021-05-04"


def test_a_sentence_that_begins_with_a_date_is_no_stamp() -> None:
    told = document("The camp at Mokoto", "May 3, 2021 was the day on which the hill came down, " + LEAD.lower() + ".")
    assert not [d for d in told.dates if d.kind in ("byline", "page_stamp")]


@pytest.mark.parametrize(
    "opening", ["The list published on May 3, 2021 named 23 dead. ", "From 3 May 2021, nobody worked there. "]
)
def test_a_date_behind_a_label_in_prose_is_no_stamp(opening: str) -> None:
    told = document("The camp at Mokoto", opening + LEAD + ".")
    assert not [d for d in told.dates if d.kind in ("byline", "page_stamp", "updated")]


def test_a_stamp_above_the_headline_decides_where_nothing_speaks_against_it() -> None:
    told = document("Monday, 3 May 2021", "Landslide kills 23 in mining camp", LEAD + " on Sunday.")
    assert (told.published, told.dates[0].kind, told.date_conflict) == ("2021-05-03", "page_stamp", None)


def test_a_stamp_of_a_later_crawl_does_not_decide() -> None:
    told = document(
        "Friday, 9 Feb 2024",
        "Landslide kills 23 in mining camp",
        f"{LEAD}. The toll of slides between January 1, 2021, and May 2, 2021, was 140, with 23 in the past 24 hours.",
    )
    assert told.published == "2021-05-03"
    assert [d.date for d in told.dates if d.kind == "crawl"] == ["2024-02-09"]
    assert told.date_conflict and "2024-02-09" in told.date_conflict


def test_a_weekday_with_a_date_shows_the_stamp_of_a_crawl() -> None:
    told = document(
        "Friday, 9 Feb 2024", "Landslide kills 23", f"{LEAD} on Sunday, May 2, after the flood of June 2020."
    )
    assert (told.published, [d.kind for d in told.dates]) == ("2021-05-03", ["weekday", "crawl"])


def test_a_stamp_some_days_after_what_is_told_stands() -> None:
    told = document(
        "Friday, 7 May 2021", "Landslide kills 23", f"{LEAD} on Sunday, May 2, after the flood of June 2020."
    )
    assert told.published == "2021-05-07"


def test_a_date_deep_in_the_first_paragraph_is_no_stamp() -> None:
    told = document("Camp mourns", f"{LEAD}. {LEAD}. {LEAD}. A letter has come: Posted 3 May 2021")
    assert not [d for d in told.dates if d.kind == "byline"]


def test_an_old_figure_in_an_article_does_not_make_its_stamp_a_crawl() -> None:
    told = document(
        "Friday, 9 Feb 2024",
        "Landslide kills 23 in mining camp",
        f"{LEAD} on Thursday.",
        "Between January 1, 2016, and May 2, 2021, slides killed 140 people. A tribunal sat on June 4, 2022.",
    )
    assert (told.published, told.date_conflict) == ("2024-02-09", None)


def test_a_retrieval_date_is_no_publication() -> None:
    assert document("Landslide kills 23 in camp", "Retrieved on 9 February 2024", LEAD + ".").published is None


def test_today_with_a_date_takes_the_first_year_after_what_the_text_tells_of() -> None:
    told = document(
        "Camp mourns", LEAD + ", a year after the slide of June 2020. Mourners met today, May 3, at the gate."
    )
    assert (told.published, told.dates[0].kind) == ("2021-05-03", "today")


def test_a_weekday_and_a_date_without_a_year_fix_the_year() -> None:
    told = document("Camp mourns", "GOMA, Monday, May 3 (Agency) – " + LEAD + ", the worst since October 2018.")
    assert told.published == "2021-05-03"


@pytest.mark.parametrize(
    "words",
    [
        "Day 40 of the invasion of Ukraine:",
        "The invasion of Ukraine is in its 40th day.",
        "the 40th day of the war in Ukraine",
    ],
)
def test_days_counted_from_the_start_of_a_war_give_the_day(words: str) -> None:
    assert document("Shells fall on the port", f"{words} {LEAD}.").published == "2022-04-04"


def test_an_anniversary_next_week_gives_the_weekday_of_this_one() -> None:
    told = document(
        "Camp prepares",
        f"{LEAD} on Thursday. The strike began on May 12, 2020, and its first anniversary is next week.",
    )
    assert told.published == "2021-05-06"


def test_days_of_a_war_that_nobody_can_tell_give_nothing() -> None:
    assert document("Shells fall on the port", f"On the 12th day of the siege {LEAD}.").published is None


def test_the_last_day_told_of_decides_only_in_a_text_of_these_days() -> None:
    dated = "The slide of May 2, 2021, was the third this year."
    assert document("Camp mourns", f"{LEAD} yesterday. {dated}").published == "2021-05-03"
    assert document("Camp mourns", f"{LEAD}. {dated}").published is None


@pytest.mark.parametrize(
    "dated",
    ["The mine has worked since May 2, 2021.", "It will close by May 2, 2021.", "An anniversary fell on May 2, 2021."],
)
def test_beginnings_plans_and_anniversaries_are_not_the_last_day_told_of(dated: str) -> None:
    assert document("Camp mourns", f"{LEAD} on Sunday. {dated}").published is None


def test_a_known_deed_called_recent_gives_its_month() -> None:
    told = document("Dam engineers speak", LEAD + ". The recent breach of the Kakhovka dam has made operators nervous.")
    assert (told.published, told.dates[0].kind) == ("2023-06", "event")


def test_a_known_deed_that_is_the_news_gives_the_weekday_after_it() -> None:
    told = document(
        "Towns flooded after Kakhovka dam breach", "Water from the Kakhovka dam rose in the city on Wednesday."
    )
    assert told.published == "2023-06-07"


def test_the_last_weekday_of_the_news_counts_and_none_that_is_to_come() -> None:
    told = document(
        "Towns flooded after Kakhovka dam breach",
        "Water from the Kakhovka dam rose on Wednesday. Pumps came on Thursday, and a convoy is expected on Friday.",
    )
    assert told.published == "2023-06-08"


def test_a_text_that_says_nothing_of_its_day_has_none() -> None:
    told = document("Landslide kills 23 in mining camp", LEAD + " on Tuesday.", REST)
    assert (told.published, told.date_conflict) == (None, None)


def test_what_is_given_settles_it_and_what_disagrees_is_recorded() -> None:
    told = document("Landslide kills 23 in camp", "3 May 2021", LEAD + ".", published="2021-06-20")
    assert told.published == "2021-06-20"
    assert told.date_conflict and "2021-05-03" in told.date_conflict
    assert [d.kind for d in told.dates] == ["given", "byline"]


@pytest.mark.parametrize(("given", "agrees"), [("2024-03-12", True), ("2024-03-11", True), ("2024-06-20", False)])
def test_a_dateline_without_a_year_disagrees_by_its_day_only(given: str, agrees: bool) -> None:
    words = "LVIV, March 12 (Agency) - A drone killed 12 people. The war began in February 2022."
    told = document("Drone kills 12", words, published=given)
    assert (told.date_conflict is None) == agrees


def test_a_day_told_of_after_the_stamp_is_a_conflict() -> None:
    told = document("Landslide kills 23 in camp", "3 May 2021", LEAD + ". Nine more were found on May 9, 2021.")
    assert told.published == "2021-05-03"
    assert told.date_conflict and "2021-05-09" in told.date_conflict


def test_dates_in_links_to_other_stories_are_no_signs() -> None:
    told = document("Landslide kills 23 in camp", LEAD + " yesterday.", "READ MORE: The slide of May 9, 2021", REST)
    assert told.dates == ()


def test_every_sign_in_the_text_carries_its_words() -> None:
    told = document("3 May 2021", "Landslide kills 23 in camp", LEAD + " today, May 3, as of May 2, 2021, 23 dead.")
    assert len(told.dates) >= 3
    assert all(d.start is not None and told.text[d.start : d.end] == d.words for d in told.dates)


@pytest.mark.parametrize(
    "line",
    [
        "Updated 3:04 PM EDT, Mon May 3, 2021",
        "MAY 3, 2021 / 9:41 AM / RIVER NEWS",
        "GRACE ILUNGA AND JOHN ROE | MAY 3, 2021 AT 7:00 AM",
        "May 3, 20216:15 AM GMTUpdated 2 years ago",
        "Goma • Agency, May 3 2021, 09:12 AM • 1234 views",
        "2021-05-03T10:00:00Z",
        "Mon 3 May 2021 12.00 BST",
    ],
)
def test_a_line_of_names_and_times_around_a_date_is_a_stamp(line: str) -> None:
    assert document("Landslide kills 23 in mining camp", line, LEAD + ".", REST).published == "2021-05-03"


@pytest.mark.parametrize(
    "line",
    [
        "Rescuers carry a woman through the mud of Mokoto, May 3, 2021",
        "Mokoto, May 3, 2021 / Photo: G. Ilunga",
        "The slide of May 3, 2021",
    ],
)
def test_a_caption_with_a_date_is_no_stamp(line: str) -> None:
    told = document("Landslide kills 23 in mining camp", line, LEAD + ".", REST)
    assert not [d for d in told.dates if d.kind in ("byline", "page_stamp", "updated")]
