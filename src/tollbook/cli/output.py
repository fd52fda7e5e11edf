"""Where results go: standard output or a file, as UTF-8, piece by piece."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

WIDTH = 100
"""Columns of a table that goes to a file or another program."""


@contextmanager
def output(out: Path | None) -> Iterator[Callable[[str], None]]:
    """A function that writes text to the file, or to standard output where there is none.

    What the file held before goes when the first text comes: a run that finds nothing to write leaves it as it was.

    Raises:
        typer.BadParameter: the file cannot be written.
    """
    if out is None:
        yield _encoded(sys.stdout.buffer)
        return
    try:
        stream = out.open("ab")
    except OSError as error:
        raise typer.BadParameter(f"{out} cannot be written: {error.strerror}", param_hint="--out") from error
    with stream:
        yield _replacing(stream, regular=out.is_file())


def _encoded(stream: BinaryIO) -> Callable[[str], None]:
    def write(text: str) -> None:
        stream.write(text.encode("utf-8", "backslashreplace"))
        stream.flush()

    return write


def _replacing(stream: BinaryIO, *, regular: bool) -> Callable[[str], None]:
    append = _encoded(stream)
    stale = regular  # a device or a pipe holds nothing to take away

    def write(text: str) -> None:
        nonlocal stale
        if stale:
            stream.truncate(0)
            stale = False
        append(text)

    return write


def console(out: Path | None) -> Console:
    """A console that renders for where the output goes: with colours and the true width on a terminal only."""
    from rich.console import Console

    on_terminal = out is None and sys.stdout.isatty()
    return Console(
        width=None if on_terminal else WIDTH,
        force_terminal=None if on_terminal else False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def rendered(renderables: Iterator[RenderableType], on: Console) -> str:
    """What the console would print."""
    with on.capture() as captured:
        for renderable in renderables:
            on.print(renderable)
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))
