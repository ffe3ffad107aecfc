"""Words for the other of two: "its neighbour", "his counterpart", "the other side", and of whom they are the other."""

from tidings.grammar.tree import ancestors, children
from tidings.grammar.verbs import subjects
from tidings.model import Analysis

__all__ = ["is_other", "other_than"]

NEIGHBOURS = frozenset({"neighbor", "neighbour", "rival"})
COLLEAGUES = frozenset({"counterpart", "colleague"})
SIDES = frozenset({"side", "country", "government", "party", "state", "capital"})


def is_other(analysis: Analysis, head: int) -> bool:
    """Whether a noun stands for the other of two sides: "its neighbour", "the other side", "his counterpart"."""
    token = analysis.tokens[head]
    if token.tag != "NN" or token.dep in {"compound", "poss"}:
        return False
    owners = {analysis.tokens[c].text.lower() for c in children(analysis, head, "poss")}
    if token.lemma.lower() in NEIGHBOURS:
        return bool(owners & {"its", "their"})
    if token.lemma.lower() in COLLEAGUES:
        return bool(owners & {"his", "her"})
    told = {analysis.tokens[c].text.lower() for c in children(analysis, head, "amod", "det")}
    return token.lemma.lower() in SIDES and {"the", "other"} <= told


def other_than(analysis: Analysis, head: int) -> tuple[int, ...]:
    """The heads that may name whose other it is: its owner, else who acts in the clause."""
    own = children(analysis, head, "poss")
    verb = next((i for i in ancestors(analysis, head) if analysis.tokens[i].pos == "VERB"), None)
    return (*own, *(() if verb is None else tuple(s for s in subjects(analysis, verb) if s != head)))
