"""A person's ruling on records of the account, made into a decision about words."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import get_args

from tidings.errors import DecisionError
from tidings.model import Account, Anchor, Decision, EntityKind, Reading, Span, Status, Verdict
from tidings.run.decisions import words_of
from tidings.text.ids import content_id

__all__ = ["Ruling", "decision_of"]

STATUSES: tuple[Status, ...] = get_args(Status)
KINDS: tuple[EntityKind, ...] = ("person", "organization", "country", "place", "vessel")
# What a ruling can be about; of any other record it would be kept and change nothing.
ALIKE = ("entities", "events", "quotes", "documents")
ABOUT: dict[Verdict, tuple[str, ...]] = {
    "same": ALIKE,
    "not_same": ALIKE,
    "answers": ("events",),
    "not_answers": ("events",),
    "status": ("events",),
    "kind": ("entities",),
    "name": ("entities",),
}
PAIRED: tuple[Verdict, ...] = ("same", "not_same", "answers", "not_answers")
OPPOSITE = {"same": "not_same", "not_same": "same", "answers": "not_answers", "not_answers": "answers"}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person says of one record or two, by their ids in the account."""

    verdict: Verdict
    a: str  # an id, or a spelling that one entity alone bears
    other: str  # the second id for same, not_same, answers, not_answers; the new value for status, kind, name
    reason: str
    who: str
    when: str  # ISO


def decision_of(ruling: Ruling, account: Account, readings: Sequence[Reading], before: Sequence[Decision]) -> Decision:
    """The decision; raises DecisionError where it names nothing, or contradicts an earlier one."""
    about, a = _place(ruling.a, account, readings)
    other, b = _place(ruling.other, account, readings) if ruling.verdict in PAIRED else (about, None)
    value = None if b else ruling.other
    allowed = {"status": STATUSES, "kind": KINDS}.get(ruling.verdict)
    if allowed and value not in allowed:
        raise DecisionError(f"{ruling.verdict} cannot be {value!r}; it is one of {', '.join(allowed)}")
    for name, kind in ((ruling.a, about), (ruling.other, other)):
        if kind not in ABOUT[ruling.verdict]:
            raise DecisionError(
                f"{ruling.verdict} is for {' or '.join(ABOUT[ruling.verdict])}; {name!r} is one of {kind}"
            )
    if about != other:
        raise DecisionError(f"{ruling.a!r} is one of {about}, {ruling.other!r} of {other}; name two of one kind")
    if a == b:
        raise DecisionError(f"{ruling.a!r} and {ruling.other!r} stand on the same words; name two records")
    for earlier in before:
        if b and {earlier.a, earlier.b} == {a, b} and earlier.verdict == OPPOSITE.get(ruling.verdict):
            raise DecisionError(
                f"decision {earlier.id} says {earlier.verdict} of these two; take it back first (`tidings decide --undo {earlier.id}`)"
            )
    name = content_id("decision", ruling.verdict, repr(a), repr(b or ""))
    return Decision(name, ruling.verdict, a, b, value, ruling.reason, ruling.when, ruling.who)


def _place(name: str, account: Account, readings: Sequence[Reading]) -> tuple[str, tuple[str, int, str]]:
    """What a record of the account is, and the words that it stands on first; a dealing is its event."""
    by_id = {reading.document.id: reading for reading in readings}
    for statement in account.statements:
        if statement.id == name and statement.quotes:
            name = statement.quotes[0]
    name = next((d.event for d in account.dealings if d.id == name and d.event), name)
    for reading in readings:
        if reading.document.id == name:
            return "documents", words_of(reading.document, reading.document.blocks[0].span)
        for chain in reading.chains:
            if chain.id == name:
                return "entities", words_of(reading.document, reading.mentions[chain.mentions[0]].span)
        for event in reading.events:
            if event.id == name:
                return "events", words_of(reading.document, event.trigger)
        for quote in reading.quotes:
            if quote.id == name:
                return "quotes", words_of(reading.document, quote.content[0])
    anchors = {record.id: ("quotes", record.anchor) for record in account.quotes}
    anchors |= {record.id: ("events", record.evidence[0]) for record in account.events}
    anchors |= {record.id: ("entities", record.mentions[0]) for record in account.entities if record.mentions}
    if name in anchors:
        kind, anchor = anchors[name]
        return kind, words_of(by_id[anchor.document].document, Span(anchor.start, anchor.end))
    if any(difference.id == name for difference in account.differences):
        raise DecisionError(f"nothing can be decided about {name!r}; name a record of {', '.join(ALIKE)} or dealings")
    found = _spelt(name, account)
    return "entities", words_of(by_id[found.document].document, Span(found.start, found.end))


def _spelt(name: str, account: Account) -> Anchor:
    """Where the one entity that bears a name stands under it, so that a spelling can be named for an id."""
    plain = name.casefold()
    bearers = [e for e in account.entities if any(alias.casefold() == plain for alias in (e.name, *e.aliases))]
    if len(bearers) > 1:
        told = ", ".join(f"{e.id} ({e.name})" for e in bearers)
        raise DecisionError(f"several entities are called {name!r}; name one by its id: {told}")
    if not bearers or not bearers[0].mentions:
        known = sorted({alias for e in account.entities for alias in e.aliases})
        near = ", ".join(get_close_matches(name, known, 3))
        raise DecisionError(
            f"no record {name!r} in the account; "
            + (f"did you mean {near}?" if near else "ids stand in `tidings tell --json` and in the report")
        )
    places = bearers[0].mentions
    return next((place for place in places if place.exact.casefold() == plain), places[0])
