"""Learn `rendering_evidence.tsv`: by which signs two reports' words in quote marks render one utterance.

    python -m training.rendered --gold ../shared/gold STORY… [--write]

A pair of quotations of a story (a folder with docs/ and gold.json) is right where its two quotations touch two pieces of one
"same_statement" or of the sides of one difference in wording. Pairs of real reports (evals/labels/reports.md, the open part)
that are no cuts of each other are none, with half the weight: there one speaker says much that is alike.
The figures are of stories left out one by one, and of piles left out by halves.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.reports import labelled, readings
from tidings.engine import open_case
from tidings.grammar.disputes.rendered import Rendered, candidates, other_words
from tidings.grammar.disputes.scene import scene_of
from tidings.model import Reading, Telling
from tidings.run.linking import link
from tidings.stages import LINK, TELL
from training.event_evidence import touches

TABLE = Path(__file__).parents[1] / "src/tidings/lexicon/rendering_evidence.tsv"
HEAD = """# What each sign adds to the log odds that two reports' words in quote marks render one utterance.
# Learnt by training/rendered.py on {count}.
# Not one by one to be changed: they hold together.
# sign, log odds
"""
RIDGE = 1.0
OF_PILES = 0.5
BARS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)

Row = tuple[str, Rendered, bool]
Matrix = NDArray[np.float64]


def told(found: Sequence[Reading]) -> Iterator[Rendered]:
    """The candidates of a pile of readings."""
    telling = Telling(tuple(found), link(LINK, found))
    for stage in TELL:
        if stage.name == "tell/differences":
            break
        (telling,) = stage.run([telling])
    yield from candidates(scene_of(telling))


def story(path: Path) -> Iterator[Row]:
    """The rows of a story."""
    with open_case(":memory:") as case:
        case.add([str(path / "docs")])
        found = case.readings()
    gold = json.loads((path / "gold.json").read_text("utf-8"))
    file = {r.document.id: Path(r.document.path).name for r in found}
    pairs = [(one, two) for group in gold["same_statement"] for one, two in combinations(group, 2)]
    for difference in gold["differences"]:
        if difference["kind"] == "wording":
            sides = [side["evidence"] for side in difference["sides"]]
            pairs += [(a, b) for one, two in combinations(sides, 2) for a in one for b in two]
    for pair in told(found):
        ours = [(file[q.anchor.document], q.anchor.exact) for q in (pair.a, pair.b)]
        yield path.name, pair, any(is_pair(ours, sides) for sides in pairs)


def is_pair(ours: Sequence[tuple[str, str]], sides: tuple[dict[str, str], dict[str, str]]) -> bool:
    """Whether two quotations are the two pieces of evidence, either way round."""
    return any(
        all(f == e["file"] and touches(t, e["text"]) for (f, t), e in zip(ours, way, strict=True))
        for way in (sides, sides[::-1])
    )


def matrix(rows: Sequence[Row], names: Sequence[str]) -> Matrix:
    """The signs of rows."""
    return np.array([[1.0, *(pair.signs.get(name, 0.0) for name in names)] for _, pair, _ in rows])


def fitted(x: Matrix, y: Matrix, weight: Matrix, stiff: float = RIDGE) -> Matrix:
    """Log odds by logistic regression with a ridge."""
    odds = np.zeros(x.shape[1])
    ridge = np.full(len(odds), stiff)
    ridge[0] = 1e-3
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ odds))
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        odds -= np.linalg.solve(curve, x.T @ (weight * (p - y)) + ridge * odds)
    return odds


def learn(rows: Sequence[Row], real: Sequence[Row], count: str, *, write: bool) -> None:
    """Say how well the signs do on what is left out, and write the table of all."""
    every = [*rows, *real]
    names = sorted({name for _, pair, _ in every for name in pair.signs})
    x, y = matrix(every, names), np.array([float(right) for *_, right in every])
    weight = np.array([1.0] * len(rows) + [OF_PILES] * len(real))
    part = np.array([name for name, *_ in rows] + [f"pile {blake2b(n.encode()).digest()[0] % 2}" for n, *_ in real])
    sure = np.zeros(len(every))
    for out in sorted(set(part)):
        keep = part != out
        sure[~keep] = 1 / (1 + np.exp(-x[~keep] @ fitted(x[keep], y[keep], weight[keep])))
    for bar in BARS:
        hit = sure[: len(rows)] >= bar
        print(
            f"{bar}: stories {int(y[: len(rows)][hit].sum())} right of {int(hit.sum())} told, {int(y.sum())} to tell; "
            f"piles {int((sure[len(rows) :] >= bar).sum())} told"
        )
    odds = fitted(x, y, weight)
    if write:
        lines = [
            f"{name}\t{value:.2f}" for name, value in zip(("always", *names), odds, strict=True) if abs(value) >= 0.02
        ]
        TABLE.write_text(HEAD.format(count=count) + "\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Learn from stories and piles."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("stories", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="write the table of the package")
    options = parser.parse_args()
    rows = [row for path in options.stories for row in story(path)]
    piles = sorted(labelled(test=False), key=lambda one: one.name)
    real = [
        (one.name, pair, False)
        for one in piles
        for pair in told(list(readings(options.gold, one.name, one.documents).values()))
        if other_words(pair)
    ]
    learn(rows, real, f"{len(options.stories)} stories and {len(piles)} piles of real reports", write=options.write)


if __name__ == "__main__":
    main()
