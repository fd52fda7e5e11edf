"""`tollbook score`: how well the claims agree with annotated ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tollbook.cli.articles import Tally
from tollbook.cli.options import Out
from tollbook.cli.output import output
from tollbook.cli.talk import printable, say, with_bar

if TYPE_CHECKING:
    from tollbook.document import Document
    from tollbook.scoring.errors import Group
    from tollbook.scoring.judged import JudgedDocument


class Format(StrEnum):
    """Formats of `tollbook score`."""

    TEXT = "text"
    JSON = "json"


def score(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD_DIR",
            help="Folder of NAME.txt with NAME.json beside it. Each text is read twice: its date given, and inferred.",
        ),
    ],
    predictions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Score this output of `tollbook extract` (or a second gold folder) instead."),
    ] = None,
    format: Annotated[Format, typer.Option(help="json: the score's numbers for programs.")] = Format.TEXT,
    out: Out = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed, spurious or wrong.")] = False,
) -> None:
    """How well the claims found agree with annotated ones.

    Examples:

        tollbook score gold/

        tollbook score gold/ --errors --out errors.txt

        tollbook score gold/ --predictions claims.jsonl --format json
    """
    from tollbook.scoring.judged import NotScorable, gold_files, read_gold, read_predictions
    from tollbook.scoring.report import report, report_to_json, report_to_text

    tally = Tally()
    try:
        files, right = gold_files(gold), read_gold(gold)
        predicted = read_predictions(predictions) if predictions else None
    except NotScorable as error:
        raise typer.BadParameter(printable(str(error))) from error
    except OSError as error:
        raise typer.BadParameter(f"{error.filename}: {error.strerror}") from error
    texts = _texts(files, right, tally) if errors or predicted is None else {}
    if predicted is None:
        given, inferred = _extracted(texts)
        result = report(right, given, inferred)
    else:
        given = predicted
        result = report(right, given)
    if errors:
        result = replace(result, groups=_groups(texts, given, right))
    with output(out) as write:
        write(report_to_json(result) if format is Format.JSON else report_to_text(result))
    if texts or tally.unreadable:
        tally.leave()


@dataclass(frozen=True, slots=True)
class _Text:
    """A gold text, read with its day of publication given, and without."""

    given: Document
    inferred: Document


def _texts(files: Mapping[str, Path], gold: Mapping[str, JudgedDocument], tally: Tally) -> dict[str, _Text]:
    import tollbook
    from tollbook.reading import ReadingError

    texts = {}
    for name, path in files.items():
        text = path.with_suffix(".txt")
        try:
            texts[name] = _Text(
                tollbook.read(text, published=gold[name].published, sidecar=False), tollbook.read(text, sidecar=False)
            )
        except ReadingError as error:
            say(str(error))
            tally.unreadable += 1
        else:
            tally.read += 1
    return texts


def _extracted(texts: Mapping[str, _Text]) -> tuple[dict[str, JudgedDocument], dict[str, JudgedDocument]]:
    import tollbook
    from tollbook.export.extracted import Extracted, to_json
    from tollbook.scoring.judged import judged

    def claims(document: Document, name: str) -> JudgedDocument:
        return judged(to_json(Extracted(document, tollbook.extract(document))), name)

    given, inferred = {}, {}
    for name, text in with_bar(list(texts.items())):
        given[name], inferred[name] = claims(text.given, name), claims(text.inferred, name)
    return given, inferred


def _groups(
    texts: Mapping[str, _Text], predicted: Mapping[str, JudgedDocument], gold: Mapping[str, JudgedDocument]
) -> tuple[Group, ...]:
    from tollbook.scoring.errors import grouped, mistakes
    from tollbook.scoring.judged import JudgedDocument

    return grouped(
        mistake
        for name, text in texts.items()
        for mistake in mistakes(text.given, predicted.get(name, JudgedDocument(name, None, ())), gold[name])
    )
