"""How an event stands, by its own words and by who tells it."""

import re
from dataclasses import replace
from itertools import pairwise

from tidings.grammar.events.anonymous import is_anonymous
from tidings.grammar.events.conditions import conditions, is_of_a_time, is_of_anonymity, is_subject_to
from tidings.grammar.events.frame import Frame
from tidings.grammar.events.lexicon import status_cues
from tidings.grammar.events.noun_status import Standing, is_ahead
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.planned import (
    CALLED_OFF,
    COMES_OFF,
    is_agreed,
    is_due,
    is_gone_through,
    is_invited_to,
    is_planned,
    is_set_for,
)
from tidings.grammar.events.plover import FRIENDLY, HOSTILE, SPOKEN
from tidings.grammar.events.status import is_missed, standing
from tidings.grammar.events.told_acts import Told
from tidings.grammar.events.verb_senses import complements
from tidings.grammar.tree import children, clause_head, sentence_of, words_from
from tidings.grammar.verbs import is_negated, is_passive, marker, subjects, tense
from tidings.model import Quote, Status

__all__ = ["DOUBTED", "settle"]

YIELDING = frozenset({"RETREAT", "CONCEDE", "AID"})
SAID = frozenset({"offer", "demand", "refusal", "accusation", "denial"})
FORECAST = frozenset({"believe", "bound", "due", "expect", "foresee", "likely", "poised", "think", "tip"})
DOUBTED = 1.5  # on UW dev people judge what grammar takes for held, and the encoder puts below this, at 0.8 in the mean
SHELVED = frozenset({"shelve", "postpone", "delay", "call", "put", "drop", "abandon", "ditch"})  # said of plans alone
UNSAID = 0.1  # trust in what does not take place, though nobody denies it
KEPT_FROM = frozenset({"stop", "prevent", "avoid", "fail", "unable", "unlikely"})
CONSENTING = frozenset({"agree", "consent"})
ASKING = frozenset({"ask", "request", "seek", "apply", "appeal", "petition", "approach", "invite"})
TO_COME = frozenset({"announced", "conditional"})
PROVIDED = re.compile(
    r"\b(?:provided|providing)(?: that| the| no| it| they| he| she)\b|\b(?:as|so) long as\b|\bonly (?:if|once)\b"
)
BY_WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
# What becomes of what was set for a day, behind it: "the match, fixed for today, will not take place", "had been set for May, was put off".
OFF = re.compile(
    r"\b(?:(?:will|would|did|does|can) ?not (?:now )?(?:take place|go ahead|be held|happen)|"
    r"(?:is|are|was|were|has been|have been) (?:off|cancell?ed|called off|postponed|put off|scrapped|shelved|delayed))\b"
)
SUPPOSED_BY = frozenset({"condition", "if"})


