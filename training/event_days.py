"""Makes src/tidings/lexicon/event_days.tsv: what each sign adds for a day on which an act may have taken place.

    python -m training.event_days --gold ../shared/gold [--write]

A logistic choice among the candidates of `grammar/events/day_evidence.py`, on the events of TempEval-3's
TBAQ whose temporal links bound them (the open part; every fifth document is held out). The links that make an
event's window decide which candidates were right; where several were, their shares count together. It prints
what holds when a fifth of the documents is left out in turn.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.event_days import Case, cases, fits, measured, tally

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/event_days.tsv"
HEAD = """# What each sign adds for a candidate day of an act (grammar/events/day_evidence.py); the shares are a softmax.
# Source: learnt by training/event_days.py from the temporal links of TempEval-3's TBAQ, without its held-out fifth.
"""
RARE = 12  # a sign seen less often is left out
PULL = 3.0  # towards 0
STEPS, PACE = 300, 0.05
HALF_SURE = 0.5  # what an event counts that its links bound on one side only
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """One event: the signs of each candidate by number, which of them were right, and how much it counts."""

    rows: tuple[np.ndarray, ...]
    right: tuple[bool, ...]
    counts: float


def choices(all_: Sequence[Case], number: dict[str, int]) -> list[Choice]:
    """The events that say something of their day."""
    found = []
    for case in all_:
        rows = tuple(np.array([number[s] for s in c.signs if s in number], dtype=int) for c in case.candidates)
        fitting = [fits(case, c) for c in case.candidates]
        none = [c.time is None and c.back is None for c in case.candidates]
        if case.happening.near:
            right = [f == "fits" for f in fitting]
            found.append(Choice(rows, tuple(right if any(right) else none), 1.0))
        elif any(f == "out" for f in fitting):
            found.append(Choice(rows, tuple(f != "out" for f in fitting), HALF_SURE))
    return found


def fitted(all_: Sequence[Choice], size: int) -> np.ndarray:
    """The weights under which what was right is likeliest, by Adam over all events at once."""
    flat = np.concatenate([row for choice in all_ for row in choice.rows])
    owner = np.repeat(np.arange(sum(len(c.rows) for c in all_)), [len(r) for c in all_ for r in c.rows])
    right = np.array([float(r) for c in all_ for r in c.right])
    group = np.repeat(np.arange(len(all_)), [len(c.rows) for c in all_])
    starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
    counts = np.array([c.counts for c in all_])[group]
    weights, first, second = (np.zeros(size) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = np.bincount(owner, weights[flat], len(right))
        parts = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        given = parts / np.add.reduceat(parts, starts)[group]
        wanted = parts * right / np.maximum(np.add.reduceat(parts * right, starts)[group], 1e-12)
        slope = np.bincount(flat, ((given - wanted) * counts)[owner], size) + PULL * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights -= PACE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def learnt(all_: Sequence[Case]) -> dict[str, float]:
    """Sign to weight, two places behind the point."""
    seen = Counter(sign for case in all_ for c in case.candidates for sign in c.signs)
    number = {s: n for n, s in enumerate(sorted(s for s, times in seen.items() if times >= RARE))}
    weights = fitted(choices(all_, number), len(number))
    return {s: round(float(weights[n]), 2) for s, n in number.items() if abs(weights[n]) >= 0.005}


def main() -> None:
    """Fit, tell how well, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    open_ = [case for case in cases(options.gold) if not case.report.held_out]
    names = sorted({case.report.name for case in open_})
    counts: Counter[str] = Counter()
    for fold in range(FOLDS):
        out = set(names[fold::FOLDS])
        weights = learnt([c for c in open_ if c.report.name not in out])
        tally(counts, (c for c in open_ if c.report.name in out), weights)
    print({k: round(v, 3) for k, v in measured(counts).items()})
    if options.write:
        lines = [f"{sign}\t{weight}" for sign, weight in sorted(learnt(open_).items())]
        TABLE.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
