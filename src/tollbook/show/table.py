"""Claims as a table for a terminal: how many, of whom, as of when, on whose word, how sure."""

from __future__ import annotations

from rich import box
from rich.table import Table
from rich.text import Text

from tollbook.claim import Claim
from tollbook.export.passage import on_one_line
from tollbook.show import wording
from tollbook.show.marked import safe

FIGURE_STYLES = {"harmed": "bold red", "moved": "bold blue", "things": "bold yellow"}
"""The colour of a figure by the family of its measure."""


def claims_table(claims: tuple[Claim, ...]) -> Table:
    """One row a claim, numbered as in the marked text."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), header_style="dim")
    table.add_column("", justify="right", style="dim", no_wrap=True)
    table.add_column("how many", ratio=4)
    table.add_column("of whom", ratio=5)
    table.add_column("as of when", ratio=5)
    table.add_column("on whose word", ratio=6)
    table.add_column("how sure", ratio=4)
    for number, claim in enumerate(claims, start=1):
        table.add_row(
            str(number),
            _figure(claim),
            Text(wording.of_whom(claim)),
            Text(wording.window(claim.when)),
            Text(safe(wording.sources(claim)), style="" if claim.sources else "dim"),
            Text("\n".join(filter(None, (wording.stance(claim), wording.verification(claim))))),
            style="dim" if claim.furniture else None,
        )
    return table


def _figure(claim: Claim) -> Text:
    figure = Text(safe(on_one_line(claim.text)), style=FIGURE_STYLES[wording.family(claim.measure)])
    if amount := wording.unsaid_amount(claim):
        figure.append(f"\n{amount}", style="not bold dim")
    return figure
