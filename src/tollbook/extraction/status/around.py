"""What stands around the counted: the number before theirs, and the scene, civil or of war, that they are in."""

from __future__ import annotations

import re

from tollbook.claim import Status
from tollbook.extraction.article import Article
from tollbook.extraction.status.case import Case, Found
from tollbook.extraction.status.words import begins
from tollbook.lexicon import table

_LENGTH = 2000
"""Characters of a paragraph in which a scene is looked for."""


def company(case: Case) -> Found | None:
    """A number that goes on with the one just before: "five others", "another 12", "15 wounded"."""
    m = case.measured
    if case.before is None or not case.people or case.before[0] != case.sentence:
        return None
    _, before, (status, _) = case.before
    bare = m.thing.head is None or m.thing.group in ("plain", None)
    alike = before.measure == m.measure or {before.measure, m.measure} <= set(table("status")["measures"]["harm"])
    known = before.thing.kind in ("person", None) and status in ("military", "civilian", "unknown")
    return case.is_(status, "company") if bare and alike and known else None


def scene(case: Case) -> Found:
    """Plain people: civilians in a disaster, in homes and markets; in fighting nobody can tell."""
    if case.measured.thing.kind not in ("person", None, "body"):
        return case.is_("unknown", "unknown")
    if found := _told_by(case.text, own=True):
        status, words = found
        return case.is_(status, "scene", words.span())
    title = case.article.document.title or case.article.text(0)
    for scope in (title, _paragraph(case.article, case.sentence)[:_LENGTH]):
        if found := _told_by(scope, own=False):
            return case.is_(found[0], "scene")
    return case.is_("civilian", "people")


def _paragraph(article: Article, sentence: int) -> str:
    """The text of the paragraph that a sentence stands in."""
    sentences = article.sentences
    first, end = sentence, sentence + 1
    while first and sentences[first - 1].paragraph == sentences[sentence].paragraph:
        first -= 1
    while end < len(sentences) and sentences[end].paragraph == sentences[sentence].paragraph:
        end += 1
    return " ".join(article.text(i) for i in range(first, end))


def _told_by(text: str, *, own: bool) -> tuple[Status, re.Match[str]] | None:
    """What a text makes of plain people, by which words: a civil scene, or war where it comes first in others' text."""
    civil, war = begins("civil_scene").search(text), begins("war_scene").search(text)
    if civil and (own or not war or civil.start() < war.start()):
        return "civilian", civil
    return ("unknown", war) if war else None
