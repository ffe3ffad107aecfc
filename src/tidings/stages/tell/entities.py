"""tell/entities: the people, bodies, states and places of a story, with every spelling, office and anchor."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.grammar.chains.acts_for import is_official
from tidings.grammar.chains.every_state import of_every_state
from tidings.grammar.chains.home_state import is_outside, is_states, pooled
from tidings.grammar.chains.landscape import state_of_place
from tidings.grammar.chains.long_forms import with_long_forms
from tidings.grammar.chains.office_keys import office_key
from tidings.grammar.chains.outlets import with_outlets
from tidings.grammar.chains.state_evidence import of_counterparts
from tidings.grammar.names.features import BUILT, featured
from tidings.grammar.names.gazetteer import country_name, entry
from tidings.grammar.names.ministries import ministry_kind
from tidings.grammar.names.name_signs import titles
from tidings.model import Anchor, Chain, Decision, Entity, EntityKind, Mention, Reading, Telling
from tidings.stage import Stage
from tidings.text.anchors import anchor
from tidings.text.names import name_words

__all__ = ["Entities"]

HOME = 0.7  # of all states that a story names: what is only one state's matter
OWNED = 0.9  # chance of a state that an owner or an institution tells; set by hand
PLACED = len("x The ")
LEAST = 3  # how often it is named
OWNER = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)?)['’]s $")
JOINING = frozenset({"of", "for", "the", "and", "s"})
NOBLE = frozenset({"King", "Queen", "Prince", "Princess", "Emperor", "Sheikh", "Sheikha", "Emir", "Sultan", "Pope"})


@dataclass(frozen=True)
class Member:
    """One chain of an entity, with its reading."""

    reading: Reading
    chain: Chain

    @property
    def mentions(self) -> list[Mention]:
        """The chain's mentions."""
        return [self.reading.mentions[m] for m in self.chain.mentions]


