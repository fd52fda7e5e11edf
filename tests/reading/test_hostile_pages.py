"""Hostile pages: whatever they hold, they are read or refused in one line, at a cost that grows with their length."""

import sys
from types import FrameType
from typing import Any

import pytest

from tollbook.reading import NoArticle, read
from tollbook.reading.crowding import MOST_ATTRIBUTES, crowded
from tollbook.reading.html import _annotations

BODY = "<p>" + "Eleven miners were killed when a gallery fell in on Monday, the company said. " * 5 + "</p>"


def page(head: str = "", body: str = "") -> str:
    article = f"<article>{BODY}{body}</article>"
    return f"<!doctype html><html><head><title>Mine</title>{head}</head><body>{article}</body></html>\n"


def linked(content: str) -> str:
    return page(f'<script type="application/ld+json">{content}</script>')


@pytest.mark.parametrize("depth", [3, 900])
def test_writers_nested_in_lists_of_lists_are_no_error(depth: int) -> None:
    assert read(linked('{"@type": "NewsArticle", "author": ' + "[" * depth + "]" * depth + "}")).author is None


def test_half_a_surrogate_pair_in_the_page_s_annotation_leaves_a_text_that_utf_8_can_write() -> None:
    document = read(linked('{"@type": "NewsArticle", "headline": "Eleven \\ud800 dead below ground"}'))
    assert document.title == "Eleven ? dead below ground"
    assert document.text.encode("utf-8")


@pytest.mark.parametrize("glue", [" ", "/", "='>' ", '="x"'])
def test_an_element_with_too_many_attributes_is_refused_before_any_parser_sees_it(glue: str) -> None:
    crowd = glue.join(f"a{i}" for i in range(MOST_ATTRIBUTES + 2))
    with pytest.raises(NoArticle, match="attributes"):
        read(page(body=f"<div {crowd}>x</div>"))


@pytest.mark.parametrize(
    "harmless",
    [
        "<script>" + "for (i = 0; i <b; i++) { c d e } " * 400 + "</script>",
        "<!-- " + "<b " + "a " * 900 + "-->",
        "<style>" + "a <b " * 900 + "</style>",
        '<p title="' + "many words " * 900 + '">',
        "<b c='d'>" * 900,
    ],
    ids=["script", "comment", "style", "a long value", "many elements"],
)
def test_scripts_comments_and_long_values_are_no_attributes(harmless: str) -> None:
    assert not crowded(page(body=harmless))


def test_a_comment_that_is_closed_at_once_hides_no_attributes() -> None:
    assert crowded("<!--><b " + "a " * (MOST_ATTRIBUTES + 1))


@pytest.mark.parametrize("piece", ["<!--", "<script ld>", "<a '", '<a b="', '<script type="application/ld+json">'])
def test_the_search_through_markup_left_open_is_made_once(piece: str) -> None:
    def work(n: int) -> int:
        made = 0

        def count(frame: FrameType, event: str, arg: Any) -> None:
            nonlocal made
            made += event in ("call", "c_call")

        source = piece * n
        sys.setprofile(count)
        try:
            crowded(source)
            list(_annotations(source))
        finally:
            sys.setprofile(None)
        return made

    work(1)
    assert work(4000) <= 2.1 * work(2000)


def test_linked_data_left_open_does_not_hide_what_was_closed_before() -> None:
    article = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Mine falls in"}</script>'
    assert read(page(article) + '<script type="application/ld+json">' * 50).title == "Mine falls in"
