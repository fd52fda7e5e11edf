"""What a claim is: the small frozen types that every other part of Tollbook speaks in, and their JSON form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

Qualifier = Literal["exact", "approx", "at_least", "at_most", "nearly", "range", "vague"]
Status = Literal["military", "civilian", "mixed", "unknown"]
Stance = Literal["reported", "estimated", "projected", "speculated", "promised", "denied", "hypothetical"]
Verification = Literal["unverified", "verified"]
WindowKind = Literal["cumulative", "period", "event", "rate", "stock", "planned"]
RelationType = Literal["part_of", "restates", "derived_from", "contrasts", "updates"]

MEASURES = (
    "killed", "wounded", "killed_or_wounded", "lost", "missing", "captured", "surrendered", "released", "detained",
    "convicted", "dismissed", "refused", "deserted", "mobilised", "recruited", "deployed", "displaced", "evacuated",
    "rescued", "affected", "trapped", "destroyed", "damaged", "launched", "struck", "intercepted", "supplied",
    "recovered", "hospitalised", "demonstrated", "other",
)  # fmt: skip

Number = int | float


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a document: ``document.text[start:end]``, offsets in Unicode code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity expression and the interval it allows (``None``: open on that side)."""

    text: str
    start: int
    end: int
    low: Number | None
    high: Number | None
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who says so, as the document names them; ``start``/``end`` locate the words."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Window:
    """What stretch of time a figure stands for. ``start``/``end`` are ISO dates, months or years, or None."""

    kind: WindowKind
    start: str | None = None
    end: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie from the claim that holds it to another claim of the same document (``target``: its id)."""

    type: RelationType
    target: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name as the document writes it, with what it resolves to where that is known."""

    text: str
    start: int
    end: int
    resolved: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field has its value: the rule that decided, and the words it stood on (None: a default)."""

    field: str
    rule: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One attributed count: who says how many, of whom, as of when, on whose word, how sure."""

    id: str
    text: str
    start: int
    end: int
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    measure: str
    unit: str
    party: str | None
    status: Status
    when: Window | None
    sources: tuple[Source, ...] = ()
    stance: Stance = "reported"
    verification: Verification | None = None
    relations: tuple[Relation, ...] = ()
    place: Named | None = None
    by: Named | None = None
    means: str | None = None
    group: str | None = None
    names: tuple[Named, ...] = ()
    confidence: float | None = None
    furniture: str | None = None
    why: tuple[Reason, ...] = ()


def claim_to_json(claim: Claim, *, why: bool = False) -> dict[str, Any]:
    """The claim as a JSON object: the scored fields always, in the order of the definition; the others where known.

    ``why`` adds the reasons, one object a rule.
    """
    line: dict[str, Any] = {
        "id": claim.id,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "low": claim.low,
        "high": claim.high,
        "qualifier": claim.qualifier,
        "measure": claim.measure,
        "unit": claim.unit,
        "party": claim.party,
        "status": claim.status,
        "when": None if claim.when is None else _window_to_json(claim.when),
        "sources": [{"text": s.text, "start": s.start, "end": s.end} for s in claim.sources],
        "stance": claim.stance,
        "verification": claim.verification,
        "relations": [{"type": r.type, "target": r.target} for r in claim.relations],
    }
    further: dict[str, Any] = {
        "place": claim.place and _named_to_json(claim.place),
        "by": claim.by and _named_to_json(claim.by),
        "means": claim.means,
        "group": claim.group,
        "names": [_named_to_json(n) for n in claim.names] or None,
        "confidence": claim.confidence,
        "furniture": claim.furniture,
        "why": [_reason_to_json(r) for r in claim.why] if why else None,
    }
    line.update((key, value) for key, value in further.items() if value is not None)
    return line


def claim_from_json(line: Mapping[str, Any]) -> Claim:
    """The claim that ``claim_to_json`` wrote.

    Raises:
        ValueError: a field is missing, or its value is not one that the definition allows.
    """
    try:
        when = line["when"]
        place, by = line.get("place"), line.get("by")
        return Claim(
            id=line["id"],
            text=line["text"],
            start=line["start"],
            end=line["end"],
            low=line["low"],
            high=line["high"],
            qualifier=_allowed(line, "qualifier", get_args(Qualifier)),
            measure=_allowed(line, "measure", MEASURES),
            unit=line["unit"],
            party=line["party"],
            status=_allowed(line, "status", get_args(Status)),
            when=None if when is None else _window_from_json(when),
            sources=tuple(Source(s["text"], s["start"], s["end"]) for s in line["sources"]),
            stance=_allowed(line, "stance", get_args(Stance)),
            verification=_allowed(line, "verification", (*get_args(Verification), None)),
            relations=tuple(
                Relation(_allowed(r, "type", get_args(RelationType)), r["target"]) for r in line["relations"]
            ),
            place=None if place is None else _named_from_json(place),
            by=None if by is None else _named_from_json(by),
            means=line.get("means"),
            group=line.get("group"),
            names=tuple(_named_from_json(n) for n in line.get("names", ())),
            confidence=line.get("confidence"),
            furniture=line.get("furniture"),
            why=tuple(Reason(r["field"], r["rule"], r.get("start"), r.get("end")) for r in line.get("why", ())),
        )
    except KeyError as missing:
        raise ValueError(f"claim {line.get('id', '(no id)')}: no field {missing}") from missing


