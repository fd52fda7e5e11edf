"""An article with its claims, and the JSON object that stands for both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tollbook.claim import Claim, claim_schema, claim_to_json
from tollbook.document import Document


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document and the claims that were found in it, in the order of the text."""

    document: Document
    claims: tuple[Claim, ...]


def to_json(article: Extracted, *, why: bool = False) -> dict[str, Any]:
    """The article's object; ``why`` adds to each claim the rules and words that gave its fields."""
    document = article.document
    return {
        "id": document.id,
        "sha256": document.sha256,
        "url": document.url,
        "publisher": document.publisher,
        "title": document.title,
        "published": document.published,
        "claims": [claim_to_json(claim, why=why) for claim in article.claims],
    }


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one article's object."""
    text = {"type": ["string", "null"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Tollbook: an article and its claims",
        "description": "One line of `tollbook extract --format jsonl`.",
        "type": "object",
        "properties": {
            "id": {"type": "string", "description": "The file's stem, or its path within the run where stems collide."},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "Of the bytes as they came."},
            "url": text,
            "publisher": text,
            "title": text,
            "published": {**text, "description": "ISO date; null where nobody said and the text does not tell."},
            "claims": {"type": "array", "items": {"$ref": "#/$defs/claim"}},
        },
        "required": ["id", "sha256", "url", "publisher", "title", "published", "claims"],
        "additionalProperties": False,
        "$defs": {"claim": claim_schema()},
    }
