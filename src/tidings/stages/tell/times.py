"""tell/times: every time of a story with its value, worked out from the documents' dates as far as these go."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.grammar.dates.calendar import days_of, is_day
from tidings.grammar.dates.narrative import keeps_grain
from tidings.grammar.dates.offsets import is_pick, resolve
from tidings.grammar.dates.open_values import common_value, stated_value
from tidings.model import Bound, DocumentRecord, Offset, Reading, Resolved, Span, Telling, Time, TimeRecord
from tidings.stage import Stage
from tidings.text.anchors import anchor

__all__ = ["Times"]

Ends = tuple[str, str]
"""What a base may be: its earliest and latest value, equal where it is known."""

Later = tuple[tuple[Span, ...], str | None]
"""The places of sentences that a later version added, and the day it was changed."""

Told = tuple[Ends | None, str | None, tuple[str, ...]]
"""Both ends of a time, its value where they agree, and why."""


@dataclass(frozen=True)
class Times(Stage[Telling, Telling]):
    """Work out the times that hang on a document's date, or say between which days they lie."""

    name = "tell/times"
    version = 3
    needs = ("readings", "linked", "documents")
    gives = ("resolved", "times")

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Give each telling its resolved times and their records, by document and place."""
        for telling in batch:
            records = {record.id: record for record in telling.documents}
            around = story_days(telling.documents)
            news = news_days(telling.linked.bounds)
            resolved: list[Resolved] = []
            times: list[TimeRecord] = []
            for reading in sorted(telling.readings, key=lambda r: r.document.id):
                record = records.get(reading.document.id)
                bases = Bases(
                    base_of(record), from_then_on(around, record), news.get(reading.document.id), added_later(record)
                )
                found = resolve_all(reading, bases)
                resolved.extend(found)
                times.extend(told(reading, one) for one in found)
            yield replace(telling, resolved=tuple(resolved), times=tuple(times))


def told(reading: Reading, resolved: Resolved) -> TimeRecord:
    """The record of one time: the value as far as it is known, open places as XX."""
    time = reading.times[resolved.index]
    value = resolved.value or stated_value(time)
    return TimeRecord(value, anchor(reading.document, time.span), time.type, time.mod, resolved.why)


def story_days(documents: Sequence[DocumentRecord]) -> Ends | None:
    """The first and last day on which documents of the story are known to have appeared."""
    days = sorted(d.published for d in documents if d.published)
    days = days or sorted(end for d in documents if d.published_between for end in d.published_between if end)
    return (days[0], days[-1]) if days else None


def from_then_on(story: Ends | None, record: DocumentRecord | None) -> Ends | None:
    """The story's days, not before the first day on which a document can have appeared."""
    first = record.published_between[0] if record and record.published_between else None
    return (max(story[0], first), max(story[1], first)) if story and first else story


@dataclass(frozen=True, slots=True)
class Bases:
    """What a document's times may be counted from: its date, the story's days, the day of its news."""

    document: Ends | None
    story: Ends | None
    news: str | None
    later: Later = ((), None)

    def changed(self, span: Span) -> Ends | None:
        """The day of the change as both ends, for what a later version added."""
        added, day = self.later
        return (day, day) if day and any(part.covers(span) for part in added) else None


def added_later(record: DocumentRecord | None) -> Later:
    """The sentences that a version has and the one before it has not, and the day it was changed, where it states one."""
    if record is None or record.modified is None or record.revises_basis != "stated":
        return (), None
    spans = (change.after for change in record.changes if change.kind == "added")
    return tuple(Span(words.start, words.end) for words in spans if words), record.modified


def news_days(bounds: Sequence[Bound]) -> dict[str, str]:
    """Document id to the day of its news, where one telling of it gave both ends of its date."""
    late = {(b.document, b.evidence) for b in bounds if b.side == "not_after"}
    found: dict[str, str] = {}
    for bound in sorted(b for b in bounds if not b.likely):
        if bound.side == "not_before" and (bound.document, bound.evidence) in late:
            found[bound.document] = max(bound.day, found.get(bound.document, bound.day))
    return found


