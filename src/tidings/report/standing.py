"""The first screen's lists: where it stands now, and what is new since a day."""

from dataclasses import dataclass

from tidings.model import Account, Anchor, Dealing, Difference, DocumentRecord, Event
from tidings.report.lines import Line, Maker

__all__ = ["News", "news", "standing"]

FIRST = 5  # lines of a list
SURE = 0.55  # chance of being right that a line of the first screen needs, as of the timeline


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
    """Told by most witnesses, between the best known parties, last settled; the same words are not told twice."""
    known = {e.id: len({a.document for a in e.mentions}) for e in account.entities}
    ranked: list[tuple[float, str, Event | Dealing]] = []
    for e in account.events:
        if e.confidence >= SURE and e.type == "CONSULT" and len(e.actors) + len(e.recipients) > 1:
            ranked.append((-contact_weight(e, known) * e.confidence, e.id, e))
    for d in account.dealings:
        if d.confidence >= SURE and d.kind not in ("denial", "accusation"):
            ranked.append((-dealing_weight(d, known) * d.confidence, d.id, d))
    kept: list[Line] = []
    told: set[tuple[str, int]] = set()
    for _, _, record in sorted(ranked, key=lambda r: r[:2]):
        places = spots(record.evidence)
        if places & told or (only is not None and record.id not in only) or len(kept) == FIRST:
            continue
        told |= places
        kept.append(maker.event(record) if isinstance(record, Event) else maker.dealing(record))
    return tuple(kept)


def contact_weight(event: Event, known: dict[str, int]) -> float:
    """How much a contact matters: who tells it, who takes part, how much became of it."""
    parties = sorted((known.get(a, 0) for a in (*event.actors, *event.recipients)), reverse=True)[:2]
    return 3.0 * event.witnesses + sum(parties) + len({p.status for p in event.history})


def dealing_weight(dealing: Dealing, known: dict[str, int]) -> float:
    """How much a dealing matters: who tells it, between whom, what became of it."""
    parties = known.get(dealing.from_ or "", 0) + known.get(dealing.to or "", 0)
    return 3.0 * dealing.witnesses + parties + 3 * (dealing.state != "open") + 2 * (dealing.kind == "agreement")


def spots(evidence: tuple[Anchor, ...]) -> set[tuple[str, int]]:
    """Where the evidence stands."""
    return {(a.document, a.start) for a in evidence}
