"""The command `tollbook`: one file a command. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import signal
import sys
from typing import Annotated

import typer

from tollbook import __version__
from tollbook.cli.extract import extract
from tollbook.cli.schema import schema
from tollbook.cli.score import score
from tollbook.cli.show import show
from tollbook.cli.talk import say
from tollbook.extraction.model import ModelMissing

app = typer.Typer(
    name="tollbook",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 fine, 2 wrong usage, 3 some inputs could not be read, 4 none could.",
)
app.command()(extract)
app.command()(show)
app.command()(score)
app.command()(schema)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"tollbook {__version__}")
        raise typer.Exit


@app.callback()
def tollbook(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Keeps the book of the news' numbers: who says how many, of whom, as of when, on whose word, how sure.

    Examples:

        tollbook extract article.txt

        tollbook show article.html --format html --out article-marked.html

        tollbook extract news/ --format csv --out claims.csv
    """


def main() -> None:
    """The entry point.

    A language model that is not installed is said in one line, with exit status 2. Where the reader of the output goes
    away (``| head``), the command ends as quietly as other tools do.
    """
    if hasattr(signal, "SIGPIPE"):  # Windows has none
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        app()
    except ModelMissing as error:
        say(str(error))
        sys.exit(2)
