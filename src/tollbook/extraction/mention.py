"""A counted thing found in a sentence: what the first steps know, and the later steps build on."""

from __future__ import annotations

from dataclasses import dataclass

from tollbook.claim import Quantity, Reason, Span, Status


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity with what it counts.

    ``sentence`` is the index in the article; ``noun`` the words of the counted thing and ``trigger`` the words that say
    what happened to it, both in document offsets, None where the text leaves them out.
    """

    quantity: Quantity
    sentence: int
    measure: str
    unit: str
    party: str | None
    status: Status
    noun: Span | None = None
    trigger: Span | None = None
    why: tuple[Reason, ...] = ()
