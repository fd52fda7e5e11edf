"""Whose people or things are counted: the party of each measured quantity, and None where the text does not let a reader tell.

The rules are tried in order of trust: what the counted phrase says of itself, who lost, fired or sent, the company in a list, the
fighters named just before, and for people of whom no nation is said, the country where it happened.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tollbook.claim import Reason
from tollbook.extraction.article import Article
from tollbook.extraction.measures import Measured
from tollbook.extraction.names import BODIES, Party, parties
from tollbook.extraction.places import places
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DOING = frozenset({"launched", "supplied", "deployed", "mobilised", "recruited", "dismissed"})
"""Measures whose grammatical subject is the party itself: it fired, gave, sent, called up."""
_STATE = frozenset({"mobilised", "recruited", "dismissed", "refused", "deserted"})
"""Measures that a state or army takes of its own people."""
_LOSERS = frozenset(
    {"lose", "suffer", "sustain", "have", "see", "take", "incur", "record", "report", "acknowledge", "admit", "bury"}
)
_HELPERS = frozenset({"Red Cross", "Red Crescent"})
_FORCES = r"(?:soldiers?|troops?|forces?|army|military|peacekeepers?|fighters?|service ?men|marines?|invaders?|conscripts?|police(?:men)?|guards?|special|armou?red|tanks?|reservists?|generals?|colonels?|lieutenants?|officers?|commanders?|sailors?|pilots?|seamen)"
_ARMED = re.compile(rf"(?:'s)?[ ](?:[\w-]+[ ]){{0,2}}?{_FORCES}\b", re.IGNORECASE)
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|across|inside|around|throughout|on|hit|hits|struck|strikes|rocks?|rocked|over|(?:city|town|village|province|region|district|capital|port|outskirts|suburbs?|area|north|south|east|west|parts?|coast|islands?|area) of|off|southern|northern|eastern|western|central|from)[ ](?:the[ ])?(?:[\w-]+[ ]){0,3}?$",
    re.IGNORECASE,
)
_SCENE = re.compile(
    r"[ ](?:[\w-]+[ ])?(?:bombings?|attacks?|blasts?|explosions?|earthquakes?|quakes?|floods?|tsunami|battle|siege|massacre|fire|crash|strikes?|airstrikes?|province|region|city|town|airport|market|hospital|prison)\b",
    re.IGNORECASE,
)
_AIR = r"(?:airliners?|airlines?|boeing|airbus|(?:passenger )?planes?|passenger jets?|jetliners?|flight \w*\d+)"
_AIR_CRASH = re.compile(
    rf"\b{_AIR}\b.{{0,90}}\b(?:crash\w*|went down|disappear\w*|black box)|\b(?:crash\w*|black box)\b.{{0,60}}\b{_AIR}\b",
    re.IGNORECASE,
)
_PRONOUN = frozenset({"it", "he", "she", "they", "who", "which", "that", "we", "i"})


@dataclass(frozen=True, slots=True)
class Whose:
    """The parties of one quantity (two for "Russia and Ukraine had each lost"; empty: nobody can tell)."""

    codes: tuple[str, ...]
    why: Reason


@dataclass(frozen=True)
class _Case:
    """One quantity with all that the rules look at."""

    article: Article
    sentence: int
    measured: Measured
    doc: Doc
    text: str
    named: tuple[Party, ...]

    def reason(self, rule: str, p: Party | None = None, sentence: int | None = None) -> Reason:
        base = self.article.sentences[self.sentence if sentence is None else sentence].start
        return Reason("party", rule, None if p is None else base + p.start, None if p is None else base + p.end)

    def within(self, start: int, end: int) -> list[Party]:
        return [p for p in self.named if start <= p.start and p.end <= end]

    def named_people(self) -> bool:
        """Whether the counted phrase itself names a people."""
        m = self.measured
        return any(m.found.end <= p.start <= m.found.end + 20 and p.form == "people" for p in self.named)

    def pick(self, rule: str, found: Sequence[Party], sentence: int | None = None) -> Whose | None:
        """One party: a group before its country; two countries that are joined count together and give nobody."""
        found = [p for p in found if p.code not in _HELPERS]
        chosen = [p for p in found if p.form == "group"] or list(found)
        if not chosen:
            return None
        if len({p.code for p in chosen}) > 1:
            return Whose((), self.reason(f"{rule}: several"))
        return Whose((chosen[0].code,), self.reason(rule, chosen[0], sentence))


def whose(article: Article, items: Sequence[tuple[int, Measured]]) -> list[Whose]:
    """The party of each (sentence, measured quantity) of the article, in order."""
    scene = _Scene(article)
    out: list[Whose] = []
    for k, (i, m) in enumerate(items):
        text = article.text(i)
        case = _Case(article, i, m, article.doc(i), text, parties(text))
        out.append(_one(case, scene, items, out, k))
    return [_restated(items, out, k) for k in range(len(out))]


_WEAK = ("country of the article", "place before", "unknown", "main actor of the article")
_DEATHS = frozenset({"killed", "lost", "killed_or_wounded"})
_STRONG = ("described", "of", "loser", "possessor", "place", "owner", "apposition")


def _restated(items: Sequence[tuple[int, Measured]], done: Sequence[Whose], k: int) -> Whose:
    """A figure that says nothing of whose it is, where the same figure elsewhere does: "all four hostages", a headline."""
    if done[k].why.rule not in _WEAK:
        return done[k]
    i, m = items[k]
    if m.thing.kind in ("weapon", "munition", "thing") and not done[k].codes:
        for j in sorted(range(len(items)), key=lambda j: abs(j - k)):
            o = items[j][1]
            if items[j][0] == i and o.measure == m.measure and done[j].codes and o.thing.kind in ("weapon", "munition", "thing", "person"):
                return Whose(done[j].codes, Reason("party", "company"))
    for j in sorted(range(len(items)), key=lambda j: abs(j - k)):
        o = items[j][1]
        if (
            j != k
            and done[j].why.rule in _STRONG
            and (o.found.low, o.found.high, o.unit) == (m.found.low, m.found.high, m.unit)
            and (o.measure == m.measure or {o.measure, m.measure} <= _DEATHS)
        ):
            return Whose(done[j].codes, Reason("party", "restated"))
    return done[k]


def _one(case: _Case, scene: _Scene, items: Sequence[tuple[int, Measured]], done: Sequence[Whose], k: int) -> Whose:
    for rule in (_described, _of, _each, _holder, _losing):
        if found := rule(case):
            return found
    if found := _enemy(case, scene):
        return found
    if found := _doer(case, scene):
        return found
    if found := _owner(case):
        return found
    if found := _sited(case, scene):
        return found
    if found := _beaten(case, scene, _strikers(items, done, k)):
        return found
    if _irregular(case) and (found := _fighters(case, scene)):
        return found
    if found := _company(case, items, done, k):
        return found
    if found := _same_attacker(items, done, k):
        return found
    if found := _fighters(case, scene):
        return found
    if found := _state(case, scene):
        return found
    return _resident(case, scene)


def _span(case: _Case) -> tuple[int, int]:
    """Characters of the counted phrase, from behind the number to behind its head."""
    m = case.measured
    last = max(m.thing.head if m.thing.head is not None else m.thing.end - 1, m.last)
    return m.found.number_end, case.doc[last].idx + len(case.doc[last])


def _described(case: _Case) -> Whose | None:
    """ "Russian soldiers", "Ukrainians", "African Union peacekeepers": the phrase itself names them."""
    start, end = _span(case)
    found = case.within(start, end)
    if _UNNAMED.search(case.text[start:end]) and all(p.form != "group" for p in found):
        return None
    joined = [p for p in found if p.form == "people"] if len({p.code for p in found}) > 1 else found
    head = case.measured.thing.head
    if (
        len({p.code for p in joined}) > 1
        and head is not None
        and not re.search(r"\b(?:and|or)\b|,|/", case.text[joined[0].end : joined[-1].start])
    ):
        joined = joined[:1]
    return case.pick("described", joined or found)


def _of(case: _Case) -> Whose | None:
    """ "soldiers of the Russian army", "members of Hamas", "fighting alongside Ukrainian soldiers"."""
    head = case.measured.thing.head
    if head is None:
        return None
    text = case.text
    for c in case.doc[head].children:
        left, right = c.left_edge.idx, c.right_edge.idx + len(c.right_edge)
        if c.dep_ == "prep" and c.lower_ in ("of", "from") and c.i > head:
            stop = next(
                (
                    t.idx
                    for t in case.doc[c.i + 1 : c.right_edge.i + 1]
                    if t.dep_ in ("relcl", "acl", "advcl", "prep") or t.text in (",", ";")
                ),
                right,
            )
            found = [
                p for p in case.within(left, min(right, stop)) if c.lower_ == "of" or p.form in ("people", "group")
            ]
            if found:
                return case.pick("of", found)
        if c.dep_ in ("acl", "relcl") and case.measured.thing.kind == "person":
            fights = re.search(
                r"\b(?:fight|fought|serv|volunteer|enlist)\w*[ ](?:[\w-]+[ ]){0,2}?(?:for|with|alongside|in)[ ](?:the[ ])?",
                text[left:right],
            )
            if fights:
                found = [p for p in case.within(left + fights.end(), right) if p.start - left - fights.end() < 20]
                if found and not (
                    _LOCATIVE.search(text[left : found[0].start])
                    and found[0].form == "name"
                    and not fights.group().rstrip().endswith(("for", "with", "alongside"))
                ):
                    return case.pick("fights for", found[:1])
        if c.dep_ == "appos" and not any(g.lower_ in ("a", "an") or g.tag_ == "CD" for g in c.children):
            found = [p for p in case.within(left, right) if p.form in ("people", "group")]
            if found:
                return case.pick("apposition", found[:1])
    return None


def _each(case: _Case) -> Whose | None:
    """ "Russia and Ukraine had each lost": one claim for each of them."""
    m, doc = case.measured, case.doc
    node = doc[m.first]
    for _ in range(8):
        subject = next((c for c in node.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.i < m.first:
            found = case.within(subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge))
            codes = tuple(dict.fromkeys(p.code for p in found))
            if len(codes) == 2 and "each" in {t.lower_ for t in doc[subject.i : m.first]}:
                return Whose(codes, case.reason("each", found[0]))
        if node.head is node:
            break
        node = node.head
    if re.search(r"\b(?:both|all) (?:sides|parties)\b|\beither side\b", case.text) and m.thing.group in ("military", "plain", None):
        return Whose((), case.reason("both sides"))
    return None


def _subject(verb: Token) -> Token | None:
    """Who does what ``verb`` says, across "is said to have", "announced that it will", "after losing" and "by"."""
    node = verb
    for _ in range(6):
        near = [*node.children, *(g for c in node.children if c.dep_ == "aux" for g in c.children)]
        subject = next((c for c in near if c.dep_ == "nsubj" or (c.dep_ == "nsubjpass" and node is not verb)), None)
        if subject is not None and subject.lower_ not in _PRONOUN:
            return subject
        agent = next(
            (
                g
                for c in node.children
                if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by" and node is verb)
                for g in c.children
                if g.dep_ == "pobj"
            ),
            None,
        )
        if agent is not None:
            return agent
        if node.dep_ in ("acl", "relcl") and node.head.pos_ in ("NOUN", "PROPN"):
            return node.head
        if node.head is node or (
            subject is None and node.dep_ == "ccomp" and any(c.dep_ == "nsubjpass" for c in node.children)
        ):
            return subject
        if subject is not None and node.dep_ not in ("ccomp", "advcl", "conj"):
            return subject
        node = node.head
    return None


def _governor(case: _Case) -> Token:
    """The verb above the counted noun."""
    m = case.measured
    node = case.doc[m.thing.head] if m.thing.head is not None else case.doc[m.first]
    for _ in range(8):
        if node.pos_ in ("VERB", "AUX") or node.head is node:
            return node
        node = node.head
    return node


def _of_subject(case: _Case, subject: Token) -> list[Party]:
    """The parties a subject names: in front of its head, or in its "of"."""
    found = [
        p
        for p in case.within(subject.left_edge.idx, subject.idx + len(subject))
        if not re.search(r"\bby (?:the )?$", case.text[: p.start])
    ]
    if found:
        return found[-1:] if not any(c.dep_ == "conj" for c in subject.children) else found
    named = [p for c in subject.children if c.dep_ == "appos" for p in case.within(c.left_edge.idx, c.idx + len(c))]
    if named:
        return named[:1]
    for c in subject.children:
        if c.dep_ == "prep" and c.lower_ == "of":
            return case.within(c.idx, c.right_edge.idx + len(c.right_edge))[:1]
    return []


def _holder(case: _Case) -> Whose | None:
    """ "Russia has lost 24,000", "Russia has had 70,000 casualties", "Russian deaths at 15,000", "Ukraine's losses"."""
    m, doc, t = case.measured, case.doc, case.measured.trigger
    if t is None:
        return None
    word = doc[t.last if t.role == "toll" else t.head]
    if t.role in ("noun", "toll", "event"):
        found = [p for p in case.within(word.left_edge.idx, word.idx + len(word)) if p.form != "seat"]
        if found:
            return case.pick("possessor", found[-1:])
        for c in word.children:
            if (
                c.dep_ == "prep"
                and c.lower_ in ("of", "among", "for")
                and not c.left_edge.i <= m.first <= c.right_edge.i
            ):
                found = case.within(c.idx, c.right_edge.idx + len(c.right_edge))
                if found:
                    return case.pick("possessor", found[:1])
    if m.measure in ("lost", "killed_or_wounded", "destroyed", "killed", "wounded"):
        verb = word
        if t.role == "noun":
            verb = _governor(case)
        if verb.lemma_.lower() in _LOSERS and (
            m.measure in ("lost", "killed_or_wounded", "destroyed") or t.role == "noun"
        ):
            subject = _subject(verb)
            if subject is not None and subject.i < m.first:
                found = _of_subject(case, subject)
                if found:
                    return case.pick("loser", found)
    return None


def _losing(case: _Case) -> Whose | None:
    """ "Russian losses now stand at 111,170 dead", "put Ukrainian casualties at 100,000": the noun that the figure is for."""
    m, doc = case.measured, case.doc
    verb = _governor(case)
    for c in verb.children:
        if c.dep_ in ("nsubj", "nsubjpass", "dobj") and c.i < m.first and c.lemma_.lower() in ("loss", "casualty", "death", "toll", "fatality", "number", "dead"):
            found = [p for p in case.within(c.left_edge.idx, c.right_edge.idx + len(c.right_edge)) if p.form != "seat" and p.end <= m.found.start]
            if found:
                return case.pick("possessor", found[:1])
    return None


def _doer(case: _Case, scene: _Scene) -> Whose | None:
    """Who fired, gave, sent or called up: the subject, or "by …"; who has a force of so many."""
    m = case.measured
    if m.measure not in _DOING | {"evacuated"} and not (m.measure == "convicted" and m.thing.group == "military"):
        return None
    verb = case.doc[m.trigger.head] if m.trigger is not None and m.trigger.role == "object" else _governor(case)
    subject = _subject(verb)
    if subject is None or subject.i == m.thing.head:
        return None
    found = _of_subject(case, subject)
    if not found and subject.dep_ in ("dobj", "pobj", "attr") and (above := _subject(subject.head)) is not None:
        subject = above
        found = _of_subject(case, subject)
    if m.measure == "evacuated":
        return case.pick("doer", [p for p in found if p.form == "name"])
    if found:
        return case.pick("doer", found)
    first = subject.left_edge
    if first.lower_ in ("its", "their", "his") or subject.lower_ in _PRONOUN:
        earlier = [p for p in case.named if p.end <= first.idx]
        return case.pick("doer", earlier[-1:]) or scene.actor_before(case)
    if (
        m.measure == "launched"
        and {t.lower_ for t in subject.subtree} & {"regime", "warplane", "warplanes", "army", "government"}
        and (country := scene.country())
    ):
        return Whose((country,), case.reason("government of the country"))
    return None


def _enemy(case: _Case, scene: _Scene) -> Whose | None:
    """"147 occupiers", "the enemy's losses", "the enemy launched 11 strikes": the side that is not the speaker's."""
    m = case.measured
    start, end = _span(case)
    spots = [case.text[start:end]]
    t = m.trigger
    if t is not None:
        word = case.doc[t.last if t.role == "toll" else t.head]
        if t.role in ("noun", "toll", "event"):
            spots.append(case.text[word.left_edge.idx : word.idx])
        elif m.measure in _DOING | {"lost"} and (subject := _subject(word)) is not None:
            spots.append(case.text[subject.left_edge.idx : subject.idx + len(subject)])
    enemy = next((x for x in spots if _ENEMY.search(x)), None)
    ours = next((x for x in spots if _OUR.search(x)), None)
    if enemy is None and ours is None:
        return None
    voice = scene.voice(case)
    code = voice if enemy is None else scene.opponent(voice) if voice else None
    return Whose((code,), case.reason("enemy of the speaker" if enemy else "the speaker's own")) if code else None


