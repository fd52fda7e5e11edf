"""Promises of the relations step: which figures of one text are tied, how, and in which direction."""

import re
from typing import Any

import pytest

from tollbook.claim import Claim, Named, Qualifier, Source, Window
from tollbook.document import Document
from tollbook.extraction.relations import relations
from tollbook.extraction.sentences import article

EVENT = Window("event", "2023-05-02", "2023-05-02")


def claim(text: str, words: str, low: int | None, high: int | None, **fields: Any) -> Claim:
    """The claim on the first ``words`` at or behind ``after``; killed people of Sudan unless told otherwise."""
    found = re.compile(rf"\b{re.escape(words)}\b").search(text, fields.pop("after", 0))
    assert found, words
    start = found.start()
    source = fields.pop("source", None)
    qualifier: Qualifier = "exact" if low == high else "at_least" if high is None else "range"
    values: dict[str, Any] = {
        "id": words, "qualifier": qualifier, "measure": "killed", "unit": "person", "party": "SDN",
        "status": "civilian", "when": EVENT, "sources": (Source(source, 0, 0),) if source else (),
    }  # fmt: skip
    return Claim(text=words, start=start, end=start + len(words), low=low, high=high, **{**values, **fields})


def ties(text: str, *claims: Claim) -> set[tuple[str, str, str]]:
    found = relations(article(Document("a", text, "0" * 64)), claims)
    return {(c.id, r.type, r.target) for c, (rs, _) in zip(claims, found, strict=True) for r in rs}


def test_a_headline_and_a_rounded_lead_restate_the_exact_figure_with_its_source() -> None:
    text = (
        "Almost 120 dead in market blast in Sudan\n\nMore than 110 people died when a bomb hit a market.\n\n"
        "The health ministry said 117 people were killed."
    )
    found = ties(
        text,
        claim(text, "Almost 120", None, 120, qualifier="nearly"),
        claim(text, "More than 110", 110, None),
        claim(text, "117", 117, 117, source="The health ministry"),
    )
    assert found == {("Almost 120", "restates", "117"), ("More than 110", "restates", "117")}


def test_figures_of_different_days_are_not_one() -> None:
    text = "Raid kills 14 people near El Obeid\n\nThe raid came on Monday.\n\nA week ago 14 people died in Nyala."
    later = claim(text, "14", 14, 14, after=60, id="b", when=Window("event", "2023-04-25", "2023-04-25"))
    assert ties(text, claim(text, "14", 14, 14, id="a"), later) == set()


def test_small_equal_figures_in_the_body_are_two_unless_the_words_point_back() -> None:
    text = (
        "Night of fire in Darfur\n\nShells fell on three districts all night long.\n\n"
        "In the north 4 people died.\n\nIn the south 4 people died."
    )
    first, second = claim(text, "4", 4, 4, id="a"), claim(text, "4", 4, 4, id="b", after=text.index("south"))
    assert ties(text, first, second) == set()
    back = text.replace("In the south 4", "In a mosque the 4")
    second = claim(back, "4", 4, 4, id="b", after=back.index("mosque"))
    assert ties(back, first, second) == {("b", "restates", "a")}


def test_what_a_total_includes_is_part_of_it() -> None:
    text = "Officials said 90 people were killed, including 30 women and 12 children."
    found = ties(text, claim(text, "90", 90, 90), claim(text, "30", 30, 30), claim(text, "12", 12, 12))
    assert found == {("30", "part_of", "90"), ("12", "part_of", "90")}


def test_parts_named_in_the_next_sentence_are_part_of_the_total() -> None:
    text = "The flood killed 90 people. Among them were 30 schoolgirls."
    assert ties(text, claim(text, "90", 90, 90), claim(text, "30", 30, 30)) == {("30", "part_of", "90")}


def test_some_of_the_launched_are_part_of_them() -> None:
    text = "Air defences stopped 16 of the 36 missiles."
    stopped = claim(text, "16", 16, 16, measure="intercepted", unit="missile")
    assert ties(text, stopped, claim(text, "36", 36, 36, measure="launched", unit="missile")) == {
        ("16", "part_of", "36")
    }


def test_those_among_a_total_told_after_them_are_part_of_it() -> None:
    text = "Two officers and a cook were among 34 killed in the attack."
    found = ties(text, claim(text, "Two", 2, 2), claim(text, "a cook", 1, 1), claim(text, "34", 34, 34))
    assert found == {("Two", "part_of", "34"), ("a cook", "part_of", "34")}


def test_a_list_that_adds_up_to_the_total_is_part_of_it() -> None:
    text = "The report counts 864 killings \u2013 763 men, 94 women and seven boys."
    found = ties(
        text,
        claim(text, "864", 864, 864),
        claim(text, "763", 763, 763),
        claim(text, "94", 94, 94),
        claim(text, "seven", 7, 7),
    )
    assert found == {(x, "part_of", "864") for x in ("763", "94", "seven")}


