"""Soldiers or civilians: the status of the counted, from their own words first, from what happened to them second."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tollbook.claim import Reason
from tollbook.extraction.article import Article
from tollbook.extraction.measures import Measured
from tollbook.extraction.status.around import company, scene
from tollbook.extraction.status.called import (
    armed,
    both,
    civilians,
    mixture,
    of_group,
    own_men,
    police,
    said_to_be,
    soldiers,
)
from tollbook.extraction.status.case import Case, Found, Told
from tollbook.extraction.status.fate import in_arms, losses, of_civilians, of_soldiers
from tollbook.extraction.status.things import arms, attack, civil_thing, military_thing

_RULES: tuple[Callable[[Case], Found | None], ...] = (
    of_soldiers,
    losses,
    mixture,
    attack,
    arms,
    both,
    of_group,
    armed,
    soldiers,
    police,
    said_to_be,
    civilians,
    military_thing,
    own_men,
    civil_thing,
    in_arms,
    company,
    of_civilians,
)
"""The order of trust; what none of them tells, the scene does."""


def statuses(article: Article, items: Sequence[tuple[int, Measured]]) -> list[Found]:
    """The status of each (sentence, measured quantity), in order."""
    told: list[Told] = []
    for sentence, measured in items:
        case = Case(article, sentence, measured, told[-1] if told else None)
        told.append((sentence, measured, _first(case)))
    return _restated(told)


def _first(case: Case) -> Found:
    """The answer of the first rule that has one."""
    for rule in _RULES:
        if found := rule(case):
            return found
    return scene(case)


def _restated(told: Sequence[Told]) -> list[Found]:
    """The answers; plain people of a figure that elsewhere is a total of soldiers and civilians are one too."""
    mixed = {_figure(m) for _, m, (status, _) in told if status == "mixed"}
    return [
        ("mixed", Reason("status", "restated"))
        if _figure(m) in mixed and m.thing.group in ("plain", None) and m.thing.kind in ("person", None)
        else found
        for _, m, found in told
    ]


def _figure(m: Measured) -> tuple[int | float | None, int | float | None, str | None]:
    return m.found.low, m.found.high, m.measure
