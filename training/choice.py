"""A softmax over candidates of which some are right: the weights of what speaks for each, and the chances they give."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

__all__ = ["Vector", "chances", "fit", "table"]

SHRINK = 1.0  # of the weights towards nought
Vector = NDArray[np.float64]


def table(names: Sequence[str], evidence: Sequence[Mapping[str, float]]) -> Vector:
    """The evidence as numbers, a row for each candidate."""
    return np.array([[held.get(name, 0.0) for name in names] for held in evidence])


def chances(scores: Vector) -> Vector:
    """What share of the whole each candidate has."""
    p: Vector = np.exp(scores - scores.max())
    return p / p.sum()


def fit(cases: Sequence[tuple[Vector, Vector, float]], size: int) -> Vector:
    """The weights under which what is right is likeliest; a case is a table, which rows are right, and what it counts."""

    def cost(w: Vector) -> tuple[float, Vector]:
        """The cost of weights, and its slope."""
        total, slope = SHRINK * float(w @ w) / 2, SHRINK * w
        for x, right, counts in cases:
            p = chances(x @ w)
            q = p * right
            total -= counts * float(np.log(q.sum() + 1e-12))
            slope = slope + counts * x.T @ (p - q / q.sum())
        return total, slope

    found: Vector = minimize(cost, np.zeros(size), jac=True, method="L-BFGS-B").x
    return found
