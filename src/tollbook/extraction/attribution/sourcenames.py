"""The words that name a source: how far a name reaches, whose figures they are, and its longest form in the passage."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tollbook.claim import Span
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INSIDE = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "quantmod", "case"}
    | {"nmod", "predet", "npadvmod", "advmod", "appos", "punct"}
)
_TIES = frozenset({"of", "for", "in", "from", "at", "with", "near"})
_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)$|\d",
    re.I,
)
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
        if child.dep_ not in _INSIDE or child.text in _STOPS or _is_counted(child):
            break
        start = min(start, child.left_edge.i)
    for i in range(head.i - 1, start - 1, -1):
        following = head.doc[i + 1].lower_
        named = following == "-" or following in words("outlet_nouns") or following in words("outlets")
        if head.doc[i].text in _STOPS or (_DAY.search(head.doc[i].text) and not named):
            return i + 1
    return _outlet_start(head.doc, start, head.i + 1)


def _is_counted(token: Token) -> bool:
    """Whether it is a noun with a number of its own, which a lost comma put before a name."""
    return token.tag_ == "NNS" and any(c.dep_ == "nummod" for c in token.children)


def _outlet_start(doc: Doc, start: int, end: int) -> int:
    """Past a name run together with that of an outlet, where a comma was lost: "near Sanaa Reuters said"."""
    if doc[start].pos_ != "PROPN" or doc[start:end].text.lower() in words("outlets"):
        return start
    apart = (i for i in range(start + 1, end) if doc[i - 1].text not in ("/", "-"))
    return next((i for i in apart if doc[i:end].text.lower() in words("outlets")), start)


def _right(head: Token) -> int:
    end = head.i + 1
    for child in head.rights:
        first = child.left_edge.i if child.dep_ == "appos" else child.i
        if first != end or child.text in _STOPS:
            break
        if child.dep_ == "case":
            end = child.i + 1
        elif child.dep_ in ("compound", "nummod", "nmod") or (child.dep_ == "appos" and child.text[0].isupper()):
            end = _right(child)
        elif child.dep_ == "prep" and (
            child.lower_ in _TIES or (child.lower_ == "to" and head.lower_ in words("offices"))
        ):
            end = _tied(child) or end
        elif child.dep_ == "cc" and child.lower_ in ("and", "or"):
            partner = [t for t in head.children if t.dep_ == "conj" and t.i > child.i]
            if partner and _left(partner[0]) == child.i + 1 and informs(partner[0]) and informs(head):
                return _right(partner[0])
    return end


def _tied(preposition: Token) -> int | None:
    """Where "of …", "in …" ends, if it belongs to the name and is no date."""
    objects = [t for t in preposition.children if t.dep_ == "pobj"]
    if not objects or _DAY.search(objects[0].text) or objects[0].lower_ in ("statement", "interview"):
        return None
    return _right(objects[0])


def owner(document: Token) -> Token | None:
    """Whose report, data or estimate it is, where the text says so behind the noun or before it with 's."""
    for child in document.children:
        if child.dep_ == "poss" and child.pos_ != "PRON":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("of", "from", "by"):
            for inner in child.children:
                if inner.dep_ == "pobj" and (child.lower_ != "of" or inner.pos_ == "PROPN" or informs(inner)):
                    return owned_by(inner)
        if child.dep_ in ("acl", "relcl"):
            for agent in child.children:
                if agent.dep_ in ("agent", "prep") and agent.lower_ in ("by", "from"):
                    return next((t for t in agent.children if t.dep_ == "pobj"), None)
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
    return next((c for c in verb.children if c.dep_ == "nsubj" and informs(c)), None)


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
    if not parts:
        return False
    return low in words("outlets") or parts[-1] in words("outlet_nouns") or parts[0] in words("outlets")


_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "she", "her"), "person"),
    **dict.fromkeys(("it", "its"), "body"),
    **dict.fromkeys(("they", "them", "their"), "any"),
}


def kind(word: str) -> str | None:
    """What a pronoun stands for (``person``, ``body``, ``any``); None: the word is no pronoun of the third person."""
    return _PRONOUNS.get(word.lower())


