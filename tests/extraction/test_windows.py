"""The window of a figure: its kind, its dates, and the words they stand on."""

import re

import pytest

from tollbook.claim import Quantity, Reason, Window
from tollbook.document import Document
from tollbook.extraction.mention import Mention
from tollbook.extraction.sentences import article
from tollbook.extraction.windows import windows

FRIDAY = "2021-09-17"
_MARK = re.compile(r"\[(?P<words>[^|\]]+)\|(?P<measure>\w+)\]")


def read(
    marked: str, published: str | None = FRIDAY, title: str | None = None
) -> tuple[str, list[tuple[Window | None, tuple[Reason, ...]]]]:
    """The windows of the figures that a text marks as ``[12|killed]``."""
    text, spans, at = "", [], 0
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        spans.append((len(text), m["words"], m["measure"]))
        text += m["words"]
        at = m.end()
    text += marked[at:]
    page = article(Document("x", text, "", title=title, published=published))
    mentions = []
    for start, words, measure in spans:
        number = int(re.sub(r"\D", "", words) or 2)
        index = max(s.index for s in page.sentences if s.start <= start)
        quantity = Quantity(words, start, start + len(words), number, number, "exact")
        mentions.append(Mention(quantity, index, measure, "person", None, "unknown"))
    return text, windows(page, mentions)


def whens(marked: str, published: str | None = FRIDAY, title: str | None = None) -> list[tuple[str, str | None]]:
    return [(w.kind, w.end) for w, _ in read(marked, published, title)[1] if w]


def when(marked: str, published: str | None = FRIDAY, title: str | None = None) -> tuple[str, str | None]:
    (found,) = whens(marked, published, title)
    return found


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("A lorry bomb killed [31|killed] shoppers in the old town on Wednesday.", "2021-09-15"),
        ("Yesterday's crash left [7|wounded] sailors hurt.", "2021-09-16"),
        ("The tsunami of December 2004 swept away [230,000|killed] people.", "2004-12"),
        ("[4|killed] guards were shot on Sunday, the governor's office said on Tuesday.", "2021-09-12"),
        ("Shells hit a clinic on Monday a medic said killing [5|killed] patients.", "2021-09-13"),
        ("The landslide on Thursday claimed [19|killed] lives.", "2021-09-16"),
    ],
)
def test_one_deed_is_an_event_on_its_own_day(text: str, end: str) -> None:
    assert when(text) == ("event", end)


def test_the_day_of_saying_is_not_the_day_of_the_deed() -> None:
    assert when("The ministry announced on Thursday that [2|killed] pilots died when their jet came down.") == (
        "event",
        None,
    )
    assert when("[3|other] officers were killed.", None) == ("event", None)
    assert when("Two men were charged on Thursday with the murder of [16|killed] villagers.") == ("event", None)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("At least [4,100|killed] people have been killed since the insurgency began in 2009.", FRIDAY),
        ("The rebels have lost [900|lost] fighters so far.", FRIDAY),
        ("As of 1 September, [12,400|killed] civilians had died in the conflict.", "2021-09-01"),
        ("The war has killed [60,000|killed] people.", FRIDAY),
        ("Monitors have documented [310|killed] civilian deaths.", FRIDAY),
        ("The ambush brings to [57|killed] the number of peacekeepers killed.", FRIDAY),
        ("From the start of the invasion to June 2021 the army lost [300|destroyed] tanks.", "2021-06"),
    ],
)
def test_a_running_total_ends_on_the_day_it_stands_for(text: str, end: str) -> None:
    assert when(text) == ("cumulative", end)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Gunmen have killed [60|killed] villagers over the past week.", FRIDAY),
        ("Some [90|killed] people have died since Tuesday.", FRIDAY),
        ("In August [208|killed] civilians were killed across the region.", "2021-08"),
        ("Between 3 and 9 July the hospital admitted [44|wounded] wounded.", "2021-07-09"),
    ],
)
def test_a_stated_window_is_a_period(text: str, end: str) -> None:
    assert when(text) == ("period", end)


def test_a_rate_has_its_unit_and_no_end() -> None:
    (found,) = read("The garrison is losing [40|killed] men a day.")[1]
    assert found[0] == Window("rate", None, None, "day")


def test_a_rate_belongs_to_the_nearest_figure() -> None:
    text = "The guns fire [500|launched] rounds an hour, and they sank [2|destroyed] boats on Monday."
    assert whens(text) == [("rate", None), ("event", "2021-09-13")]


