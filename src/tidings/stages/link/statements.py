"""link/statements: which quotations of many reports render one utterance."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import ClassVar

from tidings.grammar.dates.calendar import days_of
from tidings.grammar.dates.offsets import resolve
from tidings.grammar.quotes.quote_pieces import is_told, pieces_of, words_of
from tidings.grammar.quotes.same_statement import OPEN_WORDS, Said, compare
from tidings.model import GroupKind, Link, Linked, Quote, Reading
from tidings.stage import Round
from tidings.text.ids import content_id
from tidings.text.likeness import bare, terms_of

__all__ = ["Statements"]

TOGETHER = 3  # of them, by two of which quoted words without a known speaker are
RAREST = 8  # content words by which a piece is looked up


@dataclass(frozen=True)
class Statements(Round[Said]):
    """Compare pieces of one speaker, or of a state's or body's speakers, that share a telling word."""

    name: ClassVar[str] = "link/statements"
    version: ClassVar[int] = 1
    kind: ClassVar[GroupKind] = "statement"
    rarest: int = field(default=RAREST)

    def cards(self, reading: Reading, linked: Linked) -> Iterable[Said]:
        """One card a piece of each quote that is told."""
        entity = linked.group_of("entity")
        for quote in reading.quotes:
            if is_told(quote):
                yield from cards_of(reading, entity, quote)

    def member(self, card: Said) -> str:
        """The piece's id."""
        return card.id

    def keys(self, card: Said) -> Iterable[str]:
        """Each possible speaker with each of the rarest words, and with the wording as a whole."""
        voices = sorted({*(v for v in (card.speaker,) if v), *card.candidates, *(f"state {s}" for s in card.states)})
        terms = sorted(terms_of(card.text), key=lambda t: (-t.weight, t.root))[: self.rarest]
        words = {t.root for t in terms} | {f"class {n}" for t in terms for n in t.classes}
        for voice in voices:
            yield from (f"{voice} {word}" for word in sorted(words))
        yield f"= {content_id(bare(card.text))}"
        if card.kind == "direct" and len(terms) >= OPEN_WORDS:
            sorts = [sorted({t.root, *(f"class {n}" for n in t.classes)}) for t in terms[:TOGETHER]]
            for one, two in combinations(sorts, 2):
                yield from sorted({f"? {' '.join(sorted(pair))}" for pair in product(one, two)})

    def compare(self, group: Sequence[Said]) -> Iterator[Link]:
        """What holds between each two."""
        for a, b in combinations(sorted(group, key=lambda card: card.id), 2):
            found = compare(a, b)
            if found is not None:
                yield Link("statement", a.id, b.id, found.relation, found.weight, found.why, self.origin)


def cards_of(reading: Reading, entity: dict[str, str], quote: Quote) -> Iterator[Said]:
    """The cards of one quote's pieces."""
    chain = None if quote.speaker is None else reading.chains[quote.speaker]
    states = () if chain is None or chain.country is None else (chain.country,)
    for piece in pieces_of(quote):
        yield Said(
            id=piece.id,
            quote=quote.id,
            document=reading.document.id,
            text=words_of(reading.document.text, piece.spans),
            kind=piece.kind,
            speaker=None if chain is None else entity.get(chain.id, chain.id),
            speaker_kind="unknown" if chain is None else chain.kind,
            states=states,
            candidates=tuple(
                entity.get(reading.chains[c.chain].id, reading.chains[c.chain].id)
                for c in quote.candidates
                if c.weight >= 0.3
            ),
            day=day_of(reading, quote),
            negated=quote.negated,
            start=piece.span.start,
            end=piece.span.end,
        )


def day_of(reading: Reading, quote: Quote) -> str | None:
    """The day of saying, as far as the document's own date gives it."""
    if quote.said_on is None:
        return None
    time = reading.times[quote.said_on]
    value = time.value
    if value is None and time.offset is not None:
        base = (reading.document.published or "")[:10] or None
        if time.anchored_on is not None:
            base = reading.times[time.anchored_on].value
        value = None if base is None else resolve(time.offset, base)
    found = None if value is None else days_of(value.partition("T")[0])
    return found.first.isoformat() if found is not None and found.first == found.last else None