def settle(cast: Cast, told: Told, quote: int | None) -> tuple[Status | None, str | None, float]:
    """Status, dealing and trust of an act; status None where the text does not tell that it is, was or will be."""
    frame = told.frame
    type_, dealing = frame.sense.type, frame.sense.dealing
    if dealing in {"claim", "acceptance", "withdrawal", "breach", "keeping"}:
        dealing = None
    if told.denied:
        return "denied", None, 0.7
    if told.speaker is not None:
        return "conditional" if dealing == "condition" else "held", dealing, 0.75
    planned = cast.analysis.tokens[frame.verb].lemma in SHELVED
    if frame.base == "cancelled" and type_ not in COMES_OFF and frame.noun is not None and not planned:
        return None, None, 0.0
    if (
        frame.base == "cancelled"
        and frame.noun is None
        and frame.sense.base == "cancelled"
        and not is_over(cast, frame)
    ):
        return None, None, 0.0
    now = standing(cast.analysis, frame.verb, "held" if frame.base == "noun" else frame.base)
    source = cast.reading.quotes[quote] if quote is not None else None
    if now.why == "topic" and type_ in HOSTILE:
        now = replace(now, real=True)  # an attack that is talked of was made
    if not now.real:
        return None, None, 0.0
    if now.negated:
        return not_done(cast, told, now, source)
    status = now.status
    if (
        status == "held"
        and frame.noun is not None
        and (is_ahead(cast.analysis, frame.noun) or (frame.base == "noun" and is_aim_to_come(cast, frame.noun)))
    ):
        status = "announced"
    if status == "requested" and now.why == "should" and source is None and type_ in CALLED_OFF:
        status = "cancelled" if is_missed(cast.analysis, frame.verb) else status  # "should have met on Friday"
    if status in {"held", "announced"} and type_ in FRIENDLY and is_provided(cast, frame.verb):
        return "conditional", dealing, 0.85
    if is_due(cast, frame, status, now.why, told_by_others=source is not None):
        status = "announced"
    if status in {"held", "announced"} and is_invited_to(cast, frame):
        return "requested", dealing, 0.85
    if status == "held" and is_set_for(cast, frame):
        off = type_ in COMES_OFF and OFF.search(words_from(cast.analysis, frame.verb)) is not None
        status = "cancelled" if off else "announced"
    if status == "held" and dealing == "condition" and type_ == "AGREE":
        status = "conditional"  # "made the concert dependent on a new roof"
    if status in {"announced", "cancelled"} and is_gone_through(cast, frame):
        status = "held"  # "after a visit that had been put off by a week"
    if status in {"held", "conditional"} and frame.noun is not None and is_planned(cast, frame, now):
        return "announced", dealing, 0.85
    if status == "held" and type_ not in SPOKEN and (degree := happened(cast, frame.head)) < DOUBTED:
        if degree < 0:
            undone, _, trust = negated(type_, now, source)
            if undone != "cancelled":
                return undone, None, min(trust, UNSAID)  # nobody says that it did not happen
        status = "conditional"
    if status == "announced" and type_ == "AID" and dealing is None and not is_agreed(cast, frame.verb):
        dealing = "offer"
    if (
        status == "announced"
        and frame.sense.mode == "investigate"
        and source is not None
        and by_speaker(cast, source, told)
    ):
        dealing = "warning"  # "said it would sue"
    if status == "announced" and dealing in SAID and source is not None and not by_speaker(cast, source, told):
        dealing = None  # that others will ask or offer something is not yet asked or offered
    if status == "announced" and dealing in SAID and now.why in FORECAST:
        dealing = None  # "was expected to reject the plan": nobody has said so
    if dealing in {"demand", "accusation"} and status in TO_COME and is_yet_to_be_said(cast, told, status):
        dealing = None  # nor that one would ask "if talks collapsed", nor that one "would ask for a loan"
    if dealing == "offer" and type_ == "AGREE" and is_on_condition(cast, frame):
        return "conditional", "condition", 0.9
    if status == "held" and dealing == "offer" and type_ == "AGREE" and is_offered_for(cast, frame):
        return "conditional", "offer", 0.9  # "offered to let them in if the crew was freed"
    if now.hedged or (source is not None and rumoured(cast, source, now)):
        return "rumoured", dealing, 0.8
    if status == "conditional" and now.why in {"condition", "if"} and type_ in HOSTILE and source is not None:
        if told.possible:
            return "conditional", None, 0.85
        if is_of_others(cast, source, told):
            return None, None, 0.0  # "Norway could expel them if …, analysts said": nobody threatens
        return "held", "warning", 0.85  # whoever says what their side will do if … threatens with it
    if status == "conditional" and dealing == "agreement" and is_subject_to(cast.analysis, frame.verb):
        return status, dealing, 0.9  # what is agreed and waits for a vote is no condition that one sets
    if status == "conditional" and now.why in {"condition", "if"}:
        asked = "condition" if is_of_others_to_meet(cast, frame) else dealing
        dealing = asked if type_ in FRIENDLY else "warning" if type_ in HOSTILE else dealing
        if type_ in BY_WORDS and tense(cast.analysis, frame.verb) in {"past", "perfect", "pluperfect"}:
            status = "held"  # "threatened to leave unless …": the threat was made
    elif status in {"announced", "conditional"} and type_ in HOSTILE and source is not None:
        others = is_of_others(cast, source, told)  # "warned that X will attack": X threatens
        dealing = None if is_purpose(cast, frame.verb) or others else "warning"
    elif dealing == "agreement" and is_able(cast, frame.verb):
        dealing = None
    return status, dealing, 0.9 if status in {"held", "ongoing"} else 0.85


