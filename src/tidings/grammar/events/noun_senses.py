"""Which sense of a noun holds, by the words around it."""

from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.events.lexicon import NounSense, Sense, noun_class, noun_senses
from tidings.grammar.tree import ancestors, children
from tidings.grammar.verbs import prepositional
from tidings.model import Analysis

__all__ = ["is_definite", "is_reason_to_recall", "noun_sense"]

CALLED_HOME = frozenset({"recall", "summon", "withdraw", "return", "call", "bring", "fly", "order"})
PHONE_WORDS = frozenset({"phone", "telephone", "video"})
STRIKE = NounSense(("strike",), Sense("PROTEST", "strike", ("against",)))
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
    if analysis.tokens[noun].lemma.lower() == "strike" and is_of_workers(analysis, noun, before):
        return STRIKE
    token = analysis.tokens[noun]
    name = token.text if token.tag == "VBG" else token.lemma  # "fighting" as a noun is no form of "fight"
    for sense in noun_senses().get(name.lower(), ()):
        if "of" in sense.words:
            if sense.words[-1] in after:
                return sense
        elif all(word in before for word in sense.words[:-1]):
            if sense.sense.type == "CONSULT" and sense.sense.mode is None and PHONE_WORDS & set(before):
                return NounSense(sense.words, replace(sense.sense, mode="phone"))
            return sense
    return None


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
