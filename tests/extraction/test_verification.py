"""Promises of the verification step: what a remark on checking covers, and what it leaves alone."""

import pytest

from tollbook.claim import Source
from tollbook.document import Document
from tollbook.extraction.pipeline import mentions
from tollbook.extraction.sentences import article
from tollbook.extraction.verification import verifications


def checked(text: str, **origins: str) -> dict[str, str | None]:
    """What the text says of each figure; ``origins`` maps ``n`` and a figure's number to its source's words."""
    art = article(Document("a", text, "0" * 64))
    found = mentions(art)
    named = [origins.get(f"n{m.quantity.low}") for m in found]
    sources = [() if n is None else (Source(n, text.index(n), text.index(n) + len(n)),) for n in named]
    results = verifications(art, found, sources)
    return {m.quantity.text: value for m, (value, _) in zip(found, results, strict=True)}


@pytest.mark.parametrize(
    "remark",
    [
        "The claims have not been independently verified.",
        "The figures could not be independently confirmed.",
        "Reuters was unable to verify the battlefield reports.",
        "The agency couldn\u2019t immediately verify the account.",
        "There was no independent confirmation of the losses.",
        "It was not possible to independently verify either side\u2019s toll.",
        "The newspaper has been unable to corroborate this.",
        "The numbers remain unverified.",
        "The data cannot be confirmed in any independent source.",
        "There is no way to check these numbers.",
        "It is not possible to check the statements of the parties.",
        "That toll could not be confirmed.",
        "We have seen no visual confirmation of the losses.",
    ],
)
def test_a_remark_that_nothing_could_be_checked_covers_the_figures_before_it(remark: str) -> None:
    assert checked(f"The rebels said they killed 60 soldiers and captured 12. {remark}") == {
        "60": "unverified",
        "12": "unverified",
    }


@pytest.mark.parametrize(
    "remark",
    [
        "None of these claims has been confirmed independently.",
        "Neither number can be independently verified.",
        "No figure given by either side could be independently verified.",
        "Few of the claims have been independently verified.",
        "These figures have not, so far, been independently verified.",
        "Nobody has been able to check either count.",
    ],
)
def test_a_confirmation_that_is_negated_verifies_nothing(remark: str) -> None:
    text = f"The army said it shot down 6 jets. The rebels said they had lost 31 tanks. {remark}"
    assert checked(text, n6="The army", n31="The rebels") == {"6": "unverified", "31": "unverified"}


def test_a_remark_on_several_accounts_reaches_back_until_it_has_met_two() -> None:
    text = (
        "Police said 9 people were wounded in Tripoli.\n\nThe army said it shot down 6 jets.\n\n"
        "The rebels said they had lost 31 tanks.\n\nNeither side's claims could be checked."
    )
    found = checked(text, n9="Police", n6="The army", n31="The rebels")
    assert found == {"9": None, "6": "unverified", "31": "unverified"}


def test_a_remark_on_several_accounts_leaves_out_what_the_writer_says_himself() -> None:
    text = (
        "Shells killed 40 people in Donetsk. The army said it shot down 6 jets. "
        "The rebels said they had lost 31 tanks. Neither account could be independently verified."
    )
    found = checked(text, n6="The army", n31="The rebels")
    assert found == {"40": None, "6": "unverified", "31": "unverified"}


def test_who_neither_confirms_nor_denies_has_not_tried_to_verify() -> None:
    text = "The rebels said they killed 60 soldiers near Bria. The army would neither confirm nor deny the report."
    assert checked(text) == {"60": None}


def test_a_remark_in_the_next_paragraph_covers_the_paragraph_before_and_no_more() -> None:
    text = (
        "An earthquake killed 31 people in Iran last week, hospitals said.\n\n"
        "The rebels said they killed 60 soldiers near Bria.\n\nThe claim could not be verified."
    )
    assert checked(text) == {"31": None, "60": "unverified"}


def test_a_remark_leaves_the_figures_of_other_sources_in_the_paragraph_alone() -> None:
    text = (
        "Hospitals reported that 31 people were wounded. The rebels said they killed 60 soldiers near Bria. "
        "Their claim could not be independently verified."
    )
    assert checked(text, n31="Hospitals", n60="The rebels") == {"31": None, "60": "unverified"}


def test_a_remark_on_a_video_covers_the_figures_taken_from_the_video() -> None:
    text = (
        "A video posted by the group shows 14 prisoners being executed in Idlib.\n\n"
        "The governor called for calm.\n\nOur newspaper could not verify the footage or the video."
    )
    assert checked(text) == {"14": "unverified"}


def test_unconfirmed_reports_cover_the_figure_they_bring() -> None:
    assert checked("Unconfirmed reports said 40 miners were killed in Katanga.") == {"40": "unverified"}


def test_a_turn_after_the_remark_frees_the_figures_behind_it() -> None:
    text = (
        "The militia said it killed 80 troops. The claim could not be verified, but a reporter saw that 3 bodies "
        "had been recovered from the river."
    )
    assert checked(text)["80"] == "unverified"
    assert checked(text)["3"] is None


def test_not_knowing_who_somebody_was_says_nothing_of_the_count() -> None:
    assert checked("A bomb killed 9 people in Quetta. Police could not verify the identity of the attacker.") == {
        "9": None
    }


def test_an_official_who_confirms_a_toll_has_not_verified_it_independently() -> None:
    assert checked("The mayor confirmed that 9 people were killed in Quetta.") == {"9": None}


@pytest.mark.parametrize(
    "text",
    [
        "The UN has verified that 210 civilians were killed in Kachin.",
        "Open-source analysts have visually confirmed that 300 tanks were destroyed.",
        "According to data confirmed by the monitors, 45 officers were killed.",
    ],
)
def test_figures_that_were_checked_are_verified(text: str) -> None:
    assert set(checked(text).values()) == {"verified"}


def test_an_introduction_covers_the_list_that_follows() -> None:
    text = (
        "The army said it shot down 6 jets.\n\nAccording to data verified by the monitors:\n\n"
        "- 31 tanks were destroyed\n"
        "- 12 soldiers were killed\n\nThe governor said that 9 people were wounded in Tripoli."
    )
    assert checked(text) == {"6": None, "31": "verified", "12": "verified", "9": None}


def test_one_source_with_and_without_its_article_is_one() -> None:
    text = "The rebels said they had lost 31 tanks. Rebels also said 9 men had died. The claims could not be verified."
    assert checked(text, n31="The rebels", n9="Rebels") == {"31": "unverified", "9": "unverified"}
