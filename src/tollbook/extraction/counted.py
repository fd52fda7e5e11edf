"""What a number counts: the noun phrase after it, its head, and the unit and kind that the head stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Kind = Literal["person", "thing", "munition", "weapon", "body", "attack", "none"]
Group = Literal["military", "police", "civilian", "plain"]
Entry = tuple[str, Kind, Group | None]
"""What a noun stands for: the unit, the kind of thing, and for people the group."""

_PERSON: Entry = ("person", "person", None)
_TROOPS: Entry = ("person", "person", "military")
_MODIFIER_TAGS = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "POS", "HYPH", "AFX", "CD", "FW", "ADD", "GW"}
)
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "FW", "GW"})
_PLURAL_TAGS = ("NNS", "NNPS")
_DESIGNATION = re.compile(r"(?=[\w-]*\d)(?=[\w-]*[a-z])(([a-z]*)-?\d+)[\w-]*", re.IGNORECASE)
"""The name of a type of weapon, with its bases: "Su-34s" (su-34, su), "T-72B3" (t-72, t)."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Tokens ``start`` to ``end`` (exclusive) after a number; ``head`` is the counted noun (None: it stands alone)."""

    start: int
    end: int
    head: int | None
    unit: str | None
    kind: Kind | None
    group: Group | None
    partitive: bool = False


def counted(doc: Doc, after: int, limit: int) -> Counted:
    """The phrase that follows a number: tokens from ``after`` up to ``limit`` (the next number, or the end)."""
    i = after
    sized = i + 1 < len(doc) and doc[i].text == "-" and doc[i + 1].lower_ in _words("sizes")
    if sized:
        i += 2
    partitive = i < limit and doc[i].lower_ == "of"
    if partitive:
        i += 1
        if i < limit and doc[i].lower_ in _words("pronouns"):
            i += 1
    begin = _begin(doc, i, limit, partitive=partitive)
    seen = _phrase(doc, begin, limit)
    head = _head(doc, begin, seen)
    if head is None:
        return Counted(i, begin, None, "person" if sized else None, "person" if sized else None, None, partitive)
    entry = _entry(doc, begin, head, whole=not partitive)
    if sized:
        return Counted(i, head + 1, head, "person", "person", entry[2] if entry else None, partitive)
    carried = _carried(doc, begin, head, limit, start=i, partitive=partitive)
    if carried is not None:
        return carried
    unit, kind, group = entry or (None, None, None)
    return Counted(i, head + 1, head, unit, kind, group, partitive)


def _begin(doc: Doc, i: int, limit: int, *, partitive: bool) -> int:
    """Where the noun's own words begin, behind "more", "other", "of the"."""
    while (
        i < limit
        and doc[i].lower_ != "others"
        and (
            doc[i].lower_ in _words("leading")
            or (doc[i].tag_ in ("DT", "PDT", "PRP$") and (partitive or doc[i - 1].lower_ in ("all", "of", "both")))
        )
    ):
        i += 1
    return i


def _phrase(doc: Doc, i: int, limit: int) -> list[int]:
    """The tokens of the noun phrase that begins at ``i``, ages left out ("two 12-year-old boys")."""
    seen: list[int] = []
    while i < limit:
        t = doc[i]
        following = [x.lower_ for x in doc[i + 1 : i + 5]]
        if t.tag_ == "CD" and following in (["-", "year", "-", "old"], ["-", "month", "-", "old"]):
            i += 5
            continue
        people = t.lower_ in _words("people") and t.tag_ not in ("VBN", "VBD", "JJ")
        if not people and not _continues(doc, i, seen, limit):
            break
        seen.append(i)
        i += 1
    return seen


def _head(doc: Doc, begin: int, seen: list[int]) -> int | None:
    """The counted noun: the last one that the tables know, else the last noun, else a nation's adjective."""
    nouns = [k for k in seen if doc[k].tag_ in _NOUN_TAGS]
    standing = [
        k
        for k in seen
        if k in nouns or doc[k].lower_ in ("others", *_words("adjectives")) or _DESIGNATION.fullmatch(doc[k].text)
    ]
    known = next((k for k in reversed(standing) if noun(doc, begin, k)), None)
    if known is not None:
        return known
    if nouns:
        return nouns[-1]
    return next((k for k in reversed(seen) if _is_people(doc[k])), None)


