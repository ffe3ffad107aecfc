"""Places in a text, and the way back from clean text to the raw source."""

from dataclasses import dataclass

__all__ = ["Anchor", "Piece", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open, non-empty range of Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs forward from 0 and is not empty, got {self.start}..{self.end}")

    @property
    def length(self) -> int:
        """How many code points it holds."""
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """Clean text `start..end` comes from `raw_start..raw_end` of the decoded source.

    Both in code points. Equal lengths map one to one; otherwise (an HTML entity,
    repaired mojibake, folded white space) the piece maps as a whole.
    """

    start: int
    end: int
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words a line of the account stands on: `text[start:end] == exact` in that document.

    `raw` holds the ranges of the decoded source (code points) that these words
    come from; None where the text was given without a source to point at.
    """

    document: str
    start: int
    end: int
    exact: str
    raw: tuple[tuple[int, int], ...] | None = None
