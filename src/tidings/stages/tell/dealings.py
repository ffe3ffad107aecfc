"""tell/dealings: what is offered, demanded, agreed or refused between parties, and where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tidings.grammar.events.dealing_state import about_of, sides_of, state_of
from tidings.grammar.events.story import Member, most
from tidings.model import Anchor, Dealing, Event, Link, Telling
from tidings.stage import Stage
from tidings.text.anchors import anchor

__all__ = ["Dealings"]

TOLD_AS = {"counter_offer": "offer"}  # a clause alone tells an offer


@dataclass(frozen=True)
class Dealings(Stage[Telling, Telling]):
    """Tell the dealings that lie in the story's events, each tied to what it answers."""

    name = "tell/dealings"
    needs = ("readings", "linked", "witness_of", "entities", "events")
    gives = ("dealings",)
    shown: int = 3  # clauses given as evidence

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Yield each telling with its dealings, in the order of its events."""
        for telling in batch:
            members = members_of(telling)
            answers = answers_of(telling)
            done = realised(telling)
            kinds = {e.id: countered(kind_of(members.get(e.id, ())), e, answers) for e in telling.events}
            told = []
            for event in telling.events:
                kind = kinds[event.id]
                if kind is not None:
                    told.append(self.dealing(telling, event, kinds, members[event.id], answers))
            told = [replace(d, state="kept", why=(*d.why, done[d.event or ""])) if kept(d, done) else d for d in told]
            known = {d.id for d in told}
            told = [d if d.answers in known else replace(d, answers=None) for d in told]
            yield replace(telling, dealings=tuple(told))

    def dealing(
        self,
        telling: Telling,
        event: Event,
        kinds: Mapping[str, str | None],
        members: Sequence[Member],
        answers: Mapping[str, Sequence[tuple[str, Link]]],
    ) -> Dealing:
        """The record of one dealing."""
        kind = kinds[event.id] or ""
        own = [m for m in members if m.mention.dealing in {kind, TOLD_AS.get(kind)}]
        giver, taker, guessed = sides_of(telling, event, kind, own)
        answered = [(event_id, link) for event_id, link in answers.get("from " + event.id, ())]
        to = max(answered, key=lambda a: (a[1].weight, a[0]), default=None)
        if to is not None and not event.recipients:
            asked = next((e for e in telling.events if e.id == to[0]), None)
            if asked is not None and asked.actors:
                taker, guessed = asked.actors[0], ()
        state, why = state_of(telling, event, kind, own, answers.get("to " + event.id, ()))
        return Dealing(
            id=f"{event.id}/{kind}",
            event=event.id,
            kind=kind,
            from_=giver,
            to=taker,
            about=about_of(own),
            date=event.date.from_ if event.date.grain == "day" else None,
            state=state,
            answers=None if to is None else dealing_id(kinds, to[0]),
            evidence=self.evidence(own),
            witnesses=len({m.witness for m in own}),
            confidence=event.confidence,
            why=(*((to[1].why,) if to is not None else ()), *why, *guessed),
            origin=self.origin,
        )

    def evidence(self, members: Sequence[Member]) -> tuple[Anchor, ...]:
        """The clauses it stands on, the surest of each document."""
        best: dict[str, int] = {}
        found: list[Anchor] = []
        for m in sorted(members, key=lambda m: (-m.mention.confidence, m.mention.id)):
            if best.get(m.document, 0) < self.shown:
                best[m.document] = best.get(m.document, 0) + 1
                found.append(anchor(m.reading.document, m.mention.clause))
        return tuple(sorted(set(found), key=lambda a: (a.document, a.start, a.end)))


def dealing_id(kinds: Mapping[str, str | None], event: str) -> str | None:
    """The id of the dealing that lies in an event."""
    kind = kinds.get(event)
    return None if kind is None else f"{event}/{kind}"


def countered(kind: str | None, event: Event, answers: Mapping[str, Sequence[tuple[str, Link]]]) -> str | None:
    """The kind of a dealing: an offer that answers what the other side offered or asked for is a counter-offer."""
    return "counter_offer" if kind == "offer" and answers.get("from " + event.id) else kind


def kept(dealing: Dealing, done: Mapping[str, str]) -> bool:
    """Whether a demand that nobody answered in words was met by a deed."""
    return dealing.kind == "demand" and dealing.state in {"open", "accepted"} and dealing.event in done


def realised(telling: Telling) -> dict[str, str]:
    """The events that later deeds came of, and why that is thought."""
    group_of = telling.linked.group_of("event")
    links = (link for link in telling.linked.links if link.kind == "event" and link.relation == "realises")
    return {group_of.get(link.b, link.b): link.why for link in links}


def kind_of(members: Sequence[Member]) -> str | None:
    """The kind of dealing that most of an event's tellings make it."""
    return most((m.mention.dealing, m.mention.confidence) for m in members if m.mention.dealing is not None)


def members_of(telling: Telling) -> dict[str, list[Member]]:
    """Event to its tellings."""
    records = {d.id: d for d in telling.documents}
    witness = dict(telling.witness_of)
    group_of = telling.linked.group_of("event")
    found: dict[str, list[Member]] = {}
    for reading in sorted(telling.readings, key=lambda r: r.document.id):
        document = reading.document.id
        for index, mention in enumerate(reading.events):
            member = Member(reading, index, records.get(document), witness.get(document, document))
            found.setdefault(group_of.get(mention.id, mention.id), []).append(member)
    return found


def answers_of(telling: Telling) -> dict[str, list[tuple[str, Link]]]:
    """The answers from ("from <event>": what it answers) and to ("to <event>": what answers it) each event."""
    group_of = telling.linked.group_of("event")
    found: dict[str, list[tuple[str, Link]]] = {}
    for link in telling.linked.links:
        if link.kind == "event" and link.relation == "answers":
            a, b = group_of.get(link.a, link.a), group_of.get(link.b, link.b)
            if a != b:
                found.setdefault("from " + a, []).append((b, link))
                found.setdefault("to " + b, []).append((a, link))
    return found
