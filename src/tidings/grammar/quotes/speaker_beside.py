"""Who speaks by a name right beside the words for them, where no chain joins the two: "Eva Rojas, her Chilean counterpart, said"."""

from dataclasses import replace

from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.tree import child, token_at
from tidings.model import Analysis, Mention, Quote, Reading

__all__ = ["named_beside", "own_words"]

POSSESSIVE = frozenset({"his", "her", "its", "their"})
NEAR = 3  # characters between a name and the word that tells that it speaks


def named_beside(reading: Reading, chains: SpeakerChains, quote: Quote) -> Quote:
    """The quote with the person named right before a source set off by commas, or right behind it before its cue, as its speaker."""
    source, text = quote.source, reading.document.text
    if source is None or (quote.speaker is not None and reading.chains[quote.speaker].named):
        return quote
    held = None if quote.speaker is None else reading.chains[quote.speaker]
    if held is not None and held.kind not in {"person", "unknown"}:
        return quote
    found = {
        chains.chain_of[m]
        for m in chains.within(source.start - 60 if source.start > 60 else 0, source.end + NEAR)
        if is_person(reading, chains, m) and is_beside(text, reading.mentions[m], quote)
    }
    return replace(quote, speaker=found.pop(), candidates=()) if len(found) == 1 else quote


def is_person(reading: Reading, chains: SpeakerChains, m: int) -> bool:
    """Whether a mention names a person whom a chain knows."""
    named = reading.mentions[m].form == "name" and m in chains.chain_of
    return named and reading.chains[chains.chain_of[m]].kind == "person" and reading.chains[chains.chain_of[m]].named


def is_beside(text: str, name: Mention, quote: Quote) -> bool:
    """Whether a name stands before a source between commas ("Ada Holm, its head, said") or between it and its cue ("the leader of the guild Ada Holm said")."""
    source, cue = quote.source, quote.cue
    if source is None:
        return False
    said = text[source.start : source.end].rstrip(",").lower()
    if text[name.span.end : source.start] == ", " and text[source.start + len(said)] == ",":
        return said.split(" ", 1)[0] in POSSESSIVE | {"the", "a", "an"}
    behind = text[source.end : name.span.start] == " " and cue is not None
    return behind and cue is not None and 0 <= cue.start - name.span.end <= NEAR and said.startswith("the ")


def own_words(reading: Reading, chains: SpeakerChains, quote: Quote) -> Quote:
    """The quote with the subject as its speaker, where who speaks is only told by whose words it utters: "Holm repeated her demand that"."""
    analysis, source = reading.analysis, quote.source
    at = None if analysis is None or source is None else token_at(analysis, source.start)
    if analysis is None or at is None or source is None or quote.cue is None:
        return quote
    if analysis.tokens[at].text.lower() not in POSSESSIVE or source.length != len(analysis.tokens[at].text):
        return quote
    noun = analysis.tokens[analysis.tokens[at].head]
    verb = uttering(analysis, noun.i)
    subject = None if verb is None else child(analysis, verb, "nsubj")
    who = None if subject is None else chains.at(subject)[0]
    if (
        who is None
        or who == quote.speaker
        or (not chains.may_be(at, who) and analysis.tokens[at].text.lower() in {"his", "her"})
    ):
        return quote
    return replace(quote, speaker=who, candidates=()) if reading.chains[who].kind != "place" else quote


def uttering(analysis: Analysis, noun: int) -> int | None:
    """The verb that a noun of saying is the object of."""
    token = analysis.tokens[noun]
    return token.head if token.dep == "dobj" and analysis.tokens[token.head].pos == "VERB" else None
