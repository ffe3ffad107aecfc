"""read/events: what clauses and nominalisations tell of the acts of political actors, and how each stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.grammar.events.act_days import day_of_act, is_near_or_sure, with_its_day
from tidings.grammar.events.act_weight import POINTED_AT, block_weight, is_in_sports, weight
from tidings.grammar.events.clauses import told_words, topic_of
from tidings.grammar.events.event_card import TO_COME
from tidings.grammar.events.idioms import idioms
from tidings.grammar.events.memory import remember
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.plover import HOSTILE
from tidings.grammar.events.seen_acts import seen_chance, stands
from tidings.grammar.events.taking_part import asked_of, by_announcer, by_minister, by_voice, parties, unsettled
from tidings.grammar.events.terms import terms
from tidings.grammar.events.times import place_of
from tidings.grammar.events.told_acts import Told, told_acts
from tidings.grammar.events.told_status import settle
from tidings.grammar.events.trust import trusts
from tidings.grammar.tree import span_of
from tidings.model import Analysis, EventMention, Reading
from tidings.stage import Stage

__all__ = ["Events"]

DENIED = 0.2  # trust in what one outlet says did not happen
UNTOLD = 0.5  # how surely political a denied act must be to be kept, however little its clause is trusted
POSSIBLE = 0.43  # confidence of what is only asked for or offered: told where a report tells what came of it
DATED = 0.42  # confidence of a dated act whose parties another report may name

OFFICIAL = 0.5  # of what a political party denies in its own voice
ALONE = 0.7  # the same of an act whose clause names nobody
SEEN = 0.5  # what the encoder takes for this act with so high a chance is as sure a political one


@dataclass(frozen=True)
class Events(Stage[Reading, Reading]):
    """Find the events that a text tells, with parties, time, place and status."""

    name = "read/events"
    version = 83
    needs = ("analysis", "mentions", "chains", "times", "quotes")
    gives = ("events",)
    least: float = 0.2  # confidence below which an event is not given

    def run(self, batch: Sequence[Reading]) -> Iterator[Reading]:
        """Yield each reading with its events in text order."""
        for reading in batch:
            yield replace(reading, events=self.found(reading))

    def found(self, reading: Reading) -> tuple[EventMention, ...]:
        """The events of one reading."""
        if reading.analysis is None:
            return ()
        cast = Cast(reading, reading.analysis)
        told = [(one, self.event(reading, reading.analysis, cast, one)) for one in told_acts(cast)]
        acts = [act for one, act in told if act is not None and not one.seen]
        acts += [standing(reading.analysis, one, act, acts) for one, act in told if act is not None and one.seen]
        acts += [with_its_day(cast, act) for act in terms(cast, acts, self.origin)]
        acts += [with_its_day(cast, act) for act in idioms(cast, acts, self.origin)]
        events = remember(cast, sorted(acts, key=lambda e: (e.trigger, e.type)))
        kept = sure(events, self.least)
        return tuple(replace(e, trust=one) for e, one in zip(kept, trusts(cast, kept), strict=True))

    def event(self, reading: Reading, analysis: Analysis, cast: Cast, told: Told) -> EventMention | None:
        """The event that an act of the text is, None where it is nobody's political act."""
        frame = told.frame
        trigger = span_of(analysis, frame.head, frame.head)
        quote = cast.quote_at.get(frame.head) if told.denier is None else told.denier
        status, dealing, trust = settle(cast, told, quote)
        actors, others = by_voice(cast, trigger, parties(cast, told))
        actors = unsettled(cast, trigger, actors)
        actors = actors or by_announcer(cast, told, status, quote, others)
        sure = weight(cast, told, actors, others, dealing)
        seen = seen_chance(analysis, frame.head, frame.sense.type)
        named = any(cast.is_named(p) for p in (*actors, *others))
        if seen >= SEEN and (sure > 0 or (seen >= ALONE and not named)):
            sure = max(sure, SEEN)
        confidence = trust * sure
        if is_in_sports(cast, told, others):
            return None
        if status is None or (told.possible and (status not in TO_COME | {"cancelled"} or sure < self.least)):
            return None
        if confidence < self.least / 3 and (status != "denied" or sure < UNTOLD):
            return None
        heads = (frame.verb, frame.head, *frame.trigger, *frame.actors, *frame.recipients)
        if dealing == "condition":
            others = asked_of(cast, frame.verb, actors) or others
        elif dealing == "warning":
            others = others or asked_of(cast, frame.verb, actors)
        placed = day_of_act(cast, told, status, quote, dealing)
        at = placed.first.time if placed is not None and is_near_or_sure(cast, placed, frame) else None
        known = any(cast.is_named(p) or cast.is_political(p) for p in (*actors, *others))
        if confidence < DATED and not known and frame.sense.type in POINTED_AT and at is not None:
            confidence = DATED
        if confidence < DATED and status == "denied" and quote is not None and said_officially(cast, quote):
            confidence = OFFICIAL if dealing == "denial" else DATED
        if told.possible or (status == "denied" and not told.denied and confidence < DENIED):
            confidence, dealing = POSSIBLE, None if told.possible else dealing
        threat = dealing == "warning" and status == "held" and frame.sense.type in HOSTILE
        refused = dealing == "refusal" and status == "held"
        if threat and not actors and quote is not None and (said := reading.quotes[quote]).source is not None:
            actors = (cast.speaker(said, said.content[0]),)  # whoever says what will be done threatens with it
        type_ = "THREATEN" if threat else "REJECT" if refused else frame.sense.type
        actors = by_minister(cast, told, type_, quote, actors)
        turned = threat or (refused and frame.sense.type != "REJECT")  # it is the deed that is threatened or refused
        return EventMention(
            id=f"{reading.document.id}/e/{trigger.start}" + ("/possible" if told.possible else ""),
            type=type_,
            mode=None if threat or refused else frame.sense.mode,
            status=status,
            trigger=trigger,
            clause=told_words(analysis, told, heads),
            actors=actors,
            recipients=others,
            time=at,
            place=place_of(analysis, cast.kinds, frame.verb, frame.noun),
            about=None if frame.about is None or turned else topic_of(analysis, frame.about),
            quote=quote if told.speaker is None else told.speaker,
            dealing=dealing,
            confidence=round(confidence * block_weight(cast, trigger.start), 3),
            origin=self.origin,
            placed=placed if at is None else None,
        )


def standing(analysis: Analysis, told: Told, event: EventMention, others: Sequence[EventMention]) -> EventMention:
    """What the encoder sees at a noun, standing as what it points at does."""
    return (
        replace(event, status=stands(analysis, told.frame.head, event, others))
        if told.frame.noun is not None
        else event
    )


def said_officially(cast: Cast, quote: int) -> bool:
    """Whether a political party says it, so that what it denies matters whoever it befell."""
    said = cast.reading.quotes[quote]
    return said.speaker is not None and cast.is_political(cast.speaker(said, said.content[0]))


def sure(events: Sequence[EventMention], least: float) -> tuple[EventMention, ...]:
    """The events with enough confidence, their links among themselves renumbered."""
    new: dict[int, int] = {}
    for n, event in enumerate(events):
        if event.confidence >= least:
            new[n] = len(new)
    return tuple(
        replace(
            events[n],
            refers=None if events[n].refers is None else new.get(events[n].refers or 0),
            occasion=None if events[n].occasion is None else new.get(events[n].occasion or 0),
        )
        for n in new
    )