def test_another_twelve_are_no_part_of_the_total_before_them() -> None:
    text = "The blast killed 40 people, including 25 pilgrims, and another 12 people died in a fire."
    found = ties(text, claim(text, "40", 40, 40), claim(text, "25", 25, 25), claim(text, "another 12", 12, 12))
    assert found == {("25", "part_of", "40")}


def test_another_source_with_another_number_contrasts_and_points_at_the_first() -> None:
    text = "The army says 200 soldiers have died. The rebels say 900 soldiers have died."
    war = Window("cumulative", "2023-04-15", "2023-06-01")
    found = ties(
        text,
        claim(text, "200", 200, 200, source="The army", when=war, status="military"),
        claim(text, "900", 900, 900, source="The rebels", when=war, status="military"),
    )
    assert found == {("900", "contrasts", "200")}


def test_one_source_does_not_contradict_itself() -> None:
    text = "The army says 200 soldiers have died. The army says 900 soldiers have died."
    war = Window("cumulative", "2023-04-15", "2023-06-01")
    both = [claim(text, n, int(n), int(n), source="The army", when=war) for n in ("200", "900")]
    assert ties(text, *both) == set()


def test_a_new_toll_updates_the_earlier_one_it_rose_from() -> None:
    text = "The toll has reached 61, up from 48 on Monday."
    assert ties(text, claim(text, "61", 61, 61), claim(text, "48", 48, 48)) == {("61", "updates", "48")}
    text = "The death toll rose from 48 to 61."
    assert ties(text, claim(text, "48", 48, 48), claim(text, "61", 61, 61)) == {("61", "updates", "48")}


def test_a_projection_is_derived_from_the_rate_before_it() -> None:
    text = "The army loses 100 men a week. At this rate it will have lost 5,200 men within a year."
    rate = claim(text, "100", 100, 100, measure="lost", when=Window("rate", per="week"))
    total = claim(text, "5,200", 5200, 5200, measure="lost", when=Window("planned"))
    assert ties(text, rate, total) == {("5,200", "derived_from", "100")}


def test_two_parties_on_one_span_are_not_tied_to_each_other() -> None:
    text = "Each side has lost more than 100,000 men."
    both = [claim(text, "more than 100,000", 100000, None, id=p, party=p) for p in ("RUS", "UKR")]
    assert ties(text, *both) == set()


def test_every_target_is_a_claim_of_the_text_and_no_pair_is_tied_twice() -> None:
    text = "90 dead in Sudan flood\n\nThe flood killed 90 people, including 30 women and 60 men, the governor said."
    claims = [
        claim(text, "90", 90, 90, id="a"), claim(text, "90", 90, 90, id="b", after=10), claim(text, "30", 30, 30),
        claim(text, "60", 60, 60),
    ]  # fmt: skip
    found = ties(text, *claims)
    pairs = [frozenset((a, b)) for a, _, b in found]
    assert len(pairs) == len(set(pairs))
    assert {b for _, _, b in found} <= {c.id for c in claims}
    assert ("a", "restates", "b") in found


def killed(text: str, *words: str, **fields: Any) -> list[Claim]:
    """A claim on each of ``words`` in turn ("12", "three"); the same word twice is found twice."""
    numbers = {"one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
    numbers |= {"eleven": 11, "twelve": 12, "twenty": 20}
    out, at = [], 0
    for word in words:
        value = int(word) if word.isdigit() else numbers[word.lower()]
        found = claim(text, word, value, value, after=at, **fields)
        out.append(found)
        at = found.end
    return out


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The raid killed 31 villagers, nine of them children.", "31 nine", "nine<31"),
        ("The raid killed 31 villagers, nine of whom were children.", "31 nine", "nine<31"),
        ("The raid killed 31 villagers. Nine of those were children.", "31 Nine", "Nine<31"),
        ("The raid killed 31 villagers. The governor spoke. Nine of the victims were children.", "31 Nine", "Nine<31"),
        ("The flood killed 31 people. Five of the dead were nuns and that three were monks.", "31 Five three",
         "Five<31 three<31"),
        ("The flood killed 31 people. Some sheep were lost. Nine were women, he said.", "31 Nine", "Nine<31"),
        ("The flood killed 31 people (20 women and eleven men).", "31 20 eleven", "20<31 eleven<31"),
        ("The flood killed 31 people: 20 who slept in the valley, and seven from the hills.", "31 20 seven",
         "20<31 seven<31"),
        ("Of the 31 who died, nine were nuns.", "31 nine", "nine<31"),
        ("The flood killed 31 people. The dead include two monks, a cook and five pilgrims.", "31 two a five",
         "two<31 a<31 five<31"),
        ("Another twelve died on Monday, bringing the death toll in the valley to 31.", "twelve 31", "twelve<31"),
        ("The death toll rose to 31 on Monday after two patients died in hospital.", "31 two", "two<31"),
    ],
)  # fmt: skip
def test_words_that_make_a_figure_part_of_another(text: str, words: str, expected: str) -> None:
    found = ties(text, *killed(text, *words.split()))
    assert {f"{a}<{b}" for a, type_, b in found if type_ == "part_of"} == set(expected.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The war has killed 542 people here, nearly all of them civilians, and 51 across the border.", "542 51"),
        ("The flood held 76 people, 20 of whom died there.", "76"),
        ("In the north 20 people died. In the south nine people died.", "20 nine"),
        ("A shell killed two. One policeman was shot by snipers. In the market bombs killed a baker.", "two One a"),
    ],
)
def test_figures_beside_a_larger_one_are_no_part_of_it_without_words_that_say_so(text: str, words: str) -> None:
    assert ties(text, *killed(text, *words.split())) == set()


