"""The word follows the counted, with only small words between: "12 soldiers were killed", "17 civilians dead"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tollbook.extraction.measures.alone import armed_before
from tollbook.extraction.measures.fits import fits
from tollbook.extraction.measures.phrases import Measured, Parsed
from tollbook.extraction.measures.tree import above
from tollbook.extraction.measures.triggers import Trigger
from tollbook.extraction.measures.voice import passive
from tollbook.extraction.measures.words import measures, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 8
"""How many small words may stand between."""
_ASIDE = 14
"""How many words an aside between commas may have."""


def right(s: Parsed, m: Measured) -> Trigger | None:
    """The trigger after the counted, unless that only describes it and the verb above says more.

    "Commandos freed 12 men taken hostage" counts the freed.
    """
    t = _following(s, m)
    if t is None or m.thing.head is None or _predicate(s.doc[t.head]) or _is_total(s.doc, m):
        return t
    governing = above(s.doc[m.thing.head], m, s.marks)
    return governing if governing is not None and governing.measure in measures("strong") else t


def _is_total(doc: Doc, m: Measured) -> bool:
    """Whether another number is some of this one: of "14 of the 19 drones launched" only 14 were shot down."""
    before = [t for t in doc[max(0, m.begin - 3) : m.begin] if t.lower_ != "the"]
    return len(before) > 1 and before[-1].lower_ == "of" and before[-2].like_num


def _predicate(word: Token) -> bool:
    """Whether the word is what its clause says, rather than a participle beside the noun ("men taken hostage")."""
    if word.dep_ in ("ROOT", "conj", "acomp", "oprd", "ccomp", "advcl", "xcomp"):
        return True
    return any(c.dep_ in ("auxpass", "aux", "nsubjpass", "nsubj") for c in word.children)


def _following(s: Parsed, m: Measured) -> Trigger | None:
    """The first trigger behind the counted, over small words and an aside between commas."""
    i, crossed, after_be = m.after, 0, False
    while i < len(s.doc) and crossed < _REACH:
        t = _at(s, m, i, after_be=after_be)
        if t is not None:
            return t
        behind = _past_aside(s.doc, i)
        if behind is not None:
            i = behind
            continue
        if not _small(s.doc[i]):
            return None
        after_be = after_be or s.doc[i].lower_ in words("passive")
        crossed += 1
        i += 1
    return None


def _small(token: Token) -> bool:
    """Whether the word may stand between the counted and its verb: "were", "reportedly", "brutally"."""
    if token.lower_ in words("after_counted") or token.text in words("marks"):
        return True
    return token.lower_.endswith("ly") and token.tag_ == "RB"


def _past_aside(doc: Doc, i: int) -> int | None:
    """Where the clause goes on behind an aside: "12 people, most of them children, | were killed"."""
    if doc[i].text != "," or i + 1 >= len(doc) or doc[i + 1].lower_ not in words("aside"):
        return None
    for k in range(i + 2, min(i + 2 + _ASIDE, len(doc) - 1)):
        if doc[k].text == "," and doc[k + 1].lower_ in words("after_aside"):
            return k + 1
    return None


def _at(s: Parsed, m: Measured, i: int, *, after_be: bool) -> Trigger | None:
    """The trigger at token ``i`` that can be said of the counted before it, the longest first."""
    here = (t for t in s.marks if t.head == i and t.role in ("object", "subject", "adjective") and _may_count(s, m, t))
    ordered = sorted(here, key=lambda t: (-(t.last - t.head), t.role != "adjective"))
    return next((t for t in ordered if _said_of(s.doc, m, t, after_be=after_be)), None)


def _may_count(s: Parsed, m: Measured, t: Trigger) -> bool:
    """Whether the measure fits; a number alone may count munitions that were named before it."""
    if fits(t.measure, m, t.role):
        return True
    return m.thing.head is None and t.measure in measures("of_munitions") and armed_before(s.doc, m.first) is not None


def _said_of(doc: Doc, m: Measured, t: Trigger, *, after_be: bool) -> bool:
    """Whether the word stands to the noun before it as its role says."""
    word, before = doc[t.head], doc[t.head - 1].lower_
    if t.role == "object":
        return passive(doc, t.head, after_be=after_be)
    if t.role == "subject":
        done_to = after_be and word.tag_ == "VBN" and word.lower_ not in words("own_deeds")
        return not done_to or before in words("perfect")
    takes_object = word.tag_ == "VBD" and t.head + 1 < len(doc) and doc[t.head + 1].tag_ == "CD"
    return not (takes_object and t.head == m.thing.end)