def _carried(doc: Doc, begin: int, head: int, limit: int, *, start: int, partitive: bool) -> Counted | None:
    """The counted thing where the noun only carries it: "cases of detention", "bodies of soldiers", "units of X"."""
    carrier = singular(doc[head].text)
    if carrier not in _words("carriers") or head + 1 >= limit or doc[head + 1].lower_ != "of":
        return None
    inner = counted(doc, head + 1, limit)
    if inner.head is None:
        return None
    entry = noun(doc, begin, head)
    if entry is not None and entry[1] == "person" and carrier == "member":
        return Counted(start, inner.end, head, "person", "person", inner.group, True)
    if entry is not None and entry[1] == "body":
        return Counted(start, inner.end, head, "body", "body", inner.group, partitive)
    words = " ".join([carrier, *(t.lower_ for t in doc[head + 1 : inner.head]), singular(doc[inner.head].text)])
    whole = _nouns().get(_flat(words))
    if whole is not None:
        return Counted(start, inner.end, inner.head, *whole, True)
    return Counted(start, inner.end, inner.head, inner.unit, inner.kind, inner.group, True)


def _entry(doc: Doc, begin: int, head: int, *, whole: bool) -> Entry | None:
    """What the head stands for; ``whole`` False: the number counts some "of" it, so that it does not size a force."""
    word = doc[head].lower_
    if word == "forces" and head > begin and doc[head - 1].lower_ in _words("forces"):
        return _TROOPS
    if word in _words("sized") and whole:
        return _TROOPS
    entry = noun(doc, begin, head)
    if entry is not None:
        return entry
    if word == "military":
        return _TROOPS
    return _PERSON if word in _words("adjectives") or _is_people(doc[head]) else None


def _continues(doc: Doc, i: int, seen: list[int], limit: int) -> bool:
    """Whether token ``i`` still belongs to the phrase whose tokens so far are ``seen``."""
    t = doc[i]
    following = doc[i + 1] if i + 1 < limit else None
    have_noun = any(doc[k].tag_ in _NOUN_TAGS for k in seen)
    if t.text in ("-", "/"):
        return (
            bool(seen)
            and following is not None
            and (following.is_alpha or bool(_DESIGNATION.fullmatch(following.text)))
        )
    if t.text in ('"', "'"):
        return not have_noun
    if seen and doc[i - 1].text == "-" and (t.is_alpha or _DESIGNATION.fullmatch(t.text)):
        return True
    if t.is_alpha and following is not None and following.text == "-" and not have_noun:
        return True
    if t.tag_ in ("VBN", "VBG", "VBD"):
        modified = following is not None and following.tag_ in _MODIFIER_TAGS and following.tag_ != "VBN"
        return not have_noun and modified and t.dep_ != "ROOT"
    if t.tag_ == "RB":
        return not have_noun and following is not None and following.tag_ in ("JJ", "VBN")
    if t.tag_ == "CC" or t.text == ",":
        joinable = ("JJ", "VBN") if t.text == "," else ("JJ", "VBN", "NNP", "NN", "NNS")
        return bool(seen) and not have_noun and following is not None and following.tag_ in joinable
    if t.tag_ in ("JJ", "JJR", "JJS"):
        return not have_noun or _before_noun(doc, i, seen, following)
    if t.tag_ == "POS":
        return bool(seen)
    if t.tag_ == "CD":
        return not have_noun or _types(doc, i, seen)
    if t.lower_ in _words("times") or (t.tag_ in _NOUN_TAGS and _is_over(doc, seen, i)):
        return False
    return t.tag_ in _MODIFIER_TAGS


