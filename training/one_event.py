"""What groups of tellings are worth beside labelled events: pairs, B-cubed, events of many reports that come out as one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

__all__ = ["Grouped", "scores"]


@dataclass(frozen=True)
class Grouped:
    """The groups of a pile's tellings, with the labelled event of those that tell one."""

    group: dict[str, str]
    document: dict[str, str]
    event: dict[str, str]
    known: dict[tuple[str, str], bool]  # of two tellings, whether they are of one event

    def events(self) -> dict[str, list[str]]:
        """The tellings of each event."""
        found: dict[str, list[str]] = defaultdict(list)
        for telling in sorted(self.event):
            found[self.event[telling]].append(telling)
        return found

    def cubed(self) -> list[tuple[float, float]]:
        """B-cubed precision and recall of each telling that is labelled."""
        found = []
        for a in self.event:
            ours = {b for b in self.event if self.group[b] == self.group[a]}
            theirs = {b for b in self.event if self.event[b] == self.event[a]}
            common = len(ours & theirs)
            found.append((common / len(ours), common / len(theirs)))
        return found

    def merged(self) -> list[bool]:
        """Of each event that is read in more than one report, whether one group holds it in more than one."""
        found = []
        for members in self.events().values():
            reports: dict[str, set[str]] = defaultdict(set)
            for telling in members:
                reports[self.group[telling]].add(self.document[telling])
            if len(set().union(*reports.values())) > 1:
                found.append(any(len(some) > 1 for some in reports.values()))
        return found

    def glued(self) -> list[bool]:
        """Of each group over more than one report, whether it holds tellings of two events."""
        members: dict[str, list[str]] = defaultdict(list)
        for telling in sorted(self.group):
            members[self.group[telling]].append(telling)
        wide = [some for some in members.values() if len({self.document[t] for t in some}) > 1]
        return [len({self.event[t] for t in some if t in self.event}) > 1 for some in wide]


def of_pairs(some: Sequence[Grouped], *, across: bool) -> tuple[float, float, float]:
    """Precision, recall and their mean of the pairs that are joined, of all or of those of two reports."""
    right = given = wanted = 0
    for by in some:
        for (a, b), same in by.known.items():
            if across and by.document[a] == by.document[b]:
                continue
            joined = by.group[a] == by.group[b]
            right, given, wanted = right + (same and joined), given + joined, wanted + same
    return right / max(1, given), right / max(1, wanted), 2 * right / max(1, given + wanted)


def scores(some: Sequence[Grouped]) -> str:
    """All of it in one line."""
    p, r = (float(x) for x in np.mean([row for by in some for row in by.cubed()], 0))
    merged = [one for by in some for one in by.merged()]
    glued = [one for by in some for one in by.glued()]
    lines = (("pairs", of_pairs(some, across=False)), ("across reports", of_pairs(some, across=True)))
    told = [
        f"{name} P {a:.3f} R {b:.3f} F {c:.3f}"
        for name, (a, b, c) in (*lines, ("B-cubed", (p, r, 2 * p * r / (p + r))))
    ]
    told.append(f"merged {sum(merged)} of {len(merged)}, glued {sum(glued)} of {len(glued)} groups of more reports")
    return "; ".join(told)
