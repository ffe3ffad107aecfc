"""All acts of a text: those that verbs and nouns tell, and those that lie in what is said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tidings.grammar.events.completed_frames import by_denier, by_promiser, fuller, in_its_place, wanted
from tidings.grammar.events.conditions import conditions, is_turned
from tidings.grammar.events.contradicted import contradicted_by
from tidings.grammar.events.expected_visits import expected_visits
from tidings.grammar.events.force import is_figure, meant
from tidings.grammar.events.frame import Frame
from tidings.grammar.events.inside_speech import SPEECH, inside_speech, with_aims
from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.likened import is_of_a_kind
from tidings.grammar.events.noun_frames import noun_frames, phone_frames
from tidings.grammar.events.noun_senses import is_reason_to_recall, noun_sense
from tidings.grammar.events.noun_status import of_noun
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.plover import JUDGING, SPOKEN
from tidings.grammar.events.seen_acts import SURE, governor, seen_acts, seen_chance
from tidings.grammar.events.taken_back import is_of_none, is_taken_back, is_untrue, is_withdrawn
from tidings.grammar.events.verb_frames import frame as frame_of
from tidings.grammar.events.verb_frames import verb_frames
from tidings.grammar.events.verb_senses import is_ruled_out, time_given_to
from tidings.grammar.events.verdicts import (
    HINGES,
    OBLIGING,
    WARNS,
    hinges,
    is_none_there,
    is_shut,
    or_else,
    orders,
    verdicts,
)
from tidings.grammar.tree import ancestors, children, is_clause, sentence_of, tokens_in
from tidings.grammar.verbs import agents, is_negated, modal, subjects
from tidings.model import Analysis, Participant

__all__ = ["Told", "told_acts"]

DENYING = frozenset({"deny", "dispute", "reject", "dismiss", "refute", "rebut", "rebuff", "disclaim"})
UNMOVED = frozenset({"care", "know", "mind", "remember", "recall"})
BEGINNING = frozenset({"attempt", "begin", "continue", "seek", "start", "try"})
HOLDING = frozenset({"COERCE", "SANCTION"})
POSSIBLE = {"REQUEST": "requested", "AGREE": "announced", "THREATEN": "conditional"}
HARMING = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION"})
PERMITTING = frozenset({"allow", "let", "permit"})
ANSWERING = frozenset({"refusal", "acceptance", "denial", "withdrawal", "keeping", "breach"})


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
    nouns = [frame for _, frame in of_nouns if frame is not None]
    figures = [f for f, frame in (*read, *of_nouns) if frame is None]
    figures += [verbs.pop(f.verb) for f in list(verbs.values()) if is_charge(analysis, verbs, f.verb)]
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


def is_phone_call(analysis: Analysis, frame: Frame) -> bool:
    """Whether a call asks for nothing: "confirmed the call", not "a call for talks"."""
    if frame.sense.type != "REQUEST" or frame.noun is None or analysis.tokens[frame.head].lemma.lower() != "call":
        return False
    sense = noun_sense(analysis, frame.head)
    return sense is not None and sense.sense.type == "CONSULT"


def is_no_matter(analysis: Analysis, word: int) -> bool:
    """Whether it is only said that somebody does not know or care who did it: "said she did not care who was to blame"."""
    said = (word, *children(analysis, word, "ccomp"))
    return any(
        analysis.tokens[i].lemma.lower() in UNMOVED
        and is_negated(analysis, i)
        and any(
            analysis.tokens[w].tag in {"WP", "WRB", "WDT"} or analysis.tokens[w].text.lower() in {"if", "whether"}
            for c in children(analysis, i, "ccomp", "advcl")
            for w in analysis.children[c]
        )
        for i in said
    )


def is_of_another(analysis: Analysis, noun: int, above: int) -> bool:
    """Whether what is asked for is only about the act: "called for an investigation into the shooting"."""
    last = noun
    for i in ancestors(analysis, noun):
        if i == above:
            return False
        if analysis.tokens[i].pos in {"NOUN", "PROPN"} and analysis.tokens[last].dep != "conj":
            return True
        last = i
    return False


def is_to_come(analysis: Analysis, frame: Frame) -> bool:
    """Whether the words around a noun say how it stands: "plans for the release of X"."""
    return of_noun(analysis, frame.head).why != "noun"


def is_hinged(cast: Cast, verb: int) -> bool:
    """Whether a named party is told to do something, which no rule names, only if others do something first."""
    if not hinges(cast.analysis, verb):
        return False
    heads = [p for s in subjects(cast.analysis, verb) if (p := cast.party(s)) is not None]
    return any(cast.kinds.get(p) in {"country", "organization", "person"} and cast.is_known(p) for p in heads)


def is_charge(analysis: Analysis, verbs: dict[int, Frame], verb: int) -> bool:
    """Whether it is only what somebody is held for: "arrested for insulting the president", "suspected of killing two"."""
    above = analysis.tokens[analysis.tokens[verb].head]
    if analysis.tokens[verb].dep != "pcomp" or above.text.lower() not in {"for", "of"}:
        return False
    held = verbs.get(above.head)
    return analysis.tokens[above.head].lemma.lower() == "suspect" or (held is not None and held.sense.type in HOLDING)


def is_broken_off(analysis: Analysis, verbs: dict[int, Frame], verb: int) -> bool:
    """Whether it is only the dealing that a sanction ends: "stopped buying gas from X"."""
    above = verbs.get(analysis.tokens[verb].head)
    ends = above is not None and above.verb != verb and above.sense.type == "SANCTION"
    return ends and analysis.tokens[verb].dep == "xcomp" and verbs[verb].sense.type == "COOPERATE"


def is_question(analysis: Analysis, i: int) -> bool:
    """Whether the sentence asks."""
    start, end = sentence_of(analysis, i)
    return any(t.text == "?" for t in analysis.tokens[max(start, end - 3) : end])


def is_denied(analysis: Analysis, verb: int) -> bool:
    """Whether the act is what somebody denies: "denied that it fired", "denied firing", "rejected claims that it fired"."""
    token = analysis.tokens[verb]
    if token.dep == "xcomp" and analysis.tokens[token.head].lemma.lower() in BEGINNING:
        token = analysis.tokens[token.head]  # "dismissed a report that they had begun to leave"
    above = analysis.tokens[token.head]
    claims = above.lemma.lower() in noun_class("claim")
    if token.dep in {"acl", "relcl", "ccomp"} and claims and above.dep in {"nsubj", "nsubjpass"}:
        return is_untrue(analysis, above.head)  # "reports that it had fired are false"
    if token.dep == "acl" and claims and above.dep == "dobj":
        above = analysis.tokens[above.head]  # "dismissed reports that it had fired"
        denied = above.lemma.lower() in DENYING
    else:
        gerund = is_gerund_behind(analysis, token.i)
        denied = (token.dep == "ccomp" or gerund) and above.lemma.lower() in {"deny", "dispute"}
    unsaid = analysis.tokens[above.head].lemma.lower() in {"refuse", "decline"} and above.dep == "xcomp"
    undone = (
        unsaid
        or is_negated(analysis, above.i)
        or any(
            analysis.tokens[c].text.lower() in {"nor", "neither"} for c in analysis.children[above.head] if c < above.i
        )
    )
    return denied and not undone


def is_gerund_behind(analysis: Analysis, verb: int) -> bool:
    """Whether a verb's complement is a gerund, also where words put in part them: "denied, however, having dropped it"."""
    token = analysis.tokens[verb]
    having = any(analysis.tokens[a].text.lower() == "having" for a in children(analysis, verb, "aux", "auxpass"))
    if token.dep == "xcomp":
        return token.tag == "VBG" or having
    bare = not children(analysis, token.head, "dobj", "ccomp", "xcomp") and not children(analysis, verb, "mark")
    return token.dep == "advcl" and having and token.head < verb and bare


