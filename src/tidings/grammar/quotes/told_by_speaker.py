"""Who "he" is within quoted words: the one of whom their speaker has just told."""

from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.quotes.hearers import sentence_at
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.model import Quote, Reading

__all__ = ["told_of_before"]

NEAR = 2  # sentences


def told_of_before(
    reading: Reading, chains: SpeakerChains, quote: Quote, head: int | None, before: Sequence[Quote]
) -> Quote:
    """The quote with the one person of whom its relaying speaker told just before, for "he" in that speaker's quoted words:
    "Ada said her brother had warned them. “He told me …,” she said"."""
    relay = quote.relayed_by_chain
    if relay is None or relay == quote.speaker or not chains.is_personal(head) or head is None:
        return quote
    inside = next((q for q in reversed(before) if any(part.covers(quote.content[0]) for part in q.parts)), None)
    if inside is None or inside.speaker != relay:
        return quote
    last = next((q for q in reversed(before) if q.id != inside.id and q.speaker == relay), None)
    if last is None or sentence_at(reading, quote.content[0]) - sentence_at(reading, last.content[0]) > NEAR:
        return quote
    told = {
        number
        for number, chain in enumerate(reading.chains)
        if chain.kind == "person" and number != relay and chains.may_be(head, number)
        and any(span.covers(reading.mentions[m].span) for m in chain.mentions for span in last.content)
    }  # fmt: skip
    return replace(quote, speaker=min(told), candidates=()) if len(told) == 1 else quote
