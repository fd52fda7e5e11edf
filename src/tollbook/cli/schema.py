"""`tollbook schema`: the JSON Schema of what `tollbook extract` writes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from tollbook.cli.options import Out
from tollbook.cli.output import output


class Format(StrEnum):
    """Formats of `tollbook schema`."""

    JSON = "json"


def schema(
    format: Annotated[Format, typer.Option(help="The one format of a JSON Schema.")] = Format.JSON,
    out: Out = None,
) -> None:
    """The JSON Schema (draft 2020-12) of a line of `tollbook extract`.

    Examples:

        tollbook schema

        tollbook schema --out tollbook.schema.json
    """
    import json

    from tollbook.export import extracted

    with output(out) as write:
        write(json.dumps(extracted.schema(), indent=2) + "\n")
