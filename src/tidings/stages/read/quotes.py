"""Find who says what: direct, indirect and mixed quotes with their speakers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from tidings.grammar.events.parties import Cast
from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.attributions import attributions, opened_by_that
from tidings.grammar.quotes.gestures import behind_gesture
from tidings.grammar.quotes.hearers import heard_by, interviewed, sentence_at, told_inside
from tidings.grammar.quotes.last_speaker import leaves_speaker_out, of_document, pointed_to, said_again, unnamed_before
from tidings.grammar.quotes.letters import letters, written
from tidings.grammar.quotes.occasion import appeared_on, channel_of, said_on
from tidings.grammar.quotes.open_speaker import (
    just_named,
    not_own_name,
    not_own_relay,
    not_past_a_name,
    not_who_is_named,
    passed_on,
    quoted_by_another,
    settled,
    who_answers,
)
from tidings.grammar.quotes.relay_words import relayed_beside
from tidings.grammar.quotes.relayed_later import relayed_later
from tidings.grammar.quotes.speaker_beside import before_verb, for_whom, named_beside, own_words
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.quotes.spoken_to import spoken_to
from tidings.grammar.quotes.them_told import only_told_within, them_told
from tidings.grammar.quotes.told_by_speaker import told_of_before
from tidings.model import Candidate, Chain, Quote, QuoteKind, Reading, Span
from tidings.stage import Stage

__all__ = ["Quotes"]

CARRIED = 2  # sentences over which a day of saying holds for what the same speaker says next


@dataclass(frozen=True)
class Quotes(Stage[Reading, Reading]):
    """Quotations by typography and syntax, each bound to the chain that speaks."""

    name: ClassVar[str] = "read/quotes"
    version: ClassVar[int] = 44
    needs: ClassVar[tuple[str, ...]] = ("document", "analysis", "mentions", "chains", "times")
    gives: ClassVar[tuple[str, ...]] = ("quotes",)
    least: float = 0.4  # attributions below this confidence are left out

    def run(self, batch: Sequence[Reading]) -> Iterator[Reading]:
        """Yield each reading with its quotations in text order."""
        for reading in batch:
            yield replace(reading, quotes=self.quotes(reading))

    def quotes(self, reading: Reading) -> tuple[Quote, ...]:
        """The reading's quotes, in text order."""
        if reading.analysis is None:
            return ()
        chains, cast = SpeakerChains(reading), Cast(reading, reading.analysis)
        document = reading.document
        found = attributions(reading.analysis, document.text, document.blocks, chains)
        quotes: list[Quote] = []
        seen: set[str] = set()
        known = letters(reading.analysis)
        last: tuple[Attribution, int | None] | None = None  # and who spoke in it
        for attribution in found:
            if attribution.confidence < self.least:
                continue
            quote = self.quote(reading, chains, attribution)
            speaker, candidates = speaker_of(chains, attribution, quote, last)
            quote = replace(quote, speaker=speaker, candidates=candidates)
            quote = just_named(reading, chains, quote, attribution.source_head, quotes)
            quote = not_who_is_named(reading, chains, quote, attribution.source_head, quotes)
            quote = not_own_name(reading, chains, quote, attribution.source_head, quotes)
            quote = not_past_a_name(reading, chains, quote, attribution.source_head, quotes)
            quote = who_answers(reading, chains, quote, attribution.source_head, quotes)
            quote = before_verb(cast, chains, own_words(reading, chains, quote), attribution.verb)
            quote = for_whom(reading, chains, named_beside(reading, chains, quote))
            quote = behind_gesture(reading, chains, quote, attribution.source_head)
            if attribution.how != "encoder" or (attribution.kind == "say" and quote.speaker is not None):
                last = (attribution, quote.speaker)
            if chains.is_personal(attribution.source_head) and only_told_within(reading, quote.speaker, quotes[-1:]):
                quote = replace(quote, speaker=None, candidates=())
            if chains.is_personal(attribution.addressee_head) and only_told_within(
                reading, quote.addressee_chain, [quote]
            ):
                quote = replace(quote, addressee=None, addressee_chain=None)
            quote = unnamed_before(reading, quote, quotes)
            quote = self.dated(reading, quote, quotes, found=attribution)
            quote = spoken_to(reading, chains, heard_by(reading, quote, quotes))
            quote = them_told(reading, chains, quote)
            quote = told_of_before(reading, chains, quote, attribution.source_head, quotes)
            quote = passed_on(reading, chains, quote, attribution.source_head, quotes)
            quote = not_own_relay(reading, chains, quote, quotes)
            quote = quoted_by_another(chains, quote, attribution.source_head)
            quote = written(reading.analysis, chains, quote, known)
            if quote.id in seen:
                quote = replace(quote, id=f"{quote.id}-{quote.content[-1].end}")
            if quote.id not in seen:
                seen.add(quote.id)
                quotes.append(quote)
        relayed = relayed_beside(reading, chains, relayed_later(reading, chains, quotes))
        return told_inside(reading, interviewed(reading, relayed))

    def dated(self, reading: Reading, quote: Quote, before: Sequence[Quote], *, found: Attribution) -> Quote:
        """The quote with the day of what its speaker said just before, where its own sentence names none."""
        if quote.said_on is not None or quote.speaker is None or reading.analysis is None or found.verb is None:
            return quote
        last = next((q for q in reversed(before) if q.speaker == quote.speaker), None)
        if last is None or last.said_on is None or last.cue is None or quote.cue is None:
            return quote
        here, there = sentence_at(reading, quote.cue), sentence_at(reading, last.cue)
        stated = any(sentence_at(reading, time.span) == here for time in reading.times)
        near = 0 <= here - there <= CARRIED and not (stated and here != there)
        return replace(quote, said_on=last.said_on, channel=quote.channel or last.channel) if near else quote

    def quote(self, reading: Reading, chains: SpeakerChains, found: Attribution) -> Quote:
        """The record of one attribution."""
        kind, content = kind_of(reading, found)
        speaker, candidates = chains.speaker(found.source_head, found.source)
        if found.how == "turn" and found.source is not None and (label := chains.labelled(found.source)) is not None:
            speaker, candidates = label, ()
        times = reading.times
        on, channel = None, "interview" if found.how == "turn" else None
        if reading.analysis is not None and found.verb is not None:
            on = said_on(reading.analysis, found.verb, found.content, times)
            if on is None and speaker is not None:
                on = appeared_on(reading.analysis, found.verb, times, lambda head: chains.at(head)[0] == speaker)
            channel = channel_of(reading.analysis, found.verb, found.content)
        return Quote(
            id=f"{reading.document.id}/q/{content[0].start}",
            kind=kind,
            content=content,
            parts=content if kind == "direct" else found.parts,
            cue=found.cue,
            source=found.source,
            addressee=found.addressee,
            relayed_by=found.relay,
            speaker=speaker,
            candidates=candidates,
            addressee_chain=chains.speaker(found.addressee_head, found.addressee)[0],
            relayed_by_chain=chains.relaying(found.relay_head, found.relay),
            said_on=on,
            channel=channel,
            negated=found.negated,
            confidence=found.confidence,
            origin=self.origin,
            thought=found.kind == "think",
        )


