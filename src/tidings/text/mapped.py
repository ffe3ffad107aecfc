"""A string that knows, character by character, which part of the raw source it comes from."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tidings.model import Piece

__all__ = ["Edit", "Mapped", "identity", "joined"]

Edit = tuple[int, int, str]  # start, end, what stands there instead


@dataclass(frozen=True, slots=True)
class Mapped:
    """Text with its pieces; text that no piece covers was put in by us."""

    text: str
    pieces: tuple[Piece, ...] = ()

    def part(self, start: int, end: int) -> "Mapped":
        """The text from `start` to `end`, with the pieces behind it."""
        return Mapped(self.text[start:end], tuple(clipped(self.pieces, start, end)))

    def stripped(self) -> "Mapped":
        """The text without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        end = len(self.text.rstrip())
        return self if (start, end) == (0, len(self.text)) else self.part(start, max(start, end))

    def edited(self, edits: Iterable[Edit]) -> "Mapped":
        """The text with sorted, disjoint edits made; new words stand for the raw range of the old ones."""
        texts: list[str] = []
        pieces: list[Piece] = []
        at = length = 0
        for start, end, new in edits:
            extend(pieces, clipped(self.pieces, at, start), length)
            texts.append(self.text[at:start])
            length += start - at
            if new and (behind := self.raw(start, end)):
                extend(pieces, (Piece(0, len(new), *behind),), length)
            texts.append(new)
            length += len(new)
            at = end
        extend(pieces, clipped(self.pieces, at, len(self.text)), length)
        texts.append(self.text[at:])
        return Mapped("".join(texts), tuple(pieces))

    def raw(self, start: int, end: int) -> tuple[int, int] | None:
        """The smallest raw range that holds all of `start..end`, None where none of it has a source."""
        behind = list(clipped(self.pieces, start, end))
        if not behind:
            return None
        return min(p.raw_start for p in behind), max(p.raw_end for p in behind)


def identity(text: str) -> Mapped:
    """Raw text as it stands: one piece."""
    return Mapped(text, (Piece(0, len(text), 0, len(text)),) if text else ())


def joined(parts: Sequence[Mapped], separator: str = "") -> Mapped:
    """The parts one after another; the separators have no source."""
    pieces: list[Piece] = []
    length = 0
    for n, part in enumerate(parts):
        length += len(separator) if n else 0
        extend(pieces, part.pieces, length)
        length += len(part.text)
    return Mapped(separator.join(part.text for part in parts), tuple(pieces))


def clipped(pieces: Sequence[Piece], start: int, end: int) -> Iterable[Piece]:
    """The pieces between `start` and `end`, counted from `start`."""
    if start >= end:
        return
    at = max(0, bisect_right(pieces, start, key=lambda piece: piece.start) - 1)
    for n in range(at, len(pieces)):
        piece = pieces[n]
        if piece.start >= end:
            break
        if piece.end <= start:
            continue
        raw_start, raw_end = piece.raw_start, piece.raw_end
        if raw_end - raw_start == piece.end - piece.start:
            raw_start += max(0, start - piece.start)
            raw_end -= max(0, piece.end - end)
        yield Piece(max(piece.start, start) - start, min(piece.end, end) - start, raw_start, raw_end)


def extend(pieces: list[Piece], more: Iterable[Piece], shift: int) -> None:
    """Append pieces moved by `shift`; a piece that goes on one to one is merged with the one before."""
    for piece in more:
        start, end = piece.start + shift, piece.end + shift
        if pieces:
            last = pieces[-1]
            runs_on = last.end == start and last.raw_end == piece.raw_start
            if runs_on and one_to_one(last) and one_to_one(piece):
                pieces[-1] = Piece(last.start, end, last.raw_start, piece.raw_end)
                continue
        pieces.append(Piece(start, end, piece.raw_start, piece.raw_end))


def one_to_one(piece: Piece) -> bool:
    """Whether each character of a piece is one of the source."""
    return piece.end - piece.start == piece.raw_end - piece.raw_start
