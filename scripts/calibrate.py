"""Fits lexicon/confidence.toml on folders of gold annotations, and prints how well the result is calibrated.

    python scripts/calibrate.py GOLD_DIR... [--unread PATTERN...]

Every claim extracted from the folders' articles is right or wrong by the score (found, measure, unit, party and first
source). A logistic regression with a quadratic penalty learns from the claim's signs: a normal prior around zero on
every weight, so that a sign seen rarely keeps little of its weight (Hoerl and Kennard, "Ridge regression",
Technometrics 12, 1970). The penalty is the largest that predicts documents left out of the fit as well as the best one,
within a standard error (Breiman and others, "Classification and Regression Trees", 1984), since articles to come differ
more from these than these do from each other. What is printed was predicted for documents left out of the fit.

Rules do better on articles that their writers read than on others. ``--unread`` names the documents (by shell pattern)
that they did not read: all others get a sign of their own in the fit, which is then dropped, so that the base which is
written is that of an article nobody has seen.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path

import numpy as np

import tollbook
from tollbook.export.extracted import Extracted, to_json
from tollbook.extraction.confidence import Sign, signs
from tollbook.extraction.sentences import article
from tollbook.reading import ReadingError
from tollbook.scoring.calibration import calibrated, calibration_lines, outcomes
from tollbook.scoring.judged import NotScorable, gold_files, judged, read_gold

TABLE = Path(__file__).parent.parent / "src/tollbook/lexicon/confidence.toml"
FOLDS = 10
PENALTIES = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
READ: Sign = ("fit", "an article that the rules' writers read")
HEAD = """\
# What tells how likely a claim is to be right: weights on the log-odds scale, read by the step that sets confidence.
# Made by scripts/calibrate.py (`make calibrate`); do not edit. After a weight: in how many claims of the fit it was.
# What is not here counts 0. Fitted on {claims} claims of {documents} articles, penalty {penalty:g}; the rules' writers
# had not read {unread} of the articles. On articles left out of the fit:
#   all: {all}
#   unread: {new}
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """A claim of the fit: its document, its signs, and whether it was right."""

    document: str
    unread: bool
    signs: tuple[Sign, ...]
    right: bool


def seen(folder: Path, unread: Sequence[str]) -> list[Seen]:
    """Every claim extracted from a gold folder's articles that the score counts, publication dates given."""
    gold = read_gold(folder)
    out = []
    for name, path in gold_files(folder).items():
        document = tollbook.read(path.with_suffix(".txt"), published=gold[name].published, sidecar=False)
        claims = tollbook.extract(document)
        found = signs(article(document), claims)
        new = not unread or any(fnmatch(name, pattern) for pattern in unread)
        for i, right in outcomes(judged(to_json(Extracted(document, claims)), name), gold[name]):
            out.append(Seen(name, new, found[i] if new else (*found[i], READ), right))
    return out


def fitted(x: np.ndarray, y: np.ndarray, penalty: float) -> np.ndarray:
    """Weights (the base first, unpenalised) that minimise log loss + penalty / 2 · Σ weight², by Newton's method.

    ``x``: claims by signs, 0 or 1, without a column for the base; ``y``: 1 where the claim was right.
    """
    columns = np.column_stack([np.ones(len(y)), x])
    ridge = np.full(columns.shape[1], penalty)
    ridge[0] = 0.0
    weights = np.zeros(columns.shape[1])
    for _ in range(100):
        p = probability(weights, x)
        slope = columns.T @ (p - y) + ridge * weights
        curvature = (columns.T * (p * (1 - p))) @ columns + np.diag(ridge)
        step = np.linalg.solve(curvature, slope)
        weights -= step
        if np.abs(step).max() < 1e-9:
            return weights
    raise SystemExit("the fit did not converge: are all claims right, or all wrong?")


def probability(weights: np.ndarray, x: np.ndarray) -> np.ndarray:
    """How likely each claim is to be right."""
    return 1 / (1 + np.exp(-(weights[0] + x @ weights[1:])))


