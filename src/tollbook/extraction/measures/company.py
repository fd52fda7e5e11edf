"""What a quantity takes from the others of its sentence: a shared verb, its total's fate, the noun beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tollbook.extraction.measures.fits import fits
from tollbook.extraction.measures.phrases import Measured, Parsed, Rule, counting, tied
from tollbook.extraction.measures.right import right
from tollbook.extraction.measures.words import measures, pattern, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REACH = 9
"""How many words may stand between two items of a list."""
_STRANGERS = 3
"""How many of them may be no joints."""


def listed(s: Parsed, items: Sequence[Measured]) -> list[Measured]:
    """Items of a list share a verb, and a part its total's: "killed three men, two women and a child"."""
    out = list(items)
    for k in [*range(len(out)), *reversed(range(len(out)))]:
        if out[k].thing.kind != "none":
            out[k] = _as_part(s.doc, out[:k], out[k]) or _as_item(s.doc, out, k) or out[k]
    return out


def _as_part(doc: Doc, before: Sequence[Measured], m: Measured) -> Measured | None:
    """The part with its total's fate: "800 were hiding under the plant, including 200 employees"."""
    if m.measure is not None or not pattern("including").search(doc.text[: m.found.start].replace("  ", " ")):
        return None
    for o in reversed(before):
        if o.trigger is not None and o.found.low != 1 and m.thing.kind in (None, o.thing.kind):
            return _sharing(m if m.thing.kind is not None else counting(m, o.thing), o, "part")
    return None


def _as_item(doc: Doc, items: Sequence[Measured], k: int) -> Measured | None:
    """The item with the verb of its neighbour in the list, which overrules what only the noun says ("12 hostages")."""
    m = items[k]
    if m.measure is not None and m.rule != "own":
        return None
    for o in (k - 1, k + 1):
        if 0 <= o < len(items) and _may_share(m, items[o]) and _together(doc, items[min(k, o)], items[max(k, o)]):
            return _sharing(m, items[o], "company")
    return None


def _may_share(m: Measured, o: Measured) -> bool:
    """Whether the verb of ``o`` can be the verb of ``m``; in a list with people, things are destroyed as well."""
    if o.measure is None or o.trigger is None or (m.rule == "own" and o.measure not in measures("strong")):
        return False
    return o.measure == "destroyed" or fits(o.trigger.measure, m)


def _sharing(m: Measured, o: Measured, rule: Rule) -> Measured:
    return replace(m, measure=o.measure, trigger=o.trigger, rule=rule)


def _together(doc: Doc, a: Measured, b: Measured) -> bool:
    """Whether nothing but joints stands between the phrases of two quantities."""
    between = list(doc[a.after : b.first])
    if len(between) > _REACH:
        return False
    said = [t for t in between if t.idx < b.found.start]
    if any(t.pos_ == "VERB" and t.lower_ not in words("joining_verbs") for t in said):
        return False
    if sum(t.lower_ not in words("joints") for t in said) > _STRANGERS:
        return False
    return not said or any(t.lower_ in words("joining") for t in said)


def gapped(s: Parsed, items: Sequence[Measured]) -> list[Measured]:
    """A number that leaves its verb and noun to the one before: "ten died in Cuba and 22 in Haiti"."""
    out = list(items)
    for k in range(1, len(out)):
        if out[k].measure is None and out[k - 1].measure is not None and _leaves_out(s.doc, out[k]):
            out[k] = _sharing(counting(out[k], out[k - 1].thing), out[k - 1], "gapped")
    return out


def _leaves_out(doc: Doc, m: Measured) -> bool:
    """Whether only a place follows the number where its noun and verb would: "and 22 in Haiti"."""
    if m.thing.head is not None or m.last + 2 >= len(doc) or m.found.kind == "article" or m.begin == 0:
        return False
    return (
        doc[m.begin - 1].lower_ in words("gap_before")
        and doc[m.last + 1].lower_ in words("gap_after")
        and doc[m.last + 2].pos_ in ("PROPN", "DET", "NOUN", "ADJ", "VERB", "PRON", "NUM")
    )


def things_before(s: Parsed, items: Sequence[Measured]) -> list[Measured]:
    """A number alone that counts the things before it: "Of 40 homes in the valley, 12 were destroyed"."""
    out = list(items)
    for k in range(1, len(out)):
        m, thing = out[k], out[k - 1].thing
        if m.measure is None and m.thing.head is None and thing.kind == "thing":
            again = replace(m, thing=replace(m.thing, unit=thing.unit, kind="thing"))
            t = right(s, again)
            if t is not None and t.measure in measures("of_things_before"):
                out[k] = tied(again, t, "things before")
    return out


def same_things(s: Parsed, items: Sequence[Measured]) -> list[Measured]:
    """A number alone counts what its neighbour of the same measure does: "12 tanks were lost, five of them"."""
    out = list(items)
    for k, m in enumerate(out):
        if m.measure is not None and m.thing.head is None:
            giver = _giver(out, k)
            if giver is not None:
                out[k] = counting(m, giver.thing)
    return out


def _giver(items: Sequence[Measured], k: int) -> Measured | None:
    """The neighbour that names what the number at ``k`` counts; the next one gives it to "two of the …" in any case."""
    m = items[k]
    named = [items[o] for o in (k + 1, k - 1) if 0 <= o < len(items) and items[o].thing.kind not in (None, "none")]
    same = next((o for o in named if o.measure == m.measure), None)
    if same is not None or not m.thing.partitive or k + 1 >= len(items):
        return same
    return items[k + 1] if items[k + 1].thing.kind not in (None, "none") else None