def test_the_gravely_hurt_are_part_of_the_hurt() -> None:
    text = "The blast wounded 31 people, nine seriously. Five are in critical condition."
    found = ties(text, *killed(text, "31", "nine", "Five", measure="wounded"))
    assert {("nine", "part_of", "31"), ("Five", "part_of", "31")} <= found


def test_what_became_of_some_is_part_only_where_it_can_befall_them() -> None:
    text = "The army sent 31 tanks to the front. Five have been lost since."
    sent = claim(text, "31", 31, 31, measure="supplied", unit="tank")
    assert ties(text, sent, claim(text, "Five", 5, 5, measure="destroyed", unit="tank")) == {("Five", "part_of", "31")}
    text = "The blast wounded 31 people. Five were killed at a checkpoint."
    hurt = claim(text, "31", 31, 31, measure="wounded")
    assert ties(text, hurt, claim(text, "Five", 5, 5)) == set()


def test_a_part_belongs_to_the_total_of_its_own_time() -> None:
    text = "They hanged 582 people last year. The year before it was 333. The report says 288 of those were traders."
    now, then = Window("period", "2022", "2022"), Window("period", "2021", "2021")
    total = claim(text, "582", 582, 582, when=now)
    earlier, part = claim(text, "333", 333, 333, when=then), claim(text, "288", 288, 288, when=now)
    assert ("288", "part_of", "582") in ties(text, total, earlier, part)


def test_a_count_that_was_raised_updates_the_one_before() -> None:
    text = "The ministry first spoke of 50 dead, and on Monday raised its count to 272."
    assert ties(text, *killed(text, "50", "272")) == {("272", "updates", "50")}
    text = "A doctor raised his count of the dead from 25 to 31."
    assert ties(text, *killed(text, "25", "31")) == {("31", "updates", "25")}
    text = "The toll rose to 24 on Sunday, up from 16 a day earlier."
    assert ties(text, *killed(text, "24", "16")) == {("24", "updates", "16")}


def test_figures_of_two_days_or_two_strengths_replace_nothing() -> None:
    text = "Some 1,490 people crossed on Friday, up from 800 on Monday."
    friday = claim(text, "1,490", 1490, 1490, measure="displaced", when=Window("period", "2023-05-05", "2023-05-05"))
    monday = claim(text, "800", 800, 800, measure="displaced", when=Window("period", "2023-05-01", "2023-05-01"))
    assert ties(text, friday, monday) == set()
    text = "Some 300 fighters remain, down from 3000 in January."
    stock = Window("stock", None, "2023-05-05")
    assert ties(text, *killed(text, "300", "3000", measure="deployed", when=stock)) == set()


def test_what_was_replaced_contradicts_nobody() -> None:
    text = "The army first spoke of 50 dead, and later raised its count to 272. The rebels say 900 people died."
    war = Window("cumulative", "2023-04-15", "2023-06-01")
    army = killed(text, "50", "272", source="The army", when=war)
    rebels = claim(text, "900", 900, 900, source="The rebels", when=war)
    assert ("900", "contrasts", "272") in ties(text, *army, rebels)


def test_each_relation_gives_its_rule_and_its_words() -> None:
    text = "The raid killed 31 villagers, nine of them children."
    found = relations(article(Document("a", text, "0" * 64)), killed(text, "31", "nine"))
    [(), (reason,)] = [reasons for _, reasons in found]
    assert (reason.field, reason.rule.split(":")[0]) == ("relations", "part_of")
    assert text[reason.start : reason.end].strip() == "of them"


def test_a_headline_s_telling_number_is_the_body_s_whatever_was_read_around_it() -> None:
    text = "Junta seizes 1,127 at marches\n\nA rights group said 1,127 people had been arrested."
    seized = claim(text, "1,127", 1127, 1127, id="a", measure="captured", party="MMR")
    arrested = claim(text, "1,127", 1127, 1127, id="b", measure="detained", after=20, party=None)
    assert ties(text, seized, arrested) == {("a", "restates", "b")}


