"""Learn `event_trust.tsv`: which signs at a telling of an event make a reader find it right.

    python -m training.event_trust --gold ../shared/gold [--write]

Logistic regression with a ridge on the judged tellings (evals/labels/judged_events.md). The figures are of stories and
topics left out one by one.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.judged_events import Judged, judged
from tidings.grammar.events.trust import signs

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/event_trust.tsv"
HEAD = """# What each sign at a telling of an event adds to the log odds that a reader finds it right.
# Learnt by training/event_trust.py on {count} judged tellings of BASIL and Timeline17 (evals/labels/judged_events.md).
# Not one by one to be changed: they hold together.
# sign, log odds
"""
RIDGE = 1.5
SELDOM = 4  # rows below which a sign says nothing
SLIGHT = 0.02  # log odds that are not kept

Matrix = NDArray[np.float64]


def laid_out(rows: Sequence[Judged]) -> tuple[list[str], Matrix, Matrix]:
    """Names of the signs, their values row by row, and the judgements."""
    found = []
    for row in rows:
        assert row.reading.analysis is not None
        found.append(signs(row.reading, row.reading.analysis, row.event))
    names = sorted({n for one in found for n in one if sum(n in other for other in found) >= SELDOM})
    x = np.array([[one.get(name, 0.0) for name in names] for one in found])
    return names, x, np.array([float(row.right) for row in rows])


def fitted(names: Sequence[str], x: Matrix, y: Matrix) -> Matrix:
    """Log odds of the signs, by Newton's method; "always" is free of the ridge."""
    ridge = np.array([1e-6 if name == "always" else RIDGE for name in names])
    odds = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ odds))
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        odds = odds - np.linalg.solve(curve, x.T @ (p - y) + ridge * odds)
    return odds


def main() -> None:
    """Fit, tell how well, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    rows = judged(options.gold)
    names, x, y = laid_out(rows)
    groups = np.array([row.group for row in rows])
    chance = np.zeros(len(y))
    for group in sorted(set(groups)):
        rest = groups != group
        chance[~rest] = 1 / (1 + np.exp(-x[~rest] @ fitted(names, x[rest], y[rest])))
    right, wrong = chance[y == 1], chance[y == 0]
    print(f"{len(y)} tellings, {y.mean():.3f} right; area under the curve {(right[:, None] > wrong).mean():.3f}")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        kept = chance >= least
        print(
            f"from {least}: {kept.sum()} told, right {y[kept].mean():.3f}, of the right ones {y[kept].sum() / y.sum():.3f}"
        )
    if options.write:
        odds = dict(zip(names, fitted(names, x, y).tolist(), strict=True))
        kept_names = sorted((n for n in names if abs(odds[n]) >= SLIGHT), key=lambda n: (-odds[n], n))
        lines = [f"{name}\t{odds[name]:.2f}" for name in kept_names]
        TABLE.write_text(HEAD.format(count=len(y)) + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
