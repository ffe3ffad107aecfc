"""Common words as short vectors, near for words that mean alike; made by training/word_meanings.py.

Source: all-MiniLM-L6-v2 (Apache-2.0 upstream), each whole word of its vocabulary read alone.
"""

from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

__all__ = ["word_meanings"]


@cache
def word_meanings() -> tuple[dict[str, int], NDArray[np.float32]]:
    """The row of each word, and the rows: whole numbers, so that sums over them are exact on any machine."""
    with (files("tidings.lexicon") / "word_meanings.npz").open("rb") as file, np.load(file) as stored:
        found = stored["words"].tobytes().decode().split("\n")
        return {word: n for n, word in enumerate(found)}, stored["vectors"].astype(np.float32)