def _strikers(items: Sequence[tuple[int, Measured]], done: Sequence[Whose], k: int) -> frozenset[str]:
    """Whose strikes the same sentence counts: "Two strikes destroyed three trucks"."""
    strikes = [j for j in range(k) if items[j][0] == items[k][0] and items[j][1].measure == "launched" and items[j][1].thing.kind == "attack"]
    return frozenset(c for j in strikes for c in done[j].codes)


def _beaten(case: _Case, scene: _Scene, strikers: frozenset[str]) -> Whose | None:
    """Arms that one side destroyed, shot down, hit or took, and fighters it killed: the other side's."""
    m = case.measured
    if m.rule == "part" or case.measured.found.kind == "article":
        return None
    arms = m.thing.kind in ("weapon", "munition") or (m.thing.kind == "thing" and m.unit not in _CIVIL_THINGS)
    fighters = m.thing.kind == "person" and m.thing.group == "military" and m.measure in ("killed", "wounded", "captured")
    if m.measure not in ("destroyed", "intercepted", "struck", "captured", "damaged", "killed", "wounded") or not (arms or fighters):
        return None
    victor = next((c for c in sorted(_culprits(case) | strikers) if scene.opponent(c)), None)
    if victor is None and m.measure == "intercepted":
        victor = scene.voice(case)
    code = scene.opponent(victor) if victor else None
    return Whose((code,), case.reason("opponent of whoever did it")) if code else None


