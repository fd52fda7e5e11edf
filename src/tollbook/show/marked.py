"""A document cut for showing: paragraphs of plain and marked pieces, each mark with the claims that stand on it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from tollbook.claim import Claim
from tollbook.document import Document
from tollbook.extraction.article import Role
from tollbook.extraction.sentences import article

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph; ``claims`` are the numbers of the claims that stand on them, empty for plain words."""

    text: str
    claims: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article; ``furniture`` is its kind where it belongs to the page."""

    role: Role
    furniture: str | None
    pieces: tuple[Piece, ...]

    @property
    def claims(self) -> tuple[int, ...]:
        """The numbers of its claims, in order."""
        return tuple(number for piece in self.pieces for number in piece.claims)


def safe(text: str) -> str:
    """The text without what could steer a terminal or turn the reading direction: each such character as U+FFFD."""
    return _UNSEEN.sub("\ufffd", text.replace("\r\n", " \n"))


def paragraphs(document: Document, claims: tuple[Claim, ...]) -> list[Paragraph]:
    """The document's paragraphs; claims are numbered from 1 in the order given."""
    waiting = deque(_marks(claims))
    cut: list[Paragraph] = []
    for _, group in groupby(article(document).sentences, key=lambda s: s.paragraph):
        sentences = list(group)
        start, end = sentences[0].start, sentences[-1].end
        here: list[_Mark] = []
        while waiting and waiting[0].start < end:
            here.append(waiting.popleft())
        kinds = {s.furniture for s in sentences}
        cut.append(
            Paragraph(
                role=sentences[0].role,
                furniture=kinds.pop() if len(kinds) == 1 else None,
                pieces=tuple(_pieces(document.text, start, max([end, *(m.end for m in here)]), here)),
            )
        )
    return cut


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    claims: tuple[int, ...]


def _marks(claims: Iterable[Claim]) -> list[_Mark]:
    """The claims' spans, those that overlap joined."""
    marks: list[_Mark] = []
    for number, claim in sorted(enumerate(claims, start=1), key=lambda pair: (pair[1].start, pair[0])):
        if marks and claim.start < marks[-1].end:
            last = marks.pop()
            marks.append(_Mark(last.start, max(last.end, claim.end), (*last.claims, number)))
        else:
            marks.append(_Mark(claim.start, claim.end, (number,)))
    return marks


def _pieces(text: str, start: int, end: int, marks: list[_Mark]) -> Iterator[Piece]:
    for mark in marks:
        if mark.start > start:
            yield Piece(safe(text[start : mark.start]))
        yield Piece(safe(text[mark.start : mark.end]), mark.claims)
        start = mark.end
    if start < end:
        yield Piece(safe(text[start:end]))
