"""The window of a mention by those around it: its list, the same figure elsewhere, the event that its passage dates."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tollbook.claim import Span, Window
from tollbook.extraction.article import Article
from tollbook.extraction.mention import Mention
from tollbook.extraction.when.background import Background, recalls_opening, top
from tollbook.extraction.when.draft import DATED, Draft
from tollbook.extraction.when.mentioned import near
from tollbook.extraction.when.onsets import onset
from tollbook.extraction.when.saying import seems_speech
from tollbook.extraction.when.timex import Timex
from tollbook.extraction.when.totals import MANY
from tollbook.extraction.when.tree import is_perfect, tokens_at, verb_of
from tollbook.extraction.when.words import pattern, tells_deed, words

LIST = 40
"""Two quantities of a sentence at most so many characters apart stand in one list."""
BACK = 3
"""How many sentences before a mention can date its event."""
NEXT = 2
"""How many sentences on a passage may take up the total before it."""
PARAGRAPH = 8
"""A paragraph of more sentences is a page that lost its line breaks: it holds several stories."""
ADDS = "what the last day added to the total before it"
ROUNDED = 100
"""A larger figure, told again, may be rounded by a tenth."""
ENTRY = "an entry of the day, stamped with its hour"
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d ?(?:[ap]\.?m\b|GMT|BST|UTC|[A-Z]{2,4}T|:)", re.I)
"""What an entry of a live page begins with."""
CONTINUES = "goes on with the figure before it"

Times = Mapping[int, tuple[Timex, ...]]
"""The time expressions of sentences, with offsets in the sentence."""


def needed(article: Article, mentions: Sequence[Mention]) -> set[int]:
    """The sentences whose time expressions can matter to the mentions."""
    back = {j for m in mentions for j in range(max(0, m.sentence - BACK), m.sentence + 1)}
    return back | set(top(article))


def continued(article: Article, mentions: Sequence[Mention], drafts: Sequence[Draft]) -> list[Draft]:
    """With figures that have no window of their own going on with the one before: its part, its list, its passage."""
    out = list(drafts)
    last = 0
    for i in range(1, len(out)):
        a, b, d, before = mentions[last], mentions[i], out[i], out[last]
        if b.quantity.text.startswith("+") and before.window.kind == "cumulative":
            out[i] = replace(before, window=Window("period", None, before.window.end), rule=ADDS, sure=True)
            continue
        last = i
        if d.dated or d.window.kind in ("stock", "planned", "rate"):
            continue
        if _is_part(article, a, b, d, before) or _takes_up(article, a, b, d, before):
            out[i] = replace(before, rule=CONTINUES, sure=False)
    return out


def _is_part(article: Article, a: Mention, b: Mention, d: Draft, before: Draft) -> bool:
    """Whether ``b`` counts a part of ``a``, or stands in one list with it."""
    kind = before.window.kind
    if (not before.dated and kind != "cumulative") or (d.sure and d.window.kind not in (kind, "event")):
        return False
    if a.measure != b.measure and kind not in ("cumulative", "period", "event"):
        return False
    between = article.plain[a.quantity.end : b.quantity.start]
    if a.sentence == b.sentence and len(between) <= LIST and ";" not in between:
        return True
    beside = article.plain[max(a.quantity.end, article.sentences[b.sentence].start) : b.quantity.start]
    near_by = a.measure == b.measure and b.sentence - a.sentence <= 1
    of_them = pattern("carry", "shares").match(article.plain, b.quantity.end + 1) is not None
    return near_by and (of_them or pattern("carry", "parts").search(beside) is not None)


def _takes_up(article: Article, a: Mention, b: Mention, d: Draft, before: Draft) -> bool:
    """Whether ``b`` goes on with the running total, or the day's figures, that ``a`` began in its passage."""
    if d.sure or a.party != b.party or b.measure not in words("measures", "losses"):
        return False
    daily = before.window.kind == "period" and len(before.window.start or "") == 10
    if before.window.kind != "cumulative" and not daily:
        return False
    same = article.sentences[a.sentence].paragraph == article.sentences[b.sentence].paragraph
    if pattern("carry", "elsewhere").search(article.text(b.sentence)):
        return False
    return same and b.sentence - a.sentence <= NEXT and (_figure(b) >= MANY or _goes_on(article, b))


