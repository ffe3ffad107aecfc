"""Who passes words on as a later sentence tells it, and who "he" is that relays: "The message was read out by her aide"."""

from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.quotes.relays import PASSES
from tidings.grammar.quotes.reporting import party
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.tree import child, tokens_in
from tidings.grammar.verbs import passive_agent
from tidings.lexicon import words
from tidings.model import Analysis, Quote, Reading, Span

__all__ = ["relayed_later"]


def relayed_later(reading: Reading, chains: SpeakerChains, quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes with who read out the message that they stand in, and with the chain of a relay that speaks elsewhere."""
    if reading.analysis is None:
        return list(quotes)
    readers = {sentence: (noun, agent) for sentence, noun, agent in read_out(reading.analysis)}
    spoke = {quote.source: quote.speaker for quote in quotes if quote.source is not None and quote.speaker is not None}
    found: list[Quote] = []
    for quote in quotes:
        if quote.relayed_by is not None and quote.relayed_by_chain is None and quote.relayed_by in spoke:
            quote = replace(quote, relayed_by_chain=spoke[quote.relayed_by])
        after = sentence_after(reading.analysis, quote)
        if quote.relayed_by is None and quote.speaker is not None and after in readers:
            noun, agent = readers[after]
            if holds(reading.analysis, after - 1, noun):
                relay = party(reading.analysis, agent)
                quote = replace(quote, relayed_by=relay, relayed_by_chain=chains.relaying(agent, relay))
        found.append(quote)
    return found


def read_out(analysis: Analysis) -> list[tuple[int, str, int]]:
    """The sentences that tell that a message was passed on, with its noun and who did it."""
    found: list[tuple[int, str, int]] = []
    for token in analysis.tokens:
        if token.tag != "VBN" or token.lemma.lower() not in PASSES:
            continue
        thing, agents = child(analysis, token.i, "nsubjpass"), passive_agent(analysis, token.i)
        if thing is None or not agents:
            continue
        the = child(analysis, thing, "det")
        noun = analysis.tokens[thing].lemma.lower()
        if the is not None and analysis.tokens[the].text.lower() == "the" and noun in words("document_nouns.txt"):
            found.append((token.sentence, noun, agents[0]))
    return found


def sentence_after(analysis: Analysis, quote: Quote) -> int:
    """The sentence behind the one that a quote ends in."""
    end = quote.content[-1].end
    inside = tokens_in(analysis, Span(max(0, end - 12), end))
    return analysis.tokens[inside[-1]].sentence + 1 if inside else -1


def holds(analysis: Analysis, sentence: int, noun: str) -> bool:
    """Whether a sentence has a noun."""
    first, end = analysis.sentences[sentence]
    return any(token.lemma.lower() == noun for token in analysis.tokens[first:end])
