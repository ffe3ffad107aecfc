"""Which sense of a noun holds, by the words around it."""

from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.events.lexicon import NounSense, Sense, noun_class, noun_senses
from tidings.grammar.tree import ancestors, child, children
from tidings.grammar.verbs import prepositional
from tidings.model import Analysis

__all__ = ["is_definite", "is_reason_to_recall", "noun_sense", "tells_of_captives"]

CALLED_HOME = frozenset({"recall", "summon", "withdraw", "return", "call", "bring", "fly", "order"})
PHONE_WORDS = frozenset({"phone", "telephone", "video"})
STRIKE = NounSense(("strike",), Sense("PROTEST", "strike", ("against",)))
BLOCKADE = NounSense(("blockade",), Sense("PROTEST", "obstruct", ("of", "on")))
EXCHANGE = NounSense(("exchange",), Sense("RETREAT", "release", ("between", "with"), mutual=True))
ARMED = frozenset(
    {"air", "drone", "missile", "rocket", "artillery", "military", "naval", "retaliatory", "nuclear", "precision"}
)
# Who is at work, and what they do who stop: beside one of these "the strike" is no attack.
LABOUR = frozenset({"docker", "labour", "labor", "picket", "railwayman", "stoppage", "striker", "union", "walkout"})
HARM = frozenset({"airstrike", "bomb", "drone", "kill", "missile", "raid", "rocket", "shell", "target", "wound"})
SET_APART = frozenset({"first", "new", "planned", "postponed", "second", "third", "whole"})
HELD = frozenset({"abductee", "captive", "detainee", "hostage", "prisoner"})
CALLS = NounSense(("call",), Sense("REQUEST", None, ("on", "to"), "demand"))
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def noun_sense(analysis: Analysis, noun: int) -> NounSense | None:
    """The sense of a noun with the words around it: "prisoner exchange" before "exchange"."""
    if is_reason_to_recall(analysis, noun):
        return None
    before = [analysis.tokens[c].lemma.lower() for c in children(analysis, noun, "compound", "amod", "nmod", "poss")]
    after = [analysis.tokens[c].lemma.lower() for c in prepositional(analysis, noun, "of")]
    calls = analysis.tokens[noun].lemma.lower() == "call" and (is_for(analysis, noun) or is_heeded(analysis, noun))
    if calls and not PHONE_WORDS & set(before):
        return CALLS
    token = analysis.tokens[noun]
    if token.lemma.lower() == "strike" and is_of_labour(analysis, noun, before):
        return STRIKE
    if token.lemma.lower() == "blockade" and is_of_crowd(analysis, noun, before, after):
        return BLOCKADE
    if token.lemma.lower() == "exchange" and is_of_captives(analysis, noun, before, after):
        return EXCHANGE
    name = token.text if token.tag == "VBG" else token.lemma  # "fighting" as a noun is no form of "fight"
    whole = f"{analysis.tokens[noun - 2].lemma}-{name}".lower() if is_parted(analysis, noun) else ""
    for sense in noun_senses().get(whole, ()) or noun_senses().get(name.lower(), ()):
        if "of" in sense.words:
            if sense.words[-1] in after:
                return sense
        elif all(word in before for word in sense.words[:-1]):
            if sense.sense.type == "CONSULT" and sense.sense.mode is None and PHONE_WORDS & set(before):
                return NounSense(sense.words, replace(sense.sense, mode="phone"))
            return sense
    return None


def is_parted(analysis: Analysis, noun: int) -> bool:
    """Whether the tokenizer has parted a noun at its hyphen: "sit-in", "walk-out"."""
    return noun > 1 and analysis.tokens[noun - 1].tag == "HYPH" and analysis.tokens[noun - 2].head == noun


def is_reason_to_recall(analysis: Analysis, noun: int) -> bool:
    """Whether consultations are only what an envoy is called home for: "recalled for consultations" meets nobody."""
    token = analysis.tokens[noun]
    above = analysis.tokens[token.head]
    if token.lemma.lower() != "consultation" or token.dep != "pobj" or above.text.lower() != "for":
        return False
    at = above.head if above.head != above.i else noun
    if analysis.tokens[at].pos == "NOUN" and analysis.tokens[at].dep in {"dobj", "pobj", "nsubjpass"}:
        at = next((i for i in ancestors(analysis, at) if analysis.tokens[i].pos == "VERB"), at)
    return analysis.tokens[at].lemma.lower() in CALLED_HOME


