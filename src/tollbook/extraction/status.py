"""Soldiers or civilians: the status of the counted, from their own words first and from what happened to them second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tollbook.claim import Reason, Status
from tollbook.extraction.article import Article
from tollbook.extraction.measures import Measured
from tollbook.extraction.names import bodies, parties
from tollbook.lexicon import table

Found = tuple[Status, Reason]

_HARM = frozenset({"killed", "wounded", "killed_or_wounded", "missing", "hospitalised", "captured", "detained"})
_LIST = re.compile(
    r"[^.;]{0,90}?\b(?:including|included|among them|of whom|of which|of them|both)\b(?P<list>(?:(?!\b(?:when|after|as|by|in|during|who|that|said|were|was|while)\b)[^.;])*)", re.IGNORECASE
)
_NEXT_LIST = re.compile(
    r"^\W*(?:among (?:them|the dead|the victims|those killed)|they include|the (?:dead|victims) includ|of (?:them|those|these))\b(?P<list>.*)",
    re.IGNORECASE,
)
_SAID_TO_BE = re.compile(
    r"[ ,]*(?:\w+ ){0,4}?(?:described as|said to be|believed to be|thought to be|identified as|suspected of being)[ ](?P<what>(?:[\w-]+ ){0,4}[\w-]+)",
    re.IGNORECASE,
)


@cache
def _words(name: str) -> re.Pattern[str]:
    words = sorted(table("status")[name], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)


def statuses(article: Article, items: Sequence[tuple[int, Measured]]) -> list[Found]:
    """The status of each (sentence, measured quantity), in order."""
    out: list[Found] = []
    for k, (i, m) in enumerate(items):
        found = (
            _by_measure(m, "military")
            or _mixture(article, i, m)
            or _own(article, i, m)
            or _company(article, items, out, k)
        )
        out.append(found or _by_measure(m, "civilian") or _by_scene(article, i, m))
    mixed = {
        (m.found.low, m.found.high, m.measure)
        for (_, m), (status, _) in zip(items, out, strict=True)
        if status == "mixed"
    }
    return [
        ("mixed", Reason("status", "restated"))
        if (m.found.low, m.found.high, m.measure) in mixed
        and m.thing.group in ("plain", None)
        and m.thing.kind in ("person", None)
        else found
        for (_, m), found in zip(items, out, strict=True)
    ]


def _phrase(article: Article, i: int, m: Measured) -> str:
    doc = article.doc(i)
    end = max(m.thing.end, (m.thing.head or 0) + 1, m.last + 1)
    return article.text(i)[m.found.number_end : doc[end - 1].idx + len(doc[end - 1])]


def _own(article: Article, i: int, m: Measured) -> Found | None:
    """What the counted phrase itself says."""
    phrase = _phrase(article, i, m)
    base = article.sentences[i].start + m.found.number_end
    civil, armed = _words("civilian").search(phrase), _words("military").search(phrase)
    text, doc = article.text(i), article.doc(i)
    if m.thing.kind == "attack":
        return ("unknown" if _words("blast").search(phrase) else "military"), Reason("status", "attack")
    if m.thing.kind in ("weapon", "munition") and not civil and m.unit not in ("vehicle", "ship"):
        return "military", Reason("status", "arms")
    if m.thing.head is not None and m.thing.kind == "person":
        both = [
            x for x in doc[m.thing.head].children if x.dep_ == "conj" and not any(c.tag_ == "CD" for c in x.children)
        ]
        words = " ".join(x.text for x in [doc[m.thing.head], *both])
        if both and _words("civilian").search(words) and _words("military").search(words):
            return "mixed", Reason("status", "both", base, base + len(phrase))
    start = m.found.number_end
    if any(p.form == "group" and p.code not in bodies() and start <= p.start <= start + len(phrase) for p in parties(text)):
        return "military", Reason("status", "members of an armed group", base, base + len(phrase))
    if armed and not (civil and m.thing.group in ("civilian", "plain")):
        return "military", Reason("status", "words", base + armed.start(), base + armed.end())
    if m.thing.group == "military":
        doubtful = _words("doubtful").search(phrase)
        return ("unknown" if doubtful else "military"), Reason("status", "noun")
    if m.thing.group == "police":
        fight = _words("fighting").search(text)
        return ("military" if fight and m.measure in _HARM else "civilian"), Reason("status", "police")
    said = _SAID_TO_BE.match(text[base - article.sentences[i].start + len(phrase) :])
    if said and _words("military").search(said.group("what")):
        return "military", Reason("status", "said to be")
    if civil or m.thing.group == "civilian":
        return "civilian", Reason("status", "words" if civil else "noun")
    if m.unit in table("status")["military_things"]:
        return "military", Reason("status", "thing")
    if m.thing.kind == "person" and re.search(r"\b(?:own|of (?:his|its|their)) men\b", text[m.found.start : m.found.end + 30]):
        return "military", Reason("status", "own men")
    if m.thing.unit in table("status")["civil_things"]:
        return "civilian", Reason("status", "thing")
    if m.measure in ("captured", "surrendered") and re.search(
        r"\b(?:while fighting|fighting (?:for|with|alongside|as part)|army|armed forces)\b", text
    ):
        return "military", Reason("status", "captured in arms")
    return None


def _losses(article: Article, i: int, m: Measured) -> Found | None:
    """"Russian losses at 74", "Ukrainian casualties": what a belligerent loses are its soldiers, unless civilians are named."""
    t = m.trigger
    if t is None or m.thing.kind not in ("person", None):
        return None
    doc = article.doc(i)
    word = doc[t.last if t.role == "toll" else t.head]
    text = article.text(i)
    if word.lemma_.lower() not in ("loss", "casualty"):
        earlier = [x for x in doc[: m.first] if x.lemma_.lower() in ("loss", "casualty") and x.dep_ in ("nsubj", "nsubjpass", "dobj")]
        word = earlier[-1] if earlier else word
    if word.lemma_.lower() not in ("loss", "casualty") or _words("civilian").search(text[word.left_edge.idx : word.idx]):
        return None
    owned = any(p.end <= word.idx and p.end >= word.left_edge.idx for p in parties(text))
    return ("military", Reason("status", "losses")) if owned else None


def _mixture(article: Article, i: int, m: Measured) -> Found | None:
    """A total of people whose parts, or whose "including …", are soldiers and civilians."""
    if m.thing.kind not in ("person", None) or m.thing.group not in ("plain", None):
        return None
    listed = _LIST.match(article.text(i)[m.found.end :])
    if listed is None and i + 1 < len(article.sentences):
        listed = _NEXT_LIST.match(article.text(i + 1))
    if listed is None:
        return None
    words = listed.group("list")
    if (
        _words("military").search(words)
        or re.search(r"\b(?:bombers?|attackers?|gunmen)\b", words)
        or re.search(r"^[^.]*\d[\d,]* civilians\b", words)
    ):
        return "mixed", Reason("status", "parts")
    if re.search(r"\b(?:child|children|women|girls|boys|civilians?)\b", words) and (m.found.high or 0) < 500:
        return "civilian", Reason("status", "parts")
    return None


def _company(article: Article, items: Sequence[tuple[int, Measured]], done: Sequence[Found], k: int) -> Found | None:
    """ "five others", "another 12", "15 wounded": like the figure just before."""
    i, m = items[k]
    if not k or m.thing.kind not in (None, "person") or items[k - 1][0] != i:
        return None
    before = items[k - 1][1]
    bare = m.thing.head is None or m.thing.group in ("plain", None)
    alike = before.measure == m.measure or {before.measure, m.measure} <= _HARM
    if (
        bare
        and alike
        and before.thing.kind in ("person", None)
        and done[k - 1][0] in ("military", "civilian", "unknown")
    ):
        return done[k - 1][0], Reason("status", "company")
    return None


def _by_measure(m: Measured, status: Status) -> Found | None:
    """What happens to one kind of people only: soldiers are called up, civilians flee."""
    if m.measure in table("status")["by_measure"][status] and m.thing.kind in ("person", None):
        return status, Reason("status", "measure")
    return None


def _by_scene(article: Article, i: int, m: Measured) -> Found:
    """Plain people: civilians in a disaster, in homes and markets; in fighting nobody can tell."""
    if m.thing.kind not in ("person", None, "body"):
        return "unknown", Reason("status", "unknown")
    paragraph = article.sentences[i].paragraph
    title = article.document.title or article.text(0)
    near = " ".join(article.text(s.index) for s in article.sentences if abs(s.paragraph - paragraph) <= 0)[:2000]
    base = article.sentences[i].start
    for own, scope in ((True, article.text(i)), (False, title), (False, near)):
        civil = _words("civil_scene").search(scope)
        war = _words("war_scene").search(scope)
        found = civil if civil and (own or not war or civil.start() < war.start()) else war
        if found:
            span = (base + found.start(), base + found.end()) if own else (None, None)
            return ("civilian" if found is civil else "unknown"), Reason("status", "scene", *span)
    return "civilian", Reason("status", "people")
