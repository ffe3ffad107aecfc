"""Who takes part in an event by all its tellings, also by words that name no party of the story but mean one: "the foreign ministers of A and B", "both countries"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tidings.grammar.events.meant_bodies import BODIES, meant
from tidings.grammar.events.named_within import OTHERS, SPEAKS_FOR, names_in
from tidings.grammar.events.story import Member
from tidings.grammar.events.story_sides import StorySides
from tidings.model import Entity, EventMention, Participant, Reading

__all__ = ["Meant", "parties_of"]

OFFICES = (
    r"(?:(?P<of>[a-z]+) )?(?:(?P<office>minister|president|premier|chancellor)s|leaders|heads of (?:state|government))"
)
# "both countries", "the two governments", "the foreign ministers"; not "the ministers of the Union", "leaders of five states".
JOINT = re.compile(
    rf"(?:both|the two|these two|their two|its two|the) (?:(?:quarrel\w+|feuding|rival|warring|neighbou?ring) )?"
    rf"(?:countries|nations|states|governments|capitals|neighbou?rs|{OFFICES})(?: of (?:both|the two) \w+| (?:in|at|on|by) .*)?",
    re.I,
)
SINGLE = re.compile(r"the (?:states|nations|countries|governments|capitals|neighbou?rs|leaders)", re.I)
OF_OFFICE = re.compile(rf"\b{OFFICES}\b", re.I)
OWNED = re.compile(r"['’]s? +$")  # "the president's Office" is no other Office
NOBODY = re.compile(r"an? (?:\w+ )*officials?\b", re.I)  # "an official of the fund" is none of whom it tells
OWN = re.compile(r"\b(?:office|cabinet|presidency|team|spokes\w+)\b", re.I)  # of a person: what speaks for them alone
OF_STATE = re.compile(r"\b(?:government|ministry|embassy|authorities)\b", re.I)
BARE = re.compile(rf"the ({'|'.join(sorted(BODIES))})", re.I)
BEFORE = 24  # characters before a party's words in which "the two foreign" stands
TWO = 2
SHARE = 0.34  # of the best told party's weight that another needs


@dataclass(frozen=True)
class Meant:
    """Whom a story means by words for a party: its two sides, where it has two, and who holds which office."""

    entity: Mapping[str, str]  # chain to entity
    sides: StorySides
    two: tuple[str, ...] = ()

    @cached_property
    def known(self) -> Mapping[str, Entity]:
        """By id."""
        return {e.id: e for e in self.sides.entities}

    def by(self, reading: Reading, party: Participant) -> tuple[str, ...]:
        """The entities that a party of a reading is; () where nobody can say."""
        who = None if party.chain is None else self.entity.get(reading.chains[party.chain].id)
        text, span = reading.document.text, party.span
        words = " ".join(text[span.start : span.end].split())
        if (body := self.body(reading, party, words)) is not None:
            return (body,)
        if who is not None:
            led = " ".join(text[max(0, span.start - BEFORE) : span.end].split())
            office = OF_OFFICE.search(led, max(0, len(led) - len(words) - BEFORE))
            plural = office is not None and office.end() == len(led) and self.known[who].kind == "country"
            return (self.holder(who, office),) if plural else (who,)
        if party.chain is not None and reading.chains[party.chain].named:
            return ()
        return self.joint(words) or self.within(reading, party, words)

    def body(self, reading: Reading, party: Participant, words: str) -> str | None:
        """The named body that a bare noun means, where the report has named one alone of that noun: "the union", "the fund"."""
        told = BARE.fullmatch(words)
        if told is None or (party.chain is not None and reading.chains[party.chain].named):
            return None
        return meant(self.sides, reading.document.id, told.group(1).lower(), party.span.start)

    def is_joint(self, reading: Reading, event: EventMention) -> bool:
        """Whether one of an event's parties may be both sides of the story."""
        spans = (
            p.span for p in (*event.actors, *event.recipients) if p.chain is None or not reading.chains[p.chain].named
        )
        return any(JOINT.fullmatch(" ".join(reading.document.text[s.start : s.end].split())) for s in spans)

    def within(self, reading: Reading, party: Participant, words: str) -> tuple[str, ...]:
        """Those named inside words that speak for them: "the ministers of A and B", "Berg's office", "Berg's government"."""
        start, end = party.span.start, party.span.end
        inside = names_in(self.sides, reading.document.id, start, end, whole=False)
        about = self.around(reading.document.id, reading.document.text, start, end)
        if (
            not inside
            or SPEAKS_FOR.search(about) is None
            or OWNED.search(about) is not None
            or OTHERS.search(words) is not None
            or NOBODY.match(words) is not None
        ):
            return ()
        if len({self.sides.side[who] for who in inside}) == 1:
            who = self.known[inside[-1]]
            if who.kind != "person" or OWN.search(about):
                return (who.id,)
            lead = self.sides.head[self.sides.side[who.id]]
            return (lead.id,) if lead.kind == "country" and OF_STATE.search(about) else ()
        if len(inside) != TWO or any(self.known[who].kind != "country" for who in inside):
            return ()
        office = OF_OFFICE.search(words)
        return tuple(self.holder(who, office) for who in inside)

    def around(self, document: str, text: str, start: int, end: int) -> str:
        """The words of a stretch without the names inside it."""
        kept = list(text[start:end])
        for low, high, _ in self.sides.dealers.get(document, ()):
            if start <= low and high <= end and (low, high) != (start, end):
                kept[low - start : high - start] = " " * (high - low)
        return "".join(kept)

    def joint(self, words: str) -> tuple[str, ...]:
        """The two sides of the story, where words stand for both."""
        told = JOINT.fullmatch(words)
        if told is None or SINGLE.fullmatch(words):
            return ()
        return tuple(self.holder(who, told if told["office"] else None) for who in self.two)

    def holder(self, land: str, office: "re.Match[str] | None") -> str:
        """Who holds an office of a state where the story knows one alone, else the state."""
        if office is None or office["office"] is None:
            return land
        noun, kind = office["office"].lower(), (office["of"] or "").lower()
        told = f"{kind} {noun}" if kind and kind not in {"the", "two", "both", "by", "of"} else noun
        found = [
            e
            for e in self.sides.entities
            if e.kind == "person" and e.acts_for == self.known[land].acts_for and holds(told, (e.role or "", *e.roles))
        ]
        return found[0].id if len(found) == 1 else land


