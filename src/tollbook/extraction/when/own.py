"""The window of a mention by its own sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tollbook.claim import Span, Window, WindowKind
from tollbook.extraction.mention import Mention
from tollbook.extraction.when import dates
from tollbook.extraction.when.background import recalls_opening
from tollbook.extraction.when.draft import DATED, Draft
from tollbook.extraction.when.mentioned import REACH, Mentioned, event_word
from tollbook.extraction.when.onsets import day_named
from tollbook.extraction.when.plans import plan
from tollbook.extraction.when.saying import dates_speech, is_recount
from tollbook.extraction.when.stocks import stock
from tollbook.extraction.when.timex import Timex
from tollbook.extraction.when.totals import MANY, Total, total
from tollbook.extraction.when.tree import (
    SUBJECTS,
    distance,
    has_subject,
    is_aside,
    is_perfect,
    path,
    root_of,
    tokens_at,
    verb_of,
)
from tollbook.extraction.when.words import pattern, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN = re.compile(r"between\b", re.I)
"""Between two days that follow each other lies one night, or one bout of killing; two days that are joined are two."""
_WHEN = re.compile(r",? when\b")
"""What turns the date that something is counted from to that of a deed ("since Friday, when 9 were killed")."""


_ONCE = re.compile(r"\bwhen (?:a|an|the|its|their|his|her)\b")
"""What tells the one deed behind a figure ("drowned when a dam burst")."""


def own_window(it: Mentioned) -> Draft:
    """The mention's window, as far as its sentence tells."""
    rate = _rate(it)
    if rate is not None:
        return rate
    state = stock(it)
    coming = plan(it) if state is None or it.mention.measure == "deployed" else None
    if coming is not None:
        return _draft(it, "planned", "a plan", coming)
    chosen = _time(it)
    if state is not None:
        return _state(it, state, chosen)
    event = event_word(it)
    said = chosen is not None and dates_speech(it.doc, chosen, it.mention.measure)
    if chosen is None or said or chosen.role == "until":
        named = day_named(it.sentence, it.times) if it.mention.measure in words("measures", "tolls") else None
        if named is not None:
            return _draft(it, "event", DATED, named, named.first, named.last)
    if chosen is None or said:
        own = _recent(it) or _untimed(it, event, None)
        if chosen is not None and own.window.kind == "event" and is_recount(it.doc, chosen):
            return replace(own, window=Window("event", None, chosen.last))
        return own
    return _stretch(it, event, chosen) or _untimed(it, event, _point(it, chosen))


def _draft(
    it: Mentioned,
    kind: WindowKind,
    rule: str,
    found: Span | Timex | None,
    start: str | None = None,
    end: str | None = None,
    *,
    sure: bool = True,
    dated: bool = True,
) -> Draft:
    return Draft(Window(kind, start, end), rule, it.span(found.start, found.end) if found else None, sure, dated)


def _rate(it: Mentioned) -> Draft | None:
    """A rate goes with the quantity that it is the nearest to."""
    for x in it.times:
        inside = it.near.start <= x.start and x.end <= it.near.end and not _is_of_another(it, x)
        if x.role == "rate" and inside and all(_gap(it, x, o) >= _gap(it, x, it.mention) for o in it.others):
            month = next(
                (
                    y
                    for y in it.times
                    if y.role == "point" and y.grain == "month" and it.near.start <= y.start < it.near.end
                ),
                None,
            )
            window = Window("rate", month.first if month else None, month.last if month else None, x.per)
            return Draft(window, "a rate", it.span(x.start, x.end), True, month is not None)
    return None


def _is_of_another(it: Mentioned, x: Timex) -> bool:
    """Whether an adjective after the quantity stands with a noun apart ("90 left because of nightly raids")."""
    first = tokens_at(it.doc, x.start, x.end)[0]
    if first.dep_ != "amod" or x.start < it.end:
        return False
    above = {t.i for t in path(it.root)}
    noun = first.head
    return noun.i not in above and not (noun.dep_ in SUBJECTS and noun.head.i in above)


def _gap(it: Mentioned, x: Timex, m: Mention) -> int:
    return max(it.offset + x.start - m.quantity.end, m.quantity.start - it.offset - x.end)


