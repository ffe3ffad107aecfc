"""What must hold of a reading before it is kept: every span inside its text, every index inside its list."""

from collections.abc import Iterator
from itertools import pairwise

from tidings.model import Reading, Span

__all__ = ["problems"]


def problems(reading: Reading) -> tuple[str, ...]:
    """What does not hold, in words; nothing for a sound reading."""
    length = len(reading.document.text)
    found = [
        f"{what} {span.start}..{span.end} ends after the text ({length})"
        for what, span in _spans(reading)
        if span.end > length
    ]
    found += [
        f"{what} {index} is not one of {size}" for what, index, size in _indexes(reading) if not 0 <= index < size
    ]
    blocks = reading.document.blocks
    found += [f"blocks overlap at {b.start}" for a, b in pairwise(blocks) if b.start < a.end]
    found += [f"the id {name!r} is given twice" for name in _twice(reading)]
    return tuple(found)


def _spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    yield from (("sentence", span) for span in reading.sentences)
    yield from (("block", block.span) for block in reading.document.blocks)
    yield from (("mention", mention.span) for mention in reading.mentions)
    yield from (("time", time.span) for time in reading.times)
    for quote in reading.quotes:
        alone = (quote.cue, quote.source, quote.addressee, quote.relayed_by)
        yield from (("quote", span) for span in (*quote.content, *quote.parts, *alone) if span is not None)
    for event in reading.events:
        parties = (party.span for party in (*event.actors, *event.recipients))
        spans = (event.trigger, event.clause, event.place, event.about, *parties)
        yield from (("event", span) for span in spans if span is not None)


def _indexes(reading: Reading) -> Iterator[tuple[str, int, int]]:
    chains, times, quotes = len(reading.chains), len(reading.times), len(reading.quotes)
    for chain in reading.chains:
        yield from (("mention", index, len(reading.mentions)) for index in chain.mentions)
    for time in reading.times:
        if time.anchored_on is not None:
            yield "time", time.anchored_on, times
    for quote in reading.quotes:
        for index in (quote.speaker, quote.addressee_chain, quote.relayed_by_chain):
            if index is not None:
                yield "chain", index, chains
        yield from (("chain", candidate.chain, chains) for candidate in quote.candidates)
        if quote.said_on is not None:
            yield "time", quote.said_on, times
    for event in reading.events:
        for party in (*event.actors, *event.recipients):
            if party.chain is not None:
                yield "chain", party.chain, chains
        days = () if event.placed is None else (event.placed.first.time, event.placed.last.time)
        for at in (event.time, *days):
            if at is not None:
                yield "time", at, times
        if event.quote is not None:
            yield "quote", event.quote, quotes


def _twice(reading: Reading) -> tuple[str, ...]:
    found: set[str] = set()
    for ids in ((c.id for c in reading.chains), (q.id for q in reading.quotes), (e.id for e in reading.events)):
        seen: set[str] = set()
        for name in ids:
            (found if name in seen else seen).add(name)
    return tuple(sorted(found))
