"""The commands keep their contracts: what goes where, in which form, with which exit status."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

import tollbook
from tollbook.cli import app
from tollbook.export.csv import COLUMNS

FLOOD = """Flood kills 12 in delta

DHAKA, July 3 – Twelve people were killed and 40 were injured when a river burst its banks, the disaster office said.

More than 3,000 people were evacuated, according to the Red Crescent.
"""
STRIKE = "A drone strike killed at least seven soldiers near the border on Monday, the army said.\n"


def run(*arguments: object, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin, catch_exceptions=False)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "flood.txt").write_text(FLOOD, encoding="utf-8")
    (folder / "strike.txt").write_text(STRIKE, encoding="utf-8")
    return folder


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_extract_writes_a_valid_line_for_each_document(news: Path) -> None:
    result = run("extract", news)
    assert result.exit_code == 0
    schema = json.loads(run("schema").stdout)
    for line in lines(result):
        Draft202012Validator(schema).validate(line)
    assert [line["id"] for line in lines(result)] == ["flood", "strike"]


def test_every_claim_is_the_text_between_its_offsets(news: Path) -> None:
    for line in lines(run("extract", news)):
        text = (news / f"{line['id']}.txt").read_text(encoding="utf-8")
        assert line["claims"]
        for claim in line["claims"]:  # type: ignore[attr-defined]
            assert text[claim["start"] : claim["end"]] == claim["text"]
            for source in claim["sources"]:
                assert text[source["start"] : source["end"]] == source["text"]


def test_the_command_says_what_the_library_says(news: Path) -> None:
    document = tollbook.read(news / "flood.txt", published="2024-07-03")
    [line] = lines(run("extract", news / "flood.txt", "--published", "2024-07-03"))
    assert line["published"] == document.published == "2024-07-03"
    spans = [(claim["start"], claim["end"]) for claim in line["claims"]]  # type: ignore[attr-defined]
    assert spans == [(claim.start, claim.end) for claim in tollbook.extract(document)]


def test_the_order_of_inputs_changes_no_line(news: Path) -> None:
    one = run("extract", news / "flood.txt", news / "strike.txt").stdout.splitlines()
    other = run("extract", news / "strike.txt", news / "flood.txt").stdout.splitlines()
    assert one == other[::-1]


def test_the_same_input_gives_the_same_bytes(news: Path) -> None:
    for form in ("jsonl", "json", "csv", "table"):
        arguments = ("extract", news, "--format", form)
        assert run(*arguments).stdout_bytes == run(*arguments).stdout_bytes


def test_json_is_the_array_of_the_lines(news: Path) -> None:
    assert json.loads(run("extract", news, "--format", "json").stdout) == lines(run("extract", news))


def test_csv_has_a_row_for_each_claim(news: Path) -> None:
    rows = list(csv.reader(io.StringIO(run("extract", news, "--format", "csv").stdout)))
    claims = [claim for line in lines(run("extract", news)) for claim in line["claims"]]  # type: ignore[attr-defined]
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 1 + len(claims)
    assert [row[COLUMNS.index("text")] for row in rows[1:]] == [claim["text"] for claim in claims]


def test_the_table_shows_figures_and_sources(news: Path) -> None:
    table = run("extract", news / "flood.txt", "--format", "table").stdout
    assert "Red Crescent" in table
    assert "3,000" in table


def test_standard_input_is_an_article_too() -> None:
    [line] = lines(run("extract", "-", stdin=STRIKE))
    assert line["id"] == "stdin"
    assert line["claims"]


def test_out_writes_the_same_bytes_to_a_file_and_nothing_to_standard_output(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    result = run("extract", news, "--out", out)
    assert result.stdout == ""
    assert out.read_bytes() == run("extract", news).stdout_bytes


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "table"])
def test_a_run_that_can_read_nothing_leaves_the_file_as_it_was(news: Path, form: str) -> None:
    out = news / "yesterday"
    out.write_text("yesterday's figures")
    assert run("extract", news / "flod.txt", "--format", form, "--out", out).exit_code == 4
    assert out.read_text() == "yesterday's figures"


def test_a_second_run_replaces_the_file(news: Path) -> None:
    out = news.parent / "claims.jsonl"
    run("extract", news, "--out", out)
    run("extract", news / "flood.txt", "--out", out)
    assert out.read_text(encoding="utf-8") == run("extract", news / "flood.txt").stdout


@pytest.mark.parametrize("command", ["extract", "show"])
def test_results_never_take_the_place_of_an_article(news: Path, command: str) -> None:
    result = run(command, news / "flood.txt", "--out", news / "flood.txt")
    assert result.exit_code == 2
    assert (news / "flood.txt").read_text(encoding="utf-8") == FLOOD


def test_results_in_the_folder_that_is_read_are_no_article(news: Path) -> None:
    for _ in range(2):
        assert run("extract", news, "--out", news / "claims.txt").exit_code == 0
    found = (news / "claims.txt").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in found] == ["flood", "strike"]


def test_what_cannot_be_read_is_one_line_and_the_others_go_on(news: Path) -> None:
    (news / "empty.txt").write_text(" \n", encoding="utf-8")
    result = run("extract", news, news / "gone.txt")
    assert result.exit_code == 3
    assert [line["id"] for line in lines(result)] == ["flood", "strike"]
    said = result.stderr.splitlines()
    assert len(said) == 2
    assert said[0].startswith(f"tollbook: {news / 'empty.txt'}: ")
    assert said[1].startswith(f"tollbook: {news / 'gone.txt'}: ")


def test_none_readable_is_status_4(tmp_path: Path) -> None:
    assert run("extract", tmp_path / "gone.txt").exit_code == 4
    assert run("show", tmp_path / "gone.txt").exit_code == 4
    nothing = run("extract", tmp_path)
    assert nothing.exit_code == 4
    assert nothing.stderr == f"tollbook: {tmp_path}: no article here\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "-", "--format", "xml"],
        ["extract", "-", "--published", "yesterday"],
        ["extract", "-", "--format", "csv", "--why"],
        ["extract", "-", "--out", "no/such/folder/file"],
        ["show", "."],
        ["score", "no-such-folder"],
        ["gossip"],
    ],
)
def test_wrong_usage_is_status_2(arguments: list[str]) -> None:
    assert run(*arguments, stdin=STRIKE).exit_code == 2


def test_names_of_files_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\nb.txt").write_text("", encoding="utf-8")
    said = run("extract", tmp_path).stderr
    assert "\x1b" not in said
    assert said.count("\n") == 1


def test_show_marks_the_figures_and_tables_them(news: Path) -> None:
    shown = run("show", news / "flood.txt")
    assert shown.exit_code == 0
    assert "[More than 3,000]" in shown.stdout
    assert "on whose word" in shown.stdout


@pytest.mark.parametrize("command", [("extract", "--format", "table"), ("show",)])
def test_furniture_is_counted_where_asked_for(news: Path, command: tuple[str, ...]) -> None:
    article = news / "links.txt"
    article.write_text(FLOOD + "\nREAD MORE: 40 killed in ferry accident\n", encoding="utf-8")
    without, with_links = (run(*command, article, *more).stdout for more in ([], ["--furniture"]))
    assert len(with_links.splitlines()) > len(without.splitlines())


def test_why_names_rules_and_words(news: Path) -> None:
    plain, reasoned = (run("show", news / "flood.txt", *more).stdout for more in ([], ["--why"]))
    assert reasoned.startswith(plain)
    assert "measure" in reasoned[len(plain) :]
    assert "“" in reasoned[len(plain) :]


def test_show_writes_a_page(news: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("show", news / "flood.txt", "--format", "html", "--out", page).exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_score_reads_the_texts_twice_and_tells_mistakes(news: Path) -> None:
    [flood, _] = lines(run("extract", news, "--published", "2024-07-03"))
    missing = {"id": "m", "text": "July", "start": FLOOD.index("July"), "end": FLOOD.index("July") + 4, "low": 7000}
    claims = flood["claims"]
    assert isinstance(claims, list)
    gold = {**flood, "claims": [*claims, {**claims[0], **missing, "measure": "trapped", "relations": []}]}
    (news / "flood.json").write_text(json.dumps(gold), encoding="utf-8")
    (news / "flood.meta.json").write_text('{"published": "2024-07-03"}', encoding="utf-8")
    result = json.loads(run("score", news, "--format", "json", "--errors").stdout)
    assert result["given"]["gold"] == len(claims) + 1
    assert result["given"]["found"]["p"] == 1.0
    assert result["given"]["documents"] == result["inferred"]["documents"] == 1
    assert result["dates"] == {"right": 0, "wrong": 0, "unknown": 1}  # the sidecar is not the text
    assert [(group["kind"], group["gold"]) for group in result["errors"]] == [("missed", "trapped")]
    text = run("score", news, "--errors").stdout
    assert "missed: trapped (1)" in text
    assert "DHAKA, ⟦July⟧ 3" in text


def test_score_of_ready_predictions_is_the_score_of_the_file(news: Path, tmp_path: Path) -> None:
    predictions = tmp_path / "claims.jsonl"
    run("extract", news, "--out", predictions)
    for line in predictions.read_text(encoding="utf-8").splitlines():
        (news / f"{json.loads(line)['id']}.json").write_text(line, encoding="utf-8")
    result = json.loads(run("score", news, "--predictions", predictions, "--format", "json").stdout)
    assert result["documents"] == 2
    assert result["attributed"]["f1"] == 1.0


def test_a_gold_text_that_is_not_there_is_said(news: Path) -> None:
    (news / "gone.json").write_text('{"published": null, "claims": []}', encoding="utf-8")
    (news / "flood.json").write_text('{"published": null, "claims": []}', encoding="utf-8")
    result = run("score", news)
    assert result.exit_code == 3
    assert result.stderr.startswith(f"tollbook: {news / 'gone.txt'}: ")


def test_version_and_help_say_what_they_should() -> None:
    assert run("--version").stdout == f"tollbook {tollbook.__version__}\n"
    for command in ("extract", "show", "score", "schema"):
        assert f"tollbook {command}" in run(command, "--help").stdout
    assert "Exit status" in run("--help").stdout


def test_help_loads_no_language_model_and_no_page_reader() -> None:
    code = """
import sys
sys.argv = ["tollbook", "extract", "--help"]
from tollbook.cli import main
try:
    main()
except SystemExit:
    pass
print(sorted({"spacy", "trafilatura", "lxml", "htmldate", "charset_normalizer", "jinja2"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_missing_language_model_is_one_line(news: Path) -> None:
    code = f"""
import sys
import tollbook.extraction.model
tollbook.extraction.model.PACKAGES = ()
sys.argv = ["tollbook", "extract", {str(news)!r}]
from tollbook.cli import main
main()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("tollbook: no English model is installed")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="this system has no such signal")
@pytest.mark.parametrize("arguments", [["schema"], ["--help"], ["extract", "flood.txt"]])
def test_a_reader_that_stops_early_ends_the_command_quietly(news: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-c", "from tollbook.cli import main; main()", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=news) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == -signal.SIGPIPE
