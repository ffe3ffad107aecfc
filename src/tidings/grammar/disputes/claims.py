"""What a dispute is made of: claims, each a place in a document, on two sides or more."""

from bisect import bisect_right
from dataclasses import dataclass

from tidings.model import Reading, Span

__all__ = ["Claim", "Dispute", "sentence_at"]


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """Words of a document that say something."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two sides or more about one thing; each side in words, with the claims that say it."""

    kind: str  # number date place role denial attribution wording
    about: str
    sides: tuple[tuple[str, tuple[Claim, ...]], ...]
    why: tuple[str, ...]
    confidence: float = 0.7


def sentence_at(reading: Reading, at: int) -> Span | None:
    """The sentence that holds the code point `at`."""
    i = bisect_right(reading.sentences, at, key=lambda s: s.start) - 1
    return reading.sentences[i] if i >= 0 and reading.sentences[i].end > at else None