def resolve_all(reading: Reading, bases: Bases) -> list[Resolved]:
    """All times of a reading, each from the document's date or from the time it is anchored on."""
    ends: list[Ends | None] = []
    found: list[Resolved] = []
    parts = [(part, quote.said_on) for quote in reading.quotes for part in quote.parts]
    parts.sort(key=lambda pair: (pair[0], pair[1] is None, pair[1] or 0))
    for index, time in enumerate(reading.times):
        at, value, why = None, time.value, time.reasons
        spoken = said_on(parts, time.span, ends, bases) if is_deictic(time) else None
        if time.offset is not None and spoken is not None:
            at, value, why = from_ends(time, time.offset, spoken, None)
        elif time.offset is not None and time.anchored_on is None and (later := bases.changed(time.span)):
            bare = replace(time, reasons=(*time.reasons[:-1], "told in what a later version added"))
            at, value, why = from_ends(bare, time.offset, later, None)
        elif value is not None:
            at = (value, value)
        elif time.offset is not None:
            anchor = reading.times[time.anchored_on] if time.anchored_on is not None else None
            own = ends[time.anchored_on] if time.anchored_on is not None else bases.document
            at, value, why = from_ends(time, time.offset, own, anchor)
            if value is None and anchor is None and bases.story is not None:
                past = bases.document is None and time.offset.tense == "past"
                offset = replace(time.offset, tense=None) if past else time.offset
                at, value, why = by_story(time, offset, bases.story, at, why)
        ends.append(at)
        found.append(resolved(reading, index, value, at, why))
    return found


def is_deictic(time: Time) -> bool:
    """Whether a speaker would say it of the day they speak on: "today", "this morning", "tomorrow"."""
    offset = time.offset
    return offset is not None and time.anchored_on is None and offset.unit == "day" and not is_pick(offset)


def said_on(
    spoken: Sequence[tuple[Span, int | None]], span: Span, ends: Sequence[Ends | None], bases: Bases
) -> Ends | None:
    """The day on which the quoted words were said that a time stands in; None outside quotation marks.

    `spoken` is what stands in quotation marks, in order, each with the time of its saying.
    """
    at = bisect_right(spoken, span.start, key=lambda part: part[0].start)
    for part, on in spoken[max(0, at - 3) : at]:
        if part.covers(span):
            if on is not None and on < len(ends) and is_day(quote_day(ends[on])):
                return ends[on]
            if bases.news is not None and (bases.document is None or bases.document[0] != bases.document[1]):
                return bases.news, bases.news
    return None


def quote_day(ends: Ends | None) -> str | None:
    """The day of both ends, where they are one."""
    return ends[0].partition("T")[0] if ends and ends[0] == ends[1] else None


def base_of(record: DocumentRecord | None) -> Ends | None:
    """The document's date as both ends, None where one of them is open."""
    if record is None:
        return None
    if record.published:
        return record.published, record.published
    first, last = record.published_between or (None, None)
    return (first, last) if first and last else None


def from_ends(time: Time, offset: Offset, base: Ends | None, anchor: Time | None) -> Told:
    """What the offset comes to from both ends of its base: one value where they agree, else the two."""
    if base is None:
        return None, None, (*time.reasons, "the date it is counted from is not known")
    keep = anchor is not None and keeps_grain(time, anchor)
    both = [resolve(offset, end.partition("T")[0] if anchor else end, keep=keep) for end in base]
    if both[0] is None or both[1] is None:
        return None, None, (*time.reasons, f"nothing in the calendar fits, counted from {base[0]}")
    pair = (both[0], both[1])
    if pair[0] == pair[1]:
        said = base[0] if base[0] == base[1] else f"{base[0]} as from {base[1]}, the ends of the document's date"
        return pair, pair[0], (*time.reasons, f"counted from {said}")
    return pair, None, (*time.reasons, f"the document's date lies between {base[0]} and {base[1]}")


def by_story(time: Time, offset: Offset, around: Ends, at: Ends | None, why: tuple[str, ...]) -> Told:
    """The year of a month or day without one, where all documents of the story would give the same.

    What a document without a date tells as past may lie after the other documents: the nearest year is meant.
    """
    if offset.unit != "day" or offset.amount or offset.month is None:
        return at, None, why
    both = [resolve(offset, end) for end in around]
    if both[0] is None or both[0] != both[1]:
        return at, None, why
    because = f"the year by the story's other documents, {around[0]} to {around[1]}"
    return (both[0], both[0]), both[0], (*time.reasons, because)


def resolved(reading: Reading, index: int, value: str | None, at: Ends | None, why: tuple[str, ...]) -> Resolved:
    """The record: both days of a known value, the outer days of an open one."""
    days = [days_of(end.partition("T")[0]) for end in at] if at else []
    if not days or days[0] is None or days[-1] is None:
        return Resolved(reading.document.id, index, value, None, None, "unknown", why)
    grain = days[0].grain if value is not None else "interval"
    if value is None and at is not None:
        value = common_value(*at)
    return Resolved(reading.document.id, index, value, days[0].first.isoformat(), days[-1].last.isoformat(), grain, why)
