"""Which act a token tells, by the encoder's state of it and signs of the word: a small network on top (`training/acts.py`)."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from tidings.grammar.events.lexicon import noun_senses, verb_senses
from tidings.grammar.events.plover import TYPES
from tidings.model import Token, TokenScore

__all__ = ["TELLING_POS", "act_odds", "signs", "with_acts"]

TELLING_POS = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})  # words that may tell an act
COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "prep", "pobj"})
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


def act_odds(weights: dict[str, Floats], states: Floats, found: Floats) -> Floats:
    """Log odds of each PLOVER type against no act (`training/acts.py`): rows of states and of signs to rows of 16, in the order of `TYPES`."""
    x = np.concatenate((states, found), 1)
    hidden = np.maximum(x @ weights["in"] + weights["in.bias"], 0)
    logits = hidden @ weights["out"] + x @ weights["skip"] + weights["bias"]
    odds: Floats = logits[:, 1:] - logits[:, :1]
    return odds


def signs(tokens: Sequence[Token], scores: Sequence[TokenScore], asked: Sequence[int], forms: Sequence[str]) -> Floats:
    """What speaks for an act at the asked tokens besides their states, a row for each.

    The types that the lexicon knows of the word, of the word above it and of its complements; whether it knows none;
    whether it happened; its role in an attribution; tag and relation, as far as `forms` has them.
    """
    at = {form: 3 * len(TYPES) + 4 + n for n, form in enumerate(forms)}
    below: dict[int, list[Token]] = {}
    for token in tokens:
        if token.dep in COMPLEMENTS:
            below.setdefault(token.head, []).append(token)
    table = np.zeros((len(asked), 3 * len(TYPES) + 4 + len(forms)), np.float32)
    for row, i in zip(table, asked, strict=True):
        token, score, above = tokens[i], scores[i], tokens[tokens[i].head]
        own = senses(token.pos, token.lemma.lower())
        row[list(own)] = 1
        for other in (above,) if above.i != token.i else ():
            row[[len(TYPES) + n for n in senses(other.pos, other.lemma.lower())]] = 1
        for other in below.get(token.i, ()):
            row[[2 * len(TYPES) + n for n in senses(other.pos, other.lemma.lower())]] = 1
        rest = (not own, score.happened / 3, score.role.endswith("-cue"), score.role.endswith("content"))
        row[3 * len(TYPES) : 3 * len(TYPES) + 4] = rest
        row[[at[form] for form in (token.tag, token.dep) if form in at]] = 1
    return table


@cache
def senses(pos: str, lemma: str) -> tuple[int, ...]:
    """The types of act that the lexicon knows of a word, by their place in `TYPES`; "-" stands for no act."""
    known = {one.sense.type for one in (verb_senses() if pos == "VERB" else noun_senses()).get(lemma, ())}
    return tuple(n for n, name in enumerate(TYPES) if name in known)
