"""The arrows' promises: which part of the project may lean on which, and that none of them leans back."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "tollbook"

LEANS_ON: dict[str, set[str]] = {
    "claim": set(),
    "document": set(),
    "lexicon": set(),
    "reading": {"document", "lexicon"},
    "extraction": {"claim", "document", "lexicon"},
    "export": {"claim", "document", "extraction"},
    "show": {"claim", "document", "export", "extraction", "lexicon"},
    "scoring": {"claim", "document", "export", "lexicon", "reading", "show"},
}
"""The command line may lean on all of them, and they never on it."""


def files(part: str) -> list[Path]:
    return [SOURCE / f"{part}.py"] if (SOURCE / f"{part}.py").exists() else sorted((SOURCE / part).rglob("*.py"))


def parts() -> set[str]:
    inside = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()}
    return inside | {path.stem for path in SOURCE.glob("*.py") if path.stem not in ("__init__", "__main__")}


def imported(file: Path) -> set[str]:
    """The modules of the project that a file imports, wherever in it the import stands."""
    package = ["tollbook", *file.parent.relative_to(SOURCE).parts]
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), str(file))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) + 1 - node.level] if node.level else []
            module = ".".join([*start, *([node.module] if node.module else [])])
            found |= {f"{module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] == "tollbook"}


def test_every_part_of_the_project_has_its_arrows_written_down() -> None:
    assert parts() == {*LEANS_ON, "cli"}


@pytest.mark.parametrize("part", sorted(LEANS_ON))
def test_a_part_leans_only_on_those_it_may(part: str) -> None:
    strays = [
        f"{file.relative_to(SOURCE)} imports {module}"
        for file in files(part)
        for module in sorted(imported(file))
        if module.split(".")[1] not in {part, "__version__", *LEANS_ON[part]}
    ]
    assert not strays


def test_the_arrows_go_in_no_circle() -> None:
    TopologicalSorter(LEANS_ON).prepare()


def test_no_module_reaches_into_the_private_names_of_another() -> None:
    strays = [
        f"{file.relative_to(SOURCE)} imports {alias.name} of {node.module}"
        for file in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), str(file)))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tollbook")
        for alias in node.names
        if alias.name.startswith("_") and not alias.name.startswith("__")
    ]
    assert not strays
