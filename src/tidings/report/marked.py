"""A document's text as HTML, with a place to jump to for every anchor that the account uses."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from tidings.model import Account, Anchor, DocumentRecord

__all__ = ["anchors_of", "blocks_of", "excerpts_of", "target"]


def target(anchor: Anchor) -> str:
    """The address of an anchor's words within the report."""
    return f"w-{anchor.document}-{anchor.start}-{anchor.end}"


def anchors_of(account: Account) -> dict[str, list[tuple[int, int]]]:
    """The ranges that lines of the account point at, by document, each once, outer before inner."""
    every: Iterable[Anchor] = (
        *(a for c in account.copies for a in c.evidence),
        *(q.anchor for q in account.quotes),
        *(a for e in account.events for a in e.evidence),
        *(a for d in account.dealings for a in d.evidence),
        *(a for d in account.differences for s in d.sides for a in s.evidence),
        *(a for t in account.timeline for a in t.evidence),
    )
    ranges: dict[str, set[tuple[int, int]]] = {}
    for anchor in every:
        ranges.setdefault(anchor.document, set()).add((anchor.start, anchor.end))
    return {d: sorted(found, key=lambda r: (r[0], -r[1])) for d, found in ranges.items()}


def blocks_of(document: DocumentRecord, ranges: list[tuple[int, int]]) -> list[tuple[str, Markup]]:
    """The document's blocks in order, each with its kind and its marked text."""
    blocks = document.blocks or ((0, len(document.text), "paragraph"),)
    found = []
    named: set[tuple[int, int]] = set()
    for start, end, kind in blocks:
        inside = [r for r in ranges if r[0] < end and start < r[1]]
        found.append((kind, marked(document, (start, end), inside, named)))
        named |= set(inside)
    return found


def excerpts_of(document: DocumentRecord, ranges: list[tuple[int, int]]) -> list[tuple[str, Markup]]:
    """Only the passages that lines of the account point at, for what may be mailed on without whole articles."""
    passages: list[tuple[int, int]] = []
    for start, end in ranges:
        if passages and start < passages[-1][1]:
            passages[-1] = (passages[-1][0], max(end, passages[-1][1]))
        else:
            passages.append((start, end))
    inside = [[r for r in ranges if a <= r[0] and r[1] <= b] for a, b in passages]
    return [("excerpt", marked(document, p, r, set())) for p, r in zip(passages, inside, strict=True)]


def marked(
    document: DocumentRecord, block: tuple[int, int], ranges: list[tuple[int, int]], named: set[tuple[int, int]]
) -> Markup:
    """A block's text with a mark around each range; one that crosses another is closed and opened again.

    A range has its address where it is first marked: those `named` by a block before have it already.
    """
    start, end = block
    opens: dict[int, list[tuple[int, int]]] = {}
    cuts = {start, end}
    for r in ranges:
        at = max(r[0], start)
        opens.setdefault(at, []).append(r)
        cuts |= {at, min(r[1], end)}
    out: list[str] = []
    live: list[tuple[int, int]] = []
    places = sorted(cuts)
    for here, there in zip(places, [*places[1:], end], strict=True):
        ending = [r for r in live if min(r[1], end) <= here]
        if ending:
            first = min(live.index(r) for r in ending)
            out.append("</mark>" * (len(live) - first))
            again = [r for r in live[first:] if r not in ending]
            live = live[:first] + again
            out += ["<mark>"] * len(again)
        for r in opens.get(here, ()):
            address = "" if r in named else f' id="{escape(f"w-{document.id}-{r[0]}-{r[1]}")}"'
            out.append(f"<mark{address}>")
            live.append(r)
        out.append(str(escape(document.text[here:there])))
    return Markup("".join(out) + "</mark>" * len(live))
