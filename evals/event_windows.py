"""Between which days the events of TempEval-3's TBAQ lie, by all its temporal links together.

An event that lies in a time, is simultaneous with it or within another event has that window;
before and after bound it on one side. Windows are narrowed link by link until nothing changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from evals.timeml import Source, attributes, marked, sources
from tidings.grammar.dates.calendar import days_of

__all__ = ["Happening", "Report", "reports"]

WITHIN = frozenset({"IS_INCLUDED", "SIMULTANEOUS", "IDENTITY", "BEGINS", "ENDS"})  # a lies within b's days
AROUND = frozenset({"INCLUDES", "SIMULTANEOUS", "IDENTITY", "BEGUN_BY", "ENDED_BY"})  # and the same read backwards
EARLIER = frozenset({"BEFORE", "IBEFORE"})
LATER = frozenset({"AFTER", "IAFTER"})
ROUNDS = 6
MONTH = 31
ACTS = frozenset({"OCCURRENCE", "REPORTING", "I_ACTION", "ASPECTUAL", "PERCEPTION"})
FIRST, LAST = "0001-01-01", "9999-12-31"

Window = tuple[str, str]
"""The first and last day that something may fall on."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the gold: where its word stands and between which days it lies."""

    start: int
    end: int
    kind: str  # TimeML's class
    window: Window

    @property
    def near(self) -> bool:
        """Whether it is known to within a month."""
        first, last = (date.fromisoformat(day) for day in self.window)
        return (last - first).days <= MONTH


@dataclass(frozen=True, slots=True)
class Report:
    """An annotated document: its name, day, text and happenings, and whether it only serves to measure."""

    name: str
    published: str
    text: str
    happenings: tuple[Happening, ...]
    held_out: bool


@cache
def reports(gold: Path) -> tuple[Report, ...]:
    """All documents, by path."""
    return tuple(read(source) for source in sources(gold))


def read(source: Source) -> Report:
    """One document with the windows of its events."""
    text, events = marked(source, "EVENT")
    window = windows(source.xml)
    found = [
        Happening(start, end, a.get("class", ""), window.get(a["eid"], (FIRST, LAST)))
        for start, end, a in events
        if a.get("class") in ACTS
    ]
    return Report(source.name, source.created[:10], text, tuple(found), source.held_out)


def windows(source: str) -> dict[str, Window]:
    """Each event's window; a copy of an event ("called three times") counts as the event."""
    event = {i["eiid"]: i["eventID"] for i in attributes(source, "MAKEINSTANCE")}
    known: dict[str, Window] = {}
    for time in attributes(source, "TIMEX3"):
        days = days_of(time.get("value", "").partition("T")[0]) if time.get("type") in {"DATE", "TIME"} else None
        if days is not None:
            known[time["tid"]] = (days.first.isoformat(), days.last.isoformat())
    links = [(a, b, r) for link in attributes(source, "TLINK") for a, b, r in ends(link, event)]
    for _ in range(ROUNDS):
        before = dict(known)
        for a, b, relation in links:
            narrow(known, a, b, relation)
        if known == before:
            break
    return known


def ends(link: dict[str, str], event: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """What a link ties: events and times by their ids."""
    a = link.get("timeID") or event.get(link.get("eventInstanceID", ""))
    b = link.get("relatedToTime") or event.get(link.get("relatedToEventInstance", ""))
    if a and b:
        yield a, b, link["relType"]


def narrow(known: dict[str, Window], a: str, b: str, relation: str) -> None:
    """Narrow the windows of both ends by one link; one that contradicts what is known is left out."""
    one, other = known.get(a, (FIRST, LAST)), known.get(b, (FIRST, LAST))
    if relation in WITHIN:
        set_(known, a, (max(one[0], other[0]), min(one[1], other[1])))
    if relation in AROUND:
        set_(known, b, (max(one[0], other[0]), min(one[1], other[1])))
    if relation in EARLIER:
        set_(known, a, (one[0], min(one[1], other[1])))
        set_(known, b, (max(one[0], other[0]), other[1]))
    if relation in LATER:
        set_(known, a, (max(one[0], other[0]), one[1]))
        set_(known, b, (other[0], min(one[1], other[1])))


def set_(known: dict[str, Window], id_: str, window: Window) -> None:
    """Keep a window of an event where its ends are in order; times stay what they say."""
    if not id_.startswith("t") and window[0] <= window[1]:
        known[id_] = window
