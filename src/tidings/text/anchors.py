"""Anchors: from a span of the clean text to its exact words and the raw ranges that they come from."""

from bisect import bisect_right
from collections.abc import Sequence

from tidings.model import Anchor, Document, Piece, Span

__all__ = ["anchor", "raw_ranges"]


def anchor(document: Document, span: Span) -> Anchor:
    """Anchor `span` of the document's clean text to its words and to the raw source."""
    exact = document.text[span.start : span.end]
    return Anchor(document.id, span.start, span.end, exact, raw_ranges(document.pieces, span))


def raw_ranges(pieces: Sequence[Piece], span: Span) -> tuple[tuple[int, int], ...] | None:
    """The raw ranges behind `span`, adjoining ones merged; None where no piece covers it.

    `pieces` are sorted and disjoint. A piece of equal lengths is cut to the span, another is taken whole.
    """
    at = max(0, bisect_right(pieces, span.start, key=lambda piece: piece.start) - 1)
    found: list[tuple[int, int]] = []
    for piece in pieces[at:]:
        if piece.start >= span.end:
            break
        if piece.end <= span.start:
            continue
        start, end = piece.raw_start, piece.raw_end
        if end - start == piece.end - piece.start:
            start += max(0, span.start - piece.start)
            end -= max(0, piece.end - span.end)
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        elif end > start:
            found.append((start, end))
    return tuple(found) or None
