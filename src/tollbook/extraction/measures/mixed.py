"""Harms that share one number: "killed or wounded", "dead and injured", "killed, injured or captured"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tollbook.extraction.measures.triggers import Trigger
from tollbook.extraction.measures.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REACH = 6
"""How many words around the trigger are read."""


def mixed(doc: Doc, t: Trigger) -> bool:
    """Whether the trigger stands in a run of words that says both killed and hurt of the same people."""
    low = max(0, t.head - _REACH)
    read = [x.lower_ for x in doc[low : t.last + _REACH + 1]]
    runs = (set(read[start:end]) for start, end in _runs(read) if start <= t.last - low < end)
    return any(run & words("killed") and run & words("hurt") and run & words("either") for run in runs)


def _runs(read: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where words for harms follow one another with only joints between, from a harm on."""
    harms = words("killed") | words("hurt") | words("taken")
    start: int | None = None
    for i, word in enumerate(read):
        if start is None:
            start = i if word in harms else None
        elif word not in harms and word not in words("between_harms"):
            yield start, i
            start = None
    if start is not None:
        yield start, len(read)
