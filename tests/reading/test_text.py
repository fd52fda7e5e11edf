"""What reading promises about bytes: the text as it came, in any encoding, and a clear word where there is none."""

import codecs
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tollbook.reading import Binary, Empty, ReadingError, TooLarge, read
from tollbook.reading.text import decode

PARAGRAPH = (
    "The health ministry said that “at least 14 people” were killed when shells hit the café in Mykolaïv’s market –"
    " among them were three children. Rescuers said they weren’t able to reach the cellar until the evening."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_reads_the_same_in_every_common_encoding(encoding: str) -> None:
    assert decode(PARAGRAPH.encode(encoding), "a.txt") == PARAGRAPH


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_names_the_encoding_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + PARAGRAPH.encode(encoding), "a.txt") == PARAGRAPH


def test_a_single_curly_apostrophe_in_windows_1252_is_one() -> None:
    assert decode("It’s 14 people killed".encode("cp1252"), "a.txt") == "It’s 14 people killed"


def test_cyrillic_in_an_old_code_page_is_recognised() -> None:
    text = "По данным министерства, погибли 14 человек, ещё 30 получили ранения в результате обстрела города. " * 4
    assert decode(text.encode("cp1251"), "a.txt") == text


def test_a_text_keeps_its_line_ends_spaces_and_marks() -> None:
    text = "Flood in Sindh\r\n\r\nSome 1\u00a0200 homes\u200b were lost,\u200f we heard.\r\n\ufeffMore followed.\rEnd\n"
    assert read(text.encode()).text == text


def test_offsets_are_code_points_of_the_text_without_newline_translation(tmp_path) -> None:
    file = tmp_path / "flood.txt"
    file.write_bytes("Flood 🌊 in Sindh\r\n\r\nREAD MORE: 300 homes lost elsewhere\r\n".encode())
    document = read(file)
    with file.open(encoding="utf-8", newline="") as opened:
        text = opened.read()
    (mark,) = document.furniture
    assert text[mark.start : mark.end] == "READ MORE: 300 homes lost elsewhere"


def test_a_text_cut_inside_a_character_is_still_utf_8() -> None:
    cut = PARAGRAPH.encode()[: PARAGRAPH.encode().index("”".encode()) + 2]
    assert decode(cut, "a.txt").startswith("The health ministry said that “at least 14 people")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04....",
        bytes(range(256)) * 4,
        b"text\x00with\x00zeros and more",
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(Binary, match="photo"):
        decode(data, "photo")


def test_a_mark_that_lies_about_the_encoding_is_refused_with_the_byte() -> None:
    with pytest.raises(Binary, match="byte 2"):
        decode(codecs.BOM_UTF8 + b"ab\xff\xfe", "a.txt")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\ufeff\u200b\u00a0".encode()])
def test_nothing_to_read_is_empty(data: bytes) -> None:
    with pytest.raises(Empty):
        decode(data, "a.txt")


def test_more_than_twenty_megabytes_are_too_large() -> None:
    with pytest.raises(TooLarge, match="20 MB"):
        read(b"a " * 10_000_001)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass"))))
def test_no_bytes_raise_anything_but_a_reading_error(data: bytes) -> None:
    try:
        document = read(data)
    except ReadingError as error:
        assert "\n" not in str(error)
    else:
        ends = [0, *(f.end for f in document.furniture)]
        assert all(f.start >= before for f, before in zip(document.furniture, ends, strict=False))


PIECES = (
    "Monday, 31 February 2020", "31/12/9999", "READ MORE: x", "Don’t miss…", "Written By",
    "day 99999 of the war",
    "1 2 3", "today, May 3", "anniversary next week", "© 2024", "30-30-2020", "Feb. 29, 2023", "\r", "\n\n", "\u2028",
    "between May 1 and May 9, 2021, 300 killed", "invasion of Ukraine", "Ukraine", "(AP)", "KYIV, May 3 (AP) –",
    "<html>",
    "9999 days", "in its 9999th day of war in Ukraine", "0000-00-00", "December 31, 2099 - 2 killed, as of December 31",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.integers(0, 3))
def test_no_mix_of_dates_and_furniture_raises(pieces: list[str], seed: int) -> None:
    glue = random.Random(seed).choice([" ", "\n", "\n\n", ", "])
    text = "x " + glue.join(pieces)
    try:
        document = read(text.encode())
    except ReadingError:
        return
    for sign in document.dates:
        if sign.start is not None:
            assert document.text[sign.start : sign.end] == sign.words
