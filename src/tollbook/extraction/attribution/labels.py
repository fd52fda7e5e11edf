"""Sources that a line sets before or behind its statement without a clause: "Officials: 20 dead", "20 dead – UN"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tollbook.claim import Span
from tollbook.extraction.attribution.cue import Cue, forms, said
from tollbook.extraction.attribution.sourcenames import words
from tollbook.lexicon import table

_NAME = r"(?:[\w.'&/-]+ ){0,6}[\w.'&/-]+"
_BEFORE_COLON = re.compile(rf"({_NAME}) ?: (?=\S)")
_AFTER_DASH = re.compile(rf"(?:\s[-\u2013]\s?|: )({_NAME})[.]?$")
_CAPITALS = re.compile(
    r"(?:[\d-]+ )?(?:[a-z]+: )?((?:[A-Z][\w-]* ){0,3}[A-Z][\w-]*) ([A-Z][a-z]+s) (?=[A-Z])(?!Lives|Victims)"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}")


def labels(text: str, headline: bool) -> Iterator[Cue]:
    """The labels of one line; a headline's also where its punctuation was lost ("20 dead in the east Officials")."""
    reach = Span(0, len(text))
    m = _BEFORE_COLON.match(text)
    if m and (_is_source(m.group(1)) or (text[m.end()] in "\"'" and m.group(1).istitle())):
        yield Cue("label", Span(m.start(1), m.end(1)), Span(m.end(1), m.end(1) + 1), reach, True)
    m = _CAPITALS.match(text)
    if m and m.group(2).lower() in forms("say") and not {w.lower() for w in m.group(1).split()} & words("never"):
        yield Cue("label", Span(m.start(1), m.end(1)), Span(m.start(2), m.end(2)), reach, True)
    elif headline:
        yield from _headline(text, reach)


def _headline(text: str, reach: Span) -> Iterator[Cue]:
    m = _AFTER_DASH.search(text)
    if m and (_is_source(m.group(1)) or _ACRONYM.fullmatch(m.group(1))):
        yield Cue("label", Span(m.start(1), m.end(1)), Span(m.start(), m.start(1)), reach, False)
        return
    m = _closing().search(text)
    if m and not {m.group(1).lower()} & said("no_label_after"):
        place = Span(m.start(2), m.end(2))
        yield Cue("label", place, place, reach, False)
        return
    lower = sum(w[0].islower() for w in text.split())
    if lower * 2 < len(text.split()) - 2:
        return
    first, last = _bare()
    m = first.match(text) or last.search(text)
    if m:
        place = Span(m.start(1), m.end(1))
        yield Cue("label", place, place, reach, m.start(1) == 0)


@cache
def _closing() -> re.Pattern[str]:
    """A label that closes a line which lost its colon or dash."""
    labels = sorted(table("sourcenouns")["closing_labels"], key=len, reverse=True)
    return re.compile(rf"(\w+) ({'|'.join(labels)})$")


@cache
def _bare() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Labels without colon or dash, in a line whose other words are not capitalised."""
    label = "(" + "|".join(w.capitalize() for w in table("sourcenouns")["labels"]) + ")"
    first = re.compile(rf"{label} (?=\d|at least |dozens |hundreds |scores )")
    return first, re.compile(rf"(?<=[a-z\d] ){label}$|(?<=[A-Z][a-z] ){label}$")


def _is_source(name: str) -> bool:
    low = name.lower()
    last = low.split()[-1].removesuffix("'s")
    if any(w in forms(verbs) for w in low.split() for verbs in ("say", "record", "show", "quote", "set")):
        return False
    return last in words("speakers") or low in words("outlets") or low in words("acronyms")
