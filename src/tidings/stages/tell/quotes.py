"""tell/quotes: each quote as its pieces, with the entities that speak, are spoken to and relay."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from tidings.grammar.quotes.quote_pieces import QuotePiece, is_told, pieces_of, words_of
from tidings.lexicon import rows
from tidings.model import Quote, QuoteRecord, Reading, Resolved, Span, Telling
from tidings.stage import Stage
from tidings.text.anchors import anchor

__all__ = ["Quotes"]


@dataclass(frozen=True)
class Quotes(Stage[Telling, Telling]):
    """Give every quote of the story as its reported clause and the words in quote marks."""

    name: ClassVar[str] = "tell/quotes"
    version: ClassVar[int] = 5
    needs: ClassVar[tuple[str, ...]] = ("readings", "linked", "entities", "resolved")
    gives: ClassVar[tuple[str, ...]] = ("quotes",)

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Yield each telling with its quotes, by document and place."""
        for telling in batch:
            entity = telling.linked.group_of("entity")
            known = {e.id for e in telling.entities}
            days = {(r.document, r.index): r for r in telling.resolved}
            records: list[QuoteRecord] = []
            for reading in sorted(telling.readings, key=lambda r: r.document.id):
                chains = [entity.get(chain.id, chain.id) for chain in reading.chains]
                parties = Parties(reading, tuple(c if c in known else None for c in chains))
                for quote in reading.quotes:
                    if is_told(quote):
                        day = said_on(reading, quote, days)
                        records += [self.record(parties, quote, piece, day) for piece in pieces_of(quote)]
            yield replace(telling, quotes=tuple(records))

    def record(self, parties: "Parties", quote: Quote, piece: QuotePiece, day: str | None) -> QuoteRecord:
        """The record of one piece."""
        document = parties.reading.document
        return QuoteRecord(
            id=piece.id,
            kind=piece.kind,
            within=piece.within,
            text=words_of(document.text, piece.spans),
            speaker=parties.entity(quote.speaker),
            speaker_text=parties.words(quote.source),
            speaker_candidates=tuple(
                (found, c.weight) for c in quote.candidates if (found := parties.entity(c.chain)) is not None
            ),
            cue=parties.words(quote.cue),
            addressee=parties.addressee(quote),
            relayed_by=parties.entity(quote.relayed_by_chain) or parties.words(quote.relayed_by),
            said_on=day,
            confidence=quote.confidence,
            anchor=anchor(document, piece.span),
            channel=quote.channel,
            negated=quote.negated,
            origin=quote.origin,
        )


@dataclass(frozen=True, slots=True)
class Parties:
    """A reading with the entity of each of its chains, None where the story does not tell it."""

    reading: Reading
    entities: tuple[str | None, ...]

    def entity(self, chain: int | None) -> str | None:
        """The entity of a chain."""
        return None if chain is None else self.entities[chain]

    def addressee(self, quote: Quote) -> str | None:
        """Who is told: the entity, else the words; the report's own outlet for "us" and a printed interview, and
        behind "this paper"."""
        document, told = self.reading.document, self.words(quote.addressee)
        word = (told or "").lower()
        if told is None and quote.cue is None and quote.channel == "interview":
            return document.outlet
        if word == "me" and quote.addressee_chain is None:
            return document.author or document.outlet or told
        own = word.removeprefix("this ").removeprefix("our ")
        if own != word and own in {noun for noun, _ in rows("outlet_nouns.tsv")}:
            return f"{told} ({document.outlet.removeprefix('The ')})" if document.outlet else told
        if word == "us" and quote.addressee_chain is None:
            return document.outlet or document.author or told
        return self.entity(quote.addressee_chain) or told

    def words(self, span: Span | None) -> str | None:
        """The words of a span."""
        return None if span is None else self.reading.document.text[span.start : span.end]


def said_on(reading: Reading, quote: Quote, days: Mapping[tuple[str, int], Resolved]) -> str | None:
    """The day on which the words were said, where the text says it to the day."""
    if quote.said_on is None:
        return None
    found = days.get((reading.document.id, quote.said_on))
    if found is None or found.from_ is None or found.from_ != found.to:
        return None
    return found.from_
