"""Ties each quantity of a sentence to the word that says what happened to the counted.

The rules are tried in order of trust, the first that fits decides: words that touch the number ("killed 12", "12 soldiers were
wounded"), the way up the tree from the counted noun to its verb, the counted noun itself ("12 refugees"), the company it keeps
in a list or as part of a total, and last the nearest trigger of its clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tollbook.extraction.counted import Counted, counted, noun, singular
from tollbook.extraction.quantities import Found
from tollbook.extraction.triggers import Trigger, only, triggers
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LIGHT = frozenset(
    {
        "be",
        "have",
        "do",
        "get",
        "include",
        "report",
        "say",
        "see",
        "leave",
        "remain",
        "reach",
        "stand",
        "rise",
        "climb",
        "total",
        "exceed",
        "confirm",
    }
)
_AUX = frozenset(
    "was were is are been be being has have had got get also already since now later reportedly allegedly believed thought feared confirmed said estimated "
    "presumed known to either both all still then further only just so not yet may might could will would must should can apparently themselves initially declared left "
    "reported found severely seriously badly critically fatally lightly slightly gravely summarily simultaneously brutally forcibly illegally in total".split()
)
_BEFORE = frozenset(
    "the a an some of at least about nearly all its their his her our another to by that such as his these those more other in total".split()
)
_STRONG = frozenset(
    {
        "killed",
        "wounded",
        "killed_or_wounded",
        "missing",
        "captured",
        "convicted",
        "destroyed",
        "displaced",
        "evacuated",
        "hospitalised",
        "released",
        "rescued",
        "intercepted",
    }
)


_NEED_NOUN = frozenset({"launched", "struck", "supplied", "intercepted", "damaged", "dismissed", "recovered"})
"""Measures that a number without a noun is not taken for."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity with what it counts and what happened to it; ``rule`` says how the trigger was found."""

    found: Found
    first: int
    last: int
    thing: Counted
    measure: str | None = None
    unit: str | None = None
    trigger: Trigger | None = None
    rule: str = ""


def measured(doc: Doc, found: Sequence[Found]) -> list[Measured]:
    """What each quantity of the sentence counts, and by which measure; ``measure`` None: it counts nobody."""
    items = _locate(doc, found)
    marks = triggers(doc)
    out = [_by_words(doc, m, marks, items) for m in items]
    out = _by_company(doc, out, marks)
    return [_settled(doc, m) for m in out]


def _locate(doc: Doc, found: Sequence[Found]) -> list[Measured]:
    """Each quantity with the phrase it counts; a bracket between a number and its noun is stepped over."""
    starts = [next((t.i for t in doc if t.idx + len(t) > f.number), len(doc) - 1) for f in found]
    out: list[Measured] = []
    for k, f in enumerate(found):
        last = next((t.i for t in reversed(doc) if t.idx < f.end), starts[k])
        after, limits = last + 1, [*starts[k + 1 :], len(doc)]
        if after < len(doc) and doc[after].text == "(":
            close = next((t.i for t in doc[after : after + 7] if t.text == ")"), None)
            if close is not None and close + 1 < len(doc) and doc[close + 1].is_alpha:
                after = close + 1
        thing = counted(doc, after, next(x for x in limits if x >= after))
        if k and thing.head is None and last + 1 < len(doc) and doc[last + 1].text == ")" and starts[k] - out[-1].last <= 3:
            thing = replace(thing, unit=out[-1].thing.unit, kind=out[-1].thing.kind, group=out[-1].thing.group)
        out.append(Measured(f, starts[k], last, thing))
    for k in range(len(out) - 2, -1, -1):
        m, n = out[k], out[k + 1]
        if m.thing.partitive and m.thing.head is None and n.first - m.last <= 3:
            out[k] = replace(m, thing=replace(m.thing, unit=n.thing.unit, kind=n.thing.kind, group=n.thing.group))
    return out


def _fits(measure: str, m: Measured, role: str = "object") -> bool:
    """Whether ``measure`` may count what the number counts."""
    allowed = only(measure)
    kind = m.thing.kind
    if role == "subject" and measure == "launched" and kind not in ("munition", "attack"):
        return False
    if (
        role == "subject"
        and measure == "deployed"
        and not (m.thing.group == "military" or kind == "weapon")
    ):
        return False
    if kind is None and m.thing.head is None and measure in _NEED_NOUN:
        return False
    if not allowed or kind is None:
        return True
    if kind == "person":
        return "person" in allowed
    if "thing" in allowed and kind in ("thing", "munition", "weapon", "body", "attack"):
        return kind != "body" and (kind != "attack" or "attack" in allowed)
    return (
        kind in allowed
        or (m.thing.unit == "drone" and ("munition" in allowed or "weapon" in allowed))
        or (m.thing.unit == "missile" and "weapon" in allowed)
    )


def _set(m: Measured, t: Trigger, rule: str) -> Measured:
    return replace(m, measure=t.measure, trigger=t, rule=rule)


