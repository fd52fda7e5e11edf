"""Up the tree from the counted noun: its participles and relative clauses, and the verbs and nouns that govern it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from tollbook.extraction.measures.fits import fits
from tollbook.extraction.measures.phrases import Measured, Parsed
from tollbook.extraction.measures.triggers import Role, Trigger
from tollbook.extraction.measures.words import measures, words

if TYPE_CHECKING:
    from spacy.tokens import Token

Place = Literal["object", "passive", "subject", "with", "figure"]
"""Where the counted stands to a verb: as object, passive subject, subject, companion of those, or its figure."""

_HIGH = 9
"""How many steps up the tree the governing word may be."""
_PLACES: dict[str, Place] = {
    "nsubjpass": "passive",
    "dobj": "object",
    "obj": "object",
    "oprd": "object",
    "dative": "object",
    "nsubj": "subject",
    "csubj": "subject",
}
_VERB_ROLES: dict[Place, tuple[Role, ...]] = {
    "object": ("object",),
    "passive": ("object",),
    "subject": ("subject",),
    "with": ("object", "subject"),
    "figure": ("toll",),
}


def tree(s: Parsed, m: Measured) -> Trigger | None:
    """The trigger in the noun's own clauses, or above it; above, where that says plainly what happened."""
    anchor = s.doc[m.thing.head] if m.thing.head is not None else s.doc[m.first]
    governing = above(anchor, m, s.marks)
    if governing is not None and governing.measure in measures("strong"):
        return governing
    return _clause(anchor, m, s.marks) or governing or _adjective(anchor, m, s.marks)


def above(anchor: Token, m: Measured, marks: Sequence[Trigger]) -> Trigger | None:
    """The trigger that governs the counted noun, over conjunctions, appositions, "of" and verbs that add nothing."""
    node = anchor
    for _ in range(_HIGH):
        found = _climb(node, m, marks)
        if found is None or isinstance(found, Trigger):
            return found
        node = found
    return None


def _climb(node: Token, m: Measured, marks: Sequence[Trigger]) -> Trigger | Token | None:
    """One step up: the trigger met there, or where to go on from; None: nothing above speaks of the counted."""
    head, dep = node.head, node.dep_
    if head.i == node.i:
        return None
    if dep in ("pobj", "pcomp"):
        return _over_preposition(head, m, marks)
    if dep in ("attr", "acomp"):
        subject = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        said = None if subject is None else _at(marks, subject, ("noun", "toll", "event"), m)
        return said or head
    place = _PLACES.get(dep)
    return head if place is None else _governed(head, place, m, marks)


def _over_preposition(preposition: Token, m: Measured, marks: Sequence[Trigger]) -> Trigger | Token | None:
    """Over "of" to a noun that tells ("the deaths of 12") or counts ("a group of 12"); over others to their verb."""
    above_it = preposition.head
    if preposition.lower_ != "of":
        place = _place_after(preposition, m)
        return None if place is None else _governed(above_it, place, m, marks)
    t = _at(marks, above_it, ("event", "toll"), m)
    if t is not None:
        return t
    counts = above_it.lower_ in words("quantity_of") or m.first <= above_it.i <= m.last
    return above_it if counts else None


def _place_after(preposition: Token, m: Measured) -> Place | None:
    """Where the counted after a preposition stands to the verb: "including 12", "with 12 others", "rose to 12"."""
    word = preposition.lower_
    if word in words("inclusive"):
        return "object"
    if word in words("company") and _accompanies(preposition, m):
        return "with"
    if word in words("figure_prepositions") and preposition.head.pos_ in ("VERB", "AUX"):
        return "figure"
    return None


def _accompanies(preposition: Token, m: Measured) -> bool:
    """Whether the counted met the same fate: "died with nine others", "killed along with 40 militants"."""
    doc = preposition.doc
    if {t.lower_ for t in doc[preposition.i + 1 : max(m.thing.end, m.last + 2)]} & words("others"):
        return True
    return preposition.i > 0 and doc[preposition.i - 1].lower_ in words("along")


