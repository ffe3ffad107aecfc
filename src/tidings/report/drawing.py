"""The timeline drawn: event time along one axis, a row an event, a mark a status that a report gave it."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tidings.model import Account, Event
from tidings.report.standing_signs import chance

__all__ = ["Drawing", "Mark", "Row", "drawing"]

WIDTH, LEFT, RIGHT, STEP, TOP = 1000, 340, 44, 30, 34
ROWS = 14  # events that are drawn, those with most witnesses and most likely right
SHAPES = {
    "held": "disc",
    "ongoing": "disc",
    "announced": "ring",
    "requested": "diamond",
    "conditional": "diamond",
    "rumoured": "dash",
    "cancelled": "cross",
    "denied": "cross",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A status at a place on the axis."""

    x: float
    shape: str
    says: str


@dataclass(frozen=True, slots=True)
class Row:
    """An event: its words, the span of its date as x from..to (None where undated), and the marks of its reports."""

    id: str
    label: str
    y: int
    span: tuple[float, float] | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the template draws, in units of its view box."""

    width: int
    height: int
    left: int
    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]


def drawing(account: Account, names: dict[str, str]) -> Drawing | None:
    """The best told dated events on an axis; None where fewer than two have a day."""
    dated = sorted(
        (e for e in account.events if e.date.from_ and e.date.grain in ("day", "interval", "week")),
        key=lambda e: (-e.witnesses, -chance(e), e.id),
    )[:ROWS]
    days = [ordinal(d) for e in dated for d in (e.date.from_, e.date.to, *(p.as_of for p in e.history)) if d]
    if len(dated) < 2 or len(set(days)) < 2:
        return None
    places = axis(sorted(set(days)))
    rows = []
    for i, event in enumerate(sorted(dated, key=lambda e: (e.date.from_ or "", e.id))):
        y = TOP + STEP * (i + 1)
        start, end = places[ordinal(event.date.from_ or "")], places[ordinal(event.date.to or event.date.from_ or "")]
        rows.append(Row(event.id, label(event, names), y, (start, max(end, start + 3)), marks(event, places)))
    ticks = thinned([(x, date.fromordinal(day).isoformat()) for day, x in places.items()])
    return Drawing(WIDTH, TOP + STEP * (len(rows) + 1), LEFT, tuple(rows), ticks)


def axis(days: list[int]) -> dict[int, float]:
    """Days to x: a gap is drawn as the square root of its days, so that far ones do not crush near ones."""
    steps = [0.0]
    for a, b in pairwise(days):
        steps.append(steps[-1] + (b - a) ** 0.5)
    scale = (WIDTH - LEFT - RIGHT) / (steps[-1] or 1)
    return {day: round(LEFT + s * scale, 1) for day, s in zip(days, steps, strict=True)}


def thinned(ticks: list[tuple[float, str]]) -> tuple[tuple[float, str], ...]:
    """Ticks far enough apart for their labels."""
    kept: list[tuple[float, str]] = []
    for x, words in ticks:
        if not kept or x - kept[-1][0] >= 84:
            kept.append((x, words))
    return tuple(kept)


def marks(event: Event, places: dict[int, float]) -> tuple[Mark, ...]:
    """A mark for each status by the day of its report; reports of one day and status share one."""
    found = {(p.as_of, p.status): None for p in event.history if p.as_of}
    return tuple(
        Mark(places[ordinal(day)], SHAPES.get(status, "disc"), f"{status}, reported {day}")
        for day, status in sorted(found)
        if day
    )


def label(event: Event, names: dict[str, str]) -> str:
    """A row's words: what, who to whom."""
    sides = (", ".join(names.get(a, "") for a in side[:2]) for side in (event.actors, event.recipients))
    who = " → ".join(side for side in sides if side)
    kind = event.type.lower() + (f", {event.mode}" if event.mode else "")
    words = f"{kind}: {who}" if who else event.summary
    return words if len(words) <= 44 else words[:43].rstrip() + "…"


def ordinal(day: str) -> int:
    """A day as a number."""
    return date.fromisoformat(day[:10]).toordinal()
