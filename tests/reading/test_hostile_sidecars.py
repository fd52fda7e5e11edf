"""Hostile sidecars: refused in one short line, never followed into memory or recursion."""

from pathlib import Path

import pytest

from tollbook.reading import BadSidecar, read
from tollbook.reading.sidecar import MAX_BYTES

ARTICLE = "Ten killed in mine\n\nTen miners were killed when a gallery fell in, the company said.\n"


@pytest.mark.parametrize(
    "content",
    [
        '{"url": ' + "[" * 900 + "]" * 900 + "}",
        '{"published": "' + "9" * 5000 + '"}',
        '{"title": NaN}',
        '{"url": true}',
    ],
    ids=["deep", "long", "NaN", "true"],
)
def test_a_value_of_the_wrong_kind_is_named_in_a_short_line(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "a.meta.json").write_text(content)
    with pytest.raises(BadSidecar, match=r"a\.meta\.json") as error:
        read(tmp_path / "a.txt")
    assert len(error.value.reason) < 200


def test_a_huge_sidecar_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "a.meta.json").write_text('{"title": "' + "x" * MAX_BYTES + '"}')
    with pytest.raises(BadSidecar, match="larger than 1 MB"):
        read(tmp_path / "a.txt")


def test_an_article_whose_name_leaves_no_room_for_a_sidecar_is_read(tmp_path: Path) -> None:
    name = "a" * 250 + ".txt"
    (tmp_path / name).write_text(ARTICLE)
    assert read(tmp_path / name).title == "Ten killed in mine"
