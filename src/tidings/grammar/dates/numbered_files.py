"""Where a report stands in a pile whose files are numbered in the order of their days: "03_x.txt" after "02_y.txt"."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Place", "number_of", "place_of"]

NUMBER = re.compile(r"\A(?P<before>(?:[^\W\d_]{1,12}[ _.-]){0,2})(?P<number>\d{1,3})(?=[_. -])")
MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
# What a headline counts: "9 dead in a fire", "40-people-rescued".
COUNTED = re.compile(
    r"(?:dead|killed|die|dies|hurt|injured|wounded|missing|arrested|held|jailed|rescued|saved|detained|freed|feared|more|people|persons|men|women|"
    r"children|boys|girls|sailors|soldiers|workers|others|suspects|victims|hours|days|weeks|months|years|minutes|percent|pc|per|km|miles|"
    r"met(?:er|re)s|tons|tonnes|million|billion|thousand|hundred|times|countries|states|ships|boats)(?![^\W_])",
    re.IGNORECASE,
)
HEADLINE = re.compile(r" [^\W\d_A-Z]{2,}")  # "7 ferries sail"
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
    """The number that a file's name opens with: "03_x.txt", "report 3.txt"; no year or day, and nothing that is counted."""
    name = path.rpartition("/")[2]
    found = NUMBER.match(name)
    if found is None:
        return None
    after = found.end() + 1
    if MONTH.match(name.replace("_", " "), after) or MONTH.fullmatch(re.split(r"[ _.-]", found["before"])[-2:][0]):
        return None  # "24 march", "march 24"
    counts = COUNTED.match(name, after) or (not found["before"] and HEADLINE.match(name, found.end()))
    return None if counts and not found["number"].startswith("0") else int(found["number"])


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
    weight = min(MOST, math.lgamma(len(days) + 1))
    return Place(before[-1] if before else "", after[0] if after else "", weight)
