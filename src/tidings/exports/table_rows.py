"""What stands in the rows of each table, column by column in the order of `columns.TABLES`."""

from collections.abc import Iterator
from typing import TypeAlias

from tidings.exports.naming import Names, country, short
from tidings.exports.quads import quad
from tidings.model import Account, Anchor

__all__ = [
    "Cell",
    "copies",
    "dealings",
    "differences",
    "documents",
    "entities",
    "events",
    "evidence",
    "history",
    "mentions",
    "quotes",
    "statements",
    "timeline",
    "times",
]

Cell: TypeAlias = "str | int | float | bool | tuple[str, ...] | tuple[float, ...] | None"
Rows: TypeAlias = "Iterator[tuple[Cell, ...]]"


def documents(account: Account, names: Names) -> Rows:
    """One row an article."""
    for place, one in enumerate(account.documents):
        low, high = one.published_between or (None, None)
        yield (
            *(one.id, short("documents", place), one.path, one.url, one.title, one.outlet, one.author),
            *(one.published, one.published or low, one.published or high, one.published_basis, one.credited_to),
            *(names.witness[one.id], one.language, one.revises, one.digest, one.text),
        )


def copies(account: Account, names: Names) -> Rows:
    """One row a group that counts as one witness."""
    yield from ((one.documents, one.kind, one.because) for one in account.copies)


def entities(account: Account, names: Names) -> Rows:
    """One row an entity."""
    for place, one in enumerate(account.entities):
        yield (
            *(one.id, short("entities", place), one.name, one.kind, one.acts_for, country(one.acts_for)),
            *(names.sectors(one.id), one.role, one.aliases, len(one.mentions), one.confidence),
        )


def mentions(account: Account, names: Names) -> Rows:
    """One row a place where an entity is named."""
    yield from ((one.id, *_place(spot)) for one in account.entities for spot in one.mentions)


def quotes(account: Account, names: Names) -> Rows:
    """One row a quote, with the statement that it renders."""
    part_of = {name: (s.id, s.relation.get(name)) for s in account.statements for name in s.quotes}
    for place, one in enumerate(account.quotes):
        candidates = tuple(name for name, _ in one.speaker_candidates)
        document, start, end, _ = _place(one.anchor)
        yield (
            *(one.id, short("quotes", place), document, names.documents[one.anchor.document].published),
            *(one.kind, one.within, one.text, one.speaker, names.name(one.speaker), one.speaker_text),
            *(candidates, tuple(weight for _, weight in one.speaker_candidates), one.cue),
            *(one.addressee, names.name(one.addressee), one.relayed_by, one.said_on, one.channel, one.negated),
            *part_of.get(one.id, (None, None)),
            *(one.confidence, start, end),
        )


def statements(account: Account, names: Names) -> Rows:
    """One row a statement."""
    for place, one in enumerate(account.statements):
        told = (one.speaker, names.name(one.speaker), one.quotes, one.witnesses, one.altered)
        yield (one.id, short("statements", place), *told)


def times(account: Account, names: Names) -> Rows:
    """One row a time expression."""
    yield from ((*_place(one.anchor), one.type, one.value, one.mod) for one in account.times)


def events(account: Account, names: Names) -> Rows:
    """One row an event."""
    for place, one in enumerate(account.events):
        days = (names.documents[spot.document].published for spot in one.evidence)
        yield (
            *(one.id, short("events", place), one.type, one.mode, one.plover, quad(one.plover), one.status),
            *(one.date.from_, one.date.to, one.date.grain, one.date.inferred),
            *(one.actors, names.names(one.actors), names.countries(one.actors)),
            *(one.recipients, names.names(one.recipients), names.countries(one.recipients)),
            *(one.attributed_to, one.denied_by, one.realises, one.summary, one.witnesses),
            *(min((day for day in days if day), default=None), one.confidence),
        )


def history(account: Account, names: Names) -> Rows:
    """One row a report of where an event stood."""
    yield from ((one.id, at.status, at.as_of, at.document) for one in account.events for at in one.history)


def dealings(account: Account, names: Names) -> Rows:
    """One row a dealing."""
    for place, one in enumerate(account.dealings):
        yield (
            *(one.id, short("dealings", place), one.event, one.kind, one.state),
            *(one.from_, names.name(one.from_), names.country(one.from_)),
            *(one.to, names.name(one.to), names.country(one.to)),
            *(one.about, one.date, one.date_inferred, one.answers, one.witnesses, one.confidence),
        )


def differences(account: Account, names: Names) -> Rows:
    """One row a side of a difference."""
    for place, one in enumerate(account.differences):
        for number, side in enumerate(one.sides, 1):
            told = (one.kind, one.about, number, side.says, side.witnesses, one.confidence)
            yield (one.id, short("differences", place), *told)


def timeline(account: Account, names: Names) -> Rows:
    """One row a line of the timeline."""
    yield from (
        (one.date, one.to, one.grain, one.inferred, one.text, one.event, one.status, one.witnesses)
        for one in account.timeline
    )


def evidence(account: Account, names: Names) -> Rows:
    """One row a passage that a record stands on."""
    for event in account.events:
        yield from ((event.id, "event", None, *_place(spot)) for spot in event.evidence)
    for dealing in account.dealings:
        yield from ((dealing.id, "dealing", None, *_place(spot)) for spot in dealing.evidence)
    for one in account.differences:
        for number, side in enumerate(one.sides, 1):
            yield from ((one.id, "difference", number, *_place(spot)) for spot in side.evidence)
    quotes = {quote.id: quote.anchor for quote in account.quotes}
    for name, spot in quotes.items():
        yield (name, "quote", None, *_place(spot))
    for said in account.statements:
        yield from ((said.id, "statement", None, *_place(quotes[name])) for name in said.quotes if name in quotes)


def _place(spot: Anchor) -> tuple[str, int, int, str]:
    return spot.document, spot.start, spot.end, spot.exact
