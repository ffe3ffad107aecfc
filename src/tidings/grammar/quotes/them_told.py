"""Who "them" is that somebody tells: whom they have just met or told: "met the beekeepers. She told them that …"."""

from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.quotes.hearable import addressable
from tidings.grammar.quotes.hearer_phrase import hearer
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.tree import child, tokens_in
from tidings.model import Quote, Reading

__all__ = ["only_told_within", "them_told"]

MEETS = frozenset(
    {"brief", "address", "meet", "greet", "receive", "gather", "summon", "assemble", "convene", "visit"}
) | {*("tell", "assure", "inform", "remind", "warn", "urge", "welcome", "host")}
GROUPS = frozenset({"NNS", "NNPS"})
PEOPLE = frozenset({"people", "press", "crowd", "audience", "staff", "crew"})


def them_told(reading: Reading, chains: SpeakerChains, quote: Quote) -> Quote:
    """The quote with the group that the words "them" stand for, named in its sentence or the one before."""
    analysis, text = reading.analysis, reading.document.text
    span = quote.addressee
    if analysis is None or span is None or quote.addressee_chain is not None or quote.cue is None:
        return quote
    if text[span.start : span.end].lower() != "them":
        return quote
    here = tokens_in(analysis, span)[0]
    sentence = analysis.tokens[here].sentence
    first = analysis.sentences[max(0, sentence - 1)][0]
    begin = text.rfind("\n", 0, span.start) + 1
    for k in range(here - 1, first - 1, -1):
        token = analysis.tokens[k]
        if token.start < begin:
            break
        if token.pos != "VERB" or token.lemma.lower() not in MEETS or child(analysis, k, "auxpass") is not None:
            continue
        held = child(analysis, k, "dobj", "dative")
        several = held is not None and (
            analysis.tokens[held].tag in GROUPS or analysis.tokens[held].lemma.lower() in PEOPLE
        )
        if held is not None and several and k < held < here and addressable(analysis, held):
            return replace(quote, addressee=hearer(analysis, held), addressee_chain=chains.at(held)[0])
    return quote


def only_told_within(reading: Reading, chain: int | None, quotes: Sequence[Quote]) -> bool:
    """Whether somebody without a name is told of only in what others say or ask: "asked if a guard had seen it, he said" is
    no guard."""
    if chain is None or reading.chains[chain].named:
        return False
    told = [reading.mentions[m] for m in reading.chains[chain].mentions]
    told = [m for m in told if m.form != "pronoun"]
    spans = [span for quote in quotes for span in quote.content]
    return bool(told) and all(any(span.covers(m.span) for span in spans) for m in told)
