"""The best labels of units and their chances, against all sequences gone through one by one."""

from itertools import pairwise, product

import numpy as np
import pytest

from tidings.analysis.best_labels import CELLS, best_labels, groups

TABLE = np.array([[0.5, -0.5, 0.1], [-0.5, 0.5, -2.0], [0.3, 0.2, 0.1], [0.0, -1.0, 0.4]], np.float32)


def drawn(lengths):
    draw = np.random.default_rng(3)
    return [draw.standard_normal((length, 3)).astype(np.float32) * 2 for length in lengths]


def gone_through(scores):
    weights = {}
    for path in product(range(3), repeat=len(scores)):
        weight = TABLE[-1, path[0]] + sum(float(scores[at, label]) for at, label in enumerate(path))
        weights[path] = np.exp(weight + sum(float(TABLE[a, b]) for a, b in pairwise(path)))
    best = max(weights, key=lambda path: weights[path])
    shares = [sum(w for path, w in weights.items() if path[at] == best[at]) for at in range(len(scores))]
    return list(best), [share / sum(weights.values()) for share in shares]


@pytest.mark.parametrize("length", [1, 2, 5, 7])
def test_they_are_those_of_all_sequences(length):
    (scores,) = drawn([length])
    path, sure = best_labels([scores], TABLE)[0]
    best, shares = gone_through(scores)
    assert path == best
    assert sure == pytest.approx(shares, rel=1e-5)


def test_a_unit_hangs_on_no_other():
    scores = drawn([5, 0, 90, 1, 7, 5, 33, *range(2, 80)])
    together = best_labels(scores, TABLE)
    assert together == [best_labels([rows], TABLE)[0] for rows in scores]
    assert together[1] == ([], [])


def test_groups_hold_each_unit_once_and_are_small():
    lengths = [3, 0, CELLS * 2, 40, *([700] * 90)]
    found = list(groups(lengths))
    assert sorted(unit for group in found for unit in group) == [i for i, length in enumerate(lengths) if length]
    assert all(len(group) == 1 or len(group) * max(lengths[unit] for unit in group) <= CELLS for group in found)
