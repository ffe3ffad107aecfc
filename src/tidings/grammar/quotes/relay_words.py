"""Who passes words on by the words around them, where the tree does not show it: "…, quoted by the agency", "in remarks carried by X", "as X recounts it"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.quotes.speaker_chains import SpeakerChains
from tidings.lexicon import rows, words
from tidings.model import Quote, Reading, Span

__all__ = ["relayed_beside"]

NAME = r"[A-Z][\w’'.&-]*(?: (?:(?:of|de|del|al|el|bin) )?[A-Z][\w’'.&-]*){0,5}(?<![.’'])"
OUTLET = r"(?:agency|newspaper|paper|daily|weekly|station|broadcaster|channel|radio|television|website|portal|magazine|tabloid|wire|journal)"
CARRIER = rf"(?P<by>(?:(?:the|its|their|state|local) )*(?:(?:[a-z]+ ){{0,2}}{OUTLET} {NAME}|{NAME}|(?:[a-z-]+ ){{0,2}}{OUTLET}\b))"
TOLD = r"(?:remarks|comments|words|statement|interview|speech|message|address|letter|note|recording|video|footage|declarations?)"
PASSED = r"(?:carried|published|aired|broadcast|relayed|quoted|cited|released|distributed|reported|printed|read out|posted|circulated)"
DAYS = r"(?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b"
AROUND = (
    re.compile(rf"[,(] ?(?:as )?(?:quoted|cited|relayed) (?:by|in|on) {CARRIER}"),
    re.compile(
        rf"\b{TOLD} (?:which |that )?(?:(?:was|were|had been) )?{PASSED} (?:late |early )?(?:on \w+day )?(?:by|on|in) (?!{DAYS}){CARRIER}"
    ),
)
REPORTED = re.compile(
    rf"[,”\"’] (?P<by>(?:[Tt]he )?{NAME}) (?:reported|reports|wrote|writes)(?: (?:on|late) \w+(?: \w+)?)?[.,]? *\Z"
)
# Between who speaks and their verb: "the widow, who according to her lawyer said", "Holm, as the clerk recounts it, told him".
BETWEEN = re.compile(
    rf"(?:according to (?P<by>(?:(?:the|his|her|its|their|an?|two|some|several) )?(?:[a-z-]+ ){{0,4}}?(?:{NAME}|[a-z]+(?: present(?: at [\w ]+)?)?))(?=[,\s]*\Z)|"
    rf"\bas (?P<by2>(?:(?:the|his|her) )?(?:[a-z-]+ ){{0,3}}?(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:{NAME}|[a-z]+)) (?:recount|relate|recall|remember|tell|told|retell)(?:s|ed)? it\b|"
    rf", (?P<by3>he|she|(?:(?:the|his|her) )?(?:[a-z-]+ ){{0,3}}{NAME}) (?:said|says|related|relates|recalled|recounted|reported|added), (?:had |has |have )?\Z)"
)
NEAR = 90  # characters between a source and its cue


def relayed_beside(reading: Reading, chains: SpeakerChains, quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes with who passes them on, where words of their sentence tell it and nothing else does."""
    found: list[Quote] = []
    for quote in quotes:
        found.append(with_relay(reading, chains, quote, found[-1].speaker if found else None))
    passed = [q.relayed_by for q in found if q.relayed_by is not None]
    return [q for q in found if not is_aside(reading, q, passed)]


def is_aside(reading: Reading, quote: Quote, passed: Sequence[Span]) -> bool:
    """Whether an "according to" only tells who passes on what comes behind it: "Holm, according to her aide, said that …"."""
    if quote.cue is None or quote.source is None or not any(quote.source.meets(span) for span in passed):
        return False
    told = reading.document.text[quote.cue.start : quote.cue.end].lower().startswith("according")
    return told and not quote.parts and quote.content[-1].end <= quote.cue.start


def with_relay(reading: Reading, chains: SpeakerChains, quote: Quote, last: int | None) -> Quote:
    """One quote with its relay; `last` is who spoke before it."""
    if quote.relayed_by is not None or quote.cue is None or quote.source is None or quote.thought:
        return quote
    span = between(reading, quote) or around(reading, quote)
    if span is None or span.start <= quote.source.start < span.end:
        return quote
    chain = chain_in(reading, chains, span)
    if reading.document.text[span.start : span.end] in {"he", "she"} and chain in {None, quote.speaker}:
        chain = last  # who tells of another's words is not that other
    if (chain is not None and chain == quote.speaker) or (chain is None and span.length <= len("they")):
        return quote
    return replace(quote, relayed_by=span, relayed_by_chain=chain)


def between(reading: Reading, quote: Quote) -> Span | None:
    """Who tells of it between who speaks and the verb."""
    source, cue, text = quote.source, quote.cue, reading.document.text
    if source is None or cue is None or source.start >= cue.start:
        return None
    first = max(source.start, cue.start - NEAR)
    found = BETWEEN.search(text[first : cue.start])
    if found is None:
        return None
    group = next(name for name in ("by", "by2", "by3") if found[name] is not None)
    return Span(first + found.start(group), first + found.end(group))


def around(reading: Reading, quote: Quote) -> Span | None:
    """Who carries it by the words of its sentence outside what is said."""
    cue, text = quote.cue, reading.document.text
    if cue is None:
        return None
    n = bisect_right(reading.sentences, cue.start, key=lambda s: s.start) - 1
    if n < 0:
        return None
    here = reading.sentences[n]
    said = [*quote.content, *quote.parts]
    for pattern in AROUND:
        for found in pattern.finditer(text, here.start, here.end):
            span = Span(found.start("by"), found.end("by"))
            within = re.search(r"\b(?:on|in) \Z", text[here.start : span.start]) is not None
            if not any(s.meets(span) for s in said) and (not within or is_outlet(text[span.start : span.end])):
                return span
    found_last = REPORTED.search(text[here.start : here.end].rstrip())
    if found_last is None:
        return None
    span = Span(here.start + found_last.start("by"), here.start + found_last.end("by"))
    before = quote.content[0].start < span.start and cue.end <= quote.content[0].start
    return span if before and is_outlet(text[span.start : span.end]) and not any(s.meets(span) for s in said) else None


def is_outlet(name: str) -> bool:
    """Whether a name is an outlet's by its words."""
    low = name.lower().removeprefix("the ")
    kinds = {noun for noun, _ in rows("outlet_nouns.tsv")} | set(words("media_words.txt"))
    return low in words("news_outlets.txt") or bool(kinds & set(low.split()))


def chain_in(reading: Reading, chains: SpeakerChains, span: Span) -> int | None:
    """The chain of the last mention inside a stretch."""
    inside = [
        m
        for m in chains.within(span.start, span.end)
        if m in chains.chain_of and reading.mentions[m].span.end <= span.end + 2
    ]
    return chains.chain_of[inside[-1]] if inside else None
