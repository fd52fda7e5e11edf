"""Hostile gold and predictions: named with their document and field, never a traceback or a forged report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tollbook.cli import app
from tollbook.document import Document
from tollbook.scoring.errors import grouped, mistakes
from tollbook.scoring.judged import NotScorable, judged, read_gold
from tollbook.scoring.report import Report, report_to_text
from tollbook.scoring.score import score

CLAIM: dict[str, Any] = {"start": 0, "end": 3, "low": 10, "high": 10}


@pytest.mark.parametrize(
    "change",
    [
        {"start": "0"}, {"end": 1.5}, {"end": True}, {"low": float("nan")}, {"high": [10]}, {"low": "10"},
        {"sources": ["x"]}, {"sources": "x"}, {"sources": [{"text": 3}]}, {"when": "x"}, {"when": {"kind": []}},
        {"relations": [3]}, {"relations": [{"type": "x", "target": ["a"]}]}, {"id": ["a"]}, {"measure": {}},
        {"confidence": "0.5"}, {"confidence": -7}, {"confidence": float("inf")}, {"confidence": 2},
    ],
)  # fmt: skip
def test_a_field_of_the_wrong_type_is_named_with_its_claim(change: dict[str, Any]) -> None:
    (field,) = change
    with pytest.raises(NotScorable, match=f"document a, claim 2.*{field}") as error:
        judged({"claims": [CLAIM, CLAIM | change]}, "a")
    assert len(str(error.value)) < 200


@pytest.mark.parametrize("claims", [{"a": 1}, [3], "x", [[]]])
def test_claims_that_are_no_list_of_objects_are_refused(claims: Any) -> None:
    with pytest.raises(NotScorable, match="claims"):
        judged({"claims": claims}, "a")


@pytest.mark.parametrize("published", [7, "2024-99-99", "yesterday"])
def test_a_day_of_publication_that_is_no_date_is_refused(published: Any) -> None:
    with pytest.raises(NotScorable, match="published"):
        judged({"published": published, "claims": []}, "a")


@pytest.mark.parametrize(
    "content",
    [b'{"claims": [' + b"9" * 5000 + b"]}", b"[" * 100_000, b"\xff\xfe{}", b"[]", b"{", b"\x00"],
    ids=["digits", "deep", "no UTF-8", "a list", "cut", "zero"],
)
def test_a_file_that_is_no_document_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "flood.json").write_bytes(content)
    with pytest.raises(NotScorable, match=r"flood\.json"):
        read_gold(tmp_path)


def test_a_folder_named_as_gold_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "b.json").mkdir()
    (tmp_path / "a.json").write_text(json.dumps({"claims": [CLAIM]}))
    assert list(read_gold(tmp_path)) == ["a"]


def test_the_list_of_errors_sends_nothing_to_the_terminal_and_keeps_its_lines() -> None:
    text = "Ten men \x1b[31mdrowned\u202e, police said.\n"
    gold = judged({"claims": [CLAIM | {"measure": "\x1b]0;x\x07killed\nforged"}]}, "a")
    empty = judged({"claims": []}, "a")
    groups = grouped(mistakes(Document("a\nb", text, ""), empty, gold))
    shown = report_to_text(Report(score({"a": gold}, {"a": empty}), groups=groups))
    assert not any(ord(c) < 32 and c != "\n" for c in shown) and "\u202e" not in shown
    assert not any(line.startswith(("forged", "b:")) for line in shown.split("\n"))


def test_the_name_of_a_hostile_document_is_shown_with_its_escapes_not_sent(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"claims": []}')
    (tmp_path / "claims.jsonl").write_text(json.dumps({"id": "\x1b[31mred", "claims": 3}))
    done = CliRunner().invoke(app, ["score", str(tmp_path), "--predictions", str(tmp_path / "claims.jsonl")])
    assert done.exit_code == 2 and "\x1b[31m" not in done.output and "red" in done.output