@dataclass(frozen=True)
class Entities(Stage[Telling, Telling]):
    """Tell who is who: what is named, or speaks or acts without a name."""

    name = "tell/entities"
    version = 15
    needs = ("readings", "linked")
    gives = ("entities",)
    longest_role: int = 12  # words of a role worth showing

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Give each telling its entities, by id."""
        for telling in batch:
            found = with_outlets(telling.readings, self.entities(telling), self.origin)
            found = with_long_forms(telling.readings, found)
            yield replace(telling, entities=tuple(self.through_bodies(telling, found)))

    def through_bodies(self, telling: Telling, entities: Sequence[Entity]) -> Iterator[Entity]:
        """The entities, those who act for a body that another report gives a state with that state."""
        group_of, of = telling.linked.group_of("entity"), {entity.id: entity for entity in entities}
        bodies: dict[str, set[str]] = {}
        spoken_for: dict[str, set[str | None]] = {}
        for reading in telling.readings:
            public = (c for c in reading.chains if c.kind == "organization" and of_every_state(c.name))
            named = {c.name: of.get(group_of.get(c.id, c.id)) for c in public}
            for chain in reading.chains:
                spoken_for.setdefault(group_of.get(chain.id, chain.id), {None}).add(chain.body)
                body = named.get(chain.body) if chain.kind == "person" and chain.body is not None else None
                if body is not None and body.acts_for is not None:
                    bodies.setdefault(group_of.get(chain.id, chain.id), set()).add(body.acts_for)
        for entity in entities:
            states = bodies.get(entity.id, set())
            open_ = entity.kind == "person" and entity.acts_for in spoken_for.get(entity.id, {None})
            yield replace(entity, acts_for=min(states)) if open_ and len(states) == 1 else entity

    def entities(self, telling: Telling) -> Iterator[Entity]:
        """The entities of one story."""
        members = {c.id: Member(r, c) for r in telling.readings for c in r.chains}
        group_of = telling.linked.group_of("entity")
        groups: dict[str, list[str]] = {}
        for chain in sorted(members):
            groups.setdefault(group_of.get(chain, chain), []).append(chain)
        active = {chain for reading in telling.readings for chain in active_chains(reading)}
        home = home_of(telling.readings)
        for key, chains in sorted(groups.items()):
            found = [members[chain] for chain in chains]
            if any(m.chain.named for m in found) or any(chain in active for chain in chains):
                yield self.decided(self.at_home(self.entity(key, found), found, home), telling.decisions, found)

    def at_home(self, entity: Entity, members: Sequence[Member], home: str | None) -> Entity:
        """The entity, of the state that the story is about where no report gives its office or body a state."""
        silent = entity.acts_for is None and all(m.chain.country is None for m in members)
        named = any(m.chain.named and is_states(m.chain) for m in members)
        named = named and not any(home in of_counterparts(m.reading.mentions, m.chain) for m in members)
        written = {state_of_place(m.reading.document.dateline) for m in members} - {None, home}
        return replace(entity, acts_for=home) if silent and named and home is not None and not written else entity

    def entity(self, key: str, members: Sequence[Member]) -> Entity:
        """The record of one group of chains."""
        kind = kind_of(members)
        names = Counter(m.name for member in members for m in member.mentions if m.form == "name" and fits(m, kind))
        if kind == "organization":
            names.update(described(members, names))
            names.update(name for member in members for m in member.mentions if (name := owned(member, m)))
            names.update(name for member in members for m in member.mentions if (name := with_article(member, m)))
        elif kind == "person":
            names.update(name for member in members for m in member.mentions if (name := titled(member, m)))
        name = best_name(names, kind, members)
        names.update(with_features(members) if kind == "place" else ())
        spellings = sorted({name, *names}, key=lambda n: (n != name, -names[n], n))
        role, roles = self.roles(members) if kind == "person" else (None, ())
        return Entity(
            id=key,
            name=name,
            kind=kind,
            aliases=tuple(spellings),
            acts_for=acts_for(members, kind) if kind != "place" else land_of(names) or land_told(members),
            role=role,
            mentions=anchors(members),
            roles=roles,
            confidence=round(min(m.chain.confidence for m in members), 3),
            origin=self.origin,
        )

    def roles(self, members: Sequence[Member]) -> tuple[str | None, tuple[str, ...]]:
        """The fullest office as a text gives it, and all roles by how often they are given."""
        counted = Counter(r for member in members for m in member.mentions if m.role and (r := tidy(m.role)))
        short = [r for r in sorted(counted) if len(r.split()) <= self.longest_role]
        if not short:
            return None, ()
        given = Counter(tidy(m.role) for member in members for m in member.mentions if m.role and m.form == "name")
        pool = [r for r in short if is_official(r)] or short
        best = max(
            pool, key=lambda r: (r in given, not is_plural(r), r[:1].isupper(), min(len(r.split()), 5), counted[r], r)
        )
        return best, tuple(sorted(short, key=lambda r: (-counted[r], r)))

    def decided(self, entity: Entity, decisions: Sequence[Decision], members: Sequence[Member]) -> Entity:
        """The entity with the name and kind that people gave it."""
        for decision in decisions:
            if decision.verdict not in {"name", "kind"} or decision.value is None:
                continue
            if not any(points_at(decision, member) for member in members):
                continue
            if decision.verdict == "name":
                aliases = tuple(dict.fromkeys((decision.value, *entity.aliases)))
                entity = replace(entity, name=decision.value, aliases=aliases)
            else:
                entity = replace(entity, kind=decision.value)
        return entity


LOOSE_ENDS = frozenset({"of", "for", "the", "a", "an", "and", "to", "at", "in"})


def tidy(role: str) -> str:
    """A role without the comma, "of", article or form of address that its words may end in."""
    words = role.rstrip(" ,;:–—-").split()
    while words and (
        words[-1].lower() in LOOSE_ENDS or (len(words) > 1 and titles().get(words[-1], ("", ""))[1] == "-")
    ):
        words.pop()
    return " ".join(words).rstrip(" ,;:–—-")


def is_plural(role: str) -> bool:
    """Whether a role's words name several holders."""
    key = office_key(role)
    return key is not None and key.plural