def _allowed(line: Mapping[str, Any], key: str, values: tuple[Any, ...]) -> Any:
    if line[key] not in values:
        raise ValueError(f"{key} is {line[key]!r}; it must be one of {', '.join(str(v) for v in values)}")
    return line[key]


def _window_to_json(window: Window) -> dict[str, Any]:
    line: dict[str, Any] = {"kind": window.kind, "start": window.start, "end": window.end}
    return line if window.per is None else {**line, "per": window.per}


def _window_from_json(line: Mapping[str, Any]) -> Window:
    return Window(_allowed(line, "kind", get_args(WindowKind)), line["start"], line["end"], line.get("per"))


def _named_to_json(named: Named) -> dict[str, Any]:
    line: dict[str, Any] = {"text": named.text, "start": named.start, "end": named.end}
    return line if named.resolved is None else {**line, "resolved": named.resolved}


def _named_from_json(line: Mapping[str, Any]) -> Named:
    return Named(line["text"], line["start"], line["end"], line.get("resolved"))


def _reason_to_json(reason: Reason) -> dict[str, Any]:
    line: dict[str, Any] = {"field": reason.field, "rule": reason.rule}
    return line if reason.start is None else {**line, "start": reason.start, "end": reason.end}


def claim_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``claim_to_json`` writes."""
    text, offset = {"type": "string"}, {"type": "integer", "minimum": 0}
    number = {"type": ["number", "null"], "minimum": 0}
    iso = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
    named = _object({"text": text, "start": offset, "end": offset, "resolved": text}, optional=("resolved",))
    window = _object(
        {"kind": {"enum": list(get_args(WindowKind))}, "start": iso, "end": iso, "per": text}, optional=("per",)
    )
    reason = _object({"field": text, "rule": text, "start": offset, "end": offset}, optional=("start", "end"))
    fields = {
        "id": {"type": "string", "description": "Names the claim within its document."},
        "text": {"type": "string", "description": "The quantity expression with its modifier: document[start:end]."},
        "start": {**offset, "description": "Offset of the first character, in Unicode code points of the text."},
        "end": {**offset, "description": "Offset after the last character."},
        "low": {**number, "description": "The least the expression allows; null: open."},
        "high": {**number, "description": "The most the expression allows; null: open."},
        "qualifier": {"enum": list(get_args(Qualifier))},
        "measure": {"enum": list(MEASURES), "description": "What happened to those counted."},
        "unit": {"type": "string", "description": "What is counted: person, tank, home, or another singular noun."},
        "party": {
            "type": ["string", "null"],
            "description": "Whose people or things: ISO 3166-1 alpha-3, or a group's common name in full.",
        },
        "status": {"enum": list(get_args(Status))},
        "when": {"oneOf": [window, {"type": "null"}], "description": "What stretch of time the figure stands for."},
        "sources": {
            "type": "array",
            "items": _object({"text": text, "start": offset, "end": offset}),
            "description": "Who says so, originator first, each relayer after; empty: the publisher itself.",
        },
        "stance": {"enum": list(get_args(Stance))},
        "verification": {"enum": [*get_args(Verification), None]},
        "relations": {
            "type": "array",
            "items": _object({"type": {"enum": list(get_args(RelationType))}, "target": text}),
            "description": "Ties to other claims of the same document; target: their id.",
        },
        "place": {**named, "description": "Where it happened, as written."},
        "by": {**named, "description": "Who is said to have done it."},
        "means": {"type": "string", "description": "How: air strike, shelling, flood ..."},
        "group": {"type": "string", "description": "Who is counted: women, children, medics ..."},
        "names": {"type": "array", "items": named, "description": "Those counted who are named."},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        "furniture": {"type": "string", "description": "The sort of page furniture that the claim stands in."},
        "why": {"type": "array", "items": reason, "description": "Which rule gave each field, on which words."},
    }
    return _object(fields, optional=("place", "by", "means", "group", "names", "confidence", "furniture", "why"))


def _object(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }
