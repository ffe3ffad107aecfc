"""The card of each telling of a report: what of it decides which event it tells."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from tidings.grammar.dates.bounds import window
from tidings.grammar.dates.calendar import days_of
from tidings.grammar.dates.offsets import resolve
from tidings.grammar.events.event_card import TO_COME, EventCard, leads
from tidings.grammar.events.open_parties import land_of, party_state
from tidings.grammar.events.topic_words import WORD, topic_stems
from tidings.grammar.quotes.quote_pieces import is_told, pieces_of
from tidings.lexicon.calendar import calendar_words
from tidings.model import Bound, Day, EventMention, Linked, Participant, Placed, Reading, Span, Time
from tidings.text.put_off import OFF_ITS_DAY, PUT_OFF
from tidings.text.quantities import quantities
from tidings.text.scenes import names_in, scenes_in
from tidings.text.terms import stem

__all__ = ["cards_of", "placed_days", "reported"]

MOVED = "link/moved"  # the round that says what was put off to another day
LOOSE = 7  # days between the two ends of a report's date within which its relative times still help

Reported = tuple[str | None, str | None]
"""The first and the last day on which a document can have been published."""


def cards_of(reading: Reading, linked: Linked) -> Iterator[EventCard]:
    """One card an event mention, in their order."""
    when = reported(reading, linked.bounds_of(reading.document.id))
    group_of, shared = linked.group_of("entity"), linked.shared("entity")
    groups = ((chain.id, group_of[chain.id]) for chain in reading.chains if chain.id in group_of)
    entity = {chain: group if group in shared else "" for chain, group in groups}
    said = statements_in(reading, linked)
    count = Counter(event.type for event in reading.events)
    told_of = names_in(reading.document.text)
    moved = linked.joined_by(MOVED)
    so_far: Counter[str] = Counter()
    for event in reading.events:
        so_far[event.type] += 1
        inside = frozenset(group for span, group in said if span.meets(event.trigger))
        own = replace(
            card(reading, entity, event, when),
            said=inside,
            of_type=count[event.type],
            nth=so_far[event.type],
            moved=moved.get(event.id, frozenset()),
        )
        yield replace(own, told_of=told_of) if own.scenes else own


def reported(reading: Reading, bounds: Iterable[Bound]) -> Reported:
    """The day of the report, or the days it lies between where its date is bounded closely."""
    stated = (reading.document.published or "")[:10] or None
    if stated is not None:
        return stated, stated
    found = window(bounds)
    ends = found.first, found.last
    if ends[0] is None or ends[1] is None:
        return None, None
    apart = (date.fromisoformat(ends[1]) - date.fromisoformat(ends[0])).days
    return ends if 0 <= apart <= LOOSE else (None, None)


def card(reading: Reading, entity: dict[str, str], event: EventMention, when: Reported) -> EventCard:
    """The card of one telling."""
    first, last = days(reading, event, when)
    placed = None if first is not None or event.placed is None else placed_days(reading, event.placed, when)
    everybody = (*event.actors, *event.recipients)
    text, clause = reading.document.text, words_at(reading, event.clause)
    return EventCard(
        id=event.id,
        document=reading.document.id,
        type=event.type,
        mode=event.mode,
        status=event.status,
        actors=named(reading, entity, event.actors),
        recipients=named(reading, entity, event.recipients),
        persons=named(reading, entity, [p for p in everybody if kind_of(reading, p) == "person"]),
        states=states(reading, everybody),
        first=first,
        last=last,
        reported=when[1],
        words=words_of(reading, event),
        refers=None if event.refers is None else reading.events[event.refers].id,
        dealing=event.dealing,
        occasion=None if event.occasion is None else reading.events[event.occasion].id,
        month_day=month_day(reading, event, first, last),
        put_off=event.status == "cancelled" and bool(PUT_OFF.search(text, event.clause.start, event.clause.end)),
        off_its_day=bool(OFF_ITS_DAY.search(clause)),
        doing=states(reading, event.actors),
        suffering=states(reading, event.recipients),
        leads=leads(reading, event),
        clause=clause,
        about="" if event.about is None else words_at(reading, event.about),
        unnamed=topic_stems(words_at(reading, p.span) for p in everybody if not is_named(reading, p)),
        numbers=numbers_in(clause),
        place=None if event.place is None else words_at(reading, event.place).casefold(),
        act=words_at(reading, event.trigger),
        scenes=scenes_in(clause) if event.type == "ASSAULT" else frozenset(),
        quoted=event.quote is not None,
        placed=placed,
        placed_weight=0.0 if placed is None or event.placed is None else event.placed.weight,
    )


def words_at(reading: Reading, span: Span) -> str:
    """The words of a span."""
    return reading.document.text[span.start : span.end]


def is_named(reading: Reading, party: Participant) -> bool:
    """Whether the text names a party."""
    return party.chain is not None and reading.chains[party.chain].named


def numbers_in(text: str) -> frozenset[str]:
    """What is counted in it: "3 guard", "18 percent"."""
    return frozenset(f"{q.figure} {stem(q.unit.lower())}" for q in quantities(text) if q.unit)


def statements_in(reading: Reading, linked: Linked) -> list[tuple[Span, str]]:
    """The words that are told by more reports than this, each with its statement."""
    group_of, shared = linked.group_of("statement"), linked.shared("statement")
    pieces = (piece for quote in reading.quotes if is_told(quote) for piece in pieces_of(quote))
    found = ((piece.span, group_of.get(piece.id, "")) for piece in pieces)
    return [(span, group) for span, group in found if group in shared]


def month_day(reading: Reading, event: EventMention, first: str | None, last: str | None) -> str | None:
    """Month and day of the event, also where the year is open."""
    if first is not None and first == last:
        return first[5:]
    offset = None if event.time is None or first is not None else reading.times[event.time].offset
    if offset is None or offset.month is None or offset.day is None:
        return None
    return f"{offset.month:02}-{offset.day:02}"


def named(reading: Reading, entity: dict[str, str], parties: Iterable[Participant]) -> frozenset[str]:
    """The entities of these parties, their chains where link knows none."""
    found: set[str] = set()
    for party in parties:
        if party.chain is not None:
            chain = reading.chains[party.chain]
            land = land_of(chain)
            if land is not None and (chain.kind in {"country", "place"} or not chain.named):
                found.add(f"state {land}")
            elif chain.named or entity.get(chain.id):  # nobody is known by a role that one text gives
                found.add(entity.get(chain.id) or chain.id)
    return frozenset(found)


def kind_of(reading: Reading, party: Participant) -> str | None:
    """What sort of thing a party is, None where it has no chain."""
    return None if party.chain is None else reading.chains[party.chain].kind


def states(reading: Reading, parties: Iterable[Participant]) -> frozenset[str]:
    """The states that these parties are or act for."""
    return frozenset(s for p in parties if (s := party_state(reading, p)) is not None)


def days(reading: Reading, event: EventMention, when: Reported) -> tuple[str | None, str | None]:
    """The days that the event's time covers, as far as the document's own date gives them."""
    at = event.time
    if at is None and event.occasion is not None:
        at = reading.events[event.occasion].time
    if at is None:
        return None, None
    first, last = span_of_time(reading, at, when)
    said_then = event.status in TO_COME and last is not None and when[0] is not None and last < when[0]
    return (None, None) if said_then else (first, last)  # what is to come was only said on a day before the report


def span_of_time(reading: Reading, at: int, when: Reported) -> tuple[str | None, str | None]:
    """The days that a time covers, by the document's own date."""
    time = reading.times[at]
    values = [time.value if time.value is not None else shifted(reading, time, base) for base in when]
    found = [days_of(value.partition("T")[0]) for value in values if value is not None]
    ends = [f for f in found if f is not None]
    return (None, None) if len(ends) < 2 else (ends[0].first.isoformat(), ends[1].last.isoformat())


