"""Who is said to have done it: whoever harms is not the harmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tollbook.extraction.names import Party
from tollbook.extraction.whose.case import Case
from tollbook.extraction.whose.clause import subject
from tollbook.extraction.whose.sites import scene_after
from tollbook.extraction.whose.words import either

_NEAR = 12
"""How many characters behind "shelled by" the doer's name may begin."""


def culprits(case: Case) -> frozenset[str]:
    """The parties that the sentence says did it: "Israel killed …", "… killed by Russian fire", "in a raid by Kenya".

    A name that is the place of what happened ("the Kabul bombing") did nothing.
    """
    trigger = case.measured.trigger
    if trigger is None or trigger.role == "toll":
        return frozenset()
    named = [p for p in _doers(case, trigger.head, of_object=trigger.role == "object") if p.form != "seat"]
    return frozenset(p.code for p in named if not scene_after().match(case.text, p.end, p.end + 30))


def _doers(case: Case, trigger: int, *, of_object: bool) -> Iterator[Party]:
    word = case.doc[trigger]
    who = subject(word) if of_object else None
    if who is not None and who.i != case.measured.thing.head:
        yield from case.under(who)
    for child in word.children:
        if child.lower_ == "by":
            yield from case.behind(child)[:1]
    for deed in _done_by().finditer(case.text):
        yield from [p for p in case.named if 0 <= p.start - deed.end() <= _NEAR][:1]


@cache
def _done_by() -> re.Pattern[str]:
    return re.compile(rf"\b{either('deeds')}\b[^.;,]{{0,24}}?\bby (?:the )?(?:[\w-]+ ){{0,2}}?")
