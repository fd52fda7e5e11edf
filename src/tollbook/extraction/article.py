"""A document cut into paragraphs and sentences, with the parses that were asked for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tollbook.document import Document
from tollbook.extraction.casing import readable
from tollbook.extraction.model import parse

if TYPE_CHECKING:
    from spacy.tokens import Doc

Role = Literal["title", "heading", "bullet", "body"]

_SAME = {
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "),
    **dict.fromkeys("\u202f\u205f\u3000\t\v\f\r", " "),
    **dict.fromkeys(map(chr, (*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0))), " "),
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e", " "),
    **dict.fromkeys("\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad", " "),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
    **dict.fromkeys("\u2014\u2015", "\u2013"),
    **dict.fromkeys("\u2028\u2029\u0085", "\n"),
    **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),
    "\u066c": ",",
    "\u066b": ".",
}
"""Characters that are read as another one: odd spaces, controls, marks that cannot be seen, quotes, dashes.

Halves of surrogate pairs, which the parser cannot write as UTF-8, are read as the character that stands for them.
"""
_TABLE = str.maketrans(_SAME)


def plain(text: str) -> str:
    """The text with curly quotes, odd spaces, marks and digits of other scripts made ASCII, character for character.

    The result has the same length, so that an offset means the same place in both.
    """
    out = text.translate(_TABLE)
    if not out.isascii():
        out = "".join(str(unicodedata.decimal(c)) if c > "\x7f" and c.isdecimal() else c for c in out)
    if "\n" not in out and "\r" in text:
        out = "".join("\n" if r == "\r" else c for r, c in zip(text, out, strict=True))
    return out


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: ``article.plain[start:end]``; ``paragraph`` numbers the block it stands in."""

    index: int
    start: int
    end: int
    paragraph: int
    role: Role
    furniture: str | None = None


@dataclass(slots=True)
class Article:
    """A document ready for the steps: sentences in order, and parses made only when asked for."""

    document: Document
    plain: str
    sentences: tuple[Sentence, ...]
    _parses: dict[int, Doc] = field(default_factory=dict)

    def text(self, index: int) -> str:
        """The plain text of sentence ``index``."""
        s = self.sentences[index]
        return self.plain[s.start : s.end]

    def doc(self, index: int) -> Doc:
        """The parse of sentence ``index``; a token's place in the document is ``sentence.start + token.idx``."""
        if index not in self._parses:
            self._parses[index] = parse(readable(self.text(index)))
        return self._parses[index]

    @property
    def parsed(self) -> int:
        """How many sentences were parsed so far (a work counter)."""
        return len(self._parses)
