"""What a text has told before: "the talks" that were named above, what was said in them, headlines told again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.dates.narrative import time_grain
from tidings.grammar.events.noun_senses import is_definite, noun_sense
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.plover import ANSWERS, MEETING, SPOKEN
from tidings.grammar.events.topic_words import topic_stems
from tidings.grammar.tree import children, tokens_in
from tidings.model import EventMention, Span

__all__ = ["remember"]

ALONE = 0.46  # confidence of an event whose parties are only those that the text is about
OCCASION_WORDS = frozenset({"during", "in", "at", "on", "after", "following"})
CLOSE = 500  # characters: three sentences
HEAD = 500  # characters: headline and lead, whose talks a whole article goes on about
FAR = 60  # events that are looked back over
NEAR = 1500  # characters: about ten sentences
OTHER = frozenset(
    {"next", "new", "another", "second", "third", "further", "first", "last", "previous", "following", "future"}
)
ABOUT = re.compile(r" (?:for|on|over|about|to) ([^,.;\n]{3,60})")
PRONOUNS = frozenset({"he", "she", "it", "they"})


def remember(cast: Cast, events: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The events with what they refer back to and the meeting they belong to; headlines told again are left out."""
    kept = without_repeats(cast, events)
    done: list[EventMention] = []
    for event in kept:
        earlier = referent(cast, done, event)
        if earlier is None and definite_alone(cast, event):
            event = replace(event, actors=cast.main_parties(event.trigger), confidence=max(event.confidence, ALONE))
        if earlier is not None:
            event = inherit(done[earlier], event, earlier, another=is_another(cast, event))
        event = answering(cast, done, event)
        held = occasion(cast, done, event)
        event = event if held is None else replace(event, occasion=held)
        done.append(event)
    return tuple(done)


def without_repeats(cast: Cast, events: Sequence[EventMention]) -> list[EventMention]:
    """The events without those of headlines and captions that the body tells too; each trigger once, or with a strike and the threat in it."""
    weak = {e.id for e in events if (b := cast.block_at(e.trigger.start)) is not None and not b.is_running}
    in_body = {e.type for e in events if e.id not in weak}
    kept: dict[tuple[Span, bool, bool], EventMention] = {}
    for event in events:
        if event.type in in_body and event.id in weak:
            continue
        # Who says that they will strike threatens with it, and the strike is set.
        place = event.trigger, event.id.endswith("/possible"), event.type == "PROTEST"
        held = kept.get(place)
        if held is None or event.confidence > held.confidence:
            kept[place] = event
    return sorted(kept.values(), key=lambda e: (e.trigger, e.id))


def referent(cast: Cast, done: Sequence[EventMention], event: EventMention) -> int | None:
    """The earlier event that a definite noun with few parties of its own points back to."""
    if event.type not in MEETING or event.status not in {"held", "cancelled", "ongoing", "announced"}:
        return None
    at = next(iter(tokens_in(cast.analysis, event.trigger)), None)
    if at is None or cast.analysis.tokens[at].pos == "VERB":
        return None
    if cast.analysis.tokens[at].pos == "PRON":
        return next((n for n in range(len(done) - 1, -1, -1) if near_before(done[n], event)), None)
    definite = is_definite(cast.analysis, at)
    if len(event.actors) + len(event.recipients) > 1:
        return None if event.time is not None or is_another(cast, event) else just_told(done, event)
    for n in range(len(done) - 1, max(-1, len(done) - FAR), -1):
        earlier = done[n]
        full = len(earlier.actors) + len(earlier.recipients) > 1
        if earlier.type == event.type and full and shares(earlier, event):
            if not event.actors and is_of_other_topic(cast, earlier, event):
                continue
            if event.status == "held" and earlier.status == "conditional":
                return None
            own_day = event.time is not None and bool(event.actors)
            return n if (definite or event.actors) and not own_day else None
    return None


def is_of_other_topic(cast: Cast, earlier: EventMention, event: EventMention) -> bool:
    """Whether "the deal for the release of the crew" says what it is about, and the one told before has no word of it."""
    text = cast.reading.document.text
    about = ABOUT.match(text, event.trigger.end)
    if about is None or event.type != "SUPPORT":
        return False
    told = topic_stems([about[1]])
    return bool(told) and not told & topic_stems([text[earlier.clause.start : earlier.clause.end]])


def near_before(earlier: EventMention, event: EventMention) -> bool:
    """Whether an event of the same type was told just before, which a pronoun may stand for."""
    return earlier.type == event.type and event.trigger.start - earlier.trigger.end < CLOSE


def just_told(done: Sequence[EventMention], event: EventMention) -> int | None:
    """The meeting of the same parties that was told shortly before, for a noun without a time: "the tone of the meeting"."""
    for n in range(len(done) - 1, -1, -1):
        earlier = done[n]
        if event.trigger.start - earlier.clause.end > CLOSE:
            return None
        if earlier.type == event.type and same_people(earlier, event) and earlier.status == event.status:
            return n
    return None


def same_people(a: EventMention, b: EventMention) -> bool:
    """Whether the same chains take part in both."""
    one = {p.chain for p in (*a.actors, *a.recipients)}
    return one == {p.chain for p in (*b.actors, *b.recipients)} and None not in one


def shares(earlier: EventMention, event: EventMention) -> bool:
    """Whether the parties that the later telling names took part in the earlier."""
    known = {p.chain for p in (*earlier.actors, *earlier.recipients)}
    modes = earlier.mode is None or event.mode is None or earlier.mode == event.mode
    return modes and all(p.chain in known for p in (*event.actors, *event.recipients))


