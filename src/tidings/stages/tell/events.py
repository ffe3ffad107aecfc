"""tell/events: the events of a story, each once, with where it stands and how it came to stand there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod

from tidings.grammar.disputes.denied_tellings import DeniedTelling, denied_tellings
from tidings.grammar.disputes.scene import scene_of
from tidings.grammar.events.both_sides import facing, to_both_sides
from tidings.grammar.events.event_card import leads
from tidings.grammar.events.open_parties import is_private, land_of
from tidings.grammar.events.plover import project
from tidings.grammar.events.self_contained import Clauses, clauses_of
from tidings.grammar.events.shown_words import shown
from tidings.grammar.events.story import (
    Member,
    come_of_it,
    date_of,
    gone_before,
    history_of,
    in_order,
    most,
    presupposed,
    status_of,
)
from tidings.grammar.events.story_sides import StorySides
from tidings.grammar.events.told_parties import Meant, parties_of
from tidings.grammar.events.unsaid_doers import with_doers
from tidings.model import Anchor, Decision, Event, EventMention, Resolved, Span, StatusPoint, Telling
from tidings.stage import Stage
from tidings.text.anchors import anchor

__all__ = ["Events"]

STANDING = frozenset({"held", "ongoing", "announced"})
GOING_ON = frozenset({"held", "ongoing"})
# What stands before a noun that names an act: "the strike", "last month's deadly raid", "its third refusal".
NAMES_IT = re.compile(r"(?:\b(?:the|an?|this|that|his|her|its|their|our|my)|[’']s?)(?: [\w-]+){0,2} \Z", re.IGNORECASE)

# "the Government of Chile", "Chile's foreign ministry", "the Chilean side"; no body of its own will like a parliament or a court.
VOICE_OF_STATE = re.compile(
    r"\A(?:the )?(?:government of (?:the )?[\w ’'-]{2,30}\Z|[\w’'-]+ government\Z)|\b(?:presidency\b|(?:foreign|external) (?:affairs )?ministry\b|(?:ministry|department) (?:of|for) (?:the )?(?:foreign|external)\b|"
    r"foreign office\b|chancell?ery\b|(?-i:side)$)",
    re.IGNORECASE,
)
OF_ITSELF = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|me)\b")


FULL_FRAME = 0.72  # confidence of the rules from which both sides of a known act are told
DOUBTED, FULL_CHANCE = 0.3, 0.57  # chances between which a full frame is right as often as the higher says


@dataclass(frozen=True)
class Events(Stage[Telling, Telling]):
    """Sum up the tellings of each event."""

    name = "tell/events"
    version = 30
    needs = ("readings", "linked", "decisions", "documents", "witness_of", "entities", "resolved", "quotes", "retold")
    gives = ("events",)
    least: float = 0.2  # of the rules' confidence that an event needs to be told
    trusted: float = 0.1  # chance of being right that it needs; the first screen asks for more
    unnamed: float = 0.5  # confidence that one that names nobody needs
    alone: float = 0.6  # trust that one needs that names nobody; set on evals/labels/reports.jsonl
    shown: int = 3  # clauses of one document that are given as evidence
    longest: int = 240  # characters of a summary

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Yield each telling with its events, by date."""
        for telling in batch:
            entity = entity_ids(telling)
            known = Known(
                entity,
                {**told_by_role(telling), **entity},
                {(r.document, r.index): r for r in telling.resolved},
                denied_by_mention(telling),
                retold_by_event(telling),
                stages_by_event(telling),
                clauses_of(telling),
                Meant(entity, StorySides.of(telling.entities, ())),
            )
            cause = realises(telling)
            found = self.told(telling, known)
            two = facing(StorySides.of(telling.entities, found))
            if two is not None and any(
                known.meant.is_joint(m.reading, m.mention) for _, g in groups(telling) for m in g
            ):
                found = self.told(telling, replace(known, meant=replace(known.meant, two=two)))
            sides = StorySides.of(telling.entities, found)
            found = list(with_doers(sides, dict(groups(telling)), facing(sides)))
            ids = {event.id for event in found}
            found = [replace(e, realises=tuple(i for i in cause.get(e.id, ()) if i in ids)) for e in found]
            found = list(to_both_sides(telling.entities, found))
            yield replace(telling, events=tuple(sorted(found, key=lambda e: (e.date.from_ or "9999", e.id))))

    def told(self, telling: Telling, known: "Known") -> list[Event]:
        """The events that are surely enough told."""
        told = (self.event(telling, known, id_, group) for id_, group in groups(telling))
        return [event for event in told if event is not None and event.confidence >= self.trusted]

    def event(self, telling: Telling, known: "Known", id_: str, members: Sequence[Member]) -> Event | None:
        """The record of one event."""
        entity = known.entity
        witness = dict(telling.witness_of)
        affirmed = [m for m in members if m.mention.status != "denied"] or list(members)
        actors, recipients = parties_of(affirmed, known.meant)
        heard = len({m.witness for m in affirmed})
        sure = max(m.mention.confidence for m in members)
        if not actors and not recipients and len({m.document for m in members}) < 2 and not self.stands_alone(members):
            return None  # one report of an act that names nobody
        if min(0.99, sure + 0.06 * (heard - 1)) < self.least:
            return None
        type_ = most((m.mention.type, m.mention.confidence) for m in members) or members[0].mention.type
        mode = most((m.mention.mode, m.mention.confidence) for m in members)
        against = [d for m in affirmed for d in known.denied.get(m.mention.id, ())]
        history = tuple(sorted({*history_of(members), *denial_points(telling, against)}, key=in_order))
        denied_by = tuple(
            sorted({*deniers(members, known.speaking), *(e for d in against if (e := known.speaking.get(d.by or "")))})
        )
        history = tuple(sorted({*history, *come_of_it(history, known.stages.get(id_, ()))}, key=in_order))
        status = "denied" if is_withdrawn(affirmed, denied_by, known.speaking) else status_of(history, witness)
        history = tuple(sorted({*history, *gone_before(history, known.stages.get(id_, ()))}, key=in_order))
        history = (*presupposed(affirmed, history), *history)
        decided = decided_status(telling.decisions, members)
        status = decided.value if decided is not None and decided.value else status
        date, why = date_of(affirmed, known.resolved)
        standing = [m for m in affirmed if m.mention.status == status] or affirmed
        agreeing = [m for m in members if stands_so(m.mention.status, status)] or affirmed
        best = max(standing, key=plainness)
        return Event(
            id=id_,
            type=type_,
            mode=mode,
            plover=project(type_, status),
            actors=actors,
            recipients=recipients,
            date=date,
            status=status,
            history=history,
            denied_by=denied_by,
            summary=self.summary(known.clauses.told(best.document, words_of(best), actors, recipients)),
            witnesses=len({m.witness for m in agreeing}),
            confidence=trusted(members),
            evidence=(
                *self.evidence(members if status == "denied" else affirmed),
                *(words for words, _ in known.retold.get(id_, ())),
            ),
            realises=(),
            attributed_to=attributed(affirmed, entity, status),
            why=(
                *why,
                *((f"status decided: {decided.reason}",) if decided is not None else ()),
                *(f"likely told in {words.document} too ({sure})" for words, sure in known.retold.get(id_, ())),
            ),
            origin=self.origin,
        )

    def stands_alone(self, members: Sequence[Member]) -> bool:
        """Whether an act that names nobody is surely told, or as one that happened on a day: a march, the release of prisoners."""
        return any(
            (m.mention.trust >= self.alone and m.mention.status in STANDING)
            or (
                m.mention.confidence >= self.unnamed
                and m.mention.time is not None
                and m.mention.status in {"held", "ongoing"}
            )
            for m in members
        )

    def summary(self, text: str) -> str:
        """The clause that tells it best, cut where it is long, and never within a name in brackets."""
        if len(text) <= self.longest:
            return text
        short = text[: self.longest].rsplit(" ", 1)[0]
        return (short if short.count("[") == short.count("]") else short[: short.rindex("[")].rstrip()) + " …"

    def evidence(self, members: Sequence[Member]) -> tuple[Anchor, ...]:
        """The clauses that tell it, the surest of each document."""
        found: dict[tuple[str, int, int], Anchor] = {}
        count: dict[str, int] = {}
        for m in sorted(members, key=lambda m: (-m.mention.confidence, m.mention.id)):
            clause = words_of(m)
            key = (m.document, clause.start, clause.end)
            if key not in found and count.get(m.document, 0) < self.shown:
                count[m.document] = count.get(m.document, 0) + 1
                found[key] = anchor(m.reading.document, clause)
        return tuple(found[key] for key in sorted(found))