def _owner(case: _Case) -> Whose | None:
    """ "Ukraine's 12 soldiers", "40 of Mali's troops", "his soldiers" where the owner stands in the sentence."""
    m = case.measured
    before = case.text[: m.found.start].rstrip()
    for p in case.named:
        if p.end <= m.found.start and before[p.end :].strip() in ("'s", "'", "'s at", "' at"):
            return case.pick("owner", [p])
    if re.search(r"\b(?:his|its|their)(?: own)?$", before) or {
        t.lower_ for t in case.doc[m.last + 1 : m.thing.start + 3]
    } & {"his", "its", "their"}:
        earlier = [
            p for p in case.named if p.end <= m.found.start and p.form in ("name", "leader", "group", "seat", "people")
        ]
        if earlier and m.thing.kind == "person":
            return case.pick("owner", earlier[:1])
    return None


def _sited(case: _Case, scene: _Scene) -> Whose | None:
    """ "22 in Haiti", "about 19 in Greece": the place follows the number."""
    m = case.measured
    if m.thing.kind not in (None, "person") or m.thing.group == "military":
        return None
    start, end = _span(case)
    for site in scene.sites(case.text):
        s, code = site.start, site.country
        if (
            site.sure
            and end <= s
            and re.fullmatch(r"[ ]*(?:others?|people|more)?[ ]*in[ ](?:the[ ])?(?:[\w-]+[ ]){0,2}", case.text[end:s])
        ):
            return Whose((code,), case.reason("place"))
    return None


