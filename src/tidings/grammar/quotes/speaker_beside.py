"""Who speaks by a name right beside the words for them, where no chain joins the two: "Eva Rojas, her Chilean counterpart, said"."""

import re
from bisect import bisect_right
from dataclasses import replace

from tidings.grammar.events.parties import Cast
from tidings.grammar.events.subject_before import stands_before
from tidings.grammar.quotes.hearable import is_medium, people, texts
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.tree import child, token_at, tokens_in
from tidings.lexicon import words
from tidings.model import Analysis, Mention, Quote, Reading, Span

__all__ = ["before_verb", "for_whom", "named_beside", "own_words"]

POSSESSIVE = frozenset({"his", "her", "its", "their"})
UTTERS = frozenset(
    {"deliver", "issue", "make", "put", "reaffirm", "reiterate", "renew", "repeat", "restate", "send", "voice"}
)
PEOPLE = ("er", "or", "ist", "man", "woman", "ian", "ee", "people")  # ends of nouns for people
LEAST = 4  # words of a quotation that is no mere term
# "For the miller Ada Quint, who pays the dues, “", "For Ada Quint this is “".
FOR = re.compile(
    r"For (?P<who>[^“”\"«»,.;:]+)(?:,[^“”\"«»;:]{1,80})?,?(?: (?:this|that|it|all this) (?:is|was|would be|remains))? ?[“\"«]"
)
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
    if who is None or who == quote.speaker or not chains.may_be(at, who):
        return quote
    return replace(quote, speaker=who, candidates=()) if reading.chains[who].kind != "place" else quote


def uttering(analysis: Analysis, noun: int) -> int | None:
    """The verb that a noun of saying is the object of."""
    token = analysis.tokens[noun]
    verb = analysis.tokens[token.head]
    return verb.i if token.dep == "dobj" and verb.pos == "VERB" and verb.lemma.lower() in UTTERS else None


def for_whom(reading: Reading, chains: SpeakerChains, quote: Quote) -> Quote:
    """The quote with the person for whom it is so as its speaker: "For the miller Ada Quint, who pays, “a leak is a leak”", as translations keep it."""
    if quote.source is not None or quote.speaker is not None or quote.cue is not None or quote.kind != "direct":
        return quote
    text, start = reading.document.text, quote.content[0].start
    n = bisect_right(reading.sentences, start, key=lambda s: s.start) - 1
    first = reading.sentences[n].start if n >= 0 else start
    told = FOR.fullmatch(text[first:start])
    if told is None or len(text[start : quote.content[0].end].split()) < LEAST:
        return quote
    end = first + told.end("who")
    found = [
        m for m in chains.within(first, end) if is_person(reading, chains, m) and reading.mentions[m].span.end == end
    ]
    if len(found) != 1:
        return quote
    return replace(quote, source=reading.mentions[found[0]].span, speaker=chains.chain_of[found[0]], candidates=())


def before_verb(cast: Cast, chains: SpeakerChains, quote: Quote, verb: int | None) -> Quote:
    """The quote with who stands right before its verb, or before the one it is joined to, where a tree has as who speaks what cannot speak."""
    analysis, source = cast.analysis, quote.source
    if verb is None or quote.speaker is not None or quote.candidates or quote.cue is None:
        return quote
    if source is not None and (source.start > quote.cue.start or may_speak(analysis, chains, source)):
        return quote
    for at in joined(analysis, verb):
        head = stands_before(cast, at)
        if head is not None:
            who = cast.participant(head)
            own = source is None or who.span.end <= source.start
            said = any(s.start <= who.span.start < s.end for s in quote.content)
            return (
                replace(quote, source=who.span, speaker=who.chain)
                if own and not said and who.chain is not None
                else quote
            )
    return quote


def joined(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """A verb and those that it goes on from: "voiced concern and asked", also past a clause that a tree joins it to: "warns that the dam leaks and asks"."""
    found = [verb]
    while analysis.tokens[found[-1]].dep in ({"conj"} if len(found) == 1 else {"conj", "ccomp"}):
        above = analysis.tokens[found[-1]].head
        if analysis.tokens[above].pos not in {"VERB", "AUX"} or above > verb:
            break
        found.append(above)
    return tuple(found)


def may_speak(analysis: Analysis, chains: SpeakerChains, source: Span) -> bool:
    """Whether a source is of people, bodies, outlets or writings, or no plain noun at all; not "the ferry", "the contract"."""
    inside = tokens_in(analysis, source)
    heads = [i for i in inside if analysis.tokens[i].head not in inside] or list(inside[:1])
    known = people() | texts() | set(words("person_words.txt"))
    for i in heads:
        token = analysis.tokens[i]
        mention = chains.by_head.get(i)
        kind = None if mention is None else chains.reading.mentions[mention].kind
        noun = token.lemma.lower()
        if token.tag not in {"NN", "NNS"} or kind in {"person", "organization", "country"} or noun in known:
            return True
        if is_medium(analysis, i) or noun.endswith(PEOPLE):
            return True
    return False
