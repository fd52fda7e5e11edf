"""JSON: one array of articles, indented for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tollbook.export.extracted import Extracted, to_json
from tollbook.export.jsonl import escaped


def render(articles: Iterable[Extracted], *, why: bool = False) -> Iterator[str]:
    """The array, an article at a time."""
    opening = "[\n"
    for article in articles:
        yield opening + escaped(json.dumps(to_json(article, why=why), ensure_ascii=False, indent=2))
        opening = ",\n"
    yield "\n]\n" if opening == ",\n" else "[]\n"
