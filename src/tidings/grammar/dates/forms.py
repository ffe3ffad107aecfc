"""Forms that say by themselves which way a date looks: "took until Sunday", "was called on Monday to", "the vote is on Friday"."""

from collections.abc import Sequence
from itertools import islice
from typing import Literal

from tidings.grammar.dates.plans import is_put_off
from tidings.grammar.dates.verb_looks import CLIMB, VERBAL, names_day, verb_over
from tidings.grammar.tree import ancestors, child, children, sentence_of
from tidings.grammar.verbs import PAST, is_passive, tense, was_to_have
from tidings.model import Analysis

__all__ = ["GATHERINGS", "by_form"]

Form = Literal["past", "future", "open"]
ARTICLES = frozenset({"the", "this", "that"})
UNTIL = frozenset({"until", "till"})
TERMS = UNTIL | {"by", "before"}
ASKED = frozenset({"want", "demand", "ask", "order", "require", "request", "insist", "give", "urge", "set", "tell"})
BEING = frozenset({"be", "become", "remain"})
DAYS = frozenset({"date", "day", "deadline", "term", "limit"})
# What went on up to a day that is over; "was shut until Sunday" says what still holds.
LASTED = frozenset(
    {"take", "last", "wait", "rage", "drag", "linger", "fight", "refuse", "continue", "hesitate", "need", "run", "sit"}
)
# What is asked, said or agreed on a day that stands by it: "was invited on Sunday to a quarry".
SAID = frozenset(
    {
        "agree",
        "ask",
        "call",
        "decide",
        "demand",
        "instruct",
        "invite",
        "offer",
        "order",
        "pledge",
        "promise",
        "propose",
        "request",
        "require",
        "tell",
        "threaten",
        "urge",
        "vote",
        "vow",
        "warn",
    }
)
SET = frozenset(
    {
        "appoint",
        "arrange",
        "book",
        "call",
        "convene",
        "date",
        "fix",
        "foresee",
        "mark",
        "pencil",
        "plan",
        "program",
        "provide",
        "reserve",
        "schedule",
        "set",
        "slate",
    }
)

CALLED = frozenset({"ask", "bid", "call", "invite", "summon"})
GATHERINGS = frozenset(
    {
        "briefing",
        "conference",
        "consultation",
        "debate",
        "dinner",
        "discussion",
        "gathering",
        "hearing",
        "lunch",
        "meeting",
        "negotiation",
        "reception",
        "round",
        "session",
        "summit",
        "talk",
    }
)


def by_form(analysis: Analysis, own: Sequence[int], *, weekday: bool) -> Form | None:
    """Which way a date looks by the form it stands in, "open" where that says it is none of what was; None where none is seen."""
    opens = sentence_of(analysis, own[0])[0]
    at = own[0] - 1
    while at >= opens and analysis.tokens[at].text.lower() in ARTICLES:
        at -= 1
    before = analysis.tokens[at].text.lower() if at >= opens else ""
    if weekday and before in TERMS and had_been_asked(analysis, at):
        return "past"
    if not weekday and never_came(analysis, own[0]):
        return "open"
    if weekday and before == "on" and is_called_to(analysis, at):
        return "future"
    if before in UNTIL:
        return until_day(analysis, own, at, weekday=weekday)
    if weekday and so_said(analysis, own[0], opens):
        return "past"
    if before == "for":
        return set_for(analysis, own, at, weekday=weekday)
    if (verb := naming(analysis, own)) is not None:
        return "future" if tense(analysis, verb) == "present" else "open"
    over = analysis.tokens[at].head if at >= opens else None
    if not weekday or before != "on" or over is None:
        return None
    return "past" if was_said(analysis, over) else "future" if is_on(analysis, over, at) else None


def until_day(analysis: Analysis, own: Sequence[int], at: int, *, weekday: bool) -> Form | None:
    """Past where something went on until a day and then ended: "took until Sunday", "lasted till Friday"."""
    if at != own[0] - 1 and not weekday:
        return "open"  # "lasts until the 9 May": an article parts them in translations, a limit all the same
    verb = verb_over(analysis, at)
    if not weekday or verb is None or tense(analysis, verb) not in {"past", "pluperfect"}:
        return None
    if analysis.tokens[verb].lemma.lower() in LASTED and not is_passive(analysis, verb):
        return "past"
    after = analysis.tokens[own[-1] + 1 : own[-1] + 3]
    when = [t.text.lower() for t in after] == [",", "when"]
    ended = when and analysis.tokens[after[1].head].tag in {"VBD", "VBN"}
    return "past" if ended else None


