"""People of whom nobody can tell whose they are: those aboard an airliner, foreigners, the dead of a whole war."""

from __future__ import annotations

import re
from functools import cache

from tollbook.extraction.whose.case import Case, Whose
from tollbook.extraction.whose.words import anywhere, either, written

_BEHIND = r"[^.,;]{0,30}\b"
"""How far behind the number a word may stand that says of whom it is."""


def of_war(case: Case) -> Whose | None:
    """Arms and attacks without a side; vehicles, which may be anybody's, are the country's."""
    if not case.of_war and case.measured.thing.kind != "attack":
        return None
    country = case.scene.country()
    if case.measured.unit == "vehicle" and country:
        return case.belongs([country], "country of the article")
    return case.belongs((), "unknown")


def aboard(case: Case) -> Whose | None:
    """Passengers and crew: "all 154 people aboard", or anybody in an article about an airliner lost."""
    m = case.measured
    if m.thing.group not in ("plain", None, "civilian") or m.measure in ("detained", "deployed"):
        return None
    said = case.scene.air_crash or _aboard().match(case.text, m.found.number_end)
    return case.belongs((), "aboard") if said else None


@cache
def _aboard() -> re.Pattern[str]:
    return re.compile(rf"{_BEHIND}{either('aboard')}\b")


def of_many(case: Case) -> Whose | None:
    """The dead of an air crash, of an attack with its attackers, of a whole war: "the war has claimed 90,000 lives"."""
    if not _plain(case) or case.measured.measure not in ("killed", "wounded"):
        return None
    many = anywhere("air_crashes").search(case.text) or _with_attackers().search(case.rest)
    if many or (_whole_war().search(case.text) and not _people_named(case)):
        return case.belongs((), "several nations")
    return None


def _plain(case: Case) -> bool:
    """Whether people are counted, and no more said of them."""
    return case.measured.thing.group in ("plain", None) and case.measured.thing.kind in ("person", None)


def _people_named(case: Case) -> bool:
    """Whether a people is named right behind the quantity: "30,000 people, most of them Somalis"."""
    end = case.measured.found.end
    return any(end <= p.start <= end + 20 and p.form == "people" for p in case.named)


@cache
def _with_attackers() -> re.Pattern[str]:
    return re.compile(rf"\b{either('before_attackers')}\b[^.;]*\b{either('attackers')}\b", re.IGNORECASE)


@cache
def _whole_war() -> re.Pattern[str]:
    war = either("wars")
    takes = rf"\b{war}\b[^.;,]{{0,40}}?\b{either('war_takes')}\b"
    since = rf"\bsince (?:the )?(?:[\w-]+ ){{0,3}}?{war}\b"
    return re.compile(f"{takes}|{since}", re.IGNORECASE)


def foreigners(case: Case) -> Whose | None:
    """People of other nations than the country, not said which: "nine foreign tourists"."""
    found = _foreign().match(case.text, case.measured.found.number_end)
    return case.belongs((), "foreigners") if found else None


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(rf"{_BEHIND}{either('foreigners')}\b", re.IGNORECASE)


def exchanged(case: Case) -> Whose | None:
    """Prisoners of both sides: "400 prisoners were freed in the exchange"."""
    freed = _plain(case) and case.measured.measure == "released"
    return case.belongs((), "both sides") if freed and written("exchanges").search(case.text) else None


def listed_nations(case: Case) -> Whose | None:
    """Nations or groups that make up the number: "12 people, among them Kenyans and Ugandans"."""
    listing = _nations().match(case.rest)
    if not listing or re.search(r"\d", listing["list"]):
        return None
    start = case.measured.found.end + listing.start("list")
    named = [p for p in case.named if p.start >= start and p.form in ("people", "group", "name")]
    return case.belongs((), "several nations") if len({p.code for p in named}) > 1 else None


@cache
def _nations() -> re.Pattern[str]:
    return re.compile(rf"[^.;]{{0,60}}?\b{either('before_nations')}\b(?P<list>[^.;]*)")
