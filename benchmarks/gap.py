"""The score on articles the rules were written with, and on articles nobody looked at: how well it generalises.

    python benchmarks/gap.py [CORPUS]

CORPUS is a folder of gold (``NAME.txt``, ``NAME.json``), default ``../shared/corpus``; where it is absent only the
project's own gold sets are scored. Publication dates are given.
``benchmarks/unread.txt`` names the articles nobody looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

import tollbook
from tollbook.claim import claim_to_json
from tollbook.scoring.judged import JudgedDocument, gold_files, judged, read_gold
from tollbook.scoring.score import score

HERE = Path(__file__).parent
OWN = HERE.parent / "tests" / "fixtures" / "gold"
UNREAD = [line.strip() for line in (HERE / "unread.txt").read_text().splitlines() if line.strip() and line[0] != "#"]


def unread(name: str) -> bool:
    """Whether nobody looked at the article while rules were written."""
    return any(fnmatch(name, pattern) for pattern in UNREAD)


def predicted(folder: Path, names: list[str], gold: dict[str, JudgedDocument]) -> dict[str, JudgedDocument]:
    """What the extractor says of the articles, told their day of publication."""
    files = gold_files(folder)
    out = {}
    for name in names:
        document = tollbook.read(files[name].with_suffix(".txt"), published=gold[name].published)
        claims = [claim_to_json(c) for c in tollbook.extract(document)]
        out[name] = judged({"id": name, "published": document.published, "claims": claims}, name)
    return out


def line(title: str, folder: Path, keep: Callable[[str], bool]) -> None:
    """Prints the score of the articles of ``folder`` that ``keep`` holds."""
    gold = {name: document for name, document in read_gold(folder).items() if keep(name)}
    if not gold:
        return
    result = score(gold, predicted(folder, list(gold), gold))
    levels = [result.levels[k].f1 for k in ("found", "claim", "attributed")] + [result.classes["relations"].f1]
    fields = [result.fields[k] for k in ("status", "when.kind", "when.end", "qualifier")]
    stance, verification = result.classes["stance"], result.classes["verification"]
    rest = [stance.precision, stance.recall, verification.precision, verification.recall]
    numbers = "".join(f"{x:7.3f}" for x in (*levels, *fields, *rest))
    print(f"{title:30s}{result.documents:5d}{result.gold:7d}{numbers}")


def main() -> None:
    """Prints a table, a line a set of articles."""
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / "shared" / "corpus"
    heads = (
        "docs",
        "claims",
        "found",
        "claim",
        "attr.",
        "rel.",
        "status",
        "kind",
        "end",
        "qual.",
        "st.P",
        "st.R",
        "ver.P",
        "ver.R",
    )
    print(" " * 30 + f"{heads[0]:>5s}" + "".join(f"{h:>7s}" for h in heads[1:]))
    if corpus.is_dir():
        line("corpus, all", corpus, lambda name: True)
        line("corpus, looked at", corpus, lambda name: not unread(name))
        line("corpus, nobody looked at", corpus, unread)
    else:
        print(f"gap.py: no folder {corpus}: only the project's own gold", file=sys.stderr)
    line(
        "own gold A and B, looked at",
        OWN,
        lambda name: (OWN / "A" / f"{name}.txt").exists() or (OWN / "B" / f"{name}.txt").exists(),
    )
    line("own gold C, nobody looked at", OWN / "C", lambda name: True)


if __name__ == "__main__":
    main()
