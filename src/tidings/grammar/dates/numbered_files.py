"""Where a report stands in a pile whose files are numbered in the order of their days: "03_x.txt" after "02_y.txt"."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Place", "number_of", "place_of"]

NUMBER = re.compile(r"\A(?:[^\W\d_]{1,12}[ _.-]){0,2}(\d{1,3})(?=[_. -])")
FEWEST = 3  # dated files, in whose order a number says anything
MOST = 5.0  # log odds, however many files are in order: a pile may be numbered by hand


@dataclass(frozen=True, slots=True)
class Place:
    """Between which days a number puts a report, "" where that is open, and by what log odds."""

    first: str
    last: str
    weight: float

    def holds(self, day: str) -> bool:
        """Whether a day lies where the number puts it."""
        return self.first <= day and (not self.last or day <= self.last)


def number_of(path: str) -> int | None:
    """The number that a file's name opens with: "03_x.txt", "report 3.txt"; no year or day."""
    found = NUMBER.match(path.rpartition("/")[2])
    return int(found[1]) if found else None


def place_of(own: int | None, others: Sequence[tuple[int | None, str]]) -> Place | None:
    """Where a number puts a report among dated ones; None where their numbers do not follow their days.

    That so many are in order by accident has one chance in their factorial.
    """
    known = sorted((number, day) for number, day in others if number is not None)
    numbers = [number for number, _ in known]
    if own is None or own in numbers or len(set(numbers)) < len(known) or len(known) < len(others):
        return None
    days = sorted({day for _, day in known})
    if len(days) < FEWEST or any(one > other for (_, one), (_, other) in pairwise(known)):
        return None
    before = [day for number, day in known if number < own]
    after = [day for number, day in known if number > own]
    weight = min(MOST, math.log(math.factorial(len(days))))
    return Place(before[-1] if before else "", after[0] if after else "", weight)
