"""The first screen's lists: where it stands now, and what is new since a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tidings.model import Account, Anchor, Dealing, Difference, DocumentRecord, Event
from tidings.report.lines import Line, Maker
from tidings.report.standing_signs import chance

__all__ = ["News", "news", "standing"]

FIRST = 5  # lines of a list
SURE = 0.55  # chance of being right that a line of the first screen needs, as of the timeline

# What a reader looks for first; by judgement, no gold set ranks lines.
GRAVE = {"ASSAULT": 3.0, "COERCE": 2.5, "SANCTION": 2.5, "RETREAT": 2.5, "CONCEDE": 2.0, "SUPPORT": 1.5}
BINDING = {"agreement": 3.0, "warning": 2.5, "demand": 2.0, "offer": 2.0, "counter_offer": 2.0}
A_WITNESS = 2.0
NEWEST = 2.0  # what the newest weighs more than the oldest
MIDDLE = 0.5
LONG_BEFORE = 30  # days before the first report, from which something is only the background
# How much more it counts that a line is likely right than what it weighs: of 175 first lines of 35 stories, stories left out,
# 106 are all right by 1, 111 by 1.5 and 112 by 2, with ever fewer dealings; 86 were when witnesses and weight alone ranked them.
SURELY = 1.5
REAL = frozenset({"held", "ongoing", "announced", "cancelled"})


@dataclass(frozen=True, slots=True)
class News:
    """What is new since a day: reports, the contacts and dealings that matter most, differences, and counts."""

    since: str
    documents: tuple[DocumentRecord, ...]
    lines: tuple[Line, ...]
    differences: tuple[Difference, ...]
    counts: tuple[tuple[int, str], ...]


def standing(account: Account, maker: Maker) -> tuple[Line, ...]:
    """The contacts and dealings that matter most."""
    return firsts(account, maker, only=None)


def news(account: Account, maker: Maker) -> News | None:
    """What is new, None where no day was asked for."""
    if not account.since:
        return None
    counted = (
        (account.documents, "report"),
        (account.events, "event"),
        (account.dealings, "dealing"),
        (account.quotes, "quotation"),
        (account.differences, "difference"),
    )
    counts = [(sum(r.id in maker.new for r in records), name) for records, name in counted]
    return News(
        account.since,
        tuple(d for d in account.documents if d.id in maker.new),
        firsts(account, maker, only=maker.new),
        tuple(d for d in account.differences if d.id in maker.new),
        tuple((n, name if n == 1 else name + "s") for n, name in counts if n),
    )


def firsts(account: Account, maker: Maker, only: frozenset[str] | None) -> tuple[Line, ...]:
    """What is likely all right and weighs most; the same words are not told twice."""
    ranked = sorted((-weight * chance(record) ** SURELY, record.id, record) for record, weight in weighed(account))
    kept: list[Line] = []
    told: set[tuple[str, int]] = set()
    for _, id_, record in ranked:
        places = spots(record.evidence)
        if places & told or (only is not None and id_ not in only) or len(kept) == FIRST:
            continue
        told |= places
        kept.append(maker.event(record) if isinstance(record, Event) else maker.dealing(record))
    return tuple(kept)


def weighed(account: Account) -> Iterator[tuple[Event | Dealing, float]]:
    """What the first screen may tell, each with what it weighs: its kind, its parties, its witnesses, and how new it is."""
    share, span = shares(account), days_of(account)
    for e in account.events:
        if e.confidence >= SURE and turns_things(e):
            yield e, event_weight(e, share) + borne_out(e.witnesses) + NEWEST * newness(e.date.from_, span)
    for d in account.dealings:
        if d.confidence >= SURE and d.kind not in ("denial", "accusation"):
            yield d, dealing_weight(d, share) + borne_out(d.witnesses) + NEWEST * newness(d.date, span)


def borne_out(witnesses: int) -> float:
    """What the second and the third witness weigh."""
    return A_WITNESS * (min(3, witnesses) - 1)


def days_of(account: Account) -> tuple[str, str] | None:
    """The first and the last day on which the reports are published, None where no day is stated."""
    days = sorted(d.published[:10] for d in account.documents if d.published)
    return (days[0], days[-1]) if days else None


def newness(day: str | None, span: tuple[str, str] | None) -> float:
    """Where a day lies between the first report and the last, 0 to 1; the middle where that is not known, -1 long before."""
    if day is None or span is None:
        return MIDDLE
    first, last, then = (date.fromisoformat(d[:10]) for d in (*span, day))
    if (first - then).days > LONG_BEFORE:
        return -1.0
    return MIDDLE if first == last else min(1.0, max(0.0, (then - first).days / (last - first).days))


def shares(account: Account) -> dict[str, float]:
    """Which share of the reports names each party."""
    all_ = max(1, len(account.documents))
    return {e.id: len({a.document for a in e.mentions}) / all_ for e in account.entities}


def turns_things(event: Event) -> bool:
    """Whether an event changes where things stand: a contact of two parties, or force, a ban, a release."""
    if event.type == "CONSULT":
        return len(event.actors) + len(event.recipients) > 1
    return event.type in GRAVE and event.status in REAL


def event_weight(event: Event, share: dict[str, float]) -> float:
    """How much an event matters: by its type, by how central its parties are, by how much became of it."""
    parties = sorted((share.get(a, 0.0) for a in (*event.actors, *event.recipients)), reverse=True)[:2]
    return GRAVE.get(event.type, 1.0) + sum(parties) + 0.5 * (len({p.status for p in event.history}) > 1)


def dealing_weight(dealing: Dealing, share: dict[str, float]) -> float:
    """How much a dealing matters: by its kind, between whom, whether it is settled."""
    parties = share.get(dealing.from_ or "", 0.0) + share.get(dealing.to or "", 0.0)
    return BINDING.get(dealing.kind, 1.5) + parties + (dealing.state != "open")


def spots(evidence: tuple[Anchor, ...]) -> set[tuple[str, int]]:
    """Where the evidence stands."""
    return {(a.document, a.start) for a in evidence}
