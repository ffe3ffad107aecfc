"""One event from its tellings: type, date, status and history, as a careful reader would sum them up."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tidings.grammar.events.earlier_stages import earlier_stages
from tidings.model import Date, Day, DocumentRecord, EventMention, Reading, Resolved, Span, Status, StatusPoint

__all__ = [
    "Member",
    "come_of_it",
    "date_of",
    "gone_before",
    "history_of",
    "in_order",
    "last_day",
    "most",
    "not_after",
    "presupposed",
    "status_of",
]

# A later stage of an event's life outweighs an earlier one that is reported on the same day.
RANK = {
    "requested": 0,
    "rumoured": 1,
    "conditional": 2,
    "denied": 2,
    "announced": 3,
    "ongoing": 4,
    "held": 5,
    "cancelled": 6,
}
FINE = {"day": 0, "interval": 1, "week": 1, "month": 2, "quarter": 3, "year": 4, "decade": 5, "unknown": 6}
DONE = frozenset({"held", "ongoing"})
CAME = DONE | {"cancelled"}
STANDS = DONE | {"announced"}
SOUGHT = frozenset({"requested", "conditional", "announced", "rumoured"})
TOLD = 1  # how far from an act's own words a day may come that outweighs one that is only likely


Told = tuple["Member", Date | None, tuple[str, ...], int]
"""A telling with the day that it gives, why, and how far that is from its own words."""


@dataclass(frozen=True, slots=True)
class Member:
    """One telling with its document and what is known of when it was reported."""

    reading: Reading
    index: int
    record: DocumentRecord | None
    witness: str

    @property
    def mention(self) -> EventMention:
        """The telling itself."""
        return self.reading.events[self.index]

    @property
    def document(self) -> str:
        """The report that it stands in."""
        return self.reading.document.id

    @property
    def reported(self) -> str | None:
        """The day of the report: stated, a later version's of its change, or the last that it can be of days with both ends known."""
        if self.record is None:
            return (self.reading.document.published or "")[:10] or None
        if self.record.reported:
            return self.record.reported[:10]
        return last_day(self.record)


def last_day(record: DocumentRecord) -> str | None:
    """The last day that a report can be of, where both ends are known: before what is still to come is no day of its own."""
    first, last = record.published_between or (None, None)
    return last if first is not None else None


def most(values: Iterable[tuple[str | None, float]]) -> str | None:
    """The value with most weight, the smallest of those that tie; None only where nothing else is given."""
    weights: Counter[str] = Counter()
    for value, weight in values:
        if value is not None:
            weights[value] += round(weight * 1000)
    return min(weights, key=lambda v: (-weights[v], v)) if weights else None


def date_of(members: Sequence[Member], resolved: Mapping[tuple[str, int], Resolved]) -> tuple[Date, tuple[str, ...]]:
    """The finest date that most witnesses tell, those first that report it as done; why it is not the event's own words."""
    told = [(member, *day_of(member, resolved)) for member in members]
    first = min((m.reported for m in members if m.reported and m.mention.status in DONE), default=None)
    done = any(m.mention.status in DONE for m in members)
    told = [
        t for t in told if not done or t[3] == 0 or t[0].mention.status not in SOUGHT
    ]  # the day it was only said on
    told = [(m, day if rank == 0 else not_after(day, first), why, rank) for m, day, why, rank in told]
    told = list(after_put_off(told))
    days = Counter((d.from_, d.to, r) for _, d, r in {(m.witness, d, r) for m, d, _, r in told if d is not None})
    found: list[tuple[tuple[bool, int, int, int, str], Date, tuple[str, ...]]] = []
    for member, day, why, rank in told:
        if day is not None and day.from_ is not None:
            early = 0 if member.mention.status in {"held", "ongoing", "cancelled"} else 2
            key = (rank > TOLD, FINE.get(day.grain, 6) + early, rank, -days[day.from_, day.to, rank], day.from_)
            found.append((key, replace(day, inferred=is_inferred(member, rank)), why))
    if not found:
        return Date(), ()
    _, best, reasons = min(found, key=lambda f: f[0])
    if best.grain == "day" or best.from_ is None or best.to is None:
        return best, reasons
    within = [f for f in found if f[1].grain == "day" and best.from_ <= (f[1].from_ or "") <= best.to]
    # "next week" as planned, and the day it likely was; "next week's talks" called off, and the day that they had been set for
    off = not done and any(m.mention.status == "cancelled" for m in members)
    finer = [f for f in within if f[1].from_ and (off or f[0][0])]
    return min(finer, key=lambda f: f[0])[1:] if finer else (best, reasons)


