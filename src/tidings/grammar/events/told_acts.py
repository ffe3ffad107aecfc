"""All acts of a text: those that verbs and nouns tell, and those that lie in what is said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tidings.grammar.events.anonymous import is_for_anonymity
from tidings.grammar.events.completed_frames import by_denier, by_owner, by_promiser, fuller, in_its_place, wanted
from tidings.grammar.events.conditions import conditions, is_turned
from tidings.grammar.events.contradicted import contradicted_by
from tidings.grammar.events.expected_visits import expected_visits
from tidings.grammar.events.force import is_figure, meant
from tidings.grammar.events.frame import Frame
from tidings.grammar.events.hinging import hinges, is_none_there, is_shut, or_else
from tidings.grammar.events.inside_speech import inside_speech, with_aims
from tidings.grammar.events.likened import is_of_a_kind
from tidings.grammar.events.noun_frames import noun_frames, phone_frames
from tidings.grammar.events.noun_senses import is_reason_to_recall
from tidings.grammar.events.only_named import (
    is_broken_off,
    is_charge,
    is_denied,
    is_gerund_behind,
    is_no_matter,
    is_of_another,
    is_permitted,
    is_phone_call,
    is_question,
    is_resented,
    is_to_come,
    offered,
    planned,
    self_sought,
    sought,
    told_by,
    was_spoken,
)
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.plover import SPOKEN
from tidings.grammar.events.seen_acts import SURE, governor, seen_acts, seen_chance
from tidings.grammar.events.taken_back import is_of_none, is_taken_back, is_withdrawn
from tidings.grammar.events.verb_frames import frame as frame_of
from tidings.grammar.events.verb_frames import verb_frames
from tidings.grammar.events.verb_senses import is_ruled_out
from tidings.grammar.events.verdicts import HINGES, OBLIGING, WARNS, orders, verdicts
from tidings.grammar.tree import children, is_clause, tokens_in
from tidings.grammar.verbs import agents, modal, subjects
from tidings.model import Analysis, Participant

__all__ = ["Told", "told_acts"]

POSSIBLE = {"REQUEST": "requested", "AGREE": "announced", "THREATEN": "conditional"}
HARMING = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION"})


@dataclass(frozen=True, slots=True)
class Told:
    """An act as the text tells it; `speaker` is the quote whose speaker does it by saying it."""

    frame: Frame
    speaker: int | None = None
    denied: bool = False  # told only as what somebody denies
    possible: bool = False  # told only as what another act asks for, offers or threatens
    seen: bool = False  # no rule tells it, the encoder sees it
    denier: int | None = None  # the quote that calls untrue what another speaker said


def told_acts(cast: Cast) -> Iterator[Told]:
    """The acts of a text, each once, without those that another act only asks, offers or refuses."""
    analysis = cast.analysis
    read = [(f, meant(analysis, cast.kinds, f)) for f in verb_frames(analysis, cast.kinds)]
    verbs = {frame.verb: frame for _, frame in read if frame is not None}
    of_nouns = [(f, meant(analysis, cast.kinds, f)) for f in noun_frames(analysis, cast.kinds)]
    nouns = [by_owner(analysis, cast, frame) for _, frame in of_nouns if frame is not None]
    figures = [f for f, frame in (*read, *of_nouns) if frame is None]
    figures += [verbs.pop(f.verb) for f in list(verbs.values()) if is_charge(analysis, verbs, f.verb)]
    figures += [verbs.pop(f.verb) for f in list(verbs.values()) if is_for_anonymity(analysis, f.verb)]
    verbs = with_aims(analysis, verbs, nouns)
    asked = [f for verb, f in verbs.items() if is_demanded(cast, verb) or offered(analysis, verb)]
    verbs = {verb: f for verb, f in verbs.items() if f not in asked and not said_broken(cast, f)}
    verbs = {verb: in_its_place(analysis, verbs, f) for verb, f in verbs.items()}
    calls = [f for f in phone_frames(analysis, cast.kinds) if f.verb not in verbs and len(f.actors) > 0]
    verbs |= {f.verb: f for f in calls if len(f.actors) > 1 or cast.is_many(cast.participant(f.actors[0]))}
    verbs |= {f.verb: f for f in expected_visits(analysis, cast.kinds) if f.verb not in verbs}
    for frame in nouns:
        if sought(frame) or planned(verbs.get(frame.verb), frame):
            verbs.pop(frame.verb, None)
    elsewise = [t.i for t in analysis.tokens if t.pos == "VERB" and or_else(analysis, t.i) and t.i not in cast.quote_at]
    verbs = {verb: f for verb, f in verbs.items() if verb not in elsewise}
    nouns = [f for f in nouns if f.verb not in verbs]
    own = {verb: asking for verb in verbs if (asking := self_sought(analysis, verbs, verb)) is not None}
    verbs = {verb: frame for verb, frame in verbs.items() if verb not in own.values()}
    for verb, frame in sorted(verbs.items()):
        if is_question(analysis, verb) or is_broken_off(analysis, verbs, verb) or is_of_none(analysis, verb):
            continue
        if frame.sense.type in HARMING and is_permitted(analysis, verb):
            continue
        above = inside_speech(analysis, verbs, verb)
        if (denier := contradicted_by(cast, verb)) is not None:
            yield Told(fuller(analysis, cast, frame), denied=True, denier=denier)
        elif is_denied(analysis, verb):
            if frame.sense.type == "REJECT" and is_gerund_behind(analysis, verb):
                continue  # "denied having left the talks": to refuse nothing and to deny it would pass for one act
            yield Told(by_denier(analysis, cast, fuller(analysis, cast, frame)), denied=True)
        elif above is None:
            yield Told(fuller(analysis, cast, frame))
        elif not is_denied(analysis, above):
            asked.append(wanted(analysis, verbs, by_promiser(analysis, verbs, frame)))
    asked += [f for v, f in verbs.items() if is_threatened(cast, f) and not is_denied(analysis, v)]
    yield from (Told(fuller(analysis, cast, f), possible=True) for f in asked if f.sense.type not in SPOKEN)
    for frame in nouns:
        if is_question(analysis, frame.head):
            continue
        if told_by(analysis, verbs, frame):
            yield from sought_by(analysis, verbs, frame)
        elif frame.base == "loose":
            if is_to_come(analysis, frame):
                yield Told(replace(frame, base="noun"), possible=True)
        else:
            yield Told(frame if frame.verb != frame.noun else fuller(analysis, cast, replace(frame, base="noun")))
    hinged = [t.i for t in analysis.tokens if t.pos == "VERB" and t.i not in verbs and is_hinged(cast, t.i)]
    waiting = {verb: frame_of(analysis, cast.kinds, verb, HINGES) for verb in hinged if not is_question(analysis, verb)}
    waiting |= {verb: frame_of(analysis, cast.kinds, verb, WARNS) for verb in elsewise}
    yield from (Told(one) for one in waiting.values())
    verbs |= waiting
    spoken = list(uttered(cast, verbs))
    yield from spoken
    certain = [f for f in nouns if f.base != "loose" or told_by(analysis, verbs, f) or is_to_come(analysis, f)]
    known = (*verbs.values(), *certain, *asked, *figures, *(told.frame for told in spoken))
    for frame in seen_acts(analysis, cast.kinds, known):
        near = {frame.head, governor(analysis, frame.head)}
        undone = (
            is_question(analysis, frame.head)
            or is_denied(analysis, frame.verb)
            or is_ruled_out(analysis, cast.kinds, frame.head)
            or any(is_taken_back(analysis, i) or is_of_none(analysis, i) for i in near)
            or is_of_a_kind(analysis, frame.head)
            or is_reason_to_recall(analysis, frame.head)
            or is_phone_call(analysis, frame)
            or is_no_matter(analysis, frame.head)
            or contradicted_by(cast, frame.verb) is not None
            or (frame.sense.type == "REJECT" and is_withdrawn(analysis, frame.head))
        )
        likely = seen_chance(analysis, frame.head, frame.sense.type) >= SURE or not is_figure(analysis, frame)
        if not likely or undone or meant(analysis, cast.kinds, frame) is None:
            continue
        frame = by_owner(analysis, cast, frame)
        above = inside_speech(analysis, verbs, frame.verb)
        if above is None or is_resented(analysis, verbs[above], frame) or was_spoken(verbs[above], frame):
            yield Told(frame, seen=True)
        elif (
            frame.sense.type not in SPOKEN
            and (base := POSSIBLE.get(verbs[above].sense.type)) is not None
            and not is_of_another(analysis, frame.head, above)
        ):
            asked_for = replace(frame, verb=above, base=base) if frame.noun is not None else frame
            yield Told(asked_for, possible=True, seen=True)


def is_hinged(cast: Cast, verb: int) -> bool:
    """Whether a named party is told to do something, which no rule names, only if others do something first."""
    if not hinges(cast.analysis, verb):
        return False
    heads = [p for s in subjects(cast.analysis, verb) if (p := cast.party(s)) is not None]
    return any(cast.kinds.get(p) in {"country", "organization", "person"} and cast.is_known(p) for p in heads)


def is_threatened(cast: Cast, frame: Frame) -> bool:
    """Whether somebody says what will be done "if": a threat now, and a deed that may come."""
    analysis = cast.analysis
    return frame.verb in cast.quote_at and bool(conditions(analysis, frame.verb))


def is_demanded(cast: Cast, verb: int) -> bool:
    """Whether a speaker says that it must or should be done: a demand, not a deed."""
    due = modal(cast.analysis, verb) in OBLIGING and not is_turned(cast.analysis, verb)
    if not due and not orders(cast.analysis, verb):
        return False
    return verb in cast.quote_at


def said_broken(cast: Cast, frame: Frame) -> bool:
    """Whether a speaker says that an agreement was broken: an accusation, not a deed."""
    at = cast.quote_at.get(frame.verb)
    return at is not None and frame.sense.dealing == "breach" and cast.reading.quotes[at].speaker is not None


def sought_by(analysis: Analysis, verbs: dict[int, Frame], frame: Frame) -> Iterator[Told]:
    """The act of a noun as what the act above it asks for, offers or threatens: "demanded the release of X"."""
    if frame.sense.type in SPOKEN or frame.verb != frame.noun:
        return
    above = inside_speech(analysis, verbs, frame.head)
    above = analysis.tokens[frame.head].head if above is None else above
    status = POSSIBLE.get(verbs[above].sense.type) if above in verbs else None
    if status is not None:
        yield Told(replace(frame, verb=above, base=status), possible=True)


def addressed(cast: Cast, quote: int) -> tuple[int, ...]:
    """Who is spoken to: "Open the gate", she told X."""
    span = cast.reading.quotes[quote].addressee
    return () if span is None else tuple(i for i in tokens_in(cast.analysis, span) if i in cast.kinds)[-1:]


def ours(cast: Cast, quote: int, verb: int) -> bool:
    """Whether a clause that a party utters tells of its own side's acts, or of nobody's."""
    analysis, speaker = cast.analysis, cast.reading.quotes[quote].speaker
    if speaker is None or cast.reading.quotes[quote].thought:
        return False
    chains = cast.reading.chains
    land = chains[speaker].country
    if not cast.is_political(Participant(cast.reading.quotes[quote].content[0], speaker)):
        return False
    told = modal(analysis, verb) is not None and children(analysis, verb, "nsubjpass")
    if told and not agents(analysis, verb):
        return True  # "the gates would not be opened"
    if is_none_there(analysis, verb) or is_shut(analysis, verb):
        return True  # "there can be no talks", "the gates would stay shut"
    for subject in subjects(analysis, verb):
        token = analysis.tokens[subject]
        if token.text.lower() in {"we", "i", "nobody"}:
            return True
        if any(analysis.tokens[c].text.lower() in {"no", "not"} for c in children(analysis, subject, "det", "neg")):
            return True
        who = cast.party(subject)
        chain = None if who is None else cast.participant(who).chain
        if chain is not None and (chain == speaker or (land is not None and chains[chain].country == land)):
            return True
    return False


def uttered(cast: Cast, verbs: dict[int, Frame]) -> Iterator[Told]:
    """The acts that speakers do by what they say, where the clause is no other act already."""
    analysis = cast.analysis
    seen: set[int] = set()
    for q, quote in sorted(enumerate(cast.reading.quotes), key=lambda p: p[1].content):
        if (quote.speaker is None and quote.source is None) or (quote.thought and not quote.parts):
            continue
        heads = (i for span in quote.content for i in tokens_in(analysis, span) if is_clause(analysis, i))
        for found in verdicts(analysis, cast.kinds, heads):
            if found.verb in seen or found.verb in verbs or is_denied(analysis, found.verb):
                continue
            if is_question(analysis, found.verb):
                continue
            if found.own and not ours(cast, q, found.verb):
                continue
            seen.add(found.verb)
            speaker = quote.speaker
            told_to = found.recipients or (addressed(cast, q) if orders(analysis, found.verb) else ())
            others = tuple(r for r in told_to if cast.participant(r).chain != speaker or speaker is None)
            if found.recipients and not others:
                continue
            yield Told(Frame(found.sense, (found.verb,), found.verb, "held", (), others, found.about), q)
