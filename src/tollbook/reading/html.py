"""A saved web page to the text of its article and what the page says about itself.

The text is trafilatura's extraction, paragraph by paragraph, and is what offsets count in. Of the page's own
statements, JSON-LD ``NewsArticle`` comes before meta tags, and those before what htmldate finds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tollbook.document import DateEvidence
from tollbook.reading.crowding import MOST_ATTRIBUTES, crowded
from tollbook.reading.errors import NoArticle
from tollbook.reading.isodate import is_iso_date

_PAGE = re.compile(
    r"\ufeff?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,2000}?-->\s{0,200}){0,3}"
    r"<(?:!doctype\s+html|html|head|body|article|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON_LD = re.compile(r"<script\b[^>]{0,300}?application/ld\+json[^>]{0,300}>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_LONGEST_JSON_LD = 200_000
_ARTICLE_TYPES = (
    "Article", "NewsArticle", "ReportageNewsArticle", "LiveBlogPosting", "BlogPosting", "Report", "AnalysisNewsArticle",
    "BackgroundNewsArticle", "OpinionNewsArticle", "AdvertiserContentArticle",
)  # fmt: skip
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page, and what the page says about it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    dates: tuple[DateEvidence, ...] = ()


def is_page(text: str) -> bool:
    """Whether the text begins as HTML does."""
    return _PAGE.match(text) is not None


def page(source: str, path: str) -> Page:
    """The article of the page ``source``; ``path`` names it in errors.

    Raises:
        NoArticle: there is no article in it, or the page is broken beyond what the parsers bear.
    """
    if crowded(source):
        raise NoArticle(
            path, f"an element of the page has more than {MOST_ATTRIBUTES} attributes; save its text instead"
        )
    import trafilatura

    # Parsers of broken pages fail in ways of their own; whatever it is, this page gave no article.
    try:
        text = trafilatura.extract(source, include_comments=False)
        meta = trafilatura.extract_metadata(source)
    except Exception as error:
        raise NoArticle(path, f"the page cannot be parsed ({type(error).__name__}: {error})") from error
    if not text or not text.strip():
        raise NoArticle(path, "no article was found in the page; save its text and read that")
    linked = _linked_article(source)
    found = meta.as_dict() if meta is not None else {}
    title = _text(linked.get("headline")) or _text(found.get("title"))
    if title and not _has_line(text, title):
        text = f"{title}\n\n{text}"
    return Page(
        text=text.replace("\r\n", "\n"),
        title=title,
        publisher=_name(linked.get("publisher")) or _text(found.get("sitename")),
        author=_name(linked.get("author")) or _text(found.get("author")),
        url=_text(found.get("url")) or _address(linked),
        dates=tuple(_dates(linked, source)),
    )


def _has_line(text: str, title: str) -> bool:
    """Whether the headline is a line of its own near the beginning."""
    wanted = title.split()
    return any(line.lstrip("# ").split() == wanted for line in text[:4000].split("\n"))


def _dates(linked: dict[str, Any], source: str) -> Iterator[DateEvidence]:
    stated = _text(linked.get("datePublished"))
    if stated and is_iso_date(stated[:10]):
        yield DateEvidence(stated[:10], "metadata", f"JSON-LD datePublished {stated[:40]}")
    import htmldate

    # As above: a page that breaks the date finder has no date that it could tell.
    try:
        found = htmldate.find_date(source, extensive_search=False, original_date=True)
    except Exception:
        found = None
    if found and is_iso_date(found):
        yield DateEvidence(found, "metadata", "the page's markup (htmldate)")


def _linked_article(source: str) -> dict[str, Any]:
    """The first JSON-LD object that is an article; empty where there is none."""
    for annotation in _annotations(source):
        try:
            tree = json.loads(annotation)
        except (ValueError, RecursionError):
            continue  # a page's broken annotation says nothing; the next one may
        for node in _nodes(tree, 0):
            types = node.get("@type")
            if any(t in _ARTICLE_TYPES for t in (types if isinstance(types, list) else [types])):
                return node
    return {}


def _annotations(source: str) -> Iterator[str]:
    """What stands in the JSON-LD scripts of the page, in order; an overlong one is passed over."""
    position = 0
    while (opening := _JSON_LD.search(source, position)) and (closing := _SCRIPT_END.search(source, opening.end())):
        if closing.start() - opening.end() <= _LONGEST_JSON_LD:
            yield source[opening.end() : closing.start()]
        position = closing.end()


def _nodes(tree: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(tree, dict):
        yield tree
        for value in tree.values():
            yield from _nodes(value, depth + 1)
    elif isinstance(tree, list):
        for value in tree:
            yield from _nodes(value, depth + 1)


def _name(value: Any) -> str | None:
    """The name of a JSON-LD person or organisation, or of several."""
    if isinstance(value, list):
        return "; ".join(name for item in value if not isinstance(item, list) and (name := _name(item))) or None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _address(linked: dict[str, Any]) -> str | None:
    main = linked.get("mainEntityOfPage")
    return _text(linked.get("url")) or _text(main.get("@id") if isinstance(main, dict) else main)


def _text(value: Any) -> str | None:
    """The text on one line; half a surrogate pair, which JSON can spell and no file can hold, becomes ``?``."""
    if not isinstance(value, str):
        return None
    return " ".join(value.encode("utf-8", "replace").decode("utf-8").split()) or None
