"""Fighters whom the counted phrase leaves without a side: "11 troops" after "a Burundian base", "40 militants"."""

from __future__ import annotations

from collections.abc import Iterator

from tollbook.extraction.names import bodies, parties
from tollbook.extraction.whose.case import Case, Whose
from tollbook.extraction.whose.words import after_name
from tollbook.lexicon import table

_SENTENCES_BACK = 3
"""How many sentences before their own, in its paragraph or the one before, may name the fighters' side."""


def irregulars(case: Case) -> Whose | None:
    """Fighters under no flag: the group named last before, else the one of the article, else nobody's.

    "Rebels" are taken for the article's one group only, since what they are called is not the name they go by.
    """
    if not _irregular(case):
        return None
    if case.head is not None and not case.head.lower_.startswith("rebel"):
        for sentence, passage in _passages(case):
            groups = [p for p in parties(passage) if p.form == "group" and p.code not in bodies()]
            if groups:
                return case.pick("group named before", groups[-1:], sentence)
    if case.scene.group:
        return case.belongs([case.scene.group], "the group of the article")
    return case.belongs((), "unnamed fighters")


def soldiers(case: Case) -> Whose | None:
    """Soldiers and the like: the forces named last before, else the one army that the article speaks of."""
    if case.head is None or case.measured.thing.kind != "person" or case.measured.thing.group != "military":
        return None
    for sentence, passage in _passages(case):
        armed = [
            p for p in parties(passage) if after_name("forces").match(passage, p.end) or p.form in ("force", "leader")
        ]
        if armed:
            return case.pick("forces named before", armed[-1:], sentence)
    return case.belongs([case.scene.army], "army of the article") if case.scene.army else None


def _irregular(case: Case) -> bool:
    """Whether the counted are militants, gunmen, rebels."""
    start, end = case.phrase
    phrase = case.text[start:end].lower()
    person = case.head is not None and case.measured.thing.kind == "person"
    return person and any(w in phrase for w in table("status")["irregular"])


def _passages(case: Case) -> Iterator[tuple[int, str]]:
    """The words before the quantity and the sentences before them, nearest first, with each one's index."""
    sentences = case.scene.article.sentences
    yield case.sentence, case.lead
    for j in range(case.sentence - 1, max(-1, case.sentence - _SENTENCES_BACK - 1), -1):
        if sentences[j].paragraph < sentences[case.sentence].paragraph - 1:
            return
        yield j, case.scene.article.text(j)
