"""The pieces that a quote is given as: its reported clause, and each part of it in quote marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.model import Quote, Span

__all__ = ["QuotePiece", "is_told", "pieces_of", "words_of"]

LEAST_TOLD = 0.5  # confidence of words without quote marks that an account tells


@dataclass(frozen=True, slots=True)
class QuotePiece:
    """One piece: a clause (`indirect`) or words in quote marks (`direct`), which may stand `within` a clause."""

    id: str
    kind: str  # direct | indirect
    spans: tuple[Span, ...]
    within: str | None = None

    @property
    def span(self) -> Span:
        """From the first word to the last, whatever stands between."""
        return Span(self.spans[0].start, self.spans[-1].end)


def pieces_of(quote: Quote) -> tuple[QuotePiece, ...]:
    """The quote's pieces: a direct or indirect quote is one; a mixed one is its clause and its quoted parts.

    Of what is held, not uttered ("admires X as a “strong leader”"), only the words in marks are a piece.
    """
    if quote.kind == "mixed" and quote.thought:
        return tuple(QuotePiece(f"{quote.id}.{n}", "direct", (part,)) for n, part in enumerate(quote.parts, 1))
    if quote.kind != "mixed":
        return (QuotePiece(quote.id, quote.kind, quote.content),)
    parts = (QuotePiece(f"{quote.id}.{n}", "direct", (part,), quote.id) for n, part in enumerate(quote.parts, 1))
    return (QuotePiece(quote.id, "indirect", quote.content), *parts)


def is_told(quote: Quote) -> bool:
    """Whether an account tells the quote: words in quote marks, or a clause that was said, surely enough."""
    return bool(quote.parts) or (quote.confidence >= LEAST_TOLD and not quote.thought)


def words_of(text: str, spans: Sequence[Span]) -> str:
    """The words of the spans, joined by a space where something else stands between them."""
    return " ".join(text[span.start : span.end] for span in spans)
