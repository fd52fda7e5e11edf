"""Promises of the cut: a sentence ends where a reader ends it, lines stay apart, and nothing is lost or moved."""

from itertools import pairwise

import pytest

from tollbook.document import Document, Furniture
from tollbook.extraction.article import plain
from tollbook.extraction.sentences import MAX_SENTENCE, article


def cut(text: str) -> list[str]:
    art = article(Document("a", text, ""))
    return [art.text(s.index) for s in art.sentences]


def roles(text: str, title: str | None = None) -> list[str]:
    return [s.role for s in article(Document("a", text, "", title=title)).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ivan Okello said the column had turned back.",
        "Lt. Col. J. R. Mensah Jr. counted the wounded.",
        "The U.S. Army lost two men near Mosul.",
        "The U.K. Ministry of Defence gave no figure.",
        "No. 4 reactor was shelled again.",
        "The strike came on Sept. 11 near the port.",
        "A shell fell at 6 p.m. Monday in the yard.",
        "It began at 5 a.m. Kyiv time and lasted an hour.",
        "Losses rose by 3.5 percent on the month.",
        "Approx. 200 families left vs. 300 a week ago.",
        "The footage was posted on Lenta.Ru by a reader.",
        "Mt. Semeru buried three hamlets, e.g. Curah Kobokan.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Twelve died. Thirty were hurt.", ["Twelve died.", "Thirty were hurt."]),
        ("They fled to the U.S. The others stayed.", ["They fled to the U.S.", "The others stayed."]),
        ("The siege ended in Sept. Nobody came.", ["The siege ended in Sept.", "Nobody came."]),
        ("He was asked and said no. Then he left.", ["He was asked and said no.", "Then he left."]),
        ("Shelling began at 6 a.m. Two people died.", ["Shelling began at 6 a.m.", "Two people died."]),
        ('"We lost 12." She wept.', ['"We lost 12."', "She wept."]),
        ("He was angry (and tired.) Nobody spoke.", ["He was angry (and tired.)", "Nobody spoke."]),
        ("Who fired? Nobody knows! All are dead…  All of them.",
         ["Who fired?", "Nobody knows!", "All are dead…", "All of them."]),
        ("The toll stands at 12.They were miners.", ["The toll stands at 12.", "They were miners."]),
        ("In 2014. 12 people died.", ["In 2014.", "12 people died."]),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_the_next_begins(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_lines_are_sentences_of_their_own() -> None:
    assert cut("Bridge falls in Genoa\nAt least 30 dead\n\nRescuers dug all night.") == [
        "Bridge falls in Genoa",
        "At least 30 dead",
        "Rescuers dug all night.",
    ]


def test_a_line_wrapped_by_hand_goes_on() -> None:
    text = "Twelve people were killed when a bus fell into a ravine near the\ntown of Hetauda, police said. It rained."
    first, second = cut(text)
    assert first.endswith("town of Hetauda, police said.")
    assert second == "It rained."


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "– ", "1. ", "2) "])
def test_a_bullet_is_left_off_its_item(mark: str) -> None:
    assert cut(f"The ministry counts:\n{mark}12 tanks;\n{mark}14 guns.") == [
        "The ministry counts:",
        "12 tanks;",
        "14 guns.",
    ]


def test_a_number_that_begins_a_line_is_no_bullet() -> None:
    assert cut("The count of the day:\n12 tanks were burned.")[1] == "12 tanks were burned."


def test_title_headings_bullets_and_body_are_told_apart() -> None:
    text = "Dam bursts above Derna\nThe storm came at night.\nWhat is known\n- 12 bridges fell\nThe mayor wept."
    assert roles(text) == ["title", "body", "heading", "bullet", "body"]
    assert roles(text, title="Dam bursts above Derna") == ["title", "body", "heading", "bullet", "body"]


@pytest.mark.parametrize(
    "text", ["a\r\nTwo died.\r\nb", "a\rTwo died.\rb", "a\u2028Two died.\u2028b", "a\nTwo died.\nb"]
)
def test_every_kind_of_line_end_ends_a_line(text: str) -> None:
    assert cut(text) == ["a", "Two died.", "b"]


def test_a_sentence_in_furniture_says_of_what_kind() -> None:
    text = "Ten died.\nREAD MORE: 300 dead in Java\nTwo were saved."
    start = text.index("READ")
    furniture = (Furniture(start, text.index("\nTwo"), "link_list"),)
    kinds = [s.furniture for s in article(Document("a", text, "", furniture=furniture)).sentences]
    assert kinds == [None, "link_list", None]


@pytest.mark.parametrize("glue", ["", " ", ", ", "; "])
def test_no_sentence_is_longer_than_the_limit_and_none_of_its_words_is_lost(glue: str) -> None:
    text = glue.join(["word"] * 4000)
    pieces = cut(text)
    assert max(map(len, pieces)) <= MAX_SENTENCE <= 2000
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_sentences_stand_in_order_and_do_not_overlap() -> None:
    text = "One. Two.\n\n- Three\nFour, he said. \u201cFive.\u201d  Six"
    sentences = article(Document("a", text, "")).sentences
    assert [s.index for s in sentences] == list(range(len(sentences)))
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    assert [s.paragraph for s in sentences] == sorted(s.paragraph for s in sentences)


@pytest.mark.parametrize(
    ("text", "made_plain"),
    [
        ("\u201cTwelve\u201d \u2018men\u2019", "\"Twelve\" 'men'"),
        ("12\u00a0000\u202fmen", "12 000 men"),
        ("\u0661\u0662 \u0967\u0968 \uff11\uff12", "12 12 12"),
        ("10\u201115 men \u2014 dead", "10-15 men \u2013 dead"),
        ("\u200f12\u200b men\ufeff", " 12  men "),
        ("1\u066c200 \u066b5", "1,200 .5"),
    ],
)
def test_odd_characters_are_made_plain_one_for_one(text: str, made_plain: str) -> None:
    assert plain(text) == made_plain
    assert len(plain(text)) == len(text)
