"""How fast Tollbook reads on one core, beside the same steps with every sentence parsed, and how its time grows.

Prints, in one run on the same texts: kB and articles a second, the share of sentences parsed, the same for parsing
everything, and whether the claims are the same; the time from a cold start; and the exponent of growth over four
doublings of hostile texts.
"""

from __future__ import annotations

import math
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import mix

from tollbook.document import Document
from tollbook.extraction.article import Article
from tollbook.extraction.model import parse
from tollbook.extraction.pipeline import claims
from tollbook.extraction.sentences import article

ARTICLES = 60


def timed(texts: Sequence[str], *, examine_all: bool) -> tuple[float, list[tuple[object, ...]], int, int]:
    """Seconds, claims, sentences parsed and sentences in all."""
    found: list[tuple[object, ...]] = []
    parsed = total = 0
    start = time.perf_counter()
    for text in texts:
        cut: Article = article(Document("mix", text, ""))
        found.append(claims(cut, examine_all=examine_all))
        parsed += cut.parsed
        total += len(cut.sentences)
    return time.perf_counter() - start, found, parsed, total


def speed() -> bool:
    """Prints the comparison; True where it is at least ten times faster with the same claims."""
    texts = mix.articles(ARTICLES)
    parse("Two people were killed.")
    size = sum(len(t.encode()) for t in texts) / 1000
    seconds, ours, parsed, total = timed(texts, examine_all=False)
    all_seconds, everything, all_parsed, _ = timed(texts, examine_all=True)
    same = ours == everything
    print(f"{ARTICLES} articles, {size:.0f} kB, {total} sentences, {sum(map(len, ours))} claims; one core")
    for title, took, share in (
        ("prefiltered", seconds, parsed / total),
        ("parse everything", all_seconds, all_parsed / total),
    ):
        print(f"{title:17s} {size / took:8.1f} kB/s {ARTICLES / took:7.1f} articles/s  parsed {share:6.1%}")
    print(f"ratio {all_seconds / seconds:.1f}; claims {'the same' if same else 'DIFFER'}")
    return same and all_seconds >= 10 * seconds


def cold() -> None:
    """Prints how long a fresh process takes."""
    example = Path(__file__).parent.parent / "examples" / "agency.txt"
    for name, command in (
        ("tollbook --help", ["--help"]),
        ("tollbook extract, one article", ["extract", str(example)]),
    ):
        runs = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([str(Path(sys.executable).with_name("tollbook")), *command], capture_output=True, check=True)
            runs.append(time.perf_counter() - start)
        print(f"{name}: {min(runs):.2f} s from cold")


HOSTILE: dict[str, Callable[[int], str]] = {
    "one long line of claims": lambda n: "At least 12 people were killed in Norvik and 30 wounded, police said. " * n,
    "no full stop": lambda n: "police said 12 people were killed and " * n,
    "nested quotes": lambda n: 'He said: "' * n + "12 were killed" + '"' * n,
    "digits": lambda n: "7" * (40 * n),
    "list items": lambda n: "- 12 tanks\n" * (3 * n),
    "names": lambda n: "General Ivan Petrov of Norvik " * (2 * n),
}


def growth() -> None:
    """Prints, for hostile texts, the exponent of time over four doublings (1: linear)."""
    for name, make in HOSTILE.items():
        points = []
        for k in range(5):
            n = 20 * 2**k
            text = make(n)
            start = time.perf_counter()
            claims(article(Document("hostile", text, "")))
            points.append((math.log(len(text)), math.log(time.perf_counter() - start)))
        mx = sum(x for x, _ in points) / len(points)
        my = sum(y for _, y in points) / len(points)
        slope = sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)
        print(f"growth, {name}: exponent {slope:.2f} (last {math.exp(points[-1][1]):.2f} s)")


if __name__ == "__main__":
    good = speed()
    cold()
    growth()
    sys.exit(0 if good else 1)
