"""read/events: what clauses and nominalisations tell of the acts of political actors, and how each stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.grammar.events.clauses import clause_of, topic_of
from tidings.grammar.events.days import place
from tidings.grammar.events.frames import Told, told_acts
from tidings.grammar.events.memory import remember
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.patterns import Frame
from tidings.grammar.events.roles import done_to
from tidings.grammar.events.times import own_time, place_of
from tidings.grammar.events.told_status import settle
from tidings.grammar.events.trust import trust
from tidings.grammar.tree import children, noun_phrase, span_of, tokens_in
from tidings.grammar.verbs import marker, subjects
from tidings.lexicon import words
from tidings.model import Analysis, Day, EventMention, Participant, Placed, Reading, Span, Status
from tidings.stage import Stage

__all__ = ["Events"]

HOSTILE = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE"})
ANSWERS = frozenset({"AGREE", "CONCEDE", "REJECT"})
SPEAKING = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "CONCEDE"})
NEEDS_TWO = frozenset({"CONSULT", "COOPERATE"})
ONE_SIDED = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID"})
OVERPOWERS = frozenset({"COERCE", "SANCTION", "ASSAULT", "RETREAT"})  # what befalls a named person is told of anybody
POINTED_AT = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "ASSAULT"})
DONE = frozenset({"held", "ongoing"})
TERM = frozenset({"by", "until", "till", "before"})
TO_COME = frozenset({"requested", "conditional", "announced", "rumoured"})
# What was announced may have been for a day before the report: "was to be held on Monday".
SOUGHT = TO_COME - {"announced"}
DENIED = 0.2  # trust in what one outlet says did not happen
UNTOLD = 0.5
POSSIBLE = 0.43  # confidence of what is only asked for or offered: told where a report tells what came of it
PRIVATE = 0.6  # an act of somebody without an office, whom a union, a court or a company may stand behind
UNNAMED = 0.55  # what befalls somebody unnamed is given, and told where another report tells it too
DATED = 0.42  # confidence of a dated act whose parties another report may name
DEALT = frozenset({"offer", "counter_offer", "condition"})  # what is said to be offered is offered by saying it
PEOPLE = frozenset(
    [
        "people",
        "person",
        "man",
        "woman",
        "child",
        "civilian",
        "resident",
        "villager",
        "bystander",
        "worshipper",
        "passenger",
    ]
)
WEAK_BLOCKS = frozenset({"title", "heading", "caption"})


@dataclass(frozen=True)
class Events(Stage[Reading, Reading]):
    """Find the events that a text tells, with parties, time, place and status."""

    name = "read/events"
    version = 7
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
        acts = [self.event(reading, reading.analysis, cast, told) for told in told_acts(cast)]
        events = remember(cast, sorted((a for a in acts if a is not None), key=lambda e: (e.trigger, e.type)))
        kept = sure(events, self.least)
        return tuple(replace(e, trust=trust(reading, reading.analysis, e)) for e in kept)

    def when(self, cast: Cast, told: Told, status: Status, quote: int | None, dealing: str | None) -> Placed | None:
        """When it took place, or is to; what a speaker does by speaking, on the day of the speech."""
        frame = told.frame
        said = quote if told.speaker is None else told.speaker
        spoken = said is not None and spoken_by(cast, told, said)
        if said is not None and (spoken or (dealing == "warning" and status == "held" and frame.sense.type in HOSTILE)):
            return said_when(cast, said, frame.verb)
        if frame.base in {"cancelled", "announced", "requested"} and frame.verb != frame.head:
            # "on Sunday postponed a visit": Sunday is not the day of the visit
            at = None if frame.noun is None else own_time(cast, frame.noun)
            return None if at is None else named(at, "its own time")
        at = None if frame.noun in {None, frame.verb} else own_time(cast, frame.noun or 0)
        if at is not None:
            return named(at, "its own time") if suits(cast, Day(at), status, told) else None
        found = place(cast.scene, frame.verb, fits=lambda day: suits(cast, day, status, told))
        if DEALT & {frame.sense.dealing, dealing} and said is not None and (found is None or found.first.time is None):
            return said_when(cast, said, frame.verb)
        return found

    def event(self, reading: Reading, analysis: Analysis, cast: Cast, told: Told) -> EventMention | None:
        """The event that an act of the text is, None where it is nobody's political act."""
        frame = told.frame
        trigger = span_of(analysis, frame.head, frame.head)
        quote = cast.quote_at.get(frame.head)
        status, dealing, trust = settle(cast, told, quote)
        actors, others = parties(cast, told)
        sure = weight(cast, told, actors, others, dealing)
        confidence = trust * sure
        if status is None or (told.possible and (status not in TO_COME or sure < self.least)):
            return None
        if confidence < self.least / 3 and (status != "denied" or sure < UNTOLD):
            return None
        heads = (frame.verb, frame.head, *frame.trigger, *frame.actors, *frame.recipients)
        if dealing == "condition":
            others = asked_of(cast, frame.verb, actors) or others
        when = self.when(cast, told, status, quote, dealing)
        at = when.first.time if when is not None and is_beside(cast, when, frame) else None
        known = any(cast.is_named(p) or cast.is_political(p) for p in (*actors, *others))
        if confidence < DATED and not known and frame.sense.type in POINTED_AT and at is not None:
            confidence = DATED
        if confidence < DATED and status == "denied" and quote is not None and said_officially(cast, quote):
            confidence = DATED
        if told.possible or (status == "denied" and not told.denied and confidence < DENIED):
            confidence, dealing = POSSIBLE, None if told.possible else dealing
        threat = dealing == "warning" and status == "held" and frame.sense.type in HOSTILE
        return EventMention(
            id=f"{reading.document.id}/e/{trigger.start}" + ("/possible" if told.possible else ""),
            type="THREATEN" if threat else frame.sense.type,
            mode=frame.sense.mode,
            status=status,
            trigger=trigger,
            clause=words_of(analysis, told, heads),
            actors=actors,
            recipients=others,
            time=at,
            place=place_of(analysis, cast.kinds, frame.verb, frame.noun),
            about=None if frame.about is None else topic_of(analysis, frame.about),
            quote=quote if told.speaker is None else told.speaker,
            dealing=dealing,
            confidence=round(confidence * block_weight(cast, trigger.start), 3),
            origin=self.origin,
            placed=when if at is None else None,
        )