def after_put_off(told: Sequence[Told]) -> Sequence[Told]:
    """The tellings of the day to which it was put off, where one is of a day behind that on which it was called off; else all."""
    off = max((d.to or "" for m, d, _, _ in told if d is not None and m.mention.status == "cancelled"), default="")
    later = [t for t in told if t[1] is not None and t[0].mention.status in STANDS and (t[1].from_ or "") > off]
    return later if off and later else told


def is_inferred(member: Member, rank: int) -> bool:
    """Whether no words state the day that a telling gives; a range of its own time is placed with a weight of 1."""
    placed = member.mention.placed
    return rank > TOLD and placed is not None and placed.weight < 1.0


def not_after(day: Date | None, first: str | None) -> Date | None:
    """A day that is only likely, as far as it lies before the first report tells that it was done; None where it lies after."""
    if day is None or first is None or day.from_ is None or day.to is None or day.to <= first:
        return day
    return None if day.from_ > first else Date(day.from_, first, "day" if day.from_ == first else "interval")


def day_of(member: Member, resolved: Mapping[tuple[str, int], Resolved]) -> tuple[Date | None, tuple[str, ...], int]:
    """The day that one telling gives, why, and how far that is from its own words, 0 to 2."""
    mention = member.mention
    if mention.time is not None:
        return (*of_time(member, mention.time, resolved), 0)
    at = None if mention.occasion is None else member.reading.events[mention.occasion].time
    if at is not None:
        day, why = of_time(member, at, resolved)
        return day, ("dated by the talks in which it was said", *why), 1
    if mention.placed is None:
        return None, (), 2
    first, last = (of_day(member, day, resolved) for day in (mention.placed.first, mention.placed.last))
    if first is None or last is None or first.from_ is None or last.to is None:
        return None, (), 2
    grain = first.grain if first == last else "interval"
    return Date(first.from_, last.to, grain), (mention.placed.why,), 2


def of_time(
    member: Member, at: int, resolved: Mapping[tuple[str, int], Resolved]
) -> tuple[Date | None, tuple[str, ...]]:
    """What a time of a telling's document comes to."""
    known = resolved.get((member.document, at))
    return (None, ()) if known is None else (Date(known.from_, known.to, known.grain), known.why)


def of_day(member: Member, day: Day, resolved: Mapping[tuple[str, int], Resolved]) -> Date | None:
    """What a day of a telling's document comes to: a time's, or so far before the report's."""
    if day.time is not None:
        return of_time(member, day.time, resolved)[0]
    record = member.record
    if record is None or day.back is None:
        return None
    ends = (record.published, record.published) if record.published else record.published_between or (None, None)
    if ends[0] is None or ends[1] is None:
        return None
    first, last = ((date.fromisoformat(end[:10]) - timedelta(days=day.back)).isoformat() for end in ends if end)
    return Date(first, last, "day" if first == last else "interval")


