"""The sides of a story: who stands with whom, where each is named, and which acts go from one to another."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from tidings.grammar.events.plover import VERBAL
from tidings.model import Entity, Event

__all__ = ["ACTING", "StorySides"]

ISO = 3  # letters of a state's code
ACTING = frozenset({"country", "organization", "person"})


@dataclass(frozen=True)
class StorySides:
    """Entities by the side that they stand on: a state with all who act for it, a body with those who act for it, else each alone."""

    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    side: Mapping[str, str]  # by entity

    @classmethod
    def of(cls, entities: Sequence[Entity], events: Sequence[Event]) -> Self:
        """The sides of these entities."""
        bodies = {
            name.lower(): e
            for e in sorted(entities, key=lambda e: (len(e.mentions), e.id))
            if e.kind == "organization" and e.acts_for is None
            for name in (*e.aliases, e.name)
        }
        longer = {name: e for name, e in bodies.items() if " " in name}
        return cls(tuple(entities), tuple(events), {e.id: side_of(e, bodies, longer) for e in entities})

    @cached_property
    def held(self) -> Mapping[str, tuple[Entity, ...]]:
        """The entities of each side."""
        found: dict[str, list[Entity]] = {}
        for e in self.entities:
            found.setdefault(self.side[e.id], []).append(e)
        return {side: tuple(own) for side, own in found.items()}

    @cached_property
    def head(self) -> Mapping[str, Entity]:
        """Who stands for each side: its country, else its body, else who is named most."""
        return {side: max(own, key=standing) for side, own in self.held.items()}

    @cached_property
    def named(self) -> Mapping[str, Counter[str]]:
        """How often each side is named in each report."""
        found: dict[str, Counter[str]] = {}
        for e in self.entities:
            for m in e.mentions:
                found.setdefault(m.document, Counter())[self.side[e.id]] += 1
        return found

    @cached_property
    def all_named(self) -> Counter[str]:
        """How often each side is named in the story."""
        found: Counter[str] = Counter()
        for counted in self.named.values():
            found.update(counted)
        return found

    @cached_property
    def places(self) -> Mapping[str, tuple[tuple[int, int, str], ...]]:
        """Where in each report each side is named, in the order of the text."""
        return placed((e, self.side[e.id]) for e in self.entities)

    @cached_property
    def own_places(self) -> Mapping[tuple[str, str], tuple[tuple[int, int], ...]]:
        """By report and side where it is named, in the order of the text."""
        found: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for document, places in self.places.items():
            for start, end, side in places:
                found.setdefault((document, side), []).append((start, end))
        return {key: tuple(own) for key, own in found.items()}

    @cached_property
    def dealers(self) -> Mapping[str, tuple[tuple[int, int, str], ...]]:
        """Where in each report each entity that may deal is named, in the order of the text."""
        return placed((e, e.id) for e in self.entities if e.kind in ACTING)

    @cached_property
    def acts(self) -> Counter[tuple[str, str]]:
        """How many events are of one side acting on another."""
        return self.counted(self.events)

    @cached_property
    def said(self) -> Counter[tuple[str, str]]:
        """How many of those are words: demands, charges, offers, answers."""
        return self.counted(e for e in self.events if e.type in VERBAL)

    @cached_property
    def parties(self) -> frozenset[str]:
        """The sides that take part in anything."""
        return frozenset(self.side[who] for e in self.events for who in (*e.actors, *e.recipients) if who in self.side)

    @cached_property
    def lands(self) -> tuple[str, ...]:
        """The states, the most named first."""
        states = [side for side in self.held if self.is_land(side)]
        return tuple(sorted(states, key=lambda side: (-self.all_named[side], side)))

    def is_land(self, side: str) -> bool:
        """Whether a side is a state that the story names."""
        return self.head[side].kind == "country"

    def acting(self, document: str) -> frozenset[str]:
        """The sides named in a report that may deal: states, parties to any act, bodies with their people."""
        return frozenset(
            side
            for side in self.named.get(document, ())
            if self.head[side].kind in ACTING
            and (self.is_land(side) or side in self.parties or len(self.held[side]) > 1)
        )

    def counted(self, events: Iterable[Event]) -> Counter[tuple[str, str]]:
        """How many of these are of one side acting on another."""
        side = self.side
        pairs = ({(side.get(a, a), side.get(b, b)) for a in e.actors for b in e.recipients} for e in events)
        return Counter(pair for found in pairs for pair in found if pair[0] != pair[1])


def placed(named: Iterable[tuple[Entity, str]]) -> Mapping[str, tuple[tuple[int, int, str], ...]]:
    """By report, in the order of the text, where these entities are named, each under what it is to be known by."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for entity, known_by in named:
        for m in entity.mentions:
            found.setdefault(m.document, []).append((m.start, m.end, known_by))
    return {document: tuple(sorted(at)) for document, at in found.items()}


def standing(entity: Entity) -> tuple[bool, bool, int, str]:
    """How well an entity stands for its side."""
    return entity.kind == "country", entity.kind == "organization", len(entity.mentions), entity.id


def side_of(entity: Entity, bodies: Mapping[str, Entity], longer: Mapping[str, Entity]) -> str:
    """The side that an entity stands on, by the state or body that it acts for; `longer` are the bodies of several words."""
    name = entity.acts_for
    if name is not None and len(name) == ISO and name.isupper():
        return name
    if name is None and entity.kind != "organization":
        return entity.id
    said = (name or entity.name).lower()
    body = bodies.get(said) if name is not None else None
    if body is None and " " in said:  # "mission of the Tidal Fund"
        within = (e for n, e in longer.items() if n in said and e.id != entity.id)
        body = max(within, key=lambda e: (len(e.mentions), e.id), default=None)
    if body is not None and (name is not None or len(body.mentions) >= len(entity.mentions)):
        return body.id
    return name or entity.id
