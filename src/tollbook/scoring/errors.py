"""What an extraction got wrong, as a person learns from it: grouped by kind, each with its sentence and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from tollbook.claim import Span
from tollbook.document import Document
from tollbook.export.passage import on_one_line, sentence_finder
from tollbook.scoring.judged import Judged, JudgedDocument
from tollbook.scoring.matching import gold_relations, matched, predicted_relations
from tollbook.scoring.score import right_fields

MARKS = ("\u27e6", "\u27e7")
"""What stands around the words of the claim in its sentence."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that went wrong.

    Attributes:
        kind: ``missed``, ``spurious``, the field that is wrong, ``relation missed`` or ``relation spurious``.
        gold, predicted: the field's values; of a claim or relation that only one side has, its measure or type.
        document, start, end: where the claim is.
        sentence: the sentence on one line, the claim's words between ``MARKS``.
    """

    kind: str
    gold: str | None
    predicted: str | None
    document: str
    start: int
    end: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Group:
    """Mistakes of one kind with the same two values."""

    kind: str
    gold: str | None
    predicted: str | None
    mistakes: tuple[Mistake, ...]


def mistakes(document: Document, predicted: JudgedDocument, gold: JudgedDocument) -> Iterator[Mistake]:
    """All that is wrong in one document, in the order of its text. Gold claims of measure ``other`` are neutral."""
    sentence = sentence_finder(document)
    found = sorted(_differences(predicted.claims, gold.claims), key=lambda difference: difference[3].start)
    for kind, ours, theirs, claim in found:
        words = _marked(document.text, sentence(claim.start), claim)
        yield Mistake(kind, theirs, ours, document.id, claim.start, claim.end, words)


def grouped(found: Iterable[Mistake]) -> tuple[Group, ...]:
    """Mistakes by kind and pair of values, the commonest first."""
    listed = list(found)
    kinds = Counter(m.kind for m in listed)
    groups: Counter[tuple[str, str, str]] = Counter(_key(m) for m in listed)

    def rank(mistake: Mistake) -> tuple[int, str, int, tuple[str, str, str]]:
        return (-kinds[mistake.kind], mistake.kind, -groups[_key(mistake)], _key(mistake))

    return tuple(
        Group(same[0].kind, same[0].gold, same[0].predicted, same)
        for same in (tuple(group) for _, group in groupby(sorted(listed, key=rank), key=_key))
    )


def _key(mistake: Mistake) -> tuple[str, str, str]:
    return (mistake.kind, mistake.gold or "", mistake.predicted or "")


Difference = tuple[str, str | None, str | None, Judged]
"""The kind, the predicted value, the gold value, the claim to show."""


def _differences(predicted: tuple[Judged, ...], gold: tuple[Judged, ...]) -> Iterator[Difference]:
    pairs = matched(predicted, gold)
    answered, used = {j for _, j in pairs}, {i for i, _ in pairs}
    for j, claim in enumerate(gold):
        if j not in answered and claim.measure != "other":
            yield "missed", None, claim.measure, claim
    for i, claim in enumerate(predicted):
        if i not in used:
            yield "spurious", claim.measure, None, claim
    for i, j in pairs:
        if gold[j].measure != "other":
            yield from _wrong_fields(predicted[i], gold[j])
    ours, theirs = predicted_relations(predicted, dict(pairs)), gold_relations(gold)
    for kind, holder, _ in sorted(theirs - ours):
        yield "relation missed", None, kind, gold[holder]
    for kind, holder, _ in sorted(ours - theirs):
        yield "relation spurious", kind, None, gold[holder] if holder >= 0 else predicted[-1 - holder]


def _wrong_fields(predicted: Judged, gold: Judged) -> Iterator[Difference]:
    fields = [field for field, right in right_fields(predicted, gold).items() if not right]
    fields += [f for f in ("stance", "verification") if getattr(predicted, f) != getattr(gold, f)]
    for field in fields:
        attribute = field.replace(".", "_")
        yield field, getattr(predicted, attribute), getattr(gold, attribute), gold


def _marked(text: str, sentence: Span, claim: Judged) -> str:
    opening, closing = MARKS
    end = max(sentence.end, claim.end)
    before, after = text[sentence.start : claim.start], text[claim.end : end]
    return on_one_line(before + opening + text[claim.start : claim.end] + closing + after)
