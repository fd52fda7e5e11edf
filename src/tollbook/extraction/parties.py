"""Whose people or things are counted: the party of each measured quantity, and None where the text does not let a reader tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tollbook.claim import Reason
from tollbook.extraction.article import Article
from tollbook.extraction.measures import Measured
from tollbook.extraction.names import Party, parties
from tollbook.extraction.places import places
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DOERS = frozenset({"launched", "supplied", "deployed", "lost", "destroyed", "mobilised", "recruited", "killed_or_wounded"})
"""Measures whose grammatical subject is the party itself: it fired, gave, sent, lost."""
_DOING = frozenset({"launched", "supplied", "deployed", "mobilised", "recruited"})


@dataclass(frozen=True, slots=True)
class Whose:
    """The parties of one quantity (two for "Russia and Ukraine had each lost"; empty: nobody can tell)."""

    codes: tuple[str, ...]
    why: Reason


def whose(article: Article, items: Sequence[tuple[int, Measured]]) -> list[Whose]:
    """The party of each (sentence, measured quantity) of the article, in order."""
    home = _Home(article)
    out: list[Whose] = []
    for k, (i, m) in enumerate(items):
        out.append(_one(article, home, i, m, items, out, k))
    return out


def _one(article: Article, home: _Home, i: int, m: Measured, items: Sequence[tuple[int, Measured]], done: Sequence[Whose], k: int) -> Whose:
    doc = article.doc(i)
    named = parties(article.text(i))
    for rule in (_described, _of, _each, _holder, _doer, _possessor):
        found = rule(article, doc, i, m, named)
        if found:
            return found
    found = _company(items, done, k)
    if found:
        return found
    foe = _foe(article, i, m, doc)
    if foe:
        return foe
    return _resident(article, home, i, m, named)


def _reason(article: Article, i: int, rule: str, p: Party | None) -> Reason:
    base = article.sentences[i].start
    return Reason("party", rule, None if p is None else base + p.start, None if p is None else base + p.end)


def _inside(named: Sequence[Party], start: int, end: int) -> list[Party]:
    return [p for p in named if start <= p.start and p.end <= end]


def _span(doc: Doc, m: Measured) -> tuple[int, int]:
    """Characters of the counted phrase, from behind the number to behind its head."""
    last = (m.thing.head + 1 if m.thing.head is not None else m.thing.end) - 1
    last = max(last, m.last)
    return m.found.number_end, doc[last].idx + len(doc[last])


def _pick(article: Article, i: int, rule: str, found: Sequence[Party]) -> Whose | None:
    """One party: a group before its country; two countries that are joined count together and give nobody."""
    groups = [p for p in found if p.form == "group"]
    chosen = groups or list(found)
    codes = {p.code for p in chosen}
    if not codes:
        return None
    if len(codes) > 1:
        return Whose((), _reason(article, i, f"{rule}: several", None))
    return Whose((chosen[0].code,), _reason(article, i, rule, chosen[0]))


def _described(article: Article, doc: Doc, i: int, m: Measured, named: Sequence[Party]) -> Whose | None:
    """"Russian soldiers", "Ukrainians", "African Union peacekeepers": the phrase itself names them."""
    start, end = _span(doc, m)
    return _pick(article, i, "described", _inside(named, start, end))


def _of(article: Article, doc: Doc, i: int, m: Measured, named: Sequence[Party]) -> Whose | None:
    """"soldiers of the Russian army", "citizens from Sweden", "members of Hamas", "of whom … Ukrainians"."""
    head = m.thing.head
    if head is None:
        return None
    for c in doc[head].children:
        if c.dep_ == "prep" and c.lower_ in ("of", "from") and c.i > head:
            left, right = c.left_edge.idx, c.right_edge.idx + len(c.right_edge)
            stop = next((t.idx for t in doc[c.i + 1 : c.right_edge.i + 1] if t.dep_ in ("relcl", "acl", "advcl") or t.text in (",", ";")), right)
            found = [p for p in _inside(named, left, min(right, stop)) if c.lower_ == "of" or p.form != "seat"]
            if found:
                return _pick(article, i, "of", found)
        if c.dep_ in ("acl", "relcl") and m.thing.kind == "person" and c.lemma_.lower() in ("fight", "serve", "belong"):
            left, right = c.left_edge.idx, c.right_edge.idx + len(c.right_edge)
            inside = _inside(named, left, right)
            words = article.text(i)[left:right]
            for p in inside:
                lead = words[: p.start - left].rstrip().lower()
                if lead.endswith(("for", "with", "alongside", "in", "of", "to", "for the", "with the", "alongside the", "in the", "to the")):
                    return _pick(article, i, "fights for", [p])
        if c.dep_ == "appos":
            found = _inside(named, c.left_edge.idx, c.right_edge.idx + len(c.right_edge))
            if found and found[0].form in ("people", "group"):
                return _pick(article, i, "apposition", found[:1])
    return None


def _each(article: Article, doc: Doc, i: int, m: Measured, named: Sequence[Party]) -> Whose | None:
    """"Russia and Ukraine had each lost": one claim for each of them."""
    node = doc[m.first]
    for _ in range(8):
        subject = next((c for c in node.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.i < m.first:
            found = _inside(named, subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge))
            codes = tuple(dict.fromkeys(p.code for p in found))
            if len(codes) == 2 and "each" in {t.lower_ for t in doc[subject.i : m.first]}:
                return Whose(codes, _reason(article, i, "each", found[0]))
        if node.head is node:
            break
        node = node.head
    return None


def _governor(doc: Doc, m: Measured) -> Token:
    """The verb above the counted noun that has a subject of its own."""
    node = doc[m.thing.head] if m.thing.head is not None else doc[m.first]
    for _ in range(8):
        if node.pos_ in ("VERB", "AUX") and any(c.dep_ == "nsubj" for c in node.children):
            return node
        if node.head is node:
            break
        node = node.head
    return node


def _subject(verb: Token) -> Token | None:
    node = verb
    for _ in range(5):
        for c in node.children:
            if c.dep_ == "nsubj" and c.lower_ not in ("who", "which", "that", "it", "he", "she", "they"):
                return c
            if c.dep_ == "agent":
                return next((g for g in c.children if g.dep_ == "pobj"), None)
        if node.dep_ in ("xcomp", "conj", "advcl", "pcomp", "ccomp") and node.head is not node:
            if node.dep_ == "ccomp" and any(c.dep_ in ("nsubj", "nsubjpass") for c in node.children):
                return None
            node = node.head
            continue
        if node.dep_ in ("acl", "relcl") and node.head.pos_ in ("NOUN", "PROPN"):
            return node.head
        if node.dep_ in ("prep",) and node.head is not node:
            node = node.head
            continue
        return None
    return None


def _holder(article: Article, doc: Doc, i: int, m: Measured, named: Sequence[Party]) -> Whose | None:
    """"Russia has lost 24,000", "Russia has had 70,000 casualties", "Russian deaths at 15,000", "Ukraine's losses"."""
    t = m.trigger
    if t is None:
        return None
    if t.role in ("noun", "toll", "event"):
        word = doc[t.last if t.role == "toll" else t.head]
        for a, b in ((word.left_edge.idx, word.idx + len(word)), (word.idx, word.right_edge.idx + len(word.right_edge))):
            found = [p for p in _inside(named, a, b) if p.form != "seat"]
            if found:
                return _pick(article, i, "possessor", found[-1:] if a == word.left_edge.idx else found[:1])
    if m.measure in ("lost", "killed_or_wounded", "destroyed") and t.role in ("object", "noun"):
        lemma = doc[t.head].lemma_.lower()
        verb = doc[t.head]
        if t.role == "noun":
            verb = verb.head if verb.head.pos_ in ("VERB", "AUX") else verb
            lemma = verb.lemma_.lower()
        if lemma in ("lose", "suffer", "sustain", "have", "see", "take", "incur", "record"):
            subject = _subject(verb)
            if subject is not None:
                found = _inside(named, subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge))
                found = [p for p in found if p.start <= subject.idx + len(subject)]
                if found:
                    return _pick(article, i, "loser", found[-1:])
    return None


def _doer(article: Article, doc: Doc, i: int, m: Measured, named: Sequence[Party]) -> Whose | None:
    """Who fired, gave, sent or called up: the subject, or "by …"; who has a force of so many."""
    if m.measure not in _DOING:
        return None
    verb = doc[m.trigger.head] if m.trigger is not None and m.trigger.role == "object" else _governor(doc, m)
    subject = _subject(verb)
    if subject is None:
        return None
    found = _inside(named, subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge))
    before = [p for p in found if p.start <= subject.idx + len(subject)]
    return _pick(article, i, "doer", (before or found)[-1:])


def _possessor(article: Article, doc: Doc, i: int, m: Measured, named: Sequence[Party]) -> Whose | None:
    """"Ukraine's 36th brigade", "its soldiers": a possessive before the number."""
    first = doc[m.first]
    before = article.text(i)[: m.found.start].rstrip()
    for p in named:
        if p.end <= m.found.start and before[p.end :].strip() in ("'s", "'", "") and first.i > 0:
            return _pick(article, i, "possessor", [p])
    return None


def _company(items: Sequence[tuple[int, Measured]], done: Sequence[Whose], k: int) -> Whose | None:
    """An item of a list, "five others", "another 12", "15 wounded": the party of the figure beside it."""
    i, m = items[k]
    if k == 0:
        return None
    j, before = items[k - 1]
    near = j == i or j == i - 1
    if not near or not done[k - 1].codes:
        return None
    bare = m.thing.head is None or m.thing.group is None or m.thing.group == "plain"
    if j == i and before.measure == m.measure and m.rule == "company" and (m.thing.kind != "person" or bare):
        return Whose(done[k - 1].codes, Reason("party", "company"))
    if j == i and m.thing.kind in (None, "person") and m.thing.head is None and before.thing.kind == "person":
        return Whose(done[k - 1].codes, Reason("party", "company"))
    return None


def _foe(article: Article, i: int, m: Measured, doc: Doc) -> Whose | None:
    """Fighters that the phrase leaves unnamed: "his soldiers", "11 troops" after "attacked Burundi troops", "40 militants" of a
    group named before. Irregulars of whom no group is named belong to nobody."""
    if m.thing.kind != "person" or m.thing.head is None:
        return None
    head = doc[m.thing.head].lower_
    irregular = any(head.startswith(w) for w in table("status")["irregular"])
    if not irregular and m.thing.group != "military":
        return None
    text = article.text(i)
    paragraph = article.sentences[i].paragraph
    for j in range(i, max(-1, i - 4), -1):
        if article.sentences[j].paragraph < paragraph - 1:
            break
        passage = text[: m.found.start] if j == i else article.text(j)
        named = parties(passage)
        if irregular:
            groups = [p for p in named if p.form == "group" and p.code not in _BODIES]
            if groups:
                return _pick(article, j, "group named before", groups[-1:])
        else:
            armed = [p for p in named if _ARMED.match(passage[p.end :]) or p.form in ("force", "leader")]
            if armed:
                return _pick(article, j, "forces named before", armed[-1:])
    return Whose((), Reason("party", "unnamed fighters")) if irregular else None


_BODIES = frozenset({"United Nations", "NATO", "European Union", "African Union"})
_ARMED = re.compile(r"(?:'s)?[ ](?:[\w-]+[ ]){0,2}?(?:soldiers?|troops?|forces?|army|military|peacekeepers?|fighters?|servicemen|marines?|invaders?|commanders?|conscripts?)\b")


class _Home:
    """Where the article takes place: countries by how often its places name them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.counts: Counter[str] = Counter()
        for s in article.sentences:
            if s.furniture:
                continue
            weight = 3 if s.role == "title" else 1
            text = article.text(s.index)
            for _, _, code in places(text):
                self.counts[code] += 2 * weight
            for p in parties(text):
                if p.form in ("name", "people") and len(p.code) == 3:
                    self.counts[p.code] += weight

    def country(self) -> str | None:
        return self.counts.most_common(1)[0][0] if self.counts else None


def _resident(article: Article, home: _Home, i: int, m: Measured, named: Sequence[Party]) -> Whose:
    """People of whom no nation is said: the country where it happened."""
    if m.thing.kind not in ("person", None, "body") and m.thing.unit not in ("home", "building", "settlement", "school", "hospital", "family"):
        return Whose((), Reason("party", "unknown"))
    sentence = article.sentences[i]
    here = [c for _, _, c in places(article.text(i))]
    if here:
        return Whose((Counter(here).most_common(1)[0][0],), Reason("party", "place"))
    for j in range(i - 1, -1, -1):
        if article.sentences[j].paragraph != sentence.paragraph:
            break
        there = [c for _, _, c in places(article.text(j))]
        if there:
            return Whose((there[-1],), Reason("party", "place before"))
    country = home.country()
    return Whose((country,) if country else (), Reason("party", "country of the article"))