def plainness(member: Member) -> tuple[bool, bool, bool, bool, float, int, str]:
    """Sorts what tells an event best last: of others, as a deed and not by a noun, of somebody, at the head of its report, surely, shortly."""
    mention, text = member.mention, member.reading.document.text
    before = text[mention.clause.start : mention.trigger.start]
    return (
        OF_ITSELF.search(text, mention.clause.start, mention.clause.end) is None,
        NAMES_IT.search(before) is None,
        bool(mention.actors or mention.recipients),
        leads(member.reading, mention),
        mention.confidence,
        -mention.clause.length,
        mention.id,
    )


def words_of(member: Member) -> Span:
    """What of its report is shown for a telling."""
    mention = member.mention
    return shown(member.reading.document.text, member.reading.sentences, mention.clause, mention.trigger)


def denied_by_mention(telling: Telling) -> dict[str, list[DeniedTelling]]:
    """Telling to the denials of what it tells."""
    found: dict[str, list[DeniedTelling]] = {}
    for one in denied_tellings(scene_of(telling)):
        found.setdefault(one.mention, []).append(one)
    return found


def retold_by_event(telling: Telling) -> dict[str, list[tuple[Anchor, float]]]:
    """Event to the words of further reports that likely tell it, with how likely."""
    documents = {r.document.id: r.document for r in telling.readings}
    found: dict[str, list[tuple[Anchor, float]]] = {}
    for one in telling.retold:
        found.setdefault(one.event, []).append((anchor(documents[one.document], one.span), one.chance))
    return found


