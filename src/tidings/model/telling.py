"""What the TELL stages hand on: a story's readings and links, and the account as far as it is told."""

from dataclasses import dataclass

from tidings.model.account import (
    Copies,
    Dealing,
    Difference,
    DocumentRecord,
    Entity,
    Event,
    QuoteRecord,
    Statement,
    TimelineEntry,
    TimeRecord,
)
from tidings.model.linking import Decision, Linked
from tidings.model.reading import Reading, Status
from tidings.model.span import Span

__all__ = ["Resolved", "Telling", "ToldAgain"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A time of a reading with its value worked out, as days: both ends None where it stays open."""

    document: str
    index: int  # into Reading.times
    value: str | None  # TIMEX3
    from_: str | None  # YYYY-MM-DD
    to: str | None
    grain: str  # day week month quarter year decade interval unknown
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class ToldAgain:
    """Words of a report in which no act of an event is read, and which likely tell it."""

    event: str  # the event's group
    document: str
    span: Span
    chance: float
    stage: Status | None = (
        None  # how it is planned or sought there, or come to pass, where that is told of the like act
    )


@dataclass(frozen=True, slots=True)
class Telling:
    """A story in the making; each field below `decisions` has one writer, the tell stage of its name."""

    readings: tuple[Reading, ...]  # by document id
    linked: Linked
    decisions: tuple[Decision, ...] = ()
    as_of: str | None = None  # leave out what was reported after this day
    since: str | None = None
    documents: tuple[DocumentRecord, ...] = ()
    copies: tuple[Copies, ...] = ()
    witness_of: tuple[tuple[str, str], ...] = ()  # document id -> id of the witness it counts as
    entities: tuple[Entity, ...] = ()
    resolved: tuple[Resolved, ...] = ()  # given by tell/times beside the records
    times: tuple[TimeRecord, ...] = ()
    retold: tuple[ToldAgain, ...] = ()
    quotes: tuple[QuoteRecord, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    dealings: tuple[Dealing, ...] = ()
    differences: tuple[Difference, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    stale_decisions: tuple[str, ...] = ()