def _by_words(doc: Doc, m: Measured, marks: Sequence[Trigger], items: Sequence[Measured]) -> Measured:
    if m.thing.kind == "none":
        return m
    rated = _rate(doc, m, marks)
    if rated is not None:
        return rated
    for step in (_of_those, _touching, _bodies, _counted_word, _toll, _right, _left, _aimed, _tree, _own):
        t = step(doc, m, marks, items)
        if t is not None and step is _right and m.thing.head is not None and not _predicate(doc, t.head):
            governing = _above(doc[m.thing.head], m, marks)
            if governing is not None and governing.measure in _STRONG:
                t = governing
        if t is not None:
            return _set(m, t, step.__name__.strip("_"))
    return m


def _rate(doc: Doc, m: Measured, marks: Sequence[Trigger]) -> Measured | None:
    """ "rounds fell at a rate of 500 per hour", "are sent five at a time": the number stands alone, its noun is the verb's."""
    if m.thing.head is not None:
        return None
    start = next((t.i for t in doc if t.idx + len(t) > m.found.start), m.first)
    lead = [t.lower_ for t in doc[max(0, start - 2) : start]]
    tail = [t.lower_ for t in doc[m.last + 1 : m.last + 4]]
    if not (lead in (["rate", "of"], ["pace", "of"], ["average", "of"]) or tail == ["at", "a", "time"]):
        return None
    for t in sorted(marks, key=lambda t: -t.head):
        if t.last >= start or t.role not in ("subject", "object") or doc[t.head].pos_ != "VERB":
            continue
        want = "nsubj" if t.role == "subject" else "nsubjpass"
        subject = next((c for c in doc[t.head].children if c.dep_ == want), None)
        if subject is None:
            continue
        entry = noun(doc, subject.left_edge.i, subject.i)
        kind = entry[1] if entry else None
        thing = replace(m.thing, unit=entry[0] if entry else None, kind=kind, group=entry[2] if entry else None)
        rated = replace(m, thing=thing)
        if kind != "none" and (_fits(t.measure, rated) if kind else "person" in only(t.measure) or not only(t.measure)):
            return _set(rated, t, "rate")
    return None


def _predicate(doc: Doc, i: int) -> bool:
    """Whether the word at ``i`` is what its sentence says, rather than a participle beside the noun ("men taken hostage")."""
    return doc[i].dep_ in ("ROOT", "conj", "acomp", "oprd", "ccomp", "advcl", "xcomp") or any(
        c.dep_ in ("auxpass", "aux", "nsubjpass", "nsubj") for c in doc[i].children
    )


def _of_those(doc: Doc, m: Measured, marks: Sequence[Trigger], items: Sequence[Measured]) -> Trigger | None:
    """ "five of the injured", "288 of those hanged": some of people of whom the words say it already."""
    i = m.last + 1
    if i + 2 >= len(doc) or doc[i].lower_ != "of" or doc[i + 1].lower_ not in ("the", "those", "these"):
        return None
    return next((t for t in marks if t.head == i + 2 and t.role in ("noun", "adjective", "object") and "person" in only(t.measure)), None)


def _touching(doc: Doc, m: Measured, marks: Sequence[Trigger], items: Sequence[Measured]) -> Trigger | None:
    """ "several dozen wounded", "300 dead": the number touches the word itself."""
    if m.thing.head is not None:
        return None
    return next(
        (
            t
            for t in marks
            if t.head == m.last + 1
            and t.role in ("adjective", "noun")
            and t.measure in ("killed", "wounded", "missing", "displaced", "killed_or_wounded")
        ),
        None,
    )


def _bodies(doc: Doc, m: Measured, marks: Sequence[Trigger], items: Sequence[Measured]) -> Trigger | None:
    """ "the bodies of 410 civilians": what was found are the bodies."""
    start = next((t.i for t in doc if t.idx + len(t) > m.found.start), m.first)
    i = start - 1
    while i > 0 and doc[i].lower_ in ("the", "all", "these", "those"):
        i -= 1
    if i < 1 or doc[i].lower_ != "of":
        return None
    return next(
        (
            t
            for t in marks
            if t.measure == "recovered"
            and t.role == "event"
            and t.head == i - 1
            and doc[t.head].lower_ in ("body", "bodies", "corpse", "corpses", "remains")
        ),
        None,
    )


def _counted_word(doc: Doc, m: Measured, marks: Sequence[Trigger], items: Sequence[Measured]) -> Trigger | None:
    """ "12 deaths", "more than 70,000 casualties", "22 injured": the counted word is the trigger, where no verb overrules it."""
    if m.thing.head is None:
        return None
    t = next(
        (
            t
            for t in marks
            if t.role == "noun"
            and t.head <= m.thing.head <= t.last
            and t.measure in ("killed", "wounded", "killed_or_wounded", "convicted", "lost", "dismissed")
        ),
        None,
    )
    if t and (t.measure != "lost" or m.thing.kind is None):
        return t
    return None


_HOLDING_WORDS = frozenset(
    "of to at in is was stands stood reached passed hit exceeds exceeded be as amounted numbered topped past above from".split()
)
_EQUATING = frozenset("to at is was were stands stood reached exceeds exceeded as amounted".split())


