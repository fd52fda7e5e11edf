"""The last resort: a word of the same clause that fits and is near, or "among the dead"."""

from __future__ import annotations

from collections.abc import Sequence

from tollbook.extraction.measures.fits import fits
from tollbook.extraction.measures.phrases import Measured, Parsed, tied
from tollbook.extraction.measures.triggers import Trigger
from tollbook.extraction.measures.voice import passive
from tollbook.extraction.measures.words import measures, words

_REACH = 9
"""How many words may stand between the number and the word."""


def among(s: Parsed, items: Sequence[Measured]) -> list[Measured]:
    """People of whom no verb tells more: "a Canadian and an American are among the dead"."""
    t = next((t for t in s.marks if _among_whom(s, t)), None)
    if t is None:
        return list(items)
    return [tied(m, t, "among") if m.measure is None and m.thing.kind == "person" else m for m in items]


def _among_whom(s: Parsed, t: Trigger) -> bool:
    """Whether the word stands after "among the": "among the missing"."""
    if t.measure not in measures("among") or t.role not in ("adjective", "noun", "object") or t.head < 2:
        return False
    return s.doc[t.head - 1].lower_ in words("among_whom") and s.doc[t.head - 2].lower_ in words("among")


def nearest(s: Parsed, items: Sequence[Measured]) -> list[Measured]:
    """Quantities that nothing else has told of, by the nearest word of their clause."""
    return [_by_nearest(s, m) if m.measure is None and m.thing.kind != "none" else m for m in items]


def _by_nearest(s: Parsed, m: Measured) -> Measured:
    """The quantity with the nearest word that may tell of it, if there is one; "a" and "one" go without."""
    if m.thing.head is None or m.found.kind == "article" or m.found.low == 1 or _elsewhere(s, m):
        return m
    distances = ((_distance(s, m, t), t) for t in s.marks if _may_tell(s, m, t))
    near = [(d, t) for d, t in distances if d is not None]
    return tied(m, min(near, key=lambda pair: pair[0])[1], "nearest") if near else m


def _elsewhere(s: Parsed, m: Measured) -> bool:
    """Whether a preposition puts the counted elsewhere than under the verb: "were fired from two trucks"."""
    lead = [t.lower_ for t in s.doc[max(0, m.begin - 2) : m.begin] if t.lower_ not in words("before_elsewhere")]
    return bool(lead) and lead[-1] in words("elsewhere")


def _may_tell(s: Parsed, m: Measured, t: Trigger) -> bool:
    """Whether the word can speak of the counted from where it stands."""
    if t.role in ("noun", "toll") or t.measure in measures("not_by_nearness") or not fits(t.measure, m):
        return False
    if t.role == "object" and t.head > m.last:
        after_be = any(c.dep_ == "auxpass" for c in s.doc[t.head].children)
        return passive(s.doc, t.head, after_be=after_be)
    return not (t.role == "subject" and t.head < m.first and t.measure not in measures("subject_behind"))


def _distance(s: Parsed, m: Measured, t: Trigger) -> int | None:
    """How many words part the two; None: too many, or another clause or number stands between."""
    start, end = (t.last, m.first) if t.last < m.first else (m.after - 1, t.head)
    gap = s.doc[start + 1 : end]
    if end <= start or len(gap) > _REACH or any(start < o.first < end for o in s.items):
        return None
    if any(x.text in words("stops") or (x.dep_ == "cc" and x.head.pos_ == "VERB") for x in gap):
        return None
    return len(gap)
