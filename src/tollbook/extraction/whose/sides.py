"""One side of a war and the other: "147 occupiers", "the enemy's losses", tanks that the other side destroyed."""

from __future__ import annotations

from collections.abc import Iterator

from tollbook.extraction.whose.case import Case, Whose
from tollbook.extraction.whose.clause import subject
from tollbook.extraction.whose.company import is_strike
from tollbook.extraction.whose.culprits import culprits
from tollbook.extraction.whose.words import anywhere, measures


def enemy(case: Case) -> Whose | None:
    """The side that is not the speaker's, or is: "147 occupiers", "the enemy launched 11 strikes", "our losses"."""
    spots = list(_spots(case))
    hostile = any(anywhere("enemies").search(x) for x in spots)
    if not hostile and not any(anywhere("ours").search(x) for x in spots):
        return None
    code = case.scene.voice(case.sentence)
    if code and hostile:
        code = case.scene.opponent(code)
    rule = "enemy of the speaker" if hostile else "the speaker's own"
    return case.belongs([code], rule) if code else None


def _spots(case: Case) -> Iterator[str]:
    """Where a side may be named: the counted phrase, the words before the noun of what happened, the deed's subject."""
    start, end = case.phrase
    yield case.text[start:end]
    t = case.measured.trigger
    if t is None:
        return
    word = case.doc[t.last if t.role == "toll" else t.head]
    if t.role in ("noun", "toll", "event"):
        yield case.text[word.left_edge.idx : word.idx]
    elif case.measured.measure in measures("doing") | {"lost"} and (who := subject(word)) is not None:
        yield case.text[who.left_edge.idx : who.idx + len(who)]


def beaten(case: Case) -> Whose | None:
    """Arms that one side destroyed, shot down, hit or took, and fighters it killed: the other side's."""
    m = case.measured
    if m.rule == "part" or m.found.kind == "article" or m.measure not in measures("beaten"):
        return None
    soldiers = m.thing.kind == "person" and m.thing.group == "military"
    if not case.of_war and not (soldiers and m.measure in ("killed", "wounded", "captured")):
        return None
    victor = next((c for c in sorted(culprits(case) | _strikers(case)) if case.scene.opponent(c)), None)
    if victor is None and m.measure == "intercepted":
        victor = case.scene.voice(case.sentence)
    code = case.scene.opponent(victor) if victor else None
    return case.belongs([code], "opponent of whoever did it") if code else None


def _strikers(case: Case) -> frozenset[str]:
    """Whose strikes the same sentence counts before: "two strikes destroyed three trucks"."""
    beside = (told for told in case.before if told.sentence == case.sentence and is_strike(told.measured))
    return frozenset(code for told in beside for code in told.whose.codes)
