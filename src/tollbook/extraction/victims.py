"""The article "a" where it counts a victim: "a soldier was killed", "an elderly man shot dead"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tollbook.extraction.counted import noun
from tollbook.extraction.names import parties
from tollbook.extraction.quantities import Found

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_UNCOUNTED = frozenset({"appos", "attr", "npadvmod", "compound", "nmod"})


def victims(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """Each "a" or "an" before one person, as a quantity of one; what happened to them is for the measures to say."""
    out = []
    for t in doc:
        if t.lower_ not in ("a", "an") or t.i + 1 >= len(doc):
            continue
        head = t.head if t.dep_ == "det" else None
        if head is None or head.i <= t.i or head.i - t.i > 7 or head.tag_ in ("NNS", "NNPS"):
            continue
        if not _person(doc, t.i + 1, head) or head.dep_ in _UNCOUNTED:
            continue
        if _beside_a_name(doc, t.i):
            continue
        if head.dep_ == "pobj" and head.head.lower_ in ("by", "as", "like", "from", "for", "with", "to", "than"):
            continue
        if any(t.idx <= f.number < head.idx for f in found):
            continue
        out.append(Found(t.idx, t.idx + len(t), t.idx, t.idx + len(t), 1, 1, "exact", "article"))
    return out


def _beside_a_name(doc: Doc, i: int) -> bool:
    """Whether the article at ``i`` follows a person's name without its comma ("John Smith a soldier"), and not a place's."""
    first = i - 1
    while first >= 0 and doc[first].tag_ in ("NNP", "NNPS"):
        first -= 1
    return first < i - 1 and (first < 0 or doc[first].tag_ not in ("IN", "DT"))


def _person(doc: Doc, start: int, head: Token) -> bool:
    entry = noun(doc, start, head.i)
    if entry is not None:
        return entry[1] in ("person", "body")
    return any(p.form == "people" for p in parties(head.text))
