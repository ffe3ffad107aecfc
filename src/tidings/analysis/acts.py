"""Which act a token tells, by the encoder's state of it: a small network on top (`training/acts.py`)."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tidings.model import TokenScore

__all__ = ["TELLING_POS", "act_odds", "with_acts"]

TELLING_POS = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})  # words that may tell an act
LIKELY = 0.1  # chance of any act from which a token keeps its odds
Floats = NDArray[np.float32]


def with_acts(scores: Sequence[TokenScore], tokens: Sequence[int], odds: Floats) -> tuple[TokenScore, ...]:
    """The scores, with the odds of each act at those of some tokens where any is at all likely."""
    kept = list(scores)
    likely = odds.max(1) + np.log(np.exp(odds - odds.max(1, keepdims=True)).sum(1)) > np.log(LIKELY / (1 - LIKELY))
    for i, row, holds in zip(tokens, odds, likely.tolist(), strict=True):
        if holds:
            kept[i] = replace(kept[i], acts=tuple(round(float(o), 2) for o in row))
    return tuple(kept)


def act_odds(weights: dict[str, Floats], states: Floats) -> Floats:
    """Log odds of each PLOVER type against no act (`training/acts.py`): rows of states to rows of 16, in the order of `TYPES`."""
    hidden = np.maximum(states @ weights["in"] + weights["in.bias"], 0)
    logits = hidden @ weights["out"] + states @ weights["skip"] + weights["bias"]
    odds: Floats = logits[:, 1:] - logits[:, :1]
    return odds
