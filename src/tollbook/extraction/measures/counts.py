"""Which quantities make a claim: "a", "one" and "both" are mostly no counts."""

from __future__ import annotations

from tollbook.extraction.measures.phrases import Measured
from tollbook.extraction.measures.words import measures


def counts(m: Measured) -> bool:
    """Whether the quantity counts: "a" only victims, "one" and "both" only where something befell people."""
    people = m.unit in ("person", "body")
    if m.found.kind == "article":
        return people and m.measure in measures("of_a_victim")
    if m.found.kind == "fixed" and not people:
        return m.thing.partitive
    if m.found.kind == "fixed" or m.found.low == m.found.high == 1:
        soldier_of_list = m.rule == "company" and m.thing.group == "military"
        return people and (m.measure in measures("of_one") or soldier_of_list)
    return True
