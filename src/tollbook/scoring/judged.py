"""What the score looks at in a claim and a document, and how gold and predictions are read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tollbook.claim import Number


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
        NotScorable: it has no claims, or a claim has no span.
    """
    try:
        return JudgedDocument(name, line.get("published"), tuple(_judged(claim) for claim in line["claims"]))
    except KeyError as missing:
        raise NotScorable(f"document {name}: no field {missing}") from missing


def _name(line: Mapping[str, Any], where: str) -> str:
    if "id" not in line:
        raise NotScorable(f"{where}: the document has no id")
    return Path(str(line["id"])).name.removesuffix(".txt")


def _judged(claim: Mapping[str, Any]) -> Judged:
    when = claim.get("when") or {}
    sources = claim.get("sources") or [{"text": ""}]
    return Judged(
        id=claim.get("id"),
        text=claim.get("text", ""),
        start=claim["start"],
        end=claim["end"],
        low=claim.get("low"),
        high=claim.get("high"),
        qualifier=claim.get("qualifier"),
        measure=claim.get("measure"),
        unit=claim.get("unit", "person"),
        party=claim.get("party"),
        status=claim.get("status"),
        when_kind=when.get("kind"),
        when_end=when.get("end"),
        source=sources[0]["text"],
        stance=claim.get("stance", "reported"),
        verification=claim.get("verification"),
        relations=tuple((r["type"], r["target"]) for r in claim.get("relations") or ()),
        confidence=claim.get("confidence"),
    )


def gold_files(folder: Path) -> dict[str, Path]:
    """The gold documents under a folder: ``NAME`` to ``NAME.json``, in the order of their paths.

    Where a name comes twice, the later path stands for both.

    Raises:
        NotScorable: there is none.
    """
    files = {p.stem: p for p in sorted(folder.rglob("*.json")) if not p.name.endswith(".meta.json")}
    if not files:
        raise NotScorable(f"{folder}: no gold document here; one is NAME.json beside NAME.txt")
    return files


def read_gold(folder: Path) -> dict[str, JudgedDocument]:
    """Every gold document under a folder, by name.

    Raises:
        NotScorable: there is none, or one is not JSON of a document and its claims.
    """
    return {
        name: judged(_json(path.read_text(encoding="utf-8"), str(path)), name)
        for name, path in gold_files(folder).items()
    }


def read_predictions(path: Path) -> dict[str, JudgedDocument]:
    """Predictions by document name: a JSON Lines file as ``tollbook extract`` writes it, or a second gold folder.

    Raises:
        NotScorable: a line is not JSON of a document and its claims.
    """
    if path.is_dir():
        return read_gold(path)
    documents = {}
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if text.strip():
            where = f"{path}, line {number}"
            line = _json(text, where)
            name = _name(line, where)
            documents[name] = judged(line, name)
    return documents


def _json(text: str, where: str) -> Mapping[str, Any]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotScorable(f"{where}: not JSON ({error})") from error
    if not isinstance(value, dict):
        raise NotScorable(f"{where}: a document must be a JSON object with claims")
    return value
