"""What people decided, brought to the members that it is about: anchors in, links out, the stale ones named."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tidings.grammar.quotes.quote_pieces import pieces_of
from tidings.model import Decision, Document, GroupKind, Link, Reading, Relation, Span, Verdict
from tidings.run.grouping import DECIDED

__all__ = ["Decided", "apply", "words_of"]

KINDS: tuple[GroupKind, ...] = ("entity", "event", "statement", "copy")
RELATIONS: dict[Verdict, Relation] = {
    "same": "same",
    "not_same": "not_same",
    "answers": "answers",
    "not_answers": "not_answers",
}
DIRECTED = ("answers", "not_answers")
Place = tuple[str, int, str]  # document digest, start, exact
ORIGIN = f"{DECIDED}@1"


@dataclass(frozen=True, slots=True)
class Decided:
    """The links that decisions come to, and the decisions whose words are no longer there."""

    links: tuple[Link, ...]
    stale: tuple[str, ...]


def apply(decisions: Iterable[Decision], readings: Sequence[Reading]) -> Decided:
    """Links for `same`, `not_same`, `answers` and `not_answers`; a decision that no longer matches is stale, never dropped."""
    links: set[Link] = set()
    stale: list[str] = []
    by_digest: dict[str, list[Reading]] = {}
    for reading in readings:
        by_digest.setdefault(reading.document.digest, []).append(reading)
    for decision in sorted(decisions, key=lambda d: d.id):
        places = [place for place in (decision.a, decision.b) if place is not None]
        found = [_candidates(place, by_digest.get(place[0], ())) for place in places]
        if not all(found):
            missing = next(place for place, hits in zip(places, found, strict=True) if not hits)
            stale.append(
                f"{decision.id}: {decision.verdict} ({decision.reason}): {missing[2]!r} no longer stands there"
            )
        elif decision.b is not None:
            links.update(_links(decision, found[0], found[1]))
    return Decided(tuple(sorted(links)), tuple(stale))


def words_of(document: Document, span: Span) -> Place:
    """The anchor that a decision about these words keeps."""
    return document.digest, span.start, document.text[span.start : span.end]


def _links(
    decision: Decision, a: dict[GroupKind, tuple[float, set[str]]], b: dict[GroupKind, tuple[float, set[str]]]
) -> Iterator[Link]:
    both: list[GroupKind] = [kind for kind in KINDS if kind in a and kind in b]
    if not both:
        return
    kind = max(both, key=lambda k: (min(a[k][0], b[k][0]), -KINDS.index(k)))
    relation = RELATIONS[decision.verdict]
    why = f"decided by {decision.who}: {decision.reason}"
    for one in sorted(a[kind][1]):
        for other in sorted(b[kind][1]):
            if one != other:
                ends = (one, other) if relation in DIRECTED else (min(one, other), max(one, other))
                yield Link(kind, *ends, relation, 1.0, why, ORIGIN)


def _candidates(place: Place, readings: Iterable[Reading]) -> dict[GroupKind, tuple[float, set[str]]]:
    """For each kind the members that lie nearest to these words, with how well they fit."""
    best: dict[GroupKind, tuple[float, set[str]]] = {}
    for reading in readings:
        span = _find(reading.document.text, place)
        if span is None:
            continue
        near: dict[GroupKind, tuple[float, set[str]]] = {}
        for kind, member, own in _members(reading):
            fit = _overlap(span, own)
            have = near.get(kind, (0.0, set()))
            if fit > have[0]:
                near[kind] = (fit, {member})
        for kind, (fit, members) in near.items():
            have = best.get(kind, (0.0, set()))
            best[kind] = (max(fit, have[0]), have[1] | members)
    return best


def _find(text: str, place: Place) -> Span | None:
    """Where the words stand: at their place, else the nearest such words."""
    _, start, exact = place
    if not exact:
        return None
    if text.startswith(exact, start):
        return Span(start, start + len(exact))
    before, after = text.rfind(exact, 0, start + len(exact)), text.find(exact, start)
    found = [at for at in (before, after) if at >= 0]
    at = min(found, key=lambda at: abs(at - start), default=None)
    return None if at is None else Span(at, at + len(exact))


def _members(reading: Reading) -> Iterator[tuple[GroupKind, str, Span]]:
    for chain in reading.chains:
        yield from (("entity", chain.id, reading.mentions[index].span) for index in chain.mentions)
    yield from (("event", event.id, event.trigger) for event in reading.events)
    yield from (("statement", piece.id, piece.span) for quote in reading.quotes for piece in pieces_of(quote))
    yield from (("copy", reading.document.id, block.span) for block in reading.document.blocks[:1])


def _overlap(a: Span, b: Span) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(0, shared) / (max(a.end, b.end) - min(a.start, b.start))
