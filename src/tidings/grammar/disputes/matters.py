"""Tellings that clash in pairs, laid together to matters, with so many of them and of their sides as a reader can use."""

import re
from collections.abc import Callable, Hashable, Iterable
from itertools import zip_longest
from typing import TypeVar

from tidings.grammar.disputes.claims import Claim

__all__ = ["ANOTHER", "MOST_SIDES", "connected", "fullest", "spread"]

T = TypeVar("T")
Sides = tuple[tuple[str, tuple[Claim, ...]], ...]

MOST_SIDES = 6  # of one difference: nobody reads more
# "Another barge was impounded", "detained again": not what other reports tell
ANOTHER = re.compile(
    r"\b(?:another|(?:an?|the|its|their|his|her|yet|one)\s(?:second|third|fourth|fifth|further|other|additional|separate)|others|(?:two|three|four|five|several|some)\s(?:more|other|further)|again|once more|one more)\b",
    re.IGNORECASE,
)


def connected(pairs: Iterable[tuple[T, T]]) -> list[list[T]]:
    """The tellings of each matter, those of one pair or of pairs in a row, in the order of the pairs."""
    parent: dict[int, int] = {}
    tellings: dict[int, T] = {}

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = i = parent[parent[i]]
        return i

    for pair in pairs:
        for telling in pair:
            parent.setdefault(id(telling), id(telling))
            tellings.setdefault(id(telling), telling)
        one, two = (root(id(telling)) for telling in pair)
        parent[two] = one
    matters: dict[int, list[T]] = {}
    for i, telling in tellings.items():
        matters.setdefault(root(i), []).append(telling)
    return list(matters.values())


def spread(tellings: list[T], value: Callable[[T], Hashable], most: int) -> list[T]:
    """So many tellings in their order, the first of each value before any second: no value of many reports hides another."""
    if len(tellings) <= most:
        return tellings
    by_value: dict[Hashable, list[int]] = {}
    for i, telling in enumerate(tellings):
        by_value.setdefault(value(telling), []).append(i)
    turns = (i for turn in zip_longest(*by_value.values()) for i in turn if i is not None)
    return [tellings[i] for i in sorted(i for i, _ in zip(turns, range(most), strict=False))]


def fullest(sides: Sides) -> Sides:
    """The sides that are told most often, in their order."""
    kept = sorted(range(len(sides)), key=lambda i: (-len(sides[i][1]), i))[:MOST_SIDES]
    return tuple(sides[i] for i in sorted(kept))
