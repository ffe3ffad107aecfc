"""tell/dealings: what is offered, demanded, agreed or refused between parties, and where it stands."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tidings.grammar.events.answering import CAME, COUNTER, is_view, outcome_of
from tidings.grammar.events.dealing_about import about_of, has_topic, is_named_only, is_only_broken, says_behind
from tidings.grammar.events.dealing_fates import fates_of
from tidings.grammar.events.dealing_sides import MEANT, Parties, all_sides, answered_by, same_side, sides_of
from tidings.grammar.events.dealing_state import ASKED, Answer, state_of, term_of
from tidings.grammar.events.story import Member, most
from tidings.grammar.events.story_sides import StorySides
from tidings.grammar.events.taken_up import taken_up
from tidings.grammar.events.told_matters import matters_told
from tidings.grammar.events.told_outcomes import Fate, fates
from tidings.lexicon import rows
from tidings.model import Anchor, Dealing, Document, DocumentRecord, Event, Link, Resolved, Span, Telling
from tidings.stage import Stage
from tidings.text.anchors import anchor

__all__ = ["Dealings"]

TOLD_AS = {"counter_offer": "offer"}  # a clause alone tells an offer
DECIDED = "decision"  # origin of what people decided
SAYING = 0.8  # strength from which a verb is always one of saying
ASKED_OF = "who answers is not stated: those it was asked of"
TAKEN_UP = "later reports tell the talks or the mediation as held"
APART = 60  # characters between a clause and what it is about
DECIDING = frozenset({"accepted", "rejected"})  # of what another asked or offered
OFFERED = ASKED - {"condition"}
DONE = frozenset({"held", "ongoing"})


@dataclass(frozen=True)
class Dealings(Stage[Telling, Telling]):
    """Tell the dealings that lie in the story's events, each tied to what it answers."""

    name = "tell/dealings"
    version = 27
    needs = ("readings", "linked", "documents", "witness_of", "entities", "resolved", "events")
    gives = ("dealings",)
    shown: int = 3  # clauses given as evidence

    def run(self, batch: Sequence[Telling]) -> Iterator[Telling]:
        """Yield each telling with its dealings, in the order of its events."""
        for telling in batch:
            members, parties = members_of(telling), Parties(telling)
            answers = answers_of(telling, members)
            done = realised(telling)
            kinds = {e.id: kind_of(members.get(e.id, ())) for e in telling.events}
            kinds = {id_: countered(kind, id_, kinds, answers) for id_, kind in kinds.items()}
            told = [
                self.dealing(parties, event, kinds, members[event.id], answers)
                for event in telling.events
                if kinds[event.id] is not None
            ]
            told = [with_deed(d, done[d.event or ""]) if may_be_done(d, done) else d for d in told]
            resolved = {(r.document, r.index): r for r in telling.resolved}
            latest = max((d.published[:10] for d in telling.documents if d.published), default="")
            told = [d for d in told if not is_of_nobody(d, members[d.event or ""])]
            told = [self.with_term(resolved, latest, d, members[d.event or ""]) for d in told]
            told = self.with_fates(telling, parties.sides, told, members)
            told = [d for d in told if says_something(d, members[d.event or ""])]
            known = {d.id: d for d in told}
            told = [by_the_asked(parties, known, d) for d in told]
            told = [d if d.answers in known else replace(d, answers=None) for d in told]
            yield replace(telling, dealings=tuple(told))

    def dealing(
        self,
        parties: Parties,
        event: Event,
        kinds: Mapping[str, str | None],
        members: Sequence[Member],
        answers: "Answers",
    ) -> Dealing:
        """The record of one dealing."""
        kind = kinds[event.id] or ""
        own = told_as(kind, members)
        to = answers.to_what(event.id)
        received = tuple(a for a in answers.received(event.id) if not is_only_charged(a, answers))
        others = [to] if to is not None else [a for a in received if a.outcome in DECIDING]
        known = next((who for a in others if (who := answered_by(parties.entities, a.event)) is not None), None)
        giver, taker, guessed = sides_of(parties, event, kind, own, known)
        received = tuple(a for a in received if a.decided or a.outcome not in DECIDING or giver not in a.event.actors)
        state, why = state_of(event, kind, members if kind == "condition" else own, received)
        together, asked = all_sides(event, kind, giver, taker)
        day = event.date.from_ if event.date.grain == "day" and not is_of_the_deed(event, own) else None
        return Dealing(
            id=f"{event.id}/{kind}",
            event=event.id,
            kind=kind,
            from_=giver,
            to=taker,
            about=about_of(own),
            date=day,
            state=state,
            answers=None if to is None else dealing_id(kinds, to.event.id),
            evidence=self.evidence(own),
            witnesses=len({m.witness for m in own}),
            confidence=event.confidence,
            why=tuple(dict.fromkeys((*((to.link.why,) if to is not None else ()), *why, *guessed))),
            origin=self.origin,
            from_all=together,
            to_all=asked,
            date_inferred=day is not None and event.date.inferred,
        )

    def with_term(
        self, resolved: Mapping[tuple[str, int], Resolved], latest: str, dealing: Dealing, members: Sequence[Member]
    ) -> Dealing:
        """An open dealing with the note that its last day is over: whether it lapsed, nobody tells."""
        if dealing.state != "open" or dealing.kind not in MEANT:
            return dealing
        own = told_as(dealing.kind, members)
        term = term_of(own, resolved)
        if term is None or term >= latest:
            return dealing
        return replace(dealing, why=(*dealing.why, f"its last day was {term}; what came of it is not told"))

    def with_fates(
        self, telling: Telling, sides: StorySides, told: Sequence[Dealing], members: Mapping[str, Sequence[Member]]
    ) -> list[Dealing]:
        """The dealings, those that are open with the fate that a text tells of them in other words."""
        days = {d.id: (d.reported or "")[:10] or None for d in telling.documents}
        bounds = {d.id: bounds_of(d) for d in telling.documents}
        documents = {r.document.id: r.document for r in telling.readings}
        ruled = {b for _, b in barred(telling)}
        own = [(d, told_as(d.kind, members[d.event or ""])) for d in told if d.event not in ruled]
        every = (f for r in telling.readings for f in (*fates(sides, r), *matters_told(sides, r)))
        told_fates = [fate for fate in every if not is_alleged(fate, told)]
        found = fates_of(sides, own, told_fates, days)
        own = [(d, members_) for d, members_ in own if d.id not in found]
        up = taken_up(sides, own, telling.events, telling.readings, bounds)
        refused = {d.answers for d in told if d.kind == "refusal"}
        told = [with_fate(d, found[d.id], documents, refused) if d.id in found else d for d in told]
        return [with_state(d, "accepted", TAKEN_UP, up[d.id]) if d.id in up else d for d in told]

    def evidence(self, members: Sequence[Member]) -> tuple[Anchor, ...]:
        """The clauses it stands on, the surest of each document."""
        best: dict[str, int] = {}
        found: list[Anchor] = []
        for m in sorted(members, key=lambda m: (-m.mention.confidence, m.mention.id)):
            if best.get(m.document, 0) < self.shown:
                best[m.document] = best.get(m.document, 0) + 1
                found.append(anchor(m.reading.document, told_whole(m)))
        return tuple(sorted(set(found), key=lambda a: (a.document, a.start, a.end)))