def _company(case: _Case, items: Sequence[tuple[int, Measured]], done: Sequence[Whose], k: int) -> Whose | None:
    """An item of a list, a part of a total, "five others", "15 wounded": the party of the figure beside it."""
    i, m = items[k]
    if k == 0 or len(done[k - 1].codes) > 1 or m.rule == "gapped":
        return None
    j, before = items[k - 1]
    others = m.thing.head is None or case.doc[m.thing.head].lower_ in ("others", "more")
    if not done[k - 1].codes:
        unnamed = j == i and others and done[k - 1].why.rule == "unnamed fighters"
        return Whose((), Reason("party", "company")) if unnamed else None
    gap = m.first - max(before.thing.end, before.last + 1)
    plain = m.thing.head is None or m.thing.group in (None, "plain") or m.thing.group == before.thing.group
    same_kind = (
        m.thing.kind == before.thing.kind
        or None in (m.thing.kind, before.thing.kind)
        or {m.thing.kind, before.thing.kind} <= {"weapon", "munition", "thing"}
    )
    if (
        j == i
        and same_kind
        and before.measure == m.measure
        and (gap <= 6 or m.rule == "company")
        and (plain or before.thing.group != "military")
    ):
        return Whose(done[k - 1].codes, Reason("party", "company"))
    if (
        j == i
        and m.thing.kind in (None, "person")
        and others
        and before.thing.kind == "person"
        and before.measure in ("killed", "wounded", "missing", "captured", "detained")
        and m.measure in ("killed", "wounded", "missing", "captured")
    ):
        return Whose(done[k - 1].codes, Reason("party", "company"))
    if j == i and before.measure == m.measure and _PART.search(case.text[: m.found.start]):
        return Whose(done[k - 1].codes, Reason("party", "part of a total"))
    if m.rule == "among them" and m.thing.group != "military":
        return Whose(done[k - 1].codes, Reason("party", "among them"))
    return None