def is_over(cast: Cast, frame: Frame) -> bool:
    """Whether a verb that undoes an act tells that it was undone: "dropped the charge", not "would drop it", "has not dropped it"."""
    ahead = tense(cast.analysis, frame.verb) in {"future", "conditional", "infinitive"}
    return not ahead and not is_negated(cast.analysis, frame.verb)


def not_done(cast: Cast, told: Told, now: Standing, source: Quote | None) -> tuple[Status | None, str | None, float]:
    """How what is told with a "not" stands: refused by who speaks, called off, denied, or no event."""
    frame = told.frame
    own = source is not None and by_speaker(cast, source, told)
    refusable = frame.sense.dealing == "offer" or frame.sense.type == "SUPPORT"
    told_of = frame.noun is not None and cast.analysis.tokens[frame.noun].dep in {"nsubj", "nsubjpass"}
    if told_of and frame.sense.type in COMES_OFF and now.status == "announced":
        return "cancelled", None, 0.75  # "the drill will not go ahead": no refusal of what is asked
    if frame.sense.mode == "visit" and now.status == "announced" and has_a_day(cast, frame.verb):
        return "cancelled", None, 0.75  # "will not go to Bergen on 2 June": no refusal of what is asked
    if own and frame.sense.type in FRIENDLY and now.status == "announced":
        return "held", "refusal", 0.7  # "we will not withdraw"
    if own and refusable and tense(cast.analysis, frame.verb) == "present":
        return "held", "refusal", 0.7  # "we are not ready to …", "we do not support it"
    if own and frame.sense.type in YIELDING and cast.analysis.tokens[frame.verb].tag == "VB" and is_habit(cast, frame):
        return "held", "refusal", 0.7  # "we do not hand over a guest"
    if frame.sense.type in FRIENDLY and now.status in TO_COME and hangs_on_unless(cast, frame.verb):
        return "conditional", "condition", 0.85  # "will not sign unless they apologise"
    if is_of_two_minds(cast, frame.verb):
        return None, None, 0.0
    if frame.sense.type in FRIENDLY and is_withheld(cast, frame.verb):
        return "held", "refusal", 0.8
    if frame.sense.type == "CONSULT" and now.status == "held" and tense(cast.analysis, frame.verb) == "present":
        return None, None, 0.0  # a habit or a figure: "we do not dine with thieves"
    called_off = (
        frame.noun not in {None, frame.verb} and frame.sense.type in COMES_OFF
    )  # "the exchange will not take place"
    if now.status == "announced" and (called_off or is_after_all(cast, frame.verb)):
        return "cancelled", None, 0.75
    none = frame.noun is None or cast.analysis.tokens[frame.verb].lemma == "be"
    status, dealing, trust = negated(frame.sense.type, now, source, none=none)
    others = source is not None and not own and (bool(frame.actors) or is_left_out(cast, frame))
    return status, None if others and dealing == "denial" else dealing, trust


def has_a_day(cast: Cast, verb: int) -> bool:
    """Whether a time of its own hangs on a verb."""
    times = cast.scene.by_sentence.get(cast.analysis.tokens[verb].sentence, ())
    return any(cast.scene.governor(t) == verb for t in times)


def is_habit(cast: Cast, frame: Frame) -> bool:
    """Whether it is told as what somebody does not do at all: "does not release", not "did not release"."""
    helping = (cast.analysis.tokens[a].text.lower() for a in children(cast.analysis, frame.verb, "aux"))
    return frame.noun is None and any(word in {"do", "does"} for word in helping)


def is_left_out(cast: Cast, frame: Frame) -> bool:
    """Whether it is what nobody did for somebody: "had not been consulted" complains, and denies nothing."""
    return frame.sense.type in FRIENDLY | {"CONSULT"} and is_passive(cast.analysis, frame.verb)


def hangs_on_unless(cast: Cast, verb: int) -> bool:
    """Whether it comes only if something else does: "will not sign unless they apologise", "no talks until they leave"."""
    clauses = conditions(cast.analysis, verb)
    return any(marker(cast.analysis, c) in {"unless", "until"} for c in clauses)


