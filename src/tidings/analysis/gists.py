"""What a unit is about, as a short vector: the mean of its pieces' states, laid on the axes of a sentence model's meaning.

`models/gist.npz`, made by `training/gist.py`: a linear map, learnt so that the vector of a report's opening comes near
the one that all-MiniLM-L6-v2 gives it. Sums over units are the vector of them all.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

__all__ = ["FILE", "gist_map", "gist_of"]

FILE = "gist.npz"
SCALE = 256.0  # whole numbers instead of fractions, so that sums are exact

Floats = NDArray[np.float32]


def gist_map(folder: Path) -> Floats:
    """A row for each place of a state, and a last one: what the mean state of all news is mapped to."""
    with np.load(folder / FILE) as stored:
        found: Floats = stored["axes"].astype(np.float32)
        return found


def gist_of(states: Floats, axes: Floats) -> tuple[int, ...]:
    """The sum over a unit's word pieces; nothing where there are none."""
    if not len(states):
        return ()
    found = states.sum(0) @ axes[:-1] - len(states) * axes[-1]
    return tuple(int(value) for value in np.rint(found * SCALE))