def is_threatened(cast: Cast, frame: Frame) -> bool:
    """Whether somebody says what will be done "if": a threat now, and a deed that may come."""
    analysis = cast.analysis
    return frame.verb in cast.quote_at and bool(conditions(analysis, frame.verb))


def is_permitted(analysis: Analysis, verb: int) -> bool:
    """Whether it is only what somebody is allowed to do: "let their officers question the owner"."""
    token = analysis.tokens[verb]
    return token.dep in {"ccomp", "xcomp"} and token.tag == "VB" and analysis.tokens[token.head].lemma in PERMITTING


def is_demanded(cast: Cast, verb: int) -> bool:
    """Whether a speaker says that it must or should be done: a demand, not a deed."""
    due = modal(cast.analysis, verb) in OBLIGING and not is_turned(cast.analysis, verb)
    if not due and not orders(cast.analysis, verb):
        return False
    return verb in cast.quote_at


def offered(analysis: Analysis, verb: int) -> bool:
    """Whether it is only what an offer, demand or threat is about: "her offer to release the ship"."""
    token = analysis.tokens[verb]
    above = analysis.tokens[token.head]
    if token.tag == "VB" and above.lemma == "give" and verb in time_given_to(analysis, above.i):
        return True  # "was given a week to release them"
    sense = noun_sense(analysis, token.head) if token.dep == "acl" and token.tag == "VB" else None
    return sense is not None and sense.sense.type in SPEECH


