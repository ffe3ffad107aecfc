"""Which way the verb over a date looks: what it tells as done, as to come, or as planned."""

from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import Literal

from tidings.grammar.tree import ancestors, child, children
from tidings.grammar.verbs import PAST, is_passive, modal, tense
from tidings.lexicon import rows
from tidings.model import Analysis

__all__ = [
    "CLIMB",
    "SAYING",
    "VERBAL",
    "Look",
    "by_verb",
    "is_hypothetical",
    "long_past",
    "names_day",
    "planned",
    "planning",
    "verb_over",
    "was_due",
]

Look = Literal["past", "future"]
VERBAL = frozenset({"VERB", "AUX"})
CLIMB = 12  # words up the tree
SAYING = frozenset({"say", "announce", "report", "state", "declare", "confirm", "add"})
TOLD = frozenset({"tell", "ask", "warn", "urge", "order", "instruct", "agree", "offer", "vote", "promise"})
COMPLEMENTS = frozenset({"ccomp", "acl"})
STILL = frozenset({"remain", "stay", "be", "have", "show", "know", "mean"})  # what is so, not what is to come


def verb_over(analysis: Analysis, i: int) -> int | None:
    """The nearest verb above a word."""
    return next((a for a in islice(ancestors(analysis, i), CLIMB) if analysis.tokens[a].pos in VERBAL), None)


def names_day(analysis: Analysis, own: Sequence[int]) -> bool:
    """Whether a date has a figure, as one of a day has: "20 July", not "July"."""
    return any(c.isdigit() for i in own for c in analysis.tokens[i].text)


def is_past_read_as_participle(analysis: Analysis, verb: int) -> bool:
    """Whether a tagger took a past for a participle: "a court ruled on Friday that the men be moved" has subject, clause, no auxiliary."""
    token = analysis.tokens[verb]
    if token.tag != "VBN" or token.dep != "ROOT" or child(analysis, verb, "aux", "auxpass") is not None:
        return False
    return child(analysis, verb, "nsubj") is not None and child(analysis, verb, "dobj", "ccomp") is not None


def by_verb(analysis: Analysis, verb: int, *, weekday: bool, present: bool, running: bool) -> Look | None:
    """Which way a verb looks by its tense and by what it tells; one that has none, by what stands above it."""
    token = analysis.tokens[verb]
    kind = "past" if running and is_past_read_as_participle(analysis, verb) else tense(analysis, verb)
    turned = child(analysis, verb, "oprd", "acomp", "prt") is not None  # "was set free", "was called in"
    turned = turned or is_called_so(analysis, verb)
    strength = None if turned else planning(token.lemma)
    told = kind in PAST and token.lemma.lower() in TOLD  # "were told on Friday" that it would come
    bare = (is_passive(analysis, verb) and not told) or kind in ("participle", "present", "perfect")
    if strength == "strong" or (strength and bare) or (strength == "later" and not weekday):
        return planned(long_past=kind == "pluperfect", weekday=weekday)
    if kind in PAST and not was_due(analysis, verb):
        return "past"
    if kind in PAST:
        return planned(long_past=kind == "pluperfect", weekday=weekday)
    if kind == "future" or (weekday and kind == "conditional" and should(analysis, verb)):
        return "future"
    above = analysis.tokens[token.head]
    if kind == "present" and token.dep == "advcl" and tense(analysis, above.i) in {"future", "conditional"}:
        return "future"  # "will decide when they meet on Friday"
    if kind == "present" and token.tag == "VBG":
        return "future"  # "is meeting on Friday"
    if kind == "present" and was_due(analysis, verb):
        return "future"  # "is due in Oslo on Friday"
    if kind == "present" and token.lemma == "be" and is_to(analysis, verb):
        return "future"  # "on Sunday they are to meet"
    if kind == "present":
        return "future" if present and not is_so(token.lemma.lower()) else None  # "the courts reopen on Friday"
    if kind == "infinitive" and not running:
        return "future"  # "Minister to visit on Friday"
    return by_what_is_above(analysis, verb, kind, weekday=weekday)


def by_what_is_above(analysis: Analysis, verb: int, kind: str, *, weekday: bool) -> Look | None:
    """A verb without a time of its own: what is planned, asked or agreed comes after; else as the verb above tells."""
    if kind == "infinitive" and any(analysis.tokens[a].lemma == "have" for a in children(analysis, verb, "aux")):
        return "past"  # "is likely to have left on Friday"
    under = verb
    if kind == "conditional" and weekday and is_told_to_come(analysis, verb):
        return "future"
    while kind == "conditional" and analysis.tokens[under].dep == "conj":
        under = analysis.tokens[under].head  # "said that it had come and would go on Friday"
    over = islice(ancestors(analysis, under), CLIMB)
    above = next((a for a in over if analysis.tokens[a].pos in VERBAL | {"ADJ", "NOUN"}), None)
    if above is None:
        return None
    token = analysis.tokens[above]
    if planning(token.lemma) and kind == "infinitive":
        return planned(long_past=long_past(analysis, above), weekday=weekday)
    if kind == "conditional":
        promised = weekday and token.lemma.lower() in SAYING and tense(analysis, above) in PAST
        return "future" if promised and would(analysis, verb) else None
    if kind == "infinitive" and token.pos == "NOUN" and is_passive(analysis, verb):
        return "future" if weekday else None  # "the figures, to be published on Friday"
    if token.lemma.lower() == "be" and token.tag in {"VBZ", "VBP"} and kind == "infinitive":
        return "future"  # "they are nonetheless to meet on Friday"
    if token.lemma.lower() == "be" and token.tag == "VBD":
        return None  # "was to meet": it may have come to nothing
    if token.pos in VERBAL and kind in ("participle", "infinitive"):
        found = tense(analysis, above)
        if found == "participle" and kind == "infinitive":
            return by_what_is_above(analysis, above, kind, weekday=weekday)  # "expects loading to resume on Friday"
        if found == "conditional" and weekday and is_told_to_come(analysis, above):
            return "future"  # "warned that it would stop paying on Friday"
        return "past" if found in PAST else "future" if found == "future" else None
    return None


