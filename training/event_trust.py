"""Learn what makes a reader find a telling of an event right: `event_trust.tsv` (signs) and `telling.npz` (what the encoder sees).

    python -m training.event_trust --gold ../shared/gold [--write]

Logistic regression with a ridge on the tellings given in the labelled reports (evals/labels/reports.md; right are those
that a reader labelled too) and on the judged ones (evals/labels/judged_events.md), without either's test part. What the
encoder makes of a labelled report's tokens comes from weights learnt without its pile (`training/acts.py`). Beside
the signs it weighs the encoder's states at the trigger and, in the mean, in the clause; those weights become two numbers
a token, which `analysis` gives and the sign "encoder" adds up. The figures are of piles left out in ten parts, and of the test part.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.judged_events import Judged, judged
from evals.report_events import given
from evals.reports import Labelled, labelled, readings
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.trust import ENCODER, around, signs
from tidings.grammar.tree import tokens_in
from tidings.model import Reading, TokenScore
from tidings.stages.read.events import Events
from training.acts import Report, learnt_from, left_out, reports, states_of, with_odds

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/event_trust.tsv"
STATES = Path(__file__).parents[1] / "src/tidings/analysis/models/telling.npz"
HEAD = """# What each sign at a telling of an event adds to the log odds that a reader finds it right.
# Learnt by training/event_trust.py on {count} tellings of real reports (evals/labels/reports.md, evals/labels/judged_events.md).
# Not one by one to be changed: they hold together, and with analysis/models/telling.npz.
# sign, log odds
"""
RIDGE = 1.5
RIDGE_OF_STATES = 300.0  # on states whose values spread by one; with 100 and 1000 the area is .005 and .012 smaller
SELDOM = 10  # rows below which a sign says nothing
SLIGHT = 0.02  # log odds that are not kept
PARTS = 10

Matrix = NDArray[np.float64]
Floats = NDArray[np.float32]


def seen(rows: Sequence[Judged]) -> tuple[Matrix, Matrix]:
    """The states at each row's trigger, and in the mean in its clause."""
    known: dict[str, Matrix] = {}
    at, around = [], []
    for row in rows:
        analysis, name = row.reading.analysis, row.reading.document.id
        assert analysis is not None
        if name not in known:
            known[name] = states_of(row.reading)
        at.append(known[name][tokens_in(analysis, row.event.trigger)[0]])
        around.append(known[name][list(tokens_in(analysis, row.event.clause))].mean(0))
    return np.array(at), np.array(around)


def bare(reading: Reading) -> Reading:
    """A reading without what the encoder adds by the weights of an earlier time."""
    assert reading.analysis is not None
    scores = tuple(TokenScore(s.role, s.sure, s.happened, acts=s.acts) for s in reading.analysis.scores)
    return replace(reading, analysis=replace(reading.analysis, scores=scores))


def named(rows: Sequence[Judged]) -> list[dict[str, float]]:
    """The signs of each row but what the encoder adds."""
    found = []
    for row in rows:
        reading = bare(row.reading)
        assert reading.analysis is not None
        text = around(reading.analysis, reading.events)
        told = signs(Cast(reading, reading.analysis), row.event, text)
        found.append({name: value for name, value in told.items() if name != ENCODER})
    return found


