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

_INTRODUCTION = re.compile(r"\W*according to\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?)\s+")
_REACH = 8
"""How many sentences back, or list items ahead, a remark may speak of figures."""
_PARAGRAPHS = 4
"""How many paragraphs, its own included, a remark on what several people said may speak of."""


def verifications(
    article: Article, mentions: Sequence[Mention], sources: Sequence[tuple[Source, ...]]
) -> list[Checked]:
    """What the text says of each figure's verification, in order, with the words that say it.

    A remark ("the claims could not be independently verified") covers the figures in its own sentence; where it holds
    none, those of the sentences before it in its paragraph that go back to the same source; where the paragraph holds
    none, those of the paragraph before. "None of these claims", "neither side's" cover all that sources say there, and
    reach back, paragraph by paragraph, until they have met two of them. A remark on a film or a document covers the
    figures taken from it; "According to data confirmed by …" without a figure covers the sentence or list that follows.
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
    if _pattern("other_objects").search(text):
        return None
    value: Verification = "unverified"
    match = _pattern("unverified").search(text)
    if match is None:
        match = _pattern("verified").search(text)
        if match is None:
            return None
        if not _pattern("negations").search(text, 0, match.start()):
            value = "verified"
    words = Reason("verification", f"the text calls it {value}", start + match.start(), start + match.end())
    return value, (words,)


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
    if _INTRODUCTION.match(article.text(sentence)):
        last = sentence + 1
        while (
            last + 1 < min(sentence + 1 + _REACH, len(article.sentences))
            and article.sentences[last + 1].role == "bullet"
        ):
            last += 1
        return [i for j in range(sentence + 1, last + 1) for i in at.get(j, ())]
    media = {m.group().lower().rstrip("s") for m in _pattern("media").finditer(article.text(sentence))}
    earlier = [j for j in range(max(0, sentence - _REACH), sentence) if j in at]
    named = [j for j in earlier if _tells_of(article.text(j), media)]
    if named:
        return [i for j in named for i in at[j]]
    covered: list[int] = []
    several = _pattern("several").search(article.text(sentence)) is not None
    paragraph = article.sentences[sentence].paragraph
    for number in range(paragraph, paragraph - _PARAGRAPHS, -1):
        before = [j for j in earlier if article.sentences[j].paragraph == number]
        if not before and number < paragraph:
            break
        inside = [i for j in before for i in at[j]]
        covered += inside if several else [i for i in inside if _origin(sources[i]) == _origin(sources[inside[-1]])]
        origins = {_origin(sources[i]) for i in covered}
        if covered and (not several or number == paragraph or len(origins) > 1):
            break
    said = [i for i in covered if sources[i]]
    return said if several and said else covered


def _turned(article: Article, words: Reason, mention: Mention) -> bool:
    """Whether a new thought begins between the remark and a figure after it."""
    return (
        words.end is not None and _pattern("turns").search(article.plain, words.end, mention.quantity.start) is not None
    )


def _tells_of(text: str, media: set[str]) -> bool:
    return any(m.group().lower().rstrip("s") in media for m in _pattern("media").finditer(text))


def _origin(sources: tuple[Source, ...]) -> str | None:
    return _ARTICLE.sub("", sources[0].text.lower()) if sources else None
