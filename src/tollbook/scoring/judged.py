"""What the score looks at in a claim and a document, and how gold and predictions are read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from reprlib import repr as shown
from typing import Any

from tollbook.claim import Number
from tollbook.reading.isodate import is_iso_date


class NotScorable(ValueError):
    """A gold or predictions file that is not what the score expects; the message says which, where and why."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim as the score sees it; fields that a file leaves out have the defaults of the definition."""

    id: str | None
    text: str
    start: int
    end: int
    low: Number | None
    high: Number | None
    qualifier: str | None
    measure: str | None
    unit: str | None
    party: str | None
    status: str | None
    when_kind: str | None
    when_end: str | None
    source: str
    stance: str | None
    verification: str | None
    relations: tuple[tuple[str, str], ...]
    confidence: float | None


@dataclass(frozen=True, slots=True)
class JudgedDocument:
    """A document's claims, gold or predicted, and when it says that the document was published."""

    id: str
    published: str | None
    claims: tuple[Judged, ...]


def judged(line: Mapping[str, Any], name: str) -> JudgedDocument:
    """A document line (gold, or of ``tollbook extract``) as the score sees it.

    Raises:
        NotScorable: it has no claims, a claim has no span, or a field is not of its type.
    """
    where = f"document {name}"
    published = _text(line, "published", where)
    if published is not None and not is_iso_date(published):
        raise NotScorable(f"{where}: published is {shown(published)}; it must be YYYY-MM-DD, YYYY-MM or YYYY")
    claims = _objects(line, "claims", where)
    if "claims" not in line:
        raise NotScorable(f"{where}: no field 'claims'")
    return JudgedDocument(name, published, tuple(_judged(c, f"{where}, claim {i}") for i, c in enumerate(claims, 1)))


def _name(line: Mapping[str, Any], where: str) -> str:
    if "id" not in line:
        raise NotScorable(f"{where}: the document has no id")
    return Path(str(line["id"])).name.removesuffix(".txt")


def _judged(claim: Mapping[str, Any], where: str) -> Judged:
    start, end = _offset(claim, "start", where), _offset(claim, "end", where)
    when = claim.get("when") or {}
    if not isinstance(when, dict):
        raise NotScorable(f"{where}: when is {shown(when)}; it must be an object or null")
    sources = [_text(source, "text", f"{where}, sources") or "" for source in _objects(claim, "sources", where)]
    confidence = _number(claim, "confidence", where)
    if confidence is not None and not 0 <= confidence <= 1:
        raise NotScorable(f"{where}: confidence is {confidence}; it must be between 0 and 1")
    return Judged(
        id=_text(claim, "id", where),
        text=_text(claim, "text", where) or "",
        start=start,
        end=end,
        low=_number(claim, "low", where),
        high=_number(claim, "high", where),
        qualifier=_text(claim, "qualifier", where),
        measure=_text(claim, "measure", where),
        unit=_text(claim, "unit", where) if "unit" in claim else "person",
        party=_text(claim, "party", where),
        status=_text(claim, "status", where),
        when_kind=_text(when, "kind", f"{where}, when"),
        when_end=_text(when, "end", f"{where}, when"),
        source=sources[0] if sources else "",
        stance=_text(claim, "stance", where) if "stance" in claim else "reported",
        verification=_text(claim, "verification", where),
        relations=tuple(
            (_text(r, "type", f"{where}, relations") or "", _text(r, "target", f"{where}, relations") or "")
            for r in _objects(claim, "relations", where)
        ),
        confidence=confidence,
    )


def _text(line: Mapping[str, Any], key: str, where: str) -> str | None:
    value = line.get(key)
    if value is not None and not isinstance(value, str):
        raise NotScorable(f"{where}: {key} is {shown(value)}; it must be a text or null")
    return value


def _number(line: Mapping[str, Any], key: str, where: str) -> Number | None:
    value = line.get(key)
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)):
        return value
    raise NotScorable(f"{where}: {key} is {shown(value)}; it must be a finite number or null")


def _offset(line: Mapping[str, Any], key: str, where: str) -> int:
    if key not in line:
        raise NotScorable(f"{where}: no field '{key}'")
    value = line[key]
    if isinstance(value, bool) or not isinstance(value, int):
        raise NotScorable(f"{where}: {key} is {shown(value)}; it must be a whole number")
    return value


def _objects(line: Mapping[str, Any], key: str, where: str) -> list[Mapping[str, Any]]:
    value = line.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise NotScorable(f"{where}: {key} is {shown(value)}; it must be a list of objects")
    return value


def gold_files(folder: Path) -> dict[str, Path]:
    """The gold documents under a folder: ``NAME`` to ``NAME.json``, in the order of their paths.

    Where a name comes twice, the later path stands for both.

    Raises:
        NotScorable: there is none.
    """
    files = {p.stem: p for p in sorted(folder.rglob("*.json")) if not p.name.endswith(".meta.json") and p.is_file()}
    if not files:
        raise NotScorable(f"{folder}: no gold document here; one is NAME.json beside NAME.txt")
    return files


def read_gold(folder: Path) -> dict[str, JudgedDocument]:
    """Every gold document under a folder, by name.

    Raises:
        NotScorable: there is none, or one is not JSON of a document and its claims.
    """
    return {name: judged(_json(_contents(path), str(path)), name) for name, path in gold_files(folder).items()}


def read_predictions(path: Path) -> dict[str, JudgedDocument]:
    """Predictions by document name: a JSON Lines file as ``tollbook extract`` writes it, or a second gold folder.

    Raises:
        NotScorable: a line is not JSON of a document and its claims.
    """
    if path.is_dir():
        return read_gold(path)
    documents = {}
    for number, text in enumerate(_contents(path).split("\n"), start=1):
        if text.strip():
            where = f"{path}, line {number}"
            line = _json(text, where)
            name = _name(line, where)
            documents[name] = judged(line, name)
    return documents


def _contents(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise NotScorable(f"{path}: byte {error.start} is not UTF-8, which JSON is written in") from error


def _json(text: str, where: str) -> Mapping[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotScorable(f"{where}: not JSON that can be read ({error})") from error
    if not isinstance(value, dict):
        raise NotScorable(f"{where}: a document must be a JSON object with claims")
    return value
