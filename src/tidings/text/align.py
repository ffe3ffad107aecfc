"""Where text that an extractor returned stands in the raw page: found by its letters, white space left out."""

from bisect import bisect_left
from dataclasses import dataclass

from tidings.model import Piece
from tidings.text.mapped import Mapped, extend
from tidings.text.markup import Visible

__all__ = ["Aligner"]

SHORT = 40  # a passage that is not found whole is looked for in pieces of this many letters
WINDOW = 20_000  # letters after the last find where those pieces are looked for
BUDGET = 40  # searches may read the page this many times over


@dataclass
class Aligner:
    """Finds passages in a page, each after the one before it where it can; linear in the page by a budget."""

    page: Visible

    def __post_init__(self) -> None:
        at = [n for n, c in enumerate(self.page.text) if shows(c)]
        self.at = at  # of each letter, its place in the page's text
        self.letters = "".join(self.page.text[n] for n in at)
        self.cursor = 0
        self.left = BUDGET * len(self.letters) + 100_000

    def place(self, text: str) -> Mapped:
        """`text` with the pieces of the raw page behind it, as far as they are found."""
        where = [n for n, c in enumerate(text) if shows(c)]
        letters = "".join(text[n] for n in where)
        pieces: list[Piece] = []
        found = self.find(letters)
        if found >= 0:
            self.lay(pieces, where, 0, found, len(letters))
        else:
            for start in range(0, len(letters), SHORT):
                short = letters[start : start + SHORT]
                near = self.letters.find(short, self.cursor, self.cursor + WINDOW)
                self.left -= WINDOW
                if near >= 0:
                    self.lay(pieces, where, start, near, len(short))
        return Mapped(text, bridged(pieces, text))

    def go_to(self, raw: int) -> None:
        """Look for the next passage from a place of the raw page on."""
        self.cursor = bisect_left(self.at, bisect_left(self.page.starts, raw))

    def place_before(self, text: str, first: Mapped) -> Mapped:
        """`text` where it last stands before the passage `first`, else where it stands at all."""
        letters = "".join(filter(shows, text))
        limit = bisect_left(self.page.starts, first.pieces[0].raw_start) if first.pieces else len(self.page.starts)
        found = self.letters.rfind(letters, 0, bisect_left(self.at, limit)) if letters else -1
        before, self.cursor = self.cursor, max(found, 0)
        placed = self.place(text)
        self.cursor = before
        return placed

    def seen(self, start: int, end: int) -> Mapped:
        """A stretch of the page's visible text, its white space folded."""
        return self.place(" ".join(self.page.text[start:end].split()))

    def find(self, letters: str) -> int:
        """The next place of the letters, else any place; -1 when not there or the budget is spent."""
        if not letters or self.left <= 0:
            return -1
        found = self.letters.find(letters, self.cursor)
        if found < 0:
            self.left -= 2 * len(self.letters)
            found = self.letters.find(letters)
        else:
            self.left -= found - self.cursor + len(letters)
        return found

    def lay(self, pieces: list[Piece], where: list[int], start: int, found: int, length: int) -> None:
        """Piece by piece, letters `start` on of the passage onto letters `found` on of the page."""
        for n in range(length):
            to, seen = where[start + n], self.at[found + n]
            extend(pieces, (Piece(to, to + 1, self.page.starts[seen], self.page.ends[seen]),), 0)
        self.cursor = found + length


def shows(c: str) -> bool:
    """Whether a character can be seen: no white space, control or zero-width mark."""
    return c.isprintable() and not c.isspace()


def bridged(pieces: list[Piece], text: str) -> tuple[Piece, ...]:
    """The pieces with the white space between neighbours given the raw range that lies between them."""
    out: list[Piece] = []
    for piece in pieces:
        if out:
            last = out[-1]
            gap, raw_gap = piece.start - last.end, piece.raw_start - last.raw_end
            if gap > 0 and 0 < raw_gap <= 200 and text[last.end : piece.start].isspace():
                extend(out, (Piece(last.end, piece.start, last.raw_end, piece.raw_start),), 0)
        extend(out, (piece,), 0)
    return tuple(out)
