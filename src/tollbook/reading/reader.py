"""One input to one document: its bytes, its text as it came, and what is known about it."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tollbook.document import DateEvidence, Document
from tollbook.reading import html
from tollbook.reading.dates import signs
from tollbook.reading.errors import BadDate, TooLarge, Unreadable
from tollbook.reading.folder import STDIN
from tollbook.reading.furniture import furniture
from tollbook.reading.isodate import is_iso_date
from tollbook.reading.lines import lines
from tollbook.reading.masthead import author, headline, publisher
from tollbook.reading.publication import publication
from tollbook.reading.sidecar import Sidecar
from tollbook.reading.sidecar import sidecar as find_sidecar
from tollbook.reading.text import decode

MAX_BYTES = 20_000_000
"""Larger inputs are no articles."""

_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mhtml"})


@dataclass(frozen=True, slots=True)
class _Raw:
    data: bytes
    name: str
    id: str
    path: Path | None


def read(
    source: str | Path | bytes, *, published: str | None = None, sidecar: bool = True, id: str | None = None
) -> Document:
    """The document of an article.

    Args:
        source: a path; ``-`` for standard input; bytes; or a text, which is a string with a line break in it.
        published: the day of publication (``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``), where it is known.
        sidecar: whether to look for ``NAME.meta.json`` beside the file.
        id: the document's id; else the file's stem, ``stdin``, or the first 16 digits of the hash.

    Raises:
        ReadingError: it cannot be read; the subclass and the one-line message say why.
    """
    raw = _raw(source)
    if published is not None and not is_iso_date(published):
        raise BadDate(raw.name, f"the date given is {published!r}; it must be YYYY-MM-DD, YYYY-MM or YYYY")
    known = find_sidecar(raw.path) if sidecar and raw.path is not None else Sidecar()
    text = decode(raw.data, raw.name)
    if html.is_page(text) or (raw.path is not None and raw.path.suffix.lower() in _PAGE_SUFFIXES):
        found = html.page(text, raw.name)
    else:
        found = html.Page(text)
    dates = [DateEvidence(published, "given", "given by the caller")] if published else []
    if known.published:
        dates.append(DateEvidence(known.published, "sidecar", "the sidecar's published"))
    return _document(raw, id or raw.id, found, known, [*dates, *found.dates])


def _document(raw: _Raw, id: str, found: html.Page, known: Sidecar, dates: Sequence[DateEvidence]) -> Document:
    text = found.text
    cut = tuple(lines(text))
    marked = furniture(text, cut)
    by_start = {f.start: f.kind for f in marked}
    kinds = [by_start.get(line.start) for line in cut]
    top = headline(text, cut, kinds)
    decided = publication(dates, signs(text, cut, kinds, top))
    return Document(
        id=id,
        text=text,
        sha256=hashlib.sha256(raw.data).hexdigest(),
        url=known.url or found.url,
        publisher=known.publisher or found.publisher or publisher(text),
        title=known.title or found.title or (None if top is None else text[cut[top].start : cut[top].end]),
        author=found.author or author(text, cut, marked),
        published=decided.published,
        dates=decided.dates,
        date_conflict=decided.conflict,
        furniture=marked,
    )


def _raw(source: str | Path | bytes) -> _Raw:
    if isinstance(source, str) and ("\n" in source or "\r" in source):
        source = source.encode("utf-8", errors="surrogatepass")
    if isinstance(source, bytes):
        _check_size(len(source), "the text given")
        return _Raw(source, "the text given", hashlib.sha256(source).hexdigest()[:16], None)
    if str(source) == STDIN:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        _check_size(len(data), "standard input")
        return _Raw(data, "standard input", "stdin", None)
    path = Path(source)
    return _Raw(_bytes_of(path), str(path), path.stem or "document", path)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable(str(path), "it is a folder; list its files with inputs()")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(str(path), f"it cannot be opened: {error.strerror or error}") from error
    except ValueError as error:
        raise Unreadable(repr(str(path)), f"it is no path: {error}") from error
    _check_size(len(data), str(path))
    return data


def _check_size(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise TooLarge(name, f"it is larger than {MAX_BYTES // 1_000_000} MB; split it into articles")
