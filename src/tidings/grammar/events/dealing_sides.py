"""Who deals with whom: as told, else as the answers and the occasion show; what is only guessed says so."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property

from tidings.grammar.events.dealing_about import points_back
from tidings.grammar.events.dealing_state import ASKED
from tidings.grammar.events.meant_bodies import body_acting, body_addressed
from tidings.grammar.events.named_within import government_asked, named_before, named_within, whose_words
from tidings.grammar.events.other_side import beside, is_whose, likeliest
from tidings.grammar.events.story import Member
from tidings.grammar.events.story_sides import StorySides
from tidings.model import Entity, Event, Telling

__all__ = ["MEANT", "OF_SPEAKER", "Parties", "all_sides", "answered_by", "before_addressed", "same_side", "sides_of"]

Sides = tuple[str | None, str | None, tuple[str, ...]]  # who deals, with whom, why so where it is not stated
MEANT = ASKED | {"warning"}
MUTUAL = frozenset({"agreement", "condition"})  # whose actors may stand on both sides
ASKED_OR_WARNED = frozenset({"demand", "condition", "warning"})
TALKS = "to whom is not stated: the other side of the talks that it was said in"
TWO = "to whom is not stated: the other of the two countries that the story is about"
LIKELY = "to whom is not stated: the likeliest by who is named around it and who deals with whom"
SEVERAL = 2  # acts between two states from which what is said to nobody may go from one to the other
OF_PRESS = re.compile(
    r"\b(?:reports?|newspapers?|rumou?rs?|articles?|media|press|broadcast(?:er)?s?|websites?)\b", re.I
)
OF_SPEAKER = re.compile(r"(?<!\w)(?:my|our) ?$", re.I)
NEAR = 5  # characters: " our "
SECOND = 0.5  # mentions of the other country, by those of the first, in a story of two; set on examples/
THIRD = 0.6  # mentions of a third country, by those of the second, above which it is a story of three


@dataclass(frozen=True)
class Parties:
    """Who is in a story; laid out once, and asked at each dealing."""

    telling: Telling

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """By id."""
        return {e.id: e for e in self.telling.entities}

    @cached_property
    def sides(self) -> StorySides:
        """Who stands with whom."""
        return StorySides.of(self.telling.entities, self.telling.events)

    def likeliest(self, kind: str, giver: str, members: Sequence[Member]) -> str | None:
        """To whom a dealing likeliest goes: who of the likeliest side is named beside it, a state also from afar where it is another's."""
        side = likeliest(self.sides, kind, giver, members)
        if side is None:
            return None
        near = beside(self.sides, side, giver, members)
        head, own = self.sides.head[side], self.sides.side[giver]
        if near is not None and (near.kind != "country" or (own != side and self.entities[giver].acts_for)):
            return near.id
        if is_whose(head, members):
            return None
        foreign = own != side and self.sides.is_land(own)
        return head.id if (foreign and head.kind == "country") or self.deal(giver, head.id) else None

    @cached_property
    def between(self) -> Counter[tuple[str, str]]:
        """How many events of the story are of one side acting on another, each side by its state where it has one."""
        side = {id_: e.acts_for or id_ for id_, e in self.entities.items()}
        acts = ({(side.get(a, a), side.get(b, b)) for a in e.actors for b in e.recipients} for e in self.telling.events)
        return Counter(pair for found in acts for pair in found)

    def deal(self, one: str, other: str) -> bool:
        """Whether the story tells of acts between two sides: several of states, else some both ways, for who is only blamed deals with nobody."""
        a, b = (self.entities[id_] for id_ in (one, other))
        sides = a.acts_for or a.id, b.acts_for or b.id
        there, back = self.between[sides], self.between[sides[::-1]]
        states = bool(a.acts_for and b.acts_for) and a.kind != "organization"
        return sides[0] != sides[1] and (there + back >= SEVERAL if states else min(there, back) > 0)


