"""Learnt tables of trees such as "event_trust.tsv": what a group of signs adds together, which no weight a sign can say.

A row is a node: "tree" where one begins, else "-"; a sign; the value up to which the next row goes on; how many rows
down it goes on otherwise. A leaf has "=" for a sign, and the log odds that it adds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from tidings.lexicon import rows

__all__ = ["LEAF", "TREE", "Trees", "trees"]

TREE, LEAF = "tree", "="


@dataclass(frozen=True)
class Trees:
    """Trees laid end to end."""

    names: Mapping[str, int]  # the signs that any node asks for
    roots: NDArray[np.intp]
    sign: NDArray[np.intp]  # of each node; -1 at a leaf
    most: NDArray[np.float64]  # at a leaf the odds that it adds
    down: NDArray[np.intp]  # rows to where it goes on with more than `most`

    def odds(self, told: Sequence[Mapping[str, float]]) -> list[float]:
        """The log odds of each mapping of signs to values; a sign that is not told is 0."""
        values = np.zeros((len(told), len(self.names)))
        for row, signs in enumerate(told):
            for name, value in signs.items():
                if (column := self.names.get(name)) is not None:
                    values[row, column] = value
        at = np.tile(self.roots, (len(told), 1))
        row_of = np.arange(len(told))[:, None]
        while (inner := (asked := self.sign[at]) >= 0).any():
            more = values[row_of, asked] > self.most[at]
            at = at + np.where(inner, np.where(more, self.down[at], 1), 0)
        found: list[float] = self.most[at].sum(1).tolist()
        return found


@cache
def trees(name: str) -> Trees:
    """The trees of a table."""
    names: dict[str, int] = {}
    roots, sign, most, down = [], [], [], []
    for n, (first, asked, value, further) in enumerate(rows(name)):
        if first == TREE:
            roots.append(n)
        sign.append(names.setdefault(asked, len(names)) if asked != LEAF else -1)
        most.append(float(value))
        down.append(int(further))
    return Trees(names, np.array(roots, np.intp), np.array(sign, np.intp), np.array(most), np.array(down, np.intp))
