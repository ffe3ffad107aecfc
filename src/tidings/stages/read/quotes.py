"""Find who says what: direct, indirect and mixed quotes with their speakers."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from tidings.grammar.quotes.attribution import Attribution
from tidings.grammar.quotes.attributions import attributions
from tidings.grammar.quotes.last_speaker import pointed_to
from tidings.grammar.quotes.occasion import appeared_on, channel_of, said_on
from tidings.grammar.quotes.open_speaker import settled
from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.lexicon import rows, words
from tidings.model import Chain, Quote, QuoteKind, Reading, Span
from tidings.stage import Stage

__all__ = ["Quotes"]

TELLS = ("told", "tell", "inform")
PAPER = "the paper"
PRONOUNS = frozenset({"he", "she", "they", "it"})
REPLIES = ("replied", "replies", "retorted", "shot back", "countered")
NEXT = 2  # sentences on, in which words are still for whom the last were for
CARRIED = 2  # sentences over which a day of saying holds for what the same speaker says next


@dataclass(frozen=True)
class Quotes(Stage[Reading, Reading]):
    """Quotations by typography and syntax, each bound to the chain that speaks."""

    name: ClassVar[str] = "read/quotes"
    version: ClassVar[int] = 7
    needs: ClassVar[tuple[str, ...]] = ("document", "analysis", "mentions", "chains", "times")
    gives: ClassVar[tuple[str, ...]] = ("quotes",)
    least: float = 0.4  # attributions below this confidence are left out

    def run(self, batch: Sequence[Reading]) -> Iterator[Reading]:
        for reading in batch:
            yield replace(reading, quotes=self.quotes(reading))

    def quotes(self, reading: Reading) -> tuple[Quote, ...]:
        """The reading's quotes, in text order."""
        if reading.analysis is None:
            return ()
        chains = SpeakerChains(reading)
        document = reading.document
        found = attributions(reading.analysis, document.text, document.blocks, chains)
        quotes: list[Quote] = []
        seen: set[str] = set()
        last: tuple[Attribution, int | None] | None = None  # and who spoke in it
        for attribution in found:
            if attribution.confidence < self.least:
                continue
            quote = self.quote(reading, chains, attribution)
            if quote.speaker is None and attribution.source_head is not None:
                speaker, candidates = settled(reading.analysis, chains, attribution, last, quote.candidates)
                quote = replace(quote, speaker=speaker, candidates=candidates)
            if quote.speaker is None or is_bare(reading.chains[quote.speaker]):
                pointed = pointed_to(reading.analysis, chains, attribution, last)
                quote = quote if pointed is None else replace(quote, speaker=pointed, candidates=())
            if attribution.how != "encoder" or (attribution.kind == "say" and quote.speaker is not None):
                last = (attribution, quote.speaker)
            quote = self.dated(reading, quote, quotes, found=attribution)
            quote = heard_by(reading, quote, quotes)
            if quote.id in seen:
                quote = replace(quote, id=f"{quote.id}-{quote.content[-1].end}")
            if quote.id not in seen:
                seen.add(quote.id)
                quotes.append(quote)
        return interviewed(reading, quotes)

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
        kind, content = kind_of(reading.document.text, found)
        speaker, candidates = chains.speaker(found.source_head, found.source)
        times = reading.times
        on, channel = None, None
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
            relayed_by_chain=chains.at(found.relay_head)[0],
            said_on=on,
            channel=channel,
            negated=found.negated,
            confidence=found.confidence,
            origin=self.origin,
            thought=found.kind == "think",
        )


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
        words = "" if quote.source is None else text[quote.source.start : quote.source.end].lower()
        tells = any(word in text[last.cue.start : last.cue.end].lower() for word in TELLS)
        goes_on = tells and gap <= 1 and (words in PRONOUNS or words.startswith("the same "))
        writes = any(w in text[quote.cue.start : quote.cue.end].lower() for w in ("wrote", "write", "post", "tweet"))
        denied = any(w in text[last.cue.start : last.cue.end].lower() for w in ("deni", "deny", "never", "not "))
        told = last.addressee is not None and not writes and not denied and (quote.kind == "direct" or goes_on)
        return replace(quote, addressee=last.addressee, addressee_chain=last.addressee_chain) if told else quote
    verb = text[quote.cue.start : quote.cue.end].lower()
    to = text[quote.cue.end : quote.cue.end + 4].lower() == " to "
    if to or last.speaker is None or last.source is None or not any(word in verb for word in REPLIES):
        return quote
    return replace(quote, addressee=last.source, addressee_chain=last.speaker)


def interviewed(reading: Reading, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes, with the outlet of an interview as the hearer of whatever its giver says without another hearer.

    An interview is one by name, or where its giver tells one outlet more than once.
    """
    named = "interview" in reading.document.text.lower()
    told: dict[int, list[tuple[str, Quote]]] = {}
    for quote in quotes:
        if quote.speaker is not None and quote.addressee is not None and not quote.thought:
            told.setdefault(quote.speaker, []).append((outlet_told(reading, quote), quote))
    givers: dict[int, Quote] = {}
    for speaker, hearers in told.items():
        names = {name for name, _ in hearers} - {"", PAPER}
        times = sum(name != "" for name, _ in hearers)
        if len(names) == 1 and (named or times > 1):
            givers[speaker] = next(quote for name, quote in hearers if name in names)
    return tuple(
        heard_in(reading, quote, givers.get(-1 if quote.speaker is None else quote.speaker)) for quote in quotes
    )


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


def is_bare(chain: Chain) -> bool:
    """Whether a chain is one mention without a name: "the company"."""
    return not chain.named and len(chain.mentions) == 1


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


def kind_of(text: str, found: Attribution) -> tuple[QuoteKind, tuple[Span, ...]]:
    """Direct where quote marks hold all of the content, mixed where they hold some of it."""
    if not found.parts:
        return "indirect", found.content
    covered = 0
    for span in found.content:
        at = span.start
        for part in found.parts:
            if not part.meets(span):
                continue
            covered += any(c.isalnum() for c in text[at : max(at, part.start)])
            at = max(at, part.end)
        covered += any(c.isalnum() for c in text[at : max(at, span.end)])
    return ("mixed", found.content) if covered else ("direct", found.parts)
