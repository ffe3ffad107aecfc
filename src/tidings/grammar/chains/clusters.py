"""Sets of mention indexes that grow together: union by the smallest index."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

__all__ = ["Clusters", "Gathered"]

Held = TypeVar("Held")


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


class Gathered(Generic[Held]):
    """What is gathered from the members of each set; of one that has grown only the new members are gone through.

    `take` adds a member to what is held; the order in which it meets them must mean nothing.
    """

    def __init__(self, clusters: Clusters, new: Callable[[], Held], take: Callable[[Held, int], None]) -> None:
        self.clusters = clusters
        self.new = new
        self.take = take
        self.taken: dict[int, int] = {}  # how many members of each set
        self.held: dict[int, Held] = {}

    def of(self, i: int) -> Held:
        """What the set of `i` holds by now."""
        root = self.clusters.find(i)
        members, taken = self.clusters.below[root], self.taken.get(root, 0)
        if root not in self.held:
            self.held[root] = self.new()
        if taken < len(members):
            for member in members[taken:]:
                self.take(self.held[root], member)
            self.taken[root] = len(members)
        return self.held[root]