def _same_attacker(items: Sequence[tuple[int, Measured]], done: Sequence[Whose], k: int) -> Whose | None:
    """One strike after another of a bulletin: whoever made the one before."""
    i, m = items[k]
    if m.measure != "launched" or m.thing.kind != "attack" or k == 0:
        return None
    for j in range(k - 1, -1, -1):
        if items[j][1].measure == "launched" and items[j][1].thing.kind == "attack" and done[j].codes and i - items[j][0] <= 12:
            return Whose(done[j].codes, Reason("party", "attacker before"))
    return None


def _irregular(case: _Case) -> bool:
    """Whether the counted are fighters under no flag: militants, gunmen, rebels."""
    phrase = case.text[slice(*_span(case))].lower()
    return case.measured.thing.head is not None and any(w in phrase for w in table("status")["irregular"])


def _fighters(case: _Case, scene: _Scene) -> Whose | None:
    """Fighters that the phrase leaves unnamed: "11 troops" after "attacked Burundi troops", "40 militants" of a group named before.

    Irregulars of whom no group is named belong to nobody.
    """
    m = case.measured
    if m.thing.kind != "person" or m.thing.head is None:
        return None
    head = case.doc[m.thing.head].lower_
    irregular = _irregular(case)
    if not irregular and m.thing.group != "military":
        return None
    sentences = case.article.sentences
    paragraph = sentences[case.sentence].paragraph
    for j in range(case.sentence, max(-1, case.sentence - 4), -1):
        if sentences[j].paragraph < paragraph - 1:
            break
        passage = case.text[: m.found.start] if j == case.sentence else case.article.text(j)
        named = parties(passage)
        if irregular:
            groups = [p for p in named if p.form == "group" and p.code not in BODIES]
            if groups and not head.startswith("rebel"):
                return case.pick("group named before", groups[-1:], j)
            if groups and scene.group:
                return Whose((scene.group,), case.reason("the group of the article"))
        else:
            armed = [p for p in named if _ARMED.match(passage[p.end :]) or p.form in ("force", "leader")]
            if armed:
                return case.pick("forces named before", armed[-1:], j)
    if irregular:
        if scene.group:
            return Whose((scene.group,), case.reason("the group of the article"))
        return Whose((), case.reason("unnamed fighters"))
    return Whose((scene.army,), case.reason("army of the article")) if scene.army else None


def _state(case: _Case, scene: _Scene) -> Whose | None:
    """Who dismissed or called up, or whose men refused: the state named before, else the one the article is about."""
    if case.measured.measure not in _STATE:
        return None
    earlier = [p for p in case.named if p.end <= case.measured.found.start]
    if earlier:
        return case.pick("state named before", earlier[-1:])
    return scene.actor_before(case)


