"""What is the page's and what is the article's: furniture is marked by kind and nothing of the article is."""

import sys
from itertools import pairwise

import pytest

from tollbook.reading import OUTSIDE, read

LEAD = (
    "Flood water broke through the embankment north of Beledweyne overnight and swept away at least 40 homes, the"
    " state minister for disaster relief said, as the river rose for a fifth day."
)
MORE = (
    "Some 12,000 people were moved to higher ground on tractors and boats, and aid workers warned that the only"
    " hospital in the district would have to close if the pumps failed."
)


def kinds(text: str) -> dict[str, str]:
    document = read(text.encode())
    return {text[f.start : f.end]: f.kind for f in document.furniture}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("READ MORE: Cholera kills 300 in camps along the river", "link_list"),
        ("Also read: Dam failure leaves 90 dead", "link_list"),
        ("Source: Read Full Article", "link_list"),
        ("SEVENTY DEAD AS BUS PLUNGES INTO RAVINE NEAR BORDER", "link_list"),
        ("Sign up for our daily briefing and never miss a story", "notice"),
        ("We use cookies to improve your experience on this site.", "notice"),
        ("You can unsubscribe at any time. More info", "notice"),
        ("CLICK HERE TO GET THE RIVER NEWS APP", "notice"),
        ("Advertisement", "notice"),
        ("Share on Facebook", "share"),
        ("Facebook Twitter WhatsApp Email", "share"),
        ("Follow us on Telegram for the latest", "share"),
        ("1.2k shares", "share"),
        ("© 2021 River News Ltd. All rights reserved.", "copyright"),
        ("Copyright 2021 The Hiiraan Courier", "copyright"),
        ("Tags: Somalia, floods, Beledweyne", "tags"),
        ("#floods #Somalia", "tags"),
        ("5 comments", "comments"),
        ("Leave a comment", "comments"),
        ("Skip to content", "navigation"),
    ],
)
def test_a_line_of_the_page_is_marked_by_its_kind(line: str, kind: str) -> None:
    assert kinds(f"Embankment fails at Beledweyne\n\n{LEAD}\n\n{line}\n\n{MORE}\n") == {line: kind}


@pytest.mark.parametrize(
    "line",
    [
        "KEY POINTS",
        "- At least 40 homes were swept away",
        "• Twelve thousand people have been moved",
        "DEATH TOLL RISES TO NINE",
        "Share of the blame",
        "Families search for the missing",
        "A family waits on a roof in Beledweyne. Photo: A. Warsame/Hiiraan Courier",
        "Read by millions, the report counts 300 dead.",
        "Tags were tied to the 12 bodies.",
        "Related: the words of a man whose two sons drowned were these.",
        "More than 300 people were killed.",
        "The most read of the letters lists 14 names of the dead.",
        "Comments by the governor suggest that 70 died.",
        "Subscribers to the fund gave 200 tents.",
        "Follow-up strikes killed 12.",
        "Twelve of the dead were children, whose names",
        "Nine were buried on Friday.",
        "Home after home was lost: 400 in one night.",
        "By Friday 30 were dead.",
        "This article of the treaty was broken 300 times, the mission said.",
    ],
)
def test_captions_subheadings_key_points_and_prose_are_the_articles(line: str) -> None:
    marked = kinds(f"Embankment fails at Beledweyne\n\n{LEAD}\n\n{line}\n\n{MORE}\n")
    assert not {k for k in marked.values() if k in OUTSIDE}


def test_headlines_under_a_list_header_belong_to_other_stories() -> None:
    text = (
        f"Embankment fails\n\n{LEAD}\n\nDon’t miss…\nForty killed in mine collapse[LATEST]\nWhy 300 fled the island\n\n"
        f"Families search for the missing\n\n{MORE}\n\nRelated Posts\n\nTen die in market fire\n\nStorm kills two\n"
    )
    assert [line for line, kind in kinds(text).items() if kind == "link_list"] == [
        "Don’t miss…",
        "Forty killed in mine collapse[LATEST]",
        "Why 300 fled the island",
        "Related Posts",
        "Ten die in market fire",
        "Storm kills two",
    ]


def test_a_paragraph_ends_a_list_of_links() -> None:
    marked = kinds(
        f"Embankment fails\n\n{LEAD}\n\nMost read\n\nTen die in market fire\n\n{MORE}\n\nFifty are missing\n"
    )
    assert "Ten die in market fire" in marked and MORE not in marked and "Fifty are missing" not in marked


def test_a_text_all_in_capitals_holds_no_links() -> None:
    shouts = ("FORTY HOMES WERE LOST IN ONE NIGHT", "TWO DIED IN THE NORTHERN PART", "NINE WERE HURT AS A ROOF FELL")
    text = "\n\n".join(("SITUATION REPORT FROM THE RIVER DISTRICTS", LEAD.upper(), *shouts))
    assert kinds(text) == {}