def left_out(x: np.ndarray, y: np.ndarray, folds: np.ndarray, penalty: float) -> np.ndarray:
    """The probability of each claim, from a fit on the documents of the other folds."""
    p = np.zeros(len(y))
    for fold in np.unique(folds):
        out = folds == fold
        p[out] = probability(fitted(x[~out], y[~out], penalty), x[out])
    return p


def log_loss(p: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The surprise at each outcome, in nats."""
    return -np.where(y == 1, np.log(p), np.log(1 - p))


def strongest(losses: dict[float, np.ndarray], documents: Sequence[str]) -> float:
    """The largest penalty whose loss is within a standard error, over documents, of the least."""
    best = min(losses.values(), key=lambda loss: loss.sum())
    _, numbers = np.unique(documents, return_inverse=True)

    def as_good(loss: np.ndarray) -> bool:
        worse = np.bincount(numbers, weights=loss - best)
        return bool(worse.sum() <= np.std(worse) * np.sqrt(len(worse)))

    return max(penalty for penalty, loss in losses.items() if as_good(loss))


def toml(names: Sequence[Sign], counts: Counter[Sign], weights: np.ndarray, head: str) -> str:
    """The lexicon's table; weights that round to nothing are left out."""
    lines = [head, f"base = {weights[0]:.2f}"]
    table = ""
    for sign, value in zip(names, weights[1:], strict=True):
        if sign == READ or abs(value) < 0.005:
            continue
        if sign[0] != table:
            table = sign[0]
            lines += ["", f"[{table}]"]
        lines.append(f"{json.dumps(sign[1], ensure_ascii=False)} = {value:.2f}  # {counts[sign]}")
    return "\n".join(lines) + "\n"


def show(title: str, p: np.ndarray, y: np.ndarray) -> str:
    """Prints a calibration table; returns it in one line."""
    result = calibrated(zip(p.tolist(), (y == 1).tolist(), strict=True))
    if result is None:
        return "no claims"
    print(f"\n{title}, left out of the fit: {len(y)} claims, {y.mean():.2f} right")
    for line in calibration_lines(result):
        print(line)
    brier = f"Brier score {result.brier:.3f} ({y.var():.3f} for the same {y.mean():.2f} everywhere)"
    return f"{brier}, expected calibration error {result.expected_error:.3f}"


def main() -> None:
    """Reads the command line, fits, prints, writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD_DIR", help="folder of NAME.txt beside NAME.json")
    parser.add_argument("--unread", nargs="+", default=[], metavar="PATTERN", help="documents no rule's writer read")
    given = parser.parse_args()
    try:
        rows = [row for folder in given.gold for row in seen(folder, given.unread)]
    except (NotScorable, ReadingError) as error:
        sys.exit(f"calibrate: {error}")
    counts = Counter(sign for row in rows for sign in row.signs)
    names = sorted(counts)
    x = np.array([[name in row.signs for name in names] for row in rows], dtype=float)
    y = np.array([row.right for row in rows], dtype=float)
    folds = np.array([int(sha256(row.document.encode()).hexdigest(), 16) % FOLDS for row in rows])
    predicted = {penalty: left_out(x, y, folds, penalty) for penalty in PENALTIES}
    losses = {value: log_loss(p, y) for value, p in predicted.items()}
    penalty = strongest(losses, [row.document for row in rows])
    for value, loss in losses.items():
        print(f"penalty {value:4g}: log loss {loss.mean():.4f}{'  taken' if value == penalty else ''}")
    new = np.array([row.unread for row in rows])
    summary = show("All articles", predicted[penalty], y)
    summary_new = show("Unread articles", predicted[penalty][new], y[new])
    weights = fitted(x, y, penalty)
    if READ in names:
        print(f"\n{READ[1]}: {weights[1 + names.index(READ)]:+.2f} in the fit, 0 in the table")
    head = HEAD.format(
        claims=len(rows),
        documents=len({row.document for row in rows}),
        unread=len({row.document for row in rows if row.unread}),
        penalty=penalty,
        all=summary,
        new=summary_new,
    )
    TABLE.write_text(toml(names, counts, weights, head), encoding="utf-8")
    print(f"\nwrote {TABLE.relative_to(Path.cwd()) if TABLE.is_relative_to(Path.cwd()) else TABLE}")


if __name__ == "__main__":
    main()