def offered(cast: Cast, frame: Frame) -> list[int]:
    """The verbs that tell an offer and what is offered, down to the last: "offered to let them read it if …"."""
    verbs = [frame.verb, frame.head]
    for verb in verbs:
        verbs += [c for c in complements(cast.analysis, verb) if c not in verbs]
    return verbs


def is_on_condition(cast: Cast, frame: Frame) -> bool:
    """Whether something is offered "on condition of" something else."""
    analysis = cast.analysis
    preps = (p for v in offered(cast, frame) for p in children(analysis, v, "prep"))
    nouns = (
        n for p in preps if analysis.tokens[p].text.lower() in {"on", "under"} for n in children(analysis, p, "pobj")
    )
    return any(analysis.tokens[n].lemma.lower() == "condition" and not is_of_anonymity(analysis, n) for n in nouns)


def is_offered_for(cast: Cast, frame: Frame) -> bool:
    """Whether what is offered waits for what others do: "offered to free them if the ban was lifted"."""
    analysis = cast.analysis
    hung = (c for v in offered(cast, frame) for c in children(analysis, v, "advcl"))
    if PROVIDED.search(words_from(analysis, frame.verb)):
        return True
    own = {cast.participant(head).chain for head in frame.actors} - {None}
    doing = (cast.party(s) for c in hung if marker(analysis, c) in {"if", "unless"} for s in subjects(analysis, c))
    return any(who is None or cast.participant(who).chain not in own for who in doing)


def is_provided(cast: Cast, verb: int) -> bool:
    """Whether it holds only "provided that" something else does, where the parser made no clause of it."""
    _, end = sentence_of(cast.analysis, verb)
    for token in cast.analysis.tokens[verb + 1 : end - 1]:
        if token.tag in {"VBD", "VBZ", "VBP", "MD"}:
            return False
        if token.text.lower() in {"provided", "providing"} and cast.analysis.tokens[token.i + 1].text.lower() == "that":
            return not is_of_a_time(cast.analysis, token.i + 1)
    return False


def is_yet_to_be_said(cast: Cast, told: Told, status: Status) -> bool:
    """Whether a demand or charge is only to come; who says "we shall insist" insists, who says "we shall ask" has not asked."""
    asks = cast.analysis.tokens[told.frame.verb].lemma.lower() in ASKING
    if status == "conditional" or asks or hangs_below(cast, told.frame.verb):
        return True
    return not any(head in cast.speaker_at for head in told.frame.actors)


def hangs_below(cast: Cast, verb: int) -> bool:
    """Whether the parser hung an "if" on what would be asked: "would ask them to step in if talks failed"."""
    below = children(cast.analysis, verb, "xcomp", "ccomp")
    clauses = (c for b in below for c in children(cast.analysis, b, "advcl"))
    return any(marker(cast.analysis, c) in {"if", "unless"} for c in clauses)


def is_of_two_minds(cast: Cast, verb: int) -> bool:
    """Whether it is only told that there is no agreement: "we did not agree on what happened" refuses nothing."""
    analysis = cast.analysis
    on = any(analysis.tokens[p].text.lower() in {"on", "about"} for p in children(analysis, verb, "prep"))
    return on and analysis.tokens[verb].lemma.lower() in CONSENTING and tense(analysis, verb) in {"present", "past"}


def is_withheld(cast: Cast, verb: int) -> bool:
    """Whether it is what somebody does not grant: "does not agree with the plan", "did not apologise, as they had asked"."""
    analysis = cast.analysis
    if analysis.tokens[verb].lemma.lower() in CONSENTING and tense(analysis, verb) in {"present", "past"}:
        return any(analysis.tokens[c].dep == "neg" for c in analysis.children[verb])
    asked = (c for c in children(analysis, verb, "advcl") if c > verb and marker(analysis, c) == "as")
    return any(
        status_cues().get(analysis.tokens[c].lemma.lower()) == "requested"
        and not children(analysis, c, "xcomp", "ccomp", "dobj")  # "as her aides had asked her to rest" is a reason
        for c in asked
    )


def is_aim_to_come(cast: Cast, noun: int) -> bool:
    """Whether somebody will go or send "for talks"."""
    analysis = cast.analysis
    prep = analysis.tokens[analysis.tokens[noun].head]
    return prep.text.lower() == "for" and tense(analysis, clause_head(analysis, prep.i)) == "future"