class _Scene:
    """Where the article takes place, and who acts in it."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def places(self) -> Counter[str]:
        """How often the article places something in a country, or names it or its people."""
        counts: Counter[str] = Counter()
        for s in self.article.sentences:
            if not s.furniture:
                weight = 3 if s.role == "title" else 1
                text = self.article.text(s.index)
                for site in sited(text):
                    counts[site.country] += weight * (2 if site.sure else 1)
                for p in parties(text):
                    if p.form in ("name", "people") and not (_ARMED.match(text[p.end :]) or _OFFICE.match(text[p.end :])):
                        counts[p.code] += weight
        return counts

    @cached_property
    def _actors(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for s in self.article.sentences:
            if not s.furniture:
                for p in parties(self.article.text(s.index)):
                    counts[p.code] += 3 if s.role == "title" else 1
        return counts

    @cached_property
    def army(self) -> str | None:
        """The one party whose soldiers the article speaks of, where it is plainly one."""
        counts: Counter[str] = Counter()
        for s in self.article.sentences:
            text = self.article.text(s.index)
            counts.update(p.code for p in parties(text) if _ARMED.match(text[p.end :]) or p.form == "leader")
        ranked = counts.most_common(2)
        if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]

    @cached_property
    def group(self) -> str | None:
        """The one armed group that the article speaks of, where it speaks of one only."""
        counts = Counter(p.code for s in self.article.sentences for p in parties(self.article.text(s.index)) if p.form == "group" and p.code not in BODIES)
        ranked = counts.most_common(2)
        return ranked[0][0] if ranked and ranked[0][1] >= 3 and (len(ranked) == 1 or ranked[0][1] >= 5 * ranked[1][1]) else None

    @cached_property
    def belligerents(self) -> tuple[str, ...]:
        """The two parties whose forces, attacks and leaders the article names most; fewer where it names fewer."""
        counts: Counter[str] = Counter()
        for s in self.article.sentences:
            text = self.article.text(s.index)
            for p in parties(text):
                if p.code in BODIES or p.form == "seat":
                    continue
                fights = p.form in ("force", "leader", "group") or _ARMED.match(text[p.end :]) or _ATTACKING.match(text[p.end :])
                counts[p.code] += 2 if fights else 0
                counts[p.code] += p.form in ("name", "people") and bool(counts[p.code])
        return tuple(code for code, n in counts.most_common(2) if n >= 2)

    def opponent(self, code: str) -> str | None:
        """The other of the two belligerents."""
        if len(self.belligerents) == 2 and code in self.belligerents:
            return next(c for c in self.belligerents if c != code)
        return None

    def voice(self, case: _Case) -> str | None:
        """Who speaks of "the enemy" or "our": the ministry, staff or army named in or before the sentence."""
        sentences = self.article.sentences
        for j in range(case.sentence, max(-1, case.sentence - 6), -1):
            text = self.article.text(j)
            speaking = [p.code for p in parties(text) if p.code in self.belligerents and _COMMAND.search(text[max(0, p.start - 40) : p.end + 40])]
            if speaking:
                return speaking[0]
        text = " ".join(self.article.text(s.index) for s in sentences)[:8000]
        spoken = Counter(p.code for p in parties(text) if p.code in self.belligerents and _COMMAND.search(text[max(0, p.start - 40) : p.end + 40]))
        return spoken.most_common(1)[0][0] if spoken else None

    @cached_property
    def attackers(self) -> frozenset[str]:
        """Whose strikes, shelling or invasion the article tells of."""
        counts: Counter[str] = Counter()
        for s in self.article.sentences:
            text = self.article.text(s.index)
            counts.update(
                p.code
                for p in parties(text)
                if p.form in ("people", "name", "leader") and _ATTACKING.match(text[p.end :])
            )
        return frozenset(code for code, _ in counts.most_common(1))

    @cached_property
    def air_crash(self) -> bool:
        """Whether the article is about a civil aircraft lost: those aboard may be of any nation."""
        lead = " ".join(self.article.text(s.index) for s in self.article.sentences[:3])
        return bool(_AIR_CRASH.search(f"{_title(self.article)} {lead}"))

    def sites(self, text: str) -> list[Site]:
        """The sites of a text, less small places that lie in a country of which the article says nothing else."""
        top = max(self.places.values(), default=0)
        return [x for x in sited(text) if x.state or self.places[x.country] > 3 or self.places[x.country] * 2 >= top]

    def country(self, but: frozenset[str] = frozenset()) -> str | None:
        """The country most of the article's places lie in."""
        ranked = self.places.most_common()
        if not ranked:
            return None
        return next((code for code, n in ranked if code not in but and n * 4 >= ranked[0][1]), ranked[0][0])

    def actor_before(self, case: _Case) -> Whose | None:
        """Whom "he", "it" or "the order" speaks of: the last leader or state named as acting, else the article's main actor."""
        sentences = self.article.sentences
        for j in range(case.sentence - 1, max(-1, case.sentence - 4), -1):
            if sentences[j].paragraph < sentences[case.sentence].paragraph - 2:
                break
            leaders = [p for p in parties(self.article.text(j)) if p.form == "leader"]
            if leaders:
                return case.pick("leader named before", leaders[-1:], j)
        main = [x for x in self._actors.most_common() if x[0] not in BODIES][:1]
        return Whose((main[0][0],), case.reason("main actor of the article")) if main else None