def said_when(cast: Cast, quote: int, verb: int) -> Placed | None:
    """The day on which something was said: its own, else that of the word that reports it."""
    said = cast.reading.quotes[quote]
    if said.said_on is not None:
        return named(said.said_on, "the day on which it was said")
    cue = next(iter(tokens_in(cast.analysis, said.cue)), None) if said.cue is not None else None
    return place(cast.scene, verb if cue is None else cue)


def named(time: int, why: str) -> Placed:
    """A day that is told as the act's own."""
    return Placed(Day(time), Day(time), 1.0, why)


def is_beside(cast: Cast, when: Placed, frame: Frame) -> bool:
    """Whether a time stands in the act's own sentence, or is sure by itself."""
    time = when.first.time
    if time is None or when.first != when.last:
        return False
    first = next(iter(tokens_in(cast.analysis, cast.reading.times[time].span)), frame.verb)
    return when.weight == 1.0 or cast.analysis.tokens[first].sentence == cast.analysis.tokens[frame.verb].sentence


def suits(cast: Cast, day: Day, status: Status, told: Told) -> bool:
    """Whether a day agrees with how an act stands: none after the report for what is done, none before it for what is only sought."""
    if status in DONE:
        return day.time is None or not is_ahead(cast, day.time, spoken=told.frame.sense.type in SPEAKING)
    return day.time is not None and (status not in SOUGHT or cast.scene.side(day.time) != "earlier")


def is_ahead(cast: Cast, at: int, *, spoken: bool) -> bool:
    """Whether a time lies after the report, or is the term of what was said: no day of what is done."""
    time = cast.reading.times[at]
    first = next(iter(tokens_in(cast.analysis, time.span)), None)
    if spoken and first is not None and first > 0 and cast.analysis.tokens[first - 1].text.lower() in TERM:
        return True
    return cast.scene.side(at) == "later"


def said_officially(cast: Cast, quote: int) -> bool:
    """Whether a political party says it, so that what it denies matters whoever it befell."""
    said = cast.reading.quotes[quote]
    return said.speaker is not None and cast.is_political(cast.speaker(said, said.content[0]))