def _figure(m: Mention) -> float:
    return float(m.quantity.low if m.quantity.low is not None else m.quantity.high or 0)


def same_count(a: Mention, b: Mention) -> bool:
    """Whether two mentions count the same: one measure and unit, and figures that are equal or, rounded, near."""
    x, y = _figure(a), _figure(b)
    rounded = max(x, y) >= ROUNDED or "exact" not in (a.quantity.qualifier, b.quantity.qualifier)
    return (a.measure, a.unit) == (b.measure, b.unit) and abs(x - y) <= (0.1 * max(x, y) if rounded else 0)


def _size(m: Mention) -> int:
    """Sizes that grow by a tenth: the same count lies in the same one or the next."""
    return round(math.log(max(_figure(m), 1)) / math.log(1.12))


def restated(article: Article, mentions: Sequence[Mention], drafts: Sequence[Draft]) -> list[Draft]:
    """With figures that lack a kind or a date taking it from the same figure elsewhere.

    Only a headline takes a plan or a state from the body: there, the same number of others may be meant.
    """
    first: dict[tuple[str, str, int], dict[tuple[str, bool], int]] = {}
    for i, (m, d) in enumerate(zip(mentions, drafts, strict=True)):
        if d.dated:
            first.setdefault((m.measure, m.unit, _size(m)), {}).setdefault((d.window.kind, d.sure), i)
    out = list(drafts)
    for i, (m, d) in enumerate(zip(mentions, drafts, strict=True)):
        if d.sure and d.dated:
            continue
        body = article.sentences[m.sentence].role == "body"
        kinds = {d.window.kind, "event", "cumulative", "period"} if body or d.sure else None
        places = [first.get((m.measure, m.unit, _size(m) + step), {}) for step in (-1, 0, 1)]
        found = sorted(
            (not sure, j)
            for place in places
            for (kind, sure), j in place.items()
            if j != i and (kinds is None or kind in kinds) and (sure or not d.dated) and same_count(m, mentions[j])
        )
        if found and (not d.sure or drafts[found[0][1]].window.kind == d.window.kind):
            out[i] = replace(drafts[found[0][1]], rule="the same figure elsewhere")
    return out


def dated(
    article: Article, background: Background, mentions: Sequence[Mention], drafts: Sequence[Draft], times: Times
) -> list[Draft]:
    """With undated events taking the date of those before them in the paragraph, else of the article's top."""
    apart = [_is_apart(article, mentions, i) for i in range(len(mentions))]
    told = _told(mentions, drafts)
    lead = (
        None
        if background.digest
        else _lead(article, background, mentions, times, told) or _only(mentions, drafts, apart)
    )
    about = words("measures", "tolls") | _counted_beside(article, mentions, lead)
    starts = {s.paragraph: s.index for s in reversed(article.sentences)}
    sizes = Counter(s.paragraph for s in article.sentences)
    out = list(drafts)
    for i, (m, d) in enumerate(zip(mentions, drafts, strict=True)):
        if d.window.kind != "event" or d.dated:
            continue
        pointed = pattern("carry", "demonstratives").match(article.text(m.sentence)) is not None
        short = pointed or sizes[article.sentences[m.sentence].paragraph] <= PARAGRAPH
        beside = _paragraph(article, background, m, times, told) if short else None
        main = None if apart[i] or m.measure not in about else lead
        event = (
            (main or beside)
            if background.disaster and m.measure in words("measures", "harms") and not pointed
            else (beside or main)
        )
        if event is None and _CLOCK.match(article.text(starts[article.sentences[m.sentence].paragraph])):
            out[i] = replace(
                d, window=Window("event", background.published, background.published), rule=ENTRY, dated=True
            )
        elif event is not None:
            out[i] = replace(d, window=event.window, rule="dated by its passage", words=event.words, dated=True)
        elif background.disaster and m.measure in words("measures", "tolls") and _goes_on(article, m):
            out[i] = replace(
                d, window=Window("event", None, background.published), rule="a disaster that goes on", dated=True
            )
    return out