def holds(office: str, roles: Sequence[str]) -> bool:
    """Whether one of somebody's roles is an office, no deputy's or former one."""
    return any(
        re.search(rf"\b{office}\b", role, re.I)
        and not re.search(r"\b(?:deputy|former|ex|vice|shadow|spokes\w+|adviser)\b", role, re.I)
        for role in roles
    )


def parties_of(members: Sequence[Member], meant: Meant) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and recipients as entities: those that a fair share of the tellings names, the best told first."""
    acts, suffers = Counter[str](), Counter[str]()
    for member in members:
        for weights, side in ((acts, member.mention.actors), (suffers, member.mention.recipients)):
            for who in dict.fromkeys(id_ for p in side for id_ in meant.by(member.reading, p)):
                weights[who] += round(member.mention.confidence * 1000)
    actors = kept(acts, {}, mutual=any(m.mention.type == "CONSULT" for m in members))
    return actors, tuple(who for who in kept(suffers, acts, mutual=False) if who not in actors)


def kept(weights: Counter[str], against: Mapping[str, int], *, mutual: bool) -> tuple[str, ...]:
    """The parties of a side with enough weight; for a meeting at least two."""
    ordered = sorted((w for w in weights if weights[w] >= against.get(w, 0)), key=lambda w: -weights[w])
    if not ordered:
        return ()
    least = SHARE * weights[ordered[0]]
    return tuple(w for n, w in enumerate(ordered) if weights[w] >= least or (mutual and n < 2))
