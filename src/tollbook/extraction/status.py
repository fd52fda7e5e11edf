"""Soldiers or civilians: the status of the counted, from their own words first, from what happened to them second."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from tollbook.claim import Reason, Status
from tollbook.extraction.article import Article
from tollbook.extraction.measures import Measured
from tollbook.extraction.names import bodies, parties
from tollbook.lexicon import table

Found = tuple[Status, Reason]
Told = tuple[int, Measured, Found]
"""A quantity of the article for which the rules have answered, with its sentence."""

_FEW = 500
"""From so many people on, a list that names only children, women or civilians does not tell of all of them."""
_SCENE_LENGTH = 2000
"""Characters of a paragraph in which a scene is looked for."""


@dataclass(frozen=True)
class _Case:
    """One quantity with all that the rules look at."""

    article: Article
    sentence: int
    measured: Measured
    before: Told | None

    @cached_property
    def text(self) -> str:
        return self.article.text(self.sentence)

    @cached_property
    def span(self) -> tuple[int, int]:
        """Characters of the counted phrase, from behind the number to behind its last word."""
        m, doc = self.measured, self.article.doc(self.sentence)
        last = doc[max(m.thing.end, (m.thing.head or 0) + 1, m.last + 1) - 1]
        return m.found.number_end, last.idx + len(last)

    @cached_property
    def phrase(self) -> str:
        start, end = self.span
        return self.text[start:end]

    @property
    def people(self) -> bool:
        """Whether people are counted, or a number stands alone."""
        return self.measured.thing.kind in ("person", None)

    @property
    def plain(self) -> bool:
        """Whether people are counted of whom no more is said."""
        return self.people and self.measured.thing.group in ("plain", None)

    def is_(self, status: Status, rule: str, words: tuple[int, int] | None = None) -> Found:
        """An answer, with the place in the sentence of the words that it rests on."""
        if words is None:
            return status, Reason("status", rule)
        base = self.article.sentences[self.sentence].start
        return status, Reason("status", rule, base + words[0], base + words[1])


def statuses(article: Article, items: Sequence[tuple[int, Measured]]) -> list[Found]:
    """The status of each (sentence, measured quantity), in order."""
    told: list[Told] = []
    for sentence, measured in items:
        case = _Case(article, sentence, measured, told[-1] if told else None)
        told.append((sentence, measured, _first(case)))
    return _restated(told)


def _first(case: _Case) -> Found:
    """The answer of the first rule that has one."""
    for rule in _RULES:
        if found := rule(case):
            return found
    return _scene(case)


def _restated(told: Sequence[Told]) -> list[Found]:
    """The answers; plain people of a figure that elsewhere is a total of soldiers and civilians are one too."""
    mixed = {_figure(m) for _, m, (status, _) in told if status == "mixed"}
    return [
        ("mixed", Reason("status", "restated"))
        if _figure(m) in mixed and m.thing.group in ("plain", None) and m.thing.kind in ("person", None)
        else found
        for _, m, found in told
    ]


def _figure(m: Measured) -> tuple[int | float | None, int | float | None, str | None]:
    return m.found.low, m.found.high, m.measure


def _of_soldiers(case: _Case) -> Found | None:
    """What happens to soldiers only: "300,000 were called up"."""
    return _by_measure(case, "military")


def _losses(case: _Case) -> Found | None:
    """What a belligerent loses are its soldiers, unless civilians are named: "Malian losses of 74"."""
    t, doc = case.measured.trigger, case.article.doc(case.sentence)
    if t is None or not case.people:
        return None
    words = [doc[t.last if t.role == "toll" else t.head], *reversed(doc[: case.measured.first])]
    loss = next((x for x in words if x.lemma_.lower() in table("status")["losses"] and x.pos_ == "NOUN"), None)
    if loss is None or _begins("civilian").search(case.text[loss.left_edge.idx : loss.idx]):
        return None
    owned = any(loss.left_edge.idx <= p.start and p.end <= loss.idx for p in parties(case.text))
    return case.is_("military", "losses", (loss.idx, loss.idx + len(loss))) if owned else None


def _of_civilians(case: _Case) -> Found | None:
    """What happens to civilians, where no words make soldiers of them: "40,000 fled"."""
    return _by_measure(case, "civilian")


def _by_measure(case: _Case, status: Status) -> Found | None:
    measures = table("status")["by_measure"][status]
    return case.is_(status, "measure") if case.measured.measure in measures and case.people else None


def _mixture(case: _Case) -> Found | None:
    """A total of people whose parts are soldiers and civilians: "30 people, including five soldiers"."""
    parts = _parts(case) if case.plain else None
    if parts is None:
        return None
    armed = _begins("military").search(parts) or _whole("attackers").search(parts)
    if armed or re.search(r"^[^.]*\d[\d,]* civilians\b", parts):
        return case.is_("mixed", "parts")
    few = (case.measured.found.high or 0) < _FEW
    return case.is_("civilian", "parts") if few and _whole("only_civilians").search(parts) else None


def _parts(case: _Case) -> str | None:
    """The list of those who make up the number, behind it or at the head of the next sentence."""
    listed = _list_behind().match(case.text[case.measured.found.end :])
    if listed is None and case.sentence + 1 < len(case.article.sentences):
        listed = _list_next().match(case.article.text(case.sentence + 1))
    return listed and listed["list"]


def _attack(case: _Case) -> Found | None:
    """Attacks are by forces; who was behind an explosion nobody can tell."""
    if case.measured.thing.kind != "attack":
        return None
    return case.is_("unknown" if _begins("blast").search(case.phrase) else "military", "attack")


def _arms(case: _Case) -> Found | None:
    """Weapons and munitions, but no vehicles or ships, which may be anybody's."""
    m = case.measured
    arms = m.thing.kind in ("weapon", "munition") and m.unit not in ("vehicle", "ship")
    return case.is_("military", "arms") if arms and not _begins("civilian").search(case.phrase) else None