def speaker_of(
    chains: SpeakerChains, found: Attribution, quote: Quote, last: tuple[Attribution, int | None] | None
) -> tuple[int | None, tuple[Candidate, ...]]:
    """Who speaks, where a chain leaves it open by who spoke last and who was told of; and the candidates."""
    reading, speaker, candidates = chains.reading, quote.speaker, quote.candidates
    if speaker is not None and chains.is_personal(found.source_head) and chains.is_many(reading.chains[speaker]):
        speaker = None
    if reading.analysis is None:
        return speaker, candidates
    if (made := of_document(reading.analysis, found, last)) is not None:
        return made[0], ()
    left_out = speaker is None and leaves_speaker_out(reading.analysis, found, last)
    if last is not None and (left_out or said_again(reading.analysis, found, last)):
        return last[1], ()
    if speaker is None and found.source_head is not None:
        speaker, candidates = settled(reading.analysis, chains, found, last, candidates)
    if speaker is None or is_bare(reading.chains[speaker]):
        if last is not None and last[1] is not None and found.source is not None and found.source == last[0].source:
            return last[1], ()
        pointed = pointed_to(reading.analysis, chains, found, last)
        return (speaker, candidates) if pointed is None else (pointed, ())
    return speaker, candidates


def is_bare(chain: Chain) -> bool:
    """Whether a chain is one mention without a name: "the company"."""
    return not chain.named and len(chain.mentions) == 1


def kind_of(reading: Reading, found: Attribution) -> tuple[QuoteKind, tuple[Span, ...]]:
    """Direct where quote marks hold all of the content, mixed where they hold some of it."""
    if not found.parts:
        return "indirect", found.content
    text, covered = reading.document.text, 0
    for span in found.content:
        at = span.start
        for part in found.parts:
            if not part.meets(span):
                continue
            covered += any(c.isalnum() for c in text[at : max(at, part.start)])
            at = max(at, part.end)
        covered += any(c.isalnum() for c in text[at : max(at, span.end)])
    alone = not covered and len(found.content) == len(found.parts) == 1
    if alone and reading.analysis is not None and opened_by_that(reading.analysis, found.parts[0]):
        return "mixed", found.parts  # a reported clause, though all of it stands in marks
    return ("mixed", found.content) if covered else ("direct", found.parts)