def _time(it: Mentioned) -> Timex | None:
    """The time expression that hangs nearest to the quantity; one of saying only where there is no other."""
    if it.share is not None:
        return it.share
    day = any(x.role == "point" and x.grain != "clock" for x in it.times)
    times = [x for x in it.times if x.role not in ("rate", "future") and not (day and x.grain == "clock")]

    def rank(x: Timex) -> tuple[bool, int, int]:
        far = min(abs(x.start - it.end), abs(it.start - x.end))
        return (
            dates_speech(it.doc, x, it.mention.measure),
            distance(root_of(tokens_at(it.doc, x.start, x.end)), it.root),
            far,
        )

    nearest = min(times, key=rank, default=None)
    if nearest is None or (nearest.start >= it.near.end and _is_parted(it, nearest)) or _is_past(it, nearest):
        return None
    return nearest


def _is_parted(it: Mentioned, x: Timex) -> bool:
    """Whether a time belongs to another clause, or to a part of the figure ("20,000, including 80 in the past day")."""
    between = it.sentence[it.end : x.start]
    if x.role == "window" and (re.search(r"\bwith\b", between) or pattern("carry", "parts").search(between)):
        return True
    if x.role == "window" and any(it.end <= o.quantity.start - it.offset < x.start for o in it.others):
        governor = verb_of(root_of(tokens_at(it.doc, x.start, x.end)))
        if governor is not None and it.verb is not None and governor.i not in {t.i for t in path(it.root)}:
            return has_subject(governor)
    return pattern("carry", "clauses").search(between) is not None and re.search(r"\d", between) is not None


def _is_past(it: Mentioned, x: Timex) -> bool:
    """Whether a day is that of another verb than the perfect that counts ("began on Monday; 20 have died")."""
    verb = it.verb
    governor = verb_of(root_of(tokens_at(it.doc, x.start, x.end)))
    if x.role != "point" or x.grain == "clock" or verb is None or governor is None or not is_perfect(verb):
        return False
    return governor.i not in {t.i for t in path(verb)} and verb.i not in {t.i for t in path(governor)}


def _state(it: Mentioned, state: Span, chosen: Timex | None) -> Draft:
    end = None
    if chosen is not None and chosen.role in ("point", "until"):
        aside = is_aside(it.root, root_of(tokens_at(it.doc, chosen.start, chosen.end)))
        passed = any(it.end <= m.quantity.start - it.offset < chosen.start for m in it.others)
        end = None if aside or passed else _end_of(it, chosen)
    return _draft(it, "stock", "how many there are", state, None, end or _given_out(it) or it.background.published)


def _end_of(it: Mentioned, x: Timex) -> str | None:
    return it.background.war if x.grain == "start" and x.last is None else x.last


def _given_out(it: Mentioned) -> str | None:
    """The day that a figure was given out, or stands as of: said with a verb that governs the quantity."""
    above = set()
    for t in path(it.root):
        above.add(t.i)
        if t.dep_ == "conj" and has_subject(t):
            break
    for x in it.times:
        if x.last is not None and (x.role == "until" or (x.role == "point" and dates_speech(it.doc, x))):
            governor = verb_of(root_of(tokens_at(it.doc, x.start, x.end)).head)
            if governor is None or governor.i in above or governor.dep_ == "advcl":
                return x.last
            if governor.dep_ in ("acl", "relcl") and governor.head.lemma_.lower() in words("speech", "nouns"):
                return x.last
    return None


def _recent(it: Mentioned) -> Draft | None:
    found = pattern("period", "words").search(it.text)
    if found is None:
        return None
    span = Span(it.near.start + found.start(), it.near.start + found.end())
    return _draft(it, "period", "in a stated stretch of time", span, None, it.background.published)


def _stretch(it: Mentioned, event: str | None, x: Timex) -> Draft | None:
    """The window of a time expression that spans more than a date: "since", "between … and", "the past week"."""
    war = it.background.war
    end = _given_out(it) or it.background.published
    if x.role in ("since", "until") and _WHEN.match(it.sentence[x.end : it.start]):
        day = x.first if x.role == "since" else x.last
        return _draft(it, "event", DATED, x, day, day, dated=day is not None)
    if x.role == "since" and x.grain == "bare":
        return _draft(it, "period", "since a day", x, x.first, end)
    if x.role == "since":
        first = x.first or (war if x.grain == "start" else None)
        return _draft(it, "cumulative", "counted since a start", x, first, end, dated=_given_out(it) is not None)
    if x.role == "span" and _BETWEEN.match(it.sentence, x.start) and x.first and dates.shift(x.first, 1) == x.last:
        return _draft(it, "event", DATED, x, x.first, x.last)
    if x.role == "span":
        whole = x.grain == "start" or (war is not None and x.first is not None and war.startswith(x.first[:7]))
        return _draft(it, "cumulative" if whole else "period", "from one date to another", x, x.first or war, x.last)
    if x.role == "window" and x.last is None and x.grain != "bare" and total(it, event) is not None:
        return None
    if x.role == "window" and (_adds_up(event) or x.first is None or len(x.first) == 10):
        year = x.first is not None and len(x.first) == 4 and pattern("cumulative", "words").search(it.text)
        first, last = _anchored(it, x)
        return _draft(it, "cumulative" if year else "period", "in a stated stretch of time", x, first, last)
    return None


