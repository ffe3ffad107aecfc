"""link/events: which tellings of many reports are of one event."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tidings.grammar.events.event_card import EventCard
from tidings.grammar.events.evidence import due_days, is_set
from tidings.grammar.events.match import match_each
from tidings.grammar.events.telling_cards import cards_of
from tidings.model import Bound, Link, Linked, Reading
from tidings.stage import Pairs
from tidings.text.terms import news_share

__all__ = ["Events"]

FELL = frozenset({"held", "ongoing", "cancelled"})


@dataclass(frozen=True)
class Events(Pairs[EventCard]):
    """Compare tellings of one type that share a party or a state."""

    name = "link/events"
    version = 23
    kind = "event"
    least = 0.35  # tuned with the weights of event_evidence.tsv
    average = True
    rarest: int = 8  # words by which tellings may meet that share no party
    most: int = 400  # tellings of one type in one report, beyond which only those near each other are compared
    reach: int = 100  # how many of that type there may be between two that are

    def cards(self, reading: Reading, linked: Linked) -> Iterable[EventCard]:
        """One card an event mention."""
        return cards_of(reading, linked)

    def member(self, card: EventCard) -> str:
        """The mention's id."""
        return card.id

    def keys(self, card: EventCard) -> Iterable[str]:
        """Type with each party, state and day; its document, for what points back; rare words, numbers, statements."""
        yield f"{card.type} in {card.document}"
        if card.month_day is not None:
            yield f"{card.type} on {card.month_day}"
        for party in sorted(card.parties | card.states):
            yield f"{card.type} {party}"
        if is_set(card) or card.status in FELL:
            for day in due_days(card):
                yield f"{card.type} due {day}"
        for group in sorted(card.said):
            yield f"{card.type} said {group}"
        share = news_share()
        for word in sorted(card.words, key=lambda w: (share.get(w, 0.0), w))[: self.rarest]:
            yield f"{card.type} {word}"
        for thing in sorted(card.unnamed | card.numbers):
            yield f"{card.type} of {thing}"

    def beside(self, card: EventCard, others: Sequence[EventCard]) -> Iterator[Link | Bound]:
        """What holds between a telling and each of others.

        Of a report that tells one thing over and over, most keys hold all its tellings: without a bound on how far
        apart they stand, what they cost grows with the square of its length up to the cap of a key, and that for each
        other window of theirs.
        """
        if card.of_type > self.most:
            others = [o for o in others if o.document != card.document or abs(o.nth - card.nth) <= self.reach]
        for other, found in zip(others, match_each(card, others), strict=True):
            if found is not None:
                yield Link("event", card.id, other.id, found.relation, found.weight, found.why, self.origin)
