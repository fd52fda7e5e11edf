"""How the figures of one text hang together: which repeats, is part of, works out, contradicts or replaces another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tollbook.claim import Claim, Number, Relation, RelationType
from tollbook.extraction.article import Article, Sentence, plain
from tollbook.lexicon import table

_NEAR = 0.15
"""How far a bounded or rounded figure may lie from the exact one it stands for ("over 100" for 115)."""
_SUM_REACH = 3
"""How many sentences after a total two items that add up to it may come; a longer run in one sentence: anywhere."""
_NEIGHBOURS = 40
"""How many figures before or after one, or how many of the best of its kind, are looked at: time stays linear."""
_TELLING = 10
"""Smaller numbers meet by chance: two in the body are one figure only where the words say so ("the two men")."""
_TITLE = 25
"""A shorter first line is no headline that a repetition could be told by."""
_EXACTNESS = {"exact": 0, "approx": 1, "nearly": 2, "at_least": 2, "at_most": 2, "range": 3, "vague": 4}


@dataclass(frozen=True, slots=True)
class _Figure:
    """A claim in its place in the text.

    ``headline``: in a heading or a repetition of one; ``lead``: there or in the first paragraph;
    ``anaphor``: "the two men"; ``added``: "another two", "two more".
    """

    index: int
    claim: Claim
    sentence: Sentence
    headline: bool
    lead: bool
    anaphor: bool
    added: bool

    @property
    def value(self) -> Number:
        """The number that the words name."""
        c = self.claim
        return c.low if c.low is not None else (c.high if c.high is not None else 0)

    @property
    def digits(self) -> int:
        """How many digits of the number say something: 3 for 115, 1 for 100, 0 for "hundreds"."""
        return 0 if self.claim.qualifier == "vague" else len(str(self.value).replace(".", "").strip("0"))

    @property
    def origin(self) -> frozenset[str]:
        """The words that name who said it first."""
        if not self.claim.sources:
            return frozenset()
        words = frozenset(re.findall(r"\w+", self.claim.sources[0].text.lower()))
        return (words - frozenset(table("relations")["origins"]["ignored"])) or words


@dataclass(frozen=True, slots=True)
class _Text:
    """The figures of an article in order, and the words between them."""

    article: Article
    figures: tuple[_Figure, ...]

    def between(self, a: _Figure, b: _Figure) -> str:
        return self.article.plain[a.claim.end : b.claim.start]

    def before(self, i: int) -> tuple[_Figure, ...]:
        """The figures just before the ``i``-th."""
        return self.figures[max(0, i - _NEIGHBOURS) : i]

    def after(self, i: int) -> tuple[_Figure, ...]:
        """The figures just after the ``i``-th."""
        return self.figures[i + 1 : i + 1 + _NEIGHBOURS]

    def opening(self, f: _Figure) -> str:
        return self.article.plain[f.sentence.start : f.claim.start]


Tie = tuple[RelationType, _Figure]
Ties = dict[int, list[Tie]]


def relations(article: Article, claims: Sequence[Claim]) -> list[tuple[Relation, ...]]:
    """The relations of each claim, in order, to other claims of the same document.

    Directions: from the headline, lead or repetition to the figure it stands for, from the part to the whole, from
    what is worked out to what it is worked out from, from the later of two sources that differ to the earlier, from
    the newer figure to the one it replaces.
    """
    text = _Text(article, tuple(_figures(article, claims)))
    ties: Ties = {i: [] for i in range(len(claims))}
    for step in (_updates, _parts, _sums, _restatements, _derivations, _shares, _contrasts):
        for source, type_, target in step(text, ties):
            if not _tied(ties, source, target) and not _tied(ties, target, source):
                ties[source.index].append((type_, target))
    return [tuple(Relation(type_, claims[g.index].id) for type_, g in ties[i]) for i in range(len(claims))]


@cache
def _pattern(section: str, name: str) -> re.Pattern[str]:
    return re.compile(table("relations")[section][name], re.IGNORECASE | re.DOTALL)


def _figures(article: Article, claims: Sequence[Claim]) -> Iterator[_Figure]:
    starts = [s.start for s in article.sentences]
    first = next((s for s in article.sentences if s.role == "body"), None)
    repeats = _repeats_of_the_title(article)
    for index in sorted(range(len(claims)), key=lambda i: (claims[i].start, claims[i].end, i)):
        claim = claims[index]
        sentence = article.sentences[max(0, bisect_right(starts, claim.start) - 1)]
        headline = (
            sentence.role in ("title", "heading", "bullet")
            or (first is not None and sentence.index < first.index)
            or claim.start in repeats
        )
        before = article.plain[sentence.start : claim.start]
        after = article.plain[claim.end : claim.end + 12]
        yield _Figure(
            index,
            claim,
            sentence,
            headline,
            lead=headline or (first is not None and sentence.paragraph == first.paragraph),
            anaphor=_pattern("anaphors", "before").search(before) is not None or claim.text.lower() == "both",
            added=_pattern("added", "with").match(claim.text) is not None
            or _pattern("added", "before").search(before) is not None
            or _pattern("added", "after").match(after) is not None,
        )


def _tied(ties: Ties, a: _Figure, b: _Figure) -> bool:
    return any(g.index == b.index for _, g in ties[a.index])


def _repeats_of_the_title(article: Article) -> frozenset[int]:
    """The characters where the text says its headline again (stripped pages do, once and twice)."""
    title = article.document.title or ""
    if not title and article.sentences and article.sentences[0].role == "title":
        title = article.text(0)
    if len(title) < _TITLE:
        return frozenset()
    found = re.finditer(re.escape(plain(title)), article.plain)
    return frozenset(place for m in found for place in range(m.start(), m.end()))


def _same_kind(a: Claim, b: Claim) -> bool:
    return (a.measure, a.unit) == (b.measure, b.unit)


def _same_thing(a: Claim, b: Claim) -> bool:
    return _same_kind(a, b) and a.party == b.party


def _same_time(a: Claim, b: Claim) -> bool:
    """Whether two windows may be one: no two stated ends that differ, no rate or plan against a count."""
    if a.when is None or b.when is None:
        return True
    kinds = {a.when.kind, b.when.kind}
    if len(kinds) > 1 and kinds & {"rate", "planned"}:
        return False
    return _agree(a.when.end, b.when.end) and _agree(a.when.start, b.when.start)


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _overlaps(a: Claim, b: Claim) -> bool:
    return a.start < b.end and b.start < a.end


def _same_value(a: Claim, b: Claim) -> bool:
    """Whether two figures may stand for one: equal, or one rounds, bounds or magnifies the other."""
    if (a.low, a.high) == (b.low, b.high):
        return True
    loose, firm = (a, b) if _EXACTNESS[a.qualifier] >= _EXACTNESS[b.qualifier] else (b, a)
    x = firm.low if firm.low is not None else firm.high
    if x is None:
        return False
    if loose.qualifier == "vague" and loose.low is not None and loose.high is not None:
        return loose.low / 2 <= x <= loose.high
    y = loose.low if loose.low is not None else loose.high
    if y is None:
        return False
    if loose.low is not None and loose.high is not None and loose.low != loose.high:
        return loose.low <= x <= loose.high
    spread = abs(x - y) <= _NEAR * max(x, y)
    if loose.qualifier == "exact" or max(x, y) < 20:
        return x == y
    if loose.qualifier == "at_least" and firm.qualifier in ("exact", "approx"):
        return spread and x >= y
    if loose.qualifier in ("nearly", "at_most") and firm.qualifier in ("exact", "approx"):
        return spread and x <= y
    return spread


def _restatements(text: _Text, ties: Ties) -> Iterator[tuple[_Figure, RelationType, _Figure]]:
    """Restates: a headline, a lead, a repetition or "the two men" points at the fullest statement of the figure."""
    announcing = {f.index for i, f in enumerate(text.figures) for g in text.after(i) if _announces(text, f, g)}

    def rank(g: _Figure) -> tuple[bool, bool, int, bool, bool, int]:
        return g.headline, g.index in announcing, -g.digits, g.anaphor, not g.claim.sources, g.claim.start

    best_of: dict[tuple[str, str | None], list[_Figure]] = {}
    for f in sorted(text.figures, key=rank):
        best_of.setdefault((f.claim.unit, f.claim.party), []).append(f)
    for f in text.figures:
        alike = best_of[f.claim.unit, f.claim.party][:_NEIGHBOURS]
        best = next((g for g in alike if g is not f and _restatable(f, g)), f)
        if rank(best) < rank(f) and best.digits >= f.digits:
            yield f, "restates", best


def _restatable(f: _Figure, g: _Figure) -> bool:
    a, b = f.claim, g.claim
    if _overlaps(a, b) or f.added != g.added or (a.stance == "denied") != (b.stance == "denied"):
        return False
    if f.anaphor and a.measure == "other" and (a.low, a.high, a.unit, a.party) == (b.low, b.high, b.unit, b.party):
        return b.start < a.start
    if not (_same_thing(a, b) and _same_time(a, b) and _same_value(a, b)):
        return False
    if {a.status, b.status} == {"military", "civilian"}:
        return False
    if (a.low, a.high) == (b.low, b.high) and f.value >= _TELLING:
        return True
    ahead = f.headline or g.headline or f.lead != g.lead
    if f.value == g.value and a.qualifier != "vague" and b.qualifier != "vague":
        return ahead or f.anaphor or (f.lead and f.value > 1)
    return ahead


def _announces(text: _Text, f: _Figure, g: _Figure) -> bool:
    """Whether the next sentence says a figure again at more length on the word of the same source."""
    return (
        g.sentence.index == f.sentence.index + 1
        and not g.anaphor
        and bool(f.origin & g.origin)
        and text.article.text(f.sentence.index) != text.article.text(g.sentence.index)
        and _restatable(f, g)
    )


def _parts(text: _Text, ties: Ties) -> Iterator[tuple[_Figure, RelationType, _Figure]]:
    """Part of, by its words: "including", "of whom", "16 of the 36", "among 34 killed", "among the dead"."""
    for i, part in enumerate(text.figures):
        whole = _whole_after(text, i) or _whole_before(text, i)
        if whole is not None and not part.added:
            yield part, "part_of", whole


def _whole_after(text: _Text, i: int) -> _Figure | None:
    part = text.figures[i]
    for g in text.figures[i + 1 : i + 1 + _SUM_REACH]:
        if g.sentence != part.sentence:
            return None
        words = text.between(part, g)
        by_words = _pattern("parts", "among_total").search(words) or _pattern("parts", "of_the").search(words)
        if by_words and _may_hold(g, part):
            return g
    return None


def _may_hold(whole: _Figure, part: _Figure) -> bool:
    a, b = whole.claim, part.claim
    if _overlaps(a, b) or a.unit != b.unit:
        return False
    return part.value <= (whole.value if a.high is None else a.high)


def _whole_before(text: _Text, i: int) -> _Figure | None:
    part = text.figures[i]
    earlier = [g for g in text.before(i) if _may_hold(g, part)]
    same = [g for g in earlier if g.sentence == part.sentence]
    for g in reversed(same):
        if _pattern("parts", "including").search(text.between(g, part)):
            listed = [h for h in same if h is not g and _pattern("parts", "including").search(text.between(g, h))]
            if all(_same_kind(h.claim, part.claim) for h in listed):
                return g
    near = [g for g in earlier if 0 < part.sentence.index - g.sentence.index <= _SUM_REACH]
    if not same and _pattern("parts", "opening").search(text.opening(part)):
        return _largest(near, part)
    if _pattern("parts", "among_the").search(text.article.text(part.sentence.index)):
        return _largest([g for g in near if _same_kind(g.claim, part.claim)], part)
    return None


def _largest(figures: Sequence[_Figure], part: _Figure) -> _Figure | None:
    alike = [g for g in figures if g.claim.measure == part.claim.measure] or list(figures)
    return max(alike, key=lambda g: (not g.headline, g.value, -g.claim.start), default=None)


def _sums(text: _Text, ties: Ties) -> Iterator[tuple[_Figure, RelationType, _Figure]]:
    """Part of, by arithmetic: a run of two or more figures of one kind that adds up to a figure before it."""
    taken = {i for i, t in ties.items() if any(type_ == "part_of" for type_, _ in t)}
    totals = [i for i, f in enumerate(text.figures) if f.claim.qualifier != "vague" and not f.headline]
    for i in sorted(totals, key=lambda i: (-text.figures[i].value, i)):
        total = text.figures[i]
        alike = [g for g in text.after(i) if g.index not in taken and _same_kind(g.claim, total.claim)]
        run = _adding_up(alike, total)
        taken |= {g.index for g in run}
        yield from ((g, "part_of", total) for g in run)


def _adding_up(figures: Sequence[_Figure], total: _Figure) -> Sequence[_Figure]:
    for first in range(len(figures)):
        running: Number = 0
        for last in range(first, len(figures)):
            g = figures[last]
            if g.claim.qualifier == "vague" or g.value >= total.value or running > total.value:
                break
            running += g.value
            run = figures[first : last + 1]
            if running == total.value and len(run) > 1 and _close(run, total):
                return run
    return ()


def _close(run: Sequence[_Figure], total: _Figure) -> bool:
    first, last = run[0].sentence, run[-1].sentence
    if first == last and (len(run) > 2 or first == total.sentence):
        return True
    return last.paragraph == total.sentence.paragraph and last.index - total.sentence.index <= _SUM_REACH


def _shares(text: _Text, ties: Ties) -> Iterator[tuple[_Figure, RelationType, _Figure]]:
    """Part of, by whose they are: the lead counts everybody's, a later figure those of one party."""
    joint = [f for f in text.figures if f.lead and f.claim.party is None][:_NEIGHBOURS]
    for part in text.figures:
        if part.claim.party is None or part.added or any(type_ == "part_of" for type_, _ in ties[part.index]):
            continue
        wholes = [
            g
            for g in joint
            if g.claim.start < part.claim.start
            and _same_kind(g.claim, part.claim)
            and _same_time(g.claim, part.claim)
            and _may_hold(g, part)
            and g.value > part.value
        ]
        whole = _largest(wholes, part)
        if whole is not None:
            yield part, "part_of", whole


