"""An article as one self-contained page: the text in a column, its figures marked, their claims in the margin.

Articles are hostile input: all their words are escaped, and the page's policy allows no script, no request and no style
but its own.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tollbook import __version__
from tollbook.claim import Claim, Reason
from tollbook.export.extracted import Extracted
from tollbook.export.passage import on_one_line
from tollbook.lexicon import table
from tollbook.show import wording
from tollbook.show.marked import Paragraph, paragraphs, safe


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim of a note, with the number it has on the page."""

    number: int
    claim: Claim


@dataclass(frozen=True, slots=True)
class Note:
    """Neighbouring claims that share source, window, stance and verification: one card in the margin."""

    figures: tuple[Figure, ...]

    @property
    def claim(self) -> Claim:
        """A claim that says what they share."""
        return self.figures[0].claim

    @property
    def explained(self) -> bool:
        """Whether any of its claims says why it is what it is."""
        return any(figure.claim.why for figure in self.figures)


def render(article: Extracted, *, why: bool = False) -> str:
    """The page. The rules behind each field are folded away, or open where ``why`` asks for them."""
    document, claims = article.document, article.claims
    style = (files(__package__) / "page.css").read_text(encoding="utf-8")
    environment = Environment(
        loader=PackageLoader("tollbook.show", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["clean"] = lambda text: safe(on_one_line(text))
    numbers = {claim.id: number for number, claim in enumerate(claims, start=1)}

    def words(reason: Reason) -> str:
        return "" if reason.start is None else document.text[reason.start : reason.end]

    return environment.get_template("page.html.j2").render(
        document=document,
        claims=claims,
        paragraphs=[(p, _notes(p, claims)) for p in paragraphs(document, claims)],
        numbers=numbers,
        families=table("show")["families"],
        link=document.url if document.url and document.url.startswith(("https://", "http://")) else None,
        wording=wording,
        words=words,
        why=why,
        version=__version__,
        style=Markup(style),  # the project's own file, not input
        style_hash=b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )


def _notes(paragraph: Paragraph, claims: tuple[Claim, ...]) -> list[Note]:
    def shared(number: int) -> tuple[object, ...]:
        claim = claims[number - 1]
        return tuple(s.text for s in claim.sources), claim.when, claim.stance, claim.verification, claim.furniture

    return [
        Note(tuple(Figure(number, claims[number - 1]) for number in group))
        for _, group in groupby(paragraph.claims, key=shared)
    ]