def _toll(doc: Doc, m: Measured, marks: Sequence[Trigger], items: Sequence[Measured]) -> Trigger | None:
    """ "a death toll of 40", "the number of wounded rose to 40", "casualties at 40": a noun that holds a figure."""
    if m.thing.kind not in (None, "person", "body"):
        return None
    if [t.lower_ for t in doc[m.last + 1 : m.last + 4]] == ["the", "number", "of"]:
        after = next((t for t in marks if t.role == "toll" and m.last + 3 < t.last <= m.last + 12), None)
        if after:
            return after
    governor = _governing(doc, m)
    for t in reversed(marks):
        held = t.role == "toll" or (t.role == "noun" and t.measure in _HELD and doc[t.head].tag_ in ("NNS", "NN"))
        if not held or t.last >= m.first or (t.measure == "deployed" and doc[t.last].tag_ == "NNS"):
            continue
        if governor is not None and governor.lemma_.lower() in _HOLD:
            subjects = [c for c in governor.children if c.dep_ in ("nsubj", "nsubjpass")]
            if any(c.left_edge.i <= t.head and t.last <= c.i for c in subjects) or any(t.head <= c.i <= t.last for c in subjects):
                return t
            if any(c.i <= t.head <= t.last <= c.right_edge.i and c.lower_ in _NUMBER_WORDS for c in subjects):
                return t
        if m.first - t.last <= 18 and _holds(doc, t, m, items):
            return t
    return None


_NUMBER_WORDS = frozenset({"number", "count", "total", "amount", "tally", "toll"})


def _holds(doc: Doc, t: Trigger, m: Measured, items: Sequence[Measured]) -> bool:
    """Whether only words that tie a figure to its noun stand between the toll and the number."""
    between = doc[t.last + 1 : m.first]
    words = {x.lower_ for x in between}
    if any(x.pos_ == "VERB" and x.lemma_.lower() not in _HOLD for x in between):
        return False
    if t.measure == "deployed" and (len(between) > 3 or doc[t.last].tag_ == "NNS"):
        return False
    if any(x.text in (";", ":") for x in between):
        return False
    others = [o for o in items if o is not m and o.found.number != m.found.number and t.last < o.first < m.first]
    if others and "from" not in words:
        return False
    return bool(words & _HOLDING_WORDS) and (t.role == "toll" or bool(words & _EQUATING))


_AIM = frozenset({"at", "against", "on"})


def _aimed(doc: Doc, m: Measured, marks: Sequence[Trigger], items: Sequence[Measured]) -> Trigger | None:
    """ "fired at more than 20 targets", "an air strike on two fuel tankers": what the attack was aimed at."""
    if m.thing.head is None or m.thing.kind not in ("thing", "weapon"):
        return None
    node = doc[m.thing.head]
    if node.dep_ != "pobj" or node.head.lower_ not in _AIM:
        return None
    above = node.head.head
    entry = noun(doc, max(0, above.i - 3), above.i) if above.pos_ in ("NOUN", "PROPN") else None
    launches = next((t for t in marks if t.head == above.i and t.measure in ("launched", "struck")), None)
    if above.lower_ in ("was", "were", "are", "is"):
        subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
        entry = noun(doc, max(0, subject.i - 3), subject.i) if subject is not None else None
    if (entry is not None and entry[1] == "attack") or launches is not None:
        return Trigger(above.i, above.i, "struck", "event")
    return None


def _governing(doc: Doc, m: Measured) -> Token | None:
    """The verb that the number hangs on, over at most two words."""
    node = doc[m.thing.head] if m.thing.head is not None else doc[m.first]
    for _ in range(3):
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            return node
    return None


_HELD = frozenset(
    {
        "killed",
        "wounded",
        "killed_or_wounded",
        "lost",
        "missing",
        "displaced",
        "detained",
        "convicted",
        "captured",
        "evacuated",
    }
)
_HOLD = frozenset(
    {
        "rise",
        "stand",
        "reach",
        "climb",
        "put",
        "be",
        "exceed",
        "pass",
        "hit",
        "amount",
        "estimate",
        "total",
        "number",
        "top",
        "grow",
        "increase",
        "jump",
        "remain",
        "set",
        "raise",
        "report",
        "surpass",
        "confirm",
        "list",
        "record",
        "place",
        "give",
        "vary",
        "bring",
        "double",
        "soar",
        "hover",
    }
)


def _right(doc: Doc, m: Measured, marks: Sequence[Trigger], items: Sequence[Measured]) -> Trigger | None:
    """ "12 soldiers were killed", "17 civilians dead", "five of them died": the trigger follows, only small words between."""
    i = max(m.thing.end, m.last + 1)
    crossed = 0
    passive = False
    while i < len(doc) and crossed < 8:
        here = [
            t
            for t in marks
            if t.head == i
            and t.role in ("object", "subject", "adjective")
            and (
                _fits(t.measure, m, t.role)
                or (
                    m.thing.head is None
                    and t.measure in ("launched", "intercepted")
                    and _antecedent(doc, m.first) is not None
                )
            )
        ]
        for t in sorted(here, key=lambda t: (-(t.last - t.head), t.role != "adjective")):
            if t.role == "object" and not _passive(doc, t.head, passive):
                continue
            if (
                t.role == "subject"
                and doc[t.head].tag_ == "VBN"
                and doc[t.head].lower_ not in ("died", "fled", "gone")
                and passive
                and not doc[t.head - 1].lower_ in ("have", "has", "had")
            ):
                continue
            if (
                t.role == "adjective"
                and doc[t.head].tag_ in ("VBD",)
                and i == m.thing.end
                and t.head + 1 < len(doc)
                and doc[t.head + 1].tag_ == "CD"
            ):
                continue
            return t
        w = doc[i].lower_
        if w == "," and i + 1 < len(doc) and doc[i + 1].lower_ in _ASIDE:
            close = next(
                (
                    k
                    for k in range(i + 2, min(i + 16, len(doc) - 1))
                    if doc[k].text == "," and doc[k + 1].lower_ in _FINITE
                ),
                None,
            )
            if close is not None:
                i = close + 1
                continue
        if w in ("was", "were", "been", "be", "being", "is", "are", "got", "left"):
            passive = True
        if w not in _AUX and not (w.endswith("ly") and doc[i].tag_ == "RB") and doc[i].text not in ('"', "'", "("):
            return None
        crossed += 1
        i += 1
    return None