def is_after_all(cast: Cast, verb: int) -> bool:
    """Whether what was to come does not: "will not be paid after all"."""
    start, end = sentence_of(cast.analysis, verb)
    said = [t.text.lower() for t in cast.analysis.tokens[start:end]]
    return any(pair == ("after", "all") for pair in pairwise(said))


def is_purpose(cast: Cast, verb: int) -> bool:
    """Whether the act is only what something is for: "the means to force them"."""
    token = cast.analysis.tokens[verb]
    return token.tag == "VB" and token.dep in {"acl", "advcl", "xcomp", "pcomp"}


def is_able(cast: Cast, verb: int) -> bool:
    """Whether it is only said that they will be able to."""
    return cast.analysis.tokens[cast.analysis.tokens[verb].head].lemma.lower() == "able"


def by_speaker(cast: Cast, source: Quote, told: Told) -> bool:
    """Whether a quote's speaker, or the state that they act for, does the act."""
    if source.speaker is None or not told.frame.actors:
        return False
    own = cast.reading.chains[source.speaker].country
    chains = [cast.participant(head).chain for head in told.frame.actors]
    return any(
        c is not None
        and (
            c == source.speaker
            or (own is not None and cast.reading.chains[c].country == own)
            or cast.speaks_for(source, c)
        )
        for c in chains
    )


def is_of_others(cast: Cast, source: Quote, told: Told) -> bool:
    """Whether a quote's speaker tells what is not their side's to do: of another state, or nobody in politics."""
    if source.speaker is None or not told.frame.actors or by_speaker(cast, source, told):
        return False
    spoken_for = cast.reading.chains[source.speaker].country
    return spoken_for is not None or not cast.is_political(cast.speaker(source, source.content[0]))


def is_of_others_to_meet(cast: Cast, frame: Frame) -> bool:
    """Whether somebody else has to meet a condition: not "if elected, she would withdraw", "if he wins, he will sign"."""
    own = {cast.participant(head).chain for head in frame.actors} - {None}
    found = conditions(cast.analysis, frame.verb)
    for clause in found:
        if marker(cast.analysis, clause) != "if":
            return True
        for subject in subjects(cast.analysis, clause):
            who = cast.party(subject)
            if who is None or cast.participant(who).chain not in own:
                return True
    return not found


def happened(cast: Cast, trigger: int) -> float:
    """How far the encoder takes the act to have happened, -3 to 3; 3 where it did not run."""
    scores = cast.analysis.scores
    return scores[trigger].happened if scores else 3.0


def negated(
    type_: str, now: Standing, source: Quote | None, *, none: bool = False
) -> tuple[Status | None, str | None, float]:
    """What does not take place: called off where it was to come, denied where somebody says so, else no event.

    `none` tells that there was none at all ("no talks", "did not meet"), not that a known one did not come.
    """
    if source is not None and (now.status == "ongoing" or (now.status == "held" and (none or type_ != "CONSULT"))):
        return ("denied", None, UNSAID) if now.why in KEPT_FROM else ("denied", "denial", 0.7)
    if (type_ in CALLED_OFF or now.status == "cancelled") and now.status in {
        "held",
        "ongoing",
        "announced",
        "cancelled",
    }:
        return "cancelled", None, 0.75
    if now.negated and now.status in {"held", "ongoing", "announced"} and now.why not in SUPPOSED_BY:
        return (
            "denied",
            None,
            0.0 if source is None else UNSAID,
        )  # kept in the reading, told where others tell it as done
    return None, None, 0.0


def rumoured(cast: Cast, source: Quote, now: Standing) -> bool:
    """Whether nobody stands up for it: an unnamed source, or a report of what somebody might do."""
    if is_anonymous(cast, source):
        return True
    chain = None if source.speaker is None else cast.reading.chains[source.speaker]
    outlet = chain is None or (chain.kind != "country" and not chain.roles and chain.country is None)
    cue = cast.reading.document.text[source.cue.start : source.cue.end].lower() if source.cue is not None else ""
    return outlet and now.status == "conditional" and "report" in cue
