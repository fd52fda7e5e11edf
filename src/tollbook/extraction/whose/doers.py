"""Whose missiles, tanks or conscripts: the party that fired, gave, sent or called them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tollbook.extraction.names import Party
from tollbook.extraction.whose.case import Case, Whose
from tollbook.extraction.whose.clause import governor, named_by, subject
from tollbook.extraction.whose.words import listed, measures

if TYPE_CHECKING:
    from spacy.tokens import Token


def doer(case: Case) -> Whose | None:
    """The subject or "by …" of the deed: "Iran fired 12 missiles", "300 men called up by Eritrea", "its drones"."""
    m = case.measured
    soldiers_tried = m.measure == "convicted" and m.thing.group == "military"
    if m.measure not in measures("doing") | {"evacuated"} and not soldiers_tried:
        return None
    t = m.trigger
    who = subject(case.doc[t.head] if t is not None and t.role == "object" else governor(case))
    if who is None or who.i == m.thing.head:
        return None
    who, found = _named_above(case, who)
    if m.measure == "evacuated":
        return case.pick("doer", [p for p in found if p.form == "name"])
    if found:
        return case.pick("doer", found)
    return _pronoun(case, who) or _government(case, who)


def _named_above(case: Case, who: Token) -> tuple[Token, list[Party]]:
    """A subject with the parties it names; an object that names none gives way to the subject of its own verb."""
    found = named_by(case, who)
    if not found and who.dep_ in ("dobj", "pobj", "attr") and (above := subject(who.head)) is not None:
        return above, named_by(case, above)
    return who, found


def _pronoun(case: Case, who: Token) -> Whose | None:
    """Whom "it", "he" or "its army" stands for: the party named before in the sentence, else the actor before."""
    first = who.left_edge
    if first.lower_ not in listed("owners") and who.lower_ not in listed("pronouns"):
        return None
    earlier = [p for p in case.named if p.end <= first.idx]
    return case.pick("doer", earlier[-1:]) or _actor_before(case)


def _government(case: Case, who: Token) -> Whose | None:
    """A government's forces without its name, in the country of the article: "warplanes carried out nine raids"."""
    if case.measured.measure != "launched" or not {t.lower_ for t in who.subtree} & listed("government_forces"):
        return None
    country = case.scene.country()
    return case.belongs([country], "government of the country") if country else None


def state(case: Case) -> Whose | None:
    """Who dismissed or called up, or whose men refused: the state named before, else the one the article is about."""
    if case.measured.measure not in measures("state"):
        return None
    earlier = [p for p in case.named if p.end <= case.measured.found.start]
    return case.pick("state named before", earlier[-1:]) if earlier else _actor_before(case)


def _actor_before(case: Case) -> Whose | None:
    """Whom "he", "it" or "the order" speaks of: the last leader named before, else the article's main actor."""
    if named := case.scene.leader_before(case.sentence):
        sentence, leader = named
        return case.pick("leader named before", [leader], sentence)
    main = case.scene.main_actor
    return case.belongs([main], "main actor of the article") if main else None
