"""Nouns that tell events: under a light verb ("held talks", "the call took place") or alone with their parties."""

from collections.abc import Iterator
from dataclasses import replace

from tidings.grammar.events.frame import Frame
from tidings.grammar.events.inside_speech import BACKGROUND
from tidings.grammar.events.lexicon import NounSense, Sense, noun_class, status_cues
from tidings.grammar.events.light_verbs import Light, carrier, light
from tidings.grammar.events.noun_senses import is_definite, noun_sense
from tidings.grammar.events.plover import SPOKEN
from tidings.grammar.events.roles import Kinds, named, noun_agents, noun_parties, noun_sides, party, verb_agents
from tidings.grammar.events.taken_back import is_withdrawn
from tidings.grammar.events.verb_senses import by_phone
from tidings.grammar.tree import ancestors, child, children, conjuncts, subtree
from tidings.grammar.verbs import prepositional
from tidings.model import Analysis

__all__ = ["noun_frames", "phone_frames"]

BACK = 40  # tokens in which a pronoun looks for its noun
ENJOYING = frozenset({"have", "enjoy", "win", "gain", "get", "earn", "draw", "secure", "lose", "seek", "need"})
STRIKERS = frozenset({"call", "withdraw", "stage", "join", "hold", "suspend", "begin", "end", "announce", "be"})
NOES = frozenset({"denial", "refusal"})
MET = frozenset({"after", "following", "during", "at", "in"})  # "spoke after talks with X": who spoke had met X


def noun_frames(analysis: Analysis, kinds: Kinds) -> Iterator[Frame]:
    """The acts that nouns tell, in text order; with no parties at all only what a light verb carries."""
    for token in analysis.tokens:
        if not (token.pos in {"NOUN", "PROPN"} or is_gerund(analysis, token.i)) or token.dep == "compound":
            continue
        if token.pos == "PROPN" and token.ent in {"DATE", "TIME"}:
            continue  # the month of March marches nowhere
        sense = noun_sense(analysis, token.i)
        if sense is not None and sense.sense.dealing in NOES and is_withdrawn(analysis, token.i):
            continue
        if sense is not None and sense.sense.type != "-":
            yield from told(analysis, kinds, token.i, sense)
    yield from pronoun_frames(analysis, kinds)


def is_gerund(analysis: Analysis, i: int) -> bool:
    """Whether a verb's form stands as a noun: "fighting between A and B continued"."""
    token = analysis.tokens[i]
    return token.tag == "VBG" and token.dep in {"nsubj", "nsubjpass"} and not children(analysis, i, "dobj", "nsubj")


def pronoun_frames(analysis: Analysis, kinds: Kinds) -> Iterator[Frame]:
    """Meetings told by a pronoun: "a meeting of A and B …, but it could take place on Monday"."""
    for token in analysis.tokens:
        if token.dep not in {"nsubj", "nsubjpass", "dobj"} or token.text.lower() not in {"it", "this"}:
            continue
        place = "subj" if token.dep == "nsubj" else "obj"
        found = light(analysis, token.head, place)
        plain = analysis.tokens[token.head].lemma in {"take", "hold", "happen", "schedule", "go", "set"}
        if found is None or not (plain or found.status == "cancelled"):
            continue
        for noun in range(token.i - 1, max(-1, token.i - BACK), -1):
            sense = noun_sense(analysis, noun) if analysis.tokens[noun].pos == "NOUN" else None
            if sense is not None and sense.sense.type == "CONSULT":
                own = noun_agents(analysis, kinds, noun)
                others = noun_parties(analysis, kinds, noun, sense.sense.places)
                own = own or (verb_agents(analysis, kinds, token.head) if token.dep == "dobj" else ())
                told_ = made(analysis, noun, sense.sense, found, (own, others))
                yield replace(told_, noun=None, trigger=(token.i,) if found.status == "cancelled" else (token.head,))
                break


