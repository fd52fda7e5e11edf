"""`tollbook show`: one article with its figures marked."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.articles import Tally, articles
from tollbook.cli.options import Out, Published
from tollbook.cli.output import console, output, rendered
from tollbook.cli.talk import printable


class Format(StrEnum):
    """Formats of `tollbook show`."""

    TERMINAL = "terminal"
    HTML = "html"


def show(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The article, or - for standard input.")],
    format: Annotated[Format, typer.Option(help="html: one self-contained page.")] = Format.TERMINAL,
    out: Out = None,
    published: Published = None,
    furniture: Annotated[bool, typer.Option("--furniture", help="Claims in link lists and notices too.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Name the rules and words that gave each field.")] = False,
) -> None:
    """One article with its figures marked, and who vouches for each.

    Examples:

        tollbook show article.txt

        tollbook show article.txt --why

        tollbook show page.html --published 2024-03-15 --format html --out marked.html
    """
    if path.is_dir():
        raise typer.BadParameter(f"{printable(str(path))} is a folder; name one article in it", param_hint="PATH")
    tally = Tally()
    with output(out) as write:
        for article in articles([path], tally, published=published, furniture=furniture, out=out):
            if format is Format.HTML:
                from tollbook.show import html

                write(html.render(article, why=why))
            else:
                from tollbook.show import terminal

                write(rendered(terminal.render(article, why=why), console(out)))
    tally.leave()