def _derivations(text: _Text, ties: Ties) -> Iterator[tuple[_Figure, RelationType, _Figure]]:
    """Derived from: a figure worked out from a rate told just before."""
    for i, f in enumerate(text.figures):
        if _kind(f) == "rate" or not _pattern("derived", "words").search(text.article.text(f.sentence.index)):
            continue
        near = [g for g in text.before(i) if f.sentence.index - g.sentence.index <= _SUM_REACH]
        rates = [g for g in near if _kind(g) == "rate" and g.claim.unit == f.claim.unit]
        if rates:
            yield f, "derived_from", rates[-1]


def _kind(f: _Figure) -> str | None:
    return None if f.claim.when is None else f.claim.when.kind


def _contrasts(text: _Text, ties: Ties) -> Iterator[tuple[_Figure, RelationType, _Figure]]:
    """Contrasts: another source gives another number for the same thing. The target is the first figure given."""
    whole = [f for f in text.figures if not any(type_ in ("part_of", "updates") for type_, _ in ties[f.index])]
    given: dict[tuple[str, str, str | None], list[_Figure]] = {}
    for f in whole:
        earlier = given.setdefault((f.claim.measure, f.claim.unit, f.claim.party), [])
        first = next((g for g in earlier[:_NEIGHBOURS] if _at_odds(f, g)), None)
        if first is not None:
            yield f, "contrasts", first
        earlier.append(f)


