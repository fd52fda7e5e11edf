"""Time expressions in a text, resolved against the day of publication: "on Thursday", "since May", "a day"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tollbook.extraction.when import dates
from tollbook.extraction.when.dated_words import dated_words
from tollbook.extraction.when.time_patterns import Patterns, any_of, patterns
from tollbook.extraction.when.timex import Timex
from tollbook.lexicon import table

EVE = ("before", "earlier", "previous day", "previous night")
"""How words for the day before another end."""


def timexes(text: str, published: str | None) -> tuple[Timex, ...]:
    """The time expressions of ``text`` in order; a date with its "since", "until", "between … and" is one."""
    p = patterns()
    atoms = [a for m in p.dated.finditer(text) if (a := dated_words(m, text, published)) is not None]
    atoms = _eves(text, atoms)
    found = list(_joined(text, atoms, p, published))
    found = _bounded(text, found + list(_starts(text, found, p)))
    found += [Timex(m.start(), m.end(), "future") for m in p.future.finditer(text)]
    found += _rates(text, p)
    found += [_begun(m, found) for m in p.begun.finditer(text)]
    kept = [
        x
        for x in _outermost(found)
        if x.role != "since"
        or text.startswith(", when ", x.end)
        or not p.superlative.search(text, max(0, x.start - 60), x.start)
    ]
    return tuple(sorted(kept, key=lambda x: x.start))


def _begun(m: re.Match[str], found: list[Timex]) -> Timex:
    """A beginning, "since … began", with the date said next to it."""
    date = next((x for x in found if x.role == "point" and m.start() < x.start <= m.end() + len(" on ") < x.end), None)
    if date is None:
        return Timex(m.start(), m.end(), "since", grain="start")
    return Timex(m.start(), date.end, "since", date.first, None, "start")


def _eves(text: str, atoms: list[Timex]) -> list[Timex]:
    """With "the day before" a day before the day last named."""
    out: list[Timex] = []
    for x in atoms:
        named = next((y for y in reversed(out) if dates.full(y.last)), None)
        if x.grain == "bare" and x.last is None and text[x.start : x.end].lower().endswith(EVE) and named is not None:
            day = dates.shift(named.last, -1)
            x = replace(x, first=day, last=day)
        out.append(x)
    return out


def _bounded(text: str, found: list[Timex]) -> list[Timex]:
    """With "from the start of the war" and the "to May 2023" that follows it made one."""
    out = list(found)
    for since in [x for x in found if x.role == "since"]:
        until = next((x for x in found if x.role == "until" and 0 < x.start - since.end <= 2), None)
        if until is not None:
            out = [x for x in out if x not in (since, until)]
            out.append(Timex(since.start, until.end, "span", since.first, until.last, since.grain))
    return out


def _outermost(found: list[Timex]) -> list[Timex]:
    """Without those that lie inside another."""
    kept: list[Timex] = []
    for x in sorted(found, key=lambda x: (x.start - x.end, x.start)):
        if not any(x.start < k.end and k.start < x.end for k in kept):
            kept.append(x)
    return kept


def _rates(text: str, p: Patterns) -> Iterator[Timex]:
    names = table("time")["rates"]["units"]
    length = re.compile(rf"\b(?:{any_of(table('time')['rates']['not_after'])}) $", re.I)
    for pattern in (p.rate_after, p.rate_before):
        for m in pattern.finditer(text):
            if pattern is p.rate_after and length.search(text, max(0, m.start() - 12), m.start()):
                continue
            unit = next((g for g in m.groupdict().values() if g), None)
            if unit and unit[0].isupper() and m.start() and text[m.start()].isupper():
                continue
            yield Timex(m.start(), m.end(), "rate", per=names.get(unit.lower(), unit.lower()) if unit else "time")


def _starts(text: str, found: list[Timex], p: Patterns) -> Iterator[Timex]:
    """Beginnings of wars that something is counted from or up to; a date said with one belongs to it."""
    leads = table("time")["leads"]
    begins = re.compile(
        rf"\b(?:{any_of([*table('time')['starts']['beginnings'], *table('time')['starts']['begin_verbs']])})\b", re.I
    )
    for m in p.start.finditer(text):
        lead = (m["lead"] or "").lower()
        if any(x.start < m.end() and m.start() < x.end for x in found if x.role in ("window", "span")):
            continue
        inside = (x for x in found if x.role in ("point", "since") and m.start() < x.start)
        date = next((x for x in inside if x.start - m.end() <= 30), None)
        first = date.first if date else None
        end = max(m.end(), date.end) if date else m.end()
        if lead in leads["since"] and (lead not in ("after", "from") or begins.search(m["what"])):
            yield Timex(m.start(), end, "since", first, None, "start")
        elif m["opening"]:
            yield Timex(m.start(), end, "point", first, first, "start")
        elif lead in ("before", "prior to", "ahead of"):
            yield Timex(m.start(), end, "until", None, first, "start")


AHEAD = 330
"""A day of the year that is more days past is rather the one that is coming ("has set August 31 as the deadline")."""


def _is_ahead(text: str, x: Timex, published: str | None) -> bool:
    day, today = dates.full(x.last), dates.full(published)
    dated = re.search(r"\d{4}|year", text[x.start : x.end])
    return not dated and day is not None and today is not None and (today - day).days > AHEAD


def _joined(text: str, atoms: list[Timex], p: Patterns, published: str | None) -> Iterator[Timex]:
    leads = table("time")["leads"]
    i = 0
    while i < len(atoms):
        atom = atoms[i]
        m = p.lead.search(text, max(0, atom.start - 40), atom.start)
        lead = m["lead"].lower() if m and text[atom.end : atom.end + 2] != "'s" else ""
        if m and lead in leads["until"] and p.part.search(m.group()):
            lead = "at"
        start = m.start() if m else atom.start
        following = atoms[i + 1] if i + 1 < len(atoms) else None
        if (
            following is not None
            and lead in ("between", "from", "since", "")
            and (lead or atom.grain != "bare")
            and p.join.search(text[atom.end : following.start])
            and (lead != "" or "and" not in text[atom.end : following.start])
        ):
            first = atom.first
            if first and following.last and len(first) == 10 and first > following.last:
                first = dates.compose(int(first[:4]) - 1, int(first[5:7]), int(first[8:]))
            yield Timex(start, following.end, "span", first, following.last, following.grain)
            i += 2
            continue
        if (
            following is not None
            and atom.grain == following.grain == "bare"
            and re.fullmatch(r",? (?:and|or) (?:on )?", text[atom.end : following.start])
        ):
            first = atom.first
            if first and following.last and first > following.last:
                first = dates.shift(first, -7)
            yield Timex(start, following.end, "point", first, following.last, "bare")
            i += 2
            continue
        if lead not in leads["since"] and _is_ahead(text, atom, published):
            i += 1
            continue
        if atom.role == "point" and lead in leads["opening"]:
            yield (
                replace(atom, start=start, role="since", last=None, grain="start")
                if p.war.search(text[:start][-50:])
                else replace(atom, start=start)
            )
        elif atom.role == "window" and lead in leads["since"]:
            year = atom.first is not None and len(atom.first) == 4
            yield Timex(start, atom.end, "since", atom.first, None, "year" if year else "bare")
        elif atom.role == "point" and lead in leads["at"] and (m := p.since.search(text, max(0, start - 60), start)):
            yield replace(atom, start=m.start(), role="since")
        elif atom.role == "point" and lead in leads["at"] and (m := p.as_of.search(text, max(0, start - 40), start)):
            yield replace(atom, start=m.start(), role="until")
        elif atom.role == "point" and lead in leads["since"] and lead != "after":
            yield replace(atom, start=start, role="since")
        elif atom.role == "point" and lead in leads["until"]:
            yield replace(atom, start=start, role="until")
        else:
            yield replace(atom, start=start)
        i += 1