_ASIDE = frozenset(
    {"including", "among", "mostly", "most", "many", "some", "all", "half", "both", "nearly", "several", "about", "one"}
)
_FINITE = frozenset({"was", "were", "have", "had", "has", "are", "is", "died", "remain", "remained"})


def _passive(doc: Doc, i: int, after_be: bool) -> bool:
    """Whether the verb at ``i``, right of its noun, has that noun as its object: "were killed", "killed in a raid", "to be sent"."""
    t = doc[i]
    if after_be:
        return t.tag_ not in ("VBG",) or doc[i - 1].lower_ == "being"
    if doc[i - 1].lower_ in ("have", "has", "had") and t.tag_ in ("VBN", "VBD"):
        return False
    if t.tag_ in ("VBN", "VBD", "JJ", "NN", "NNP", "NNS"):
        nxt = next((x for x in doc[i + 1 : i + 4] if x.tag_ not in ("RB",)), None)
        if (
            nxt is None
            or nxt.tag_ in ("IN", "CC", "TO", ",", ".", "RP", ":", "-RRB-", "''", "WDT", "WRB")
            or nxt.text in (",", ".", ";", ":", "\u2013", "-", '"')
        ):
            return True
        if nxt.tag_ in ("NNP", "NN") and nxt.ent_type_ in ("DATE", "TIME"):
            return True
        return (
            (t.tag_ == "VBN" or nxt.tag_ == "NN")
            and nxt.tag_ not in ("DT", "PRP$", "CD", "PRP")
            and nxt.lower_ not in ("at", "some")
        )
    return False


