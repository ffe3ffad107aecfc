"""Who hears what a cue does not say: who was just told, who is replied to, an interview's outlet, "us" inside quoted words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tidings.lexicon import rows, words
from tidings.model import Chain, Quote, Reading, Span

__all__ = ["heard_by", "interviewed", "sentence_at", "told_inside"]

TELLS = ("told", "tell", "inform")
PAPER = "the paper"
OWN = frozenset({"me", "us"})
PRONOUNS = frozenset({"he", "she", "they", "it"})
REPLIES = ("replied", "replies", "retorted", "shot back", "countered")
NEXT = 2  # sentences on, in which words are still for whom the last were for


def heard_by(reading: Reading, quote: Quote, before: Sequence[Quote]) -> Quote:
    """The quote with who hears it: whom its speaker has just told something, or whom it replies to."""
    if quote.addressee is not None or quote.cue is None or quote.speaker is None or not before:
        return quote
    last = before[-1]
    gap = sentence_at(reading, quote.content[0]) - sentence_at(reading, last.content[-1])
    if last.cue is None or not 0 <= gap <= NEXT:
        return quote
    text = reading.document.text
    if last.speaker == quote.speaker:
        who = "" if quote.source is None else text[quote.source.start : quote.source.end].lower()
        tells = any(word in text[last.cue.start : last.cue.end].lower() for word in TELLS)
        goes_on = tells and gap <= 1 and (who in PRONOUNS or who.startswith("the same "))
        writes = any(w in text[quote.cue.start : quote.cue.end].lower() for w in ("wrote", "write", "post", "tweet"))
        denied = any(
            w in text[last.cue.start : last.cue.end].lower() for w in ("deni", "deny", "never", "not ", "accus")
        )
        told = last.addressee is not None and not writes and not denied and (quote.kind == "direct" or goes_on)
        return replace(quote, addressee=last.addressee, addressee_chain=last.addressee_chain) if told else quote
    verb = text[quote.cue.start : quote.cue.end + len(" back")].lower()
    to = text[quote.cue.end : quote.cue.end + 4].lower() == " to "
    if to or last.speaker is None or last.source is None or not any(word in verb for word in REPLIES):
        return quote
    return replace(quote, addressee=last.source, addressee_chain=last.speaker)


def interviewed(reading: Reading, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes, with the outlet of an interview as the hearer of whatever its giver says without another hearer.

    An interview is one by name, or where its giver tells one outlet more than once; to nobody else does its giver speak.
    """
    told: dict[int, list[tuple[str, Quote]]] = {}
    for quote in quotes:
        if quote.speaker is not None and quote.addressee is not None and not quote.thought:
            told.setdefault(quote.speaker, []).append((outlet_told(reading, quote), quote))
    named = "interview" in reading.document.text.lower()
    givers: dict[int, Quote] = {}
    for speaker, hearers in told.items():
        names = {name for name, _ in hearers} - {PAPER}
        if len(names) == 1 and "" not in names and (named or len(hearers) > 1):
            givers[speaker] = next(quote for name, quote in hearers if name in names)
    return tuple(
        heard_in(reading, quote, givers.get(-1 if quote.speaker is None else quote.speaker)) for quote in quotes
    )


def told_inside(reading: Reading, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes with the outer speaker as "me" and "us" of what is told inside quoted words: “He told us that …,” X said.

    Where the outer speaker is open, so is the hearer.
    """
    text = reading.document.text
    found = []
    parts = sorted((part.start, part.end, n) for n, quote in enumerate(quotes) for part in quote.parts)
    longest = max((end - start for start, end, _ in parts), default=0)
    for n, quote in enumerate(quotes):
        span = quote.addressee
        if span is not None and text[span.start : span.end].lower() in OWN:
            first = bisect_left(parts, (span.start - longest,))
            near = parts[first : bisect_left(parts, (span.start + 1,))]
            outer = max((k for _, end, k in near if end >= span.end and k != n), default=None)
            if outer is not None:
                speaker = quotes[outer].speaker
                span = None if speaker is None else span
                quote = replace(quote, addressee=span, addressee_chain=speaker)
        found.append(quote)
    return tuple(found)


def outlet_told(reading: Reading, quote: Quote) -> str:
    """The outlet that a quote is told to, by its last word; PAPER for "the paper"; "" for whom it is told otherwise."""
    span, chain = quote.addressee, quote.addressee_chain
    told = [] if span is None else reading.document.text[span.start : span.end].lower().split()
    outlets = {noun for noun, _ in rows("outlet_nouns.tsv")}
    if len(told) == 2 and told[0] == "the" and told[1] in outlets:
        return PAPER
    found = None if chain is None else reading.chains[chain]
    medium = any(word in outlets or word in words("media_words.txt") for word in told)
    body = found is not None and names_itself(found) and found.kind == "organization"
    return " ".join(told) if found is None and medium else found.name if found is not None and (body or medium) else ""


def names_itself(chain: Chain) -> bool:
    """Whether a chain has a name, or a description with one in it: "the Nordwind Post newspaper", not "the paper"."""
    return chain.named or any(word[:1].isupper() for word in chain.name.split()[1:])


def heard_in(reading: Reading, quote: Quote, first: Quote | None) -> Quote:
    """The quote with the hearer of its speaker's first words to an outlet, where it has none or "the paper"."""
    paper = outlet_told(reading, quote) == PAPER
    same = {None, "interview", None if first is None else first.channel}
    elsewhere = quote.addressee is not None or quote.channel not in same
    if first is None or quote.thought or not (paper or not elsewhere):
        return quote
    return replace(quote, addressee=first.addressee, addressee_chain=first.addressee_chain)


def sentence_at(reading: Reading, span: Span) -> int:
    """The index of the sentence in which a span begins."""
    return bisect_right(reading.sentences, span.start, key=lambda sentence: sentence.start) - 1
