"""Things, not people: attacks and arms are of forces, homes are of civilians."""

from __future__ import annotations

from tollbook.extraction.status.case import Case, Found
from tollbook.extraction.status.words import begins
from tollbook.lexicon import table


def attack(case: Case) -> Found | None:
    """Attacks are by forces; who was behind an explosion nobody can tell."""
    if case.measured.thing.kind != "attack":
        return None
    return case.is_("unknown" if begins("blast").search(case.phrase) else "military", "attack")


def arms(case: Case) -> Found | None:
    """Weapons and munitions, but no vehicles or ships, which may be anybody's."""
    m = case.measured
    arms = m.thing.kind in ("weapon", "munition") and m.unit not in ("vehicle", "ship")
    return case.is_("military", "arms") if arms and not begins("civilian").search(case.phrase) else None


def military_thing(case: Case) -> Found | None:
    """Things that belong to forces: "six command posts"."""
    return case.is_("military", "thing") if case.measured.unit in table("status")["military_things"] else None


def civil_thing(case: Case) -> Found | None:
    """Things that people live, learn and work in: "80 homes"."""
    return case.is_("civilian", "thing") if case.measured.thing.unit in table("status")["civil_things"] else None