def denial_points(telling: Telling, against: Sequence[DeniedTelling]) -> tuple[StatusPoint, ...]:
    """What is denied by each report that tells so."""
    told = {d.document for d in against}
    return tuple(
        StatusPoint("denied", (d.published or "")[:10] or None, d.id) for d in telling.documents if d.id in told
    )


def stages_by_event(telling: Telling) -> dict[str, list[StatusPoint]]:
    """Event to where it stands by the sentences of further reports."""
    reported = {d.id: (d.published or "")[:10] or None for d in telling.documents}
    found: dict[str, list[StatusPoint]] = {}
    for one in telling.retold:
        if one.stage is not None:
            found.setdefault(one.event, []).append(StatusPoint(one.stage, reported[one.document], one.document))
    return found


@dataclass(frozen=True, slots=True)
class Known:
    """What of a story is asked at each event: the entity of each chain and of each that speaks, days, which tellings are denied, what tells it again, and at which stage."""

    entity: Mapping[str, str]
    speaking: Mapping[str, str]  # with those that speak by a role alone: an embassy
    resolved: Mapping[tuple[str, int], Resolved]
    denied: Mapping[str, Sequence[DeniedTelling]]
    retold: Mapping[str, Sequence[tuple[Anchor, float]]]
    stages: Mapping[str, Sequence[StatusPoint]]
    clauses: Clauses
    meant: Meant


def trusted(members: Sequence[Member]) -> float:
    """The chance that it is told rightly: that not every witness, each by its best telling, is misread."""
    best: dict[str, float] = {}
    for m in members:
        best[m.witness] = max(best.get(m.witness, 0.0), chance_of(m.mention))
    return round(min(0.99, 1 - prod(1 - best[witness] for witness in sorted(best))), 3)


def chance_of(mention: EventMention) -> float:
    """The chance that one telling is right: where a frame is full, more than its trees say in their middle.

    Of judged tellings of .3 to .55 with a full frame 20 of 31 are right, and 4 of 5 in the test part (evals/labels/judged_events.jsonl).
    """
    full = mention.confidence >= FULL_FRAME and DOUBTED <= mention.trust < FULL_CHANCE
    return FULL_CHANCE if full else mention.trust


def groups(telling: Telling) -> Iterator[tuple[str, list[Member]]]:
    """The tellings of each event; what a later version of a report tells anew takes the place of its earlier one."""
    later = {d.revises: d.id for d in telling.documents if d.revises and d.revises_basis != "unknown"}
    readings = {r.document.id: r for r in telling.readings}
    records = {d.id: d for d in telling.documents}
    witness = dict(telling.witness_of)
    group_of = telling.linked.group_of("event")
    found: dict[str, list[Member]] = {}
    for id_ in sorted(readings):
        reading = readings[id_]
        for index, mention in enumerate(reading.events):
            member = Member(reading, index, records.get(id_), witness.get(id_, id_))
            found.setdefault(group_of.get(mention.id, mention.id), []).append(member)
    for group in sorted(found):
        here = {m.document for m in found[group]}
        yield group, [m for m in found[group] if later.get(m.document) not in here]


