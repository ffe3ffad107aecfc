"""To whom somebody from outside offers, appeals or wishes well where no words name them: both sides of a story of two states."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.events.story_sides import StorySides
from tidings.grammar.names.gazetteer import entry
from tidings.model import Entity, Event

__all__ = ["facing", "to_both_sides"]

OFFERS = re.compile(
    r"\b(?:offer\w*|propos\w+|suggest\w*|volunteer\w*|invit\w+|ready|readiness|willing(?:ness)?|disposal|undert\w+|promis\w+)\b",
    re.I,
)
# What a third party offers to two at once.
GO_BETWEEN = re.compile(
    r"\b(?:mediat\w+|good offices|(?:its|his|her|their|the) services|intermediar\w+|go-between|as (?:an? |the )?(?:\w+ )?host|"
    r"(?:host(?:ing|ed|s)?|venue|platform) (?:[\w’'-]{1,30} ){0,5}?(?:talks|negotiations|meetings?|summit|dialogue|conference|discussions|consultations|"
    r"sides|delegations?|parties|ministers|leaders|presidents|envoys|negotiators|both|them|the two)|"
    r"broker\w*|facilitat\w+|emissar(?:y|ies)|special envoy|guarantee|guarantor|monitors|observers|round of talks|"
    r"neutral ground|third part(?:y|ies)|receive (?:the )?(?:two |both )?(?:delegations|sides|ministers|leaders|presidents|parties))\b",
    re.I,
)
# What a third party asks of two at once.
CALM = re.compile(r"\b(?:(?:self-)?restraint|calm|(?:de-?escalat|defus)\w+|dialogue|cool heads)\b", re.I)
TWO = re.compile(
    r"\b(?:the part(?:ie)?s|all parties|both|each of them|each other|one another|"
    r"(?:the|its|his|her|their) (?:two |quarrel\w+ |feuding |rival |warring )?(?:neighbou?rs|sides|capitals|governments)|"
    r"(?:the|all|both|its|their) (?:two |both )(?:countries|nations|states|ministers|presidents|leaders)|back to the (?:negotiating )?table)\b",
    re.I,
)
# Calm that is asked of one's own people: "at home", "among its fans", "after the flood".
AT_HOME = re.compile(
    r"\bat home\b|\b(?:its|his|her|their) (?:own )?(?:citizens|people|residents|nation|voters|fans|supporters|public|population|followers)\b|"
    r"\b(?:after|following|in the wake of|amid|during|as) (?:[\w-]{1,30} ){0,4}?(?:(?:earth)?quakes?|tremors?|floods?|flooding|storms?|hurricane|cyclone|"
    r"typhoon|tornado|tsunami|eruption|landslides?|wildfires?|blaze|fires?|drought|heatwave|epidemic|pandemic|outbreak|crash|blackout|power cut)\b",
    re.I,
)
WISHES = re.compile(r"\b(?:welcom\w+|hail\w*|greet\w+|applaud\w*|prais\w+|thank\w*|congratulat\w+|commend\w*)\b", re.I)
REACHED = re.compile(
    r"\b(?:agreements?|accord|deal|outcome|talks|declaration|truce|cease-?fire|meeting|summit|settlement|arrangement|resumption|pact|memorandum|"
    r"compromise|protocol|reopening|rapprochement|thaw|breakthrough|understanding|both)\b",
    re.I,
)
CODE = 3  # letters of a state's code
BOTH_WAYS = 1  # acts of each of the two on the other
AHEAD = 4 / 3  # times as many events as a third takes part in; both set on 29 stories
WHY = "to whom is not stated: both sides of the story"


def to_both_sides(entities: Sequence[Entity], events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, those that go to nobody told as going to both sides where that is what their words are for."""
    two = facing(StorySides.of(entities, events))
    if two is None:
        return tuple(events)
    known = {e.id: e for e in entities}
    sides = {known[id_].acts_for for id_ in two}
    return tuple(
        replace(e, recipients=two, why=(*e.why, WHY))
        if is_for_two(e) and all(is_outside(known.get(a), sides) for a in e.actors)
        else e
        for e in events
    )


def facing(sides: StorySides) -> tuple[str, str] | None:
    """The two states that a story is about: each acts on the other, and no third takes part in nearly as much."""
    taking_part: Counter[str] = Counter()
    for event in sides.events:
        taking_part.update({sides.side[who] for who in (*event.actors, *event.recipients) if who in sides.side})
    first, second, third = (*sorted(taking_part, key=lambda side: (-taking_part[side], side)), "", "", "")[:3]
    if not second or not all(sides.is_land(side) for side in (first, second)):
        return None
    if taking_part[second] < AHEAD * taking_part[third]:
        return None
    if min(sides.acts[first, second], sides.acts[second, first]) < BOTH_WAYS:
        return None
    return sides.head[first].id, sides.head[second].id


def is_for_two(event: Event) -> bool:
    """Whether an event names nobody that it goes to, in words that are for two: good offices, an appeal for calm, a welcome to what they agreed."""
    if event.recipients or not event.actors:
        return False
    told = (anchor.exact for anchor in event.evidence)
    if event.type == "AGREE":
        return any(OFFERS.search(words) and GO_BETWEEN.search(words) for words in told)
    if event.type == "REQUEST":
        return any(TWO.search(words) or (CALM.search(words) and not AT_HOME.search(words)) for words in told)
    return event.type == "SUPPORT" and any(WISHES.search(words) and REACHED.search(words) for words in told)


def is_outside(who: Entity | None, sides: set[str | None]) -> bool:
    """Whether an actor is, or acts for, another state or a body of states."""
    if who is None or who.acts_for in sides:
        return False
    if who.acts_for is not None and len(who.acts_for) == CODE and who.acts_for.isupper():
        return True
    known = entry(who.name if who.acts_for is None else who.acts_for)
    return known is not None and known.kind == "international"