@dataclass(frozen=True, slots=True)
class Answers:
    """Which event answers which, both ways."""

    given: Mapping[str, tuple[Answer, ...]]  # event to what it answers
    taken: Mapping[str, tuple[Answer, ...]]  # event to what answers it

    def to_what(self, event: str) -> Answer | None:
        """The one thing that an event answers: what a person says, else the likeliest."""
        return max(self.given.get(event, ()), key=lambda a: (a.decided, a.link.weight, a.event.id), default=None)

    def received(self, event: str) -> tuple[Answer, ...]:
        """The answers to an event."""
        return self.taken.get(event, ())


def is_only_charged(answer: Answer, answers: Answers) -> bool:
    """Whether a breach is only what somebody alleges and somebody else denies: "accused the mill of breaking the accord", "the mill denied it"."""
    if answer.decided or answer.outcome != "breached" or answer.event.type != "ACCUSE":
        return False
    return bool(answer.event.denied_by) or any(a.event.type == "REJECT" for a in answers.received(answer.event.id))


def is_alleged(fate: Fate, told: Sequence[Dealing]) -> bool:
    """Whether a breach is told only in a denial, or in an accusation that is denied."""
    denied = {d.answers for d in told if d.kind == "denial"}
    charges = (a for d in told if d.kind == "denial" or (d.kind == "accusation" and d.id in denied) for a in d.evidence)
    return fate.outcome == "breached" and any(
        a.document == fate.document and a.start <= fate.at < a.end for a in charges
    )


