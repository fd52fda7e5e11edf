"""Promises for every input: nothing raises, a claim stands on its exact words, what adds nothing changes nothing."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tollbook.claim import Claim, claim_from_json, claim_to_json
from tollbook.document import Document
from tollbook.extraction.pipeline import claims, extract
from tollbook.extraction.sentences import article

ARTICLE = """Cyclone Nerin: at least 61 dead in Beira

BEIRA, March 14 - At least 61 people were killed and more than 200 injured when a cyclone tore through the port, the
disaster agency said on Friday. "We have found 12 bodies since dawn," its director, Alda Massingue, told reporters.

Some 14,000 homes were destroyed, according to the Red Cross, which said that it could not verify the figure.

- 23 schools damaged
- two hospitals flooded

Up to 90,000 residents have fled since Tuesday. A fisherman was missing.
"""
WORDS = [
    "killed",
    "wounded",
    "soldiers",
    "people",
    "at least",
    "more than",
    "about",
    "said",
    "the army",
    "of",
    "in Goma",
    "Russia",
    "Ukraine",
    "rebels",
    "tanks",
    "12",
    "3,400",
    "two dozen",
    "million",
    "hundreds",
    ",",
    ".",
    ":",
    ";",
    '"',
    "'",
    "(",
    ")",
    "-",
    "–",
    "“",
    "”",
    "according to",
    "the ministry",
    "were",
    "was",
    "a",
    "between",
    "and",
    "from",
    "another",
    "both",
    "including",
    "of them",
    "on Friday",
    "March",
    "2014",
    "%",
    "$",
    "up to",
    "not",
    "no",
    "could not verify",
    "Hamas",
    "fired",
    "missing",
    "who",
    "each lost",
    "0",
    "1",
    "99999999999",
    "1,50,000",
    "half a",
    "quarter",
    "third",
    "-year-old",
    "th",
    "km",
    "٢٣",
    "💥",
    "\u00a0",
    "\u200b",
    "\u2028",
    "\u202e",
    "\ufeff",
    "\r",
    "- ",
    "At least 12 soldiers were killed.",
    "Police said",
    "The toll rose to 340",
    ", he added.",
    "a civilian was shot dead",
    "1,200 homes",
    "\n\n",
]
NOISE = st.lists(st.sampled_from(WORDS), min_size=12, max_size=50).map(" ".join)
CLAIM = st.tuples(
    st.sampled_from(["At least ", "Some ", "Up to ", "Nearly ", ""]),
    st.sampled_from(["12", "3,400", "two dozen", "hundreds of", "1.5 million", "10-15", "2014", "one", "23"]),
    st.sampled_from(
        [" soldiers", " people", " Ukrainian tanks", " homes", " of them", "", " Hamas fighters", " rockets"]
    ),
    st.sampled_from([" were killed", " have fled", " were destroyed", " met", " were fired at Haifa", " are missing"]),
    st.sampled_from([".", ", police said.", ", according to the army.", " on Friday", ", including 3 children.", "\n"]),
).map("".join)
NEWS = st.lists(st.one_of(CLAIM, CLAIM, NOISE), min_size=1, max_size=4).map(" ".join)
TEXTS = st.one_of(st.text(max_size=300), NOISE, NEWS)
PROFILE = settings(max_examples=100, deadline=None, derandomize=True, database=None)


def read(text: str, **options: bool) -> tuple[Claim, ...]:
    return claims(article(Document("a", text, "", published="2025-03-15")), **options)


@PROFILE
@given(TEXTS)
def test_no_input_raises_and_every_claim_stands_on_its_words(text: str) -> None:
    found = read(text)
    ids = {c.id for c in found}
    for c in found:
        assert text[c.start : c.end] == c.text != ""
        assert c.low is not None or c.high is not None
        assert all(text[s.start : s.end] == s.text for s in c.sources)
        assert all(r.start is None or 0 <= r.start <= (r.end or 0) <= len(text) for r in c.why)
        assert all(r.target in ids - {c.id} for r in c.relations)
    assert [c.start for c in found] == sorted(c.start for c in found)


@PROFILE
@given(TEXTS)
def test_claims_survive_json(text: str) -> None:
    for c in read(text):
        line = json.dumps(claim_to_json(c, why=True))
        assert claim_from_json(json.loads(line)) == c


@PROFILE
@given(st.lists(CLAIM, min_size=1, max_size=4).map(" ".join))
def test_the_prefilter_loses_and_adds_nothing(text: str) -> None:
    assert read(text) == read(text, examine_all=True)


IDLE = st.lists(
    st.sampled_from(
        ["green", "hills", "lay", "under", "low", "cloud", "and", "slow", "rivers", "past", "old", "walls"]
    ),
    min_size=3,
    max_size=20,
).map(lambda words: " ".join(words).capitalize() + ".")


@settings(PROFILE, max_examples=40)
@given(IDLE)
def test_an_idle_paragraph_at_the_end_changes_no_claim(idle: str) -> None:
    assert read(f"{ARTICLE}\n{idle}\n") == read(ARTICLE)


@settings(PROFILE, max_examples=40)
@given(st.lists(CLAIM, min_size=2, max_size=3))
def test_the_order_of_inputs_does_not_matter(texts: list[str]) -> None:
    forward = [read(t) for t in texts]
    backward = [read(t) for t in reversed(texts)]
    assert forward == backward[::-1]


def test_the_same_input_gives_the_same_claims() -> None:
    document = Document("a", ARTICLE, "", published="2025-03-15")
    assert extract(document) == extract(document) != ()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_line_ends_do_not_matter(end: str) -> None:
    def essence(found: tuple[Claim, ...]) -> list[object]:
        return [(c.low, c.high, c.measure, c.unit, c.party, c.status, len(c.sources)) for c in found]

    assert essence(read(ARTICLE.replace("\n", end))) == essence(read(ARTICLE))


def test_curly_quotes_and_hard_spaces_do_not_matter() -> None:
    dressed = ARTICLE.replace('"We', "\u201cWe").replace('dawn,"', "dawn,\u201d").replace(" ", "\u00a0")
    assert [c.start for c in read(dressed)] == [c.start for c in read(ARTICLE)]
    assert [c.measure for c in read(dressed)] == [c.measure for c in read(ARTICLE)]


def test_half_a_surrogate_pair_is_a_character_like_another() -> None:
    text = "The \udfff ministry said at least 12 people\ud800 were killed in Goma.\n"
    (claim,) = read(text)
    assert text[claim.start : claim.end] == claim.text == "at least 12"


@pytest.mark.parametrize("control", ["\x00", "\x1b", "\x9b", "\x7f"])
def test_no_control_gets_into_the_name_of_a_unit(control: str) -> None:
    text = f"At least 12 bar{control}[31mges were destroyed, the army said.\n"
    found = read(text)
    assert all(c.unit.isprintable() and text[c.start : c.end] == c.text for c in found)
