"""The inputs of a run: files, folders walked in order, and standard input, each with the id its claims will carry."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

STDIN = "-"
NO_ARTICLES = (".json", ".jsonl", ".csv")
"""Endings of gold, sidecars and what `tollbook extract` wrote before: in a folder they are passed over."""


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read: a path, or ``-`` for standard input."""

    id: str
    path: Path


def inputs(paths: Iterable[str | Path]) -> Iterator[Input]:
    """Every input of ``paths`` once, files in the order given, a folder's in order of name.

    The id is the file's stem; where stems collide, the path below the folder that all inputs share. In folders, hidden
    files and those that end as ``NO_ARTICLES`` are passed over. A path that does not exist and a folder that may not be
    listed are inputs too: reading them says so.
    """
    found = list(dict.fromkeys(file for path in paths for file in _files(Path(path))))
    stems = Counter(_stem(file) for file in found)
    colliding = [file for file in found if stems[_stem(file)] > 1]
    root = _shared_folder(colliding)
    for file in found:
        yield Input(_stem(file) if stems[_stem(file)] == 1 else _below(file, root), file)


def _files(path: Path) -> Iterator[Path]:
    if str(path) != STDIN and path.is_dir():
        closed: list[Path] = []
        for folder, folders, names in os.walk(path, onerror=lambda error: closed.append(Path(error.filename))):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith(".") and not name.lower().endswith(NO_ARTICLES):
                    yield Path(folder) / name
        yield from closed
    else:
        yield path


def _stem(path: Path) -> str:
    return "stdin" if str(path) == STDIN else path.stem


def _shared_folder(files: list[Path]) -> str:
    return os.path.commonpath([file.absolute().parent for file in files]) if files else ""


def _below(file: Path, root: str) -> str:
    return Path(os.path.relpath(file.absolute(), root)).as_posix()