def is_called_so(analysis: Analysis, verb: int) -> bool:
    """Whether a participle only says what somebody was declared: "was declared wanted"."""
    token = analysis.tokens[verb]
    bare = token.tag == "VBN" and token.dep in {"oprd", "xcomp"} and not children(analysis, verb, "aux", "auxpass")
    return bare and tense(analysis, token.head) in PAST


def was_due(analysis: Analysis, verb: int) -> bool:
    """Whether "was" stands before what looks ahead: "talks that were due in Ostrava on Friday"."""
    token = analysis.tokens[verb]
    said = (analysis.tokens[c].lemma for c in children(analysis, verb, "acomp"))
    return token.lemma == "be" and any(planning(lemma) == "strong" for lemma in said)


def is_to(analysis: Analysis, verb: int) -> bool:
    """Whether "is" stands before an infinitive: "is to meet"."""
    return any(analysis.tokens[c].tag == "VB" for c in children(analysis, verb, "xcomp"))


@cache
def is_so(lemma: str) -> bool:
    """Whether the present tense of a verb tells what is so or said, not what is to come."""
    return lemma in STILL or any(row[0] == lemma and "that" in row[3].split() for row in rows("reporting_verbs.tsv"))


def should(analysis: Analysis, verb: int) -> bool:
    """Whether it is what "should" or "might" come: "the tugs should arrive on Friday"."""
    aux = [analysis.tokens[a] for a in children(analysis, verb, "aux")]
    return modal(analysis, verb) in ("should", "might") and not any(a.lemma == "have" for a in aux)


def is_told_to_come(analysis: Analysis, verb: int) -> bool:
    """Whether what "would" be is told by somebody in the past: "adding that she would fly on Friday"."""
    if not would(analysis, verb):
        return False
    if any(analysis.tokens[c].lemma in SAYING for c in children(analysis, verb, "parataxis")):
        return True  # "the choir, she said, would sing on Friday"
    clause = verb
    while analysis.tokens[clause].dep == "conj" and analysis.tokens[clause].head != clause:
        clause = analysis.tokens[clause].head
    return analysis.tokens[clause].dep in COMPLEMENTS and tense(analysis, analysis.tokens[clause].head) != "pluperfect"


def is_hypothetical(analysis: Analysis, first: int) -> bool:
    """Whether a day stands in a condition of what would be done or is offered: "would leave if the rent was not paid by Friday"."""
    verb = verb_over(analysis, first)
    if verb is None or analysis.tokens[verb].dep != "advcl":
        return False
    opened = child(analysis, verb, "mark")
    if opened is None or analysis.tokens[opened].text.lower() not in {"if", "unless"}:
        return False
    over = analysis.tokens[verb].head
    have = any(analysis.tokens[a].lemma == "have" for a in children(analysis, over, "aux"))
    return not have and tense(analysis, over) in {"conditional", "future", "infinitive"}


def would(analysis: Analysis, verb: int) -> bool:
    """Whether it is what "would" be, not what "would have" been: the future as it was told."""
    aux = [analysis.tokens[a] for a in children(analysis, verb, "aux")]
    return modal(analysis, verb) == "would" and not any(a.lemma == "have" for a in aux)


def planned(*, long_past: bool, weekday: bool) -> Look | None:
    """Which way a plan looks: ahead, or back where it was long past; of a date other than a weekday that is open."""
    if long_past:
        return "past" if weekday else None
    return "future"


def long_past(analysis: Analysis, i: int) -> bool:
    """Whether what was planned lies behind: "had been due on Friday"."""
    above = i if analysis.tokens[i].pos in VERBAL else verb_over(analysis, i)
    return above is not None and tense(analysis, above) == "pluperfect" and not retold(analysis, above)


def retold(analysis: Analysis, verb: int) -> bool:
    """Whether "had agreed" is "agreed" as somebody retells it: "she said that he had agreed to come on Friday"."""
    if analysis.tokens[verb].lemma.lower() not in TOLD or is_passive(analysis, verb):
        return False
    beside = children(analysis, verb, "parataxis")
    over = [a for a in islice(ancestors(analysis, verb), CLIMB) if analysis.tokens[a].pos in VERBAL]
    return any(analysis.tokens[i].lemma.lower() in SAYING for i in (*beside, *over))


@cache
def planning_words() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("planning_words.tsv")}


def planning(lemma: str) -> str | None:
    """How surely a word looks ahead: strong, later, soft, or not at all."""
    return planning_words().get(lemma.lower())
