"""tell/retold: sentences of further reports that tell an event of which no act is read there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tidings.grammar.events.event_card import leads
from tidings.grammar.events.open_parties import land_of, party_state
from tidings.grammar.events.story import last_day
from tidings.grammar.events.telling_cards import cards_of
from tidings.grammar.events.told_again import Act, Beside, Place, beside, likeliest, pieces, stage_told
from tidings.grammar.events.told_again import Telling as Known
from tidings.grammar.events.topic_words import topic_stems
from tidings.model import EventMention, Participant, Reading, Span, Telling, ToldAgain
from tidings.stage import Stage

__all__ = ["Heard", "Retold"]

Days = Mapping[tuple[str, int], tuple[str, str]]
"""Document and time to the first and the last day of it."""


@dataclass(frozen=True)
class Retold(Stage[Telling, Telling]):
    """Find the sentences that tell an event again in reports in which no act of it is read."""

    name = "tell/retold"
    version = 9
    needs = ("readings", "linked", "documents", "resolved")
    gives = ("retold",)
    least: float = 0.6  # chance: set on 32 stories, each left out of the weights of told_again.tsv
    trusted: float = 0.15  # trust in a telling that others are laid beside
    crowded: int = 3  # acts of its clause, from which it says little of each
    most: int = 12  # reports of a story, each of which is laid beside each: of more an event is told twice anyway
    longest: int = 160  # characters of what is shown

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Yield each telling with what tells its events again."""
        for telling in batch:
            few = 1 < len(telling.readings) <= self.most
            yield replace(telling, retold=tuple(sorted(self.found(telling))) if few else ())

    def found(self, telling: Telling) -> Iterator[ToldAgain]:
        """The sentences found, one a report for each event."""
        heard = Heard.of(telling)
        sure, told_in = self.surest(telling)
        known = {group: heard.telling(reading, event) for group, (reading, event) in sure.items()}
        texts = {reading.document.id: heard.places(reading) for reading in telling.readings}
        every = [
            Beside(group, document, place, odds)
            for group in sorted(known)
            for document in sorted(texts.keys() - told_in[group])
            for place, odds in beside(known[group], texts[document])
        ]
        for best, likely in likeliest(every, self.least):
            start, end = pieces(best.place.text, known[best.event], self.longest)
            at = best.place.span.start
            stage = stage_told(known[best.event].card, best.place.acts)
            yield ToldAgain(best.event, best.document, Span(at + start, at + end), round(likely, 3), stage)

    def surest(self, telling: Telling) -> tuple[dict[str, tuple[Reading, EventMention]], dict[str, set[str]]]:
        """Of each event the telling that is trusted most, where one is trusted; and the reports that tell it."""
        group_of = telling.linked.group_of("event")
        told_in: dict[str, set[str]] = {}
        best: dict[str, tuple[float, str, Reading, EventMention]] = {}
        for reading in telling.readings:
            for event in reading.events:
                group = group_of.get(event.id, event.id)
                told_in.setdefault(group, set()).add(reading.document.id)
                if event.trust < self.trusted or event.status == "denied" or acts_in(reading, event) >= self.crowded:
                    continue
                ranked = (-event.trust, event.id, reading, event)
                best[group] = min(best.get(group, ranked), ranked, key=lambda one: one[:2])
        return {group: (reading, event) for group, (*_, reading, event) in best.items()}, told_in


@dataclass(frozen=True, slots=True)
class Heard:
    """What of a story a sentence is asked with: entities, days, days of reports, the acts that are read."""

    entity: Mapping[str, str]
    days: Days
    reported: Mapping[str, str | None]
    acts: Mapping[str, Act]

    @classmethod
    def of(cls, telling: Telling) -> "Heard":
        """What a telling of the story knows by then."""
        days = {(r.document, r.index): (r.from_, r.to) for r in telling.resolved if r.from_ and r.to}
        reported = {d.id: (d.published or last_day(d) or "")[:10] or None for d in telling.documents}
        cards = [card for reading in telling.readings for card in cards_of(reading, telling.linked)]
        group_of = telling.linked.group_of("event")
        group = {card.id: group_of.get(card.id, card.id) for card in cards}
        told_in: dict[str, set[str]] = {}
        for card in cards:
            told_in.setdefault(group[card.id], set()).add(card.document)
        trust = {event.id: event.trust for reading in telling.readings for event in reading.events}
        acts = {card.id: Act(card, len(told_in[group[card.id]]) > 1, trust[card.id]) for card in cards}
        return cls(telling.linked.group_of("entity"), days, reported, acts)

    def telling(self, reading: Reading, event: EventMention) -> Known:
        """An event as one of its reports tells it."""
        text = reading.document.text
        parties = (*event.actors, *event.recipients)
        times = (event.time, None if event.occasion is None else reading.events[event.occasion].time)
        at = next((time for time in times if time is not None), None)
        spans = [event.clause] if event.about is None else [event.clause, event.about]
        return Known(
            type=event.type,
            act=text[event.trigger.start : event.trigger.end],
            clause=text[event.clause.start : event.clause.end],
            stems=topic_stems(text[s.start : s.end] for s in spans),
            parties=frozenset(who for p in parties if (who := self.party(reading, p)) is not None),
            states=frozenset(land for p in parties if (land := party_state(reading, p)) is not None),
            days=None if at is None else self.days.get((reading.document.id, at)),
            reported=self.reported.get(reading.document.id),
            leads=leads(reading, event),
            alike=sum(other.type == event.type for other in reading.events),
            card=self.acts[event.id].card,
        )

    def party(self, reading: Reading, party: Participant) -> str | None:
        """Who a party is to the story: its entity, a state by its own name."""
        if party.chain is None:
            return None
        chain, land = reading.chains[party.chain], party_state(reading, party)
        if land is not None and (chain.kind in {"country", "place"} or not chain.named):
            return f"state {land}"
        return self.entity.get(chain.id)

    def places(self, reading: Reading) -> tuple[Place, ...]:
        """The sentences of a report with what stands in them."""
        text, document = reading.document.text, reading.document.id
        named = [(reading.mentions[i].span.start, chain) for chain in reading.chains for i in chain.mentions]
        times = [(t.span.start, days) for n, t in enumerate(reading.times) if (days := self.days.get((document, n)))]
        found = []
        for number, span in enumerate(reading.sentences):
            words = text[span.start : span.end]
            here = [chain for at, chain in named if span.start <= at < span.end]
            acts = [e for e in reading.events if span.start <= e.trigger.start < span.end]
            place = Place(
                span=span,
                text=words,
                stems=topic_stems([words]),
                entities=frozenset(self.entity.get(chain.id, chain.id) for chain in here),
                states=frozenset(land for chain in here if (land := land_of(chain)) is not None),
                days=tuple(days for at, days in times if span.start <= at < span.end),
                told=frozenset(e.type for e in acts),
                number=number,
                reported=self.reported.get(document),
                acts=tuple(self.acts[e.id] for e in acts),
            )
            found.append(place)
        return tuple(found)


def acts_in(reading: Reading, event: EventMention) -> int:
    """How many sorts of acts the clause of a telling tells."""
    return len({e.type for e in reading.events if e.trigger.meets(event.clause)})