def told(analysis: Analysis, kinds: Kinds, noun: int, sense: NounSense) -> Iterator[Frame]:
    """The act of one noun, if a light verb or parties of its own tell that there is one."""
    light = carrier(analysis, noun)
    own, others = noun_sides(analysis, kinds, noun, sense.sense.places)
    if light is not None and analysis.tokens[light.verb].lemma == "receive" and sense.sense.type != "CONSULT":
        sender = own or named(analysis, kinds, prepositional(analysis, light.verb, "from"))
        if sender and sense.sense.type in SPOKEN:
            yield made(analysis, noun, sense.sense, light, (sender, verb_agents(analysis, kinds, light.verb)))
            return
        light = None
    if light is not None and sense.sense.type == "SUPPORT" and is_enjoyed(analysis, light, sense.sense):
        givers = own or named(analysis, kinds, prepositional(analysis, noun, "of", "from", "among"))
        yield made(analysis, noun, sense.sense, light, (givers, verb_agents(analysis, kinds, light.verb)))
        return
    if not own and (
        sense.sense.mode in {"visit", "resign"} or (sense.sense.type in SPOKEN and "of" not in sense.sense.places)
    ):
        own = noun_parties(analysis, kinds, noun, ("of", "from") if sense.sense.type in SPOKEN else ("of",))
    if sense.sense.mode == "visit" and not own:
        own = planners(analysis, kinds, noun) or hung_on_place(analysis, kinds, noun)
    if sense.sense.mutual and not others:
        others = parties_below(analysis, kinds, noun)
    met = sense.sense.type == "CONSULT" and light is None and not own and len(others) == 1
    if met and is_past_meeting(analysis, noun):
        own = those_above(analysis, kinds, noun)
    if light is not None and light.status != "mentioned":
        yield carried(analysis, kinds, noun, sense.sense, (light, own, others))
    elif sense.sense.mutual and not own and not others and len(around := those_above(analysis, kinds, noun)) > 1:
        yield made(analysis, noun, sense.sense, None, (around, ()))
    elif (
        by_itself(sense.sense) and len(others) == 1 and not (own or is_fact(analysis, noun) or is_dated(analysis, noun))
    ):
        yield replace(made(analysis, noun, sense.sense, None, ((), others)), base="loose")
    elif by_itself(sense.sense) and (
        len({*own, *others}) > 1
        or (own and (not sense.sense.places or is_known_words(analysis, noun, sense.sense)))
        or (others and is_fact(analysis, noun))
        or is_dated(analysis, noun)
    ):
        yield made(analysis, noun, sense.sense, None, (own, others))


def planners(analysis: Analysis, kinds: Kinds, noun: int) -> tuple[int, ...]:
    """Who meant to make a visit: "a trip that X had planned"."""
    for clause in children(analysis, noun, "relcl", "acl"):
        if status_cues().get(analysis.tokens[clause].lemma.lower()) == "announced":
            return verb_agents(analysis, kinds, clause)
    return ()


def hung_on_place(analysis: Analysis, kinds: Kinds, noun: int) -> tuple[int, ...]:
    """Who makes a visit, where the parser hung them on the place: "the visit to Oslo of the minister"."""
    return tuple(
        p
        for at in prepositional(analysis, noun, "to")
        for p in named(analysis, kinds, prepositional(analysis, at, "of"))
    )


def carried(
    analysis: Analysis, kinds: Kinds, noun: int, sense: Sense, told: tuple[Light, tuple[int, ...], tuple[int, ...]]
) -> Frame:
    """The act of a noun under a light verb, given with its own parties: "held talks", "the call took place"."""
    light, own, others = told
    found = () if light.place in {"subj", "attr"} else verb_agents(analysis, kinds, light.verb)
    others = others or at_verb(analysis, kinds, light.verb, sense)
    if analysis.tokens[noun].lemma == "strike" and analysis.tokens[light.verb].lemma in STRIKERS:
        sense = replace(sense, type="PROTEST", mode="strike")
    if sense.type == "CONSULT" and by_phone(analysis, light.verb):
        sense = replace(sense, mode="phone")
    if sense.mutual and not own and not others and len(found) < 2:
        found = (*those_above(analysis, kinds, noun), *found)  # "A and B signed it after talks led by C"
    if sense.mutual and len(others) > 1:
        found = ()  # "A seeks a meeting between B and C": B and C meet
    return made(analysis, noun, sense, light, (found or own, others))


def is_enjoyed(analysis: Analysis, light: Light, sense: Sense) -> bool:
    """Whether support is what the subject has from others: "has the backing of X"."""
    return sense.dealing is None and analysis.tokens[light.verb].lemma in ENJOYING and light.place == "obj"


def is_known_words(analysis: Analysis, noun: int, sense: Sense) -> bool:
    """Whether the noun is for words that somebody has spoken: "her offer", "the proposal of X", "a request by X", but "any offer"."""
    owned = child(analysis, noun, "poss") is not None or bool(prepositional(analysis, noun, "by", "from"))
    return sense.type in SPOKEN and sense.dealing is not None and (owned or is_definite(analysis, noun))


def is_fact(analysis: Analysis, noun: int) -> bool:
    """Whether the clause takes the noun's act as done: "after the arrest of X", "in reply to the expulsion of Y"."""
    above = analysis.tokens[analysis.tokens[noun].head]
    if analysis.tokens[noun].dep == "pobj" and above.dep == "prep":
        return above.text.lower() in BACKGROUND or analysis.tokens[above.head].lemma.lower() in noun_class("reply")
    return analysis.tokens[noun].dep == "nsubj" and above.tag == "VBD"


