"""The formats: lines stay lines, cells stay text, and words say what fields hold."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from rich.console import Console

from tollbook import extraction
from tollbook.claim import Claim, Number, Qualifier, Source, Window
from tollbook.document import DateEvidence, Document
from tollbook.export import csv as csv_format
from tollbook.export import jsonl
from tollbook.export.extracted import Extracted
from tollbook.lexicon import table
from tollbook.reading import publication, read
from tollbook.show import wording
from tollbook.show.table import ClaimsTable


def claim(**fields: object) -> Claim:
    base: dict[str, object] = {
        "id": "c1", "text": "12", "start": 0, "end": 2, "low": 12, "high": 12, "qualifier": "exact",
        "measure": "killed", "unit": "person", "party": None, "status": "unknown", "when": None,
    }  # fmt: skip
    return Claim(**{**base, **fields})  # type: ignore[arg-type]


def cells(document: Document, *claims: Claim) -> dict[str, str]:
    page = "".join(csv_format.render([Extracted(document, claims)]))
    return next(csv.DictReader(io.StringIO(page)))


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(opening: str) -> None:
    hostile = f'{opening}HYPERLINK("https://example.org")'
    document = Document("a", f"12 {hostile}", "0" * 64, title=hostile, publisher=hostile)
    row = cells(document, claim(sources=(Source(hostile, 3, 9),), unit=hostile))
    for column in ("title", "publisher", "source", "unit"):
        assert row[column].startswith("'")
    assert row["low"] == "12"


def test_no_cell_begins_a_row_or_steers_a_terminal() -> None:
    hostile = "police\rforged,1,2\r\nx\x1b[31m\x9b2J"
    page = "".join(csv_format.render([Extracted(Document("a", "12 dead", "0" * 64, title=hostile), (claim(),))]))
    assert len(list(csv.reader(io.StringIO(page, newline="")))) == 2
    assert "\r" not in page and "\x1b" not in page and "\x9b" not in page


@pytest.mark.parametrize("width", [60, 120])
def test_no_word_of_a_table_steers_a_terminal(width: int) -> None:
    hostile = "t\x1b[31mank\u202e"
    console = Console(width=width, force_terminal=False)
    with console.capture() as captured:
        console.print(
            ClaimsTable((claim(text=hostile, unit=hostile, party=hostile, sources=(Source(hostile, 0, 1),)),))
        )
    assert "\x1b" not in captured.get() and "\u202e" not in captured.get()


def test_a_row_has_the_sentence_on_one_line() -> None:
    wrapped = "The police said on Tuesday that a blast in the mine\nkilled 12 miners, none of them young."
    text = f"It was dark. {wrapped} Then it rained."
    start = text.index("12")
    row = cells(Document("a", text, "0" * 64), claim(start=start, end=start + 2))
    assert row["sentence"] == wrapped.replace("\n", " ")


def test_originator_and_relayers_have_their_own_columns() -> None:
    sources = (Source("a report", 0, 1), Source("the ministry", 0, 1), Source("an agency", 0, 1))
    row = cells(Document("a", "12 dead", "0" * 64), claim(sources=sources))
    assert (row["source"], row["relayed_by"]) == ("a report", "the ministry; an agency")


def test_a_line_stays_one_line_whatever_is_in_it() -> None:
    odd = "a\u2028b\u0085c\ud800d\x7fe\x9bf\ng é и"
    [line] = jsonl.render([Extracted(Document(odd, odd, "0" * 64, title=odd), ())])
    assert line[:-1].isprintable()
    assert len(line.splitlines()) == 1
    assert json.loads(line)["title"] == odd
    assert "é и" in line
    line.encode("utf-8")


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "words"),
    [
        (1200, 1200, "exact", "1,200"),
        (1200, 1200, "approx", "about 1,200"),
        (7, None, "at_least", "at least 7"),
        (None, 100, "at_most", "at most 100"),
        (None, 250000, "nearly", "nearly 250,000"),
        (20000, 50000, "range", "20,000 to 50,000"),
        (2.5, 2.5, "exact", "2.5"),
    ],
)
def test_an_amount_reads_as_a_person_would_say_it(
    low: Number | None, high: Number | None, qualifier: Qualifier, words: str
) -> None:
    assert wording.amount(claim(low=low, high=high, qualifier=qualifier)) == words


def test_an_amount_is_told_only_where_the_words_do_not_show_it() -> None:
    assert wording.unsaid_amount(claim(text="dozens", low=24, high=99, qualifier="vague")) == "24 to 99"
    assert wording.unsaid_amount(claim(text="as many as 100", low=None, high=100, qualifier="at_most")) == ""


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (None, "not said"),
        (Window("cumulative", "2022-02-24", "2023-07-19"), "running total, 24 Feb 2022 – 19 Jul 2023"),
        (Window("period", "2023-02-24", "2023-07-19"), "in the period, 24 Feb – 19 Jul 2023"),
        (Window("period", "2023-07-18", "2023-07-19"), "in the period, 18–19 Jul 2023"),
        (Window("event", "2023-07-18", "2023-07-18"), "one event, 18 Jul 2023"),
        (Window("event", "2023-07", "2023-07"), "one event, Jul 2023"),
        (Window("cumulative", "2023", "2023-07-19"), "running total, 2023 – 19 Jul 2023"),
        (Window("cumulative", None, "2023-07-19"), "running total, to 19 Jul 2023"),
        (Window("planned", "2024", None), "planned, from 2024"),
        (Window("rate", None, None, per="week"), "rate per week"),
    ],
)
def test_a_window_reads_as_a_person_would_say_it(window: Window | None, words: str) -> None:
    assert wording.window(window).replace("\xa0", " ") == words


def test_a_chain_of_sources_names_the_originator_first() -> None:
    chain = (Source("a news\noutlet", 0, 1), Source("the ministry", 0, 1))
    assert wording.sources(claim(sources=chain)) == "a news outlet, via the ministry"
    assert wording.sources(claim()) == "the publisher, in its own voice"


@pytest.mark.parametrize("width", [30, 45, 60, 80, 120])
def test_no_figure_and_no_word_is_cut_on_any_width(width: int) -> None:
    screen = Console(width=width, file=io.StringIO(), force_terminal=False)
    with screen.capture() as captured:
        screen.print(ClaimsTable((claim(text="more than 1,630,000", measure="killed_or_wounded", status="military"),)))
    shown = captured.get()
    assert "…" not in shown
    for word in ("1,630,000", "wounded", "military", "publisher"):
        assert word in shown


@pytest.mark.parametrize(
    ("article", "ground"),
    [
        (
            "Toll\n\nOn day 3 of Russia's invasion of Ukraine 12 people were killed.\n",
            "from a count of days in the text",
        ),
        ("Toll\n\nPublished 1 May 2021\nUpdated 3 May 2021\n\nA flood killed 12 people.\n", "from the date"),
        ("Toll\n\nA flood killed 12 people yesterday, 3 May 2021.\n", "from the latest date in the text"),
        ("Toll\n\nA flood killed 12 people.\n", "unknown"),
    ],
)
def test_a_day_of_publication_is_shown_with_its_ground(article: str, ground: str) -> None:
    assert ground in wording.published(read(article))


def test_every_sign_of_the_day_has_its_words() -> None:
    kinds = publication.ORDER
    shown = [
        wording.published(Document("a", "", "", published="2021-05-03", dates=(DateEvidence("2021-05-03", kind, ""),)))
        for kind in kinds
    ]
    assert all("(" in line for line in shown)


def test_rules_that_are_put_into_words_exist() -> None:
    steps = Path(extraction.__file__).parent.rglob("*.py")
    names = set(re.findall(r'"([^"\n]+)"', "\n".join(step.read_text(encoding="utf-8") for step in steps)))
    assert {name for rules in table("show")["rules"].values() for name in rules} <= names


def test_why_is_told_in_words() -> None:
    assert wording.rule("measure", "left") == "the word before the figure"
    assert wording.rule("relations", "part_of: so many of them") == "part_of: so many of them"
