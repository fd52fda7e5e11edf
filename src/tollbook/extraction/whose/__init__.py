"""Whose people or things are counted: the party of each quantity, and none where the text does not let a reader tell.

``WORDS`` and ``COUNTRY`` are the order of trust: what the counted phrase says of itself, who lost, fired or sent, the
place right behind the number, the other side of whoever did it, the company in a list, the fighters named before; then,
for people of whom no nation is said, whether they are of several, and the country where it happened.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tollbook.extraction.article import Article
from tollbook.extraction.measures import Measured
from tollbook.extraction.whose.case import Case, Told, Whose
from tollbook.extraction.whose.company import company, next_strike
from tollbook.extraction.whose.described import described, told_behind
from tollbook.extraction.whose.doers import doer, state
from tollbook.extraction.whose.each import both_sides, each
from tollbook.extraction.whose.fighters import irregulars, soldiers
from tollbook.extraction.whose.losers import figured, loser, owner, possessor
from tollbook.extraction.whose.mixed import aboard, exchanged, foreigners, listed_nations, of_many, of_war
from tollbook.extraction.whose.residents import (
    fled,
    of_the_country,
    placed,
    placed_before,
    several_countries,
    sited_behind,
)
from tollbook.extraction.whose.restated import settled
from tollbook.extraction.whose.scene import Scene
from tollbook.extraction.whose.sides import beaten, enemy

Rule = Callable[[Case], Whose | None]

WORDS: tuple[Rule, ...] = (
    described,
    told_behind,
    each,
    both_sides,
    possessor,
    loser,
    figured,
    enemy,
    doer,
    owner,
    sited_behind,
    beaten,
    irregulars,
    company,
    next_strike,
    soldiers,
    state,
)
"""Rules that rest on words for the counted, or on figures beside them."""
COUNTRY: tuple[Rule, ...] = (
    of_war,
    aboard,
    of_many,
    foreigners,
    exchanged,
    listed_nations,
    fled,
    several_countries,
    placed,
    placed_before,
)
"""Rules that rest on where it happened, and those that know better first."""


def whose(article: Article, items: Sequence[tuple[int, Measured]]) -> list[Whose]:
    """The party of each (sentence, measured quantity) of the article, in order."""
    scene = Scene(article)
    told: list[Told] = []
    for sentence, measured in items:
        found = _first(Case(scene, sentence, measured, tuple(told)))
        told.append(Told(sentence, measured, found))
    return [settled(told, k) for k in range(len(told))]


def _first(case: Case) -> Whose:
    """The answer of the first rule that has one."""
    for rule in (*WORDS, *COUNTRY):
        if found := rule(case):
            return found
    return of_the_country(case)
