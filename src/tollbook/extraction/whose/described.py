"""What the counted phrase says of itself: "Russian soldiers", "members of Hamas", "volunteers fighting for Ukraine"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tollbook.extraction.names import Party
from tollbook.extraction.whose.case import Case, Whose
from tollbook.extraction.whose.words import anywhere, before_name, either

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINED = re.compile(r"\b(?:and|or)\b|,|/")
_NEAR = 20
"""How many characters behind "fighting for" the side served may begin."""


def described(case: Case) -> Whose | None:
    """The phrase itself names them: "Russian soldiers", "Ukrainians", "African Union peacekeepers".

    The country of rebels or militants is no more than where they fight ("Syrian rebels").
    """
    start, end = case.phrase
    found = case.within(start, end)
    unnamed = anywhere("unnamed_fighters").search(case.text[start:end])
    if unnamed and all(p.form != "group" for p in found):
        return None
    return case.pick("described", _foremost(case, found))


def _foremost(case: Case, found: list[Party]) -> list[Party]:
    """Of several parties the peoples, and of peoples that nothing joins the first: "Turkish-backed Syrian fighters"."""
    if len({p.code for p in found}) < 2:
        return found
    peoples = [p for p in found if p.form == "people"]
    if len({p.code for p in peoples}) > 1 and case.head is not None:
        between = case.text[peoples[0].end : peoples[-1].start]
        if not _JOINED.search(between):
            return peoples[:1]
    return peoples or found


def told_behind(case: Case) -> Whose | None:
    """What hangs on the counted noun names them: "soldiers of the Malian army", "fighters, all Chechens"."""
    if case.head is None:
        return None
    for child in case.head.children:
        for rule in (_of, _fights_for, _apposed):
            if found := rule(case, child):
                return found
    return None


def _of(case: Case, child: Token) -> Whose | None:
    """Behind "of" any party, behind "from" a people or group: "members of Hamas", "men from the Afghan army"."""
    if child.dep_ != "prep" or child.lower_ not in ("of", "from") or child.i < child.head.i:
        return None
    end = child.right_edge.idx + len(child.right_edge)
    below = case.doc[child.i + 1 : child.right_edge.i + 1]
    further = (t.idx for t in below if t.dep_ in ("relcl", "acl", "advcl", "prep") or t.text in (",", ";"))
    named = case.within(child.left_edge.idx, next(further, end))
    return case.pick("of", [p for p in named if child.lower_ == "of" or p.form in ("people", "group")])


@cache
def _service() -> re.Pattern[str]:
    return re.compile(rf"\b{either('serving')}[ ](?:[\w-]+[ ]){{0,2}}?(?P<for>for|with|alongside|in)[ ](?:the[ ])?")


def _fights_for(case: Case, child: Token) -> Whose | None:
    """The side served: "volunteers fighting alongside Ukrainian soldiers"; no place of it: "men fighting in Syria"."""
    if child.dep_ not in ("acl", "relcl") or case.measured.thing.kind != "person":
        return None
    start, end = child.left_edge.idx, child.right_edge.idx + len(child.right_edge)
    service = _service().search(case.text[start:end])
    if service is None:
        return None
    at = start + service.end()
    served = next((p for p in case.within(at, end) if p.start - at < _NEAR), None)
    if served is None:
        return None
    lead = case.text[start : served.start]
    place = service["for"] == "in" and served.form == "name" and before_name("before_place", gap=3).search(lead)
    return None if place else case.pick("fights for", [served])


def _apposed(case: Case, child: Token) -> Whose | None:
    """A people or group beside the noun, unless it is one of them: "12 divers, all Thais"."""
    if child.dep_ != "appos" or any(g.lower_ in ("a", "an") or g.tag_ == "CD" for g in child.children):
        return None
    named = [p for p in case.under(child) if p.form in ("people", "group")]
    return case.pick("apposition", named[:1])
