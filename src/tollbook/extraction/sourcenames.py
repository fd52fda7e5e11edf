"""The words that name a source: how far a name reaches, whose figures they are, and its longest form in the passage."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tollbook.claim import Span
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INSIDE = frozenset({"det", "amod", "compound", "poss", "nummod", "quantmod", "case", "nmod", "predet", "npadvmod", "advmod", "appos", "punct"})
_TIES = frozenset({"of", "for", "in", "from", "at", "with", "near"})
_OWNERS = frozenset({"of", "from", "by"})
_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$|(?:january|february|march|april|may|june|july|august|september|october|november|december)$|\d", re.I)
_STOPS = frozenset(',;:()"[]\u2013')


@cache
def words(name: str) -> frozenset[str]:
    """A list of source nouns as a set."""
    return frozenset(table("sourcenouns")[name])


def phrase(head: Token) -> tuple[int, int]:
    """The tokens of the name that ``head`` is the head of, up to a comma: first, and one past the last."""
    return _left(head), _right(head)


def _left(head: Token) -> int:
    start = head.i
    for child in sorted(head.lefts, key=lambda t: -t.i):
        if child.dep_ not in _INSIDE or child.text in _STOPS or _DAY.search(child.text):
            break
        start = min(start, child.left_edge.i)
    for i in range(head.i - 1, start - 1, -1):
        if head.doc[i].text in _STOPS or _DAY.search(head.doc[i].text):
            return i + 1
    return _outlet_start(head.doc, start, head.i + 1)


def _outlet_start(doc: Doc, start: int, end: int) -> int:
    """Past a name run together with that of an outlet behind it, where a page lost its comma: "near Sanaa Reuters said"."""
    for first in range(start + 1, end):
        if doc[first:end].text.lower() in words("outlets") and doc[start].pos_ == "PROPN" and doc[start:end].text.lower() not in words("outlets"):
            return first
    return start


def _right(head: Token) -> int:
    end = head.i + 1
    moved = True
    while moved and end < len(head.doc):
        moved = False
        for child in head.rights:
            if child.i != end or child.text in _STOPS:
                continue
            if child.dep_ in ("case", "compound", "nummod", "flat", "nmod") or (child.dep_ == "appos" and child.text[0].isupper()):
                end = child.i + 1 if child.dep_ == "case" else _right(child)
                moved = True
            elif child.dep_ == "prep" and child.lower_ in _TIES:
                objects = [t for t in child.children if t.dep_ == "pobj"]
                if objects and not _DAY.search(objects[0].text) and objects[0].lower_ not in ("statement", "interview"):
                    end = _right(objects[0])
                    moved = True
            elif child.dep_ in ("cc", "conj") and child.lower_ in ("and", "or"):
                partner = [t for t in head.children if t.dep_ == "conj" and t.i > child.i]
                if partner and _left(partner[0]) == child.i + 1 and informs(partner[0]) and informs(head):
                    end = _right(partner[0])
                    moved = True
    return end


def owner(head: Token) -> Token | None:
    """Whose report, data or estimate ``head`` is, where the text says it after the noun or before it with 's."""
    for child in head.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _OWNERS:
            for inner in child.children:
                if inner.dep_ == "pobj" and (_names(inner) or child.lower_ != "of"):
                    return owned_by(inner)
        if child.dep_ == "poss" and child.pos_ != "PRON":
            return child
        if child.dep_ in ("acl", "relcl"):
            for agent in child.children:
                if agent.dep_ == "agent" or (agent.dep_ == "prep" and agent.lower_ in ("by", "from")):
                    for inner in agent.children:
                        if inner.dep_ == "pobj":
                            return inner
    return None


def owned_by(head: Token) -> Token:
    """``head``, or whoever stands behind it where it is a document with a named maker."""
    if head.lower_ in words("owned"):
        return owner(head) or _issuer(head) or head
    return head


def _issuer(document: Token) -> Token | None:
    """Who put the document out, where that is the sentence's verb: "the ministry released figures showing …"."""
    verb = document.head
    if document.dep_ == "pobj" and verb.lower_ in ("in", "for"):
        verb = verb.head
    elif document.dep_ != "dobj":
        return None
    if verb.lemma_.lower() not in table("speech")["words"]["issues"]:
        return None
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and informs(c)]
    return subjects[0] if subjects else None


def _names(token: Token) -> bool:
    return token.lower_ in words("speakers") or token.pos_ == "PROPN" or token.lower_ in words("outlets")


def informs(token: Token) -> bool:
    """Whether the word can be somebody or something that informs."""
    if token.lower_ in words("never") or token.lemma_.lower() in words("never"):
        return False
    if token.pos_ in ("PRON", "PROPN"):
        return True
    return token.lower_ in words("speakers") or token.lower_ in words("documents")


def is_outlet(name: str) -> bool:
    """Whether the name is that of a medium, which carries other people's words."""
    low = re.sub(r"^(?:the|a|an)\s+|'s$", "", name.lower())
    parts = re.findall(r"[\w/-]+", low)
    return low in words("outlets") or bool(parts and (parts[-1] in table("sourcenouns")["outlet_nouns"] or parts[0] in words("outlets")))


