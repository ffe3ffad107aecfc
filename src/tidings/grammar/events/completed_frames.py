"""An act's frame as its sentence completes it: a standing, a place in a dealing or an actor that its own words leave out."""

import re
from dataclasses import replace
from itertools import pairwise

from tidings.grammar.events.frame import Frame
from tidings.grammar.events.inside_speech import inside_speech
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.plover import HOSTILE, PUBLIC
from tidings.grammar.events.roles import given, named, party, verb_agents
from tidings.grammar.events.verb_senses import is_capital
from tidings.grammar.tree import child, children, sentence_of, words_from
from tidings.grammar.verbs import is_negated, is_passive, modal, passive_agent, prepositional
from tidings.model import Analysis

__all__ = ["by_denier", "by_owner", "by_promiser", "fuller", "in_its_place", "wanted"]

RECEIVING = frozenset({"receive", "welcome", "host"})
ANSWERABLE = frozenset({"credit", "responsibility"})
TAKING = frozenset({"accept", "acknowledge", "admit", "assume", "bear", "claim", "declare", "take"})
OWNING = frozenset({"admit", "claim"})
CALLING = frozenset(
    {"announce", "begin", "call", "declare", "hold", "launch", "lead", "organise", "organize", "stage", "start"}
)
GRANTING = frozenset({"AGREE", "CONCEDE"})
ANSWERS = frozenset({"refusal", "acceptance", "denial"})
# "agreed, but only if", "accepted it provided that", "accepts it on condition that"
TERMS = re.compile(
    r"\b(?:only (?:if|once|after|when)|provided (?:that |the |it |they |he |she |its )|providing that|(?:on|under) (?:the )?condition(?: that|s? that| ?:)|as long as|so long as)\b"
)
# "refused to sign without a map", "refused to sail until paid"
WITHHELD = re.compile(
    r"^refus\w+ (?:\S+ ){1,12}?(?:unless |until (?!\w+day|the end|next|last|late|early|then|now|tomorrow|today|noon|midnight|\d)\S+ \S+|without (?:an?|any|first) )"
)
BEFORE_ANY = re.compile(r"\bbefore any\b|\bas an? (?:\w+ )?(?:pre-?)?condition\b")


def in_its_place(analysis: Analysis, verbs: dict[int, Frame], frame: Frame) -> Frame:
    """An offer made in place of what was refused is a counter-offer: "rejected the demand, offering rice", "proposed talks instead"."""
    if frame.noun is not None:
        return frame
    if frame.sense.dealing in {"demand", "refusal"} or (
        frame.sense.dealing in {None, "acceptance"} and frame.sense.type in GRANTING
    ):
        return on_terms(analysis, frame)
    if frame.sense.dealing != "offer":
        return frame
    token = analysis.tokens[frame.verb]
    above = verbs.get(token.head) if token.dep in {"advcl", "conj"} else None
    refused = above is not None and above.verb != frame.verb and above.sense.dealing == "refusal"
    own = {analysis.tokens[i].text.lower() for i in analysis.children[frame.verb]}
    stead = {analysis.tokens[n].text.lower() for n in nouns_under(analysis, frame.verb)}
    _, end = sentence_of(analysis, frame.verb)
    of = any(
        a.text.lower() == "instead" and b.text.lower() == "of" for a, b in pairwise(analysis.tokens[frame.verb : end])
    )
    instead = "instead" in own or "stead" in stead or of
    return replace(frame, sense=replace(frame.sense, dealing="counter_offer")) if refused or instead else frame


def on_terms(analysis: Analysis, frame: Frame) -> Frame:
    """A demand of what has to come first, or an acceptance only on terms, as the condition that it sets: "agreed, but only if they leave"; a refusal "until" or "unless" too."""
    pattern = {"demand": BEFORE_ANY, "refusal": WITHHELD}.get(frame.sense.dealing or "", TERMS)
    set_ = pattern.search(words_from(analysis, frame.verb)) is not None
    set_ = set_ or (pattern is TERMS and is_only_for(analysis, frame.verb))
    return replace(frame, sense=replace(frame.sense, dealing="condition")) if set_ else frame


def is_only_for(analysis: Analysis, verb: int) -> bool:
    """Whether nothing else will be accepted: "will only accept a tram with a bell"."""
    only = any(analysis.tokens[c].text.lower() == "only" for c in children(analysis, verb, "advmod"))
    things = children(analysis, verb, "dobj", "prep")
    return only and modal(analysis, verb) in {"will", "would", "can", "could"} and bool(things)


def by_promiser(analysis: Analysis, verbs: dict[int, Frame], frame: Frame) -> Frame:
    """The promised act as one of those who promise it, where it names nobody: "promised that a pact would be signed"."""
    above = inside_speech(analysis, verbs, frame.verb)
    if above is None or frame.actors or frame.recipients or verbs[above].sense.type != "AGREE":
        return frame
    return replace(frame, actors=verbs[above].actors)


def wanted(analysis: Analysis, verbs: dict[int, Frame], frame: Frame) -> Frame:
    """The act as it stands by the act that asks for it, where its own words give it no standing: "called for him to go"."""
    above = inside_speech(analysis, verbs, frame.verb)
    asks = above is not None and verbs[above].sense.type == "REQUEST" and verbs[above].base == "held"
    bare = analysis.tokens[frame.verb].tag == "VB" and modal(analysis, frame.verb) is None
    return replace(frame, base="requested") if asks and bare and frame.base == "held" else frame


