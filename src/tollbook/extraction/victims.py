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
_BESIDE = frozenset({"by", "as", "like", "from", "for", "with", "to", "than"})
"""After these the one person is no victim: the doer, a role, a comparison, a companion."""
_REACH = 7
"""How many words may stand between the article and its noun."""


def victims(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """Each "a" or "an" before one person, as a quantity of one; what happened to them is for the measures to say."""
    out = []
    for t in doc[:-1]:
        if t.lower_ not in ("a", "an") or t.dep_ != "det":
            continue
        head = t.head
        if not 0 < head.i - t.i <= _REACH or head.tag_ in ("NNS", "NNPS") or not _person(doc, t.i + 1, head):
            continue
        if _told_before(head) or (t.i and doc[t.i - 1].tag_ in ("NNP", "NNPS")):
            continue
        if head.dep_ == "pobj" and head.head.lower_ in _BESIDE:
            continue
        if any(t.idx <= f.number < head.idx for f in found):
            continue
        out.append(Found(t.idx, t.idx + len(t), t.idx, t.idx + len(t), 1, 1, "exact", "article"))
    return out


def _told_before(head: Token) -> bool:
    """Whether the one is said of somebody named or counted before: "two civilians, a man and a woman,"."""
    first = head
    while first.dep_ == "conj":
        first = first.head
    if first is head:
        return head.dep_ in _UNCOUNTED
    return first.dep_ == "appos" and first.head.tag_ in ("NNS", "NNPS")


def _person(doc: Doc, start: int, head: Token) -> bool:
    entry = noun(doc, start, head.i)
    if entry is not None:
        return entry[1] in ("person", "body")
    return any(p.form == "people" for p in parties(head.text))