def _both(case: _Case) -> Found | None:
    """One number for soldiers and civilians: "14 soldiers and civilians"."""
    m = case.measured
    if m.thing.head is None or m.thing.kind != "person":
        return None
    head = case.article.doc(case.sentence)[m.thing.head]
    joined = [x for x in head.children if x.dep_ == "conj" and not any(c.tag_ == "CD" for c in x.children)]
    words = " ".join(x.text for x in [head, *joined])
    both = joined and _begins("civilian").search(words) and _begins("military").search(words)
    return case.is_("mixed", "both", case.span) if both else None


def _of_group(case: _Case) -> Found | None:
    """An armed group's name in the phrase makes fighters of its people: "40 Taliban"."""
    start, end = case.span
    named = (p for p in parties(case.text) if p.form == "group" and p.code not in bodies())
    member = any(start <= p.start <= end for p in named)
    return case.is_("military", "members of an armed group", case.span) if member else None


def _armed(case: _Case) -> Found | None:
    """Words for soldiers, unless the counted noun is a civilian one: "12 special forces", not "12 army doctors"."""
    armed = _begins("military").search(case.phrase)
    civilian = case.measured.thing.group in ("civilian", "plain") and _begins("civilian").search(case.phrase)
    if armed is None or civilian:
        return None
    start = case.span[0]
    return case.is_("military", "words", (start + armed.start(), start + armed.end()))


def _soldiers(case: _Case) -> Found | None:
    """Nouns for soldiers; of bombers, pirates and the like nobody can tell."""
    if case.measured.thing.group != "military":
        return None
    return case.is_("unknown" if _begins("doubtful").search(case.phrase) else "military", "noun")


def _police(case: _Case) -> Found | None:
    """Police count as soldiers where they were killed, hurt or taken in fighting."""
    if case.measured.thing.group != "police":
        return None
    fought = case.measured.measure in table("status")["measures"]["harm"] and _begins("fighting").search(case.text)
    return case.is_("military" if fought else "civilian", "police")


def _said_to_be(case: _Case) -> Found | None:
    """What they are called behind the phrase: "four men described as insurgents"."""
    said = _called().match(case.text, case.span[1])
    return case.is_("military", "said to be") if said and _begins("military").search(said["what"]) else None


def _civilians(case: _Case) -> Found | None:
    """Words and nouns for civilians: "nine villagers"."""
    if _begins("civilian").search(case.phrase):
        return case.is_("civilian", "words")
    return case.is_("civilian", "noun") if case.measured.thing.group == "civilian" else None


def _military_thing(case: _Case) -> Found | None:
    """Things that belong to forces: "six command posts"."""
    return case.is_("military", "thing") if case.measured.unit in table("status")["military_things"] else None


