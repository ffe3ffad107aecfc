"""Who takes part in an act: its actors and recipients, each party once."""

from collections.abc import Sequence

from tidings.grammar.events.joint_parties import together
from tidings.grammar.events.open_parties import land_of
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.told_acts import Told
from tidings.grammar.tree import children
from tidings.grammar.verbs import marker, subjects
from tidings.model import Participant

__all__ = ["asked_of", "parties"]

OF_OWN = frozenset({"denial", "offer"})  # tell of what one's own side does
FORCE = frozenset({"ASSAULT", "PROTEST"})


def parties(cast: Cast, told: Told) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """The actors and recipients of an act, each chain once; a speech act's actor is its speaker."""
    frame = told.frame
    actors = [p for head in frame.actors for p in together(cast, head) or (cast.participant(head),)]
    if told.speaker is not None:
        quote = cast.reading.quotes[told.speaker]
        actors = [Participant(quote.source, quote.speaker)] if quote.source is not None else []
    others = [p for head in frame.recipients for p in together(cast, head) or (cast.participant(head),)]
    if frame.sense.type in FORCE and (scenes := [p for p in actors if is_scene(cast, p)]):
        actors, others = [p for p in actors if p not in scenes], others or scenes
    if frame.sense.dealing in OF_OWN:
        others = [p for p in others if not is_own_state(cast, p, actors)]
    return distinct(actors, ()), distinct(others, actors)


def is_own_state(cast: Cast, party: Participant, actors: Sequence[Participant]) -> bool:
    """Whether a party is only the state that who acts acts for: "denied that Norway would pay", said for Norway."""
    chains = cast.reading.chains
    lands = {chains[p.chain].country for p in actors if p.chain is not None and chains[p.chain].kind != "country"}
    return party.chain is not None and chains[party.chain].kind == "country" and chains[party.chain].country in lands


def is_scene(cast: Cast, party: Participant) -> bool:
    """Whether a party is a place that acts for no state: where force is used, not who uses it ("the Brovo bombing")."""
    if party.chain is None:
        return False
    chain = cast.reading.chains[party.chain]
    return chain.kind == "place" and land_of(chain) is None


def asked_of(cast: Cast, verb: int, actors: Sequence[Participant]) -> tuple[Participant, ...]:
    """Who has to act first, or is warned not to: the subject of the "if"."""
    analysis = cast.analysis
    holding = (verb, *children(analysis, verb, "ccomp"))
    clauses = [c for v in holding for c in children(analysis, v, "advcl") if marker(analysis, c) in {"if", "unless"}]
    heads = [p for c in clauses for s in subjects(analysis, c) if (p := cast.party(s)) is not None]
    found = distinct([cast.participant(head) for head in heads], actors)
    return tuple(p for p in found if cast.is_political(p))


def distinct(found: Sequence[Participant], known: Sequence[Participant]) -> tuple[Participant, ...]:
    """Each party once."""
    kept: list[Participant] = []
    seen = {p.chain for p in known if p.chain is not None}
    for p in found:
        if p.chain is None or p.chain not in seen:
            kept.append(p)
            seen |= set() if p.chain is None else {p.chain}
    return tuple(kept)
