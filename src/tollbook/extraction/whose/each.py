"""A figure said of both sides: one claim for each of them, or nobody's."""

from __future__ import annotations

from tollbook.extraction.whose.case import Case, Whose
from tollbook.extraction.whose.words import written

_STEPS_UP = 8
"""How many words above the number the shared subject is looked for."""


def each(case: Case) -> Whose | None:
    """Two parties that a subject joins, with "each" before the number: "Chad and Libya had each lost 40 men"."""
    first = case.measured.first
    node = case.doc[first]
    for _ in range(_STEPS_UP):
        subject = next((c for c in node.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.i < first:
            found = case.under(subject)
            codes = tuple(dict.fromkeys(p.code for p in found))
            if len(codes) == 2 and "each" in {t.lower_ for t in case.doc[subject.i : first]}:
                return Whose(codes, case.reason("each", found[0]))
        if node.head is node:
            break
        node = node.head
    return None


def both_sides(case: Case) -> Whose | None:
    """A count over the sides of a fight: "at least 300 were killed on both sides"."""
    fighting = case.measured.thing.group in ("military", "plain", None)
    return case.belongs((), "both sides") if fighting and written("both_sides").search(case.text) else None
