"""What a claim's fields say, in a reader's words."""

from __future__ import annotations

from datetime import date

from tollbook.claim import Claim, Number, Window
from tollbook.document import Document
from tollbook.lexicon import table

_NBSP = "\N{NO-BREAK SPACE}"
"""Keeps a date on one line."""


def number(value: Number) -> str:
    """12400 as "12,400"; a whole float without its point."""
    return f"{int(value) if value == int(value) else value:,}"


def amount(claim: Claim) -> str:
    """The interval that the expression allows: "at least 7", "20,000 to 50,000", "250,000"."""
    low, high = claim.low, claim.high
    if low is not None and high is not None:
        if low != high:
            return f"{number(low)} to {number(high)}"
        return f"about {number(low)}" if claim.qualifier == "approx" else number(low)
    bound = high if low is None else low
    if bound is None:
        return "a number not given"
    word = table("show")["qualifiers"].get(claim.qualifier, "at least" if high is None else "at most")
    return f"{word} {number(bound)}"


def measure(name: str) -> str:
    """The measure in words."""
    return str(table("show")["measures"].get(name, name.replace("_", " ")))


def family(name: str) -> str:
    """Which of the families of the page a measure belongs to: ``harmed``, ``moved`` or ``things``."""
    return next(str(key) for key, family in table("show")["families"].items() if name in family["measures"])


def unit(name: str) -> str:
    """The unit in words."""
    return name.replace("_", " ")


def unsaid_amount(claim: Claim) -> str:
    """The interval, where the expression does not show its numbers ("dozens", "250k"); else nothing."""
    bounds = {number(bound) for bound in (claim.low, claim.high) if bound is not None}
    return "" if all(bound in claim.text for bound in bounds) else amount(claim)


def of_whom(claim: Claim) -> str:
    """What happened to whom: "killed · RUS · military"; what the text does not let a reader tell is left out."""
    what = unit(claim.unit) if claim.unit != "person" else None
    status = claim.status if claim.status != "unknown" else None
    return " · ".join(part for part in (measure(claim.measure), what, claim.party, status) if part)


def relation(kind: str) -> str:
    """How a claim stands to another: "part of"."""
    return str(table("show")["relations"][kind])


def rule(field: str, name: str) -> str:
    """The rule that gave a field, in words: its name, where that says enough."""
    return str(table("show")["rules"].get(field, {}).get(name, name))


def day(iso: str) -> str:
    """2023-07-19 as "19 Jul 2023", 2023-07 as "Jul 2023", 2023 as it is."""
    if len(iso) == 10:
        when = date.fromisoformat(iso)
        return f"{when.day}{_NBSP}{when:%b}{_NBSP}{when.year}"
    return f"{date.fromisoformat(iso + '-01'):%b}{_NBSP}{iso[:4]}" if len(iso) == 7 else iso


def days(start: str, end: str) -> str:
    """A stretch of time, what both ends share said once: "18–19 Jul 2023", "24 Feb – 19 Jul 2023"."""
    if start == end:
        return day(start)
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}–{day(end)}"
    first = day(start).removesuffix(start[:4]).rstrip() if start[:4] == end[:4] and len(start) > 4 else day(start)
    return f"{first} – {day(end)}"


def window(when: Window | None) -> str:
    """The window in words: "running total, 24 Feb 2022 – 19 Jul 2023"."""
    if when is None:
        return "not said"
    kind = str(table("show")["windows"][when.kind])
    if when.per:
        kind = f"{kind} per {when.per}"
    if when.start and when.end:
        return f"{kind}, {days(when.start, when.end)}"
    if when.end:
        return f"{kind}, to {day(when.end)}"
    return f"{kind}, from {day(when.start)}" if when.start else kind


def sources(claim: Claim) -> str:
    """The chain of sources, originator first; without one the publisher speaks in its own voice."""
    names = [" ".join(source.text.split()) for source in claim.sources]
    return ", via ".join(names) if names else "the publisher, in its own voice"


def stance(claim: Claim) -> str:
    """How the figure is put."""
    return str(table("show")["stances"][claim.stance])


def verification(claim: Claim) -> str:
    """What the text says about its verification; empty where it says nothing."""
    return str(table("show")["verifications"][claim.verification]) if claim.verification else ""


def published(document: Document) -> str:
    """The day of publication and what it stands on."""
    if not document.published:
        return "day of publication unknown"
    same = [e for e in document.dates if e.date == document.published]
    grounds = same or [e for e in document.dates if e.kind in ("weekday", "latest")]  # published on the day after
    ground = f" ({table('show')['dates'][grounds[0].kind]})" if grounds else ""
    return f"published {day(document.published)}{ground}"


def count(number_of: int, noun: str) -> str:
    """3 and "claim" as "3 claims"."""
    return f"{number_of} {noun}" if number_of == 1 else f"{number_of} {noun}s"


def summary(claims: tuple[Claim, ...]) -> str:
    """How many claims there are, and how many of them have a named source or stand unverified."""
    parts = [count(len(claims), "claim")]
    if claims:
        attributed = sum(bool(claim.sources) for claim in claims)
        parts += [f"{attributed} with a source", f"{len(claims) - attributed} in the publisher’s own voice"]
    if unverified := sum(claim.verification == "unverified" for claim in claims):
        parts.append(f"{unverified} that could not be verified")
    return " · ".join(parts)
