"""How likely a line of the first screen is all right, by signs that were learnt from stories."""

import math
from collections.abc import Iterator

from tidings.lexicon import weights
from tidings.model import Dealing, Event

__all__ = ["ALWAYS", "chance", "signs"]

TABLE = "standing_evidence.tsv"
ALWAYS = "always"
MIDDLE = 0.8  # chance of being read rightly, from which the sign of it is counted up and down
SETTLED = frozenset({"breached", "kept", "lapsed", "rejected", "signed", "withdrawn"})


def chance(record: Event | Dealing) -> float:
    """The chance that kind, standing, parties and day of a record are all as a careful reader would tell them."""
    weight = weights(TABLE)
    odds = weight[ALWAYS] + sum(weight.get(sign, 0.0) * value for sign, value in signs(record))
    return 1 / (1 + math.exp(-odds))


def signs(record: Event | Dealing) -> Iterator[tuple[str, float]]:
    """What speaks for a record, each sign with how much there is of it."""
    yield "read surely", 4 * (record.confidence - MIDDLE)
    if record.witnesses > 1:
        yield "two witnesses", 1.0
    if len({a.document for a in record.evidence}) > 1:
        yield "two reports", 1.0
    yield from of_event(record) if isinstance(record, Event) else of_dealing(record)


def of_event(event: Event) -> Iterator[tuple[str, float]]:
    """The signs of an event."""
    yield event.type.lower(), 1.0
    if event.actors and event.recipients:
        yield "both sides", 1.0
    if event.status != "held":
        yield "not simply held", 1.0
    if event.attributed_to:
        yield "on somebody's word", 1.0
    if not event.date.from_:
        yield "no day", 1.0
    elif event.date.inferred:
        yield "a likely day", 1.0


def of_dealing(dealing: Dealing) -> Iterator[tuple[str, float]]:
    """The signs of a dealing."""
    yield dealing.kind.replace("_", "-"), 1.0
    if dealing.from_ and dealing.to:
        yield "both sides", 1.0
    if not dealing.from_:
        yield "from nobody known", 1.0
    if dealing.state in SETTLED:
        yield "settled", 1.0
    if dealing.state == "accepted":
        yield "accepted", 1.0
    if dealing.about.endswith("…"):
        yield "no short matter", 1.0