def definite_alone(cast: Cast, event: EventMention) -> bool:
    """Whether "the agreement" or "the talks" names no parties at all, and so must be the story's own."""
    at = next(iter(tokens_in(cast.analysis, event.trigger)), None)
    bare = not event.actors and not event.recipients and event.type in MEETING
    if not bare or at is None:
        return False
    token = cast.analysis.tokens[at]
    if token.pos == "VERB" and token.dep in {"acl", "relcl"}:
        token = cast.analysis.tokens[token.head]
    return token.pos == "NOUN" and is_definite(cast.analysis, token.i)


def answering(cast: Cast, done: Sequence[EventMention], event: EventMention) -> EventMention:
    """A bare answer by a "she" that the text leaves open, or takes for who asked, is by whom the clause before asked: "invited her, and she accepted"."""
    if not done or event.about is not None or event.type not in ANSWERS:
        return event
    asked = done[-1]
    askers = {p.chain for p in asked.actors} | {None}
    text = cast.reading.document.text
    open_ = all(p.chain in askers and text[p.span.start : p.span.end].lower() in PRONOUNS for p in event.actors)
    if asked.dealing not in {"offer", "demand"} or not open_:
        return event  # nobody answers what they asked themselves
    sentences = {cast.analysis.tokens[i].sentence for e in (asked, event) for i in tokens_in(cast.analysis, e.trigger)}
    named = [p for p in asked.recipients if cast.is_named(p)]
    if max(sentences) - min(sentences) > 1 or len(named) != 1:
        return event
    return replace(event, actors=tuple(named), confidence=max(event.confidence, round(asked.confidence * 0.9, 3)))


def is_another(cast: Cast, event: EventMention) -> bool:
    """Whether the noun says that it is not the one told before: "the next round", "the first meeting"."""
    at = next(iter(tokens_in(cast.analysis, event.trigger)), None)
    near = () if at is None else children(cast.analysis, at, "amod", "det")
    return any(cast.analysis.tokens[c].text.lower() in OTHER for c in near)


def inherit(earlier: EventMention, event: EventMention, n: int, *, another: bool) -> EventMention:
    """The later telling with the parties and, where it is the same event and gives none, the time of the earlier."""
    if another:
        sure = max(event.confidence, round(earlier.confidence * 0.8, 3))
        return replace(event, actors=earlier.actors, recipients=earlier.recipients, confidence=sure)
    same_time = event.time if event.time is not None else earlier.time
    placed = None if same_time is not None else earlier.placed or event.placed
    return replace(
        event,
        actors=(*earlier.actors, *(p for p in event.actors if p.chain not in {q.chain for q in earlier.actors})),
        recipients=earlier.recipients,
        time=same_time,
        placed=placed,
        mode=event.mode or earlier.mode,
        refers=n,
        confidence=max(event.confidence, round(earlier.confidence * 0.9, 3)),
    )


def occasion(cast: Cast, done: Sequence[EventMention], event: EventMention) -> int | None:
    """The meeting or call in which something was said: "during the talks", or told right after it of its parties."""
    if event.type not in SPOKEN or event.time is not None:
        return None
    recent: list[int] = [*range(min(len(done), FAR)), *range(max(FAR, len(done) - FAR), len(done))]
    talks = [n for n in recent if done[n].type in MEETING and done[n].status in {"held", "ongoing"}]
    talks = [n for n in talks if not is_of_long_ago(cast, done[n])]
    parties = {p.chain for p in (*event.actors, *event.recipients) if p.chain is not None}
    named = in_talks(cast, event)
    for n in reversed(talks):
        there = {p.chain for p in (*done[n].actors, *done[n].recipients) if p.chain is not None}
        if named and (parties & there):
            return n
        if not (same_block(cast, done[n], event) or done[n].trigger.start < HEAD):
            continue
        gap = event.trigger.start - done[n].clause.end
        near = gap < NEAR
        if gap < CLOSE and parties & there and parties <= there and not len(parties & there) > 1:
            return n
        if len(parties & there) > 1 or (near and parties & there and facing(cast, parties, there)):
            return n
    return None


def is_of_long_ago(cast: Cast, event: EventMention) -> bool:
    """Whether only a month or year is told for it: "the pact that they signed last month" is no occasion of today's words."""
    return event.time is not None and time_grain(cast.reading.times[event.time]) in {"month", "quarter", "year"}


def same_block(cast: Cast, a: EventMention, b: EventMention) -> bool:
    """Whether one paragraph tells both."""
    block = cast.block_at(a.trigger.start)
    return block is not None and block == cast.block_at(b.trigger.start)


def facing(cast: Cast, parties: set[int], there: set[int]) -> bool:
    """Whether the others spoken to act for the state of somebody who took part."""
    chains = cast.reading.chains
    apart = {chains[p].country for p in parties - there}
    return bool(apart) and None not in apart and apart <= {chains[p].country for p in there}


def in_talks(cast: Cast, event: EventMention) -> bool:
    """Whether the sentence says that it was during, in or at the talks named before."""
    first = next(iter(tokens_in(cast.analysis, event.trigger)), None)
    if first is None:
        return False
    start, end = cast.analysis.sentences[cast.analysis.tokens[first].sentence]
    for i in range(start, end):
        if cast.analysis.tokens[i].text.lower() in OCCASION_WORDS:
            for noun in children(cast.analysis, i, "pobj"):
                sense = noun_sense(cast.analysis, noun)
                if sense is not None and sense.sense.type in MEETING and is_definite(cast.analysis, noun):
                    return True
    return False
