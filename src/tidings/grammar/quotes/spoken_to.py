"""Who hears quoted words by what stands in or before them: a name called in them, whom the speaker was just told to address."""

from dataclasses import replace

from tidings.grammar.quotes.hearable import addressable, is_medium, people
from tidings.grammar.quotes.hearer_phrase import hearer
from tidings.grammar.quotes.occasion_hearers import hearer_of_occasion
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.tree import child, sentence_root, sentence_span, tokens_in
from tidings.grammar.verbs import prepositional, subjects
from tidings.model import Analysis, Quote, Reading, Span

__all__ = ["spoken_to"]

YOU = frozenset({"you", "your", "yours", "yourself"})
ADDRESSES = frozenset({"address", "approach", "confront"})  # whom one speaks to is the object
APPEALS = frozenset({"appeal", "write", "turn", "speak", "talk"})
LONGEST = 4  # tokens of a name that is called
GREETS = frozenset({"hi", "hello", "hey", "dear", "merry", "happy", "good", "god", "jesus", "christ", "lord"})
STOPS = frozenset({".", "!", "?", ","})


def spoken_to(reading: Reading, chains: SpeakerChains, quote: Quote) -> Quote:
    """A direct quote that has no hearer with the one called in it, else the one whom the sentence before has addressed."""
    analysis = reading.analysis
    if analysis is None or quote.addressee is not None or not quote.parts or quote.cue is None or quote.thought:
        return quote
    head = called(analysis, chains, quote)
    head = addressed_before(analysis, reading, chains, quote) if head is None else head
    if head is None:
        return quote
    span = hearer(analysis, head)
    chain = chains.speaker(head, span)[0]
    own = chain is not None and chain == quote.speaker
    return quote if own else replace(quote, addressee=span, addressee_chain=chain)


def called(analysis: Analysis, chains: SpeakerChains, quote: Quote) -> int | None:
    """The person called by name in words to "you": “Ann, you know why,” “You have sons too, Mr. Berg.”"""
    for part in quote.parts:
        inside = tokens_in(analysis, part)
        if not any(analysis.tokens[k].text.lower() in YOU for k in inside):
            continue
        for k in inside:
            opens = k == inside[0] or analysis.tokens[k - 1].text in STOPS
            if not opens or analysis.tokens[k].tag != "NNP" or analysis.tokens[k].text.lower() in GREETS:
                continue
            last = k
            while last < inside[-1] and last - k < LONGEST and analysis.tokens[last + 1].tag == "NNP":
                last += 1
            begins = k == inside[0] or analysis.tokens[k - 1].text != ","
            ends = last == inside[-1] or analysis.tokens[last + 1].text in STOPS
            after = analysis.tokens[min(last + 2, inside[-1])]
            if not ends or after.tag in {"WP", "WDT", "NNP", "CC"} or not (begins or closes(analysis, inside, last)):
                continue
            chain = chains.at(last)[0]
            held = None if chain is None else chains.reading.chains[chain]
            title = analysis.tokens[last].text.lower() in people()  # "Mr. President" is whom the sentence before names
            if held is not None and held.named and held.kind == "person" and not title:
                return last
    return None


def closes(analysis: Analysis, inside: range, last: int) -> bool:
    """Whether a name ends a sentence of the quoted words."""
    after = last + 1
    return after > inside[-1] or analysis.tokens[after].text in {".", "!", "?"} or after == inside[-1]


def addressed_before(analysis: Analysis, reading: Reading, chains: SpeakerChains, quote: Quote) -> int | None:
    """Whom the speaker addresses by the sentence right before: "Holm appealed to the court in a letter. “…,” she wrote"."""
    first = tokens_in(analysis, Span(quote.content[0].start, quote.content[0].start + 1))
    sentence = analysis.tokens[first[0]].sentence - 1 if first else -1
    if sentence < 0 or quote.speaker is None:
        return None
    between = reading.document.text[sentence_span(analysis, sentence).end : quote.content[0].start]
    root = sentence_root(analysis, sentence)
    if root is None or "\n" in between or analysis.tokens[root].pos != "VERB":
        return None
    if quote.speaker not in {chains.at(who)[0] for who in subjects(analysis, root)}:
        return None
    lemma = analysis.tokens[root].lemma.lower()
    if lemma in ADDRESSES:
        held = child(analysis, root, "dobj")
        return held if held is not None and is_somebody(analysis, held) else None
    if lemma in APPEALS:
        return next((k for k in prepositional(analysis, root, "to") if is_somebody(analysis, k)), None)
    return hearer_of_occasion(analysis, root)


def is_somebody(analysis: Analysis, i: int) -> bool:
    """Whether the token is a name, an outlet or a noun for people: "spoke to the guild", not "spoke to the rivalry"."""
    token = analysis.tokens[i]
    return addressable(analysis, i) and (
        token.pos == "PROPN" or is_medium(analysis, i) or token.lemma.lower() in people()
    )
