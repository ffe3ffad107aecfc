"""The best sequence of labels of many units at once, and the chance of each label of it.

Units of like length go step by step together. No sum runs over two units, so that none hangs on the others.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_labels"]

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Ints = NDArray[np.int64]
TOGETHER, CELLS = 64, 20_000  # units that go together, and places of all of them, padding too


def best_labels(scores: Sequence[Floats], transitions: Floats) -> list[tuple[list[int], list[float]]]:
    """For each unit's scores, a row a place: the labels and their chances. The last row of `transitions` is the start."""
    found: list[tuple[list[int], list[float]]] = [([], []) for _ in scores]
    for group in groups([len(rows) for rows in scores]):
        lengths = np.array([len(scores[unit]) for unit in group])
        table = np.zeros((len(group), lengths.max(), transitions.shape[1]), np.float32)
        for row, unit in enumerate(group):
            table[row, : lengths[row]] = scores[unit]
        paths = best_paths(table, lengths, transitions)
        sure = np.take_along_axis(chances(table, lengths, transitions), paths[..., None], 2)[..., 0]
        for row, (unit, length) in enumerate(zip(group, lengths.tolist(), strict=True)):
            found[unit] = paths[row, :length].tolist(), sure[row, :length].tolist()
    return found


def groups(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The units that have any place, the longest first, in groups that fit into `CELLS`; a longer one goes alone."""
    group: list[int] = []
    for unit in sorted(range(len(lengths)), key=lambda unit: (-lengths[unit], unit)):
        if group and (len(group) == TOGETHER or (len(group) + 1) * lengths[group[0]] > CELLS):
            yield group
            group = []
        if lengths[unit]:
            group.append(unit)
    if group:
        yield group


def best_paths(scores: Floats, lengths: Ints, transitions: Floats) -> Ints:
    """The best sequence of each unit; what stands behind its end means nothing."""
    units, places, labels = scores.shape
    moved, own = transitions[:-1], np.arange(labels)
    back = np.empty((places, units, labels), np.int64)
    best = scores[:, 0] + transitions[-1]
    for at in range(1, places):
        ways = best[:, :, None] + moved
        goes_on = (at < lengths)[:, None]
        back[at] = np.where(goes_on, ways.argmax(1), own)
        best = np.where(goes_on, ways.max(1) + scores[:, at], best)
    paths = np.empty((units, places), np.int64)
    paths[:, -1] = best.argmax(1)
    rows = np.arange(units)
    for at in range(places - 1, 0, -1):
        paths[:, at - 1] = back[at, rows, paths[:, at]]
    return paths


def chances(scores: Floats, lengths: Ints, transitions: Floats) -> Doubles:
    """The chance of each label at each place, over all sequences (forward and backward, each step scaled to a sum of 1)."""
    emitted = np.exp((scores - scores.max(2, keepdims=True)).astype(np.float64))
    moved = np.exp(transitions[:-1].astype(np.float64))
    ahead, behind = np.empty_like(emitted), np.ones_like(emitted)
    state = np.exp(transitions[-1].astype(np.float64)) * emitted[:, 0]
    for at in range(emitted.shape[1]):
        if at:
            state = (state[:, :, None] * moved).sum(1) * emitted[:, at]
        state /= state.sum(1, keepdims=True)
        ahead[:, at] = state
    state = behind[:, -1]
    for at in range(emitted.shape[1] - 1, 0, -1):
        state = ((emitted[:, at] * state)[:, :, None] * moved.T).sum(1)
        state /= state.sum(1, keepdims=True)
        state[at >= lengths] = 1.0
        behind[:, at - 1] = state
    both = ahead * behind
    found: Doubles = both / both.sum(2, keepdims=True)
    return found
