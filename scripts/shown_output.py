"""Runs the commands shown in README.md and docs/ and keeps the output beside them true.

    python scripts/shown_output.py           rewrites what changed
    python scripts/shown_output.py --check   changes nothing; exit status 1 names the pages that changed

A console block after the line ``<!-- shown output -->`` is run line by line; ``<!-- file: NAME -->`` before a text
block writes that file first. Each page runs in a folder of its own, where ``examples`` is the project's.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
STOPPED_EARLY = 128 + 13
"""A command whose reader, such as `head`, had enough."""
BLOCK = re.compile(
    r"<!-- (?:file: (?P<name>[\w.-]+)|shown output) -->\n```(?:text|console)\n(?P<body>.*?)```\n", re.DOTALL
)


def pages() -> list[Path]:
    """The pages that may show output."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def true_to_output(page: str) -> str:
    """The page with the present output of every command that it shows."""
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        (where / "examples").symlink_to(ROOT / "examples")

        def renewed(block: re.Match[str]) -> str:
            if block["name"]:
                (where / block["name"]).write_text(block["body"], encoding="utf-8")
                return block.group()
            commands = [line for line in block["body"].splitlines() if line.startswith("$ ")]
            body = "".join(f"{command}\n{_output(command[2:], where)}" for command in commands)
            return block.group().replace(block["body"], body)

        return BLOCK.sub(renewed, page)


def _output(command: str, where: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=where,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode not in (0, STOPPED_EARLY):
        raise SystemExit(f"`{command}` left with status {run.returncode}: {run.stderr}")
    output = run.stdout.strip("\n")
    return f"{output}\n" if output else ""


def main() -> None:
    """The script's work; see the top of this file."""
    stale = []
    for path in pages():
        text = path.read_text(encoding="utf-8")
        renewed = true_to_output(text)
        if renewed != text:
            stale.append(str(path.relative_to(ROOT)))
            if "--check" not in sys.argv:
                path.write_text(renewed, encoding="utf-8")
    if stale and "--check" in sys.argv:
        raise SystemExit(f"the output shown in {', '.join(stale)} is not what the commands print now; run make docs")
    print(f"changed: {', '.join(stale)}" if stale else "the output shown is what the commands print")


if __name__ == "__main__":
    main()