def _counted_beside(article: Article, mentions: Sequence[Mention], lead: Draft | None) -> set[str]:
    """What the sentence that dates the article's event counts."""
    if lead is None or lead.words is None:
        return set()
    at = lead.words.start
    return {
        m.measure for m in mentions if article.sentences[m.sentence].start <= at < article.sentences[m.sentence].end
    }


def _told(mentions: Sequence[Mention], drafts: Sequence[Draft]) -> dict[int, Draft]:
    """The first event of each sentence that one of its figures dates to the day."""
    found: dict[int, Draft] = {}
    for m, d in zip(mentions, drafts, strict=True):
        if d.window.kind == "event" and d.rule == DATED and len(d.window.end or "") == 10:
            found.setdefault(m.sentence, d)
    return found


def _is_apart(article: Article, mentions: Sequence[Mention], i: int) -> bool:
    """Whether the words around a mention tell of another event than the article's."""
    m = mentions[i]
    around = [o for o in mentions[max(0, i - 1) : i + 2] if o.sentence == m.sentence]
    sentence = article.text(m.sentence)
    stretch = near(sentence, article.sentences[m.sentence].start, m, around)
    return pattern("carry", "elsewhere").search(sentence, stretch.start, stretch.end) is not None


def _goes_on(article: Article, m: Mention) -> bool:
    at = article.sentences[m.sentence].start
    return is_perfect(verb_of(tokens_at(article.doc(m.sentence), m.quantity.start - at, m.quantity.end - at)[0]))


def _only(mentions: Sequence[Mention], drafts: Sequence[Draft], apart: Sequence[bool]) -> Draft | None:
    """The event of the article, where all that it dates are dated alike."""
    found = [
        d
        for m, d, other in zip(mentions, drafts, apart, strict=True)
        if d.window.kind == "event" and d.dated and len(d.window.end or "") == 10
        if not other and d.rule != CONTINUES and m.measure not in words("measures", "relief")
    ]
    return found[0] if len({d.window.end for d in found}) == 1 else None


def _paragraph(
    article: Article, background: Background, m: Mention, times: Times, told: Mapping[int, Draft]
) -> Draft | None:
    """The nearest dated event before the mention in its paragraph."""
    paragraph = article.sentences[m.sentence].paragraph
    for j in range(m.sentence - 1, max(-1, m.sentence - BACK - 1), -1):
        if article.sentences[j].paragraph != paragraph:
            return None
        event = told.get(j) or _event_in(article, background, j, times)
        if event is not None:
            return event
    return None


def _lead(
    article: Article, background: Background, mentions: Sequence[Mention], times: Times, told: Mapping[int, Draft]
) -> Draft | None:
    """The event that the article is about: from its top, but not from a sentence about another."""
    if background.disaster:
        for j in top(article):
            x = onset(article.text(j), times[j])
            if x is not None and not pattern("carry", "elsewhere").search(article.text(j)):
                return _day(article, j, x)
    counted: list[Mention] = []
    for j in top(article):
        text = article.text(j)
        here = [m for m in mentions if m.sentence == j]
        shared = [(a, b) for a in here for b in counted if a.measure == b.measure]
        another = bool(shared) and not any(same_count(a, b) for a, b in shared)
        if another or pattern("carry", "elsewhere").search(text):
            continue
        counted += here
        event = told.get(j) or (_event_in(article, background, j, times) if here or tells_deed(text) else None)
        if event is not None:
            return event
    return None


def _event_in(article: Article, background: Background, j: int, times: Times) -> Draft | None:
    """The first day in a sentence on which something happened, rather than was said; an hour alone is of today."""
    text = article.text(j)
    points = [x for x in times[j] if x.role == "point" and x.last is not None]
    days = [x for x in points if x.grain in ("day", "bare") and not recalls_opening(text, x, background.war)]
    done = [x for x in days if not seems_speech(text, x)] or [x for x in points if x.grain == "clock" and not days]
    x = onset(text, days) or next(iter(done), None)
    return None if x is None else _day(article, j, x)


def _day(article: Article, j: int, x: Timex) -> Draft:
    at = article.sentences[j].start
    return Draft(Window("event", x.first, x.last), "", Span(at + x.start, at + x.end), True, True)
