"""Where a document is cut into units: blocks, cut at sentence ends to what one pass of the analysers takes."""

import re
from collections.abc import Iterator

from tidings.model import Document, Span
from tidings.text.sentences import sentences

__all__ = ["unit_spans"]

# English news has about 1.3 word pieces a word, and punctuation is a piece of its own.
PIECE = re.compile(r"\w{1,6}|[^\w\s]")
LONGEST = 2000  # code points of a unit; the tokenizer's work on one unbroken string grows with its square


def unit_spans(document: Document, most: int = 160) -> tuple[Span, ...]:
    """The units of a document in order: no block of it is joined to another, nothing but white space and the dateline is left out."""
    blocks = [(b.start, b.end) for b in document.blocks if b.kind != "dateline"] or [(0, len(document.text))]
    return tuple(unit for start, end in blocks for unit in block_units(document.text[start:end], start, most))


def block_units(text: str, shift: int, most: int) -> Iterator[Span]:
    """A block's units: whole sentences as long as they fit; a sentence that never fits is cut at white space."""
    start: int | None = None
    end = size = 0
    for first, last in sentence_pieces(text):
        pieces = sum(1 for _ in PIECE.finditer(text, first, last))
        if start is not None and (size + pieces > most or last - start > LONGEST):
            yield Span(shift + start, shift + end)
            start, size = None, 0
        start = first if start is None else start
        end, size = last, size + pieces
    if start is not None:
        yield Span(shift + start, shift + end)


def sentence_pieces(text: str) -> Iterator[tuple[int, int]]:
    """Sentences of a block without white space at their ends, the overlong ones in pieces."""
    for span in sentences(text):
        first, last = span.start, span.end
        while last - first > LONGEST:
            cut = text.rfind(" ", first + LONGEST // 2, first + LONGEST)
            cut = first + LONGEST if cut < 0 else cut
            yield from trimmed(text, first, cut)
            first = cut
        yield from trimmed(text, first, last)


def trimmed(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The range without white space at its ends; nothing where nothing is left."""
    piece = text[first:last]
    lead = len(piece) - len(piece.lstrip())
    if lead < len(piece):
        yield first + lead, first + len(piece.rstrip())
