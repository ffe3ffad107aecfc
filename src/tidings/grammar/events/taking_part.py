"""Who takes part in an act: its actors and recipients, each party once."""

from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.events.joint_parties import together
from tidings.grammar.events.open_parties import is_outlaw, land_of
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.plover import JUDGING, PUBLIC, VERBAL
from tidings.grammar.events.roles import done_to
from tidings.grammar.events.subject_before import is_past, stands_before
from tidings.grammar.events.told_acts import Told
from tidings.grammar.tree import child, children, tokens_in
from tidings.grammar.verbs import is_passive, marker, subjects, tense
from tidings.model import Mention, Participant, Span

__all__ = ["asked_of", "by_announcer", "by_minister", "by_voice", "parties", "unsettled"]

OF_OWN = frozenset({"denial", "offer"})  # tell of what one's own side does
ACTING = frozenset({"nsubj", "nsubjpass", "conj"})
AGAINST = frozenset(
    [
        "activist",
        "adversary",
        "critic",
        "defector",
        "deserter",
        "detractor",
        "dissident",
        "enemy",
        "exile",
        "foe",
        "loyalist",
        "militant",
        "mutineer",
        "opponent",
        "opposition",
        "protester",
        "rebel",
        "rival",
        "separatist",
    ]
)  # with a state's name before them they are not its people as others see them, but those it deals with itself
BESIDE = 8  # characters between "the envoy of Chile," and "Mrs. Eva Rojas"
ENVOYS = frozenset({"ambassador", "envoy", "chargé", "consul", "diplomat", "attaché"})
OWN_WORDS = frozenset({"AGREE", "REJECT", "THREATEN"})  # done by saying so
TO_COME = frozenset({"future", "conditional"})
SENT_FOR = frozenset({"disapprove", "expel", "deport"})
FORCE = frozenset({"ASSAULT", "PROTEST"})
# Words for ships and aircraft that only a state sends out.
FLEET = frozenset(
    {
        "coastguard",
        "corvette",
        "cruiser",
        "destroyer",
        "frigate",
        "guard",
        "gunboat",
        "military",
        "minesweeper",
        "naval",
        "navy",
        "patrol",
        "warplane",
        "warship",
    }
)


def parties(cast: Cast, told: Told) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """The actors and recipients of an act, each chain once; a speech act's actor is its speaker."""
    frame = told.frame
    actors = [p for head in frame.actors for p in together(cast, head) or (cast.participant(head),)]
    if told.speaker is not None:
        quote = cast.reading.quotes[told.speaker]
        actors = [Participant(quote.source, quote.speaker)] if quote.source is not None else []
    reached = [head for head in frame.recipients if not only_says_so(cast, told, head)]
    others = [p for head in reached for p in together(cast, head) or (cast.participant(head),)]
    if frame.sense.type in FORCE:
        scenes = [p for p in actors if is_scene(cast, p)]
        actors, others = [p for p in actors if p not in scenes], others or scenes
    elif frame.sense.type != "COERCE":
        actors = [p for p in actors if not is_scene(cast, p) or is_subject(cast, p)]
        others = others if frame.sense.mode == "visit" else [p for p in others if not is_scene(cast, p)]
    actors, others = [fleet_of(cast, p) for p in actors], [people_of(cast, p) for p in others]
    actors, others = as_it_stands(cast, told, actors, others)
    if frame.sense.type == "CONSULT" and len({land(cast, p) for p in actors} - {None}) > 1:
        # A town is where two meet, not whom they meet: "sends organists to Oslo for talks".
        others = [p for p in others if not is_of_kind(cast, p, "place")]
    if not actors and frame.noun is None and told.speaker is None:
        actors = with_envoy(cast, told, others)
    if (frame.sense.type, frame.sense.mode) == ("SANCTION", "withdraw"):
        actors = whose_envoy(cast, told) or actors
    if frame.sense.dealing in OF_OWN:
        others = [p for p in others if not is_own_state(cast, p, actors)]
    return named_once(cast, distinct(actors, ())), named_once(cast, distinct(others, actors))


def whose_envoy(cast: Cast, told: Told) -> list[Participant]:
    """The state whose envoy is called home, whatever subject the tree has: "said Lima shelters a thief and recalled Chile's envoy"."""
    analysis, verb = cast.analysis, told.frame.verb
    envoy = child(analysis, verb, "dobj")
    if analysis.tokens[verb].lemma.lower() != "recall" or envoy is None:
        return []
    heads = (c for c in children(analysis, envoy, "poss") if cast.party(c) is not None)
    found = [cast.participant(head) for head in heads]
    return [p for p in found if is_of_kind(cast, p, "country")][:1]