def realises(telling: Telling) -> dict[str, tuple[str, ...]]:
    """Event to the demands that were met by it."""
    group_of = telling.linked.group_of("event")
    found: dict[str, set[str]] = {}
    for link in telling.linked.links:
        if link.kind == "event" and link.relation == "realises":
            a, b = group_of.get(link.a, link.a), group_of.get(link.b, link.b)
            if a != b:
                found.setdefault(a, set()).add(b)
    return {a: tuple(sorted(found[a])) for a in sorted(found)}


def entity_ids(telling: Telling) -> dict[str, str]:
    """Chain to the entity that takes part: a group that nobody names acts for its state, or is nobody the story knows."""
    told = {entity.id: entity for entity in telling.entities}
    group_of = telling.linked.group_of("entity")
    chains = [chain for reading in telling.readings for chain in reading.chains]
    named = {group_of.get(chain.id) for chain in chains if chain.named}
    lands = {e.acts_for: e.id for e in reversed(telling.entities) if e.kind == "country" and e.acts_for}
    found: dict[str, str] = {}
    for chain in chains:
        group = group_of.get(chain.id)
        land = lands.get(land_of(chain) or "")
        whole = told.get(group or "")
        voice = lands.get(whole.acts_for or "") if whole is not None and VOICE_OF_STATE.search(whole.name) else None
        if land is not None and chain.kind == "place":
            found[chain.id] = land
        elif voice is not None and whole is not None and whole.kind == "organization":
            found[chain.id] = voice  # of a body that speaks for its state abroad the state is the party
        elif group in told and group in named:
            found[chain.id] = group
        elif land is not None:
            found[chain.id] = land
        elif group in told and is_private(chain):
            found[chain.id] = group
    return found


def stands_so(told: str, status: str) -> bool:
    """Whether a telling bears out where an event stands: a plea is no witness of what was done."""
    return told == status or (told in GOING_ON and status in GOING_ON)


def is_withdrawn(affirmed: Sequence[Member], denied_by: Sequence[str], entity: Mapping[str, str]) -> bool:
    """Whether everybody whose word alone it rests on has since said that it is not so."""
    told_by = [speaker(m, entity) for m in affirmed if m.mention.status != "denied"]
    return bool(told_by) and all(who is not None and who in denied_by for who in told_by)


def told_by_role(telling: Telling) -> dict[str, str]:
    """Chain to the entity that the story tells of, also where nobody names it."""
    told = {entity.id for entity in telling.entities}
    group_of = telling.linked.group_of("entity")
    chains = (chain.id for reading in telling.readings for chain in reading.chains)
    return {chain: group for chain in chains if (group := group_of.get(chain, chain)) in told}


def deniers(members: Sequence[Member], entity: Mapping[str, str]) -> tuple[str, ...]:
    """The entities that deny it, where others assert it too."""
    if all(m.mention.status == "denied" for m in members):
        return ()
    return speakers([m for m in members if m.mention.status == "denied"], entity)


def speakers(members: Sequence[Member], entity: Mapping[str, str]) -> tuple[str, ...]:
    """The entities that these tellings are quoted from."""
    return tuple(sorted({who for m in members if (who := speaker(m, entity)) is not None}))


def speaker(member: Member, entity: Mapping[str, str]) -> str | None:
    """The entity that a telling is quoted from; None in the outlet's own voice, and where nobody knows who speaks."""
    if member.mention.quote is None:
        return None
    chain = member.reading.quotes[member.mention.quote].speaker
    return None if chain is None else entity.get(member.reading.chains[chain].id)


def attributed(members: Sequence[Member], entity: Mapping[str, str], status: str) -> tuple[str, ...]:
    """Whose word alone the event as it stands rests on, with who did it if that is told; () where anybody else tells it.

    An outlet that names nobody who did it vouches for nobody's guilt; another source that tells it vouches for the event.
    """
    standing = [m for m in members if m.mention.status == status] or list(members)
    resting = [m for m in standing if m.mention.actors or m.mention.quote is not None]
    resting = resting if any(m.mention.actors for m in standing) else standing
    return () if any(speaker(m, entity) is None for m in resting) else speakers(resting, entity)


def decided_status(decisions: Sequence[Decision], members: Sequence[Member]) -> Decision | None:
    """The latest decision of a person on this event's status whose words are still there."""
    found: list[Decision] = []
    for decision in decisions:
        if decision.verdict != "status":
            continue
        digest, start, exact = decision.a
        for m in members:
            document, clause = m.reading.document, m.mention.clause
            there = document.digest == digest and document.text[start : start + len(exact)] == exact
            if there and start < clause.end and clause.start < start + len(exact):
                found.append(decision)
                break
    return max(found, key=lambda d: (d.when, d.id), default=None)