def _at_odds(f: _Figure, g: _Figure) -> bool:
    a, b = f.claim, g.claim
    if not f.origin or f.origin & g.origin or g.headline or _overlaps(a, b) or a.status != b.status:
        return False
    if f.added or g.added or _kind(f) != _kind(g) or _kind(f) not in ("cumulative", "stock", "event"):
        return False
    near = f.sentence.paragraph - g.sentence.paragraph <= 1
    if not g.origin and _kind(f) != "cumulative":
        return False
    if f.origin <= frozenset(table("relations")["origins"]["documents"]):
        return False
    if "vague" in (a.qualifier, b.qualifier) and _meet(a, b):
        return False
    return (_kind(f) == "cumulative" or (near and _same_time(a, b))) and f.value != g.value


def _meet(a: Claim, b: Claim) -> bool:
    """Whether some number is allowed by both."""
    low = max(a.low if a.low is not None else 0, b.low if b.low is not None else 0)
    highs = [c.high for c in (a, b) if c.high is not None]
    return not highs or low <= min(highs)


def _updates(text: _Text, ties: Ties) -> Iterator[tuple[_Figure, RelationType, _Figure]]:
    """Updates: "up from 12", "an earlier toll of 12", "the toll rose from 12 to 15"."""
    for i, old in enumerate(text.figures):
        opening = text.opening(old)
        if _pattern("updates", "risen").search(opening):
            newer = [g for g in text.figures[i + 1 : i + 2] if g.sentence == old.sentence]
        elif _pattern("updates", "earlier").search(opening):
            newer = [g for g in text.before(i) if old.sentence.index - g.sentence.index <= _SUM_REACH]
        else:
            continue
        alike = [g for g in newer if _same_kind(g.claim, old.claim)]
        if alike:
            yield alike[-1], "updates", old
