"""The word is beside the number, or is the counted noun itself: "300 dead", "five of the injured", "12 refugees"."""

from __future__ import annotations

from tollbook.extraction.measures.fits import fits
from tollbook.extraction.measures.phrases import Measured, Parsed
from tollbook.extraction.measures.triggers import Trigger, only
from tollbook.extraction.measures.words import measures, words


def of_those(s: Parsed, m: Measured) -> Trigger | None:
    """Some of people of whom it is said already: "five of the injured", "288 of those hanged"."""
    i = m.last + 1
    if i + 2 >= len(s.doc) or s.doc[i].lower_ != "of" or s.doc[i + 1].lower_ not in words("those"):
        return None
    roles = ("noun", "adjective", "object")
    return next((t for t in s.marks if t.head == i + 2 and t.role in roles and "person" in only(t.measure)), None)


def touching(s: Parsed, m: Measured) -> Trigger | None:
    """The number touches the word itself: "several dozen wounded", "300 dead"."""
    if m.thing.head is not None:
        return None
    here = (t for t in s.marks if t.head == m.last + 1 and t.role in ("adjective", "noun"))
    return next((t for t in here if t.measure in measures("touching")), None)


def bodies(s: Parsed, m: Measured) -> Trigger | None:
    """What was found are the bodies: "the bodies of 410 civilians"."""
    i = m.begin - 1
    while i > 0 and s.doc[i].lower_ in words("before_bodies"):
        i -= 1
    if i < 1 or s.doc[i].lower_ != "of" or s.doc[i - 1].lower_ not in words("bodies"):
        return None
    return next((t for t in s.marks if t.head == i - 1 and t.role == "event" and t.measure == "recovered"), None)


def counted_word(s: Parsed, m: Measured) -> Trigger | None:
    """The counted word says it, and no verb overrules it: "12 deaths", "more than 70,000 casualties", "22 injured"."""
    here = (t for t in s.marks if _is_counted(t, m) and t.measure in measures("counted_words"))
    t = next(here, None)
    return t if t is not None and (t.measure != "lost" or m.thing.kind is None) else None


def own(s: Parsed, m: Measured) -> Trigger | None:
    """The counted noun says it by itself: "12 refugees", "two hostages", "eight bodies", "two explosions"."""
    return next((t for t in s.marks if _is_counted(t, m) and fits(t.measure, m)), None)


def _is_counted(t: Trigger, m: Measured) -> bool:
    return t.role == "noun" and m.thing.head is not None and t.head <= m.thing.head <= t.last