@pytest.mark.parametrize(
    "text",
    [
        "[9|missing] miners are missing.",
        "The alliance has [3,500|deployed] soldiers in the country.",
        "Rebels are still holding [12|captured] aid workers.",
        "[22|hospitalised] people remain in hospital.",
        "Thousands camp in the stadium, where [6,000|displaced] families are sheltering.",
    ],
)
def test_how_many_there_are_is_a_stock_on_the_day(text: str) -> None:
    assert when(text) == ("stock", FRIDAY)


@pytest.mark.parametrize(
    "text",
    [
        "The union will send [350|deployed] police officers.",
        "Warsaw plans to deliver [14|supplied] tanks.",
        "The decree would call up [40,000|mobilised] reservists.",
        "Ottawa pledged [8|supplied] howitzers.",
        "The brigade could be sent [600|deployed] recruits next month.",
    ],
)
def test_what_is_yet_to_come_is_planned_and_has_no_end(text: str) -> None:
    assert when(text) == ("planned", None)


def test_things_that_exist_are_not_planned() -> None:
    assert when("The mission would join the [7,000|deployed] peacekeepers.")[0] == "stock"


def test_a_part_over_the_past_day_does_not_date_the_whole() -> None:
    text = (
        "By the staff's count, [20,500|killed] invaders have died so far, including [80|killed] over the past 24 hours."
    )
    assert whens(text) == [("cumulative", FRIDAY), ("period", FRIDAY)]


def test_the_past_day_ends_where_the_total_ends() -> None:
    text = "Between May 1 and September 14, 2021, [5,100|killed] died, including [60|killed] over the past 24 hours."
    assert [end for _, end in whens(text)] == ["2021-09-14", "2021-09-14"]


def test_a_list_shares_its_window() -> None:
    text = "Since 1 March the navy has lost [4|destroyed] frigates, [11|destroyed] patrol boats and [2|destroyed] tugs."
    assert whens(text) == [("cumulative", FRIDAY)] * 3


def test_a_headline_takes_the_window_of_the_figure_it_restates() -> None:
    text = "Ferry sinks, [33|killed] drown\n\nA ferry sank on Tuesday and [33|killed] people drowned."
    assert whens(text) == [("event", "2021-09-14")] * 2


def test_a_headline_stands_for_the_day_of_the_total_it_restates() -> None:
    text = (
        "Garrison has lost nearly [9,000|killed] men\n\nThe siege goes on.\n\n"
        "By the staff's count, as of 14 September the garrison had lost [9,100|killed] men in the war."
    )
    assert whens(text) == [("cumulative", "2021-09-14")] * 2


def test_another_count_is_no_restatement() -> None:
    text = "[40|killed] men fell at the bridge.\n\nThe siege goes on.\n\n[60|killed] men fell in a battle in May 1940."
    assert whens(text) == [("event", None), ("event", "1940-05")]


def test_the_one_date_of_an_article_dates_its_events() -> None:
    filler = "The valley is quiet.\n\n" * 8
    text = filler + "[5|killed] herders were found shot.\n\n" + filler + "A mine killed [3|killed] carters on Monday."
    assert whens(text) == [("event", "2021-09-13")] * 2


def test_people_who_are_affected_are_a_stock() -> None:
    assert when("Aid has to reach the [30,000|affected] people affected.") == ("stock", FRIDAY)


def test_what_compares_counts_from_nothing() -> None:
    text = "Shells killed [4|killed] nurses on Monday in the worst attack since the war began."
    assert when(text) == ("event", "2021-09-13")


def test_an_event_is_dated_by_the_top_of_the_article() -> None:
    text = (
        "A blast tore through a depot in the port on Wednesday.\n\n"
        "[6|killed] dockers were killed, the harbour master said.\n\n"
        "In a separate accident [2|killed] divers drowned."
    )
    assert whens(text) == [("event", "2021-09-15"), ("event", None)]


def test_a_digest_of_many_stories_dates_none_by_its_top() -> None:
    text = "A drone hit a depot on Wednesday.\n\n[6|killed] dockers were killed in a fire elsewhere."
    assert when(text, title="What we know on day 40 of the war") == ("event", None)


def test_the_date_line_of_a_dispatch_dates_no_deed() -> None:
    text = "LIMA, Sept. 17 (Example Agency) - A ferry sank in the delta on Tuesday and [33|killed] people drowned."
    assert when(text) == ("event", "2021-09-14")


