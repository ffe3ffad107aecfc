"""Which act a token tells: a first look at its state and signs, then a closer one at what may tell any (`training/acts.py`).

The first look is a small network over the encoder's last state of the token. Where it sees any chance of an act, copies of the
encoder's last layers, learnt anew for acts, read the unit once more for these tokens alone; what both say is weighed together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tidings.analysis.sessions import one_thread
from tidings.grammar.events.lexicon import noun_senses, verb_senses
from tidings.grammar.events.plover import STANDINGS, TYPES
from tidings.model import Token, TokenScore

__all__ = [
    "CLOSER",
    "FILES",
    "TELLING_POS",
    "ActNet",
    "Asked",
    "Looked",
    "act_net",
    "both_looks",
    "chance_of_any",
    "first_odds",
    "look",
    "signs",
    "with_acts",
]

FILES = FIRST, CLOSER = "acts.npz", "acts.int8.onnx"

TELLING_POS = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})  # words that may tell an act
COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "prep", "pobj"})
LIKELY = 0.1  # chance of any act from which a token keeps its odds
# Of the words of labelled reports that may tell an act, a third have that chance at the first look, with .984 of those that tell one.
WORTH = 0.02
OF_FIRST = 0.3  # what the first look weighs where there is a closer one; set on the labelled reports, piles left out
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class ActNet:
    """Both looks: the small network, the layers, the tags and relations that are signs."""

    first: dict[str, Floats]
    closer: Any  # onnxruntime.InferenceSession is untyped
    forms: tuple[str, ...]


def act_net(folder: Path) -> ActNet:
    """The networks in a folder."""
    with np.load(folder / FIRST) as stored:
        first = {key: stored[key].astype(np.float32) for key in stored.files if key != "forms"}
        forms = tuple(stored["forms"].tolist())
    return ActNet(first, one_thread(folder / CLOSER), forms)


@dataclass(frozen=True)
class Asked:
    """What both looks are given of some tokens of one unit: a row for each in `own`, `lowest` and `signs`."""

    own: Floats  # the last state
    lowest: Floats  # the state below the layers of the closer look
    around: Floats  # the states of all pieces of the unit below each of these layers
    signs: Floats


@dataclass(frozen=True)
class Looked:
    """What is seen at some tokens, a row for each."""

    odds: Floats  # log odds of each PLOVER type against no act, in the order of `TYPES`
    standing: Floats  # log chances of each standing, in the order of `STANDINGS`; 0 where no closer look was worth it


def with_acts(scores: Sequence[TokenScore], tokens: Sequence[int], seen: Looked) -> tuple[TokenScore, ...]:
    """The scores, with the odds of each act and standing at those of some tokens where any act is at all likely."""
    if not tokens:
        return tuple(scores)
    kept, odds = list(scores), seen.odds
    likely = odds.max(1) + np.log(np.exp(odds - odds.max(1, keepdims=True)).sum(1)) > np.log(LIKELY / (1 - LIKELY))
    for n in np.flatnonzero(likely).tolist():
        i = tokens[n]
        acts, standing = (tuple(round(o, 2) for o in row[n].tolist()) for row in (odds, seen.standing))
        kept[i] = replace(kept[i], acts=acts, standing=standing)
    return tuple(kept)


def look(net: ActNet, asked: Sequence[Asked]) -> list[Looked]:
    """What both looks see at the asked tokens, unit by unit."""
    first = [first_odds(net.first, one.own, one.signs) for one in asked]
    found = [Looked(odds, np.zeros((len(odds), len(STANDINGS)), np.float32)) for odds in first]
    for one, seen in zip(asked, found, strict=True):  # one after the other, so that the weights stay at hand
        worth = chance_of_any(seen.odds) >= WORTH
        if worth.any():
            feed = {"around": one.around, "own": one.lowest[worth], "signs": one.signs[worth]}
            odds, seen.standing[worth] = net.closer.run(["odds", "standing"], feed)
            seen.odds[worth] = both_looks(seen.odds[worth], odds)
    return found


def both_looks(first: Floats, closer: Floats) -> Floats:
    """What both looks say of the same tokens."""
    odds: Floats = OF_FIRST * first + (1 - OF_FIRST) * closer
    return odds


def chance_of_any(odds: Floats) -> Floats:
    """The chance that a token tells any act."""
    chance: Floats = 1 - 1 / (1 + np.exp(odds).sum(1))
    return chance


def first_odds(weights: dict[str, Floats], states: Floats, found: Floats) -> Floats:
    """The same by the first look alone."""
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
    width = len(TYPES)
    at = {form: 3 * width + 4 + n for n, form in enumerate(forms)}
    below: dict[int, list[Token]] = {}
    for token in tokens:
        if token.dep in COMPLEMENTS:
            below.setdefault(token.head, []).append(token)
    table = np.zeros((len(asked), 3 * width + 4 + len(forms)), np.float32)
    ones: list[tuple[int, int]] = []
    rest: list[tuple[float, ...]] = []
    for row, i in enumerate(asked):
        token, score, above = tokens[i], scores[i], tokens[tokens[i].head]
        own = senses(token.pos, token.lemma.lower())
        found = [*own, *(at[form] for form in (token.tag, token.dep) if form in at)]
        if above.i != token.i:
            found += (width + n for n in senses(above.pos, above.lemma.lower()))
        for other in below.get(token.i, ()):
            found += (2 * width + n for n in senses(other.pos, other.lemma.lower()))
        ones += ((row, place) for place in found)
        rest.append((not own, score.happened / 3, score.role.endswith("-cue"), score.role.endswith("content")))
    if rest:
        table[tuple(np.array(ones, np.intp).reshape(-1, 2).T)] = 1
        table[:, 3 * width : 3 * width + 4] = rest
    return table


@cache
def senses(pos: str, lemma: str) -> tuple[int, ...]:
    """The types of act that the lexicon knows of a word, by their place in `TYPES`; "-" stands for no act."""
    known = {one.sense.type for one in (verb_senses() if pos == "VERB" else noun_senses()).get(lemma, ())}
    return tuple(n for n, name in enumerate(TYPES) if name in known)
