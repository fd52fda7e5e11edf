"""A figure between two statements of one speaker: "…, the ministry said. Two boats sank. …, the ministry added."."""

from __future__ import annotations

from tollbook.extraction.attribution.cue import Cue
from tollbook.extraction.attribution.elsewhere import goes_on_by
from tollbook.extraction.attribution.sourcenames import bare
from tollbook.extraction.attribution.spoken import Spoken
from tollbook.extraction.attribution.spokenfor import body, speaks_for_one

ACCOUNT = 3
"""How many sentences a speaker's account may go on before he is named again."""


def between(spoken: Spoken, index: int) -> Cue | None:
    """Whoever spoke last in the paragraph, where the next who speaks, in it or the next, is the same.

    "…, the ministry said. Two boats sank. Nobody survived, the ministry added." What only recalls a war's toll or
    an earlier deed is the writer's.
    """
    if goes_on_by("recalls").search(spoken.article.text(index)):
        return None
    paragraph = spoken.article.sentences[index].paragraph
    back = range(index - 1, max(-1, index - 1 - ACCOUNT), -1)
    ahead = range(index + 1, min(len(spoken.article.sentences), index + 1 + ACCOUNT))
    before = _speaking(spoken, back, paragraph, paragraph)
    if before is None or before.inner or '"' in spoken.article.text(spoken.names.sentence(before.trigger.start)):
        return None
    after = _speaking(spoken, ahead, paragraph, paragraph + 1)
    if after is None:
        return None
    return _body_of_both(spoken, before, after) or (before if _same(spoken, before, after) else None)


def _body_of_both(spoken: Spoken, one: Cue, other: Cue) -> Cue | None:
    """Of a body and somebody who speaks for it, the one that names the body."""
    plain = spoken.article.plain
    places = [spoken.names.full(c.speaker) or c.speaker for c in (one, other)]
    bodies = [body(plain, p) for p in places]
    if not all(bodies) or not (bodies[0] <= bodies[1] or bodies[1] <= bodies[0]):
        return None
    named = (c for c, p in zip((one, other), places, strict=True) if not speaks_for_one(plain, p))
    return next(named, None)


def _speaking(spoken: Spoken, indices: range, first: int, last: int) -> Cue | None:
    """The first cue of the nearest of these sentences that has one, within the paragraphs."""
    for i in indices:
        if not first <= spoken.article.sentences[i].paragraph <= last:
            return None
        found = spoken.cues(i)
        if found:
            return found[0]
    return None


def _same(spoken: Spoken, one: Cue, other: Cue) -> bool:
    """Whether both cues name the same speaker, in full or in short."""
    places = spoken.names.full(one.speaker), spoken.names.full(other.speaker)
    names = [bare(spoken.article.plain[p.start : p.end]).split() if p else [] for p in places]
    shorter, longer = sorted(names, key=len)
    return bool(shorter) and shorter in (longer[: len(shorter)], longer[-len(shorter) :])
