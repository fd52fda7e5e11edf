"""What the counted are called: soldiers, civilians or both, by the words for them and for those among them."""

from __future__ import annotations

import re

from tollbook.extraction.names import bodies, parties
from tollbook.extraction.status.case import Case, Found
from tollbook.extraction.status.words import begins, described_as, list_behind, list_next, whole
from tollbook.lexicon import table

_FEW = 500
"""From so many people on, a list that names only children, women or civilians does not tell of all of them."""


def mixture(case: Case) -> Found | None:
    """A total of people whose parts are soldiers and civilians: "30 people, including five soldiers"."""
    parts = _parts(case) if case.plain else None
    if parts is None:
        return None
    fighters = begins("military").search(parts) or whole("attackers").search(parts)
    if fighters or re.search(r"^[^.]*\d[\d,]* civilians\b", parts):
        return case.is_("mixed", "parts")
    few = (case.measured.found.high or 0) < _FEW
    return case.is_("civilian", "parts") if few and whole("only_civilians").search(parts) else None


def _parts(case: Case) -> str | None:
    """The list of those who make up the number, behind it or at the head of the next sentence."""
    listed = list_behind().match(case.text[case.measured.found.end :])
    if listed is None and case.sentence + 1 < len(case.article.sentences):
        listed = list_next().match(case.article.text(case.sentence + 1))
    return listed and listed["list"]


def both(case: Case) -> Found | None:
    """One number for soldiers and civilians: "14 soldiers and civilians"."""
    m = case.measured
    if m.thing.head is None or m.thing.kind != "person":
        return None
    head = case.article.doc(case.sentence)[m.thing.head]
    joined = [x for x in head.children if x.dep_ == "conj" and not any(c.tag_ == "CD" for c in x.children)]
    words = " ".join(x.text for x in [head, *joined])
    joint = joined and begins("civilian").search(words) and begins("military").search(words)
    return case.is_("mixed", "both", case.span) if joint else None


def of_group(case: Case) -> Found | None:
    """An armed group's name in the phrase makes fighters of its people: "40 Taliban"."""
    start, end = case.span
    named = (p for p in parties(case.text) if p.form == "group" and p.code not in bodies())
    member = any(start <= p.start <= end for p in named)
    return case.is_("military", "members of an armed group", case.span) if member else None


def armed(case: Case) -> Found | None:
    """Words for soldiers, unless the counted noun is a civilian one: "12 special forces", not "12 army doctors"."""
    words = begins("military").search(case.phrase)
    civilian = case.measured.thing.group in ("civilian", "plain") and begins("civilian").search(case.phrase)
    if words is None or civilian:
        return None
    start = case.span[0]
    return case.is_("military", "words", (start + words.start(), start + words.end()))


def soldiers(case: Case) -> Found | None:
    """Nouns for soldiers; of bombers, pirates and the like nobody can tell."""
    if case.measured.thing.group != "military":
        return None
    return case.is_("unknown" if begins("doubtful").search(case.phrase) else "military", "noun")


def police(case: Case) -> Found | None:
    """Police count as soldiers where they were killed, hurt or taken in fighting."""
    if case.measured.thing.group != "police":
        return None
    fought = case.measured.measure in table("status")["measures"]["harm"] and begins("fighting").search(case.text)
    return case.is_("military" if fought else "civilian", "police")


def said_to_be(case: Case) -> Found | None:
    """What they are called behind the phrase: "four men described as insurgents"."""
    said = described_as().match(case.text, case.span[1])
    return case.is_("military", "said to be") if said and begins("military").search(said["what"]) else None


def civilians(case: Case) -> Found | None:
    """Words and nouns for civilians: "nine villagers"."""
    if begins("civilian").search(case.phrase):
        return case.is_("civilian", "words")
    return case.is_("civilian", "noun") if case.measured.thing.group == "civilian" else None


def own_men(case: Case) -> Found | None:
    """A commander's men: "lost 20 of his men"."""
    found = case.measured.found
    near = case.text[found.start : found.end + 30]
    men = case.measured.thing.kind == "person" and whole("own_men").search(near)
    return case.is_("military", "own men") if men else None