def placed_days(reading: Reading, placed: Placed, when: Reported) -> tuple[str, str] | None:
    """The days between which an act without a time likely lies."""
    first, last = day_at(reading, placed.first, when)[0], day_at(reading, placed.last, when)[1]
    return None if first is None or last is None or first > last else (first, last)


def day_at(reading: Reading, day: Day, when: Reported) -> tuple[str | None, str | None]:
    """The first and the last day that a day of the text can be."""
    if day.time is not None:
        return span_of_time(reading, day.time, when)
    if day.back is None or when[0] is None or when[1] is None:
        return None, None
    back = timedelta(days=day.back)
    return (date.fromisoformat(when[0]) - back).isoformat(), (date.fromisoformat(when[1]) - back).isoformat()


def shifted(reading: Reading, time: Time, base: str | None) -> str | None:
    """The value of a relative time, from what it hangs on."""
    if time.anchored_on is not None:
        base = reading.times[time.anchored_on].value
    return None if time.offset is None or base is None else resolve(time.offset, base)


def words_of(reading: Reading, event: EventMention) -> frozenset[str]:
    """Stems of the telling's content words, without those of its parties' names."""
    spans = [event.clause] if event.about is None else [event.clause, event.about]
    return topic_stems((words_at(reading, span) for span in spans), party_words(reading, event) | calendar_words())


def party_words(reading: Reading, event: EventMention) -> frozenset[str]:
    """The words by which the parties are named, small."""
    parties = (*event.actors, *event.recipients)
    names = (words_at(reading, p.span) if p.chain is None else reading.chains[p.chain].name for p in parties)
    return frozenset(word.lower() for name in names for word in WORD.findall(name))
