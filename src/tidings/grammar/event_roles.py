"""Who the parties of an act are: from the words in the roles of a verb or noun to the mentions that name them."""

from collections.abc import Iterable, Mapping

from tidings.grammar.tree import child, children, conjuncts
from tidings.grammar.verbs import agents, objects, patients, prepositional, recipients, subjects
from tidings.model import Analysis

__all__ = ["Kinds", "by_place", "noun_agents", "party", "verb_agents"]

Kinds = Mapping[int, str]
"""Head token of each mention to the kind of what it names."""

INNER = ("poss", "nmod", "compound", "amod", "appos")
AGENTIVE_PREPOSITIONS = ("by", "from")
DEEPEST = 3  # nouns below nouns: "the head of the staff of the army of …"


def party(analysis: Analysis, kinds: Kinds, head: int, depth: int = 0) -> int | None:
    """The mention that names the party in a noun phrase: its head, else who owns, qualifies or is counted by it.

    "Ruritanian troops" and "the government of Ruritania" act for Ruritania.
    """
    if head in kinds:
        return head
    if depth == DEEPEST or analysis.tokens[head].pos == "VERB":
        return None
    for label in INNER:
        for inner in children(analysis, head, label):
            found = party(analysis, kinds, inner, depth + 1)
            if found is not None:
                return found
    for noun in prepositional(analysis, head, "of", "in"):
        found = party(analysis, kinds, noun, depth + 1)
        if found is not None:
            return found
    return None


def named(analysis: Analysis, kinds: Kinds, heads: Iterable[int]) -> tuple[int, ...]:
    found: list[int] = []
    for head in heads:
        if analysis.tokens[head].tag in {"WDT", "WP"} and analysis.tokens[analysis.tokens[head].head].dep == "relcl":
            head = analysis.tokens[analysis.tokens[head].head].head
        mention = party(analysis, kinds, head)
        if mention is not None and mention not in found:
            found.append(mention)
    return tuple(found)


def verb_agents(analysis: Analysis, kinds: Kinds, verb: int) -> tuple[int, ...]:
    """The mentions that do what the verb tells."""
    return named(analysis, kinds, agents(analysis, verb))


def complement_subjects(analysis: Analysis, verb: int) -> tuple[int, ...]:
    found: list[int] = []
    for clause in children(analysis, verb, "ccomp", "xcomp"):
        found.extend(subjects(analysis, clause))
    return tuple(found)


def owners(analysis: Analysis, verb: int) -> tuple[int, ...]:
    found: list[int] = []
    for noun in patients(analysis, verb) or objects(analysis, verb):
        found.extend(c for label in ("poss", "nmod", "compound", "amod") for c in children(analysis, noun, label))
    return tuple(found)


def by_place(analysis: Analysis, kinds: Kinds, verb: int, places: Iterable[str]) -> tuple[int, ...]:
    """The recipients of a verb's act: the first of `places` where a mention stands."""
    for place in places:
        heads: tuple[int, ...]
        if place == "obj":
            heads = patients(analysis, verb)
        elif place in {"iobj", "dative"}:
            heads = recipients(analysis, verb)
        elif place == "poss":
            heads = owners(analysis, verb)
        elif place == "xsubj":
            heads = complement_subjects(analysis, verb)
        else:
            below = [*patients(analysis, verb), *(c for c in children(analysis, verb, "prep"))]
            heads = prepositional(analysis, verb, place)
            for noun in below:
                heads = heads or prepositional(analysis, noun, place)
        found = named(analysis, kinds, heads)
        if found:
            return found
    return ()


def noun_agents(analysis: Analysis, kinds: Kinds, noun: int) -> tuple[int, ...]:
    """Who does what a noun tells: its owner, who stands after "by", the demonym before it."""
    for label in ("poss", "amod", "compound", "nmod"):
        owner = child(analysis, noun, label)
        while owner is not None:
            found = named(analysis, kinds, conjuncts(analysis, owner))
            if found:
                return found
            owner = next((c for c in children(analysis, noun, label) if c > owner), None)
    return named(analysis, kinds, prepositional(analysis, noun, *AGENTIVE_PREPOSITIONS))


def noun_parties(analysis: Analysis, kinds: Kinds, noun: int, places: Iterable[str]) -> tuple[int, ...]:
    """The other parties of a noun's act, by its prepositions, in the order of `places`; "between" gives them all."""
    for place in places:
        found = named(analysis, kinds, prepositional(analysis, noun, place))
        if found:
            return found
    return ()
