"""JSON Lines: an article a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from tollbook.export.extracted import Extracted, to_json

_BREAKS_A_LINE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def escaped(text: str) -> str:
    """JSON that any program reads as the same lines.

    Characters that some take for the end of a line, and halves of surrogate pairs, which UTF-8 cannot write, become
    JSON escapes; all other characters stay readable.
    """
    return _BREAKS_A_LINE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def render(articles: Iterable[Extracted], *, why: bool = False) -> Iterator[str]:
    """A line for each article, as soon as it is ready."""
    for article in articles:
        yield escaped(json.dumps(to_json(article, why=why), ensure_ascii=False)) + "\n"