def had_been_asked(analysis: Analysis, at: int) -> bool:
    """Whether a term is one that had been set and is over: "had wanted the organ mended by Monday"."""
    for i in islice(ancestors(analysis, at), CLIMB):
        token = analysis.tokens[i]
        bare = token.tag == "VBN" and not children(analysis, i, "aux", "auxpass") and token.dep != "ROOT"
        if token.pos in VERBAL and not bare and tense(analysis, i) not in {"participle", "infinitive"}:
            return token.lemma.lower() in ASKED and tense(analysis, i) == "pluperfect" and token.dep == "ROOT"
    return False


def never_came(analysis: Analysis, first: int) -> bool:
    """Whether a month is that of a plan that came to nothing: "an opera that was to have been staged in October"."""
    verb = verb_over(analysis, first)
    return verb is not None and was_to_have(analysis, verb)


def so_said(analysis: Analysis, first: int, opens: int) -> bool:
    """Whether words before tell who said what stands before them, as translations have it: "…, so President Berg on Tuesday"."""
    for i in range(first - 1, opens, -1):
        token = analysis.tokens[i]
        if token.pos in VERBAL or token.text in {",", ";", ":"}:
            return False
        if token.text.lower() == "so":
            return analysis.tokens[i - 1].text in {",", '"', "”", "''"} and analysis.tokens[i + 1].tag == "NNP"
    return False


def set_for(analysis: Analysis, own: Sequence[int], at: int, *, weekday: bool) -> Form | None:
    """Ahead where a day is one that something has been given, or was and is now called off; open where it was given it."""
    above = verb_over(analysis, at)
    verb = analysis.tokens[at].head if above is None else above
    token = analysis.tokens[verb]
    if weekday:
        return "future" if is_dropped(analysis, verb) else None
    if token.lemma.lower() not in SET or not is_passive(analysis, verb) or token.dep in {"acl", "relcl"}:
        return None
    kind = tense(analysis, verb)
    return ("future" if kind == "perfect" else "open" if kind == "past" else None) if names_day(analysis, own) else None


def is_dropped(analysis: Analysis, verb: int) -> bool:
    """Whether a clause tells of what is now called off: "a concert they had planned for Friday has been scrapped"."""
    token = analysis.tokens[verb]
    if token.dep != "relcl" or token.lemma.lower() not in SET | {"announce"}:
        return False
    noun = analysis.tokens[token.head]
    while noun.dep == "pobj" and analysis.tokens[noun.head].dep == "prep":  # "the debate on the budget that"
        noun = analysis.tokens[analysis.tokens[noun.head].head]
    over = noun.head
    return noun.dep in {"nsubjpass", "dobj"} and is_put_off(analysis, over) and tense(analysis, over) in PAST


def naming(analysis: Analysis, own: Sequence[int]) -> int | None:
    """The verb that says which day another is: "the new date is Saturday", "became the 19th of May"."""
    top = next((i for i in own if analysis.tokens[i].head not in own), own[-1])
    verb = analysis.tokens[top].head
    subject = child(analysis, verb, "nsubj")
    named = subject is not None and analysis.tokens[subject].lemma.lower() in DAYS
    is_it = analysis.tokens[top].dep == "attr" and analysis.tokens[verb].lemma.lower() in BEING
    return verb if named and is_it else None


def is_called_to(analysis: Analysis, at: int) -> bool:
    """Whether a day is that of a gathering to which somebody is called: "invited them to a meeting on Friday"."""
    verb = verb_over(analysis, at)
    if verb is None or analysis.tokens[verb].lemma.lower() not in CALLED:
        return False
    aims = (p for p in children(analysis, verb, "prep") if analysis.tokens[p].text.lower() in {"to", "for"})
    called = [noun for p in aims for noun in children(analysis, p, "pobj") if verb < noun < at]
    return any(analysis.tokens[noun].lemma.lower() in GATHERINGS for noun in called)


def was_said(analysis: Analysis, verb: int) -> bool:
    """Whether a day is the one on which somebody was asked, or something promised by somebody, not that of what is to come."""
    token = analysis.tokens[verb]
    if token.lemma.lower() not in SAID or token.tag != "VBN":
        return False
    if token.dep in {"acl", "relcl"} and not children(analysis, verb, "aux", "auxpass"):
        return child(analysis, verb, "agent") is not None
    return is_passive(analysis, verb) and tense(analysis, verb) in {"past", "pluperfect"}


def is_on(analysis: Analysis, verb: int, prep: int) -> bool:
    """Whether something simply is on a day: "the regattas are on Wednesday"."""
    token = analysis.tokens[verb]
    bare = token.lemma.lower() == "be" and tense(analysis, verb) == "present" and analysis.tokens[prep].head == verb
    subject = child(analysis, verb, "nsubj")
    other = children(analysis, verb, "acomp", "attr", "xcomp", "ccomp")
    return bare and not other and subject is not None and analysis.tokens[subject].pos in {"NOUN", "PROPN"}
