"""An article on a terminal: its text with the figures marked and numbered, then the table of its claims."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from tollbook.claim import Claim
from tollbook.document import Document
from tollbook.export.extracted import Extracted
from tollbook.export.passage import on_one_line
from tollbook.show import wording
from tollbook.show.marked import Paragraph, paragraphs, safe
from tollbook.show.table import FIGURE_STYLES, ClaimsTable

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def heading(document: Document) -> Iterator[Text]:
    """The title, and what is known of where and when the article was published."""
    yield Text(safe(on_one_line(document.title or document.id)), style="bold")
    about = [document.publisher, wording.published(document), document.url]
    yield Text(safe(on_one_line(" · ".join(part for part in about if part))), style="dim")
    if document.date_conflict:
        yield Text(safe(f"dates disagree: {document.date_conflict}"), style="yellow")


def render(article: Extracted, *, why: bool = False) -> Iterator[RenderableType]:
    """What a console prints, in order. Furniture is dim; ``why`` adds the rules and words behind each field."""
    document, claims = article.document, article.claims
    yield from heading(document)
    for paragraph in paragraphs(document, claims):
        yield Text("")
        yield _paragraph(paragraph, claims)
    yield Text("")
    yield Text(wording.summary(claims), style="bold")
    if claims:
        yield ClaimsTable(claims)
    if why:
        for number, claim in enumerate(claims, start=1):
            yield _reasons(number, claim, document)


def _paragraph(paragraph: Paragraph, claims: tuple[Claim, ...]) -> Text:
    base = "dim" if paragraph.furniture else ("bold" if paragraph.role in ("title", "heading") else "")
    text = Text("• " if paragraph.role == "bullet" else "", style=base)
    for piece in paragraph.pieces:
        words = on_one_line(piece.text) if piece.claims else piece.text.replace("\n", " ")
        if piece.claims:
            style = FIGURE_STYLES[wording.family(claims[piece.claims[0] - 1].measure)]
            text.append("[", style="dim").append(words, style=f"{style} underline").append("]", style="dim")
            text.append(",".join(map(str, piece.claims)).translate(_RAISED), style="dim")
        else:
            text.append(words)
    return text


def _reasons(number: int, claim: Claim, document: Document) -> Text:
    text = Text()
    text.append(f"{number}  {safe(on_one_line(claim.text))}\n", style=FIGURE_STYLES[wording.family(claim.measure)])
    for reason in claim.why:
        text.append(f"   {reason.field:<12} ", style="dim").append(safe(wording.rule(reason.field, reason.rule)))
        if reason.start is not None:
            text.append(f"  “{safe(on_one_line(document.text[reason.start : reason.end]))}”", style="italic")
        text.append("\n")
    return text
