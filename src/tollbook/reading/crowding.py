"""Elements with more attributes than any page needs: a parser's work grows with the square of their number.

libxml2 walks an element's attributes for each one that is added, so that half a megabyte of them takes most of a
minute. The tags are found as the HTML Standard's tokenizer finds them (https://html.spec.whatwg.org/#tokenization), in
one pass over the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_ATTRIBUTES = 300

_OPENING = re.compile(r"<(?:!--|(?P<raw>script|style)\b|[a-z])", re.IGNORECASE)
_COMMENT_END = re.compile(r"--!?>")
_VALUE = r"""(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+)?)?"""
_TAG = re.compile(rf"<[a-z][^\s>/]*+(?:[\s/]++|=|[^\s=>/]++{_VALUE})*+", re.IGNORECASE)
_ATTRIBUTE = re.compile(rf"(?<=[\s/\"'])[^\s=>/]++{_VALUE}")


def crowded(source: str) -> bool:
    """Whether an element of the page ``source`` has more than ``MOST_ATTRIBUTES`` attributes."""
    return any(
        len(tag) > 2 * MOST_ATTRIBUTES and len(_ATTRIBUTE.findall(tag)) > MOST_ATTRIBUTES for tag in _tags(source)
    )


def _tags(source: str) -> Iterator[str]:
    """The start tags in order; what stands in comments, scripts and style sheets is none."""
    position = 0
    while opening := _OPENING.search(source, position):
        tag = _TAG.match(source, opening.start())
        if tag is None:
            end = _COMMENT_END.search(source, opening.start() + 2)
        else:
            yield tag[0]
            position = tag.end()
            if not opening["raw"]:
                continue
            end = re.compile(f"</{opening['raw']}", re.IGNORECASE).search(source, position)
        position = end.end() if end else len(source)
