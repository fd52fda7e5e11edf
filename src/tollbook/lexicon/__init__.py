"""The words as data: one TOML file a subject, read once by this loader."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table ``name`` (``measures``, ``units``, ``parties`` …) as its TOML file has it.

    Raises:
        FileNotFoundError: there is no such table.
    """
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
