"""A window on its way: what it is so far, and how far it can be trusted."""

from __future__ import annotations

from dataclasses import dataclass

from tollbook.claim import Span, Window

DATED = "dated in its sentence"
"""The rule of an event whose own sentence gives its date."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A window with how it came about: ``sure`` where words decided the kind, ``dated`` where they decided the end.

    ``words`` are offsets in the document.
    """

    window: Window
    rule: str
    words: Span | None
    sure: bool
    dated: bool
