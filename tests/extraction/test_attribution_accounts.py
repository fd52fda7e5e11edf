"""Whose account goes on: sentences with no source of their own, in bulletins, communiqués and news."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tollbook.extraction.attribution import attribute

from .test_attribution import one, read, sources


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A bus fell into the Ruvu river, the rescue service said. It was found by [two] divers."
            "\n\nThe road was closed, the rescue service said.",
            [["the rescue service"]],
        ),
        (
            "The harbour office said the barge had broken in two. The crew of [nine] jumped. All were saved, it added.",
            [["The harbour office"]],
        ),
        (
            "Minister Wen Dahai spoke of a landslide. By noon [340] villagers had left. Roads are cut, Wen said.",
            [["Minister Wen Dahai"]],
        ),
        (
            'The captain said: "It broke in two." The crew of [nine] jumped. All were saved, the captain said.',
            [[]],
        ),
        (
            "The harbour office said the barge had sunk. The crew of [nine] jumped. Fishermen said all were saved.",
            [[]],
        ),
        (
            "The harbour office said the barge sank.\n\nThe crew of [nine] jumped. All live, the office said.",
            [[]],
        ),
    ],
)
def test_an_account_goes_on_until_the_same_speaker_is_named_again(text: str, expected: list[list[str]]) -> None:
    assert sources(text) == expected


def test_a_sentence_that_only_repeats_a_figure_tells_nothing_further() -> None:
    text = (
        "Police said a kiln burst, killing [four]. A kiln burst in the town, killing [four]. Police said so on Monday."
    )
    cut, (first, second) = read(text)
    again = replace(second, quantity=replace(second.quantity, low=first.quantity.low, high=first.quantity.high))
    assert [bool(found) for found, _ in attribute(cut, [first, second])] == [True, True]
    assert [bool(found) for found, _ in attribute(cut, [first, again])] == [True, False]


@pytest.mark.parametrize(
    "following",
    [
        "In addition, gunboats sank [two] dhows.",
        "During the same period patrols seized [30] rifles.",
        "On our side, [five] sailors were hurt.",
        "Another [12] were hurt.",
    ],
)
def test_what_is_added_to_a_bulletin_is_its_speaker_s(following: str) -> None:
    for gap in (" ", "\n\n"):
        assert one(f"The naval command announced a raid in its bulletin.{gap}{following}") == ["The naval command"]


def test_what_is_added_after_a_quotation_is_the_writer_s() -> None:
    assert (
        one('The captain said: "We will not give up this island."\n\nIn addition, a fire destroyed [two] sheds.') == []
    )


@pytest.mark.parametrize(
    ("following", "carried"),
    [
        ("[Two] were taken to hospital.", True),
        ("[Thirty] others were hurt.", True),
        ("[Five] of them were children.", True),
        ("Divers also found [two] rafts.", True),
        ("[Two] lorries were left in the village.", False),
        ("It also rained on [two] camps.", False),
    ],
)
def test_a_number_that_leans_on_the_figure_before_has_its_source(following: str, carried: bool) -> None:
    first, second = sources(f"[Nine] pilgrims drowned in the ford, officials said. {following}")
    assert first == ["officials"]
    assert bool(second) == carried


def test_a_number_that_leans_on_a_quotation_is_the_writer_s() -> None:
    assert sources('"We lost [nine] men," the captain said. [Two] were buried at sea.') == [["the captain"], []]


def test_a_figure_said_afterwards_to_be_somebody_s_is_theirs() -> None:
    assert one("Raiders took [fifty] herders near the well. That figure is the prefect's.") == ["the prefect"]


@pytest.mark.parametrize(
    "text",
    [
        "The coast guard told reporters so. According to them, [nine] swimmers drowned.",
        "Admiral Ruiz Paz spoke in Callao. According to him, [nine] swimmers drowned.",
    ],
)
def test_a_pronoun_after_according_to_is_resolved(text: str) -> None:
    assert one(text)[0] in ("The coast guard", "Admiral Ruiz Paz")


def test_a_bare_noun_is_never_a_person() -> None:
    text = (
        'The raid was reported by the Elm Rights Monitor. "They took [eleven] men," said Halima Idris.'
        "\n\nThe organization verified the names of [71] dead."
    )
    assert sources(text) == [["Halima Idris"], ["the Elm Rights Monitor"]]
    text = text.replace("The raid", "Halima Idris hid. The raid").replace("said Halima Idris", "said Idris")
    assert sources(text) == [["Halima Idris"], ["the Elm Rights Monitor"]]


def test_the_army_is_not_whoever_spoke_before() -> None:
    text = "The refugee agency counted [40] dead. The army said it had lost [nine] soldiers."
    assert sources(text) == [["The refugee agency"], ["The army"]]


def test_a_name_in_full_does_not_cross_the_end_of_a_sentence() -> None:
    text = "The baker is Omar Dali. Dali fled. Dali said [three] of his sons were held."
    assert one(text) == ["Omar Dali"]


def test_words_of_attribution_cut_off_from_their_statement_still_reach_it() -> None:
    assert one("According to data confirmed by the coast guard in June. [Nine] boats sank.") == ["the coast guard"]
    assert one("According to the coast guard the search ended. [Nine] boats sank.") == []


def test_a_list_that_an_outlet_has_is_the_outlet_s() -> None:
    text = "Xinhua has more:\n\n*A mine killed [two] herders.\n\n*Raiders came. They took [nine] camels."
    assert sources(text) == [["Xinhua"], ["Xinhua"]]
    assert sources("Xinhua has its seat in Beijing.\n\n*A mine killed [two] herders.") == [[]]


def test_they_are_those_whom_their_own_sentence_is_about() -> None:
    assert one("The rebels spoke of a raid. Villagers in Omar Khel had buried [50] men, they said.")[0].startswith(
        "Villagers"
    )


DIGEST = (
    "Al-Hayat : Raiders burned [three] barges at Fallahiya. Near Amara [two] tribesmen were shot. Police said"
    " [four] cars were stolen. A dyke broke, drowning [one] shepherd. {other} The court freed [six] smugglers."
    "\n\nOur own boat passed [five] wrecks."
)


def test_in_a_digest_what_follows_an_outlet_s_name_is_the_outlet_s_until_the_next_name() -> None:
    found = sources(DIGEST.format(other="Kyodo:"))
    assert found == [["Al-Hayat"], ["Al-Hayat"], ["Police"], ["Al-Hayat"], ["Kyodo"], []]


def test_one_outlet_s_name_alone_makes_no_digest() -> None:
    assert sources(DIGEST.format(other="Later"))[1] == []


def test_the_mark_that_opens_a_name_opens_no_speech() -> None:
    text = "The governor told of a raid. Men shot Imad 'Akif, a guard of the dam. [Two] watchmen died."
    assert one(text) == []
    assert one("The governor said: 'Men shot at a guard. [Two] watchmen died.") == ["The governor"]


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("The governor spoke of fires. [Two] boats are also reported lost.", ["The governor"]),
        ("The governor spoke of fires. Earlier it was reported that [two] boats were lost.", []),
        ("Someone on the quay spoke of fires. [Two] boats are reported lost.", []),
    ],
)
def test_what_is_reported_is_the_last_speaker_s_if_he_is_somebody_and_it_is_not_earlier_news(
    opening: str, expected: list[str]
) -> None:
    assert one(opening) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This photo provided by the Lake Rescue Corps shows divers with [two] boys.", "the Lake Rescue Corps"),
        ("In this image released by the Lake Rescue Corps, divers pull out [two] boys.", "the Lake Rescue Corps"),
        ("In this image made from video supplied by Radio Sahel, [two] boats burn.", "Radio Sahel"),
    ],
)
def test_a_caption_stands_on_the_word_of_whoever_gave_the_picture_out(text: str, expected: str) -> None:
    assert one(text)[0] == expected


def test_a_caption_ends_with_its_credit() -> None:
    text = (
        "In this photo provided by the Lake Corps divers hold [two] boys (AP photo) BOL A ferry sank with [nine] men."
    )
    first, second = sources(text)
    assert first
    assert second == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("[Dozens] dead in Lake Chad ferry sinking monitor", ["monitor"]),
        ("[Dozens] dead in Lake Chad ferry sinking state media", ["state media"]),
        ("[Dozens] dead in gun attack on UN", []),
        ("[Dozens] dead after strike near war monitor", []),
    ],
)
def test_a_headline_that_lost_its_colon_closes_with_its_source(headline: str, expected: list[str]) -> None:
    assert one(f"{headline}\n\nA ferry sank.") == expected
