"""Dates that are the page's own, and none of the story: stamps and datelines."""

from __future__ import annotations

import re

from tollbook.extraction.when.time_patterns import patterns

PLACE = 6
"""A dateline names its place in no more words than this."""
_AFTER = re.compile(r"\s*(?:[(/:)\]\u2013]|--?|$)|\.?$")
_CAPITAL = re.compile(r" [A-Z]")


def is_stamp(text: str, start: int, end: int) -> bool:
    """Whether a full date is the page's own: it opens a line, follows "Updated", or stands before a sentence."""
    before = _line(text, start)
    if patterns().stamp.search(before):
        return True
    if not before.strip(" -*\u2022(["):
        return text[end : end + 1] != ","
    words = before.split()
    bare = words[-1][0].isupper() and patterns().lead.search(before) is None
    return bare and _CAPITAL.match(text, end) is not None


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a date follows the place that opens a dispatch: "LIMA, March 16 (Agency) -"."""
    before = _line(text, start).lstrip("([")
    words = before.split()
    if not 0 < len(words) <= PLACE or patterns().lead.search(before) or _AFTER.match(text, end) is None:
        return False
    return all(w[0].isupper() for w in words) and (before.rstrip().endswith(",") or words[0].isupper())


def _line(text: str, start: int) -> str:
    return text[text.rfind("\n", 0, start) + 1 : start]
