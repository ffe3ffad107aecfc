"""Learn what makes a reader find a telling of an event right: `event_trust.tsv`.

    python -m training.event_trust --gold ../shared/gold [--write]

Boosted trees (lightgbm) over the signs of the tellings given in the labelled reports (evals/labels/reports.md; right are those
that a reader labelled too) and of the judged ones (evals/labels/judged_events.md), without either's test part. What the
encoder makes of a labelled report's tokens comes from weights learnt without its pile (`training/acts.py`). The figures
are of piles left out in parts, and of the test part.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from evals.judged_events import Judged, judged
from evals.report_events import given
from evals.reports import Labelled, labelled, readings
from tidings.analysis.acts import Looked
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.trust import around, signs
from tidings.lexicon.trees import LEAF, TREE
from tidings.model import Reading
from tidings.stages.read.events import Events
from training.acts import Report, learnt_from, left_out, reports, with_seen

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/event_trust.tsv"
HEAD = """# How often a reader finds such a telling of an event right: trees of signs whose log odds add up (lexicon/trees.py).
# Learnt by training/event_trust.py on {count} tellings of real reports (evals/labels/reports.md, evals/labels/judged_events.md).
# Not one by one to be changed: they hold together.
# where a tree begins, sign or leaf, up to (or log odds), rows down else
"""
SELDOM = 60  # rows below which a sign says nothing
PARTS = 4
SETTINGS = {
    "n_estimators": 160,
    "learning_rate": 0.08,
    "num_leaves": 10,
    "min_child_samples": 40,
    "reg_lambda": 5.0,
    "colsample_bytree": 0.3,
    "subsample": 0.8,
    "subsample_freq": 1,
    "random_state": 0,
    "n_jobs": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}

Matrix = NDArray[np.float64]
Signs = Sequence[dict[str, float]]


def named(rows: Sequence[Judged]) -> list[dict[str, float]]:
    """The signs of each row."""
    found = []
    for row in rows:
        assert row.reading.analysis is not None
        text = around(row.reading.analysis, row.reading.events)
        found.append(signs(Cast(row.reading, row.reading.analysis), row.event, text))
    return found


class Learnt:
    """Trees learnt on some rows."""

    def __init__(self, rows: Signs, right: Matrix) -> None:
        counts = Counter(n for one in rows for n in one)
        self.names = sorted(n for n, count in counts.items() if count >= SELDOM)
        self.model: Any = lightgbm.LGBMClassifier(**SETTINGS).fit(self.laid_out(rows), right)

    def laid_out(self, rows: Signs) -> Matrix:
        """A row each, a column a sign."""
        return np.array([[one.get(name, 0.0) for name in self.names] for one in rows])

    def chances(self, rows: Signs) -> Matrix:
        """The chance of each row to be right."""
        chance: Matrix = self.model.predict_proba(self.laid_out(rows))[:, 1]
        return chance

    def written(self, count: int) -> None:
        """Write the table."""
        lines = []
        for tree in self.model.booster_.dump_model()["tree_info"]:
            first, *rest = self.laid_down(tree["tree_structure"])
            lines += [f"{TREE}\t{first}", *(f"-\t{row}" for row in rest)]
        TABLE.write_text(HEAD.format(count=count) + "\n".join(lines) + "\n", "utf-8")

    def laid_down(self, node: dict[str, Any]) -> list[str]:
        """The rows of a node and of all below it."""
        if "leaf_value" in node:
            return [f"{LEAF}\t{node['leaf_value']:.4f}\t0"]
        below, above = self.laid_down(node["left_child"]), self.laid_down(node["right_child"])
        return [f"{self.names[node['split_feature']]}\t{node['threshold']:.8g}\t{len(below) + 1}", *below, *above]


def told(name: str, chance: Matrix, right: Matrix) -> None:
    """Print how well chances part right from wrong."""
    good, bad = chance[right == 1], chance[right == 0]
    print(
        f"{name}: {len(right)} tellings, {right.mean():.3f} right; area under the curve {(good[:, None] > bad).mean():.3f}"
    )
    for least in (0.3, 0.4, 0.5, 0.55, 0.6, 0.7, 0.8):
        kept = chance >= least
        share = right[kept].sum() / right.sum()
        print(f"  from {least}: {kept.sum()} told, right {right[kept].mean():.3f}, of the right ones {share:.3f}")


def main() -> None:
    """Fit, tell how well, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    piles = learnt_from(options.gold)
    known = frozenset(name for pile in piles for name in pile.documents.values())
    of_judged = [row for row in judged(options.gold) if row.name not in known]
    rows = reports(options.gold, piles)
    seen = left_out(rows)
    anew = {(r.pile, r.letter): found_anew(r, seen[r.pile, r.letter]) for r in rows}
    of_piles = [one for pile in piles for one in of_reports(pile, {d: anew[pile.name, d] for d in pile.documents})]
    learn([*of_piles, *of_judged], judged(options.gold, test=True), write=options.write)
    test = [
        one
        for pile in labelled(test=True)
        for one in of_reports(pile, readings(options.gold, pile.name, pile.documents))
    ]
    told("reports of the test part", np.array([one.event.trust for one in test]), np.array([one.right for one in test]))


def found_anew(report: Report, seen: Looked) -> Reading:
    """A report's reading with its events found by what weights that do not know it make of its tokens."""
    return next(Events().run([with_seen(report, seen)]))


def of_reports(pile: Labelled, known: dict[str, Reading]) -> Iterator[Judged]:
    """The tellings given in labelled reports, and whether each is right."""
    return (Judged(pile.name, reading, event, right) for reading, event, right in given(pile, known))


def learn(rows: Sequence[Judged], test: Sequence[Judged], *, write: bool) -> None:
    """Fit with each part of the piles left out, then on all rows; tell how well; write."""
    found = named(rows)
    right = np.array([float(row.right) for row in rows])
    groups = sorted({row.group for row in rows})
    part = np.array([groups.index(row.group) % PARTS for row in rows])
    chance = np.zeros(len(right))
    for n in range(PARTS):
        rest, out = np.flatnonzero(part != n), np.flatnonzero(part == n)
        chance[out] = Learnt([found[i] for i in rest], right[rest]).chances([found[i] for i in out])
    told("piles left out", chance, right)
    learnt = Learnt(found, right)
    told("test part", learnt.chances(named(test)), np.array([float(row.right) for row in test]))
    if write:
        learnt.written(len(rows))


if __name__ == "__main__":
    main()