def _governed(head: Token, place: Place, m: Measured, marks: Sequence[Trigger]) -> Trigger | Token | None:
    """What a verb or noun says of the counted in ``place``, or on where it adds nothing itself ("saw 12 killed")."""
    if head.pos_ in ("VERB", "AUX") or head.tag_.startswith("V"):
        t = _verb(head, place, m, marks)
        if t is not None:
            return t
        ends = head.dep_ in ("acl", "relcl", "pcomp") or head.lemma_.lower() not in words("light")
        return None if ends else head
    on = place in ("object", "passive") and head.dep_ in ("nsubjpass", "dobj", "nsubj", "attr", "pobj", "conj", "appos")
    return head if on else None


def _verb(verb: Token, place: Place, m: Measured, marks: Sequence[Trigger]) -> Trigger | None:
    """What the verb says of the counted, or a word that completes it ("were found dead", "were shot and killed")."""
    t = _at(marks, verb, _VERB_ROLES[place], m)
    if t is not None:
        return t
    for c in verb.children:
        if c.i > verb.i and _shares(c, place):
            t = _at(marks, c, _roles_of(c, place), m)
            if t is not None and not (t.measure in measures("not_by_conjunction") and c.dep_ == "conj"):
                return t
    return None


def _shares(c: Token, place: Place) -> bool:
    """Whether a word under the verb speaks of the same thing as the verb does."""
    if c.dep_ == "conj":
        active = place == "object" or (place == "passive" and c.tag_ != "VBN")
        return not active and not any(g.dep_ in ("nsubj", "nsubjpass") for g in c.children)
    if c.dep_ in ("ccomp", "advcl"):
        return place in ("object", "passive")
    return c.dep_ in ("acomp", "oprd", "attr", "xcomp", "prep")


def _roles_of(c: Token, place: Place) -> tuple[Role, ...]:
    """The roles in which a word under the verb takes the counted: "left dead", "saw 12 die", "went on to flee"."""
    if any(g.dep_ == "auxpass" for g in c.children):
        return ("object", "adjective")
    if place == "subject":
        return ("subject", "adjective")
    if place in ("object", "passive") and c.dep_ in ("xcomp", "ccomp") and c.tag_ in ("VB", "VBG"):
        return ("subject", "adjective", "object")
    return ("adjective", "object")


def _clause(anchor: Token, m: Measured, marks: Sequence[Trigger]) -> Trigger | None:
    """What the noun's own clauses say: "civilians detained in May", "soldiers who died", "people fleeing the town"."""
    for c in anchor.children:
        t = None
        if c.dep_ == "acl":
            t = _participle(c, m, marks)
        elif c.dep_ == "relcl":
            t = _relative(c, m, marks)
        if t is not None:
            return t
    return None


def _participle(c: Token, m: Measured, marks: Sequence[Trigger]) -> Trigger | None:
    """Said by a participle: "detained in May", "fleeing the town"."""
    done_to = None if c.tag_ == "VBG" else _at(marks, c, ("object", "adjective"), m)
    return done_to or _at(marks, c, ("subject",), m)


def _relative(c: Token, m: Measured, marks: Sequence[Trigger]) -> Trigger | None:
    """Said by a relative clause: "who died", "whom rebels took", "who were left homeless"."""
    passive = any(g.dep_ in ("auxpass", "nsubjpass") for g in c.children)
    has_subject = any(g.dep_ == "nsubj" and g.lower_ not in words("relative") for g in c.children)
    t = _at(marks, c, ("object", "adjective") if passive or has_subject else ("subject",), m)
    if t is not None:
        return t
    complement = next((g for g in c.children if g.dep_ in ("acomp", "xcomp", "oprd")), None)
    return None if complement is None else _at(marks, complement, ("adjective", "object", "subject"), m)


def _adjective(anchor: Token, m: Measured, marks: Sequence[Trigger]) -> Trigger | None:
    """Said by a word before the noun: "nine missing fishermen", "300 wounded soldiers"."""
    beside = (c for c in anchor.children if c.dep_ in ("amod", "compound"))
    return next((t for c in beside if (t := _at(marks, c, ("adjective", "object"), m))), None)


def _at(marks: Sequence[Trigger], word: Token, roles: tuple[Role, ...], m: Measured) -> Trigger | None:
    """The longest trigger that begins with ``word``, in one of ``roles``, and fits."""
    here = (t for t in marks if t.head == word.i and t.role in roles and fits(t.measure, m, t.role))
    return max(here, key=lambda t: t.last - t.head, default=None)
