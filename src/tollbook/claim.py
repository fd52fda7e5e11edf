"""What a claim is: the small frozen types that every other part of Tollbook speaks in, and their JSON form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

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
