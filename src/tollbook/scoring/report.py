"""The report of a scoring: one score or two, how often the inferred day of publication is right, and the mistakes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from tollbook.export.jsonl import escaped
from tollbook.export.passage import on_one_line
from tollbook.scoring.calibration import Calibration, calibration, calibration_lines
from tollbook.scoring.errors import Group
from tollbook.scoring.judged import JudgedDocument
from tollbook.scoring.score import Score, score, score_to_json
from tollbook.show.marked import safe


@dataclass(frozen=True, slots=True)
class Dates:
    """Inferred days of publication against the gold: right, wrong, or not inferred though the gold knows it.

    Where the gold does not know it either, none inferred is right.
    """

    right: int
    wrong: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Report:
    """``inferred`` and ``dates`` are None where ready predictions were scored, ``groups`` where nobody asked.

    ``calibration`` is that of the first score's predictions, None where they carry no confidence.
    """

    given: Score
    inferred: Score | None = None
    dates: Dates | None = None
    calibration: Calibration | None = None
    groups: tuple[Group, ...] | None = None


def report(
    gold: Mapping[str, JudgedDocument],
    given: Mapping[str, JudgedDocument],
    inferred: Mapping[str, JudgedDocument] | None = None,
) -> Report:
    """The report of predictions; ``inferred`` are those made without being told the day of publication."""
    if inferred is None:
        return Report(score(gold, given), calibration=calibration(gold, given))
    kinds = Counter(_date_kind(gold[name].published, document.published) for name, document in inferred.items())
    dates = Dates(kinds["right"], kinds["wrong"], kinds["unknown"])
    return Report(score(gold, given), score(gold, inferred), dates, calibration(gold, given))


def _date_kind(gold: str | None, inferred: str | None) -> str:
    if gold == inferred:
        return "right"
    return "wrong" if inferred else "unknown"


def report_to_json(result: Report) -> str:
    """One line of JSON.

    For ready predictions it is the reference score's object; else an object of two, ``given`` and ``inferred``, with
    the counts of ``dates`` and the ``calibration`` of the first. ``errors`` is added where the report has them.
    """
    line: dict[str, object] = score_to_json(result.given)
    if result.inferred and result.dates:
        line = {"given": line, "inferred": score_to_json(result.inferred), "dates": asdict(result.dates)}
        line["calibration"] = result.calibration and asdict(result.calibration)
    if result.groups is not None:
        line["errors"] = [asdict(group) for group in result.groups]
    return escaped(json.dumps(line, ensure_ascii=False)) + "\n"


def report_to_text(result: Report) -> str:
    """The report for a person."""
    return "\n".join(_lines(result)) + "\n"


def _lines(result: Report) -> Iterator[str]:
    if result.inferred is None or result.dates is None:
        yield from _score_lines(result.given)
    else:
        yield "With the day of publication given"
        yield from _score_lines(result.given)
        yield ""
        yield "With the day of publication inferred"
        yield from _score_lines(result.inferred)
        yield ""
        dates = result.dates
        share = dates.right / max(1, dates.right + dates.wrong + dates.unknown)
        yield f"Inferred day: {dates.right} right ({share:.0%}), {dates.wrong} wrong, {dates.unknown} not inferred"
    if result.calibration:
        yield ""
        yield "How often claims of each tenth of confidence were right (found, measure, unit, party and first source)"
        yield from calibration_lines(result.calibration)
    for group in result.groups or ():
        yield ""
        yield _one_line(_group_title(group))
        for mistake in group.mistakes:
            yield f"  {_one_line(mistake.document)}:{mistake.start}  {_one_line(mistake.sentence)}"


def _score_lines(result: Score) -> Iterator[str]:
    yield f"{result.documents} documents, {result.gold} claims in the gold, {result.predicted} predicted"
    yield f"{'':14}precision  recall     F1  95 % of F1"
    for level, rates in result.levels.items():
        low, high = result.intervals[level]
        yield f"{level:14}{rates.precision:9.3f}{rates.recall:8.3f}{rates.f1:7.3f}  {low:.3f} to {high:.3f}"
    for name, rates in result.classes.items():
        size = result.class_sizes[name]
        yield f"{name:14}{rates.precision:9.3f}{rates.recall:8.3f}{rates.f1:7.3f}  {size} in the gold"
    if result.fields:
        yield "right, of those found: " + "  ".join(f"{name} {share:.3f}" for name, share in result.fields.items())


def _one_line(text: str) -> str:
    """Words of an input, which may neither steer a terminal nor begin a line of the report."""
    return safe(on_one_line(text))


def _group_title(group: Group) -> str:
    number = len(group.mistakes)
    if group.gold is not None and group.predicted is not None:
        return f"{group.kind}: {group.gold} given as {group.predicted} ({number})"
    if group.kind in ("missed", "spurious", "relation missed", "relation spurious"):
        return f"{group.kind}: {group.gold or group.predicted} ({number})"
    return f"{group.kind}: {group.gold or 'none'} given as {group.predicted or 'none'} ({number})"