def _own_men(case: _Case) -> Found | None:
    """A commander's men: "lost 20 of his men"."""
    found = case.measured.found
    near = case.text[found.start : found.end + 30]
    men = case.measured.thing.kind == "person" and _whole("own_men").search(near)
    return case.is_("military", "own men") if men else None


def _civil_thing(case: _Case) -> Found | None:
    """Things that people live, learn and work in: "80 homes"."""
    return case.is_("civilian", "thing") if case.measured.thing.unit in table("status")["civil_things"] else None


def _in_arms(case: _Case) -> Found | None:
    """Taken or given up as a soldier: "two Americans captured while fighting for Ukraine"."""
    taken = case.measured.measure in ("captured", "surrendered") and _whole("in_arms").search(case.text)
    return case.is_("military", "captured in arms") if taken else None


def _company(case: _Case) -> Found | None:
    """A number that goes on with the one just before: "five others", "another 12", "15 wounded"."""
    m = case.measured
    if case.before is None or not case.people or case.before[0] != case.sentence:
        return None
    _, before, (status, _) = case.before
    bare = m.thing.head is None or m.thing.group in ("plain", None)
    alike = before.measure == m.measure or {before.measure, m.measure} <= set(table("status")["measures"]["harm"])
    known = before.thing.kind in ("person", None) and status in ("military", "civilian", "unknown")
    return case.is_(status, "company") if bare and alike and known else None


def _scene(case: _Case) -> Found:
    """Plain people: civilians in a disaster, in homes and markets; in fighting nobody can tell."""
    if case.measured.thing.kind not in ("person", None, "body"):
        return case.is_("unknown", "unknown")
    if found := _told_by(case.text, own=True):
        status, words = found
        return case.is_(status, "scene", words.span())
    title = case.article.document.title or case.article.text(0)
    for scope in (title, _paragraph(case.article, case.sentence)[:_SCENE_LENGTH]):
        if found := _told_by(scope, own=False):
            return case.is_(found[0], "scene")
    return case.is_("civilian", "people")


def _paragraph(article: Article, sentence: int) -> str:
    """The text of the paragraph that a sentence stands in."""
    sentences = article.sentences
    first, end = sentence, sentence + 1
    while first and sentences[first - 1].paragraph == sentences[sentence].paragraph:
        first -= 1
    while end < len(sentences) and sentences[end].paragraph == sentences[sentence].paragraph:
        end += 1
    return " ".join(article.text(i) for i in range(first, end))


def _told_by(text: str, *, own: bool) -> tuple[Status, re.Match[str]] | None:
    """What a text makes of plain people, by which words: a civil scene, or war where it comes first in others' text."""
    civil, war = _begins("civil_scene").search(text), _begins("war_scene").search(text)
    if civil and (own or not war or civil.start() < war.start()):
        return "civilian", civil
    return ("unknown", war) if war else None


_RULES: tuple[Callable[[_Case], Found | None], ...] = (
    _of_soldiers,
    _losses,
    _mixture,
    _attack,
    _arms,
    _both,
    _of_group,
    _armed,
    _soldiers,
    _police,
    _said_to_be,
    _civilians,
    _military_thing,
    _own_men,
    _civil_thing,
    _in_arms,
    _company,
    _of_civilians,
)
"""The order of trust; what none of them tells, the scene does."""


@cache
def _begins(name: str) -> re.Pattern[str]:
    """One of a list's beginnings of words."""
    words = sorted(table("status")[name], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)


def _either(name: str) -> str:
    """A list of whole words as a group of a regular expression."""
    return f"(?:{'|'.join(map(re.escape, table('status')['whole'][name]))})"


@cache
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_either(name)}\b")


@cache
def _list_behind() -> re.Pattern[str]:
    end = rf"\b{_either('ends_list')}\b"
    return re.compile(rf"[^.;]{{0,90}}?\b{_either('opens_list')}\b(?P<list>(?:(?!{end})[^.;])*)", re.IGNORECASE)


@cache
def _list_next() -> re.Pattern[str]:
    return re.compile(rf"^\W*{_either('opens_next')}\b(?P<list>.*)", re.IGNORECASE)


@cache
def _called() -> re.Pattern[str]:
    return re.compile(
        rf"[ ,]*(?:\w+ ){{0,4}}?{_either('said_to_be')}[ ](?P<what>(?:[\w-]+ ){{0,4}}[\w-]+)", re.IGNORECASE
    )
