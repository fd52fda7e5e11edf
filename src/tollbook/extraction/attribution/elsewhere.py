"""A figure whose sentence names nobody: the source that a sentence beside it, or the head of its list, gives it."""

from __future__ import annotations

import re
from functools import cache

from tollbook.extraction.attribution.cue import Cue
from tollbook.extraction.attribution.speech import speaks
from tollbook.extraction.attribution.spoken import Spoken
from tollbook.lexicon import table

LISTED = 40
"""How many lines a list may have under the words that announce it."""


def beside(spoken: Spoken, index: int) -> tuple[str, Cue] | None:
    """The cue that stands elsewhere and holds for the sentence, with the name of its rule."""
    for rule, find in _RULES:
        cue = find(spoken, index)
        if cue is not None:
            return rule, cue
    return None


def _listed(spoken: Spoken, index: int) -> Cue | None:
    """The cue of the line that announced the list this line is in: "According to the ministry:"."""
    sentence = spoken.article.sentences[index]
    in_list = _item(spoken, index)
    for back in range(index - 1, max(-1, index - LISTED), -1):
        before = spoken.article.sentences[back]
        text = spoken.article.text(back)
        if text.endswith(":") and speaks().search(text):
            outside = [c for c in spoken.cues(back) if not c.inner]
            return outside[-1] if outside else None
        if before.paragraph != sentence.paragraph and not (in_list and _item(spoken, back)):
            return None
    return None


def _item(spoken: Spoken, index: int) -> bool:
    """Whether the sentence stands in a line of a list, also one whose star was set with no space."""
    sentences = spoken.article.sentences
    first = index
    while index - first < LISTED and spoken.together(first - 1, first):
        first -= 1
    return sentences[index].role in ("bullet", "heading") or spoken.article.plain[sentences[first].start] == "*"


def _digested(spoken: Spoken, index: int) -> Cue | None:
    """The outlet whose name opened this stretch of a digest: "Al-Hayat: A bomb killed … Near Basra a man …"."""
    if not spoken.digest:
        return None
    for back in range(index - 1, max(-1, index - LISTED), -1):
        if not spoken.together(back, index):
            return None
        label = _outlet_label(spoken, back)
        if label is not None:
            return label
    return None


def _outlet_label(spoken: Spoken, index: int) -> Cue | None:
    """The name of an outlet that opens the sentence, with its colon."""
    return next((c for c in spoken.cues(index) if c.rule == "label" and c.governs and spoken.outlet(c)), None)


def _cut_off(spoken: Spoken, index: int) -> Cue | None:
    """The cue of a sentence before that is nothing but one: "According to the coast guard. Nine boats sank"."""
    if not spoken.together(index - 1, index):
        return None
    found = [c for c in spoken.cues(index - 1) if c.rule == "according to" and c.governs]
    if not found or any(t.dep_ in ("nsubj", "nsubjpass", "expl") for t in spoken.article.doc(index - 1)):
        return None
    return found[0]


def _told_after(spoken: Spoken, index: int) -> Cue | None:
    """The source that the next sentence gives for this one: "The figure comes from …", "This was reported by …"."""
    if not spoken.together(index, index + 1) or not goes_on_by("back").match(spoken.article.text(index + 1)):
        return None
    return next((c for c in spoken.cues(index + 1) if not c.inner), None)


def _again(spoken: Spoken, index: int) -> Cue | None:
    """The speaker of the sentence before, for a figure that "is reported" with nobody named."""
    if not spoken.together(index - 1, index) or not goes_on_by("again").search(spoken.article.text(index)):
        return None
    return next((c for c in spoken.cues(index - 1) if not c.inner), None)


def _added(spoken: Spoken, index: int) -> Cue | None:
    """Whoever spoke in the sentence before, for one that adds to it: "In addition …", "In the same period …"."""
    before = spoken.sentence(index - 1)
    if before is None or not goes_on_by("adds").match(spoken.article.text(index)):
        return None
    if spoken.article.sentences[index].paragraph - before.paragraph > 1 or spoken.quotes.around(before.end - 1):
        return None
    return next((c for c in spoken.cues(index - 1) if not c.inner), None)


_RULES = (
    ("list after", _listed),
    ("digest", _digested),
    ("cut off", _cut_off),
    ("told after", _told_after),
    ("again", _again),
    ("adds", _added),
)
"""In the order of trust."""


@cache
def goes_on_by(name: str) -> re.Pattern[str]:
    """The words under a name in ``speech.toml``'s table of what goes on from another sentence."""
    return re.compile("|".join(table("speech")["continues"][name]), re.I)