def sides_of(parties: Parties, event: Event, kind: str, members: Sequence[Member], known: str | None) -> Sides:
    """Who deals, with whom, and why so where it is not stated. `known` is who asked for it or who answered it.

    To whom a denial of what the press says goes is never guessed.
    """
    entities = parties.entities
    own = kind in {"condition", "denial"}  # is who speaks, whoever else acts in it
    spoken = speakers(parties, members if own else [m for m in members if is_said(m)])
    if own and spoken and event.actors and speaks_of_another(entities, kind, spoken[0], members):
        own = False
    giver = spoken[0] if spoken and (own or not event.actors) else next(iter(event.actors), None)
    held = (*event.recipients, *event.actors) if kind in MUTUAL else event.recipients
    if giver is None:
        giver, with_ = named_within(parties.sides, kind, members)
        held = held if with_ is None else (with_, *held)
        giver = body_acting(parties.sides, members) if giver is None else giver
        giver = named_before(parties.sides, members) if giver is None else giver
    others = [e for e in held if e != giver and not same_side(entities, giver, e)]
    within = [
        e for e in event.recipients if e != giver and e not in event.actors
    ]  # of one state: "the deputy accused the minister"
    others = others or (within if kind != "agreement" else [])
    if others:
        return giver, others[0], ()
    if giver in entities and (own_land := government_asked(parties.sides, giver, members)) is not None:
        return giver, own_land, ()
    if giver in entities and (body := body_addressed(parties.sides, giver, members)) is not None:
        return giver, body, ()
    if giver in entities and kind in {"refusal", "denial"}:
        owner = whose_words(parties.sides, giver, members)
        if owner is not None:
            return giver, owner, ()
    if known is not None and known != giver and not same_side(entities, giver, known):
        return giver, known, ()
    if giver not in entities or any(not same_side(entities, giver, e) for e in event.actors if e != giver):
        return giver, None, ()  # two sides who ask together do not ask each other
    if any(OF_SPEAKER.search(words) for words in before_addressed(members)):
        return giver, None, ()  # "my brother should speak less" is said to no other side
    guess, why = guessed(parties, giver, kind, members)
    if guess is not None and parties.deal(giver, guess):
        return giver, guess, (why,)
    guess = None if kind == "denial" else parties.likeliest(kind, giver, members)
    return (giver, None, ()) if guess is None else (giver, guess, (LIKELY,))


def speaks_of_another(entities: dict[str, Entity], kind: str, speaker: str, members: Sequence[Member]) -> bool:
    """Whether who speaks only tells what another does: a denial by another word than the cue of the quote, a condition that a nameless source reports."""
    if kind == "denial":
        return not any(is_said(m) for m in members)
    return any(m.mention.actors for m in members) or (
        entities[speaker].acts_for is None and entities[speaker].kind == "person"
    )


def guessed(parties: Parties, giver: str, kind: str, members: Sequence[Member]) -> tuple[str | None, str]:
    """To whom it goes by the talks it is said in, or by who else the story is about; why so."""
    entities = parties.entities
    if kind not in MEANT and not answers_a_state(kind, members, entities.get(giver)):
        return None, ""
    addressed = any(m.mention.recipients for m in members)
    if kind not in ASKED_OR_WARNED and addressed:
        return None, ""  # the text says to whom, though not who they are
    guesses = (
        (opposite(parties.telling, entities, giver, members), TALKS),
        (counterpart(entities, giver), TWO),
    )
    return next(((who, why) for who, why in guesses if who is not None), (None, ""))


def before_addressed(members: Sequence[Member]) -> list[str]:
    """What stands before each of those to whom it is said, with the first word for them."""
    said = ((m.reading.document.text, p.span) for m in members for p in m.mention.recipients)
    heads = ((text[: span.start], text[span.start : span.end].split(" ")) for text, span in said)
    return [f"{before[-NEAR:]}{words[0]} " if words[1:] else before[-NEAR:] for before, words in heads]