def test_a_day_that_names_the_event_dates_its_toll() -> None:
    text = "The death toll from Sunday's gas explosion climbed to [74|killed] by Thursday evening, the mayor said."
    assert when(text) == ("event", "2021-09-12")
    text = "The toll of Monday's blaze stood at [62|killed] this morning."
    assert when(text) == ("event", "2021-09-13")


def test_a_disaster_is_dated_by_the_day_it_struck_and_not_by_its_aftermath() -> None:
    text = (
        "A girl was lifted from the ruins yesterday, five days after the earthquake struck on September 11.\n\n"
        "Some [6,400|destroyed] houses came down and [900|killed] people died in two provinces."
    )
    assert whens(text) == [("event", "2021-09-11")] * 2


def test_arrests_after_an_attack_are_not_dated_by_it() -> None:
    text = (
        "A bomb tore through a market on Wednesday and killed [9|killed] traders.\n\n"
        "Police have arrested [4|detained] men."
    )
    assert whens(text) == [("event", "2021-09-15"), ("event", None)]


def test_since_a_day_when_something_happened_is_the_day_of_that() -> None:
    text = (
        "It is the third wreck on the strait since 2009, when [6|killed] people drowned. "
        "It was the worst fire since 1966, when [25|killed] soldiers died."
    )
    assert whens(text) == [("event", "2009"), ("event", "1966")]


def test_a_bulletin_gives_its_figures_for_the_time_it_states() -> None:
    text = (
        "Army gives its daily report\n\n"
        "Troops repelled [4|intercepted] attacks in the north over the past 24 hours, the defence ministry said.\n\n"
        "In the east gunners killed up to [120|killed] fighters and took [6|captured] prisoner.\n\n"
        "On Monday a lorry bomb killed [3|killed] clerks. The army lost [2|destroyed] jeeps."
    )
    assert whens(text) == [
        ("period", FRIDAY),
        ("period", FRIDAY),
        ("period", FRIDAY),
        ("event", "2021-09-13"),
        ("event", "2021-09-13"),
    ]
    assert (
        whens(text.replace("Army gives its daily report", "A war").replace("the defence ministry", "he"))[1:3]
        == [("event", "2021-09-13")] * 2
    )


def test_what_was_added_to_a_total_is_of_its_last_day() -> None:
    text = "As of 14 September the corps had lost [812|destroyed] ([+5|destroyed]) tanks, [90|destroyed] guns so far."
    assert whens(text) == [("cumulative", "2021-09-14"), ("period", "2021-09-14"), ("cumulative", "2021-09-14")]


def test_of_them_makes_a_figure_a_part() -> None:
    text = "So far [76|convicted] have been sentenced. [20|convicted] of those were given life."
    assert whens(text) == [("cumulative", FRIDAY)] * 2


def test_a_toll_that_could_be_higher_is_no_plan() -> None:
    assert when("The final figure could be [5,000|killed] or more.")[0] != "planned"


def test_another_clause_does_not_date_a_state() -> None:
    text = "The agency, which stopped work on Tuesday, said [21,000|displaced] people were sheltering in its schools."
    assert when(text) == ("stock", FRIDAY)


def test_before_dawn_is_a_time_of_day() -> None:
    assert when("[8|killed] cousins died before dawn on Thursday when a shell hit.") == ("event", "2021-09-16")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[5,200|displaced] displaced persons reached two camps.", "stock"),
        ("As of 14 September [486,000|displaced] people were displaced in the east.", "stock"),
        ("[12|hospitalised] people with burns were being treated at the clinic.", "stock"),
        ("[5|wounded] of them are in critical condition.", "stock"),
        ("The real number of detainees is fewer than [400|detained].", "stock"),
        ("The quarrel displaced [5,200|displaced] people on Monday.", "event"),
    ],
)
def test_a_state_is_told_by_its_words(text: str, kind: str) -> None:
    assert when(text)[0] == kind


@pytest.mark.parametrize(
    "text",
    [
        "The agency expects [100,000|displaced] more.",
        "[30,000|evacuated] people are to leave the four towns.",
        "The planned [300,000|mobilised] reservists train in the north.",
    ],
)
def test_what_is_expected_is_planned(text: str) -> None:
    assert when(text) == ("planned", None)


def test_the_day_on_which_a_toll_rose_is_not_the_day_of_the_deed() -> None:
    text = (
        "A tower collapsed on Monday. The number of dead rose to [24|killed] on Thursday. "
        "The mayor raised his count to [31|killed] yesterday."
    )
    assert whens(text) == [("event", "2021-09-13")] * 2


