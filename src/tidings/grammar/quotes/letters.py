"""Letters told of in a text: who wrote to whom; "the letter says" and "X wrote" further on are to the same hearer."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.grammar.quotes.hearable import addressable
from tidings.grammar.quotes.hearer_phrase import hearer
from tidings.grammar.quotes.occasion_hearers import MAIL, SENDS, towards, writer
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.grammar.tree import ancestors, child, children, tokens_in
from tidings.grammar.verbs import recipients
from tidings.model import Analysis, Quote

__all__ = ["Letter", "letters", "written"]


JUST = 2  # sentences behind a letter in which "the letter" is that one, where others are told of


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as the text first tells of it; heads are token indexes."""

    noun: int
    lemma: str
    writer: int | None
    hearer: int


def letters(analysis: Analysis) -> tuple[Letter, ...]:
    """The letters whose hearer the text names, in text order."""
    return tuple(found for token in analysis.tokens for found in letter_at(analysis, token.i))


def letter_at(analysis: Analysis, i: int) -> Iterator[Letter]:
    """The letter that a noun tells of: "a letter to Y", "sent Y a letter", "the letter, which X sent to Y"."""
    token = analysis.tokens[i]
    if token.pos not in {"NOUN", "PROPN"} or token.lemma.lower() not in MAIL:
        return
    verb = token.head if analysis.tokens[token.head].lemma.lower() in SENDS and token.dep in {"dobj", "appos"} else None
    clauses = [k for k in children(analysis, i, "acl", "relcl") if analysis.tokens[k].lemma.lower() in SENDS]
    heard = [*towards(analysis, i), *(k for clause in clauses for k in towards(analysis, clause))]
    if verb is not None:
        heard += [k for k in recipients(analysis, verb) if addressable(analysis, k)]
    if heard:
        yield Letter(i, token.lemma.lower(), who_writes(analysis, i, verb), heard[0])


def who_writes(analysis: Analysis, noun: int, verb: int | None) -> int | None:
    """Who writes a letter: its owner, who it is from, who sends it, or the subject of "said in a letter"."""
    owner = child(analysis, noun, "poss")
    if owner is not None:
        return owner
    for prep in children(analysis, noun, "prep"):
        if analysis.tokens[prep].text.lower() in {"from", "by"}:
            return child(analysis, prep, "pobj")
    if verb is not None:
        return writer(analysis, verb)
    sends = [k for k in children(analysis, noun, "relcl") if analysis.tokens[k].lemma.lower() in SENDS]
    if sends:
        return child(analysis, sends[0], "nsubj")
    above = next((k for k in ancestors(analysis, noun) if analysis.tokens[k].pos in {"VERB", "AUX"}), None)
    return None if above is None else child(analysis, above, "nsubj")


def written(analysis: Analysis, chains: SpeakerChains, quote: Quote, known: tuple[Letter, ...]) -> Quote:
    """The quote with the hearer of the letter that it is from, and with its writer where the letter itself speaks."""
    if quote.addressee is not None or quote.cue is None or not known:
        return quote
    inside = tokens_in(analysis, quote.source) if quote.source is not None else range(0)
    speaks = next((k for k in inside if is_the_letter(analysis, k)), None)
    cue = tokens_in(analysis, quote.cue)
    verb = next((k for k in reversed(cue) if analysis.tokens[k].pos == "VERB"), cue[-1])
    named = speaks if speaks is not None else letter_of(analysis, verb)
    wrote = analysis.tokens[verb].lemma.lower() == "write" and not elsewhere(analysis, verb)
    if named is not None:
        ahead = [one for one in known if one.noun <= named and one.lemma == analysis.tokens[named].lemma.lower()]
    elif wrote and quote.speaker is not None:
        before = known[: bisect_left([one.noun for one in known], cue[0])]
        ahead = [one for one in before if chains.at(one.writer)[0] == quote.speaker]
    else:
        return quote
    if not ahead or (is_of_several(analysis, chains, ahead) and not is_near(analysis, ahead[-1], cue[0], speaks)):
        return quote
    own = ahead[-1]
    to = chains.speaker(own.hearer, hearer(analysis, own.hearer))[0]
    who = chains.at(own.writer)[0] if speaks is not None else quote.speaker
    if to is not None and to == who:
        return quote
    candidates = () if who is not None else quote.candidates
    return replace(
        quote, addressee=hearer(analysis, own.hearer), addressee_chain=to, speaker=who, candidates=candidates
    )


def is_of_several(analysis: Analysis, chains: SpeakerChains, ahead: Sequence[Letter]) -> bool:
    """Whether letters are to different hearers, so that "he wrote" tells of neither."""
    chain_of = {one.hearer: chains.at(one.hearer)[0] for one in ahead}
    heard = {analysis.tokens[h].lemma.lower() if chain is None else chain for h, chain in chain_of.items()}
    return len(heard) > 1


def is_near(analysis: Analysis, letter: Letter, cue: int, speaks: int | None) -> bool:
    """Whether "the letter" can only mean the one told of just before; "the first letter" need not."""
    if speaks is None or any(analysis.tokens[c].dep in {"amod", "nummod"} for c in analysis.children[speaks]):
        return False
    return 0 <= analysis.tokens[cue].sentence - analysis.tokens[letter.noun].sentence <= JUST


def is_the_letter(analysis: Analysis, i: int) -> bool:
    """Whether a noun points to a letter told of: "the letter", "that message"."""
    held = child(analysis, i, "det")
    definite = held is not None and analysis.tokens[held].text.lower() in {"the", "that", "this", "their"}
    return analysis.tokens[i].lemma.lower() in MAIL and definite


def letter_of(analysis: Analysis, verb: int) -> int | None:
    """The letter in "wrote in the letter"."""
    for prep in children(analysis, verb, "prep"):
        noun = child(analysis, prep, "pobj")
        if noun is not None and analysis.tokens[prep].text.lower() == "in" and is_the_letter(analysis, noun):
            return noun
    return None


def elsewhere(analysis: Analysis, verb: int) -> bool:
    """Whether what is written stands elsewhere: "wrote on his blog", "wrote in the paper"."""
    for prep in children(analysis, verb, "prep"):
        held = child(analysis, prep, "pobj")
        dated = held is not None and analysis.tokens[held].ent in {"DATE", "TIME"}
        if analysis.tokens[prep].text.lower() in {"in", "on", "for", "at"} and not dated:
            return True
    return False