def fits(pronoun: str, name: str) -> bool:
    """Whether the pronoun can stand for somebody named so."""
    head = re.split(r"\s(?:of|for|in|from|at|on|with|near)\s", name)[0].split()
    if not head or kind(head[0]):
        return False
    last = head[-1].lower()
    role = last in words("offices")
    if not (head[-1][0].isupper() or role or last in words("speakers") or last in words("documents")):
        return False
    plural = last.endswith("s") and last in words("speakers") and last not in words("bodies")
    document = last in words("documents")
    body = last in words("bodies") or is_outlet(name) or is_place(name)
    match kind(pronoun):
        case "body":
            full = len(head) >= 2 and all(w[0].isupper() for w in head) and head[0] not in ("The", "A", "An")
            return not plural and not role and (body or document or not full or _has_body(head))
        case "person":
            return not plural and not body and not document
        case _:
            return True


def _has_body(head: list[str]) -> bool:
    return any(w.lower() in words("bodies") for w in head)


def is_place(name: str) -> bool:
    """Whether the name is that of a country or capital, which speaks for its government."""
    return name.lower() in _places()


@cache
def _places() -> frozenset[str]:
    """Countries and capitals, which no "he" or "she" stands for."""
    countries = table("parties")["country"]
    return frozenset(n.lower() for c in countries for n in (*c.get("names", ()), *c.get("seats", ())))


_CAPITAL = r"[A-Z][\w.'-]*"
_DEFINITE = re.compile(r"(?:the|that|this|his|her|its|their)\s+(?:same\s+)?((?:[\w-]+\s+)?[\w-]+)$", re.I)


def longest(plain: str, name: Span, floor: int) -> Span:
    """The longest form of ``name`` between ``floor`` and its own place.

    A full name for a surname; "the Defence Ministry of Chad" for "the ministry".
    """
    short = plain[name.start : name.end]
    definite = _DEFINITE.match(short)
    parts = short.split()
    if definite and definite.group(1).islower():
        pattern = _office(definite.group(1))
    elif parts and len(parts) <= 2 and parts[-1][0].isupper() and len(parts[-1]) > 2:
        pattern = _full_name(parts)
    else:
        return name
    best = name
    for m in pattern.finditer(plain, floor, name.start):
        within = m.start() + _sentence_end(m.group())
        found = m if within == m.end() else pattern.match(plain, m.start(), within)
        if found and len(found.group()) > best.end - best.start:
            best = Span(found.start(), found.end())
    return best


_STOP = re.compile(r"\n|(\w{2,})\.\s")


def _sentence_end(name: str) -> int:
    """Where a line or a sentence ends inside, or the whole length."""
    titles = table("abbreviations")["titles"]
    ends = (m.end() - 1 for m in _STOP.finditer(name) if m.group(1) is None or m.group(1).lower() not in titles)
    return next(ends, len(name))


def _office(noun: str) -> re.Pattern[str]:
    """A body's name by its noun, with what stands capitalised before it or after "of"."""
    either = f"(?:{re.escape(noun)}|{re.escape(noun.title())})"
    tail = rf"(?:\s+(?:of|for)(?:\s+the)?(?:\s+{_CAPITAL}){{1,4}}){{1,2}}"
    before = rf"(?:\b(?:the|The|a|an)\s+)?(?:{_CAPITAL}\s+(?:(?:{_CAPITAL}|of|the|for|and)\s+){{0,5}})?{_CAPITAL}\s+"
    return re.compile(rf"{before}{either}\b(?:{tail})?|(?:\b(?:the|The|a|an)\s+)?{either}{tail}")


def _full_name(parts: list[str]) -> re.Pattern[str]:
    last = re.escape(parts[-1].removesuffix("'s"))
    if len(parts) == 2:
        between = rf"(?:{_CAPITAL}\s+){{0,3}}"
        return re.compile(rf"\b{between}{re.escape(parts[0])}\s+{between}{last}\b(?!-)")
    particles = r"(?:(?:al|el|bin|ibn|von|van|der|de|da|di)\s+)*(?:al-|el-|Al-|El-)?"
    return re.compile(rf"\b(?:{_CAPITAL}\s+){{1,4}}{particles}{last}\b(?!-)")


def bare(name: str) -> str:
    """A name in lower case without its article."""
    return re.sub(r"^(?:the|a|an)\s+", "", name.lower())