def is_of_the_deed(event: Event, own: Sequence[Member]) -> bool:
    """Whether the event's day is that of a deed which came after the words: who would resign "if …", and then did."""
    return event.status in DONE and all(m.mention.status == "conditional" for m in own)


def dealing_id(kinds: Mapping[str, str | None], event: str) -> str | None:
    """The id of the dealing that lies in an event."""
    kind = kinds.get(event)
    return None if kind is None else f"{event}/{kind}"


def countered(kind: str | None, event: str, kinds: Mapping[str, str | None], answers: Answers) -> str | None:
    """The kind of a dealing: an offer that answers an offer or demand, or is answered as a counter-proposal, is a counter-offer."""
    if kind != "offer":
        return kind
    to = answers.to_what(event)
    met = to is not None and kinds.get(to.event.id) in ASKED
    return "counter_offer" if met or any(a.counter for a in answers.received(event)) else kind


def says_something(dealing: Dealing, members: Sequence[Member]) -> bool:
    """Whether it is told who deals or what about: "the request was conveyed" alone tells a reader nothing."""
    if dealing.kind == "warning" and dealing.from_ is None:
        return False
    if dealing.kind == "refusal" and dealing.answers is None:
        silent = all(is_no_comment(m, dealing) for m in members)
        if silent or all(is_view(m.reading, m.mention) for m in members):
            return False
    bare = dealing.kind in {"offer", "demand"} or dealing.from_ is None
    if not bare or dealing.answers is not None or dealing.state != "open":
        return True
    own = [m for m in members if m.mention.dealing == dealing.kind]
    return has_topic(own) or (dealing.from_ is not None and says_behind(own))


def is_of_nobody(dealing: Dealing, members: Sequence[Member]) -> bool:
    """Whether an offer or a demand of nobody is only named where something is said of it: what became of it is news of the one it points to."""
    own = told_as(dealing.kind, members)
    if dealing.kind in OFFERED and is_only_broken(own):
        return True
    nobody = dealing.from_ is None and (dealing.kind in OFFERED or (dealing.kind == "agreement" and dealing.to is None))
    return nobody and is_named_only(own)


def told_as(kind: str, members: Sequence[Member]) -> list[Member]:
    """The tellings that make an event this dealing."""
    kinds = {kind, TOLD_AS.get(kind, kind)}
    return [m for m in members if m.mention.dealing in kinds]


def is_no_comment(member: Member, dealing: Dealing) -> bool:
    """Whether somebody only declines to say something, as to the press: "declined to comment"."""
    text, at = member.reading.document.text, member.mention.trigger
    declined = text[at.start : at.end].lower().startswith("declin")
    first, _, rest = dealing.about.partition(" ")
    return declined and first == "to" and rest.partition(" ")[0] in utterances()


@cache
def utterances() -> frozenset[str]:
    """Verbs for saying something, without those by which one binds oneself ("promise to")."""
    return frozenset(
        verb
        for verb, kind, strength, frames in rows("reporting_verbs.tsv")
        if kind == "say" and float(strength) >= SAYING and "to" not in frames.split()
    )


def may_be_done(dealing: Dealing, done: Mapping[str, str]) -> bool:
    """Whether a deed is what was demanded, offered or threatened, and nobody refused."""
    return dealing.kind in MEANT and dealing.state in {"open", "accepted"} and dealing.event in done


def with_deed(dealing: Dealing, why: str) -> Dealing:
    """The dealing that a deed answers: a condition and an invitation are accepted by it, a demand, an offer or a threat is kept."""
    state = "accepted" if dealing.kind == "condition" or why.startswith(CAME) else "kept"
    return replace(dealing, state=state, why=(*dealing.why, why))


def bounds_of(document: DocumentRecord) -> tuple[str, str]:
    """The first and last day on which a report may have come out, "" where none is known."""
    first, last = document.published_between or (None, None)
    return (document.reported or first or "")[:10], (document.reported or last or "")[:10]


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


