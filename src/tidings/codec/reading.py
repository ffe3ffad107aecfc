"""A reading as `tidings.reading/1`: what act 1 found, one line a document."""

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.codec.plain import Plain, to_json, to_plain
from tidings.model import DocumentRecord, EventMention, Quote, Reading, Span, Time

__all__ = ["READING_SCHEMA", "Found", "reading_to_json"]

READING_SCHEMA = "tidings.reading/1"


@dataclass(frozen=True, slots=True)
class Found:
    """A reading with what follows from its document alone: its record, its times' values, its events' codes."""

    reading: Reading
    document: DocumentRecord
    values: tuple[str | None, ...]  # one for each time: TIMEX3, open places as XX
    plover: tuple[str | None, ...]  # one for each event


def reading_to_json(found: Found) -> str:
    """One line of JSON."""
    reading = found.reading
    times = [_time(time, value) for time, value in zip(reading.times, found.values, strict=True)]
    events = zip(reading.events, found.plover, strict=True)
    plain: dict[str, Plain] = {
        "schema": READING_SCHEMA,
        "document": to_plain(found.document),
        "sentences": _spans(reading.sentences),
        "mentions": [{**_span(m.span), "kind": m.kind, "form": m.form} for m in reading.mentions],
        "times": [*times],
        "quotes": [_quote(quote) for quote in reading.quotes],
        "events": [_event(event, code, found.values) for event, code in events],
    }
    return to_json(plain)


def _span(span: Span) -> dict[str, Plain]:
    return {"start": span.start, "end": span.end}


def _spans(spans: Sequence[Span]) -> list[Plain]:
    return [_span(span) for span in spans]


def _maybe(span: Span | None) -> Plain:
    return None if span is None else _span(span)


def _time(time: Time, value: str | None) -> dict[str, Plain]:
    return {
        **_span(time.span),
        "type": time.type,
        "value": value,
        "mod": time.mod,
        "offset": to_plain(time.offset),
        "anchored_on": time.anchored_on,
    }


def _quote(quote: Quote) -> dict[str, Plain]:
    return {
        "kind": quote.kind,
        "content": _spans(quote.content),
        "parts": _spans(quote.parts),
        "cue": _maybe(quote.cue),
        "source": _maybe(quote.source),
        "addressee": _maybe(quote.addressee),
        "relayed_by": _maybe(quote.relayed_by),
    }


def _event(event: EventMention, plover: str | None, values: Sequence[str | None]) -> dict[str, Plain]:
    return {
        "type": event.type,
        "mode": event.mode,
        "plover": plover,
        "status": event.status,
        "trigger": _span(event.trigger),
        "clause": _span(event.clause),
        "actors": _spans([p.span for p in event.actors]),
        "recipients": _spans([p.span for p in event.recipients]),
        "date": None if event.time is None else values[event.time],
    }
