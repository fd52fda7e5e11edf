"""The sentence that a claim stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from tollbook.claim import Span
from tollbook.document import Document
from tollbook.extraction.sentences import article


def sentence_finder(document: Document) -> Callable[[int], Span]:
    """Cuts the document once, and returns the function from an offset to the sentence around it.

    An offset that lies in no sentence (between two, or after the last) is given the sentence before it, or else the
    whole text.
    """
    sentences = article(document).sentences
    starts = [s.start for s in sentences]

    def find(offset: int) -> Span:
        i = bisect_right(starts, offset) - 1
        return Span(sentences[i].start, sentences[i].end) if i >= 0 else Span(0, len(document.text))

    return find


def on_one_line(text: str) -> str:
    """The words of the text with single spaces between them."""
    return " ".join(text.split())