def spoken_by(cast: Cast, told: Told, quote: int) -> bool:
    """Whether the act is one that the quote's speaker does by saying it."""
    if told.frame.sense.type not in {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"}:
        return False
    return told.speaker is not None or any(cast.speaker_at.get(head) == quote for head in told.frame.actors)


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


def parties(cast: Cast, told: Told) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """The actors and recipients of an act, each chain once; a speech act's actor is its speaker."""
    frame = told.frame
    actors = [p for head in frame.actors for p in cast.together(head) or (cast.participant(head),)]
    if told.speaker is not None:
        quote = cast.reading.quotes[told.speaker]
        actors = [Participant(quote.source, quote.speaker)] if quote.source is not None else []
    others = [p for head in frame.recipients for p in cast.together(head) or (cast.participant(head),)]
    return distinct(actors, ()), distinct(others, actors)


def asked_of(cast: Cast, verb: int, actors: Sequence[Participant]) -> tuple[Participant, ...]:
    """Who has to act first: the subject of the "if"."""
    analysis = cast.analysis
    clauses = [c for c in children(analysis, verb, "advcl") if marker(analysis, c) in {"if", "unless"}]
    heads = [p for c in clauses for s in subjects(analysis, c) if (p := cast.party(s)) is not None]
    found = distinct([cast.participant(head) for head in heads], actors)
    return tuple(p for p in found if cast.is_political(p))


def distinct(found: Sequence[Participant], known: Sequence[Participant]) -> tuple[Participant, ...]:
    """Each party once."""
    kept: list[Participant] = []
    seen = {p.chain for p in known if p.chain is not None}
    for p in found:
        if p.chain is None or p.chain not in seen:
            kept.append(p)
            seen |= set() if p.chain is None else {p.chain}
    return tuple(kept)


def weight(
    cast: Cast, told: Told, actors: Sequence[Participant], others: Sequence[Participant], dealing: str | None = None
) -> float:
    """How sure it is that this is a political act: by its pattern and by who takes part; 0 for nobody's."""
    type_ = told.frame.sense.type
    everybody = [p for p in (*actors, *others) if cast.is_named(p) or cast.is_political(p)]
    political = [p for p in everybody if cast.is_political(p)]
    base = 0.85 if told.frame.noun is None else 0.8 if told.frame.base != "noun" else 0.58
    if cast.analysis.tokens[told.frame.head].lemma.lower() in words("minor_acts.txt"):
        base *= 0.55
    if not everybody and type_ in POINTED_AT and (frame_is_noun(cast, told) or type_ == "ASSAULT"):
        return base * 0.4  # below what is given, unless dated or pointing back to one told before
    if (
        type_ in ANSWERS
        and told.frame.about is None
        and actors
        and not everybody
        and all(p.chain is None for p in actors)
    ):
        return base * 0.4  # "and she accepted": whom it answers may be told just before
    outlet = cast.reading.document.outlet
    if outlet and any(p.chain is not None and cast.reading.chains[p.chain].name == outlet for p in everybody):
        return 0.0
    if not political:
        if type_ == "CONSULT" and sum(cast.is_named(p) for p in everybody) > 1:
            return base * 0.85
        if type_ == "PROTEST":
            return base * 0.7
        if type_ in SPEAKING and told.frame.sense.dealing and any(cast.is_leading(p) for p in actors):
            return (
                base * 0.8
            )  # somebody without an office whom the text often names: a candidate, the head of a movement
        if type_ in OVERPOWERS and (others or befalls_people(cast, told)):
            return base * (0.8 if any(cast.is_named(p) for p in others) else UNNAMED)
        known = others or told.frame.about is not None or any(map(cast.is_named, actors))
        return base * PRIVATE if actors and known and type_ not in NEEDS_TWO else 0.0
    if type_ in NEEDS_TWO and len(everybody) < 2 and not any(cast.is_many(p) for p in everybody):
        return base * (0.75 if told.frame.base == "cancelled" or dealing == "condition" else 0.5)
    if type_ == "CONSULT" and not all(cast.is_named(p) or cast.is_political(p) for p in everybody):
        return base * 0.5
    if type_ in ONE_SIDED and not others and len(actors) < 2:
        return base * (0.6 if type_ == "ASSAULT" else 0.75)
    if not any(cast.is_political(p) for p in actors):
        return base * (0.8 if others and type_ not in {"CONSULT", "SUPPORT"} else 0.55)
    return base if others or told.frame.sense.mutual else base * 0.85


def befalls_people(cast: Cast, told: Told) -> bool:
    """Whether it is done to people whom nobody names: "19 people were arrested"."""
    heads = done_to(cast.analysis, cast.kinds, told.frame.verb)
    return any(cast.analysis.tokens[head].lemma.lower() in PEOPLE for head in heads)


def words_of(analysis: Analysis, told: Told, heads: tuple[int, ...]) -> Span:
    """The words that tell the act: its clause, or the phrase of a noun that tells it alone."""
    frame = told.frame
    if frame.noun is not None and frame.noun == frame.verb:
        phrase = noun_phrase(analysis, frame.noun, whole=True)
        parties = [analysis.tokens[i] for i in (*frame.actors, *frame.recipients)]
        if len(tokens_in(analysis, phrase)) > 3:
            return Span(min([phrase.start, *(t.start for t in parties)]), max([phrase.end, *(t.end for t in parties)]))
    return clause_of(analysis, heads if told.speaker is None else (frame.verb, frame.head))


def frame_is_noun(cast: Cast, told: Told) -> bool:
    """Whether a noun or a pronoun for it tells the act."""
    token = cast.analysis.tokens[told.frame.head]
    if token.dep in {"acl", "relcl"} and told.frame.sense.dealing == "agreement":
        return True
    return told.frame.noun is not None or told.frame.verb != told.frame.head or told.frame.base != "held"


def block_weight(cast: Cast, at: int) -> float:
    """Captions, headings and headlines are weak evidence."""
    block = cast.block_at(at)
    return 0.6 if block is not None and block.kind in WEAK_BLOCKS else 1.0
