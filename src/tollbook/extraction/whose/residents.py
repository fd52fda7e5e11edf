"""People of whom no nation is said: those of the country where it happened, but not of the country that did it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from tollbook.extraction.whose.case import Case, Whose
from tollbook.extraction.whose.culprits import culprits
from tollbook.extraction.whose.sites import Site
from tollbook.extraction.whose.words import before_name, either, measures, written

_SENTENCES_BACK = 40
"""How far back in its paragraph a place is looked for."""
_HERE = re.compile(r"[ ]*(?:others?|people|more)?[ ]*in[ ](?:the[ ])?(?:[\w-]+[ ]){0,2}")


def sited_behind(case: Case) -> Whose | None:
    """The place right behind the number: "22 in Haiti", "about 19 others in northern Greece"."""
    thing = case.measured.thing
    if thing.kind not in (None, "person") or thing.group == "military":
        return None
    _, end = case.phrase
    for site in case.scene.sites(case.text):
        if site.sure and end <= site.start and _HERE.fullmatch(case.text, end, site.start):
            return case.belongs([site.country], "place")
    return None


def fled(case: Case) -> Whose | None:
    """Refugees: the article's country, where it is not that of the places they went to ("90,000 crossed into Chad")."""
    if case.measured.measure != "displaced" or not written("abroad").search(case.text):
        return None
    hosts = frozenset(x.country for x in case.scene.sites(case.text) if x.sure and not _left(case, x))
    country = case.scene.country(hosts)
    return case.belongs([country], "country fled from") if country and country not in hosts else None


def _left(case: Case, site: Site) -> bool:
    """Whether people came from the site: "fled the east of Congo"."""
    return bool(before_name("origins", gap=2).search(case.text[max(0, site.start - 24) : site.start]))


def _sites(case: Case) -> list[Site]:
    """The sites of the sentence, less those that are named for what they did, or as where people were taken."""
    doers = culprits(case)
    moved = case.measured.measure in measures("moved")
    toward = before_name("destinations", gap=1)
    return [
        x
        for x in case.scene.sites(case.text)
        if ((x.sure and not x.state) or x.country not in doers)
        and not (moved and toward.search(case.text[max(0, x.start - 30) : x.start]))
    ]


def several_countries(case: Case) -> Whose | None:
    """Two countries joined behind the number: "1,200 people in Malawi and Mozambique"."""
    for one, other in pairwise(_sites(case)):
        behind = one.start > case.measured.found.start
        if behind and one.country != other.country and _joined().fullmatch(case.text, one.start, other.start):
            return case.belongs((), "several countries")
    return None


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"[\w' ]{{0,24}}?(?: and |, )(?:{either('joined_places')} )*")


def placed(case: Case) -> Whose | None:
    """The next place behind the number in its clause, else the last before it: "a blast in Quetta killed nine"."""
    number = case.measured.found.number
    semicolon = case.text.find(";", number)
    stop = semicolon if semicolon > 0 else len(case.text)
    sites = _sites(case)
    after = [x.country for x in sites if number < x.start < stop]
    before = [x.country for x in sites if x.start < number]
    nearest = (after or before[::-1])[:1]
    return case.belongs(nearest, "place") if nearest else None


def placed_before(case: Case) -> Whose | None:
    """The last place of the nearest sentence before, in the same paragraph, that tells where things happen."""
    sentences = case.scene.article.sentences
    doers = culprits(case)
    for j in range(case.sentence - 1, max(-1, case.sentence - 1 - _SENTENCES_BACK), -1):
        if sentences[j].paragraph != sentences[case.sentence].paragraph:
            return None
        there = [x.country for x in case.scene.sites(case.scene.article.text(j)) if x.country not in doers]
        if there:
            return case.belongs(there[-1:], "place before")
    return None


def of_the_country(case: Case) -> Whose:
    """The article's country; for what people suffer, not the one whose attacks the article tells of."""
    m = case.measured
    harmed = m.measure in measures("suffered") and m.thing.group != "military"
    country = case.scene.country(culprits(case) | (case.scene.attackers if harmed else frozenset()))
    return case.belongs([country] if country else (), "country of the article")
