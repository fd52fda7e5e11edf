"""A bulletin's figures: those that follow a stated day or week, and have no time of their own, are of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tollbook.claim import Window
from tollbook.extraction.article import Article
from tollbook.extraction.mention import Mention
from tollbook.extraction.when import dates
from tollbook.extraction.when.draft import Draft
from tollbook.extraction.when.timex import Timex
from tollbook.extraction.when.words import pattern, words

OPENING = 3
"""How many sentences at the top can say that an article is a bulletin."""
SPAN = 8
"""A bulletin covers no more days than this."""


def bulletin(
    article: Article, mentions: Sequence[Mention], drafts: Sequence[Draft], times: Mapping[int, tuple[Timex, ...]]
) -> list[Draft]:
    """With the undated losses and acts of a bulletin in the stretch of time last stated; other articles as they are."""
    out = list(drafts)
    opening = [s.index for s in article.sentences if s.furniture is None][:OPENING]
    title = article.document.title or ""
    about = " ".join([title, *(article.text(j) for j in opening)])
    if pattern("carry", "bulletins").search(about) is None:
        return out
    stated: Draft | None = None
    since = 0
    for i, (m, d) in enumerate(zip(mentions, drafts, strict=True)):
        if d.window.kind == "period" and d.dated and _is_short(d.window):
            stated, since = d, m.sentence + 1
        elif stated is None and m.sentence not in opening:
            return out
        elif stated is not None and _is_open(m, d) and not _is_another_story(article, m.sentence, since, times):
            out[i] = replace(stated, rule="in the time that the bulletin covers", sure=False)
    return out


def _is_short(window: Window) -> bool:
    first, last = dates.full(window.start), dates.full(window.end)
    return first is not None and last is not None and (last - first).days < SPAN


def _is_another_story(article: Article, sentence: int, since: int, times: Mapping[int, tuple[Timex, ...]]) -> bool:
    """Whether the paragraph has a time of its own by then, or says that it tells of something else."""
    paragraph = article.sentences[sentence].paragraph
    for j in range(sentence, since - 1, -1):
        if article.sentences[j].paragraph != paragraph:
            break
        if any(x.role in ("point", "window", "span") and x.last is not None for x in times.get(j, ())):
            return True
        if pattern("carry", "elsewhere").search(article.text(j)):
            return True
    return False


def _is_open(m: Mention, d: Draft) -> bool:
    """Whether nothing beside the figure says when it was, nor that it is the toll of one attack."""
    counts = m.measure in words("measures", "acts") or m.measure in words("measures", "losses")
    return (
        counts
        and d.window.kind == "event"
        and not d.dated
        and not (d.sure and m.measure in words("measures", "victims"))
    )
