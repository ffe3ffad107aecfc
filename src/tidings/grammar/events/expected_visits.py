"""Visits told by who is waited for where: "X is expected in Oslo on Monday", "X is due in Oslo", "a mission is awaited in Oslo"."""

from collections.abc import Iterator

from tidings.grammar.events.frame import Frame
from tidings.grammar.events.lexicon import Sense
from tidings.grammar.events.roles import Kinds, done_to, named, verb_agents
from tidings.grammar.tree import children
from tidings.grammar.verbs import is_negated, is_passive, prepositional
from tidings.model import Analysis

__all__ = ["expected_visits"]

AWAITED = frozenset({"expect", "await"})
COMERS = frozenset({"person", "organization"})
PLACES = frozenset({"country", "place"})


def expected_visits(analysis: Analysis, kinds: Kinds) -> Iterator[Frame]:
    """The visits of people and bodies that a place awaits, in text order."""
    visit = Sense("CONSULT", "visit")
    for token in analysis.tokens:
        if token.lemma in AWAITED and is_passive(analysis, token.i):
            at, comers = token.i, named(analysis, kinds, done_to(analysis, kinds, token.i))
        elif token.lemma == "due" and token.dep == "acomp" and analysis.tokens[token.head].lemma == "be":
            at, comers = token.head, verb_agents(analysis, kinds, token.head)
        else:
            continue
        if children(analysis, token.i, "xcomp", "ccomp") or is_negated(analysis, at):
            continue
        where = tuple(p for p in prepositional(analysis, token.i, "in", "at") if is_place(analysis, kinds, p))
        comers = tuple(c for c in comers if kinds.get(c) in COMERS)
        if where and comers:
            yield Frame(visit, (token.i,), at, "announced", comers, where)


def is_place(analysis: Analysis, kinds: Kinds, head: int) -> bool:
    """Whether a word names a place that one can come to."""
    return kinds.get(head) in PLACES or analysis.tokens[head].ent == "GPE"