def history_of(members: Sequence[Member]) -> tuple[StatusPoint, ...]:
    """Where the event stood by each document, oldest report first, a denial beside it; undated reports by the stage they tell."""
    by_document: dict[str, list[Member]] = {}
    for member in members:
        by_document.setdefault(member.document, []).append(member)
    points: list[StatusPoint] = []
    for document in sorted(by_document):
        own = by_document[document]
        said = [m for m in own if m.mention.status != "denied"] or own
        weights: Counter[str] = Counter()
        for m in said:
            weights[m.mention.status] += round(1000 * m.mention.confidence)
        best = max(weights, key=lambda s: (weights[s], RANK[s]))
        ends = sorted(("held", "cancelled"), key=lambda s: -weights[s])  # what was put off and is told as held was held
        done = [s for s in ends if weights[s] and 2 * weights[s] >= weights[best]]
        if best == "requested" and 2 * weights["announced"] >= weights[best]:
            best = "announced"  # who tells that a meeting was asked for and is set tells the asking as what went before
        points.append(StatusPoint(done[0] if done else best, own[0].reported, document))
        if said is not own and len(said) < len(own):
            points.append(StatusPoint("denied", own[0].reported, document))
    return tuple(sorted(points, key=in_order))


def presupposed(members: Sequence[Member], history: Sequence[StatusPoint]) -> tuple[StatusPoint, ...]:
    """The earlier stages that the words of each report presuppose and no report tells: of no day of their own."""
    told = {point.status for point in history}
    found: dict[Status, StatusPoint] = {}
    for member in sorted(members, key=lambda m: (m.reported or "9999", m.document, m.mention.id)):
        for status in stages_before(member):
            if status not in told:
                found.setdefault(status, StatusPoint(status, None, member.document))
    return tuple(sorted(found.values(), key=lambda point: (RANK[point.status], point.status)))


def stages_before(member: Member) -> tuple[Status, ...]:
    """What the sentence of a telling says to have gone before."""
    mention, text = member.mention, member.reading.document.text
    at = mention.trigger
    around = next(
        (s for s in member.reading.sentences if s.start <= at.start < s.end),
        Span(mention.clause.start, mention.clause.end),
    )
    return earlier_stages(
        text[around.start : around.end], at.start - around.start, at.end - around.start, mention.type, mention.status
    )


def gone_before(history: Sequence[StatusPoint], plans: Sequence[StatusPoint]) -> tuple[StatusPoint, ...]:
    """Of the plans that further reports tell, those not later than the first report of what came of it."""
    came = min((p.as_of or "9999" for p in history if p.status in CAME), default="")
    return tuple(p for p in plans if came and p.status in SOUGHT and (p.as_of or "") <= came)


def come_of_it(history: Sequence[StatusPoint], retold: Sequence[StatusPoint]) -> tuple[StatusPoint, ...]:
    """What further reports tell as come to pass of what every report tells as planned, those not earlier than the last plan."""
    if any(p.status != "announced" for p in history):
        return ()
    last = max((p.as_of or "" for p in history), default="")
    return tuple(p for p in retold if p.status in CAME and (p.as_of or "9999") >= last)


def in_order(point: StatusPoint) -> tuple[str, int, str, str]:
    """What points of a history are sorted by: the day of the report, then the stage; stages of one rank in one order too."""
    return point.as_of or "9999", RANK[point.status], point.document, point.status


def status_of(history: Sequence[StatusPoint], witness: Mapping[str, str]) -> str:
    """The latest by report day; of one day, what most witnesses say, then the later stage. What was held stays held.

    What was only rumoured is denied, where nobody told it after the last denial.
    """
    denied = max((p.as_of or "9999" for p in history if p.status == "denied"), default=None)
    if denied and all(p.status in {"rumoured", "denied"} and (p.as_of or "") <= denied for p in history):
        return "denied"
    said = [p for p in history if p.status != "denied"] or list(history)
    held = [p for p in said if p.status == "held"]
    days = [p.as_of for p in said if p.as_of is not None]
    latest = max(days, default=None)
    last = [p for p in said if p.as_of is None or p.as_of == latest]
    if held and not any(p.status == "cancelled" for p in last):
        return "held"
    counts: Counter[str] = Counter()
    for status, _ in sorted({(p.status, witness.get(p.document, p.document)) for p in last}):
        counts[status] += 1
    return max(counts, key=lambda s: (RANK[s] >= 3, counts[s], RANK[s]))
