"""Sets of mention indexes that grow together: union by the smallest index."""

from collections.abc import Iterable

__all__ = ["Clusters"]


class Clusters:
    """Which mentions are one thing so far."""

    def __init__(self, size: int) -> None:
        self.above = list(range(size))
        self.below: list[list[int]] = [[i] for i in range(size)]

    def find(self, i: int) -> int:
        """The smallest mention of the set that `i` is in."""
        return self.above[i]

    def join(self, a: int, b: int) -> None:
        """Make the sets of `a` and `b` one."""
        a, b = sorted((self.above[a], self.above[b]))
        if a == b:
            return
        for i in self.below[b]:
            self.above[i] = a
        self.below[a].extend(self.below[b])
        self.below[b] = []

    def join_all(self, members: Iterable[int]) -> None:
        """Make the sets of all members one."""
        first: int | None = None
        for member in members:
            if first is not None:
                self.join(first, member)
            first = member

    def size(self, i: int) -> int:
        """How many mentions the set of `i` has."""
        return len(self.below[self.above[i]])

    def members(self, i: int) -> list[int]:
        """All of the set that `i` is in, in order."""
        return sorted(self.below[self.above[i]])