_PRONOUN = {"he": "person", "she": "person", "it": "body", "they": "any", "his": "person", "her": "person", "its": "body", "their": "any"}
_ROLES = re.compile(r"\b(?:man|woman|spokes\w+|officer|doctor|chief|head|minister|president|governor|mayor|commander|general|director|official|resident|witness|activist|leader|adviser|secretary|ambassador|source)$", re.I)


def kind(pronoun: str) -> str | None:
    """What a pronoun stands for (``person``, ``body``, ``any``); None: the word is no pronoun of the third person."""
    return _PRONOUN.get(pronoun.lower())


def fits(pronoun: str, name: str) -> bool:
    """Whether the pronoun can stand for somebody named so."""
    wanted = kind(pronoun)
    low = name.lower()
    head = re.split(r"\s(?:of|for|in|from|at|on|with|near)\s", low)[0]
    last = head.split()[-1] if head.split() else ""
    if low.split(" ")[0] in _PRONOUN or not last:
        return False
    if not name.split()[len(head.split()) - 1][0].isupper() and last not in words("speakers") and last not in words("documents") and last not in words("offices"):
        return False
    plural = last.endswith("s") and last in words("speakers") and last not in ("forces", "nations", "services")
    if wanted == "body":
        return not plural and not person(name)
    if wanted == "person":
        return not plural and not is_outlet(name) and last not in words("documents") and last not in _BODIES and low not in _places()
    return True


@cache
def _places() -> frozenset[str]:
    """Countries and capitals, which no "he" or "she" stands for."""
    countries = table("parties")["country"]
    return frozenset(n.lower() for c in countries for n in (*c.get("names", ()), *c.get("seats", ())))


_BODIES = frozenset(
    "ministry government authority council police military army navy command court group organisation organization agency committee commission "
    "department office embassy service observatory union nations institute center centre network parliament kremlin pentagon administration un".split()
)


def person(name: str) -> bool:
    """Whether the name looks like that of one human being: a role, or two or more capitalised words that are no body."""
    parts = name.split()
    if not parts:
        return False
    if parts[-1].lower() in _BODIES or is_outlet(name):
        return False
    if any(p.lower() in _BODIES for p in parts) and not _ROLES.search(name.split(" of ")[0]):
        return False
    return bool(_ROLES.search(name.split(" of ")[0])) or (len(parts) >= 2 and all(p[0].isupper() for p in parts[-2:]))


_DEFINITE = re.compile(r"(?:the|that|this|his|her|its|their)\s+(?:same\s+)?((?:[\w-]+\s+)?[\w-]+)$", re.I)


def longest(plain: str, name: Span, floor: int) -> Span:
    """The longest form of ``name`` between ``floor`` and its own place: a full name for a surname, the ministry's for "the ministry"."""
    short = plain[name.start : name.end]
    definite = _DEFINITE.match(short)
    if definite and definite.group(1).islower():
        pattern = (
            r"(?:\b(?:the|a|an)\s+)?(?:(?:[A-Z][\w.'-]*|" + "of|the|for|and" + r")\s+)*[A-Z][\w.'-]*\s+" + re.escape(definite.group(1)) + r"\b(?:\s+of(?:\s+the)?(?:\s+[A-Z][\w.'-]*)+)?"
            r"|(?:\b(?:the|a|an)\s+)?(?:[A-Z][\w.'-]*\s+)*" + re.escape(definite.group(1)) + r"(?:\s+(?:of|for)(?:\s+the)?(?:\s+[A-Z][\w.'-]*)+)"
        )
        return _best(plain, name, floor, re.compile(pattern, re.I if False else 0), definite.group(1).title(), short)
    last = short.split()[-1] if short.split() else ""
    if len(short.split()) <= 2 and last[:1].isupper() and len(last) > 2:
        pattern = r"(?:[A-Z][\w.'-]*\s+){1,4}(?:(?:al|el|bin|ibn|von|van|der|de|da|di)\s+)*(?:al-|el-|Al-|El-)?" + re.escape(last.removesuffix("'s")) + r"\b(?!-)"
        if len(short.split()) == 2:
            pattern = r"(?:[A-Z][\w.'-]*\s+){0,3}" + re.escape(short.split()[0]) + r"\s+(?:[A-Z][\w.'-]*\s+){0,3}" + re.escape(last) + r"\b(?!-)"
        return _best(plain, name, floor, re.compile(pattern), "", short)
    return name


def _best(plain: str, name: Span, floor: int, pattern: re.Pattern[str], titled: str, short: str) -> Span:
    best = name
    passage = plain[floor : name.start]
    for m in pattern.finditer(passage):
        if "\n" not in m.group() and len(m.group()) > best.end - best.start:
            best = Span(floor + m.start(), floor + m.end())
    if best == name and titled:
        capital = re.compile(r"(?:\b(?:the|The)\s+)?(?:[A-Z][\w.'-]*\s+)*(?:[A-Z][\w.'-]*'s\s+)?" + re.escape(titled) + r"\b(?:\s+(?:of|for)(?:\s+the)?(?:\s+[A-Z][\w.'-]*)+)?")
        for m in capital.finditer(passage):
            if "\n" not in m.group() and len(m.group()) > max(len(short), best.end - best.start):
                best = Span(floor + m.start(), floor + m.end())
    return best
