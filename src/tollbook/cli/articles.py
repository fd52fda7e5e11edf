"""Reads inputs and extracts their claims, one after the other; what cannot be read is said, and the others go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tollbook.cli.talk import say, with_bar

if TYPE_CHECKING:
    from tollbook.export.extracted import Extracted


@dataclass(slots=True)
class Tally:
    """How many inputs were read, and how many could not be."""

    read: int = 0
    unreadable: int = 0

    def leave(self) -> None:
        """Ends the command with the exit status that this tally deserves.

        Raises:
            typer.Exit: 3 where some inputs could not be read, 4 where none could.
        """
        if not self.read:
            raise typer.Exit(4)
        if self.unreadable:
            raise typer.Exit(3)


def articles(
    paths: Sequence[Path],
    tally: Tally,
    *,
    published: str | None = None,
    furniture: bool = False,
    progress: bool = False,
    out: Path | None = None,
) -> Iterator[Extracted]:
    """The inputs with their claims, counted in ``tally``; ``progress`` draws a bar on a terminal's standard error.

    Raises:
        typer.BadParameter: ``out``, where the results go, is one of ``paths``. In a folder it is passed over.
    """
    import tollbook
    from tollbook.export.extracted import Extracted
    from tollbook.reading import ReadingError, inputs

    if out is not None and any(_same(path, out) for path in paths):
        raise typer.BadParameter(f"{out} is an input; the results would take its place", param_hint="--out")
    found = [each for each in inputs(paths) if out is None or not _same(each.path, out)]
    if not found:
        say(f"{', '.join(map(str, paths))}: no article here")
    for each in with_bar(found) if progress else found:
        try:
            document = tollbook.read(each.path, published=published, id=each.id)
        except ReadingError as error:
            say(str(error))
            tally.unreadable += 1
        else:
            tally.read += 1
            yield Extracted(document, tollbook.extract(document, furniture=furniture))


def _same(path: Path, out: Path) -> bool:
    return path.is_file() and out.is_file() and path.samefile(out)
