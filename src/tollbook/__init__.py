"""Tollbook keeps the book of the news' numbers: who says how many, of whom, as of when, on whose word, how sure.

>>> import tollbook
>>> document = tollbook.read("article.txt", published="2024-03-15")
>>> for claim in tollbook.extract(document):
...     print(claim.text, claim.measure, [source.text for source in claim.sources])
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tollbook.claim import Claim, Named, Quantity, Reason, Relation, Source, Span, Window
    from tollbook.document import DateEvidence, Document, Furniture
    from tollbook.extraction.pipeline import extract
    from tollbook.reading import read

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "DateEvidence",
    "Document",
    "Furniture",
    "Named",
    "Quantity",
    "Reason",
    "Relation",
    "Source",
    "Span",
    "Window",
    "extract",
    "read",
]

_HOMES = {
    **dict.fromkeys(("Claim", "Named", "Quantity", "Reason", "Relation", "Source", "Span", "Window"), "tollbook.claim"),
    **dict.fromkeys(("DateEvidence", "Document", "Furniture"), "tollbook.document"),
    "extract": "tollbook.extraction.pipeline",
    "read": "tollbook.reading",
}


def __getattr__(name: str) -> Any:
    """Imports a public name on its first use, so that ``import tollbook`` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tollbook' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names, those not yet imported among them."""
    return sorted({*globals(), *__all__})
