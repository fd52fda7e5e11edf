"""Which measure may count what: nobody recruits a tank, and no number without a noun was launched."""

from __future__ import annotations

from tollbook.extraction.counted import Counted
from tollbook.extraction.measures.phrases import Measured
from tollbook.extraction.measures.triggers import Role, only
from tollbook.extraction.measures.words import measures


def fits(measure: str, m: Measured, role: Role = "object") -> bool:
    """Whether ``measure`` may count what the number counts, which stands to its word as ``role`` says."""
    if role == "subject" and not _may_do(measure, m.thing):
        return False
    if m.thing.kind is None and m.thing.head is None and measure in measures("need_a_noun"):
        return False
    return not only(measure) or m.thing.kind is None or _allowed(m.thing, only(measure))


def _may_do(measure: str, thing: Counted) -> bool:
    """Whether the counted can be the doer: "12 rockets landed", "300 troops patrol"; people launch nothing."""
    if measure == "launched":
        return thing.kind in ("munition", "attack")
    if measure == "deployed":
        return thing.group == "military" or thing.kind == "weapon"
    return True


def _allowed(thing: Counted, kinds: frozenset[str]) -> bool:
    """Whether the counted is of one of ``kinds``; munitions and weapons are things, and drones are both."""
    if "thing" in kinds and thing.kind in ("thing", "munition", "weapon"):
        return True
    if thing.unit == "drone" and kinds & {"munition", "weapon"}:
        return True
    return thing.kind in kinds or (thing.unit == "missile" and "weapon" in kinds)