def said_broken(cast: Cast, frame: Frame) -> bool:
    """Whether a speaker says that an agreement was broken: an accusation, not a deed."""
    at = cast.quote_at.get(frame.verb)
    return at is not None and frame.sense.dealing == "breach" and cast.reading.quotes[at].speaker is not None


def sought(frame: Frame) -> bool:
    """Whether the noun tells more than its verb: a meeting that is sought, announced or called off by those who meet."""
    return frame.sense.type == "CONSULT" and frame.base not in {"held", "noun"} and len(frame.actors) > 1


def planned(verb: Frame | None, frame: Frame) -> bool:
    """Whether the noun tells more than a verb that nobody is named for: "the visit had been agreed"."""
    return verb is not None and not verb.actors and frame.sense.type == "CONSULT" and frame.base not in {"held", "noun"}


def told_by(analysis: Analysis, verbs: dict[int, Frame], frame: Frame) -> bool:
    """Whether a noun's act is only the object of another act: "rejected the offer", "called for talks"."""
    at = frame.verb if frame.verb != frame.noun else frame.head
    token = analysis.tokens[at]
    above = verbs.get(token.head)
    if above is not None and frame.verb == frame.noun and frame.actors and is_answered(above, frame):
        return False
    if above is not None and token.head != at and token.dep in {"dobj", "nsubjpass"} and frame.verb == frame.noun:
        judged = above.sense.type in JUDGING and len({*frame.actors, *frame.recipients}) > 1
        return not judged and not is_resented(analysis, above, frame)
    said = inside_speech(analysis, verbs, at)
    return said is not None and not is_resented(analysis, verbs[said], frame)


def is_resented(analysis: Analysis, above: Frame, frame: Frame) -> bool:
    """Whether a noun names the deed that somebody protests against or condemns, which so must have been done; not what they are accused of."""
    if frame.noun is None or frame.sense.type in SPOKEN or above.sense.type not in {"ACCUSE", "PROTEST"}:
        return False
    alleged = analysis.tokens[analysis.tokens[frame.head].head].text.lower() == "of"
    return not alleged and above.base in {"held", "ongoing", "noun"}


def sought_by(analysis: Analysis, verbs: dict[int, Frame], frame: Frame) -> Iterator[Told]:
    """The act of a noun as what the act above it asks for, offers or threatens: "demanded the release of X"."""
    if frame.sense.type in SPOKEN or frame.verb != frame.noun:
        return
    above = inside_speech(analysis, verbs, frame.head)
    above = analysis.tokens[frame.head].head if above is None else above
    status = POSSIBLE.get(verbs[above].sense.type) if above in verbs else None
    if status is not None:
        yield Told(replace(frame, verb=above, base=status), possible=True)


def is_answered(above: Frame, frame: Frame) -> bool:
    """Whether an act answers words that so must have been spoken: "rejected the proposal of X"."""
    if frame.sense.dealing is None or set(frame.actors) & set(above.actors):
        return False
    return above.sense.dealing in ANSWERING or above.sense.type in JUDGING


def was_spoken(above: Frame, frame: Frame) -> bool:
    """Whether a noun tells words that others answer: "overrode her veto", "pushed back against the criticism"."""
    named = bool(frame.actors) and not set(frame.actors) & set(above.actors)
    if frame.noun is None or frame.sense.type not in SPOKEN or not named:
        return False
    return above.sense.dealing in ANSWERING or above.sense.type in JUDGING


def self_sought(analysis: Analysis, verbs: dict[int, Frame], verb: int) -> int | None:
    """The asking verb whose subject asks to do the act itself: "asked to visit", "applied to join"; else None."""
    token = analysis.tokens[verb]
    asking = verbs.get(token.head)
    if token.dep not in {"xcomp", "advcl"} or token.tag != "VB" or asking is None or asking.sense.type != "REQUEST":
        return None
    if any(c < verb for c in children(analysis, token.head, "dobj", "dative", "prep")) or children(
        analysis, verb, "mark"
    ):
        return None
    return token.head if verbs[verb].sense.type not in SPEECH else None


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