def test_a_note_on_the_writer_is_a_blurb_only_behind_the_article() -> None:
    note = "Asha Warsame is a freelance reporter covering water and war for papers in East Africa."
    assert kinds(f"Embankment fails\n\n{LEAD}\n\n{MORE}\n\n{note}\n\nTags\nSomalia\n")[note] == "blurb"
    victim = "Asha Warsame is a reporter who was hurt with 11 others when the bank gave way near the market."
    assert victim not in kinds(f"Embankment fails\n\n{LEAD}\n\n{victim}\n\n{MORE}\n")


def test_the_name_under_written_by_is_the_author() -> None:
    document = read(f"Embankment fails\n\n{LEAD}\n\n{MORE}\n\nWritten By\n\nAsha Warsame\n".encode())
    assert document.author == "Asha Warsame"


def test_a_byline_above_the_article_names_the_author() -> None:
    document = read(f"Embankment fails at Beledweyne\n\nBy Asha Warsame in Mogadishu\n\n{LEAD}\n".encode())
    assert (document.title, document.author) == ("Embankment fails at Beledweyne", "Asha Warsame")


def test_a_headline_said_twice_is_a_repeat_and_its_claims_stay() -> None:
    headline = "Forty homes lost as embankment fails"
    document = read(f"{headline}\n\n{headline}\n\n{LEAD}\n".encode())
    (repeat,) = document.furniture
    assert (repeat.start, repeat.kind, repeat.kind in OUTSIDE) == (len(headline) + 2, "repeated_headline", False)


def test_a_line_said_again_in_the_article_is_no_repeated_headline() -> None:
    slogan = "Water is life, they sang"
    assert kinds(f"Embankment fails\n\n{slogan}\n\n{LEAD}\n\n{MORE}\n\n{slogan}\n\n{MORE}\n") == {}


def test_below_a_menu_the_headline_is_the_line_that_the_article_is_about() -> None:
    section, headline = (
        "Rivers and Roads: Transport, Trade and Water",
        "Embankment north of Beledweyne sweeps away homes",
    )
    text = f"Skip to content\n\n{section}\n\n{headline}\n\n{LEAD}\n"
    assert read(text.encode()).title == headline


def test_a_headline_may_close_with_a_full_stop() -> None:
    assert read(f"Floods in Beledweyne leave hundreds homeless.\n\n{LEAD}\n".encode()).title.startswith("Floods in")


def test_a_text_that_begins_with_its_first_paragraph_has_no_title() -> None:
    assert read(f"{LEAD}\n\n{MORE}\n".encode()).title is None


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© Copyright Hiiraan Courier 2021. All rights reserved.", "Hiiraan Courier"),
        ("The Hiiraan Courier could not independently verify the figures.", "The Hiiraan Courier"),
        ("Two engineers told the Hiiraan Courier that the gates were stuck.", None),
        ("The UN could not verify the figures.", None),
    ],
)
def test_the_outlet_is_known_by_what_only_it_prints(line: str, publisher: str | None) -> None:
    assert read(f"Embankment fails\n\n{LEAD}\n\n{line}\n".encode()).publisher == publisher


def test_furniture_is_in_order_and_without_overlaps() -> None:
    top, tail = (
        "Menu\nSearch\nHome\n\nHead of the page",
        "Related\n\nShare on X\n\nTags\na, b\n\n© 2020 A B\n\n5 comments",
    )
    text = f"{top}\n\n{LEAD}\n\n{tail}\n"
    marks = read(text.encode()).furniture
    assert len(marks) >= 5
    assert all(a.end <= b.start for a, b in pairwise(marks))


def calls(text: str) -> int:
    """How many Python and built-in calls reading takes."""
    count = 0

    def tick(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    read(b"warm up the tables\n")
    sys.setprofile(tick)
    try:
        read(text.encode())
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "Related\nTen die\n",
        "\n",
        "Nine hurt on May 3, 2020 and Monday. ",
        "\"'(“" * 20,
        "FORTY HOMES WERE LOST IN ONE NIGHT\n\n",
        f"{LEAD}\n\nDay 30 of the war in Ukraine\n",
        "Asha Warsame is a reporter for us.\n\n",
        "01.02.2020-03/04/2021 ",
        "© ",
    ],
)
def test_the_work_grows_no_faster_than_the_text(unit: str) -> None:
    small, large = (calls("Flood in town\n\n" + unit * n) for n in (200, 800))
    assert large < 4.6 * small


def test_a_line_of_ten_megabytes_takes_no_more_calls_than_a_short_one() -> None:
    assert calls("Flood in town\n\n" + "water rose " * 900_000) < calls("Flood in town\n\n" + "water rose " * 90) + 50