def active_chains(reading: Reading) -> Iterator[str]:
    """The chains that speak, are spoken to, relay, act or are acted on."""
    for quote in reading.quotes:
        for n in (quote.speaker, quote.addressee_chain, quote.relayed_by_chain):
            if n is not None:
                yield reading.chains[n].id
    for event in reading.events:
        for party in (*event.actors, *event.recipients):
            if party.chain is not None:
                yield reading.chains[party.chain].id


def kind_of(members: Sequence[Member]) -> EntityKind:
    """The kind of most mentions by name; a person wins a tie."""
    counted: Counter[EntityKind] = Counter()
    for member in members:
        named = sum(1 for m in member.mentions if m.form == "name")
        counted[member.chain.kind] += max(1, named) if member.chain.named else 0
    if not counted or not any(counted.values()):
        kind, noun = members[0].chain.kind, members[0].chain.name.split()[-1].lower()
        stateless = kind == "country" and all(m.chain.country is None for m in members)
        return "organization" if stateless and noun in {"side", "sides"} else kind  # a firm and a union have sides too
    return max(counted, key=lambda kind: (counted[kind], kind == "person", kind))


def described(members: Sequence[Member], names: Counter[str]) -> list[str]:
    """What a body is called in common nouns: all of it where it has no name, else what is a name or part of one."""
    nominal = [m.name for member in members for m in member.mentions if m.form == "nominal"]
    short = [n for n in nominal if 1 < len(n.split()) < 5]
    if not names:
        return [*short, *filter(None, map(without_owner, short))]
    words = [set(name_words(name)) - JOINING for name in names]
    joined = {"".join(name_words(name)) for name in names}
    ministries = {ministry_kind(name) for name in names} - {None}
    parts = [
        n
        for n in short
        if any(set(name_words(n)) - JOINING <= w for w in words)
        or "".join(name_words(n)) in joined  # "the Kenyan coastguard"
        or ministry_kind(n) in ministries
    ]
    return [*parts, *(n for n in nominal if " " not in n and n[:1].isupper())]  # "the Fund"


def without_owner(name: str) -> str | None:
    """A body's words without whose it is: "border service" for "Kenya's border service"."""
    own = re.split("['’]s ", name)[-1]
    return own if own != name and " " in own else None


def owned(member: Member, mention: Mention) -> str | None:
    """A body's name with the state that its text puts before it: "Kenya's Foreign Ministry"."""
    if mention.form != "name" or mention.country is None:
        return None
    text = member.reading.document.text
    owner = OWNER.search(text, max(0, mention.span.start - 40), mention.span.start)
    known = entry(owner[1]) if owner is not None else None
    return f"{owner[0]}{mention.name}" if owner is not None and known is not None and known.sort == "country" else None


def with_article(member: Member, mention: Mention) -> str | None:
    """A paper's name with the article that it keeps its capital in: "in The Dune Mirror", "“The Mirror”"."""
    text, at = member.reading.document.text, mention.span.start
    before = text[at - PLACED : at] if at > PLACED else ""
    inside = before[1:] == " The " and (before[0].isalpha() or before[0] == ",")
    return f"The {mention.name}" if inside and mention.form == "name" else None


def with_features(members: Sequence[Member]) -> Iterator[str]:
    """A place's name with what it is: "Tarn valley", "valley of Tarn"; with what people built only where no text leaves it out."""
    told = [(member.reading.document.text, m) for member in members for m in member.mentions if m.form == "name"]
    found = [one for text, m in told if (one := featured(text, m)) is not None]
    for called, noun in found:
        if noun not in BUILT or len(found) == len(told):
            yield called


def titled(member: Member, mention: Mention) -> str | None:
    """A name of one word with the title that never leaves it: "King Aldo", "Pope Odo"."""
    before = member.reading.document.text[max(0, mention.span.start - 12) : mention.span.start].split()
    return f"{before[-1]} {mention.name}" if before and before[-1] in NOBLE and mention.form == "name" else None


def fits(mention: Mention, kind: EntityKind) -> bool:
    """Whether a name may be an alias: "Kabul" where it is the city is none of the state's."""
    return kind != "country" or mention.kind == "country"


