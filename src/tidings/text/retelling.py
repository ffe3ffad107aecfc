"""Whether one text retells another: its sentences have their counterparts there, in the same order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tidings.text.meaning import near_all
from tidings.text.quantities import quantities

__all__ = ["LONGEST", "Retelling", "figures", "in_order", "retelling", "running"]

QUOTED = re.compile(r"[“\"«„][^”\"»]{1,600}[”\"»]?")
# Set on the examples and all pairs of BASIL: sentences of independent reports reach .5 in one case in nine.
ALIKE = 0.5
SHORTEST = 6  # words of a sentence, its quotations left out
LONGEST = 60  # sentences of a text that are compared


@dataclass(frozen=True, slots=True)
class Retelling:
    """How much of the shorter text the longer one tells in the same order."""

    share: float  # of the shorter one's sentences
    sentences: int  # that have their counterpart
    figures: float  # share of the fewer counted numbers that both have
    counted: int  # numbers that both have


def running(sentences: Sequence[str]) -> tuple[str, ...]:
    """What the outlet tells itself: sentences without what stands in quote marks, which any reporter may have heard."""
    plain = (" ".join(QUOTED.sub(" ", s).split()) for s in sentences)
    return tuple(s for s in plain if len(s.split()) >= SHORTEST)[:LONGEST]


def figures(text: str) -> frozenset[str]:
    """The counted numbers of a text, without what they count: a retelling calls that by other words."""
    return frozenset(q.figure for q in quantities(text))


@lru_cache(maxsize=16384)
def retelling(a: tuple[str, ...], b: tuple[str, ...], numbers: frozenset[str], others: frozenset[str]) -> Retelling:
    """Sentences laid side by side, in one order and each used once, for the greatest nearness in all."""
    met, common = in_order(a, b, ALIKE), len(numbers & others)
    return Retelling(met / max(1, min(len(a), len(b))), met, common / max(1, min(len(numbers), len(others))), common)


@lru_cache(maxsize=16384)
def in_order(a: tuple[str, ...], b: tuple[str, ...], alike: float) -> int:
    """How many of the wordings of two texts are at least so near in one order, each used once, where all together are nearest."""
    short, long_ = (a, b) if len(a) <= len(b) else (b, a)
    best = [(0.0, 0)] * (len(long_) + 1)
    for near in near_all(short, long_):
        if max(near, default=0.0) < alike:
            continue  # nothing is joined
        row = [(0.0, 0)]
        for j, one in enumerate(near, 1):
            joined = (best[j - 1][0] + one, best[j - 1][1] + 1) if one >= alike else (0.0, 0)
            row.append(max(joined, best[j], row[-1]))
        best = row
    return best[-1][1]
