"""What the commands say to people on standard error: lines, and a progress bar where it is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def say(message: str) -> None:
    """One line on standard error, with the program's name; control characters are shown, not sent."""
    sys.stderr.write(f"tollbook: {printable(message)}\n")


def printable(message: str) -> str:
    """The message with the escapes of all that could steer a terminal or begin a line."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in message)


def with_bar(items: Sequence[T]) -> Iterator[T]:
    """The items, with a bar of how many are done where there are several and somebody can see it."""
    if len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description="articles", console=Console(stderr=True), transient=True)
