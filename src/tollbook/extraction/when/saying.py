"""Whether a date is the day of a deed or the day that somebody spoke of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tollbook.extraction.when.timex import Timex
from tollbook.extraction.when.tree import SUBJECTS, path, root_of, tokens_at
from tollbook.extraction.when.words import pattern, tells_deed, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BEFORE, AFTER = 6, 7
"""How many words before and after a date can make it one of saying, in a sentence that was not parsed."""


def dates_speech(doc: Doc, x: Timex, measure: str | None = None) -> bool:
    """Whether ``x`` hangs on a verb of speech, on a report, or on what came of the deed ("charged on Friday").

    Offsets are in the sentence. ``measure`` is that of the figure to be dated: a sentence passed on Friday is a deed
    where convictions are counted.
    """
    if x.role not in ("point", "window"):
        return False
    stretch = tokens_at(doc, x.start, x.end)
    for t in path(root_of(stretch))[1:]:
        lemma = t.lemma_.lower()
        if t.pos_ in ("VERB", "AUX"):
            if (
                measure is not None
                and measure not in words("aftermath", "measures")
                and lemma in words("aftermath", "verbs")
            ):
                return True
            if is_counting(t):
                return True
            if any(c.dep_ == "dobj" and c.lemma_.lower() in words("speech", "claimed") for c in t.children):
                return False
            return lemma in words("speech", "verbs") and not _does(t) and not _stands_before(doc, stretch, t)
        if t.pos_ == "NOUN" and lemma in words("speech", "nouns"):
            return True
    return False


def is_recount(doc: Doc, x: Timex) -> bool:
    """Whether ``x`` is the day that a figure rose or was raised."""
    verb = next((t for t in path(root_of(tokens_at(doc, x.start, x.end)))[1:] if t.pos_ == "VERB"), None)
    return verb is not None and is_counting(verb)


def is_counting(verb: Token) -> bool:
    """Whether the verb only says that a figure grew ("the toll rose", "raised its count to")."""
    for role, verbs in ((SUBJECTS, words("speech", "counting")), (("dobj",), words("speech", "recounting"))):
        if verb.lemma_.lower() in verbs:
            return any(c.dep_ in role and c.lemma_.lower() in words("planned", "figures") for c in verb.children)
    return False


def _does(verb: Token) -> bool:
    """Whether a verb that can say is a deed here: "put 40 to death", "admitted 200 patients"."""
    if verb.lemma_.lower() == "put":
        return not any(c.dep_ == "prep" and c.lower_ == "at" for c in verb.children)
    given = {c.dep_ for c in verb.children}
    return verb.lemma_.lower() == "admit" and "ccomp" not in given and bool(given & {"dobj", "nsubjpass"})


def _stands_before(doc: Doc, stretch: list[Token], verb: Token) -> bool:
    """Whether a deed or a comma parts the date from a later verb of speech ("hit on Friday, he said")."""
    if stretch[0].i <= 1 or verb.i <= stretch[-1].i + 1:
        return False
    return any(t.text == "," for t in doc[stretch[-1].i : verb.i]) or tells_deed(doc[: stretch[0].i].text)


@cache
def _spoke() -> re.Pattern[str]:
    """Verbs of speech and aftermath in the past: in other forms they are too often nouns ("state", "post")."""
    stems = (
        v[:-1] + "i" if v.endswith("y") else v.removesuffix("e")
        for v in words("speech", "verbs") | words("aftermath", "verbs")
    )
    return re.compile(rf"\b(?:say|says|said|told|spoke|wrote|heard|puts?|(?:{'|'.join(sorted(stems))})ed)\b", re.I)


def seems_speech(sentence: str, x: Timex) -> bool:
    """The same by the words around ``x`` (offsets in the sentence), for a sentence that was not parsed."""
    before = " ".join(sentence[: x.start].split(",")[-1].split()[-BEFORE:])
    after = " ".join(sentence[x.end :].split()[:AFTER])
    if _spoke().match(after) and not pattern("event", "deeds").match(after):
        return True
    told = list(_spoke().finditer(before))
    if told and not tells_deed(before[told[-1].end() :]):
        return True
    tells = _spoke().search(after)
    if tells is None or tells_deed(sentence[: x.start]):
        return False
    return not tells_deed(after[: tells.start()]) and "," not in after[1 : tells.start()]
