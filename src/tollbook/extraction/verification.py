"""Whether a text says that its figures could not be verified, or were confirmed independently."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tollbook.claim import Reason, Source, Verification
from tollbook.extraction.article import Article
from tollbook.extraction.mention import Mention
from tollbook.lexicon import table

Checked = tuple[Verification | None, tuple[Reason, ...]]

_REACH = 8
"""How many sentences back a remark may speak of figures."""


def verifications(
    article: Article, mentions: Sequence[Mention], sources: Sequence[tuple[Source, ...]]
) -> list[Checked]:
    """What the text says of each figure's verification, in order, with the words that say it.

    A remark ("the claims could not be independently verified") covers the figures in its own sentence; where it holds
    none, those of the sentences before it in its paragraph that go back to the same source; where the paragraph holds
    none, those of the paragraph before. A remark on a film or a document covers the figures taken from it.
    """
    found: list[Checked] = [(None, ())] * len(mentions)
    at: dict[int, list[int]] = {}
    for i, mention in enumerate(mentions):
        at.setdefault(mention.sentence, []).append(i)
    if not at:
        return found
    for sentence in range(min(at), min(max(at) + 4, len(article.sentences))):
        remark = _remark(article, sentence)
        if remark is None:
            continue
        for i in _covered(article, mentions, sources, at, sentence, remark[1][0]):
            if found[i][0] is None:
                found[i] = remark
    return found


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(table("hedges")["verification"][name]), re.IGNORECASE)


def _remark(article: Article, sentence: int) -> Checked | None:
    text, start = article.text(sentence), article.sentences[sentence].start
    kinds: tuple[tuple[str, Verification], ...] = (("unverified", "unverified"), ("verified", "verified"))
    for name, value in kinds:
        match = _pattern(name).search(text)
        if match and not _pattern("other_objects").search(text):
            return value, (
                Reason("verification", f"the text calls it {value}", start + match.start(), start + match.end()),
            )
    return None


def _covered(
    article: Article,
    mentions: Sequence[Mention],
    sources: Sequence[tuple[Source, ...]],
    at: dict[int, list[int]],
    sentence: int,
    words: Reason,
) -> list[int]:
    """The mentions that a remark in ``sentence`` speaks of."""
    own = [i for i in at.get(sentence, []) if not _turned(article, words, mentions[i])]
    if own:
        return own
    media = {m.group().lower().rstrip("s") for m in _pattern("media").finditer(article.text(sentence))}
    earlier = [j for j in range(max(0, sentence - _REACH), sentence) if j in at]
    named = [j for j in earlier if _tells_of(article.text(j), media)]
    if named:
        return [i for j in named for i in at[j]]
    paragraph = article.sentences[sentence].paragraph
    for number in (paragraph, paragraph - 1):
        before = [j for j in earlier if article.sentences[j].paragraph == number]
        if before:
            last = at[max(before)][-1]
            return [i for j in before for i in at[j] if _origin(sources[i]) == _origin(sources[last])]
    return []


def _turned(article: Article, words: Reason, mention: Mention) -> bool:
    """Whether a new thought begins between the remark and a figure after it."""
    return (
        words.end is not None and _pattern("turns").search(article.plain, words.end, mention.quantity.start) is not None
    )


def _tells_of(text: str, media: set[str]) -> bool:
    return any(m.group().lower().rstrip("s") in media for m in _pattern("media").finditer(text))


def _origin(sources: tuple[Source, ...]) -> str | None:
    return sources[0].text.lower() if sources else None
