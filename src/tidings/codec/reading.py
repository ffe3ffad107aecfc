"""A reading as `tidings.reading/1`: what act 1 found, one line a document."""

from collections.abc import Mapping, Sequence

from tidings.codec.plain import Plain, to_json, to_plain
from tidings.model import Document, DocumentRecord, EventMention, Quote, Reading, Span, Time

__all__ = ["READING_SCHEMA", "document_record", "reading_to_json"]

READING_SCHEMA = "tidings.reading/1"


def reading_to_json(reading: Reading, values: Mapping[int, str] | None = None) -> str:
    """One line of JSON; `values` are times worked out from the document's date, by index into its times."""
    known = dict(values or {})
    times = [_time(time, known.get(i)) for i, time in enumerate(reading.times)]
    plain = {
        "schema": READING_SCHEMA,
        "document": to_plain(document_record(reading.document)),
        "sentences": _spans(reading.sentences),
        "mentions": [{**_span(m.span), "kind": m.kind, "form": m.form} for m in reading.mentions],
        "times": times,
        "quotes": [_quote(quote) for quote in reading.quotes],
        "events": [_event(event, times) for event in reading.events],
    }
    return to_json(plain)


def document_record(document: Document) -> DocumentRecord:
    """The document by itself, dated only by what it states."""
    day = document.published[:10] if document.published else None
    return DocumentRecord(
        id=document.id,
        path=document.path,
        url=document.url,
        title=document.title,
        text=document.text,
        published=day,
        published_between=None,
        published_basis="stated" if day else "unknown",
        outlet=document.outlet,
        author=document.author,
        credited_to=document.credited_to,
        language=document.language,
        digest=document.digest,
        encoding=document.encoding,
        kind=document.kind,
        line=document.line,
        published_why=(document.published_method,) if document.published_method else (),
        cuts=tuple((cut.reason, cut.text) for cut in document.cuts),
        blocks=tuple((block.start, block.end, block.kind) for block in document.blocks),
    )


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
        "value": value or time.value,
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


def _event(event: EventMention, times: Sequence[dict[str, Plain]]) -> dict[str, Plain]:
    return {
        "type": event.type,
        "mode": event.mode,
        "plover": None,
        "status": event.status,
        "trigger": _span(event.trigger),
        "clause": _span(event.clause),
        "actors": _spans([p.span for p in event.actors]),
        "recipients": _spans([p.span for p in event.recipients]),
        "date": None if event.time is None else times[event.time]["value"],
    }
