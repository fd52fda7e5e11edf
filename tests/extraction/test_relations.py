"""Promises of the relations step: which figures of one text are tied, how, and in which direction."""

from typing import Any

from tollbook.claim import Claim, Qualifier, Source, Window
from tollbook.document import Document
from tollbook.extraction.relations import relations
from tollbook.extraction.sentences import article

EVENT = Window("event", "2023-05-02", "2023-05-02")


def claim(text: str, words: str, low: int | None, high: int | None, **fields: Any) -> Claim:
    """The claim on the first ``words`` at or behind ``after``; killed people of Sudan unless told otherwise."""
    start = text.index(words, fields.pop("after", 0))
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