def _left(doc: Doc, m: Measured, marks: Sequence[Trigger], items: Sequence[Measured]) -> Trigger | None:
    """ "killed 12", "wounding at least five", "the deaths of 12": the trigger stands before, only small words between."""
    start = next((t.i for t in doc if t.idx + len(t) > m.found.start), m.first)
    i = start - 1
    steps = 0
    of = inside = False
    while i >= 0 and steps < 6:
        here = [t for t in marks if (t.head <= i <= t.last) and _fits(t.measure, m) and t.last < m.last + 8]
        for t in sorted(here, key=lambda t: -(t.last - t.head)):
            if (
                t.measure == "detained"
                and doc[t.head].lemma_ == "hold"
                and any(c.lower_ in ("can", "could", "may") for c in doc[t.head].children)
            ):
                continue
            if (
                t.role == "object"
                and not of
                and doc[t.head].tag_ in ("VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "NNS", "NN", "NNP")
                and not _passive_before(doc, t.head)
            ):
                return t
            if t.role == "event" and (of or (inside and t.measure == "affected")):
                return t
            if t.role == "subject" and t.measure == "killed" and doc[t.head].lower_ in ("dead",):
                return t
            if (
                t.role == "adjective"
                and m.thing.head is not None
                and i >= start - 2
                and not of
                and doc[t.head].tag_ in ("VBG",)
            ):
                return t
        w = doc[i].lower_
        if w == "of" or (w == "to" and steps == 0) or (w == "for" and i and doc[i - 1].lower_ == "exchange"):
            of = True
        elif w in ("in", "across"):
            inside = True
        elif (
            w not in _BEFORE
            and doc[i].tag_ not in ("RB", "RP", "JJ", "PRP$", "DT")
            and doc[i].text not in ('"', "'", "(")
        ):
            return None
        i -= 1
        steps += 1
    return None


def _passive_before(doc: Doc, i: int) -> bool:
    return (
        doc[i].tag_ in ("VBN", "VBD")
        and any(c.dep_ in ("auxpass",) for c in doc[i].children)
        and not any(c.dep_ in ("dobj", "oprd", "attr") for c in doc[i].children)
    )


def _tree(doc: Doc, m: Measured, marks: Sequence[Trigger], items: Sequence[Measured]) -> Trigger | None:
    """Up the tree from the counted noun: its participles and relative clauses, then the verbs that govern it."""
    anchor = doc[m.thing.head] if m.thing.head is not None else doc[m.first]
    clause = _clause(anchor, m, marks)
    above = _above(anchor, m, marks)
    if above is not None and above.measure in _STRONG:
        return above
    return clause or above or _adjective(anchor, m, marks)


def _at(marks: Sequence[Trigger], i: int, roles: tuple[str, ...], m: Measured) -> Trigger | None:
    here = [t for t in marks if t.head == i and t.role in roles and _fits(t.measure, m, t.role)]
    return max(here, key=lambda t: t.last - t.head) if here else None


def _adjective(anchor: Token, m: Measured, marks: Sequence[Trigger]) -> Trigger | None:
    """ "nine missing fishermen", "300 wounded soldiers"."""
    found = (_at(marks, c.i, ("adjective", "object"), m) for c in anchor.children if c.dep_ in ("amod", "compound"))
    return next((t for t in found if t), None)


def _clause(anchor: Token, m: Measured, marks: Sequence[Trigger]) -> Trigger | None:
    """ "civilians detained in May", "soldiers who died", "people fleeing the town"."""
    for c in anchor.children:
        if c.dep_ == "acl":
            if c.tag_ == "VBG":
                t = _at(marks, c.i, ("subject",), m)
            else:
                t = _at(marks, c.i, ("object", "adjective"), m) or _at(marks, c.i, ("subject",), m)
            if t:
                return t
        if c.dep_ == "relcl":
            passive = any(g.dep_ in ("auxpass", "nsubjpass") for g in c.children)
            has_subject = any(g.dep_ == "nsubj" and g.lower_ not in ("who", "which", "that") for g in c.children)
            t = _at(marks, c.i, ("object", "adjective") if passive or has_subject else ("subject",), m)
            t = t or next(
                (
                    _at(marks, g.i, ("adjective", "object", "subject"), m)
                    for g in c.children
                    if g.dep_ in ("acomp", "xcomp", "oprd")
                ),
                None,
            )
            if t:
                return t
    return None


_QUANTITY_OF = frozenset(
    {
        "hundreds",
        "thousands",
        "dozens",
        "scores",
        "tens",
        "millions",
        "number",
        "total",
        "group",
        "groups",
        "pair",
        "some",
        "all",
        "most",
        "many",
        "half",
        "majority",
        "lives",
        "life",
        "members",
        "team",
        "one",
        "rest",
    }
)


def _above(anchor: Token, m: Measured, marks: Sequence[Trigger]) -> Trigger | None:
    """The trigger that governs the counted noun, over conjunctions, appositions, "of" and verbs that add nothing."""
    node = anchor
    for _ in range(9):
        head, dep = node.head, node.dep_
        if head is node:
            return None
        role: str | None = None
        if dep == "nsubjpass":
            role = "passive"
        elif dep in ("dobj", "obj", "oprd", "dative"):
            role = "object"
        elif dep in ("nsubj", "csubj"):
            role = "subject"
        elif dep in ("pobj", "pcomp"):
            preposition = head.lower_
            if preposition == "of":
                t = _at(marks, head.head.i, ("event", "toll"), m) if head.head is not head else None
                if t:
                    return t
                if not (
                    head.head.lower_ in _QUANTITY_OF
                    or head.head.tag_ == "CD"
                    or head.head.i in range(m.first, m.last + 1)
                ):
                    return None
                node = head.head
                continue
            if preposition in ("including", "like", "except"):
                role = "object"
            elif preposition in ("with", "alongside", "besides") and _accompanies(m, head):
                role = "with"
            elif preposition in ("to", "at", "by", "from") and head.head.pos_ in ("VERB", "AUX"):
                role = "oblique"
            else:
                return None
            head = head.head
        elif dep in ("attr", "acomp"):
            subject = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            t = _at(marks, subject.i, ("noun", "toll", "event"), m) if subject is not None else None
            if t:
                return t
        if role and (head.pos_ in ("VERB", "AUX") or head.tag_.startswith("V")):
            t = _verb(head, role, m, marks)
            if t:
                return t
            if head.lemma_.lower() not in _LIGHT:
                return None
            if head.dep_ in ("acl", "relcl", "pcomp"):
                return None
        elif role in ("object", "passive") and head.dep_ in ("nsubjpass", "dobj", "nsubj", "attr", "pobj", "conj", "appos"):
            node = head
            continue
        elif role:
            return None
        node = head
    return None


def _accompanies(m: Measured, preposition: Token) -> bool:
    """ "died with nine others", "killed along with 40 militants": the same fate."""
    doc = preposition.doc
    words = {t.lower_ for t in doc[preposition.i + 1 : max(m.thing.end, m.last + 2)]}
    return bool(words & {"other", "others"}) or (
        preposition.i > 0 and doc[preposition.i - 1].lower_ in ("along", "together")
    )


def _verb(verb: Token, role: str, m: Measured, marks: Sequence[Trigger]) -> Trigger | None:
    roles: tuple[str, ...] = (
        ("object",)
        if role in ("object", "passive")
        else ("subject",)
        if role == "subject"
        else ("object", "subject")
        if role == "with"
        else ("toll",)
    )
    t = _at(marks, verb.i, roles, m)
    if t:
        return t
    for c in verb.children:
        if c.dep_ in ("acomp", "oprd", "attr", "xcomp", "ccomp", "conj", "advcl", "prep") and c.i > verb.i:
            if c.dep_ == "conj" and ((role == "object" or (role == "passive" and c.tag_ != "VBN") or any(g.dep_ in ("nsubj", "nsubjpass") for g in c.children))):
                continue
            if c.dep_ in ("ccomp", "advcl") and role not in ("object", "passive"):
                continue
            passive = any(g.dep_ == "auxpass" for g in c.children)
            want = (
                ("object", "adjective")
                if passive
                else ("subject", "adjective")
                if role == "subject"
                else ("adjective", "object")
            )
            if c.dep_ in ("xcomp", "ccomp") and not passive and role in ("object", "passive"):
                want = ("subject", "adjective", "object") if c.tag_ in ("VB", "VBG") else ("adjective", "object")
            t = _at(marks, c.i, want, m)
            if t and not (t.measure in ("launched", "deployed") and c.dep_ == "conj"):
                return t
    return None


def _own(doc: Doc, m: Measured, marks: Sequence[Trigger], items: Sequence[Measured]) -> Trigger | None:
    """ "12 refugees", "two hostages", "eight bodies", "two explosions": the counted noun says it by itself."""
    if m.thing.head is None:
        return None
    return next(
        (t for t in marks if t.role == "noun" and t.head <= m.thing.head <= t.last and _fits(t.measure, m)), None
    )


_INCLUDING = re.compile(
    r"\b(?:including|among them|among whom|of whom|of them|of which|among those)[ ,]+(?:[a-z]+[ ]){0,3}$", re.IGNORECASE
)


def _part(doc: Doc, items: Sequence[Measured], k: int) -> Measured | None:
    """ "800 were hiding in shelters under the plant, including 200 employees": the part shares the total's fate."""
    m = items[k]
    if not _INCLUDING.search(doc.text[: m.found.start].replace("  ", " ")):
        return None
    for o in reversed(items[:k]):
        if (
            o.measure is not None
            and o.trigger is not None
            and o.found.low != 1
            and (m.thing.kind in (None, o.thing.kind))
        ):
            thing = (
                m.thing
                if m.thing.kind is not None
                else replace(m.thing, unit=o.thing.unit, kind=o.thing.kind, group=o.thing.group)
            )
            return replace(m, measure=o.measure, trigger=o.trigger, rule="part", thing=thing)
    return None


def _listed(doc: Doc, items: Sequence[Measured]) -> list[Measured]:
    """Items of a list share a verb; a part shares its total's."""
    out = list(items)
    order = [*range(len(out)), *reversed(range(len(out)))]
    for k in order:
        m = out[k]
        if m.thing.kind == "none":
            continue
        if m.measure is None and (part := _part(doc, out, k)) is not None:
            out[k] = part
            continue
        for other in (k - 1, k + 1):
            if not 0 <= other < len(out) or out[other].measure is None or (m.measure is not None and m.rule != "own"):
                continue
            o = out[other]
            if _together(doc, out[min(k, other)], out[max(k, other)]) and o.trigger is not None:
                if m.rule == "own" and not (o.measure in _STRONG):
                    continue
                if _fits(o.trigger.measure, m) or o.measure == "destroyed":
                    out[k] = m = replace(m, measure=o.measure, trigger=o.trigger, rule="company")
    return out


def _by_company(doc: Doc, items: list[Measured], marks: Sequence[Trigger]) -> list[Measured]:
    """What a quantity without a trigger of its own takes from the others of its sentence, or from the nearest trigger."""
    out = _listed(doc, items)
    for k, m in enumerate(out):
        if k and m.measure is None and _gapped(doc, out[k - 1], m):
            o = out[k - 1]
            out[k] = replace(
                m,
                measure=o.measure,
                trigger=o.trigger,
                rule="gapped",
                thing=replace(m.thing, unit=o.thing.unit, kind=o.thing.kind, group=o.thing.group),
            )
    among = _among(doc, marks)
    for k, m in enumerate(out):
        if among is not None and m.measure is None and m.thing.kind == "person":
            out[k] = _set(m, among, "among")
    for k, m in enumerate(out):
        if m.measure is None and m.thing.kind != "none":
            t = _nearest(doc, m, marks, out)
            if t is not None:
                out[k] = _set(m, t, "nearest")
    for k, m in enumerate(out):
        if k and m.measure is None and m.thing.head is None and out[k - 1].thing.kind == "thing":
            again = replace(m, thing=replace(m.thing, unit=out[k - 1].thing.unit, kind="thing"))
            t = _right(doc, again, marks, out)
            if t is not None and t.measure in ("damaged", "destroyed", "struck"):
                out[k] = _set(again, t, "things before")
    out = _listed(doc, out)
    for k, m in enumerate(out):
        if m.thing.head is None and m.measure is not None:
            giver = next(
                (
                    out[o]
                    for o in (k + 1, k - 1)
                    if 0 <= o < len(out) and out[o].thing.kind not in (None, "none") and out[o].measure == m.measure
                ),
                None,
            )
            if giver is None and m.thing.partitive and k + 1 < len(out):
                giver = out[k + 1] if out[k + 1].thing.kind not in (None, "none") else None
            if giver is not None:
                out[k] = replace(
                    m, thing=replace(m.thing, unit=giver.thing.unit, kind=giver.thing.kind, group=giver.thing.group)
                )
    return out


def _gapped(doc: Doc, before: Measured, m: Measured) -> bool:
    """ "ten died in Cuba and 22 in Haiti": the second number lacks its verb."""
    if before.measure is None or m.thing.head is not None or m.last + 1 >= len(doc) or m.found.kind == "article":
        return False
    start = next((t.i for t in doc if t.idx + len(t) > m.found.start), m.first)
    joint = doc[start - 1].lower_ if start else ""
    return (
        doc[m.last + 1].lower_ in ("in", "at", "near", "by", "on", "from", "outside", "elsewhere")
        and joint in ("and", ",", ";", "while", "another")
        and m.last + 2 < len(doc)
        and doc[m.last + 2].pos_ in ("PROPN", "DET", "NOUN", "ADJ", "VERB", "PRON", "NUM")
    )


def _among(doc: Doc, marks: Sequence[Trigger]) -> Trigger | None:
    """ "a Canadian and an American are among the dead"."""
    for t in marks:
        if (
            t.measure in ("killed", "wounded", "missing", "captured", "killed_or_wounded", "detained")
            and t.role in ("adjective", "noun", "object")
            and t.head >= 2
        ):
            if doc[t.head - 1].lower_ in ("the", "those") and doc[t.head - 2].lower_ in ("among", "amongst"):
                return t
    return None


_JOINTS = frozenset(
    ", and or including plus as well among them of whom which the a an with along to at least but also while them these those were was - \u2013 ( ) \" ; 's from in on".split()
)


def _together(doc: Doc, a: Measured, b: Measured) -> bool:
    """Whether nothing but joints stands between the phrases of two quantities."""
    start = max(a.thing.end, a.last + 1)
    between = [t for t in doc[start : b.first] if t.idx >= 0]
    if len(between) > 9:
        return False
    words = [t.lower_ for t in between if t.idx < b.found.start]
    if any(t.pos_ in ("VERB",) for t in between if t.lower_ not in ("including",) and t.idx < b.found.start):
        return False
    return sum(w not in _JOINTS for w in words) <= 3 and (
        not words
        or any(
            w in (",", "and", "or", "including", "plus", "of", "among", "-", "\u2013", "(", "to", "but") for w in words
        )
    )


def _nearest(doc: Doc, m: Measured, marks: Sequence[Trigger], items: Sequence[Measured]) -> Trigger | None:
    """The closest trigger of the same clause that fits and that no other number stands between."""
    if m.thing.head is None or m.found.kind == "article" or m.found.low == 1:
        return None
    start = next((t.i for t in doc if t.idx + len(t) > m.found.start), m.first)
    lead = [t.lower_ for t in doc[max(0, start - 2) : start] if t.lower_ not in ("the", "all", "about")]
    if lead and lead[-1] in (
        "from",
        "to",
        "in",
        "at",
        "near",
        "into",
        "between",
        "across",
        "through",
        "on",
        "for",
        "outside",
        "towards",
        "toward",
    ):
        return None
    best: tuple[int, Trigger] | None = None
    for t in marks:
        if (
            not _fits(t.measure, m)
            or t.measure in ("launched", "deployed", "supplied", "recovered", "recruited", "struck", "captured", "detained")
            or t.role in ("noun", "toll")
        ):
            continue
        a, b = (t.last, m.first) if t.last < m.first else (max(m.thing.end - 1, m.last), t.head)
        if b <= a:
            continue
        gap = doc[a + 1 : b]
        if (
            len(gap) > 9
            or any(x.text in (";", ":", ".") for x in gap)
            or any(x.dep_ == "cc" and x.head.pos_ == "VERB" for x in gap)
        ):
            continue
        if any(a < o.first < b for o in items if o is not m):
            continue
        if (
            t.role == "object"
            and t.head > m.last
            and not _passive(doc, t.head, any(c.dep_ == "auxpass" for c in doc[t.head].children))
        ):
            continue
        if t.role == "subject" and t.head < m.first and t.measure not in ("refused", "deserted", "surrendered"):
            continue
        if best is None or len(gap) < best[0]:
            best = (len(gap), t)
    return best[1] if best else None


def _responds(doc: Doc, m: Measured) -> bool:
    phrase = doc[m.last + 1 : m.thing.end].text.lower()
    return m.found.low != 1 and any(w in phrase for w in table("status")["responders"])


def _armed(doc: Doc, m: Measured) -> bool:
    words = {t.lower_ for t in doc[m.last + 1 : m.thing.end]}
    return bool(words & set(table("status")["armed"]))


_KILLED = frozenset({"killed", "dead", "death", "deaths", "kill", "killing", "kills", "died", "martyred", "slain"})
_HURT = frozenset(
    {"wounded", "injured", "wound", "injure", "wounding", "injuring", "maimed", "hurt", "injuries", "wounds"}
)
_TAKEN = frozenset({"captured", "missing", "taken", "prisoner", "detained", "disappeared"})


def _both(doc: Doc, t: Trigger) -> bool:
    """ "killed or wounded", "dead and injured", "killed, injured or captured": verbs that share one number."""
    run: list[str] = []
    runs: list[tuple[int, int, set[str]]] = []
    start = 0
    for i, x in enumerate([*doc[max(0, t.head - 6) : t.last + 7], None]):
        w = x.lower_ if x is not None else "."
        if (
            w in _KILLED
            or w in _HURT
            or w in _TAKEN
            or (run and w in ("or", "and", "/", ",", "badly", "seriously", "severely", "otherwise", "-"))
        ):
            if not run:
                start = i
            run.append(w)
            continue
        if run:
            runs.append((start, i, set(run)))
        run = []
    at = t.head - max(0, t.head - 6)
    return any(a <= at < b and words & _KILLED and words & _HURT and words & {"or", "and", "/"} for a, b, words in runs)


_PROJECTILES = frozenset({"missile", "rocket", "shell", "projectile", "bomb"})


def _shot_down(doc: Doc, verb: str) -> bool:
    """Whether drones and missiles were brought down in flight, rather than lost by their owner beside tanks and guns."""
    if re.search(r"\b(?:tanks?|armou?red|artillery|aircraft|planes|warplanes|helicopters?|howitzers?)\b", doc.text):
        return False
    return verb in ("shoot", "down", "bring", "intercept") or bool(
        re.search(r"\bair[ -]?(?:defen[cs]e|force)|anti-aircraft|projectile", doc.text, re.IGNORECASE)
    )


_OF_PEOPLE = frozenset(
    {
        "captured",
        "released",
        "evacuated",
        "displaced",
        "rescued",
        "trapped",
        "missing",
        "affected",
        "deployed",
        "lost",
        "recovered",
    }
)


def _looks_like_people(token: Token) -> bool:
    """A noun the tables do not know, by its ending: "-ers", "-ists", "-ians", or a name in the plural."""
    word = token.lower_
    return token.tag_ == "NNPS" or word.endswith(
        ("ers", "ors", "ists", "ians", "eans", "ees", "men", "er", "ist", "ian")
    )


def _name(head: Token) -> str:
    """The unit of a thing that no table knows: its noun with the nouns before it, in the singular ("leisure_center")."""
    before = [c.lower_ for c in head.lefts if c.dep_ == "compound" and c.tag_ in ("NN", "NNS") and c.i >= head.i - 2]
    return "_".join([*before, singular(head.text)])


def _antecedent(doc: Doc, before: int) -> str | None:
    """What a number without a noun counts: the munitions or weapons named before it in the sentence."""
    for i in range(before - 1, -1, -1):
        if doc[i].pos_ in ("NOUN", "PROPN"):
            entry = noun(doc, max(0, i - 3), i)
            if entry is not None and entry[1] in ("munition", "weapon"):
                return entry[0]
    return None


def _settled(doc: Doc, m: Measured) -> Measured:
    """The unit, and the measure where unit and verb together say another one."""
    thing, measure = m.thing, m.measure
    unit = thing.unit
    if measure is None:
        start = next((t.i for t in doc if t.idx + len(t) > m.found.start), m.first)
        lead = doc[start - 1].lower_ if start else ""
        if thing.kind == "munition" and lead == "with":
            return replace(m, measure="launched", unit=unit, rule="with")
        if thing.kind == "attack":
            return replace(m, measure="launched", unit="attack", rule="attack")
        if thing.kind == "person" and thing.head is not None and (thing.group == "military" or _armed(doc, m) or _responds(doc, m)):
            return replace(m, measure="deployed", unit="person", rule="force")
        return m
    if thing.kind == "none":
        return replace(m, measure=None)
    if unit is None and thing.head is None and "person" not in only(measure):
        unit = _antecedent(doc, m.first)
    if unit is None:
        unit = (
            "person"
            if "person" in only(measure)
            or measure
            in (
                "captured",
                "released",
                "evacuated",
                "displaced",
                "rescued",
                "deployed",
                "trapped",
                "lost",
                "affected",
                "missing",
            )
            and thing.head is None
            else None
        )
        if unit is None and thing.head is not None:
            unit = "person" if measure in _OF_PEOPLE and _looks_like_people(doc[thing.head]) else _name(doc[thing.head])
        unit = unit or "person"
    verb = doc[m.trigger.head].lemma_.lower() if m.trigger else ""
    if measure == "deployed" and thing.kind in ("weapon", "munition") and verb in ("send", "commit", "contribute"):
        measure = "supplied"
    if measure == "deployed" and thing.kind == "thing" and unit not in ("vehicle", "battalion", "brigade", "regiment") and verb in ("send", "contribute", "dispatch"):
        measure = "supplied"
    if measure == "supplied" and unit in ("person", "force", "battalion", "brigade"):
        measure = "deployed"
    if measure == "recovered" and m.trigger is not None and m.trigger.role == "event" and unit == "person":
        unit = "body"
    if (
        measure in ("killed", "wounded", "captured")
        and unit == "person"
        and m.trigger is not None
        and _both(doc, m.trigger)
    ):
        measure = "killed_or_wounded"
    if measure == "lost" and unit != "person":
        measure = "destroyed"
    if measure == "missing" and unit != "person":
        measure = "other"
    if measure == "destroyed" and unit == "person":
        measure = "killed"
    if measure == "intercepted" and unit in ("aircraft", "helicopter", "tank"):
        measure = "destroyed"
    if measure == "destroyed" and (unit in _PROJECTILES or unit == "drone") and _shot_down(doc, verb):
        measure = "intercepted"
    if measure == "struck" and unit == "person":
        return replace(m, measure=None)
    return replace(m, measure=measure, unit=unit)
