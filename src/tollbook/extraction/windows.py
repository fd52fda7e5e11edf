"""What stretch of time a figure stands for: a total, a period, one event, a rate, a stock or a plan, and its dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tollbook.claim import Reason, Window
from tollbook.extraction.article import Article
from tollbook.extraction.mention import Mention
from tollbook.extraction.when.background import background
from tollbook.extraction.when.bulletins import bulletin
from tollbook.extraction.when.draft import Draft
from tollbook.extraction.when.mentioned import mentioned
from tollbook.extraction.when.own import own_window
from tollbook.extraction.when.passage import continued, dated, needed, restated
from tollbook.extraction.when.timexes import timexes


def windows(article: Article, mentions: Sequence[Mention]) -> list[tuple[Window | None, tuple[Reason, ...]]]:
    """The window of each mention, in order, and the reasons for it.

    Dates are resolved against ``article.document.published``; without it only dates given in full are known.
    Mentions are expected in the order of the text.
    """
    if not mentions:
        return []
    whole = background(article)
    times = {j: timexes(article.text(j), whole.published) for j in needed(article, mentions)}
    beside: dict[int, list[Mention]] = defaultdict(list)
    for m in mentions:
        beside[m.sentence].append(m)
    drafts = [own_window(mentioned(article, whole, m, beside[m.sentence], times[m.sentence])) for m in mentions]
    drafts = bulletin(article, mentions, continued(article, mentions, drafts), times)
    drafts = restated(article, mentions, drafts)
    drafts = restated(article, mentions, dated(article, whole, mentions, drafts, times))
    return [(d.window, (_reason(d),)) for d in drafts]


def _reason(draft: Draft) -> Reason:
    if draft.words is None:
        return Reason("when", draft.rule)
    return Reason("when", draft.rule, draft.words.start, draft.words.end)