def _adds_up(event: str | None) -> bool:
    """Whether no single event is named."""
    return event is None or event.lower().endswith("s")


def _anchored(it: Mentioned, window: Timex) -> tuple[str | None, str | None]:
    """A window's dates, moved to the day that its sentence's figures stand for where it gives one."""
    until = next((x.last for x in it.times if x.role in ("span", "until") and dates.full(x.last)), None)
    first, last = dates.full(window.first), dates.full(window.last)
    if until is None or last is None or window.last != it.background.published:
        return window.first, window.last
    if first is None:
        return window.first, until
    return dates.shift(until, (first - last).days), until


def _point(it: Mentioned, x: Timex) -> Timex | None:
    """The date of a single event; None where it only recalls the start of the war."""
    if x.role == "window" and x.last is None:
        return None
    if x.role == "window":
        x = replace(x, role="point", last=x.last[: len(x.first)] if x.last and x.first else None, grain="month")
    return None if recalls_opening(it.sentence, x, it.background.war) else x


def _untimed(it: Mentioned, event: str | None, point: Timex | None) -> Draft:
    """A figure with a date at most: a month's sum, a running total, or one event."""
    if point is not None and point.grain == "decade":
        return _draft(it, "event", "in a past decade", point)
    sum_ = total(it, event)
    coarse = point is not None and point.grain in ("month", "year")
    counted = (it.mention.quantity.low or 0) >= MANY or (sum_ is not None and sum_.rule == "kept in a record")
    once = _ONCE.search(it.sentence, it.end, it.end + REACH) is not None
    if point is not None and coarse and _adds_up(event) and it.is_one("tallied") and counted and not once:
        return _draft(it, "period", "in a stated stretch of time", point, point.first, point.last)
    plain = not it.background.disaster and not it.background.single
    if sum_ is None and point is not None and point.role == "until" and point.last is not None and plain:
        sum_ = Total("as of a date", True)
    if sum_ is not None and (
        point is None
        or point.role == "until"
        or (sum_.sure and (coarse or sum_.rule in ("a running total", "added to those before")))
    ):
        return _running(it, sum_, point)
    many = _many_deeds(it)
    if many is not None and sum_ is None:
        last = point.last if point is not None else None
        window = Window("period", point.first if point is not None else None, last)
        return Draft(window, "many deeds together", it.span(many.idx, many.idx + len(many)), True, last is not None)
    if point is not None and it.sentence.startswith(" alone", point.end):
        return _draft(it, "period", "in a stated stretch of time", point, point.first, point.last)
    if point is not None:
        first = it.background.war if point.grain == "start" and point.first is None else point.first
        end = _end_of(it, point)
        return _draft(it, "event", DATED, point, first, end, dated=end is not None)
    covered = it.background.coverage
    if covered is not None and event is None and (it.is_one("losses") or it.is_one("acts")):
        window = Window("cumulative", covered.first or it.background.war, covered.last)
        return Draft(window, "the dates its report covers", Span(covered.start, covered.end), False, True)
    return _draft(it, "event", "one event" if event else "no word of time", None, sure=event is not None, dated=False)


def _many_deeds(it: Mentioned) -> Token | None:
    """Fighting at large, or attacks without number, that the counted harm is the work of ("attacks killed 34")."""
    if not it.is_one("losses") or it.verb is None:
        return None
    for c in it.verb.children:
        if c.dep_ in SUBJECTS and c.lower_ in words("period", "deeds"):
            return None if any(g.dep_ in ("nummod", "det", "poss") for g in c.children) else c
    return None


def _running(it: Mentioned, sum_: Total, point: Timex | None) -> Draft:
    end = (point.last if point is not None else None) or _given_out(it)
    covered = it.background.coverage
    if end is None and covered is not None and sum_.rule in ("kept in a record", "done so far"):
        end = covered.last
    last = end or it.background.published
    return _draft(
        it, "cumulative", sum_.rule, sum_.words, it.background.war, last, sure=sum_.sure, dated=end is not None
    )