def best_name(names: Counter[str], kind: EntityKind, members: Sequence[Member]) -> str:
    """The best supported full name: for a state its usual one where it is used."""
    if kind == "country":
        code = next((m.chain.country for m in members if m.chain.country), None)
        own = [n for n in names if (known := entry(n)) is not None and known.sort == "country"]
        if code is not None and (country_name(code) in names or not own):
            return country_name(code)
        if own:
            return max(own, key=lambda n: (names[n], n))
    if not names:
        return max((m.chain.name for m in members), key=lambda n: (len(n.split()), n))
    if kind == "person":
        full = [n for n in names if 1 < len(n.split()) <= 4] or list(names)
        return max(full, key=lambda n: (names[n], len(n.split()), n))
    return max(names, key=lambda n: (n[:1].isupper(), names[n], len(n), n))


def acts_for(members: Sequence[Member], kind: EntityKind) -> str | None:
    """The state that most chains act for, else the body that most do."""
    if kind in {"place", "vessel", "unknown"}:
        return None
    told = Counter(m.chain.country for m in members if m.chain.country is not None and not m.chain.weighed)
    states = told or weighed(members)
    if states:
        return max(states, key=lambda code: (states[code], code))
    # "the army" without a state is nobody's in particular: only a body with a name is told
    bodies = Counter(m.chain.body for m in members if m.chain.body is not None and m.chain.body != m.chain.body.lower())
    return max(bodies, key=lambda body: (bodies[body], body)) if bodies else None


def land_of(names: Counter[str]) -> str | None:
    """The state that a place lies in, as the tables know it by most of its names."""
    states = Counter[str]()
    for name, often in names.items():
        if (known := entry(name)) is not None and known.country is not None:
            states[known.country] += often
    return max(states, key=lambda code: (states[code], code)) if states else None


def land_told(members: Sequence[Member]) -> str | None:
    """The state that a place lies in by the texts' own words; None where they differ."""
    told = {m.chain.country for m in members if m.chain.country is not None}
    return told.pop() if len(told) == 1 else None


def home_of(readings: Sequence[Reading]) -> str | None:
    """The state that a story names far more often than all others together; None where there is none."""
    named = Counter(m.country for r in readings for m in r.mentions if m.form != "pronoun" and m.country is not None)
    state, often = max(named.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return state if often >= LEAST and often > HOME * sum(named.values()) else None


def weighed(members: Sequence[Member]) -> Counter[str]:
    """The state that documents weigh an entity to: more than half of those that give it an office, or none another.

    Nobody's where any of them tells it against the state: an opposition leader who was a minister.
    """
    if any(is_outside(role) for m in members for role in m.chain.roles):
        return Counter()
    states = Counter(m.chain.country for m in members if m.chain.country is not None)
    asked = sum(1 for m in members if m.chain.country is not None or any(map(is_official, m.chain.roles)))
    told = [chance for m in members if (chance := left_open(m.chain))]
    clear = Counter({s: often for s, often in states.items() if len(states) == 1 or 2 * often > asked})
    if len(told) < 2:
        return clear
    likeliest, sure = pooled(told)
    if clear:
        return Counter({s: often for s, often in clear.items() if s == likeliest})
    return Counter({likeliest: 1}) if sure else Counter()


def left_open(chain: Chain) -> tuple[tuple[str, float], ...]:
    """How likely its text makes each state, where it leaves them open or only an owner in it tells one."""
    owned = ((chain.country, OWNED), ("", 1 - OWNED)) if chain.country is not None else ()
    return chain.states or owned


def anchors(members: Sequence[Member]) -> tuple[Anchor, ...]:
    """An anchor for each mention, by document and place."""
    found = {
        (member.reading.document.id, m.span.start, m.span.end): anchor(member.reading.document, m.span)
        for member in members
        for m in member.mentions
    }
    return tuple(found[key] for key in sorted(found))


def points_at(decision: Decision, member: Member) -> bool:
    """Whether a decision's first anchor lies on a mention of the member."""
    digest, start, exact = decision.a
    if member.reading.document.digest != digest:
        return False
    return any(m.span.start < start + len(exact) and start < m.span.end for m in member.mentions)
