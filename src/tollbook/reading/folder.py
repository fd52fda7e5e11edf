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
    files, pipes and devices, and files that end as ``NO_ARTICLES`` are passed over. A path that does not exist and a
    folder that may not be listed are inputs too: reading them says so.
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
                file = Path(folder) / name
                passed_over = name.startswith(".") or name.lower().endswith(NO_ARTICLES) or _never_ends(file)
                if not passed_over:
                    yield file.absolute() if str(file) == STDIN else file
        yield from closed
    else:
        yield path


def _never_ends(file: Path) -> bool:
    """Whether reading it may wait for ever; a link that leads nowhere does not, and its reading says so."""
    return file.is_fifo() or file.is_char_device() or file.is_block_device() or file.is_socket()


def _stem(path: Path) -> str:
    return "stdin" if str(path) == STDIN else path.stem


def _shared_folder(files: list[Path]) -> str:
    return os.path.commonpath([file.absolute().parent for file in files]) if files else ""


def _below(file: Path, root: str) -> str:
    return Path(os.path.relpath(file.absolute(), root)).as_posix()
