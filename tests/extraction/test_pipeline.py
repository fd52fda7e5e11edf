"""Promises of the whole: an article in, its claims out, each with its words, its reasons and its source."""

import pytest

from tollbook import extract
from tollbook.claim import Claim
from tollbook.document import Document, Furniture

ARTICLE = """Storm Odile: at least 61 dead in Quelimane

QUELIMANE, March 14 - At least 61 people were killed and more than 200 injured when a cyclone tore through the port, the
disaster agency said on Friday.

Some 14,000 homes were destroyed, according to the Red Cross.

The ministry of health said:
- 23 schools damaged
- two hospitals flooded

READ MORE: 300 dead in Java landslide
"""


def document(text: str = ARTICLE) -> Document:
    start = text.find("READ MORE")
    furniture = (Furniture(start, len(text.rstrip()), "link_list"),) if start >= 0 else ()
    return Document("storm", text, "0" * 64, published="2025-03-15", furniture=furniture)


def by_words(claims: tuple[Claim, ...]) -> dict[str, Claim]:
    return {c.text: c for c in claims}


def test_every_figure_of_the_article_is_a_claim_in_the_order_of_the_text() -> None:
    claims = extract(document())
    assert [c.text for c in claims] == ["at least 61", "At least 61", "more than 200", "Some 14,000", "23", "two"]
    assert [c.id for c in claims] == ["c1", "c2", "c3", "c4", "c5", "c6"]
    assert [c.start for c in claims] == sorted(c.start for c in claims)


def test_a_claim_stands_on_its_exact_words() -> None:
    for c in extract(document()):
        assert ARTICLE[c.start : c.end] == c.text


def test_a_claim_has_its_fields() -> None:
    claim = by_words(extract(document()))["more than 200"]
    assert (claim.low, claim.high, claim.qualifier) == (200, None, "at_least")
    assert (claim.measure, claim.unit, claim.party, claim.status) == ("wounded", "person", "MOZ", "civilian")
    assert claim.when is not None
    assert claim.when.kind == "event"
    assert [s.text for s in claim.sources] == ["the\ndisaster agency"]
    assert claim.stance == "reported"


def test_a_claim_says_which_rule_and_which_words_gave_its_fields() -> None:
    claim = by_words(extract(document()))["more than 200"]
    reasons = {r.field: r for r in claim.why}
    assert {"measure", "party", "status", "when", "sources"} <= set(reasons)
    assert all(r.rule for r in claim.why)
    assert ARTICLE[reasons["measure"].start : reasons["measure"].end] == "injured"


def test_figures_of_link_lists_are_left_out_unless_asked_for() -> None:
    asked = extract(document(), furniture=True)
    assert [c.text for c in asked if c.furniture == "link_list"] == ["300"]
    assert [c for c in asked if c.furniture is None] == list(extract(document()))


@pytest.mark.parametrize("text", ["", "\n\n", "No figure here.", "\ufeff", "\x00", "12"])
def test_a_text_without_claims_gives_none(text: str) -> None:
    assert extract(document(text)) == ()


def test_what_a_sentence_leaves_out_is_taken_from_the_one_before() -> None:
    claims = by_words(extract(document("The storm killed 80 people in Beira. Among them were 14 children.")))
    assert claims["14"].measure == "killed"
    assert claims["14"].unit == "person"
