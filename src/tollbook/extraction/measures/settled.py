"""The unit of what was counted, and the measure where unit and verb together say another one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tollbook.extraction.counted import Counted, singular
from tollbook.extraction.measures.alone import armed_before
from tollbook.extraction.measures.mixed import mixed
from tollbook.extraction.measures.phrases import Measured
from tollbook.extraction.measures.triggers import only
from tollbook.extraction.measures.words import measures, pattern, words
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def settled(doc: Doc, m: Measured) -> Measured:
    """The quantity with its unit and the measure that goes with it; without a verb the noun may tell."""
    if m.measure is None:
        return _without_verb(doc, m)
    if m.thing.kind == "none":
        return replace(m, measure=None)
    unit = _unit(doc, m, m.measure)
    measure = _measure(doc, m, m.measure, unit)
    if measure is None:
        return replace(m, measure=None)
    found = measure == "recovered" and m.trigger is not None and m.trigger.role == "event"
    return replace(m, measure=measure, unit="body" if found and unit == "person" else unit)


def _without_verb(doc: Doc, m: Measured) -> Measured:
    """What the noun alone tells: "with 12 rockets", "three air strikes", "300 peacekeepers"."""
    thing = m.thing
    if thing.kind == "munition" and m.begin and doc[m.begin - 1].lower_ in words("using"):
        return replace(m, measure="launched", unit=thing.unit, rule="with")
    if thing.kind == "attack":
        return replace(m, measure="launched", unit="attack", rule="attack")
    if thing.kind == "person" and thing.head is not None and _is_force(doc, m):
        return replace(m, measure="deployed", unit="person", rule="force")
    return m


def _is_force(doc: Doc, m: Measured) -> bool:
    """Whether the counted people are troops, or helpers who were sent."""
    phrase = doc[m.last + 1 : m.thing.end]
    if m.thing.group == "military" or any(t.lower_ in table("status")["armed"] for t in phrase):
        return True
    return m.found.low != 1 and any(w in phrase.text.lower() for w in table("status")["responders"])


def _unit(doc: Doc, m: Measured, measure: str) -> str:
    """The unit by the tables; else people where the measure counts them, else the noun itself."""
    if m.thing.unit is not None:
        return m.thing.unit
    of_people = "person" in only(measure)
    if m.thing.head is None:
        people = of_people or measure in measures("of_people")
        return "person" if people else armed_before(doc, m.first) or "person"
    head = doc[m.thing.head]
    return "person" if of_people or (measure in measures("of_people") and _looks_like_people(head)) else _name(head)


def _looks_like_people(token: Token) -> bool:
    """A noun that the tables do not know, by its ending: "-ers", "-ists", "-ians", or a name in the plural."""
    return token.tag_ == "NNPS" or token.lower_.endswith(tuple(words("people_endings")))


def _name(head: Token) -> str:
    """The unit of a thing that no table knows: its noun and the nouns before it, in the singular ("leisure_center")."""
    before = [c.lower_ for c in head.lefts if c.dep_ == "compound" and c.tag_ in ("NN", "NNS") and c.i >= head.i - 2]
    return "_".join([*before, singular(head.text)])


def _measure(doc: Doc, m: Measured, measure: str, unit: str) -> str | None:
    """The measure, where the unit makes it another: nobody supplies people, and people are not struck but hurt."""
    verb = doc[m.trigger.head].lemma_.lower() if m.trigger else ""
    if measure in ("deployed", "supplied"):
        return _sent(measure, m.thing, unit, verb)
    if unit == "person":
        return _of_people(doc, m, measure)
    if measure in ("lost", "missing"):
        measure = "destroyed" if measure == "lost" else "other"
    if measure == "intercepted" and unit in words("craft"):
        return "destroyed"
    if measure == "destroyed" and unit in words("projectiles") and _shot_down(doc, verb):
        return "intercepted"
    return measure


def _sent(measure: str, thing: Counted, unit: str, verb: str) -> str:
    """Whether what was sent serves (troops) or is given away (weapons, blankets)."""
    if unit in words("people_units"):
        return "deployed"
    if thing.kind in ("weapon", "munition") and verb in words("giving_weapons"):
        return "supplied"
    if thing.kind == "thing" and unit not in words("serving_units") and verb in words("giving_things"):
        return "supplied"
    return measure


def _of_people(doc: Doc, m: Measured, measure: str) -> str | None:
    """What befell people: harms may share a number, and "destroyed" is said of the killed."""
    if measure in measures("sharing") and m.trigger is not None and mixed(doc, m.trigger):
        return "killed_or_wounded"
    if measure == "struck":
        return None
    return "killed" if measure == "destroyed" else measure


def _shot_down(doc: Doc, verb: str) -> bool:
    """Whether drones and missiles were brought down in flight, rather than lost by their owner beside tanks."""
    if pattern("arms_of_an_owner").search(doc.text):
        return False
    return verb in words("bringing_down") or bool(pattern("air_defence").search(doc.text))
