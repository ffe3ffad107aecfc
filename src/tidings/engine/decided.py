"""A person's ruling on records of the account, made into a decision about words."""

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.errors import DecisionError
from tidings.model import Account, Decision, EntityKind, Reading, Span, Status, Verdict
from tidings.run.decisions import words_of
from tidings.text.ids import content_id

__all__ = ["Ruling", "decision_of"]

STATUSES: tuple[Status, ...] = (
    "requested",
    "conditional",
    "announced",
    "held",
    "ongoing",
    "cancelled",
    "denied",
    "rumoured",
)
KINDS: tuple[EntityKind, ...] = ("person", "organization", "country", "place", "vessel")
PAIRED: tuple[Verdict, ...] = ("same", "not_same", "answers")
OPPOSITE = {"same": "not_same", "not_same": "same"}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person says of one record or two, by their ids in the account."""

    verdict: Verdict
    a: str
    other: str  # the second id for same, not_same, answers; the new value for status, kind, name
    reason: str
    who: str
    when: str  # ISO


def decision_of(ruling: Ruling, account: Account, readings: Sequence[Reading], before: Sequence[Decision]) -> Decision:
    """The decision; raises DecisionError where it names nothing, or contradicts an earlier one."""
    a = _place(ruling.a, account, readings)
    b = _place(ruling.other, account, readings) if ruling.verdict in PAIRED else None
    value = None if b else ruling.other
    allowed = {"status": STATUSES, "kind": KINDS}.get(ruling.verdict)
    if allowed and value not in allowed:
        raise DecisionError(f"{ruling.verdict} cannot be {value!r}; it is one of {', '.join(allowed)}")
    if a == b:
        raise DecisionError(f"{ruling.a!r} and {ruling.other!r} stand on the same words; name two records")
    for earlier in before:
        if b and {earlier.a, earlier.b} == {a, b} and earlier.verdict == OPPOSITE.get(ruling.verdict):
            raise DecisionError(
                f"decision {earlier.id} says {earlier.verdict} of these two; take it back first (`tidings decide --undo {earlier.id}`)"
            )
    name = content_id(
        "decision", ruling.verdict, repr(a), repr(b if b else value if ruling.verdict == "answers" else "")
    )
    return Decision(name, ruling.verdict, a, b, value, ruling.reason, ruling.when, ruling.who)


def _place(name: str, account: Account, readings: Sequence[Reading]) -> tuple[str, int, str]:
    """The words that a record of the account stands on first."""
    by_id = {reading.document.id: reading for reading in readings}
    for statement in account.statements:
        if statement.id == name and statement.quotes:
            name = statement.quotes[0]
    for reading in readings:
        if reading.document.id == name:
            return words_of(reading.document, reading.document.blocks[0].span)
        for chain in reading.chains:
            if chain.id == name:
                return words_of(reading.document, reading.mentions[chain.mentions[0]].span)
        for event in reading.events:
            if event.id == name:
                return words_of(reading.document, event.trigger)
        for quote in reading.quotes:
            if quote.id == name:
                return words_of(reading.document, quote.content[0])
    anchors = {record.id: record.anchor for record in account.quotes}
    anchors |= {record.id: record.evidence[0] for record in account.events}
    anchors |= {record.id: record.mentions[0] for record in account.entities if record.mentions}
    if name in anchors:
        return words_of(by_id[anchors[name].document].document, Span(anchors[name].start, anchors[name].end))
    raise DecisionError(f"no record {name!r} in the account; ids stand in `tidings tell --json` and in the report")
