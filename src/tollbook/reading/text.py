"""Bytes to text: marks of encoding, then UTF-8, then Windows-1252 where nearly all is ASCII, then charset-normalizer.

The text is kept as it came: line ends, odd spaces and marks of direction stay, and only a byte order mark that says the
encoding is taken off. Offsets into it are those of ``Path.open(encoding=..., newline="")``, not of universal newlines.
"""

from __future__ import annotations

import codecs
import re

from tollbook.reading.errors import Binary, Empty

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a SQLite database"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_SAMPLE = 100_000
_MOST_CONTROLS = 0.005
_FEW = 0.05
"""Up to this share of bytes beyond ASCII a text is Western (Windows-1252, as the Encoding Standard reads Latin-1):
statistics cannot tell an apostrophe's encoding from so few."""


def decode(data: bytes, path: str) -> str:
    """The text of ``data``; ``path`` names it in errors.

    Raises:
        Binary: no encoding fits, or the bytes are those of a known binary format.
        Empty: there is no text.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise Binary(path, f"it is {name}, not text; convert it to text or HTML first")
    text = _decoded(data, path)
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > max(2, _MOST_CONTROLS * len(sample)):
        raise Binary(path, "it is binary, not text; convert it to text or HTML first")
    if not has_words(text):
        raise Empty(path, "it holds no words")
    return text


def has_words(text: str) -> bool:
    """Whether there is any letter or digit."""
    return any(c.isalnum() for c in text)


def _decoded(data: bytes, path: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                reason = f"its byte order mark says {encoding}, but byte {error.start} does not fit"
                raise Binary(path, reason) from error
    if b"\x00" in data[:_SAMPLE]:
        return _wide(data, path)
    declared = _DECLARED.search(data, 0, 4096)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start >= len(data) - 3:
            return data.decode("utf-8", errors="replace")
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeError):
            pass  # a page may declare what it is not: the bytes decide
    return _recognised(data, path)


def _wide(data: bytes, path: str) -> str:
    """Two bytes a character without a mark: ASCII letters leave zeros on one side only."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) > 0.3 * len(sample) / 2 and min(even, odd) < 0.05 * len(sample) / 2:
        try:
            return data.decode("utf-16-le" if odd > even else "utf-16-be")
        except UnicodeDecodeError as error:
            raise Binary(path, f"it looks like UTF-16, but byte {error.start} does not fit") from error
    raise Binary(path, "it is binary, not text; convert it to text or HTML first")


def _recognised(data: bytes, path: str) -> str:
    sample = data[:_SAMPLE]
    if sum(byte > 127 for byte in sample) <= _FEW * len(sample):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass  # it has bytes that Windows-1252 leaves out: the statistics decide
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise Binary(path, "it is not text in any encoding that could be recognised")
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError as error:
        raise Binary(path, f"it begins as {best.encoding}, but byte {error.start} does not fit") from error
