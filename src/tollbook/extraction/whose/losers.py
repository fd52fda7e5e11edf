"""Who lost or owned the counted: "Russia has lost 24,000", "Ukrainian casualties at 100,000", "Mali's 12 soldiers"."""

from __future__ import annotations

import re
from functools import cache

from tollbook.extraction.whose.case import Case, Whose
from tollbook.extraction.whose.clause import governor, named_by, subject
from tollbook.extraction.whose.words import either, listed, measures

_POSSESSIVE = frozenset({"'s", "'", "'s at", "' at"})
"""What may stand between an owner and the number."""


def possessor(case: Case) -> Whose | None:
    """The noun that says what happened names them: "Russian deaths at 15,000", "losses of the Ethiopian army"."""
    trigger = case.measured.trigger
    if trigger is None or trigger.role not in ("noun", "toll", "event"):
        return None
    noun = case.doc[trigger.last if trigger.role == "toll" else trigger.head]
    if found := [p for p in case.up_to(noun) if p.form != "seat"]:
        return case.pick("possessor", found[-1:])
    for child in noun.children:
        counted = child.left_edge.i <= case.measured.first <= child.right_edge.i
        behind = child.dep_ == "prep" and child.lower_ in ("of", "among", "for") and not counted
        if behind and (found := case.behind(child)):
            return case.pick("possessor", found[:1])
    return None


def loser(case: Case) -> Whose | None:
    """The subject of a verb of losing: "Russia has lost 24,000", "Ukraine suffered 70,000 casualties"."""
    m = case.measured
    if m.trigger is None:
        return None
    by_noun = m.trigger.role == "noun"
    if m.measure not in measures("lost_by_noun" if by_noun else "lost"):
        return None
    verb = governor(case) if by_noun else case.doc[m.trigger.last if m.trigger.role == "toll" else m.trigger.head]
    who = subject(verb) if verb.lemma_.lower() in listed("losers") else None
    return case.pick("loser", named_by(case, who)) if who is not None and who.i < m.first else None


def figured(case: Case) -> Whose | None:
    """The noun of loss that the figure is for: "Syrian losses stand at 11,170", "put Russian casualties at 100,000"."""
    m = case.measured
    for noun in governor(case).children:
        before = noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.i < m.first
        if before and noun.lemma_.lower() in listed("losses"):
            found = [p for p in case.under(noun) if p.form != "seat" and p.end <= m.found.start]
            if found:
                return case.pick("possessor", found[:1])
    return None


@cache
def _owner_before() -> re.Pattern[str]:
    return re.compile(rf"\b{either('owners')}(?: own)?$")


def owner(case: Case) -> Whose | None:
    """A genitive, or "his" and "their" of a party before it: "Mali's 12 soldiers", "Chad said 30 of its men"."""
    m = case.measured
    before = case.lead.rstrip()
    for p in case.named:
        if p.end <= m.found.start and before[p.end :].strip() in _POSSESSIVE:
            return case.pick("owner", [p])
    near = {t.lower_ for t in case.doc[m.last + 1 : m.thing.start + 3]}
    if m.thing.kind != "person" or not (_owner_before().search(before) or near & listed("owners")):
        return None
    earlier = [p for p in case.named if p.end <= m.found.start and p.form != "force"]
    return case.pick("owner", earlier[:1])
