"""Promises of the party: whose people or things they are, by ISO code or the group's own name; none where unsaid."""

import pytest

from tollbook.document import Document
from tollbook.extraction.pipeline import mentions
from tollbook.extraction.sentences import article


def read(text: str) -> list[tuple[str, str | None]]:
    return [(m.quantity.text, m.party) for m in mentions(article(Document("a", text, "")))]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("An avalanche killed five Nepali climbers.", "NPL"),
        ("Three Canadians were killed in Herat.", "CAN"),
        ("Al-Shabaab killed 11 Kenyan police officers near Mandera.", "KEN"),
        ("At least nine Chadian soldiers died on the lake.", "TCD"),
        ("Kyiv lost 350 soldiers in the past day, the Russian ministry claimed.", "UKR"),
        ("The Wagner group lost 20,000 fighters in Bakhmut, its founder said.", "Wagner"),
        ("The ministry said 16 Ukrainian drones were shot down over Bryansk.", "UKR"),
        ("Hezbollah fired 40 rockets into northern Israel.", "Hezbollah"),
        ("Russia fired 70 missiles at Odesa.", "RUS"),
        ("Germany sent 14 Leopard 2 tanks to Ukraine.", "DEU"),
        ("Turkey evacuated 1,200 of its citizens from Libya.", "TUR"),
        ("Gunmen kidnapped 60 pupils from a school in Zamfara.", "NGA"),
        ("A dam burst near Derna killed 5,000 people in Libya.", "LBY"),
        ("30 killed, 45 wounded in Kabul blast", "AFG"),
    ],
)
def test_the_party_is_whose_people_or_things_they_are(text: str, party: str) -> None:
    assert {code for _, code in read(text)} == {party}


@pytest.mark.parametrize(
    "text",
    [
        "The strike killed 12 people.",
        "At least 60 jihadists died.",
        "Dozens were killed on both sides.",
        "The rebels lost 30 trucks.",
    ],
)
def test_the_party_is_unknown_where_a_reader_could_not_tell(text: str) -> None:
    assert {code for _, code in read(text)} == {None}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Armenia and Azerbaijan each lost more than 2,500 soldiers in six weeks.", ["ARM", "AZE"]),
        ("Georgia and Russia each lost about 200 men.", ["GEO", "RUS"]),
    ],
)
def test_each_of_two_is_a_claim_a_party_on_the_same_words(text: str, parties: list[str]) -> None:
    found = read(text)
    assert [code for _, code in found] == parties
    assert len({words for words, _ in found}) == 1
