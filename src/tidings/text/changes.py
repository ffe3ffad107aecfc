"""What one version of a text changed against another, sentence by sentence."""

from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from tidings.model import Span
from tidings.text.sentences import sentences

__all__ = ["changes"]

ALIKE = 0.6  # from this share of equal words on, one sentence is another reworded
MOST = 200  # sentences on a side that are paired; of more, the rest is told as removed and added

Pair = tuple[Span | None, Span | None]


def changes(old: str, new: str) -> Iterator[Pair]:
    """Sentences reworded, removed (no second) and added (no first), in the order of the new text.

    What merely moved is no change, nor is white space. A removed sentence stands behind the one it followed.
    """
    before, after = sentences(old), sentences(new)
    gone, come = missing(old, before, new, after), missing(new, after, old, before)
    words = {span: old[span.start : span.end].split() for span in gone[:MOST]}
    likeness = sorted(
        (-alike, a.start, b.start, a, b)
        for b in come[:MOST]
        for other in [new[b.start : b.end].split()]
        for a, mine in words.items()
        if (alike := Levenshtein.normalized_similarity(mine, other, score_cutoff=ALIKE)) >= ALIKE
    )
    reworded: dict[Span, Span] = {}
    for *_, a, b in likeness:
        if a not in reworded and b not in reworded.values():
            reworded[a] = b
    earlier = {b: a for a, b in reworded.items()}
    told: list[tuple[float, int, Pair]] = [(b.start, 1, (earlier.get(b), b)) for b in come]
    kept = {folded(new, span): span.start for span in reversed(after)}
    stood, last = {}, -1.0
    for span in before:
        stood[span] = last + 0.5
        last = reworded[span].start if span in reworded else kept.get(folded(old, span), last)
    told += [(stood[a], a.start, (a, None)) for a in gone if a not in reworded]
    yield from (pair for *_, pair in sorted(told, key=lambda entry: entry[:2]))


def missing(text: str, spans: list[Span], other: str, others: list[Span]) -> list[Span]:
    """The sentences of a text that the other has not."""
    there = Counter(folded(other, span) for span in others)
    found = []
    for span in spans:
        there[folded(text, span)] -= 1
        if there[folded(text, span)] < 0:
            found.append(span)
    return found


def folded(text: str, span: Span) -> str:
    """The words of a span with single spaces."""
    return " ".join(text[span.start : span.end].split())
