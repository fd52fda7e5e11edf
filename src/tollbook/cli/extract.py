"""`tollbook extract`: the claims of articles, for programs and spreadsheets."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tollbook.cli.articles import Tally, articles
from tollbook.cli.options import Out, Published
from tollbook.cli.output import console, output, rendered

if TYPE_CHECKING:
    from tollbook.export.extracted import Extracted


class Format(StrEnum):
    """Formats of `tollbook extract`."""

    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    TABLE = "table"


def extract(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.")],
    format: Annotated[Format, typer.Option(help="jsonl: an article a line.")] = Format.JSONL,
    out: Out = None,
    published: Published = None,
    furniture: Annotated[bool, typer.Option("--furniture", help="Claims in link lists and notices too.")] = False,
    why: Annotated[bool, typer.Option("--why", help="With each claim, the rules that gave its fields.")] = False,
) -> None:
    """The claims of articles, each with the exact words it stands on.

    Examples:

        tollbook extract article.txt --format table

        tollbook extract news/ --format csv --out claims.csv

        curl -s https://example.org/report | tollbook extract - --published 2024-03-15
    """
    if why and format not in (Format.JSONL, Format.JSON):
        raise typer.BadParameter(f"{format} has no place for reasons; use jsonl or json", param_hint="--why")
    tally = Tally()
    found = articles(
        paths,
        tally,
        published=published,
        furniture=furniture,
        progress=out is not None or not sys.stdout.isatty(),
        out=out,
    )
    with output(out) as write:
        for piece in _rendered(format, found, why, out):
            if tally.read or out is None:
                write(piece)
    tally.leave()


def _rendered(format: Format, found: Iterable[Extracted], why: bool, out: Path | None) -> Iterator[str]:
    from tollbook.export import csv, json, jsonl

    if format is Format.JSONL:
        return jsonl.render(found, why=why)
    if format is Format.JSON:
        return json.render(found, why=why)
    if format is Format.CSV:
        return csv.render(found)
    return _tables(found, out)


def _tables(found: Iterable[Extracted], out: Path | None) -> Iterator[str]:
    from tollbook.show.table import ClaimsTable
    from tollbook.show.terminal import heading

    screen = console(out)
    for article in found:
        yield rendered(iter((*heading(article.document), ClaimsTable(article.claims))), screen)