def is_of_workers(analysis: Analysis, noun: int, before: Sequence[str]) -> bool:
    """Whether those who strike work: "the strike by dockers", "the drivers' strike"."""
    by = (analysis.tokens[c].lemma.lower() for c in prepositional(analysis, noun, "by", "of", "among"))
    return not noun_class("workers").isdisjoint((*by, *before))


def is_of_labour(analysis: Analysis, noun: int, before: Sequence[str]) -> bool:
    """Whether a strike is one of people who stop work."""
    if not ARMED.isdisjoint(before):
        return False
    if is_of_workers(analysis, noun, before):
        return True
    whose = child(analysis, noun, "poss")
    if whose is not None and analysis.tokens[whose].ent in {"GPE", "NORP"}:
        return False  # "Norway's strike hit the picket" at the border
    return is_on_strike(analysis, noun) or tells_of_labour(analysis, noun)


def is_on_strike(analysis: Analysis, noun: int) -> bool:
    """Whether people are "on strike"."""
    on = analysis.tokens[analysis.tokens[noun].head]
    return analysis.tokens[noun].dep == "pobj" and on.text.lower() == "on" and on.i == noun - 1


def tells_of_labour(analysis: Analysis, noun: int) -> bool:
    """Whether "strike" stands where people work, in its sentence or one beside it: "the union called off the strike"."""
    here = analysis.tokens[noun].sentence
    first, last = max(0, here - 1), min(len(analysis.sentences) - 1, here + 1)
    near = analysis.tokens[analysis.sentences[first][0] : analysis.sentences[last][1]]
    told = {t.lemma.lower() for t in near if t.pos in {"NOUN", "VERB"}}
    return bool(told & LABOUR) and not told & HARM


def is_of_crowd(analysis: Analysis, noun: int, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether people in the street block: "the blockade by villagers", "the farmers' blockade", "a blockade of the highway"."""
    crowd = noun_class("marcher") | noun_class("workers") | noun_class("floats")
    by = prepositional(analysis, noun, "by", "of", "among")
    who = {analysis.tokens[c].lemma.lower() for c in by}
    who |= {f"{analysis.tokens[c - 1].lemma.lower()} {analysis.tokens[c].lemma.lower()}" for c in by if c}
    return not crowd.isdisjoint((*who, *before)) or not noun_class("street_blocked").isdisjoint(after)


def is_of_captives(analysis: Analysis, noun: int, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether "the exchange" is one of people who are held, of whom the text tells."""
    if not HELD.isdisjoint((*before, *after)):
        return True
    bare = not after and SET_APART.issuperset(before) and is_definite(analysis, noun)
    return bare and tells_of_captives(analysis)


def tells_of_captives(analysis: Analysis) -> bool:
    """Whether a text tells of people who are held."""
    return any(t.lemma.lower() in HELD for t in analysis.tokens)


def is_for(analysis: Analysis, noun: int) -> bool:
    """Whether a call is one for something to be done: "calls for talks", "calls from X to resign"."""
    wanted = (c for c in children(analysis, noun, "acl", "relcl") if analysis.tokens[c].tag == "VB")
    return bool(prepositional(analysis, noun, "for")) or any(wanted)


def is_heeded(analysis: Analysis, noun: int) -> bool:
    """Whether something is done at somebody's call: "stayed at home at the call of the union"."""
    token = analysis.tokens[noun]
    at = token.dep == "pobj" and analysis.tokens[token.head].text.lower() == "at"
    return at and bool(prepositional(analysis, noun, "of"))


def is_definite(analysis: Analysis, noun: int) -> bool:
    """Whether the noun points back to something told before: "the talks", "this meeting"."""
    return any(analysis.tokens[c].text.lower() in DEFINITE for c in children(analysis, noun, "det"))