def answers_a_state(kind: str, members: Sequence[Member], giver: Entity | None) -> bool:
    """Whether a denial is by a state's voice and of no mere report, or a refusal of what it points back to: "denied the charge", "turned down the offer"."""
    if kind not in {"denial", "refusal"}:
        return False
    said = [(m.reading.document.text, m.mention) for m in members]
    if kind == "denial":
        spoken_for = giver is not None and giver.acts_for is not None
        return spoken_for and not any(OF_PRESS.search(text[e.clause.start : e.clause.end]) for text, e in said)
    return any(e.about and points_back(text[e.about.start : e.about.end]) for text, e in said)


def all_sides(event: Event, kind: str, giver: str | None, taker: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All who deal together and all whom it goes to, each empty where it is but one."""
    if kind in MUTUAL:
        return (), ()
    together = event.actors if giver in event.actors and len(event.actors) > 1 else ()
    asked = tuple(e for e in event.recipients if e not in event.actors)
    return together, asked if taker in asked and len(asked) > 1 else ()


def answered_by(entities: Container[str], event: Event) -> str | None:
    """Who acts in an answering or asking event, if one alone does."""
    acting = [a for a in event.actors if a in entities]
    return acting[0] if len(acting) == 1 else None


def is_said(member: Member) -> bool:
    """Whether the act is done by the saying of it: the word that tells it is the quotation's own cue."""
    if member.mention.quote is None:
        return False
    quote = member.reading.quotes[member.mention.quote]
    return quote.cue is not None and quote.cue.meets(member.mention.trigger)


def speakers(parties: Parties, members: Sequence[Member]) -> list[str]:
    """The entities that these tellings are quoted from, the surest first."""
    entity = parties.telling.linked.group_of("entity")
    found: list[str] = []
    for m in sorted(members, key=lambda m: (-m.mention.confidence, m.mention.id)):
        if m.mention.quote is not None:
            speaker = m.reading.quotes[m.mention.quote].speaker
            if speaker is not None:
                found.append(entity.get(m.reading.chains[speaker].id, ""))
    return [id_ for id_ in dict.fromkeys(found) if id_ in parties.entities]


def same_side(entities: dict[str, Entity], a: str | None, b: str | None) -> bool:
    """Whether two entities act for one state."""
    one = entities[a].acts_for if a in entities else None
    other = entities[b].acts_for if b in entities else None
    return one is not None and one == other


def opposite(telling: Telling, entities: dict[str, Entity], giver: str, members: Sequence[Member]) -> str | None:
    """The other side of the talks in which it was said, where there is but one."""
    entity = telling.linked.group_of("entity")
    for m in members:
        if m.mention.occasion is None:
            continue
        talks = m.reading.events[m.mention.occasion]
        both = (p.chain for p in (*talks.actors, *talks.recipients) if p.chain is not None)
        chains = [c for c in both if m.reading.chains[c].named or m.reading.chains[c].country is not None]
        there = [who for c in chains if (who := entity.get(m.reading.chains[c].id)) in entities]
        if not any(w == giver or same_side(entities, giver, w) for w in there):
            continue
        others = [w for w in there if w is not None and w != giver and not same_side(entities, giver, w)]
        if others and all(w == others[0] or same_side(entities, others[0], w) for w in others):
            return others[0]
    return None


def counterpart(entities: dict[str, Entity], giver: str) -> str | None:
    """The other of the two countries that a story is about, for who acts for one of them; None where it is about more or fewer."""
    lands = sorted((e for e in entities.values() if e.kind == "country"), key=lambda e: (-len(e.mentions), e.id))[:3]
    counts = [*(len(e.mentions) for e in lands), 0, 0, 0][:3]
    if giver not in entities or counts[1] < SECOND * counts[0] or counts[2] > THIRD * counts[1]:
        return None
    two = lands[:2]
    side = [e for e in two if e.id == giver or (e.acts_for is not None and e.acts_for == entities[giver].acts_for)]
    return next((e.id for e in two if e not in side), None) if len(side) == 1 else None
