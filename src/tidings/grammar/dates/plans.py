"""What came of a plan that is told in the past: "was to have left on Friday" and was put off, "was due on Monday" and never came."""

from collections.abc import Iterator
from itertools import chain
from typing import Literal

from tidings.grammar.tree import ancestors, child, children, sentence_of
from tidings.grammar.verbs import PAST, is_negated, tense
from tidings.model import Analysis, Token

__all__ = ["Came", "came_of", "is_put_off", "is_shift"]

Came = Literal["put off", "nothing"]
PUT_OFF = frozenset(
    {
        "postpone",
        "cancel",
        "annul",
        "axe",
        "defer",
        "delay",
        "shelve",
        "scrap",
        "reschedule",
        "adjourn",
        "suspend",
        "abandon",
    }
)
WITH_PARTICLE = frozenset({("call", "off"), ("put", "off"), ("put", "back"), ("push", "back"), ("break", "off")})
SHIFTED = PUT_OFF | {"move", "shift", "push", "put", "bring"}
HAPPENS = frozenset(
    [
        "take",
        "happen",
        "occur",
        "come",
        "arrive",
        "appear",
        "show",
        "open",
        "begin",
        "start",
        "go",
        "leave",
        "fly",
        "sail",
        "travel",
        "turn",
        "board",
        "attend",
        "meet",
        "sign",
        "vote",
        "hold",
        "materialise",
        "materialize",
        "reach",
        "land",
        "depart",
        "march",
        "gather",
        "sit",
        "convene",
    ]
)
BACKGROUND = frozenset({"advcl", "pcomp"})  # "since the vote due on Tuesday had been shelved"
LOST = frozenset({"miss"})
UNSURE = frozenset({"unclear", "uncertain", "unsure", "doubtful", "unknown"})
SURE = frozenset({"clear", "certain", "sure", "known"})  # and not, where negated
HELD_BACK = frozenset({"will", "would"})


def came_of(analysis: Analysis, plan: int, *, long_past: bool) -> Came | None:
    """Whether what a word plans was put off or called off, or its day went by without it, as its sentence or the next tells.

    `long_past` is a plan in the pluperfect ("had been due"): what was put off then may be over too.
    """
    over = frozenset(chain((plan,), ancestors(analysis, plan)))
    for verb in verbs_of(analysis, plan):
        kind = tense(analysis, verb)
        if verb < plan and verb not in over:
            continue
        if is_put_off(analysis, verb):
            if kind == "pluperfect" and analysis.tokens[verb].dep in BACKGROUND:
                return "nothing"
            own = kind in PAST and (is_given_up(analysis, plan, verb) or is_of_subject(analysis, plan, verb))
            if kind == "perfect" or own or not long_past:
                return "put off"
        if kind in PAST and came_to_nothing(analysis, verb):
            return "nothing"
    return "put off" if will_not(analysis, plan) or is_in_doubt(analysis, plan) else None


def is_of_subject(analysis: Analysis, plan: int, verb: int) -> bool:
    """Whether the plan stands in a clause of what was just put off: "a trip that he had planned for Friday was scrapped"."""
    tokens = analysis.tokens
    noun = next((a for a in ancestors(analysis, plan) if tokens[a].dep == "nsubjpass" and tokens[a].head == verb), None)
    return noun is not None and tense(analysis, verb) == "past"


def is_given_up(analysis: Analysis, plan: int, verb: int) -> bool:
    """Whether who planned something then called it off: "had planned to come on Friday but called off the trip"."""
    at = verb
    while analysis.tokens[at].dep == "conj" and at != plan:
        at = analysis.tokens[at].head
    joined = analysis.tokens[verb].dep == "conj" and analysis.tokens[verb].tag == "VBD"
    return joined and plan in {at, analysis.tokens[at].head} and not children(analysis, verb, "nsubj", "nsubjpass")


def verbs_of(analysis: Analysis, at: int) -> Iterator[int]:
    """The verbs of a token's sentence."""
    first, last = sentence_of(analysis, at)
    return (i for i in range(first, last) if analysis.tokens[i].pos == "VERB")


def is_put_off(analysis: Analysis, verb: int) -> bool:
    """Whether a verb tells that something was put off or called off."""
    lemma = analysis.tokens[verb].lemma.lower()
    particles = (analysis.tokens[c].lemma.lower() for c in children(analysis, verb, "prt", "advmod"))
    return not is_negated(analysis, verb) and (
        lemma in PUT_OFF or any((lemma, particle) in WITH_PARTICLE for particle in particles)
    )


def is_shift(analysis: Analysis, verb: int) -> bool:
    """Whether a verb tells that something is given another day: "moved", "postponed", "put back"."""
    return analysis.tokens[verb].lemma.lower() in SHIFTED and not is_negated(analysis, verb)


def came_to_nothing(analysis: Analysis, verb: int) -> bool:
    """Whether a verb tells that it did not happen: "did not take place", "was never held", "missed his flight", "failed to come"."""
    lemma = analysis.tokens[verb].lemma.lower()
    if lemma == "fail":
        return child(analysis, verb, "xcomp") is not None
    if lemma == "fall":
        return any(analysis.tokens[c].lemma.lower() == "through" for c in children(analysis, verb, "prt", "advmod"))
    return lemma in LOST or (lemma in HAPPENS and is_negated(analysis, verb))


def is_in_doubt(analysis: Analysis, plan: int) -> bool:
    """Whether the sentence or the next says that it is not known whether it would take place: its day was still to come."""
    for token in told_after(analysis, plan):
        asked = analysis.tokens[token.head] if token.text.lower() in {"whether", "if"} else None
        if asked is None or asked.dep not in {"ccomp", "csubj", "advcl"}:
            continue
        if any(analysis.tokens[c].tag == "MD" for c in children(analysis, asked.i, "aux")):
            said = {analysis.tokens[c].lemma.lower() for c in children(analysis, asked.head, "acomp")}
            if said & UNSURE or (said & SURE and is_negated(analysis, asked.head)):
                return True
    return False


def will_not(analysis: Analysis, plan: int) -> bool:
    """Whether the sentence or the next says that somebody will not, or would not, go or do it."""
    for token in told_after(analysis, plan):
        held_back = token.lemma.lower() in HELD_BACK and token.tag == "MD" and is_negated(analysis, token.head)
        if held_back and analysis.tokens[token.head].lemma.lower() in HAPPENS:
            return True
    return False


def told_after(analysis: Analysis, plan: int) -> Iterator[Token]:
    """The words from a plan on to the end of the next sentence."""
    number = analysis.tokens[plan].sentence
    for first, last in analysis.sentences[number : number + 2]:
        yield from analysis.tokens[max(first, plan) : last]
