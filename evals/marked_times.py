"""A time expression as any program marks it, for scoring."""

from dataclasses import dataclass

__all__ = ["Marked"]


@dataclass(frozen=True, slots=True)
class Marked:
    """Where it stands, its type, and the values that count as its own."""

    start: int
    end: int
    type: str
    values: frozenset[str | None]