def by_denier(analysis: Analysis, cast: Cast, frame: Frame) -> Frame:
    """The denied act as one of who denies it, where nobody else is named for it: "denied that it had been sold".

    Not of a person, who speaks for others when it is force that was used: "the chief denied that live rounds had been fired",
    nor of one who speaks for a state: "the minister denied that anybody had been swapped".
    """
    if frame.actors or frame.noun is not None:
        return frame
    deniers = verb_agents(analysis, cast.kinds, analysis.tokens[frame.verb].head)
    if is_passive(analysis, frame.verb):
        force, public = frame.sense.type in HOSTILE, frame.sense.type in PUBLIC
        deniers = tuple(
            d
            for d in deniers
            if cast.kinds.get(d) in {"country", "organization"}
            or not (force or (public and cast.land_at(d) is not None))
        )
    return replace(frame, actors=deniers)


def by_owner(analysis: Analysis, cast: Cast, frame: Frame) -> Frame:
    """The strike or raid that a noun tells as one of who called it or owns up to it, where the noun's own words name nobody."""
    if frame.actors or frame.noun is None or frame.sense.type not in {"ASSAULT", "PROTEST"}:
        return frame
    doers = claimers(analysis, cast, frame.noun)
    if frame.sense.type == "PROTEST":
        doers = doers or callers(analysis, cast, frame.noun)
    return replace(frame, actors=tuple(d for d in doers if d not in frame.recipients))


def callers(analysis: Analysis, cast: Cast, noun: int) -> tuple[int, ...]:
    """Who called a strike or march: "the strike, which X had announced in May", "a march that X led", "a strike called by X"."""
    for clause in children(analysis, noun, "relcl", "acl"):
        if analysis.tokens[clause].lemma.lower() not in CALLING:
            continue
        if is_passive(analysis, clause):
            return named(analysis, cast.kinds, passive_agent(analysis, clause))
        pronoun = child(analysis, clause, "dobj")
        if analysis.tokens[clause].dep == "relcl" and (
            pronoun is None or analysis.tokens[pronoun].tag in {"WDT", "WP"}
        ):
            return verb_agents(analysis, cast.kinds, clause)
    return ()


def claimers(analysis: Analysis, cast: Cast, noun: int) -> tuple[int, ...]:
    """Who owns up to a deed: "claimed the bombing", "claimed responsibility for the raid"; nobody is accused of it by that."""
    told, above = analysis.tokens[noun], analysis.tokens[analysis.tokens[noun].head]
    if told.dep == "pobj" and above.text.lower() == "for":
        answering = analysis.tokens[above.head]
        if answering.lemma.lower() not in ANSWERABLE or answering.dep != "dobj":
            return ()
        verb, owning = analysis.tokens[answering.head], TAKING
    elif told.dep == "dobj":
        verb, owning = above, OWNING
    else:
        return ()
    if verb.lemma.lower() not in owning or is_negated(analysis, verb.i) or is_passive(analysis, verb.i):
        return ()
    return verb_agents(analysis, cast.kinds, verb.i)


def fuller(analysis: Analysis, cast: Cast, frame: Frame) -> Frame:
    """The frame of an act that names no actor: of an arrest or a sentence the place it was done in, of troops sent their state."""
    if frame.actors:
        return frame
    if frame.sense.type == "MOBILIZE":
        moved = (party(analysis, cast.kinds, i) for i in children(analysis, frame.verb, "nsubjpass"))
        return replace(frame, actors=tuple(p for p in moved if p is not None and p not in frame.recipients))
    received = frame.sense.mode == "visit" and analysis.tokens[frame.verb].lemma in RECEIVING
    if received or frame.sense.mode == "expel":
        for place in prepositional(analysis, frame.verb, "in" if received else "from"):
            if cast.kinds.get(place) in {"country", "place"}:
                others = tuple(p for p in frame.recipients if p != place)
                return (
                    replace(frame, actors=others or (place,), recipients=(place,))
                    if received
                    else replace(frame, actors=(place,), recipients=others)
                )
    if frame.sense.dealing in ANSWERS and children(analysis, frame.verb, "nsubjpass"):  # "in Lima it was turned down"
        there = (p for p in prepositional(analysis, frame.verb, "in") if p < frame.verb and p not in frame.recipients)
        return replace(
            frame, actors=tuple(p for p in there if is_capital(analysis, p) or cast.kinds.get(p) == "country")[:1]
        )
    had = given(analysis, frame.verb)  # "was granted asylum in X"
    if frame.sense.type not in {"COERCE", "SANCTION"} and not (had and frame.sense.type == "AID"):
        return frame
    below = [*had, frame.verb, *(i for head in (frame.verb, *frame.trigger) for i in nouns_under(analysis, head))]
    for head in below:
        for place in prepositional(analysis, head, "in"):
            if cast.kinds.get(place) == "country":
                return replace(frame, actors=(place,))
    return frame


def nouns_under(analysis: Analysis, head: int) -> tuple[int, ...]:
    """The nouns after the prepositions of a head: "in prison", "to ten years"."""
    return tuple(n for prep in children(analysis, head, "prep") for n in children(analysis, prep, "pobj"))