def as_it_stands(
    cast: Cast, told: Told, actors: list[Participant], others: list[Participant]
) -> tuple[list[Participant], list[Participant]]:
    """Actors and recipients, with who stands right before the verb as who does it where the tree has somebody else or nobody, else who says it by that verb."""
    frame = told.frame
    if frame.noun is not None or told.speaker is not None or "subj" in frame.sense.places:
        return actors, others
    head = stands_before(cast, frame.verb)
    if head is not None:
        who = cast.participant(head)
        if any(p.chain == who.chain for p in actors):
            return actors, others
        others = [p for p in (*others, *actors) if p.chain != who.chain]
        at = cast.analysis.tokens[frame.verb].start
        behind = [p for p in others if p.span.start > at]  # what stands before it would be a participle's
        return [who], behind if is_past(cast.analysis, frame.verb) or actors else others
    if not actors and frame.sense.type in VERBAL | JUDGING and not is_passive(cast.analysis, frame.verb):
        at = cast.analysis.tokens[frame.verb].start
        said = (q for q in cast.reading.quotes if q.cue is not None and q.cue.start <= at < q.cue.end)
        voice = next((q for q in said if q.source is not None and q.speaker is not None), None)
        if voice is not None and not any(p.chain == voice.speaker for p in others):
            return [cast.speaker(voice, Span(*cast.place(frame.verb)))], others
    return actors, others


def only_says_so(cast: Cast, told: Told, head: int) -> bool:
    """Whether a party only tells of the act: "Chile closed the road, announced in Lima the minister", "according to the Post Chile …"."""
    at, party = cast.analysis.tokens[told.frame.head].start, Span(*cast.place(head))
    said = (q for q in cast.reading.quotes if q.source is not None and q.source.covers(party))
    return any(span.start <= at < span.end and not span.covers(party) for q in said for span in q.content)


def land(cast: Cast, party: Participant) -> str | None:
    """The state that a party is or acts for."""
    return None if party.chain is None else cast.reading.chains[party.chain].country


def is_of_kind(cast: Cast, party: Participant, kind: str) -> bool:
    """Whether a party is known and of a kind."""
    return party.chain is not None and cast.reading.chains[party.chain].kind == kind


def with_envoy(cast: Cast, told: Told, others: Sequence[Participant]) -> list[Participant]:
    """Who dealt with an envoy where nobody is named: the envoy's own state recalls, the other of two summons and expels."""
    analysis, sense, verb = cast.analysis, told.frame.sense, told.frame.verb
    envoys = [i for i in done_to(analysis, cast.kinds, verb) if is_envoy(cast, i)]
    lands = {own for i in envoys if (own := land(cast, cast.participant(i))) is not None}
    if len(lands) != 1:
        return []
    at, own = Span(*cast.place(verb)), next(iter(lands))
    if sense.mode == "withdraw":
        return [Participant(at, cast.lands[own])] if own in cast.lands else []
    if sense.mode not in SENT_FOR or not any(land(cast, p) == own for p in others):
        return []
    two = cast.main_parties(at)
    rest = [p for p in two if land(cast, p) != own]
    return rest if len(two) == len(rest) + 1 else []


def by_announcer(
    cast: Cast, told: Told, status: str | None, quote: int | None, others: Sequence[Participant]
) -> tuple[Participant, ...]:
    """The state whose minister announces or denies a deed in the passive: "X said that trawlers would be barred" is what X's state will do."""
    stands = status == "announced" or (status == "denied" and told.denied)
    if quote is None or not stands or told.frame.noun is not None or told.frame.sense.type not in PUBLIC:
        return ()
    speaker = cast.reading.quotes[quote].speaker
    verb = told.frame.verb
    if speaker is None or not is_passive(cast.analysis, verb) or child(cast.analysis, verb, "agent") is not None:
        return ()  # "denied that the ship had been boarded by pirates"
    own = cast.reading.chains[speaker].country
    if own is None or own not in cast.lands or any(land(cast, p) == own for p in others):
        return ()
    return (Participant(Span(*cast.place(verb)), cast.lands[own]),)