def told_whole(member: Member) -> Span:
    """The clause with what is asked, offered or threatened, also where that is a clause of its own: "warned on Monday that it would strike"."""
    clause, about = member.mention.clause, member.mention.about
    if about is None:
        return clause
    whole = Span(min(clause.start, about.start), max(clause.end, about.end))
    between = member.reading.document.text[min(clause.end, about.end) : max(clause.start, about.start)]
    one = any(s.start <= whole.start and whole.end <= s.end for s in member.reading.sentences)
    return whole if one and len(between) <= APART else clause


def by_the_asked(parties: Parties, known: Mapping[str, Dealing], dealing: Dealing) -> Dealing:
    """An answer that nobody is named for, as by whom it was asked of: "three times there followed a refusal"."""
    to = known.get(dealing.answers or "")
    if dealing.from_ is not None or to is None or to.to is None:
        return dealing
    if dealing.to is not None and not same_side(parties.entities, dealing.to, to.from_) and dealing.to != to.from_:
        return dealing
    return replace(dealing, from_=to.to, to=dealing.to or to.from_, why=(*dealing.why, ASKED_OF))


def with_fate(
    dealing: Dealing, fate: Fate, documents: Mapping[str, Document], refused: Collection[str | None]
) -> Dealing:
    """The dealing with what became of it, and the sentence that says so; a demand that was refused has not lapsed when its day is over."""
    outcome = "rejected" if fate.outcome == "lapsed" and dealing.id in refused else fate.outcome
    return with_state(dealing, outcome, f"told as {fate.outcome}", anchor(documents[fate.document], fate.span))


def with_state(dealing: Dealing, state: str, why: str, at: Anchor) -> Dealing:
    """The dealing as it stands, why that is thought, and the words that show it."""
    evidence = tuple(sorted({*dealing.evidence, at}, key=lambda a: (a.document, a.start, a.end)))
    return replace(dealing, state=state, why=(*dealing.why, why), evidence=evidence)


def barred(telling: Telling) -> set[tuple[str, str]]:
    """The events that a person says do not answer each other."""
    group_of = telling.linked.group_of("event")
    links = (link for link in telling.linked.links if link.kind == "event" and link.relation == "not_answers")
    return {(group_of.get(n.a, n.a), group_of.get(n.b, n.b)) for n in links}


def answers_of(telling: Telling, members: Mapping[str, Sequence[Member]]) -> Answers:
    """The answers to each event; of what one telling may answer only the likeliest, and nothing that a person ruled out."""
    group_of = telling.linked.group_of("event")
    events = {e.id: e for e in telling.events}
    telling_of = {m.mention.id: m for own in members.values() for m in own}
    links = [link for link in telling.linked.links if link.kind == "event"]
    ruled_out = barred(telling)
    best: dict[str, Link] = {}
    for link in (n for n in links if n.relation == "answers"):
        a, b = group_of.get(link.a, link.a), group_of.get(link.b, link.b)
        if a == b or a not in events or b not in events or (a, b) in ruled_out:
            continue
        held = best.get(link.a)
        if held is None or rank(link) > rank(held):
            best[link.a] = link
    given: dict[str, list[Answer]] = {}
    taken: dict[str, list[Answer]] = {}
    for _, link in sorted(best.items()):
        one, other = events[group_of.get(link.a, link.a)], events[group_of.get(link.b, link.b)]
        given.setdefault(one.id, []).append(answer(telling_of.get(link.a), other, link))
        taken.setdefault(other.id, []).append(answer(telling_of.get(link.a), one, link))
    return Answers({k: tuple(v) for k, v in given.items()}, {k: tuple(v) for k, v in taken.items()})


def rank(link: Link) -> tuple[bool, float, str]:
    """Decided ones first, then by weight."""
    return link.origin.startswith(DECIDED), link.weight, link.b


def answer(by: Member | None, event: Event, link: Link) -> Answer:
    """The record of an answer; `event` is its other end."""
    decided = link.origin.startswith(DECIDED)
    if by is None:
        return Answer(event, link, None, "", decided)
    mention, text = by.mention, by.reading.document.text
    said = text[mention.clause.start : mention.clause.end]
    countered_ = mention.dealing == "refusal" and COUNTER.search(said) is not None
    fresh = mention.dealing in ASKED
    outcome = "accepted" if link.why.startswith("promised") else outcome_of(by.reading, mention)  # to withdraw, too
    return Answer(event, link, outcome, by.reported or "", decided, countered_, fresh)
