"""Which state a place lies in: countries, provinces, islands and cities named in a text, by UN-recognised borders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal, get_args

from tollbook.lexicon import table

Sort = Literal["plain", "small", "word", "person"]
"""How safely a capitalised name is a place: always; unless a capitalised neighbour makes it part of a longer name;
only in company that makes a place of an English word; only in company that makes one of somebody's name."""

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-'\u2019\u02bc][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['\u2019]s$")
_SPELT = str.maketrans({
    **dict.fromkeys("'`.\u2018\u2019\u02bb\u02bc\u00b4"), **dict.fromkeys("-\u2010\u2011\u2013", " "),
    "\u0131": "i", "\u0141": "L", "\u0142": "l", "\u00d8": "O", "\u00f8": "o", "\u0110": "D", "\u0111": "d",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Entry:
    country: str | None
    sort: Sort
    wide: bool = False
    """It is a state or a region, so that it may tell where a city before it lies."""


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    country: str | None
    sure: bool
    wide: bool


def key(name: str) -> str:
    """A name as the tables look it up: lower case, no accents, apostrophes or full stops, hyphens as spaces."""
    bare = name.translate(_SPELT)
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return " ".join(bare.lower().split())


def _cities() -> Iterator[tuple[str, str, list[str]]]:
    """The rows of the table of cities: state, sort, names."""
    for row in (files("tollbook.lexicon") / "cities.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        code, sort, names = row.split("\t")
        yield code, sort, names.split(";")


@cache
def _elsewhere() -> dict[str, set[str]]:
    """Names of cities in more than one state, with the states that the bare name does not stand for."""
    found: dict[str, set[str]] = {}
    for code, sort, names in _cities():
        if sort == "other":
            for name in names:
                found.setdefault(name, set()).add(code)
    return found


@cache
def _index() -> dict[str, _Entry]:
    """All names: cities, overruled by states, overruled by regions; country None: ambiguous, or no place."""
    index: dict[str, _Entry] = {}
    for code, sort, cities in _cities():
        if sort != "other":
            index.update(dict.fromkeys(cities, _Entry(None if code == "-" else code, _sort(sort))))
    parties, regions = table("parties"), table("regions")
    for country in parties["country"]:
        names = (*country.get("names", ()), *country.get("names_exact", ()))
        index.update(dict.fromkeys(map(key, names), _Entry(country["code"], "plain", wide=True)))
    unsafe = {key(n) for n in regions["after_preposition"]}
    for code, names in regions["regions"].items():
        index.update((n, _Entry(code, "person" if n in unsafe else "plain", wide=True)) for n in map(key, names))
    for name in (*parties["none"]["names"], *regions["ambiguous"]):
        index[key(name)] = _Entry(None, "plain")
    return index


@cache
def _longest() -> dict[str, int]:
    """For the first word of the names of several words, how many the longest of them has."""
    longest: dict[str, int] = {}
    for name in _index():
        if " " in name:
            first = name.partition(" ")[0]
            longest[first] = max(longest.get(first, 1), name.count(" ") + 1)
    return longest


@cache
def _as_written() -> dict[str, frozenset[str]]:
    """Names that count in these capitals only ("US", not "us"), by key."""
    written: dict[str, frozenset[str]] = {}
    for country in table("parties")["country"]:
        for name in country.get("names_exact", ()):
            written[key(name)] = written.get(key(name), frozenset()) | {name}
    return written


def _sort(word: str) -> Sort:
    for sort in get_args(Sort):
        if word == sort:
            return sort  # type: ignore[no-any-return]
    raise ValueError(f"cities.tsv: the sort of a name is {word!r}; it must be one of {', '.join(get_args(Sort))}")


def places(text: str) -> list[tuple[int, int, str]]:
    """The places named in ``text``, in order, the longest at each spot: start, end, and the state (ISO 3166-1 alpha-3).

    Names count only capitalised. One that is also an English word or somebody's name counts after "in", "near",
    "the town of" and the like only. What follows a comma may decide ("Tripoli, Lebanon").
    """
    index, exact = _index(), _as_written()
    words = list(_WORD.finditer(text))
    found: list[_Found] = []
    i = 0
    while i < len(words):
        step = 1
        if _may_begin(words[i].group()):
            for n in range(_reach(text, words, i), 0, -1):
                start, end = words[i].start(), words[i + n - 1].end()
                name = _POSSESSIVE.sub("", text[start:end])
                flat = key(name)
                entry = index.get(flat)
                if entry is None or (flat in exact and name not in exact[flat]):
                    continue
                sure = _is_place(text, words, i, n, entry.sort)
                found.append(_Found(start, start + len(name), entry.country, sure, entry.wide))
                step = n
                break
        i += step
    return [(f.start, f.end, f.country) for f in _by_commas(text, found) if f.country and f.sure]


def _by_commas(text: str, found: list[_Found]) -> list[_Found]:
    """The places, a shared or doubtful name settled by the state or region behind its comma ("Savannah, Georgia")."""
    out = list(found)
    shared = table("regions")["shared"]
    for k, (here, there) in enumerate(pairwise(found)):
        if text[here.end : there.start] != ", " or not (there.sure and there.wide):
            continue
        name = key(text[here.start : here.end])
        for country in (there.country, shared.get(text[there.start : there.end])):
            if country and (country == here.country or country in _elsewhere().get(name, ())):
                out[k] = replace(here, country=country, sure=True)
                out[k + 1] = replace(there, country=country)
    return out


def _may_begin(word: str) -> bool:
    """A capital, or an Arabic article before one ("al-Fashir")."""
    if word[0].isupper():
        return True
    article, _, rest = word.partition("-")
    return article in table("regions")["articles"] and rest[:1].isupper()


def _reach(text: str, words: list[re.Match[str]], i: int) -> int:
    """How many words from word ``i`` on may be one name: with only spaces between them, or "St." before them."""
    most = _longest().get(key(words[i].group()).partition(" ")[0], 1)
    for n, (a, b) in enumerate(pairwise(words[i : i + most]), start=1):
        between = text[a.end() : b.start()]
        if between.strip() and not (between == ". " and a.group() in ("St", "Mt")):
            return n
    return min(most, len(words) - i)


def _is_place(text: str, words: list[re.Match[str]], i: int, n: int, sort: Sort) -> bool:
    """Whether the ``n`` words from word ``i`` on name a place here, by the words beside them."""
    if sort == "plain":
        return True
    before, after = _beside(text, words, i, i - 1), _beside(text, words, i + n - 1, i + n)
    if sort == "small":
        start, end = words[i].start(), words[i + n - 1].end()
        return not (_is_part(before) or _is_part(after) or (text[start:end].isupper() and end - start < 6))
    rows = table("regions")
    if before == "of" and _beside(text, words, i - 1, i - 2).lower() in rows["kinds"]:
        return True
    return before.lower() in rows["before_word" if sort == "word" else "before_person"]


def _beside(text: str, words: list[re.Match[str]], i: int, j: int) -> str:
    """Word ``j`` if only a space lies between it and its neighbour ``i``, else nothing."""
    if not 0 <= j < len(words):
        return ""
    first, second = sorted((words[i], words[j]), key=lambda w: w.start())
    return words[j].group() if text[first.end() : second.start()] == " " else ""


def _is_part(word: str) -> bool:
    """Whether a capitalised neighbour is likely one name with the word beside it ("Andriy", not "In", "Iraq's")."""
    if not word[:1].isupper() or _POSSESSIVE.search(word):
        return False
    rows = table("regions")
    return key(word) not in _index() and word.lower() not in (*rows["before_word"], *rows["kinds"])
