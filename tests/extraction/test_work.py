"""Promises of work: hostile inputs cost what their length costs, in sentences, parses and calls, not in seconds."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from tollbook.document import Document
from tollbook.extraction.pipeline import claims
from tollbook.extraction.prefilter import candidates, one_victim
from tollbook.extraction.quantities import quantities
from tollbook.extraction.sentences import MAX_SENTENCE, article

HOSTILE: dict[str, Callable[[int], str]] = {
    "one long line": lambda n: "At least 12 people were killed in Goma and 30 wounded, police said. " * n,
    "no full stop": lambda n: "police said 12 people were killed and " * n,
    "no space": lambda n: "killed12people" * n,
    "nested quotes": lambda n: 'He said: "' * n + "12 were killed" + '"' * n,
    "open brackets": lambda n: "(12 dead " * n,
    "digits": lambda n: "7" * (30 * n),
    "groups of digits": lambda n: "123 " * (8 * n),
    "thousands": lambda n: "1" + ",000" * (8 * n),
    "number words": lambda n: "twenty-three hundred and " * n,
    "modifiers": lambda n: "more than about " * (2 * n) + "12 people died",
    "list items": lambda n: "- 12 tanks\n" * (3 * n),
    "short lines": lambda n: "12 dead\n" * (4 * n),
    "names": lambda n: "General Ivan Okello of Norvik " * n,
    "months": lambda n: "March " * (5 * n) + "12 people died",
    "full stops": lambda n: "." * (30 * n) + " 12 people died.",
    "capitals": lambda n: "FORTY MINERS KILLED " * n,
}


def calls(work: Callable[[], Any]) -> int:
    """How many Python and built-in calls ``work`` makes."""
    made = 0

    def count(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize("shape", HOSTILE)
def test_no_more_sentences_are_parsed_than_may_hold_a_claim(shape: str) -> None:
    art = article(Document("a", HOSTILE[shape](40), ""))
    may = [s for s in art.sentences if candidates(art.text(s.index)) or one_victim(art.text(s.index))]
    found = claims(art)
    assert len(found) <= sum(len(quantities(art.text(s.index))) for s in art.sentences) + len(may)
    assert art.parsed <= len(may)


@pytest.mark.parametrize("shape", HOSTILE)
def test_no_sentence_is_longer_than_the_limit(shape: str) -> None:
    sentences = article(Document("a", HOSTILE[shape](4000), "")).sentences
    assert max(s.end - s.start for s in sentences) <= MAX_SENTENCE


@pytest.mark.parametrize("shape", HOSTILE)
def test_cutting_and_counting_grow_with_the_length(shape: str) -> None:
    def work(n: int) -> Callable[[], Any]:
        text = HOSTILE[shape](n)

        def run() -> None:
            art = article(Document("a", text, ""))
            for s in art.sentences:
                candidates(art.text(s.index))

        return run

    calls(work(50))
    assert calls(work(800)) <= 4.6 * calls(work(200))


@pytest.mark.parametrize("shape", ["no full stop", "list items"])
def test_all_the_steps_grow_with_the_length(shape: str) -> None:
    def work(length: int) -> Callable[[], Any]:
        make = HOSTILE[shape]
        art = article(Document("a", make(length // (len(make(2)) - len(make(1)))), "", published="2024-05-06"))
        return lambda: claims(art)

    calls(work(400))
    assert calls(work(8 * MAX_SENTENCE)) <= 4**1.2 * calls(work(2 * MAX_SENTENCE))


@pytest.mark.parametrize(
    "text",
    ["At least 12 people were killed in Goma, police said. " * 4000, "7" * 1_000_000, "- 12 tanks\n" * 20_000],
    ids=["a line of 200 kB", "a million digits", "20,000 list items"],
)
def test_a_huge_input_is_cut_and_counted_in_calls_bounded_by_its_length(text: str) -> None:
    def run() -> None:
        art = article(Document("a", text, ""))
        for s in art.sentences:
            quantities(art.text(s.index))

    assert calls(run) <= 12 * len(text)


def test_idle_text_is_not_parsed_at_all() -> None:
    idle = "The harvest filled 12 barns in 2014. Prices rose 3 percent. She painted 3,000 lamps in nine towns.\n"
    art = article(Document("a", idle * 50, ""))
    assert claims(art) == ()
    assert art.parsed == 0


def test_a_long_gap_behind_a_stop_ends_in_good_time() -> None:
    text = "12 people were killed." + " " * 300_000 + "x"  # tried from every space again, this takes half an hour
    assert len(article(Document("a", text, "")).sentences) <= 2 + len(text) // MAX_SENTENCE
