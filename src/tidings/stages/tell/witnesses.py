"""Who counts as one witness: groups of copies and of reports with a common origin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import ClassVar

from tidings.model import Anchor, Copies, Link, Reading, Span, Telling
from tidings.stage import Stage
from tidings.text.anchors import anchor

__all__ = ["Witnesses"]


@dataclass(frozen=True)
class Witnesses(Stage[Telling, Telling]):
    """Tell which documents are copies or share an origin, why, and which witness each counts as."""

    name: ClassVar[str] = "tell/witnesses"
    needs: ClassVar[tuple[str, ...]] = ("readings", "linked")
    gives: ClassVar[tuple[str, ...]] = ("copies", "witness_of")

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Yield each telling with its copies and witnesses."""
        for telling in batch:
            readings = {r.document.id: r for r in telling.readings}
            groups = [(g.id, [m for m in g.members if m in readings]) for g in telling.linked.of("copy")]
            links = [link for link in telling.linked.links if link.kind == "copy"]
            copies = tuple(tell_group(members, links, readings) for _, members in groups if len(members) > 1)
            witness = {member: group for group, members in groups for member in members}
            yield replace(telling, copies=copies, witness_of=tuple((d, witness.get(d, d)) for d in sorted(readings)))


def tell_group(members: Sequence[str], links: Sequence[Link], readings: dict[str, Reading]) -> Copies:
    """One group with its reasons, strongest first, and the words that show it."""
    inside = sorted({link for link in links if link.a in members and link.b in members}, key=lambda k: (-k.weight, k))
    reasons = sorted({link.why: None for link in inside if link.relation == "same"})
    copied = {link.a for link in inside if link.relation == "repeats"} | {
        link.b for link in inside if link.relation == "repeats"
    }
    first = next((link for link in inside if link.relation in ("repeats", "same")), None)
    pair = (first.a, first.b) if first else (members[0], members[1])
    evidence = shared_words(readings[pair[0]], readings[pair[1]])
    return Copies(
        tuple(sorted(members)), "copy" if copied >= set(members) else "shared_origin", "; ".join(reasons), evidence
    )


def shared_words(a: Reading, b: Reading) -> tuple[Anchor, ...]:
    """The longest run of sentences that both texts tell in the same words, else both headlines."""
    left, right = [words_of(a, s) for s in a.sentences], [words_of(b, s) for s in b.sentences]
    found = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    if found.size:
        spans = (a.sentences[found.a : found.a + found.size], b.sentences[found.b : found.b + found.size])
        return tuple(anchor(r.document, Span(s[0].start, s[-1].end)) for r, s in zip((a, b), spans, strict=True))
    heads = [(r, next(iter(r.document.blocks), None)) for r in (a, b)]
    return tuple(anchor(r.document, block.span) for r, block in heads if block)


def words_of(reading: Reading, span: Span) -> str:
    """A sentence with its white space folded."""
    return " ".join(reading.document.text[span.start : span.end].split())
