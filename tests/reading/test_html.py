"""What reading promises about saved pages: the article alone, and the page's word on title, outlet, writer and date."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tollbook.reading import NoArticle, read

PAGES = Path(__file__).parent / "pages"
LINKED, META_ONLY, UNDATED, NO_ARTICLE = (
    (PAGES / f"{name}.html").read_text(encoding="utf-8")
    for name in ("linked_data", "meta_tags", "undated", "no_article")
)


def test_a_page_gives_its_article_without_the_boilerplate() -> None:
    text = read(LINKED).text
    assert text.startswith("Ferry sinks off Lindi, 31 dead\n")
    assert "pulled 64 passengers" in text and "third such accident" in text
    assert "Sport" not in text and "newsletter" not in text and "<p>" not in text


def test_linked_data_states_title_outlet_writers_and_date() -> None:
    document = read(LINKED)
    assert document.title == "Ferry sinks off Lindi, 31 dead"
    assert document.publisher == "Coast Herald"
    assert document.author == "Neema Juma; Elias Moshi"
    assert document.url == "https://coastherald.example/news/ferry-lindi"
    assert document.published == "2019-08-14"


def test_linked_data_comes_before_meta_tags() -> None:
    assert [d.date for d in read(LINKED).dates if d.kind == "metadata"] == ["2019-08-14", "2019-08-15"]


def test_broken_linked_data_leaves_the_meta_tags_to_speak() -> None:
    document = read(META_ONLY)
    assert (document.title, document.author, document.published) == ("Quake rattles Arica", "Rosa Pinto", "2017-06-03")
    assert document.dates[0].kind == "metadata"


def test_a_page_without_a_date_has_none() -> None:
    assert read(UNDATED).published is None


def test_the_headline_stands_in_the_text_once() -> None:
    assert read(UNDATED).text.count("Clinic reopens in Bama") == 1


def test_a_page_without_an_article_says_so() -> None:
    with pytest.raises(NoArticle, match="no article"):
        read(NO_ARTICLE)


def test_an_html_file_is_a_page_whatever_it_begins_with(tmp_path) -> None:
    file = tmp_path / "page.html"
    file.write_text("\n\n<!-- saved -->\n" + LINKED)
    assert read(file).published == "2019-08-14"


def test_a_text_that_speaks_of_tags_is_no_page() -> None:
    text = "The attackers defaced the site.\nThe word <html> stood on it, and 40 <b> tags.\n"
    assert read(text).text == text


def test_a_declared_charset_is_heard() -> None:
    page = UNDATED.replace("<html>", '<html><meta charset="iso-8859-2">').replace("Bama", "Łódź")
    assert "Clinic reopens in Łódź" in read(page.encode("iso-8859-2")).text


@pytest.mark.parametrize("depth", [50, 3000])
def test_deep_and_broken_markup_raises_nothing_of_its_own(depth: int) -> None:
    page = "<html><body>" + "<div><ul><li>" * depth + "<p>Eleven people were killed." + "</table>" * depth
    with suppress(NoArticle):
        assert "Eleven" in read(page + "\n").text


def test_reading_a_text_imports_no_page_parser() -> None:
    code = (
        "import sys, tollbook.reading as r; r.read('Two hurt\\n\\nTwo people were hurt on May 3, 2020.\\n');"
        "print([m for m in ('trafilatura', 'htmldate', 'lxml', 'spacy', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
