"""The documentation's promises: links lead somewhere, everything there is has its entry, what is shown is true."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
import tomllib
from enum import Enum
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
import typer.main
from packaging.requirements import Requirement

import tollbook
from tollbook import claim
from tollbook.cli import app
from tollbook.reading import OUTSIDE, ReadingError

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
FENCE = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)


def prose(page: Path) -> str:
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> list[tuple[Path, str]]:
    """The page's links into the project: file and anchor."""
    found = []
    for target in LINK.findall(prose(page)):
        if "://" not in target:
            file, _, anchor = target.partition("#")
            found.append(((page.parent / file).resolve() if file else page, anchor))
    return found


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands() -> dict[str, set[str]]:
    """Every command with its options, as they are typed."""
    group = typer.main.get_command(app)
    return {
        name: {option for parameter in command.params for option in parameter.opts if option.startswith("-")}
        for name, command in group.commands.items()
    }


def choices() -> dict[str, set[str]]:
    """Every command with the values that its options are limited to: ``--format json``."""
    found = {}
    for command in app.registered_commands:
        assert command.callback
        hints = get_type_hints(command.callback).items()
        enums = ((name, hint) for name, hint in hints if isinstance(hint, type) and issubclass(hint, Enum))
        found[command.callback.__name__] = {f"--{name} {value.value}" for name, enum in enums for value in enum}
    return found


def sections(page: str) -> dict[str, str]:
    """The page's second-level sections by heading."""
    parts = re.split(r"^## (.+)$", (DOCS / page).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_into_the_project_leads_to_a_page_and_a_heading(page: Path) -> None:
    for file, anchor in links(page):
        assert file.exists(), f"{file} is not there"
        assert not anchor or anchor in anchors(file), f"{file} has no heading #{anchor}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page not in reached and page.suffix == ".md":
            reached.add(page)
            waiting += [file for file, _ in links(page)]
    assert set(PAGES) <= reached


def test_every_command_has_a_reference_entry_and_every_entry_a_command() -> None:
    entries = {heading.removeprefix("`tollbook ").removesuffix("`") for heading in sections("reference/commands.md")}
    assert entries == set(commands())


def test_every_option_and_every_choice_is_in_the_command_s_entry_and_no_other() -> None:
    for name, options in commands().items():
        entry = sections("reference/commands.md")[f"`tollbook {name}`"]
        listed = set(re.findall(r"`(--?[a-z-]+)", entry))
        assert listed == options - {"--help", "-h"}, name
        assert {line for line in choices()[name] if f"`{line}`" not in entry} == set(), name


def test_every_command_line_in_the_pages_names_a_command_and_options_that_exist() -> None:
    for page in PAGES:
        for line in re.findall(r"(?:^ *\$ |\| )tollbook (.+?)(?:  #.*)?$", page.read_text("utf-8"), re.MULTILINE):
            words = line.split(" | ")[0].split()
            if words[0].startswith("-"):
                assert words[0] in ("--version", "--help", "--install-completion", "--show-completion"), line
                continue
            assert words[0] in commands(), f"{page.name}: {line}"
            used = {word for word in words[1:] if word.startswith("--")}
            assert used <= commands()[words[0]], f"{page.name}: {line}"


def test_every_make_target_in_the_pages_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        used = set(re.findall(r"(?:`|\$ )make ([a-z-]+)", page.read_text(encoding="utf-8")))
        assert used <= targets, f"{page.name}: {used - targets}"


def test_every_field_and_every_value_of_a_claim_is_explained() -> None:
    page = (DOCS / "reference" / "claim-fields.md").read_text(encoding="utf-8")
    names = {field.name for field in dataclasses.fields(claim.Claim)} | set(claim.MEASURES)
    for values in (
        claim.Qualifier,
        claim.Status,
        claim.Stance,
        claim.Verification,
        claim.WindowKind,
        claim.RelationType,
    ):
        names |= set(get_args(values))
    assert {name for name in names if f"`{name}`" not in page} == set()


def test_every_column_and_field_of_the_output_is_explained() -> None:
    from tollbook.export.extracted import schema

    page = (DOCS / "reference" / "output.md").read_text(encoding="utf-8")
    assert {name for name in schema()["properties"] if f"`{name}`" not in page} == set()


def test_every_table_of_the_lexicon_has_its_line_and_every_line_a_table() -> None:
    page = (DOCS / "reference" / "lexicon.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `(\w+\.t\w+)`", page, re.MULTILINE))
    assert listed == {path.name for path in (ROOT / "src" / "tollbook" / "lexicon").glob("*.t*")}


def test_every_public_name_of_the_package_is_explained() -> None:
    page = (DOCS / "reference" / "python.md").read_text(encoding="utf-8")
    assert {name for name in tollbook.__all__ if f"`{name}`" not in page and f"tollbook.{name}(" not in page} == set()


def test_every_sort_of_furniture_is_explained() -> None:
    page = sections("reference/claim-fields.md")["`furniture`"]
    assert {kind for kind in OUTSIDE if f"`{kind}`" not in page} == set()


def test_every_sort_of_sign_of_the_publication_date_is_explained_and_no_other() -> None:
    page = (DOCS / "explanation" / "publication-dates.md").read_text(encoding="utf-8")
    sorts = set(re.findall(r"``(\w+)``", tollbook.DateEvidence.__doc__ or "")) - {"kind", "start", "end"}
    assert set(re.findall(r"^\| `(\w+)`", page, re.MULTILINE)) == sorts


def test_every_reason_why_an_input_cannot_be_read_is_explained() -> None:
    page = (DOCS / "reference" / "python.md").read_text(encoding="utf-8")
    assert {error.__name__ for error in ReadingError.__subclasses__() if f"`{error.__name__}`" not in page} == set()


def test_every_dependency_is_justified() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (DOCS / "explanation" / "dependencies.md").read_text(encoding="utf-8").lower()
    for line in project["dependencies"] + project["optional-dependencies"]["dev"]:
        assert re.search(rf"^\|.*\b{re.escape(Requirement(line).name)}\b.*\|", page, re.MULTILINE), line


def test_the_versions_named_for_the_dependencies_are_those_of_the_lock() -> None:
    page = (DOCS / "explanation" / "dependencies.md").read_text(encoding="utf-8")
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    named = re.findall(r"^\| \[?([\w-]+)(?:\]\([^)]*\))? (\d[\w.]*) \|", page, re.MULTILINE)
    assert len(named) > 5
    for name, version in named:
        assert f"\n{name.lower().replace('_', '-')}=={version} " in lock, f"{name} {version}"


def test_the_output_shown_in_the_pages_is_what_the_commands_print() -> None:
    run = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "shown_output.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
