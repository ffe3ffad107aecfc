"""Which act a token tells, by the encoder's state of it: a small network on top (`training/acts.py`)."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tidings.model import TokenScore

__all__ = ["LIKELY", "TELLING_POS", "act_odds", "with_acts"]

TELLING_POS = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})  # words that may tell an act
LIKELY = 0.1  # chance of any act from which a token keeps its odds
Floats = NDArray[np.float32]


def with_acts(
    weights: dict[str, Floats], scores: list[TokenScore], states: dict[int, Floats]
) -> tuple[TokenScore, ...]:
    """The scores, with the odds of each act where any is at all likely."""
    if states:
        odds = act_odds(weights, np.stack(list(states.values())))
        likely = odds.max(1) + np.log(np.exp(odds - odds.max(1, keepdims=True)).sum(1)) > np.log(LIKELY / (1 - LIKELY))
        for row, (i, holds) in enumerate(zip(states, likely.tolist(), strict=True)):
            if holds:
                scores[i] = replace(scores[i], acts=tuple(round(float(o), 2) for o in odds[row]))
    return tuple(scores)


def act_odds(weights: dict[str, Floats], states: Floats) -> Floats:
    """Log odds of each PLOVER type against no act (`training/acts.py`): rows of states to rows of 16, in the order of `TYPES`."""
    hidden = np.maximum(states @ weights["in"] + weights["in.bias"], 0)
    logits = hidden @ weights["out"] + states @ weights["skip"] + weights["bias"]
    odds: Floats = logits[:, 1:] - logits[:, :1]
    return odds
