"""Part of, by its words: "including", "of whom", "ten of them", "16 of the 36", "among the dead", "one seriously"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tollbook.claim import Claim, Span
from tollbook.extraction.relations.figures import (
    REACH,
    Figure,
    Text,
    Tie,
    Ties,
    opposed,
    overlaps,
    pattern,
    same_kind,
    same_time,
)
from tollbook.lexicon import table

_CATEGORY_REACH = 8
"""How many sentences back "the dead include …" may speak of a toll."""
_BARE_REACH = 2
"""How many sentences back a number without a noun may go on."""
Found = tuple[Figure, str, Span]
"""The whole, the rule, and the words it stands on."""


def parts(text: Text, ties: Ties) -> Iterator[Tie]:
    """Each figure that the words make a part, with its whole."""
    for i, part in enumerate(text.figures):
        if part.added:
            continue
        found = (
            _by_its_own_words(text, ties, i)
            or _whole_after(text, i)
            or _whole_before(text, i)
            or _with_its_sibling(text, ties, i)
            or _by_a_bare_number(text, ties, i)
        )
        if found is not None:
            whole, rule, words = found
            yield Tie(part, "part_of", whole, rule, words)


def may_hold(whole: Figure, part: Figure) -> bool:
    """Whether one figure is large enough, and of the right unit, to have the other as a part."""
    a, b = whole.claim, part.claim
    if overlaps(a, b) or not _one_unit(a, b):
        return False
    return part.value <= (whole.value if a.high is None else a.high)


def largest(figures: Sequence[Figure], part: Figure) -> Figure | None:
    """The figure that a part most likely belongs to: of its measure, outside headlines, the largest, the first."""
    alike = [g for g in figures if g.claim.measure == part.claim.measure] or list(figures)
    return max(alike, key=lambda g: (not g.headline, g.value, -g.claim.start), default=None)


def _one_unit(a: Claim, b: Claim) -> bool:
    return a.unit == b.unit or {a.unit, b.unit} == {"person", "body"}


def _span(f: Figure, words: re.Match[str], *, opening: bool = False) -> Span:
    base = f.sentence.start if opening else f.claim.end
    return Span(base + words.start(), base + words.end())


def _by_its_own_words(text: Text, ties: Ties, i: int) -> Found | None:
    """The whole that the words behind a part point back at: "ten of them", "five of the dead", "one seriously"."""
    part, rest = text.figures[i], text.figures[i].behind
    earlier = [g for g in text.before(i) if part.sentence.index - g.sentence.index <= REACH and may_hold(g, part)]
    words = pattern("parts", "of_them").match(rest)
    if words:
        theirs = [g for g in earlier if not opposed(g.claim, part.claim)]
        nearest = _nearest(text, ties, theirs, part)
        return None if nearest is None else (nearest, "so many of them", _span(part, words))
    words = pattern("parts", "of_the_known").match(rest)
    if words:
        known = [
            g
            for g in text.before(i)
            if part.sentence.index - g.sentence.index <= _CATEGORY_REACH
            and may_hold(g, part)
            and _is_called(g, words["noun"].lower())
        ]
        whole = largest([g for g in known if same_time(g.claim, part.claim)] or known, part)
        return None if whole is None else (whole, "so many of those known", _span(part, words))
    words = pattern("parts", "gravely").match(rest)
    if words:
        hurt = [g for g in earlier if g.claim.measure in table("relations")["hurt"]["measures"]]
        nearest = _nearest(text, ties, hurt, part)
        return None if nearest is None else (nearest, "so many gravely", _span(part, words))
    return None


def _nearest(text: Text, ties: Ties, earlier: Sequence[Figure], part: Figure) -> Figure | None:
    """The last figure before a part, or its whole, where a new sentence begins or "and" joins the two parts."""
    if not earlier:
        return None
    g = ([e for e in earlier if same_time(e.claim, part.claim)] or list(earlier))[-1]
    if g.sentence == part.sentence and not pattern("parts", "joined").search(text.between(g, part)):
        return g
    return next((tie.target for tie in ties[g.index] if tie.type == "part_of" and may_hold(tie.target, part)), g)


def _is_called(whole: Figure, noun: str) -> bool:
    """Whether a figure counts what a later "the dead", "the soldiers" calls so."""
    measures = table("relations")["called"].get(noun)
    if measures is not None:
        return whole.claim.measure in measures
    return re.search(rf"^(?:\W+\w+){{0,3}}?\W+{re.escape(noun)}\b", whole.behind, re.IGNORECASE) is not None


def _whole_after(text: Text, i: int) -> Found | None:
    part = text.figures[i]
    for g in text.figures[i + 1 : i + 1 + REACH]:
        if g.sentence != part.sentence:
            return None
        between = text.between(part, g)
        words = pattern("parts", "among_total").search(between) or pattern("parts", "of_the").search(between)
        if words and may_hold(g, part):
            return g, "so many of a total told after them", _span(part, words)
    return None


def _whole_before(text: Text, i: int) -> Found | None:
    part = text.figures[i]
    earlier = [g for g in text.before(i) if may_hold(g, part)]
    same = [g for g in earlier if g.sentence == part.sentence]
    for g in reversed(same):
        words = _listing(text, g, part)
        if words is not None:
            listed = [h for h in same if h is not g and _listing(text, g, h)]
            if all(same_kind(h.claim, part.claim) for h in listed):
                return g, "listed after a total", words
    near = [g for g in earlier if 0 < part.sentence.index - g.sentence.index <= REACH]
    words_ = pattern("parts", "opening").search(text.opening(part))
    if words_ and all(same_kind(h.claim, part.claim) for h in same):
        noun = (words_["noun"] or words_["named"] or "").lower()
        far = [g for g in earlier if 0 < part.sentence.index - g.sentence.index <= _CATEGORY_REACH]
        called = [g for g in far if _is_called(g, noun)] if noun else []
        whole = largest(called or near, part)
        return None if whole is None else (whole, "named in the next sentence", _span(part, words_, opening=True))
    fronted = [g for g in same if pattern("parts", "fronted").search(text.opening(g))]
    if fronted:
        start = fronted[0].sentence.start
        return fronted[0], "of the so many", Span(start, fronted[0].claim.start)
    words_ = pattern("parts", "among_the").search(text.article.text(part.sentence.index))
    if words_:
        whole = largest([g for g in near if same_kind(g.claim, part.claim)], part)
        return None if whole is None else (whole, "among those counted before", _span(part, words_, opening=True))
    return None


def _listing(text: Text, whole: Figure, part: Figure) -> Span | None:
    """The words between a total and a part that make the one a list of the other."""
    between = text.between(whole, part)
    itself_a_part = pattern("parts", "of_them").match(between)
    for name in ("including", "in_brackets", "after_colon"):
        words = pattern("parts", name).search(between, itself_a_part.end() if itself_a_part else 0)
        if words and (name == "including" or same_kind(whole.claim, part.claim)):
            return _span(whole, words)
    return None


def _with_its_sibling(text: Text, ties: Ties, i: int) -> Found | None:
    """The whole of the part just before: "five of the victims were miners and three were teachers"."""
    part = text.figures[i]
    for g in text.before(i)[-1:]:
        between = text.between(g, part)
        wholes = [tie.target for tie in ties[g.index] if tie.type == "part_of"]
        words = pattern("parts", "joined").search(between)
        elliptic = pattern("parts", "elliptic").match(part.behind)
        if g.sentence == part.sentence and wholes and words and elliptic and may_hold(wholes[0], part):
            return wholes[0], "like the part before it", _span(g, words)
    return None


def _by_a_bare_number(text: Text, ties: Ties, i: int) -> Found | None:
    """What a number that opens a sentence without a noun goes on about: "They held 90 men. Twelve were shot"."""
    part = text.figures[i]
    words = pattern("parts", "bare").match(part.behind)
    if words is None or re.search(r"\w", text.opening(part)):
        return None
    for g in reversed(text.before(i)):
        apart = part.sentence.index - g.sentence.index
        if apart > _BARE_REACH or part.sentence.paragraph - g.sentence.paragraph > 1:
            return None
        if apart and may_hold(g, part) and _may_become(g.claim, part.claim):
            whole = _nearest(text, ties, [g], part)
            return None if whole is None else (whole, "a number without a noun", _span(part, words))
    return None


def _may_become(whole: Claim, part: Claim) -> bool:
    """Whether what befell the part can befall some of the whole."""
    return part.measure == whole.measure or part.measure in table("relations")["becomes"].get(whole.measure, ())
