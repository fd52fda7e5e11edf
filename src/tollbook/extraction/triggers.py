"""Finds in a parsed sentence the words that say what happened to the counted (killed, losses, a toll of …)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from tollbook.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Role = Literal["object", "subject", "noun", "event", "adjective", "toll"]
_ROLES: tuple[Role, ...] = ("object", "subject", "noun", "event", "adjective", "toll")
_GAP = 10
"""How many words may stand inside a verb of several words ("took the four men hostage")."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens ``head`` to ``last`` of a sentence that speak of ``measure``; ``role`` is where the counted stands."""

    head: int
    last: int
    measure: str
    role: Role


_NUMBER_NOUNS = frozenset({"number", "numbers", "amount", "count", "total", "tally", "figure", "toll", "estimate"})


@cache
def _entries() -> dict[str, list[tuple[tuple[str, ...], str, Role]]]:
    """First word → (all words, measure, role)."""
    index: dict[str, list[tuple[tuple[str, ...], str, Role]]] = {}
    for measure, rows in table("measures").items():
        for role in _ROLES:
            for entry in rows.get(role, []):
                words = tuple(entry.split())
                index.setdefault(words[0], []).append((words, measure, role))
    for rows in index.values():
        rows.sort(key=lambda r: -len(r[0]))
    return index


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
                found.add(base + "e")
                if len(base) > 3 and base[-1] == base[-2]:
                    found.add(base[:-1])
                if base.endswith("i"):
                    found.add(base[:-1] + "y")
    return found


def triggers(doc: Doc) -> list[Trigger]:
    """All triggers of the sentence, longest entry first at each word; a word may speak of several measures."""
    forms = [lemmas(t) for t in doc]
    out: list[Trigger] = []
    for i in range(len(doc)):
        for found in _at(doc, forms, i):
            if found not in out:
                out.append(found)
    out.extend(_tolls(doc, out))
    return out


def _tolls(doc: Doc, marks: list[Trigger]) -> Iterator[Trigger]:
    """"the number of injured demonstrators", "the number of people who have died": a noun of number holds a figure for its "of"."""
    for i in range(len(doc) - 2):
        if doc[i].lower_ not in _NUMBER_NOUNS or doc[i + 1].lower_ != "of":
            continue
        for t in marks:
            near = i + 2 <= t.head <= i + 6 and t.role in ("noun", "adjective", "object")
            clause = i + 2 <= t.head <= i + 12 and t.role in ("subject", "object") and any(x.lower_ == "who" for x in doc[i + 2 : t.head])
            between = [x for x in doc[i + 2 : t.head] if x.pos_ in ("VERB", "ADP", "PUNCT")]
            if (near and not between) or (clause and not between):
                yield Trigger(t.last, t.last, t.measure, "toll")


def _at(doc: Doc, forms: list[set[str]], i: int) -> Iterator[Trigger]:
    if doc[i].text == "March" and i:
        return
    if doc[i].lower_ == "hold" and i and doc[i - 1].lower_ in ("can", "could"):
        return
    entries = _entries()
    verb_like = doc[i].tag_.startswith("V") or doc[i].pos_ in ("VERB", "AUX") or (i > 0 and (doc[i - 1].tag_ in ("TO", "CD") or doc[i - 1].lower_ in table("numbers")["vague"]))
    participle = doc[i].lower_.endswith(("ed", "en", "ing", "t", "n", "k", "g", "s", "e", "d"))
    longest: dict[str, int] = {}
    for form in sorted(forms[i]):
        for words, measure, role in entries.get(form, ()):
            if (
                role in ("object", "subject")
                and not verb_like
                and not (participle and doc[i].pos_ in ("ADJ", "NOUN", "PROPN", "ADV", "ADP"))
            ):
                continue
            if (
                role in ("object", "subject")
                and not verb_like
                and doc[i].pos_ in ("NOUN", "PROPN")
                and _noun_use(doc, i)
            ):
                continue
            last = _rest(doc, forms, i, words, contiguous=role in ("noun", "event", "toll", "adjective"))
            if last is None:
                continue
            if len(words) < longest.get(role, 0):
                continue
            longest[role] = max(longest.get(role, 0), len(words))
            head = last if role == "toll" else i
            yield Trigger(head, last, measure, role)


def _noun_use(doc: Doc, i: int) -> bool:
    """Whether a word that could be a verb stands as a noun here ("the strike", "a hit")."""
    return i > 0 and (
        doc[i - 1].tag_ in ("DT", "PRP$", "POS", "JJ", "IN")
        or doc[i].tag_ in ("NNS",)
        and not doc[i].lower_.endswith("ed")
    )


def _rest(doc: Doc, forms: list[set[str]], i: int, words: tuple[str, ...], *, contiguous: bool) -> int | None:
    """The last token of an entry that begins at ``i``; verbs may hold a few words between theirs."""
    at = i
    for word in words[1:]:
        limit = at + 2 if contiguous else min(len(doc), at + 1 + _GAP)
        while (
            contiguous
            and at + 1 < len(doc)
            and words[0] == "number"
            and doc[at + 1].tag_ in ("JJ", "NNP", "PRP$", "DT")
        ):
            at += 1
            limit += 1
        nxt = next((j for j in range(at + 1, min(limit, len(doc))) if word in forms[j]), None)
        if nxt is None:
            return None
        if any(doc[k].lower_ in (",", ".", ";", "and") for k in range(at + 1, nxt)) and not contiguous:
            return None
        at = nxt
    return at
