"""Numbers that cannot both be right: of one thing, in sentences that tell the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute, independent, published
from tidings.model import Reading, Span, Telling
from tidings.text.quantities import Quantity, compatible, quantities
from tidings.text.terms import stem, term_vector

__all__ = ["numbers"]

ALIKE = 0.4  # cosine of two sentences' terms from which they tell the same; chosen on stories written for tidings
PASSING = frozenset(["day", "week", "month", "year", "ago", "decade", "time", "other", "more", "people's", "percent"])


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity in its sentence."""

    document: str
    sentence: Span
    quantity: Quantity
    stems: frozenset[str]
    terms: dict[str, float]


def numbers(telling: Telling) -> Iterator[Dispute]:
    """Pairs of counts of one thing from two witnesses that no rounding or range brings together.

    Where the reports come from different days the newer overtakes the older: a change, no dispute.
    """
    days = published(telling)
    found = [c for reading in telling.readings for c in counts(reading)]
    by_stem: dict[str, list[Counted]] = {}
    for counted in found:
        for key in counted.stems:
            by_stem.setdefault(key, []).append(counted)
    told: set[tuple[Claim, Claim]] = set()
    for key in sorted(by_stem):
        for a, b in combinations(by_stem[key], 2):
            if (
                a.document == b.document
                or not independent(telling, a.document, b.document)
                or compatible(a.quantity, b.quantity)
            ):
                continue
            if days.get(a.document) != days.get(b.document) and a.document in days and b.document in days:
                continue
            pair = (Claim(a.document, a.sentence), Claim(b.document, b.sentence))
            if pair not in told and alike(a, b):
                told.add(pair)
                yield dispute(telling, a, b, pair)


def alike(a: Counted, b: Counted) -> bool:
    """Whether two sentences tell the same but for their numbers."""
    return sum(w * b.terms.get(t, 0.0) for t, w in a.terms.items()) >= ALIKE


def dispute(telling: Telling, a: Counted, b: Counted, pair: tuple[Claim, Claim]) -> Dispute:
    texts = {r.document.id: r.document.text for r in telling.readings}
    says = [texts[c.document][c.quantity.span.start : c.quantity.span.end] for c in (a, b)]
    about = " ".join(sorted(a.stems & b.stems))
    return Dispute(
        "number", about, ((says[0], (pair[0],)), (says[1], (pair[1],))), ("two reports of one day count differently",)
    )


def counts(reading: Reading) -> Iterator[Counted]:
    """The counted nouns of a reading's sentences."""
    text = reading.document.text
    skipped = {(b.start, b.end) for b in reading.document.blocks if b.kind in ("title", "caption")}
    for sentence in reading.sentences:
        if any(start <= sentence.start and sentence.end <= end for start, end in skipped):
            continue
        words = text[sentence.start : sentence.end]
        terms: dict[str, float] | None = None
        for q in quantities(words):
            stems = frozenset(
                s for w in q.unit.split() if (s := stem(w)) not in PASSING and (len(w) > 3 or not w.isalpha())
            )
            if not stems:
                continue
            terms = term_vector(words) if terms is None else terms
            span = Span(sentence.start + q.span.start, sentence.start + q.span.end)
            yield Counted(reading.document.id, sentence, Quantity(span, q.value, q.low, q.high, q.unit), stems, terms)
