"""Claims as a table for a terminal: how many, of whom, as of when, on whose word, how sure."""

from __future__ import annotations

from dataclasses import dataclass

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from tollbook.claim import Claim
from tollbook.export.passage import on_one_line
from tollbook.show import wording
from tollbook.show.marked import safe

FIGURE_STYLES = {"harmed": "bold red", "moved": "bold blue", "things": "bold yellow"}
"""The colour of a figure by the family of its measure."""


NARROW = 72
"""On fewer columns than this a row would be broken into pieces of words: each claim is a few lines instead."""


@dataclass(frozen=True, slots=True)
class ClaimsTable:
    """The claims, numbered as in the marked text: a row each, or on a narrow terminal a few lines each."""

    claims: tuple[Claim, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """What fits the width."""
        if options.max_width < NARROW:
            yield Text("")
            yield _stacked(self.claims)
        else:
            yield _rows(self.claims)


def _rows(claims: tuple[Claim, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), header_style="dim")
    table.add_column("", justify="right", style="dim", no_wrap=True)
    table.add_column("how many", ratio=4, overflow="fold")
    table.add_column("of whom", ratio=5, overflow="fold")
    table.add_column("as of when", ratio=5, overflow="fold")
    table.add_column("on whose word", ratio=6, overflow="fold")
    table.add_column("how sure", ratio=4, overflow="fold")
    for number, claim in enumerate(claims, start=1):
        table.add_row(
            str(number),
            _figure(claim),
            Text(safe(wording.of_whom(claim))),
            Text(wording.window(claim.when)),
            Text(safe(wording.sources(claim)), style="" if claim.sources else "dim"),
            Text(_sureness(claim, "\n")),
            style="dim" if claim.furniture else None,
        )
    return table


def _stacked(claims: tuple[Claim, ...]) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for number, claim in enumerate(claims, start=1):
        about = (
            safe(wording.of_whom(claim)),
            wording.window(claim.when),
            safe(wording.sources(claim)),
            _sureness(claim, ", "),
        )
        lines = Text("\n").join([_figure(claim), *map(Text, about)])
        table.add_row(str(number), lines, style="dim" if claim.furniture else None)
    return table


def _sureness(claim: Claim, between: str) -> str:
    return between.join(filter(None, (wording.stance(claim), wording.verification(claim))))


def _figure(claim: Claim) -> Text:
    figure = Text(safe(on_one_line(claim.text)), style=FIGURE_STYLES[wording.family(claim.measure)])
    if amount := wording.unsaid_amount(claim):
        figure.append(f"\n{amount}", style="not bold dim")
    return figure
