"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def _iso_date(value: str | None) -> str | None:
    from tollbook.reading.isodate import is_iso_date

    if value is not None and not is_iso_date(value):
        raise typer.BadParameter(f"{value!r} is no date; write YYYY-MM-DD, YYYY-MM or YYYY")
    return value


Out = Annotated[
    Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write to FILE instead of standard output.")
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="The day of publication (YYYY-MM-DD), where you know it; else it is read from NAME.meta.json or the text.",
        callback=_iso_date,
    ),
]