@dataclass(frozen=True, slots=True)
class Site:
    """A place at ``start`` of a text; ``sure``: a preposition of place says so; ``state``: the name is the country's own."""

    start: int
    country: str
    sure: bool
    state: bool


def sited(text: str) -> list[Site]:
    """Where a text says that things happen."""
    out = []
    peoples = {p.start: p for p in parties(text)}
    for start, end, code in places(text):
        locative = bool(_LOCATIVE.search(text[max(0, start - 40) : start]))
        named = peoples.get(start)
        whole_country = named is not None and named.form in ("name", "seat")
        if _SCENE.match(text[end : end + 30]):
            locative = True
        if whole_country and not locative:
            continue
        if (
            re.match(
                r"'s?[ ]|[ ](?:says?|said|told|announced|claims?|claimed|accused?|has|had|will)\b", text[end : end + 10]
            )
            and not locative
        ):
            continue
        out.append(Site(start, code, locative, whole_country))
    return out


_DONE_BY = re.compile(
    r"\b(?:attack|strike|raid|shell|bomb|fire|carried out|launched|conducted|kill|committed|perpetrat)\w*\b[^.;,]{0,24}?\bby (?:the )?(?:[\w-]+ ){0,2}?"
)
_WAR_TOLL = re.compile(
    r"\b(?:conflict|war|insurgency|uprising|fighting)\b[^.;,]{0,40}?\b(?:killed|claimed|cost|left|forced)\b|\bsince (?:the )?(?:[\w-]+ ){0,3}?(?:conflict|war|insurgency|uprising|fighting)\b",
    re.IGNORECASE,
)
_CRASH = re.compile(r"\b(?:plane|air|helicopter|jet|airliner) crash", re.IGNORECASE)
_ATTACKERS = re.compile(r"\b(?:including|among them|of whom)\b[^.;]*\b(?:bombers?|attackers?|gunmen|assailants?)\b", re.IGNORECASE)
_UNNAMED = re.compile(r"\b(?:rebels?|militants?|insurgents?|terrorists?|jihadists?|gunm[ae]n|extremists?|islamists?)\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:including|among them|of whom|of them|of which)[ ,]+(?:[a-z]+[ ]){0,3}$", re.IGNORECASE)
_ORIGIN = re.compile(r"\b(?:from|fle\w+|left|leaving|escap\w+|of|out of)[ ](?:the[ ])?(?:[\w-]+[ ]){0,2}$", re.IGNORECASE)
_DESTINATION = re.compile(r"\b(?:in?to|towards?|reach\w*|neighbou?ring|for)[ ](?:the[ ])?(?:[\w-]+[ ])?$", re.IGNORECASE)
_COMMAND = re.compile(
    r"\b(?:general staff|ministry|armed forces|air force|army|command(?:er)?|military|spokes\w+|forces|defenders|navy|our)\b", re.IGNORECASE
)
_OFFICE = re.compile(
    r"(?:'s)?[ ](?:[\w-]+[ ]){0,2}?(?:ministry|ministers?|officials?|president|prime|foreign|defen[cs]e|embassy|ambassador|spokes\w+|diplomats?|news|media|newspaper|daily|intelligence|aid|aircraft|jets?)\b",
    re.IGNORECASE,
)
_ENEMY = re.compile(r"\b(?:the )?(?:enemy|occupiers?|invaders?|aggressors?|adversary|foe)(?:'s)?\b", re.IGNORECASE)
_OUR = re.compile(r"\bour\b|\bdefenders\b", re.IGNORECASE)
_ATTACKING = re.compile(
    r"(?:'s)?[ ](?:[\w-]+[ ]){0,2}?(?:missiles?|strikes?|air ?strikes?|attacks?|shelling|bombardment|bombs?|bombing|rockets?|drones?|invasion|offensive|raids?|artillery|warplanes?|jets)\b",
    re.IGNORECASE,
)


def _culprits(case: _Case) -> frozenset[str]:
    """Who is said to have done it: whoever harms is not the harmed."""
    t = case.measured.trigger
    if t is None or t.role == "toll":
        return frozenset()
    word = case.doc[t.head]
    found: list[Party] = []
    if t.role == "object":
        subject = _subject(word)
        if subject is not None and subject.i != case.measured.thing.head:
            found += case.within(subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge))
    for c in word.children:
        if c.lower_ == "by":
            found += case.within(c.idx, c.right_edge.idx + len(c.right_edge))[:1]
    for m in _DONE_BY.finditer(case.text):
        found += [p for p in case.named if 0 <= p.start - m.end() <= 12][:1]
    return frozenset(p.code for p in found if p.form != "seat" and not _SCENE.match(case.text[p.end : p.end + 30]))


