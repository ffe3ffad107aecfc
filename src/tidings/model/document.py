"""One article: as it came in (`Raw`) and as it is read (`Document`)."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from tidings.model.span import Piece, Span

__all__ = ["Block", "BlockKind", "Cut", "Document", "Given", "Raw"]

BlockKind = Literal["title", "lead", "paragraph", "heading", "caption", "question", "answer", "dateline"]


@dataclass(frozen=True, slots=True)
class Given:
    """What the input itself states about an article (JSON line fields, options); None where it does not."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    modified: str | None = None
    author: str | None = None
    outlet: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """One article as a source yields it, before anything is cut.

    `text` is the decoded source without newline translation: the file's text, the
    page's markup, or a JSON line's text field. All raw offsets count in it.
    """

    path: str  # below the input root, with "/"
    kind: Literal["text", "html", "record"]
    text: str
    digest: str  # blake2b-128 hex of the raw bytes
    encoding: str
    given: Given = Given()
    line: int | None = None  # of a JSON lines file, from 1
    as_is: bool = False  # take the text unchanged: clean offsets are the file's own
    repaired: bool = False  # the encoding was guessed or mojibake stands in the text


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like run of the clean text and what it is; blocks are in order and never overlap."""

    start: int
    end: int
    kind: BlockKind

    @property
    def span(self) -> Span:
        """Where it stands in the clean text."""
        return Span(self.start, self.end)

    @property
    def is_running(self) -> bool:
        """Whether it is running text, no headline, heading or caption, which tell in few words what the text tells."""
        return self.kind not in {"title", "heading", "caption", "dateline"}


@dataclass(frozen=True, slots=True)
class Cut:
    """Source text that was taken out, where it stood in the raw text, and why."""

    raw_start: int
    raw_end: int
    text: str
    reason: str  # byline, date, credit, menu, related, comments, share, cookie, tag, duplicate …


@dataclass(frozen=True, slots=True)
class Document:
    """One article: clean text, headline first, with its dates and the map back to its source.

    `id` is blake2b-64 hex of (URL, else path below the input root, and line) and the
    digest of the raw bytes, so two outlets' identical reprints stay two.
    """

    id: str
    path: str
    digest: str
    text: str
    blocks: tuple[Block, ...]
    kind: Literal["text", "html", "record"] = "text"
    encoding: str = "utf-8"
    line: int | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None  # ISO day, or day and time as stated
    published_method: str | None = None  # what gave it: json-ld, meta, date line, dateline, given, url, file name …
    modified: str | None = None
    outlet: str | None = None
    author: str | None = None
    credited_to: tuple[str, ...] = ()
    lent_by: tuple[str, ...] = ()  # those of them that stand beside the author, on the page or in its text
    dateline: str | None = None  # the place a dateline names
    language: str | None = None
    pieces: tuple[Piece, ...] = ()
    cuts: tuple[Cut, ...] = ()
    day_of_year: str | None = None  # "08-15": a dateline without its year, on a page that does not tell it

    def block_at(self, offset: int) -> Block | None:
        """The block that covers a place of the text."""
        n = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[n] if n >= 0 and offset < self.blocks[n].end else None
