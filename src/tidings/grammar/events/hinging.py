"""What is said to come, or not to come, by what others do: on a condition, or else, or in return."""

from tidings.grammar.events.conditions import conditions, has_condition
from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.status import is_missed
from tidings.grammar.tree import child, children, subtree
from tidings.grammar.verbs import is_negated, marker, modal, subjects
from tidings.model import Analysis

__all__ = ["forced", "hinges", "is_none_there", "is_shut", "is_ultimatum", "negates", "or_else", "pays_back"]

WILL = frozenset({"will", "would", "shall"})
MAY = frozenset({"can", "could"})
ANSWERING = frozenset({"respond", "answer", "reply", "react"})
HITTING = frozenset({"hit", "strike", "fight", "push"})
STAYING = frozenset({"be", "have", "need", "remain", "stay", "see", "know", "mean", "become", "happen"})
HELD_SHUT = frozenset({"stay", "remain", "keep"})
SHUT = frozenset({"shut", "closed", "suspended", "frozen", "blocked", "barred", "sealed", "grounded"})


def negates(analysis: Analysis, verb: int) -> bool:
    """Whether a clause says no by its verb, its subject or its object: "paid nothing", "no boat will move", "not a boat will move"."""
    things = children(analysis, verb, "nsubj", "nsubjpass", "dobj")
    return is_negated(analysis, verb) or any(
        analysis.tokens[c].text.lower() == "not" for i in things for c in children(analysis, i, "det", "neg")
    )


def hinges(analysis: Analysis, verb: int) -> bool:
    """Whether it is said to come only if others do something first: "would take part only if it was struck", "will not move until they pay"."""
    lemma, mood = analysis.tokens[verb].lemma.lower(), modal(analysis, verb)
    none = is_none_there(analysis, verb)
    if (lemma in noun_class("restless") and not none) or mood not in (WILL | MAY if none else WILL):
        return False
    negated, shut = negates(analysis, verb), is_shut(analysis, verb)
    for clause in conditions(analysis, verb):
        word = marker(analysis, clause)
        if is_of_ours(analysis, clause):
            continue  # "only if we can"
        waits = (negated and word in {"unless", "until", "while", "before"}) or (shut and word in {"until", "while"})
        waits = waits or ((negated or shut) and is_as_long(analysis, clause))
        only = word in {"if", "when", "once", "after"} and is_only(analysis, verb, clause)
        if (waits or (only and not negated)) and child(analysis, clause, "nsubj", "nsubjpass") is not None:
            return True
    return False


def is_none_there(analysis: Analysis, verb: int) -> bool:
    """Whether it is said that there is or can be none of something: "there can be no talks"."""
    things = children(analysis, verb, "attr") if children(analysis, verb, "expl") else ()
    return any(analysis.tokens[c].text.lower() == "no" for i in things for c in children(analysis, i, "det"))


def is_shut(analysis: Analysis, verb: int) -> bool:
    """Whether it is told to stay shut or suspended."""
    return analysis.tokens[verb].lemma.lower() in HELD_SHUT and any(
        analysis.tokens[c].text.lower() in SHUT for c in analysis.children[verb]
    )


def is_as_long(analysis: Analysis, clause: int) -> bool:
    """Whether a clause tells as long as what something is kept back: "as long as the road is shut"."""
    opening = child(analysis, clause, "mark")
    if opening is None:
        return False
    words = [t.text.lower() for t in analysis.tokens[max(0, opening - 2) : opening + 1]]
    return words in (["as", "long", "as"], ["so", "long", "as"])


def is_ultimatum(analysis: Analysis, verb: int) -> bool:
    """Whether it is said what will be done if others do not do something: "unless they leave, troops would return", "will sue if no answer comes"."""
    lemma = analysis.tokens[verb].lemma.lower()
    if modal(analysis, verb) not in WILL or is_negated(analysis, verb) or lemma in STAYING:
        return False
    for clause in conditions(analysis, verb):
        word = marker(analysis, clause)
        waits = word == "unless" or (word == "if" and negates(analysis, clause))
        if waits and not is_of_ours(analysis, clause):
            return True
    return False


def is_of_ours(analysis: Analysis, clause: int) -> bool:
    """Whether a clause tells what the speaker's own side does."""
    return any(analysis.tokens[s].text.lower() in {"i", "we"} for s in children(analysis, clause, "nsubj"))


def or_else(analysis: Analysis, verb: int) -> bool:
    """Whether a clause tells what comes if what was asked is not done: "failing which it would close the port"."""
    own = subjects(analysis, verb)
    if modal(analysis, verb) not in WILL or not own:
        return False
    first = subtree(analysis, own[0])[0]
    before = " ".join(t.text.lower() for t in analysis.tokens[max(0, first - 2) : first])
    return before in {"failing which", "failing that", "or else", ", otherwise"}


def is_only(analysis: Analysis, verb: int, clause: int) -> bool:
    """Whether "only" stands right before a clause."""
    first = subtree(analysis, clause)[0]
    near = [*children(analysis, clause, "advmod"), *children(analysis, verb, "advmod")]
    return any(analysis.tokens[a].text.lower() == "only" and a in {first, first - 1} for a in near)


def pays_back(analysis: Analysis, verb: int) -> bool:
    """Whether it is said what will be done to others for what they did: "would answer in kind", "will hit back"."""
    token = analysis.tokens[verb]
    if modal(analysis, verb) not in WILL or is_negated(analysis, verb) or is_missed(analysis, verb):
        return False
    below = {analysis.tokens[c].text.lower() for c in analysis.children[verb]}
    in_kind = any(
        analysis.tokens[p].text.lower() == "in" and analysis.tokens[n].text.lower() == "kind"
        for p in children(analysis, verb, "prep")
        for n in children(analysis, p, "pobj")
    )
    lemma = token.lemma.lower()
    return lemma == "retaliate" or (in_kind and lemma in ANSWERING) or ("back" in below and lemma in HITTING)


def forced(analysis: Analysis, verb: int) -> bool:
    """Whether others "would have to leave" if something does not come."""
    token = analysis.tokens[verb]
    above = analysis.tokens[token.head]
    if token.dep != "xcomp" or above.lemma != "have" or modal(analysis, above.i) not in {"will", "would"}:
        return False
    return token.lemma.lower() in noun_class("leaving") and has_condition(analysis, above.i, "announced")
