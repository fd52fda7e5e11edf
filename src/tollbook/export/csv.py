"""CSV for spreadsheets: a claim a row, always the same columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from tollbook.claim import Claim, Number
from tollbook.export.extracted import Extracted
from tollbook.export.passage import on_one_line, sentence_finder

COLUMNS = (
    "document", "published", "publisher", "title", "url", "claim", "text", "start", "end", "low", "high", "qualifier",
    "measure", "unit", "party", "status", "when_kind", "when_start", "when_end", "when_per", "source", "relayed_by",
    "stance", "verification", "relations", "place", "by", "means", "group", "names", "confidence", "furniture",
    "sentence",
)  # fmt: skip
"""``source`` is the originator, ``relayed_by`` those after it; several in a cell are parted by ``; ``."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

Cell = Number | str | None


def render(articles: Iterable[Extracted]) -> Iterator[str]:
    """The rows of each article, the header before the first."""
    opening = _rows([COLUMNS])
    for article in articles:
        sentence = sentence_finder(article.document)
        rows = []
        for claim in article.claims:
            span = sentence(claim.start)
            words = on_one_line(article.document.text[span.start : span.end])
            rows.append([_guarded(cell) for cell in _row(article, claim, words)])
        yield opening + _rows(rows)
        opening = ""
    if opening:
        yield opening


def _row(article: Extracted, claim: Claim, sentence: str) -> tuple[Cell, ...]:
    document, when = article.document, claim.when
    window = (when.kind, when.start, when.end, when.per) if when else (None, None, None, None)
    return (
        document.id, document.published, document.publisher, document.title, document.url,
        claim.id, claim.text, claim.start, claim.end, claim.low, claim.high, claim.qualifier,
        claim.measure, claim.unit, claim.party, claim.status,
        *window,
        claim.sources[0].text if claim.sources else None, "; ".join(s.text for s in claim.sources[1:]),
        claim.stance, claim.verification, "; ".join(f"{r.type} {r.target}" for r in claim.relations),
        claim.place and claim.place.text, claim.by and claim.by.text, claim.means, claim.group,
        "; ".join(n.text for n in claim.names), claim.confidence, claim.furniture, sentence,
    )  # fmt: skip


def _guarded(cell: Cell) -> Cell:
    """Text that may be looked at: one that a spreadsheet would run as a formula gets the apostrophe that keeps it text.

    Controls that a terminal would obey become U+FFFD, and a lone carriage return, which would begin a row, a line feed;
    where the exact characters count, the offsets lead to them.
    """
    if not isinstance(cell, str):
        return cell
    text = f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else cell
    return _CONTROLS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _rows(rows: Iterable[Iterable[Cell]]) -> str:
    page = io.StringIO()
    csv.writer(page, lineterminator="\n").writerows(rows)
    return page.getvalue()
