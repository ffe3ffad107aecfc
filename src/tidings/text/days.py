"""Days of the calendar as numbers, and how far two lie apart."""

from datetime import date
from functools import lru_cache

__all__ = ["day_number", "days_apart"]


@lru_cache(maxsize=1 << 14)
def day_number(day: str) -> int:
    """The number of an ISO day in the calendar; a time behind it is passed over."""
    return date.fromisoformat(day[:10]).toordinal()


def days_apart(a: str, b: str) -> int:
    """The days between two ISO days."""
    return abs(day_number(a) - day_number(b))
