"""A document's text as HTML: passages that lines cite, each with its address and its ways back, and names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from tidings.model import Anchor, DocumentRecord

__all__ = ["Passage", "blocks_of", "excerpts_of", "marked", "target"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A range of a text, what stands there (quote, event, copy, mention), its address, and the lines that cite it."""

    start: int
    end: int
    kinds: tuple[str, ...]
    address: str = ""
    back: tuple[tuple[str, str], ...] = ()  # a line's address, what it is
    title: str = ""

    def opening(self, *, named: bool) -> str:
        """The tag that opens it; only the first has the address."""
        if not self.address:
            return f'<span class="m" title="{escape(self.title)}">'
        kinds = " ".join(k[0] for k in self.kinds)
        return f'<mark class="{kinds}"' + (f' id="{escape(self.address)}">' if named else ">")

    def closing(self) -> str:
        """The tag that closes what the passage opened."""
        return "</mark>" if self.address else "</span>"

    def ways_back(self) -> str:
        """A small link for each line that cites it."""
        return "".join(
            f'<a class="back" href="#{escape(a)}" title="{escape(w)}" aria-label="back to: {escape(w)}">↑</a>'
            for a, w in self.back
        )


def target(anchor: Anchor) -> str:
    """The address of an anchor's words within the report."""
    return f"w-{anchor.document}-{anchor.start}-{anchor.end}"


def blocks_of(document: DocumentRecord, passages: list[Passage]) -> list[tuple[str, Markup]]:
    """The document's blocks in order, each with its kind and its marked text."""
    blocks = document.blocks or ((0, len(document.text), "paragraph"),)
    named: set[str] = set()
    found = []
    for (start, end, kind), inside in zip(blocks, shared(passages, [b[:2] for b in blocks]), strict=True):
        found.append((kind, marked(document.text, (start, end), inside, named)))
        named |= {p.address for p in inside}
    return found


def excerpts_of(document: DocumentRecord, passages: list[Passage]) -> list[tuple[str, Markup]]:
    """Only the passages that lines point at, for what may be mailed on without whole articles."""
    pieces: list[tuple[int, int]] = []
    for start, end in sorted((p.start, p.end) for p in passages if p.address):
        if pieces and start < pieces[-1][1]:
            pieces[-1] = (pieces[-1][0], max(end, pieces[-1][1]))
        else:
            pieces.append((start, end))
    found = zip(pieces, shared(passages, pieces), strict=True)
    return [("excerpt", marked(document.text, piece, inside, set())) for piece, inside in found]


def shared(passages: list[Passage], pieces: Sequence[tuple[int, int]]) -> Iterator[list[Passage]]:
    """The passages, by start, that reach into each of the pieces, which are in order."""
    live: list[Passage] = []
    at = 0
    for start, end in pieces:
        while at < len(passages) and passages[at].start < end:
            live.append(passages[at])
            at += 1
        live = [p for p in live if p.end > start]
        yield live


def marked(text: str, block: tuple[int, int], passages: list[Passage], named: set[str]) -> Markup:
    """A block's text with an element around each passage; one that crosses another is closed and opened again.

    A passage has its address where it is first marked: those `named` by a block before have it already.
    """
    start, end = block
    opens: dict[int, list[Passage]] = {}
    cuts = {start, end}
    for p in passages:
        at = max(p.start, start)
        opens.setdefault(at, []).append(p)
        cuts |= {at, min(p.end, end)}
    out: list[str] = []
    live: list[Passage] = []
    places = sorted(cuts)
    for here, there in zip(places, [*places[1:], end], strict=True):
        live = ended(live, here, end, out)
        for p in opens.get(here, ()) if here < end else ():
            out.append(p.opening(named=p.address not in named))
            live.append(p)
        out.append(str(escape(text[here:there])))
    return Markup("".join(out))


def ended(live: list[Passage], here: int, end: int, out: list[str]) -> list[Passage]:
    """Close what ends here and open again what it crossed; the ways back stand behind the words."""
    first = next((i for i, p in enumerate(live) if min(p.end, end) <= here), None)
    if first is None:
        return live
    ending = [p for p in live[first:] if min(p.end, end) <= here]
    again = [p for p in live[first:] if min(p.end, end) > here]
    out += [p.closing() for p in reversed(live[first:])]
    shown: set[str] = set()
    for p in ending:
        if p.end <= here:
            fresh = tuple(b for b in p.back if b[0] not in shown)
            shown |= {a for a, _ in fresh}
            out.append(Passage(p.start, p.end, p.kinds, p.address, fresh).ways_back())
    out += [p.opening(named=False) for p in again]
    return live[:first] + again
