"""link/moved: which tellings of two days are of one meeting that was put off from the one to the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from tidings.grammar.events.event_card import EventCard
from tidings.grammar.events.moved import may_move, moved
from tidings.grammar.events.telling_cards import cards_of
from tidings.model import Bound, GroupKind, Link, Linked, Reading
from tidings.stage import Round

__all__ = ["Moved"]


@dataclass(frozen=True)
class Moved(Round[EventCard]):
    """Join what was set for a day with what took its place, where a report says that it was put off."""

    name: ClassVar[str] = "link/moved"
    kind: ClassVar[GroupKind] = "event"
    version: ClassVar[int] = 3
    weight: float = 0.95  # by what is said, not weighed

    def cards(self, reading: Reading, linked: Linked) -> Iterable[EventCard]:
        """One card an act with a day, of the sorts that are put off."""
        return (card for card in cards_of(reading, linked) if may_move(card))

    def member(self, card: EventCard) -> str:
        """The mention's id."""
        return card.id

    def keys(self, card: EventCard) -> Iterable[str]:
        """Type with each party and state."""
        return (f"{card.type} {party}" for party in sorted(card.parties | card.states))

    def compare(self, group: Sequence[EventCard]) -> Iterator[Link | Bound]:
        """Links between what was set for a day and what is told of the day it was moved to."""
        for early, late in moved(sorted(group, key=lambda card: card.id)):
            yield Link(
                "event", early.id, late.id, "same", self.weight, "put off from the one day to the other", self.origin
            )