def test_more_in_a_headline_does_not_hide_that_the_body_says_it_again() -> None:
    text = "Planes make 14 more strikes on Sirte\n\nPlanes made 14 strikes on Sirte on Monday, the command said."
    found = ties(text, *killed(text, "14", "14", measure="launched", unit="attack"))
    assert [(type_) for _, type_, _ in found] == ["restates"]


def test_a_vague_lead_stands_for_no_exact_figure_of_the_body() -> None:
    text = "Dozens of people died in the delta this week.\n\nThe mayor said that 31 people had drowned near Khulna."
    lead = claim(text, "Dozens", 24, 99, qualifier="vague")
    assert ties(text, lead, claim(text, "31", 31, 31)) == set()


def test_two_sources_side_by_side_contrast_even_where_a_status_is_unknown() -> None:
    text = "The army says 200 people died. The rebels say 900 died."
    army = claim(text, "200", 200, 200, source="The army", status="unknown")
    assert ties(text, army, claim(text, "900", 900, 900, source="The rebels")) == {("900", "contrasts", "200")}


def test_of_several_rivals_the_one_in_the_same_sentence_is_meant() -> None:
    text = "An agency counted 41 dead. The interior ministry says 33 died, the health ministry says 36."
    found = ties(
        text,
        claim(text, "41", 41, 41, source="An agency"),
        claim(text, "33", 33, 33, source="The interior ministry"),
        claim(text, "36", 36, 36, source="The health ministry"),
    )
    assert ("36", "contrasts", "33") in found


def test_single_victims_and_other_places_contradict_no_toll() -> None:
    text = "The army says 25 people died. The mayor says one person died."
    assert (
        ties(text, claim(text, "25", 25, 25, source="The army"), claim(text, "one", 1, 1, source="The mayor")) == set()
    )
    text = "The army says 25 people died in Goma. The mayor says 31 people died in Sake."
    goma, sake = (Named(p, text.index(p), text.index(p) + 4) for p in ("Goma", "Sake"))
    army = claim(text, "25", 25, 25, source="The army", place=goma)
    assert ties(text, army, claim(text, "31", 31, 31, source="The mayor", place=sake)) == set()


def test_those_killed_of_the_raiders_are_no_part_of_the_villagers() -> None:
    text = "The raid killed 40 villagers. Troops repelled the raiders, killing 14 of them."
    raiders = claim(text, "14", 14, 14, status="military", party=None)
    assert ties(text, claim(text, "40", 40, 40), raiders) == set()


def test_a_new_noun_after_and_begins_a_new_count() -> None:
    text = "The flood killed 31 people. Five of the dead were nuns, and three shepherds died of cold."
    found = ties(text, *killed(text, "31", "Five", "three"))
    assert found == {("Five", "part_of", "31")}


def test_the_second_of_two_parts_is_part_of_the_total_and_not_of_the_first() -> None:
    text = "It lists 582 dead. It says 288 of those were traders and 256 were farmers."
    found = ties(text, *killed(text, "582", "288", "256"))
    assert found == {("288", "part_of", "582"), ("256", "part_of", "582")}


def test_one_party_s_soldiers_are_no_share_of_a_lead_s_civilians() -> None:
    text = "The battle killed 90 people in the town.\n\nThe hospital was hit twice.\n\nSudan lost 12 soldiers there."
    lead = claim(text, "90", 90, 90, party=None)
    ours = claim(text, "12", 12, 12, status="military")
    assert ties(text, lead, ours) == set()
    assert ties(text, lead, claim(text, "12", 12, 12)) == {("12", "part_of", "90")}


ROUND_UP = (
    "At least 30 people were killed across Sudan on Tuesday.\n\nIn Nyala a mine killed 14 people.\n\n"
    "Police in Kosti found that 2 people had been shot.\n\nA shell killed 9 people in Bara."
)


def test_the_incidents_of_a_round_up_are_part_of_its_total() -> None:
    total = claim(ROUND_UP, "At least 30", 30, None)
    found = ties(ROUND_UP, total, *killed(ROUND_UP, "14", "2", "9"))
    assert found == {(n, "part_of", "At least 30") for n in ("14", "2", "9")}


def test_incidents_of_another_day_or_beyond_the_total_are_no_round_up() -> None:
    total = claim(ROUND_UP, "At least 30", 30, None)
    other = Window("event", "2023-05-01", "2023-05-01")
    assert ties(ROUND_UP, total, *killed(ROUND_UP, "14", "2", "9", when=other)) == set()
    small = ROUND_UP.replace("At least 30", "At least 20")
    assert ties(small, claim(small, "At least 20", 20, None), *killed(small, "14", "2", "9")) == set()
