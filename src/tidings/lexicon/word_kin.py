"""Which common words mean the same, or nearly, as WordNet has it; made by training/word_kin.py.

Source: WordNet 3.0, Copyright 2006 by Princeton University; its licence stands in word_kin_licence.txt.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np

from tidings.lexicon.word_meanings import word_meanings

__all__ = ["has_kin", "word_kin"]


@cache
def word_kin() -> Mapping[str, Mapping[int, frozenset[int]]]:
    """For each row of `word_meanings` the rows of words of "one" sense with it, and of those "near"."""
    found: dict[str, Mapping[int, frozenset[int]]] = {}
    with (files("tidings.lexicon") / "word_kin.npz").open("rb") as file, np.load(file) as stored:
        for sort in ("one", "near"):
            kin: dict[int, set[int]] = defaultdict(set)
            for a, b in stored[sort].T.tolist():
                kin[a].add(b)
                kin[b].add(a)
            found[sort] = {row: frozenset(rows) for row, rows in kin.items()}
    return found


def has_kin(word: str) -> bool:
    """Whether WordNet has a word, in small letters, as a common one that other words come near."""
    row = word_meanings()[0].get(word)
    return row is not None and any(row in kin for kin in word_kin().values())