_SUFFERED = frozenset(
    {
        "killed",
        "wounded",
        "missing",
        "displaced",
        "evacuated",
        "trapped",
        "hospitalised",
        "affected",
        "rescued",
        "captured",
        "recovered",
        "damaged",
        "destroyed",
    }
)
_CIVIL_THINGS = frozenset(
    {
        "home",
        "building",
        "settlement",
        "school",
        "hospital",
        "family",
        "house",
        "household",
        "shop",
        "village",
        "hotel",
        "church",
        "mosque",
        "bridge",
        "railway_station",
        "power_station",
    }
)


def _resident(case: _Case, scene: _Scene) -> Whose:
    """People of whom no nation is said: the country where it happened, but not that of whoever did it."""
    m = case.measured
    if m.thing.kind in ("weapon", "munition", "attack") or (m.thing.kind == "thing" and m.unit not in _CIVIL_THINGS):
        if m.unit == "vehicle" and (country := scene.country()):
            return Whose((country,), case.reason("country of the article"))
        return Whose((), case.reason("unknown"))
    paragraph = case.article.sentences[case.sentence].paragraph
    if (
        m.thing.group in ("plain", None, "civilian")
        and (scene.air_crash or re.match(r"[^.,;]{0,30}\b(?:aboard|on board)\b", case.text[m.found.number_end :]))
        and m.measure not in ("detained", "deployed")
    ):
        return Whose((), case.reason("aboard"))
    plain = m.thing.group in ("plain", None) and m.thing.kind in ("person", None)
    if plain and m.measure in ("killed", "wounded"):
        rest = case.text[m.found.end :]
        if _CRASH.search(case.text) or _ATTACKERS.search(rest) or (_WAR_TOLL.search(case.text) and not case.named_people()):
            return Whose((), case.reason("several nations"))
    if re.match(r"[^.,;]{0,30}\b(?:foreign\w*|expatriates?|westerners?)\b", case.text[m.found.number_end :], re.IGNORECASE):
        return Whose((), case.reason("foreigners"))
    if plain and m.measure == "released" and re.search(r"\b(?:exchang|swap)", case.text):
        return Whose((), case.reason("both sides"))
    culprits = _culprits(case)
    if len({p.code for p in _listed(case)}) > 1:
        return Whose((), case.reason("several nations"))
    moved = m.measure in ("displaced", "evacuated", "released")
    abroad = m.measure == "displaced" and re.search(r"\b(?:refugees?|asylum|border|crossed)\b", case.text)
    hosts = frozenset(x.country for x in scene.sites(case.text) if x.sure and not _ORIGIN.search(case.text[max(0, x.start - 24) : x.start])) if abroad else frozenset()
    if abroad and (code := scene.country(hosts)) and code not in hosts:
        return Whose((code,), case.reason("country fled from"))
    here = [
        (site.start, site.country)
        for site in scene.sites(case.text)
        if ((site.sure and not site.state) or site.country not in culprits)
        and not (moved and _DESTINATION.search(case.text[max(0, site.start - 30) : site.start]))
    ]
    for (a, one), (b, other) in zip(here, here[1:], strict=False):
        if one != other and re.fullmatch(r"[\w' ]{0,24}?(?: and |, )(?:in |neighbou?ring |northern |southern |eastern |western )*", case.text[a:b]) and a > m.found.start:
            return Whose((), case.reason("several countries"))
    if here:
        at = m.found.number
        stop = next((case.text.find(x, at) for x in (";",) if case.text.find(x, at) > 0), len(case.text))
        after = [c for s, c in here if at < s < stop]
        before = [c for s, c in here if s < at]
        return Whose(((after or before[::-1])[0],), case.reason("place"))
    for j in range(case.sentence - 1, -1, -1):
        if case.article.sentences[j].paragraph != paragraph:
            break
        there = [x.country for x in scene.sites(case.article.text(j)) if x.country not in culprits]
        if there:
            return Whose((there[-1],), case.reason("place before"))
    country = scene.country(
        culprits | (scene.attackers if m.measure in _SUFFERED and m.thing.group != "military" else frozenset())
    )
    return Whose((country,) if country else (), case.reason("country of the article"))


def _listed(case: _Case) -> list[Party]:
    """Nations and groups that the sentence lists as making up the number."""
    rest = case.text[case.measured.found.end :]
    listed = re.match(r"[^.;]{0,60}?\b(?:including|included|include|among them|of whom)\b(?P<list>[^.;]*)", rest)
    if not listed or re.search(r"\d", listed.group("list")):
        return []
    at = case.measured.found.end + listed.start("list")
    return [p for p in case.named if p.start >= at and p.form in ("people", "group", "name")]


def _title(article: Article) -> str:
    return article.document.title or (article.text(0) if article.sentences else "")
