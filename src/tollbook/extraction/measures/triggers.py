"""Finds in a parsed sentence the words that say what happened to the counted (killed, losses, a toll of …)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from tollbook.extraction.measures.words import words
from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Role = Literal["object", "subject", "noun", "event", "adjective", "toll"]
_ROLES: tuple[Role, ...] = ("object", "subject", "noun", "event", "adjective", "toll")
_VERBS: tuple[Role, ...] = ("object", "subject")
_VERB_ENDINGS = ("d", "n", "g", "t", "k", "s", "e")
"""How verbs end that the model may take for a noun or an adjective: killed, slain, fighting, hit, struck, shells."""
_GAP = 10
"""How many words may stand inside a verb of several words ("took the four men hostage")."""
_NEAR, _FAR = 4, 10
"""How far behind a noun of number the word may stand that says of what: as an adjective, and in a relative clause."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens ``head`` to ``last`` of a sentence that speak of ``measure``; ``role`` is where the counted stands."""

    head: int
    last: int
    measure: str
    role: Role


def triggers(doc: Doc) -> list[Trigger]:
    """All triggers of the sentence, longest entry first at each word; a word may speak of several measures."""
    forms = [lemmas(t) for t in doc]
    out: list[Trigger] = []
    for i in range(len(doc)):
        for found in _beginning_at(doc, forms, i):
            if found not in out:
                out.append(found)
    return [*out, *_tolls(doc, out)]


@cache
def only(measure: str) -> frozenset[str]:
    """The kinds of things that ``measure`` may count; empty: any."""
    return frozenset(table("measures").get(measure, {}).get("only", ()))


def lemmas(token: Token) -> set[str]:
    """What ``token`` may be a form of, the model's lemma first in trust but not alone: headlines mislead it."""
    word = token.lower_
    found = {word, token.lemma_.lower(), table("irregular")["forms"].get(word, word)}
    for suffix in ("ed", "ing", "es", "s", "d"):
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            base = word[: -len(suffix)]
            found.add(base)
            if suffix in ("ed", "ing"):
                found |= _before_suffix(base)
    return found


def _before_suffix(base: str) -> set[str]:
    """The verbs that "-ed" or "-ing" may have changed: raz(e), stab(bed), bur(y)."""
    found = {base + "e"}
    if len(base) > 3 and base[-1] == base[-2]:
        found.add(base[:-1])
    if base.endswith("i"):
        found.add(base[:-1] + "y")
    return found


@cache
def _entries() -> dict[str, list[tuple[tuple[str, ...], str, Role]]]:
    """First word → (all words, measure, role)."""
    index: dict[str, list[tuple[tuple[str, ...], str, Role]]] = {}
    for measure, rows in table("measures").items():
        for role in _ROLES:
            for entry in rows.get(role, []):
                sequence = tuple(entry.split())
                index.setdefault(sequence[0], []).append((sequence, measure, role))
    for rows in index.values():
        rows.sort(key=lambda r: -len(r[0]))
    return index


def _beginning_at(doc: Doc, forms: list[set[str]], i: int) -> Iterator[Trigger]:
    """The triggers whose first word is the one at ``i``."""
    if _is_another_word(doc, i):
        return
    longest: dict[Role, int] = {}
    for form in sorted(forms[i]):
        for sequence, measure, role in _entries().get(form, ()):
            if role in _VERBS and not _may_be_verb(doc, i):
                continue
            last = _rest(doc, forms, i, sequence, contiguous=role not in _VERBS)
            if last is None or len(sequence) < longest.get(role, 0):
                continue
            longest[role] = len(sequence)
            yield Trigger(last if role == "toll" else i, last, measure, role)


def _is_another_word(doc: Doc, i: int) -> bool:
    """Whether the month of March stands here, or what a place "can hold"."""
    if i == 0:
        return False
    return doc[i].text == "March" or (doc[i].lower_ == "hold" and doc[i - 1].lower_ in words("ability_before"))


def _may_be_verb(doc: Doc, i: int) -> bool:
    """Whether the word can be a verb; the model takes many of a headline's for nouns: "Shells kill 3"."""
    token = doc[i]
    if token.tag_.startswith("V") or token.pos_ in ("VERB", "AUX"):
        return True
    if i > 0 and (doc[i - 1].tag_ in ("TO", "CD") or doc[i - 1].lower_ in table("numbers")["vague"]):
        return True
    if not token.lower_.endswith(_VERB_ENDINGS) or token.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV", "ADP"):
        return False
    return not (token.pos_ in ("NOUN", "PROPN") and _noun_use(doc, i))


def _noun_use(doc: Doc, i: int) -> bool:
    """Whether a word that could be a verb stands as a noun here: "the strike", "a hit"."""
    if i == 0:
        return False
    plural = doc[i].tag_ == "NNS" and not doc[i].lower_.endswith("ed")
    return plural or doc[i - 1].tag_ in ("DT", "PRP$", "POS", "JJ", "IN")


def _rest(doc: Doc, forms: list[set[str]], i: int, sequence: tuple[str, ...], *, contiguous: bool) -> int | None:
    """The last token of an entry that begins at ``i``; verbs may hold a few words between theirs."""
    at = i
    for word in sequence[1:]:
        if contiguous and sequence[0] == "number":
            at = _past_modifiers(doc, at)
        limit = at + 2 if contiguous else at + 1 + _GAP
        following = next((j for j in range(at + 1, min(limit, len(doc))) if word in forms[j]), None)
        if following is None or any(doc[k].lower_ in (",", ".", ";", "and") for k in range(at + 1, following)):
            return None
        at = following
    return at


def _past_modifiers(doc: Doc, at: int) -> int:
    """The last of the modifiers after ``at``, or ``at``: "the number of registered Sudanese refugees"."""
    while at + 1 < len(doc) and doc[at + 1].tag_ in ("JJ", "NNP", "PRP$", "DT"):
        at += 1
    return at


def _tolls(doc: Doc, marks: Sequence[Trigger]) -> Iterator[Trigger]:
    """The words that a noun of number holds a figure for: "the number of people who have died", "of injured monks"."""
    for i in range(len(doc) - 2):
        if doc[i].lower_ in words("number_nouns") and doc[i + 1].lower_ == "of":
            for t in marks:
                if _says_of_what(doc, i + 2, t):
                    yield Trigger(t.last, t.last, t.measure, "toll")


def _says_of_what(doc: Doc, start: int, t: Trigger) -> bool:
    """Whether ``t`` says what the "number of" before ``start`` counts, beside the noun or in its "who" clause."""
    between = doc[start : t.head]
    if any(x.pos_ in ("VERB", "ADP", "PUNCT") for x in between):
        return False
    if start <= t.head <= start + _NEAR and t.role in ("noun", "adjective", "object"):
        return True
    return start <= t.head <= start + _FAR and t.role in _VERBS and any(x.lower_ == "who" for x in between)
