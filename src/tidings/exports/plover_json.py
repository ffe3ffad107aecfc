"""Events as PLOVER 2.0 JSON, one a line (openeventdata/PLOVER, manual of 2024), with status and anchors beside it."""

from collections.abc import Iterator

from tidings.codec import to_json, to_plain
from tidings.codec.plain import Plain
from tidings.exports.naming import Names, country
from tidings.exports.quads import quad
from tidings.model import Account, Anchor, Event
from tidings.text.bracketed import is_told_by

__all__ = ["plover_lines"]

CODEBOOK = "PLOVER"
VERSION = "2.0"


def plover_lines(account: Account) -> Iterator[str]:
    """A line an event, in the account's order; events that PLOVER leaves out (denied, called off) have none.

    `event` is the usual code: what is only planned, asked for or threatened is AGREE, REQUEST or THREATEN.
    `act` is the type as if it took place, `status` where it stands. `date` is the first day on which the event
    may lie, `enddate` the last. `date_basis` is "text" where words state the day, "context" where the text around the
    act makes it likely, "first report" where `date` is only that of the earliest report; an event that not even a
    report dates has `date` null.
    """
    names = Names.of(account)
    for event in account.events:
        if event.plover:
            yield to_json(_event(event, account, names))


def _event(event: Event, account: Account, names: Names) -> dict[str, Plain]:
    day, basis = _day(event, names)
    told = _told(event)
    source = names.documents[told.document]
    record: dict[str, Plain] = {
        "id": event.id,
        "date": day,
        "enddate": event.date.to if event.date.to != day else None,
        "actor": _parties(event.actors, names),
        "event": event.plover,
        "recipient": _parties(event.recipients, names),
        "quad_code": quad(event.plover),
        "mode": event.mode if event.plover == event.type else None,
        "event_text": " ".join(told.exact.split()),
        "text": {"start": told.start, "end": told.end},
        "cite_info": {
            "corpus": account.schema,
            "citation": source.id,
            "url": source.url,
            "title": source.title,
            "language": source.language,
            "publication": source.outlet,
            "codebook": CODEBOOK,
            "version": VERSION,
            "coder": f"{account.generator.name} {account.generator.version}",
        },
        "coder": f"{account.generator.name} {account.generator.version}",
        "act": event.type,
        "act_mode": event.mode,
        "status": event.status,
        "status_history": to_plain(event.history),
        "date_basis": basis,
        "date_grain": event.date.grain,
        "denied_by": [names.name(one) for one in event.denied_by],
        "attributed_to": [names.name(one) for one in event.attributed_to],
        "witnesses": event.witnesses,
        "confidence": to_plain(event.confidence),
        "anchors": to_plain(event.evidence),
    }
    return record


def _told(event: Event) -> Anchor:
    """The clause that tells it best: the summary's, else the first."""
    return next((spot for spot in event.evidence if is_told_by(event.summary, spot.exact)), event.evidence[0])


def _day(event: Event, names: Names) -> tuple[str | None, str]:
    if event.date.from_:
        return event.date.from_, "context" if event.date.inferred else "text"
    told = (names.documents[spot.document].published for spot in event.evidence)
    first = min((day for day in told if day), default=None)
    return first, "first report" if first else "unknown"


def _parties(ids: tuple[str, ...], names: Names) -> list[Plain]:
    """The parties as PLOVER entities; a party that no text names is one of sector UNK, since an actor must stand."""
    parties: list[Plain] = []
    for name in ids:
        found = names.entities[name]
        code = country(found.acts_for)
        parties.append(
            {
                "code": code,
                "sector": list(names.sectors(name)) or ["UNK"],
                "entity_text": found.name,
                "office": found.role,
                "identifier_text": found.id,
                "acts_for": found.acts_for if not code else None,
            }
        )
    return parties or [{"code": None, "sector": ["UNK"], "entity_text": None}]