def is_dated(analysis: Analysis, noun: int) -> bool:
    """Whether "the clash on Saturday" gives its day, by which another report may know it."""
    if any(analysis.tokens[p].ent == "DATE" for p in children(analysis, noun, "poss")):
        return True  # "Saturday's summit"
    if not is_definite(analysis, noun):
        return False
    days = (*prepositional(analysis, noun, "on", "of", "in"), *children(analysis, noun, "npadvmod", "compound", "nmod"))
    return any(analysis.tokens[d].ent == "DATE" for d in days)


def parties_below(analysis: Analysis, kinds: Kinds, noun: int) -> tuple[int, ...]:
    """Who stands after "with" or "between" further below the noun: "talks on guarantees with A and B"."""
    for i in subtree(analysis, noun, frozenset({"relcl", "acl", "appos", "conj"})):
        if analysis.tokens[i].dep == "prep" and analysis.tokens[i].text.lower() in {"with", "between"}:
            found = named(
                analysis, kinds, tuple(c for h in children(analysis, i, "pobj") for c in conjuncts(analysis, h))
            )
            if found:
                return found
    return ()


def by_itself(sense: Sense) -> bool:
    """Whether the noun alone tells that it happened: "the expulsion of", but not "the sanctions on", which last."""
    if sense.type in {"AID", "COOPERATE"} or (sense.type == "SUPPORT" and sense.dealing is None):
        return False
    return not (sense.type == "SANCTION" and sense.mode is None) and sense.mode != "restrict"


def those_above(analysis: Analysis, kinds: Kinds, noun: int) -> tuple[int, ...]:
    """Who did what the clause tells after, at or in the talks: "A and B signed … after two days of negotiations"."""
    at = noun
    for above in ancestors(analysis, noun):
        if analysis.tokens[above].pos == "VERB":
            return verb_agents(analysis, kinds, above) if analysis.tokens[at].dep == "prep" else ()
        if analysis.tokens[above].dep not in {"prep", "pobj"}:
            return ()
        at = above
    return ()


def is_past_meeting(analysis: Analysis, noun: int) -> bool:
    """Whether the clause is told as of those who met: "he spoke after talks with X", "said at a meeting with Y"."""
    return analysis.tokens[noun].dep == "pobj" and analysis.tokens[analysis.tokens[noun].head].text.lower() in MET


def made(
    analysis: Analysis,
    noun: int,
    sense: Sense,
    light: Light | None,
    parties: tuple[tuple[int, ...], tuple[int, ...]],
) -> Frame:
    """The frame of a noun's act with its parties set out."""
    actors, others = parties
    others = tuple(p for p in others if p not in actors)
    if sense.mutual:
        actors, others = (*actors, *others), ()
    verb = noun if light is None else light.verb
    trigger = (noun,) if light is None else tuple(sorted({verb, noun, *children(analysis, verb, "prt")}))
    return Frame(
        sense, trigger, verb, "held" if light is None else light.status, actors, others, theme(analysis, noun), noun
    )


def at_verb(analysis: Analysis, kinds: Kinds, verb: int, sense: Sense) -> tuple[int, ...]:
    """The other parties where they hang on the light verb: "held talks on Monday with the envoy"."""
    for place in sense.places:
        heads = prepositional(analysis, verb, place)
        found = tuple(p for p in (party(analysis, kinds, h) for h in heads) if p is not None)
        if found:
            return found
    return ()


def theme(analysis: Analysis, noun: int) -> int | None:
    """Head of what the act is about: after on, about, over, to with a verb."""
    for clause in children(analysis, noun, "acl"):
        if analysis.tokens[clause].tag == "VB":
            return clause
    heads = prepositional(analysis, noun, "on", "about", "over", "regarding", "concerning", "for")
    heads = tuple(h for h in heads if analysis.tokens[h].ent not in {"DATE", "TIME"})
    return heads[0] if heads else None


def phone_frames(analysis: Analysis, kinds: Kinds) -> Iterator[Frame]:
    """Calls told by the way something was done: "the two presidents settled it by telephone"."""
    calls = Sense("CONSULT", "phone", mutual=True)
    for token in analysis.tokens:
        if token.pos == "VERB" and by_phone(analysis, token.i):
            actors = (
                *verb_agents(analysis, kinds, token.i),
                *named(analysis, kinds, prepositional(analysis, token.i, "with")),
            )
            yield Frame(calls, (token.i,), token.i, "held", tuple(dict.fromkeys(actors)), ())
