"""Where a dealing stands, who deals with whom, and about what."""

from collections.abc import Sequence

from tidings.grammar.events.story import Member
from tidings.lexicon import rows
from tidings.model import Entity, Event, Link, Telling

__all__ = ["about_of", "sides_of", "state_of"]

CLOSED = frozenset({"refusal", "warning", "accusation", "denial"})
LONGEST = 90  # characters of an "about"


def about_of(members: Sequence[Member]) -> str:
    """What it is about, in the text's words: the shortest topic of fair length, else the clause."""
    topics = []
    for m in members:
        span = m.mention.about if m.mention.about is not None else m.mention.clause
        text = " ".join(m.reading.document.text[span.start : span.end].split())
        topics.append(
            (m.mention.about is None, len(text) > LONGEST, len(text.split()) < 2, -m.mention.confidence, text)
        )
    text = min(topics)[-1]
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"


Sides = tuple[str | None, str | None, tuple[str, ...]]
GUESSED = "to whom is not stated: the other of the two countries that the story is about"


def sides_of(telling: Telling, event: Event, kind: str, members: Sequence[Member]) -> Sides:
    """Who deals, with whom, and why so where it is not stated: the other side of the talks it was said in, or of the story.

    To whom a denial or an accusation goes is never guessed.
    """
    entities = {e.id: e for e in telling.entities}
    own = kind in {"condition", "denial"}  # is who speaks, whoever else acts in it
    spoken = speakers(telling, members if own else [m for m in members if is_said(m)])
    giver = spoken[0] if spoken and (own or not event.actors) else next(iter(event.actors), None)
    others = [e for e in (*event.recipients, *event.actors) if e != giver and not same_side(entities, giver, e)]
    taker = others[0] if others else opposite(telling, entities, giver, members)
    if taker is not None or kind in {"denial", "accusation"}:
        return giver, taker, ()
    guess = counterpart(entities, giver)
    return giver, guess, (GUESSED,) if guess is not None else ()


def is_said(member: Member) -> bool:
    """Whether the act is done by the saying of it: the word that tells it is the quotation's own cue."""
    if member.mention.quote is None:
        return False
    quote = member.reading.quotes[member.mention.quote]
    return quote.cue is not None and quote.cue.meets(member.mention.trigger)


def speakers(telling: Telling, members: Sequence[Member]) -> list[str]:
    """The entities that these tellings are quoted from, the surest first."""
    entity = telling.linked.group_of("entity")
    found: list[str] = []
    for m in sorted(members, key=lambda m: (-m.mention.confidence, m.mention.id)):
        if m.mention.quote is not None:
            speaker = m.reading.quotes[m.mention.quote].speaker
            if speaker is not None:
                found.append(entity.get(m.reading.chains[speaker].id, ""))
    known = {e.id for e in telling.entities}
    return [id_ for id_ in dict.fromkeys(found) if id_ in known]


def same_side(entities: dict[str, Entity], a: str | None, b: str | None) -> bool:
    """Whether two entities act for one state."""
    one = entities[a].acts_for if a in entities else None
    other = entities[b].acts_for if b in entities else None
    return one is not None and one == other


def opposite(telling: Telling, entities: dict[str, Entity], giver: str | None, members: Sequence[Member]) -> str | None:
    """The other side of the talks in which it was said."""
    entity = telling.linked.group_of("entity")
    for m in members:
        events = m.reading.events
        met = [e for n, e in enumerate(events) if n == m.mention.occasion]
        met += [e for e in events if e.type == "CONSULT" and len(e.actors) > 1]
        for talks in met:
            both = (p.chain for p in (*talks.actors, *talks.recipients) if p.chain is not None)
            chains = [c for c in both if m.reading.chains[c].named or m.reading.chains[c].country is not None]
            there = [who for c in chains if (who := entity.get(m.reading.chains[c].id)) in entities]
            if any(w == giver or same_side(entities, giver, w) for w in there):
                other = next((w for w in there if w != giver and not same_side(entities, giver, w)), None)
                if other is not None:
                    return other
    return None


def counterpart(entities: dict[str, Entity], giver: str | None) -> str | None:
    """The other of the two countries that the story speaks of most, for who acts for one of them."""
    lands = sorted((e for e in entities.values() if e.kind == "country"), key=lambda e: (-len(e.mentions), e.id))[:2]
    if len(lands) < 2 or giver not in entities:
        return None
    side = [e for e in lands if e.id == giver or (e.acts_for is not None and e.acts_for == entities[giver].acts_for)]
    return next((e.id for e in lands if e not in side), None) if len(side) == 1 else None


def state_of(
    telling: Telling, event: Event, kind: str, members: Sequence[Member], answers: Sequence[tuple[str, Link]]
) -> tuple[str, tuple[str, ...]]:
    """The state by the latest answer, else by the dealing's own words; open where nothing tells."""
    events = {e.id: e for e in telling.events}
    told = [(link.weight, events[id_], link) for id_, link in answers if id_ in events]
    told = [t for t in told if outcome_of(t[1], kind) is not None]
    if told:
        _, last, link = max(told, key=lambda t: (t[1].date.from_ or "", t[0], t[1].id))
        return outcome_of(last, kind) or "open", (link.why,)
    if kind == "agreement":
        return agreement_state(event, members), ()
    if event.status == "cancelled" and kind not in CLOSED:
        return "withdrawn", ()
    return "open", ()


def outcome_of(answer: Event, kind: str) -> str | None:
    """What an answering event makes of a dealing, by its words and type."""
    words = answer.summary.lower().split()
    for root, outcome in rows("outcome_words.tsv"):
        if any(word.startswith(root) for word in words) and fits(outcome, kind, answer.type):
            return outcome
    return {"REJECT": "rejected", "CONCEDE": "accepted"}.get(answer.type) if kind != "agreement" else None


def fits(outcome: str, kind: str, type_: str) -> bool:
    """Whether an outcome can befall a dealing of a kind through an event of a type."""
    if outcome in {"kept", "breached", "lapsed", "signed"}:
        return kind == "agreement"
    if outcome == "rejected":
        return kind != "agreement" and type_ == "REJECT"
    return outcome == "withdrawn" or (kind != "agreement" and type_ in {"AGREE", "CONCEDE", "SUPPORT"})


def agreement_state(event: Event, members: Sequence[Member]) -> str:
    """Signed where it was concluded, open while it is only announced, withdrawn when called off."""
    if event.status in {"held", "ongoing"} and event.type == "SUPPORT":
        return "signed"
    if event.status == "cancelled":
        return "withdrawn"
    return "accepted" if event.type == "AGREE" and event.status == "held" and len(members) > 0 else "open"