class Learnt:
    """Weights of signs and of states, learnt on some rows."""

    def __init__(self, rows: Sequence[dict[str, float]], at: Matrix, around: Matrix, right: Matrix) -> None:
        counts = Counter(n for one in rows for n in one)
        self.names = sorted(n for n, count in counts.items() if count >= SELDOM)
        self.centre = at.mean(0), around.mean(0)
        self.spread = (at - self.centre[0]).std(), (around - self.centre[1]).std()
        x = self.laid_out(rows, at, around)
        plain = [1e-6 if name == "always" else RIDGE for name in self.names]
        ridge = np.array([*plain, *([RIDGE_OF_STATES] * (x.shape[1] - len(plain)))])
        self.odds = fitted(x, right, ridge)

    def laid_out(self, rows: Sequence[dict[str, float]], at: Matrix, around: Matrix) -> Matrix:
        """Signs, then states, a row each."""
        told = np.array([[one.get(name, 0.0) for name in self.names] for one in rows])
        states = [(m - c) / s for m, c, s in zip((at, around), self.centre, self.spread, strict=True)]
        return np.hstack([told, *states])

    def chances(self, rows: Sequence[dict[str, float]], at: Matrix, around: Matrix) -> Matrix:
        """The chance of each row to be right."""
        chance: Matrix = 1 / (1 + np.exp(-self.laid_out(rows, at, around) @ self.odds))
        return chance

    def written(self, count: int) -> None:
        """Write both tables; what the centres take away goes to "always"."""
        weights = self.odds[len(self.names) :].reshape(2, -1) / np.array(self.spread)[:, None]
        odds = dict(zip(self.names, self.odds[: len(self.names)].tolist(), strict=True))
        odds["always"] -= float(sum(w @ c for w, c in zip(weights, self.centre, strict=True)))
        odds[ENCODER] = 1.0
        kept = sorted((n for n in odds if abs(odds[n]) >= SLIGHT), key=lambda n: (-odds[n], n))
        lines = [f"{name}\t{odds[name]:.2f}" for name in kept]
        TABLE.write_text(HEAD.format(count=count) + "\n".join(lines) + "\n", "utf-8")
        np.savez_compressed(STATES, allow_pickle=False, weight=weights.astype(np.float32))


def fitted(x: Matrix, y: Matrix, ridge: Matrix) -> Matrix:
    """Log odds, by Newton's method."""
    odds = np.zeros(x.shape[1])
    for _ in range(12):
        p = 1 / (1 + np.exp(-x @ odds))
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        odds = odds - np.linalg.solve(curve, x.T @ (p - y) + ridge * odds)
    return odds


def told(name: str, chance: Matrix, right: Matrix) -> None:
    """Print how well chances part right from wrong."""
    good, bad = chance[right == 1], chance[right == 0]
    print(
        f"{name}: {len(right)} tellings, {right.mean():.3f} right; area under the curve {(good[:, None] > bad).mean():.3f}"
    )
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        kept = chance >= least
        share = right[kept].sum() / right.sum()
        print(f"  from {least}: {kept.sum()} told, right {right[kept].mean():.3f}, of the right ones {share:.3f}")


def main() -> None:
    """Fit, tell how well, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="write the tables of the package")
    options = parser.parse_args()
    piles = learnt_from(options.gold)
    known = frozenset(name for pile in piles for name in pile.documents.values())
    of_judged = [row for row in judged(options.gold) if row.name not in known]
    rows = reports(options.gold, piles)
    odds = left_out(rows)
    anew = {(r.pile, r.letter): found_anew(r, odds[r.pile, r.letter]) for r in rows}
    of_piles = [one for pile in piles for one in of_reports(pile, {d: anew[pile.name, d] for d in pile.documents})]
    learn([*of_piles, *of_judged], judged(options.gold, test=True), write=options.write)
    test = [
        one
        for pile in labelled(test=True)
        for one in of_reports(pile, readings(options.gold, pile.name, pile.documents))
    ]
    told("reports of the test part", np.array([one.event.trust for one in test]), np.array([one.right for one in test]))


def found_anew(report: Report, odds: Floats) -> Reading:
    """A report's reading with its events found by what weights that do not know it make of its tokens."""
    return next(Events().run([with_odds(report, odds)]))


def of_reports(pile: Labelled, known: dict[str, Reading]) -> Iterator[Judged]:
    """The tellings given in labelled reports, and whether each is right."""
    return (Judged(pile.name, reading, event, right) for reading, event, right in given(pile, known))


def learn(rows: Sequence[Judged], test: Sequence[Judged], *, write: bool) -> None:
    """Fit with each tenth of the piles left out, then on all rows; tell how well; write."""
    found, (at, around) = named(rows), seen(rows)
    right = np.array([float(row.right) for row in rows])
    groups = sorted({row.group for row in rows})
    part = np.array([groups.index(row.group) % PARTS for row in rows])
    chance = np.zeros(len(right))
    for n in range(PARTS):
        rest, out = np.flatnonzero(part != n), np.flatnonzero(part == n)
        learnt = Learnt([found[i] for i in rest], at[rest], around[rest], right[rest])
        chance[out] = learnt.chances([found[i] for i in out], at[out], around[out])
    told("piles left out", chance, right)
    learnt = Learnt(found, at, around, right)
    told("test part", learnt.chances(named(test), *seen(test)), np.array([float(row.right) for row in test]))
    if write:
        learnt.written(len(rows))


if __name__ == "__main__":
    main()