def _before_noun(doc: Doc, i: int, seen: list[int], following: Token | None) -> bool:
    """Whether an adjective inside a phrase ("anti-aircraft guided missiles") leads to a noun of its own."""
    if any(doc[k].tag_ in _PLURAL_TAGS for k in seen) or following is None or following.tag_ not in ("NNS", "NN"):
        return False
    longer = noun(doc, seen[0], i + 1)
    return not noun(doc, seen[0], seen[-1]) or (longer is not None and longer != noun(doc, i + 1, i + 1))


def _types(doc: Doc, i: int, seen: list[int]) -> bool:
    """Whether a number inside a phrase belongs to the name of a type: "Challenger 2", "Leopard 2A6 tanks"."""
    return bool(_DESIGNATION.fullmatch(doc[i].text)) or noun(doc, seen[0], i) is not None


def _is_over(doc: Doc, seen: list[int], i: int) -> bool:
    """Whether the phrase has ended, so that noun ``i`` begins one of its own: "12 soldiers Wagner had hired"."""
    if not seen or doc[seen[-1]].tag_ not in _PLURAL_TAGS:
        return False
    last = doc[seen[-1]].lower_
    if last in _words("compounding") or noun(doc, seen[0], i) != noun(doc, i, i):
        return False
    before = noun(doc, seen[0], seen[-1])
    return last in _words("closing") or (before is not None and before[1] in ("person", "body"))


def noun(doc: Doc, start: int, head: int) -> Entry | None:
    """The entry of the longest noun that ends at token ``head`` and begins at or after ``start``."""
    nouns = _nouns()
    forms = _forms(doc[head].text)
    for first in range(max(start, head - 4), head + 1):
        lead = " ".join(t.lower_ for t in doc[first:head])
        for form in forms:
            entry = nouns.get(_flat(f"{lead} {form}"))
            if entry:
                return entry
    return None


def _forms(word: str) -> list[str]:
    """What a noun may stand as in the tables: its singular, itself, and the base of a type's name."""
    forms = [singular(word), word.lower()]
    if m := _DESIGNATION.fullmatch(word):
        forms += [m.group(1).lower(), m.group(2).lower()]
    if "." in word:
        forms.append(singular(word.replace(".", "")))
    return forms


def singular(word: str) -> str:
    """The singular of an English noun, by the table of irregular ones, else by its ending."""
    word = word.lower()
    if word in _plurals():
        return _plurals()[word]
    for ending, one in (("women", "woman"), ("men", "man"), ("people", "person"), ("children", "child")):
        if word.endswith(ending):
            return word[: -len(ending)] + one
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def _nouns() -> dict[str, Entry]:
    """A noun (singular, spaces between words) → what it stands for."""
    units = table("units")
    nouns: dict[str, Entry] = {}
    for unit, words in units["thing"].items():
        nouns.update((_flat(w), (unit, _kind(unit), None)) for w in words)
    for unit, words in units["group_noun"].items():
        kind: Kind = "person" if unit in _words("people_units") else "thing"
        nouns.update((_flat(w), (unit, kind, None)) for w in words)
    groups: tuple[Group, ...] = ("plain", "civilian", "police", "military")
    for group in groups:
        nouns.update((_flat(w), ("person", "person", group)) for w in units["person"][group])
    nouns.update((_flat(w), ("none", "none", None)) for w in units["not_counted"])
    return nouns


def _kind(unit: str) -> Kind:
    if unit == "body":
        return "body"
    if unit == "attack":
        return "attack"
    if unit in _words("munitions"):
        return "munition"
    return "weapon" if unit in _words("weapons") else "thing"


def _flat(words: str) -> str:
    return re.sub(r"[\s-]+", " ", words.lower()).strip()


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("counting")[name])


@cache
def _plurals() -> dict[str, str]:
    return {k.lower(): v.lower() for k, v in table("units")["plural"].items()}


@cache
def _demonyms() -> frozenset[str]:
    parties = table("parties")
    return frozenset(p.lower() for c in parties["country"] + parties["group"] for p in c.get("people", ()))


def _is_people(token: Token) -> bool:
    """Whether a word is the name of people: a nation or group in the plural, "a Canadian"."""
    return token.lower_ in _demonyms()
