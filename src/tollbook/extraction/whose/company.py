"""A figure that leaves it to the one beside it: an item of a list, a part of a total, "five others", "15 wounded"."""

from __future__ import annotations

import re
from functools import cache

from tollbook.extraction.measures import Measured
from tollbook.extraction.whose.case import Case, Told, Whose
from tollbook.extraction.whose.words import either, listed

_THINGS = frozenset({"weapon", "munition", "thing"})
_TO_PEOPLE = frozenset({"killed", "wounded", "missing", "captured"})
_GAP = 6
"""How many words may stand between two items of a list."""
_STRIKES_BACK = 12
"""How many sentences back a strike may be of which this one is the next."""


def company(case: Case) -> Whose | None:
    """The party of the figure just before, where this one goes on with it."""
    m = case.measured
    if not case.before or m.rule == "gapped" or len(case.before[-1].whose.codes) > 1:
        return None
    before = case.before[-1]
    codes = before.whose.codes
    beside = before.sentence == case.sentence
    if not codes:
        unnamed = beside and _others(case) and before.whose.why.rule == "unnamed fighters"
        return case.belongs((), "company") if unnamed else None
    if beside and (_next_item(case, before.measured) or _other_victims(case, before.measured)):
        return case.belongs(codes, "company")
    if beside and before.measured.measure == m.measure and _part().search(case.lead):
        return case.belongs(codes, "part of a total")
    if m.rule == "among them" and m.thing.group != "military":
        return case.belongs(codes, "among them")
    return None


def _others(case: Case) -> bool:
    """Whether the number stands alone, or with "others" or "more"."""
    return case.head is None or case.head.lower_ in ("others", "more")


def _next_item(case: Case, before: Measured) -> bool:
    """Whether the figure is the next of a list: "31 tanks, 12 guns and 4 drones", "nine soldiers and three guards"."""
    m = case.measured
    kinds = {m.thing.kind, before.thing.kind}
    near = m.rule == "company" or m.first - max(before.thing.end, before.last + 1) <= _GAP
    alike = len(kinds) == 1 or None in kinds or kinds <= _THINGS
    plain = case.head is None or m.thing.group in (None, "plain") or m.thing.group == before.thing.group
    of_group = plain or before.thing.group != "military"
    return before.measure == m.measure and near and alike and of_group


def _other_victims(case: Case, before: Measured) -> bool:
    """Whether the figure is of further people of the same event: "killed two soldiers and wounded five others"."""
    m = case.measured
    people = m.thing.kind in (None, "person") and before.thing.kind == "person"
    return people and _others(case) and before.measure in _TO_PEOPLE | {"detained"} and m.measure in _TO_PEOPLE


@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"\b{either('before_part')}[ ,]+(?:[a-z]+[ ]){{0,3}}$", re.IGNORECASE)


def next_strike(case: Case) -> Whose | None:
    """One strike after another of a bulletin: whoever made the one before; else the one who strikes in the article."""
    if not is_strike(case.measured):
        return None
    for told in reversed(case.before):
        if case.sentence - told.sentence > _STRIKES_BACK:
            break
        if is_strike(told.measured) and told.whose.codes:
            return case.belongs(told.whose.codes, "attacker before")
    from_the_air = case.head is not None and case.head.lemma_.lower() in listed("strikes_of_forces")
    attackers = sorted(case.scene.attackers)
    return case.belongs(attackers, "attacker of the article") if from_the_air and attackers else None


def is_strike(m: Measured) -> bool:
    """Whether attacks themselves are counted: "eleven air strikes"."""
    return m.measure == "launched" and m.thing.kind == "attack"


def going_on(told: Told, other: Told) -> bool:
    """Whether arms of which nobody says whose they are stand beside arms or people of which the sentence does."""
    m, o = told.measured, other.measured
    beside = other.sentence == told.sentence and o.measure == m.measure
    arms = m.thing.kind in _THINGS and o.thing.kind in _THINGS | {"person"}
    return beside and arms and not told.whose.codes and bool(other.whose.codes)
