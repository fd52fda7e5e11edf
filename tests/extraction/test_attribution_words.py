"""The words of attribution as data: what the tables promise."""

from __future__ import annotations

import pytest

from tollbook.extraction.attribution.speech import speaks
from tollbook.lexicon import table

VERBS = ("say", "of", "record", "set", "show", "quote")


def test_every_verb_form_is_a_lower_case_word_of_its_verb() -> None:
    for name in VERBS:
        for verb, forms in table("speech")[name].items():
            assert forms, verb
            assert all(f == f.lower() and f.isalpha() for f in forms), verb


def test_no_form_is_listed_twice_in_a_class() -> None:
    for name in VERBS:
        forms = [f for listed in table("speech")[name].values() for f in listed]
        assert len(forms) == len(set(forms)), sorted({f for f in forms if forms.count(f) > 1})


def test_the_cheap_test_before_a_parse_lets_every_verb_through() -> None:
    for name in VERBS:
        for listed in table("speech")[name].values():
            assert all(speaks().search(f"the army {f} so") for f in listed)


def test_nothing_that_happens_is_listed_as_one_who_speaks() -> None:
    nouns = table("sourcenouns")
    happenings = set(nouns["never"])
    assert not happenings & set(nouns["speakers"])
    assert not happenings & set(nouns["offices"])


def test_documents_whose_maker_is_named_instead_are_documents() -> None:
    nouns = table("sourcenouns")
    assert set(nouns["owned"]) - set(nouns["documents"]) <= {"excerpt"}


@pytest.mark.parametrize("name", ["never", "speakers", "documents", "owned", "offices", "outlets", "bodies"])
def test_source_nouns_are_lower_case_and_listed_once(name: str) -> None:
    listed = table("sourcenouns")[name]
    assert all(w == w.lower() for w in listed)
    assert len(listed) == len(set(listed)), sorted({w for w in listed if listed.count(w) > 1})
