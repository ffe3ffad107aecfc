"""Precision of a coded sample, with its interval."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

__all__ = ["Precision", "precisions"]

Z95 = 1.959964  # two-sided 95% quantile of the normal distribution
YES = frozenset({"y", "yes", "1", "true", "t", "x"})
NO = frozenset({"n", "no", "0", "false", "f"})


@dataclass(frozen=True, slots=True)
class Precision:
    """How many of the coded lines are right: the share and its 95% interval (Wilson 1927)."""

    question: str
    coded: int
    right: int
    share: float
    low: float
    high: float


def precisions(rows: Iterable[Mapping[str, str]], questions: Iterable[str]) -> tuple[Precision, ...]:
    """One Precision a question that anybody answered, in the questions' order; empty cells count for nothing.

    Raises ValueError for a cell that is neither yes, no nor empty, naming the row (from 2, as a
    spreadsheet counts below its header) and the column.
    """
    answers: dict[str, list[bool]] = {question: [] for question in questions}
    for number, row in enumerate(rows, 2):
        for question, given in answers.items():
            answer = (row.get(question) or "").strip().casefold()
            if answer and answer not in YES | NO:
                raise ValueError(
                    f"row {number}, {question}: {answer!r} is neither y nor n; leave it empty where unsure"
                )
            if answer:
                given.append(answer in YES)
    return tuple(_precision(question, given) for question, given in answers.items() if given)


def _precision(question: str, given: list[bool]) -> Precision:
    n, right = len(given), sum(given)
    share = right / n
    middle = (share + Z95**2 / (2 * n)) / (1 + Z95**2 / n)
    reach = Z95 / (1 + Z95**2 / n) * sqrt(share * (1 - share) / n + Z95**2 / (4 * n**2))
    return Precision(question, n, right, share, max(0.0, middle - reach), min(1.0, middle + reach))