def test_attacks_at_large_fill_a_period() -> None:
    assert when("Attacks on Monday killed [34|killed] people.") == ("period", "2021-09-13")
    assert when("Two attacks on Monday killed [34|killed] people.") == ("event", "2021-09-13")
    assert when("Shells killed [90|killed] people on Monday alone.") == ("period", "2021-09-13")


def test_the_first_half_of_a_year_ends_in_june() -> None:
    assert when("Monitors counted [1,013|killed] deaths in the first half of this year.") == ("period", "2021-06")


def test_a_live_page_tells_of_its_own_day() -> None:
    text = "5.10pm: Rebels say they have captured [13|captured] soldiers. [8|killed] of their own were killed."
    assert whens(text) == [("event", FRIDAY)] * 2


def test_a_war_of_a_past_decade_is_an_event_without_a_date() -> None:
    assert when("A war in the early 1990s left [30,000|killed] people dead.") == ("event", None)


def test_a_small_figure_restates_only_its_equal() -> None:
    text = "[22|killed] men fell at the bridge.\n\nThe siege goes on.\n\n[20|killed] men fell in a raid in May 1940."
    assert whens(text) == [("event", None), ("event", "1940-05")]


def test_a_share_has_the_time_said_right_after_it() -> None:
    text = (
        "Losses since the invasion of June 2020 stand at [11,170|killed] dead, "
        "[490|killed] of them in the past 24 hours. "
        "As of 14 September [486,000|displaced] people were displaced, [267,000|displaced] of them this month."
    )
    assert whens(text) == [
        ("cumulative", FRIDAY),
        ("period", FRIDAY),
        ("stock", "2021-09-14"),
        ("period", "2021-09-14"),
    ]


def test_a_window_of_another_clause_is_not_the_figures_own() -> None:
    text = "The clinic said [40|wounded] people were hurt on Monday and that [6,233|wounded] had been hurt in 3 weeks."
    assert whens(text)[0] == ("event", "2021-09-13")


def test_people_who_crossed_a_border_did_so_once() -> None:
    assert when("She is one of [7,000|displaced] people who crossed the river on Monday.") == ("event", "2021-09-13")


def test_as_of_an_hour_is_as_of_its_day() -> None:
    text = "Jets have carried out a total of [166|launched] raids, as of 5 p.m. local time on September 14."
    assert when(text) == ("cumulative", "2021-09-14")


def test_two_days_joined_are_a_window_and_one_night_is_an_event() -> None:
    assert when("Gunmen killed [28|killed] farmers on 12 and 13 September.") == ("period", "2021-09-13")
    assert when("Between 12 and 13 September gunmen killed [28|killed] farmers.") == ("event", "2021-09-13")


def test_a_collapse_under_fire_is_no_disaster() -> None:
    text = (
        "A tower collapsed after an air strike, and rebels answered with rockets.\n\nIt has killed [600|killed] people."
    )
    assert when(text) == ("cumulative", FRIDAY)
    assert when(text.replace("an air strike, and rebels answered with rockets", "rain"))[0] == "event"


def test_history_keeps_its_own_date() -> None:
    text = "A quake on Tuesday killed [12|killed] people. In 1999 a quake there killed [17,000|killed] people."
    assert whens(text) == [("event", "2021-09-14"), ("event", "1999")]


def test_the_start_of_a_war_is_known_from_the_table() -> None:
    text = "Russia has fired [1,100|launched] missiles since the war began, Kyiv says. Moscow denies it."
    (found,) = read(text, "2022-03-20")[1]
    assert found[0] == Window("cumulative", "2022-02-24", "2022-03-20")


def test_every_window_gives_the_words_it_stands_on() -> None:
    text, ((_, (why,)),) = read("A mine killed [3|killed] herders on Monday.")
    assert why.field == "when"
    assert why.start is not None
    assert text[why.start : why.end] == "on Monday"


def test_the_words_are_those_of_the_passage_where_it_gave_the_date() -> None:
    text, (_, (window, (why,))) = read("A mine killed [3|killed] herders on Monday. The blast hurt [4|wounded] more.")
    assert window == Window("event", "2021-09-13", "2021-09-13")
    assert text[why.start : why.end] == "on Monday"


def test_no_mentions_need_no_windows() -> None:
    assert read("Nothing happened on Monday.")[1] == []