def by_minister(
    cast: Cast, told: Told, type_: str, quote: int | None, actors: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """The actors, with who says what their own state will do, or will not, as who threatens, offers or refuses it.

    "Her country would bar grapes unless …" is the minister's threat; that her country has refused is only told by her.
    """
    if type_ not in OWN_WORDS or quote is None or told.frame.noun is not None or len(actors) != 1:
        return actors
    said = cast.reading.quotes[quote]
    speaker = None if said.speaker is None else cast.reading.chains[said.speaker]
    if speaker is None or speaker.kind != "person" or not speaker.named or speaker.country is None or said.thought:
        return actors
    own = is_of_kind(cast, actors[0], "country") and land(cast, actors[0]) == speaker.country
    if not own or tense(cast.analysis, told.frame.verb) not in TO_COME:
        return actors
    return (cast.speaker(said, Span(*cast.place(told.frame.verb))),)


def by_voice(
    cast: Cast, trigger: Span, told: tuple[tuple[Participant, ...], tuple[Participant, ...]]
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Actors and recipients, with whoever says it behind its verb as who does it: "…, it denounced the envoy Ada Berg"."""
    actors, others = told
    said = (q.source for q in cast.reading.quotes if q.cue is not None and q.cue.meets(trigger))
    voices = [source for source in said if source is not None and source.start > trigger.start]
    behind = [p for p in others if any(source.covers(p.span) for source in voices)]
    return (tuple(behind[:1]), tuple(p for p in others if p not in behind)) if behind else (actors, others)


def unsettled(cast: Cast, trigger: Span, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Who does it, without whom a pronoun stands for where the quotation whose verb tells it leaves that open: "She dismissed reports that …"."""
    texts = [q.source for q in cast.reading.quotes if q.speaker is None and q.cue is not None and q.cue.meets(trigger)]
    opened = [source for source in texts if source is not None and is_pronoun(cast, source)]
    return tuple(replace(p, chain=None) if any(o.covers(p.span) for o in opened) else p for p in actors)


def is_pronoun(cast: Cast, span: Span) -> bool:
    """Whether the words of a span are "he", "she" or "they"."""
    return cast.reading.document.text[span.start : span.end].lower() in {"he", "she", "they"}


def is_envoy(cast: Cast, head: int) -> bool:
    """Whether an envoy stands at a token, by the word or by what the text says that a named one is."""
    if cast.analysis.tokens[head].lemma.lower() in ENVOYS:
        return True
    chain = cast.participant(head).chain if head in cast.kinds else None
    return chain is not None and any(ENVOYS & set(r.lower().split()) for r in cast.reading.chains[chain].roles)


def named_once(cast: Cast, side: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """A side without the state whose envoy or minister stands right beside: "the envoy of Chile, Eva Rojas" is one party."""
    people = [p for p in side if cast.is_named(p) and is_of_kind(cast, p, "person")]
    envoys = [p for p in people if land(cast, p)]
    return tuple(
        p
        for p in side
        if p in people
        or not any(land(cast, p) == land(cast, q) and 0 <= q.span.start - p.span.end <= BESIDE for q in envoys)
    )


def people_of(cast: Cast, who: Participant) -> Participant:
    """The state whose people an act befalls where nobody names them: "released four Chilean fishermen"; not "Chilean rebels"."""
    mention = cast.mention_of.get(who.span)
    if mention is None or who.chain is None:
        return who
    chain, said = cast.reading.chains[who.chain], cast.reading.mentions[mention]
    if chain.named or chain.country is not None or said.country is None or chain.kind not in {"person", "vessel"}:
        return who
    noun = cast.analysis.tokens[said.head]
    if noun.lemma.lower() in AGAINST or not is_by_nation(cast, said) or is_outlaw(noun.text):
        return who
    return Participant(who.span, cast.lands.get(said.country, who.chain))


def fleet_of(cast: Cast, who: Participant) -> Participant:
    """The state whose ships act where nobody names them: "Chilean patrol boats seized a trawler"; not "a Chilean trawler rammed them"."""
    mention = cast.mention_of.get(who.span)
    if mention is None or who.chain is None or cast.is_named(who) or not is_of_kind(cast, who, "vessel"):
        return who
    said = cast.reading.mentions[mention]
    words = {cast.analysis.tokens[i].lemma.lower() for i in tokens_in(cast.analysis, said.span)}
    if said.country is None or not words & FLEET or not is_by_nation(cast, said):
        return who
    return Participant(who.span, cast.lands.get(said.country, who.chain))


def is_by_nation(cast: Cast, said: Mention) -> bool:
    """Whether people are told of by their nation before the noun, wherever a parser hung it: "six Chilean tram drivers"."""
    mentions = cast.reading.mentions
    inside = (i for i in tokens_in(cast.analysis, said.span) if i < said.head and i in cast.mention_at)
    return any(mentions[cast.mention_at[i]].form == "demonym" for i in inside)


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


def is_subject(cast: Cast, party: Participant) -> bool:
    """Whether a party is itself what acts, as a land without a state does: "Scotland agreed", not "the Scottish town's council"."""
    mention = cast.mention_of.get(party.span)
    return mention is not None and cast.analysis.tokens[cast.reading.mentions[mention].head].dep in ACTING


def asked_of(cast: Cast, verb: int, actors: Sequence[Participant]) -> tuple[Participant, ...]:
    """Who has to act first, or is warned not to: the subject of the "if", where it does something: not "unless it was withdrawn"."""
    analysis = cast.analysis
    holding = (verb, *children(analysis, verb, "ccomp"))
    clauses = [c for v in holding for c in children(analysis, v, "advcl") if marker(analysis, c) in {"if", "unless"}]
    heads = [
        p
        for c in clauses
        if not is_passive(analysis, c)
        for s in subjects(analysis, c)
        if (p := cast.party(s)) is not None
    ]
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
