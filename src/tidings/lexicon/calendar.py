"""Months and weekdays by their names and short forms, small letters."""

from collections.abc import Mapping
from functools import cache

from tidings.lexicon import rows

__all__ = ["calendar_words", "month_numbers", "weekday_numbers"]


@cache
def month_numbers() -> Mapping[str, int]:
    """Each name of a month to its number."""
    return {name: int(number) for name, number in rows("months.tsv")}


@cache
def weekday_numbers() -> Mapping[str, int]:
    """Each name of a weekday to its ISO number, Monday's 1."""
    return {name: int(number) for name, number in rows("weekdays.tsv")}


@cache
def calendar_words() -> frozenset[str]:
    """All names of months and weekdays."""
    return frozenset((*month_numbers(), *weekday_numbers()))
