"""What reading promises about files: every input once, in order, under an id of its own, and what lies beside it."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from tollbook.reading import BadDate, BadSidecar, Unreadable, inputs, read

ARTICLE = "Ten killed in mine\n\nTen miners were killed when a gallery fell in, the company said.\n"


def write(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(ARTICLE)


def test_a_folder_gives_its_files_in_order_without_gold_sidecars_results_and_hidden_ones(tmp_path: Path) -> None:
    write(
        tmp_path, "b.txt", "a.html", "a.json", "b.meta.json", "c.csv", "c.jsonl", ".hidden.txt", ".git/x.txt", "c/d.txt"
    )
    assert [i.id for i in inputs([tmp_path])] == ["a", "b", "d"]


def test_colliding_stems_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    write(tmp_path, "gaza/report.txt", "sudan/report.txt", "sudan/report.html", "sudan/other.txt")
    ids = [i.id for i in inputs([tmp_path])]
    assert ids == ["gaza/report.txt", "other", "sudan/report.html", "sudan/report.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    assert len(list(inputs([tmp_path, tmp_path / "a.txt"]))) == 1


def test_a_missing_file_is_an_input_whose_reading_says_so(tmp_path: Path) -> None:
    (missing,) = inputs([tmp_path / "gone.txt"])
    with pytest.raises(Unreadable, match=r"gone\.txt: it cannot be opened: No such file"):
        read(missing.path)


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="folder"):
        read(tmp_path)


def test_a_path_that_no_file_system_has_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        read("a\0b")


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    (only,) = inputs(["-"])
    assert (only.id, read(only.path).id, read(b"x\n").id != "stdin") == ("stdin", "stdin", True)


def test_a_string_with_a_line_break_is_a_text() -> None:
    assert read(ARTICLE).title == "Ten killed in mine"


def test_the_hash_is_of_the_bytes(tmp_path: Path) -> None:
    import hashlib

    data = b"\xef\xbb\xbf" + ARTICLE.encode()
    (tmp_path / "a.txt").write_bytes(data)
    assert read(tmp_path / "a.txt").sha256 == hashlib.sha256(data).hexdigest()


def test_a_sidecar_settles_what_it_states(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    known = {"url": "https://example.org/a", "publisher": "Mine Gazette", "published": "2011-05-04", "note": 1}
    known["title"] = "Ten die below ground"
    (tmp_path / "a.meta.json").write_text(json.dumps(known))
    document = read(tmp_path / "a.txt")
    assert (document.url, document.publisher, document.published) == (
        "https://example.org/a",
        "Mine Gazette",
        "2011-05-04",
    )
    assert document.title == "Ten die below ground"
    assert read(tmp_path / "a.txt", sidecar=False).published is None


def test_the_date_given_wins_over_the_sidecar(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "a.meta.json").write_text('{"published": "2011-05-04"}')
    document = read(tmp_path / "a.txt", published="2011-05")
    assert document.published == "2011-05"
    assert [d.kind for d in document.dates] == ["given", "sidecar"]


@pytest.mark.parametrize("content", ["{", "[]", '{"published": "May 2011"}', '{"url": 3}', "\xff", "[" * 100_000])
def test_a_broken_sidecar_is_an_error_that_names_it(tmp_path: Path, content: str) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "a.meta.json").write_text(content, encoding="latin-1")
    with pytest.raises(BadSidecar, match=r"a\.meta\.json"):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize("published", ["yesterday", "2023-02-30", "23-02-01", "2023-13", "", "2023-1-1"])
def test_a_date_that_the_calendar_does_not_have_is_refused(published: str) -> None:
    with pytest.raises(BadDate, match="YYYY-MM-DD"):
        read(ARTICLE, published=published)


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert [i.id for i in inputs([tmp_path])] == ["a"]


def test_a_file_named_as_standard_input_is_in_a_folder_is_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "-")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", None)
    (only,) = inputs(["."])
    assert (only.id, read(only.path).title) == ("-", "Ten killed in mine")
