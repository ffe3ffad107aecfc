"""Turns of phrase about a day that say which way it looks, whatever verb the tree hangs it on: "have on Monday agreed", "offered on Monday to"."""

from collections.abc import Sequence
from itertools import islice
from typing import Literal

from tidings.grammar.dates.verb_looks import CLIMB, VERBAL, verb_over
from tidings.grammar.tree import ancestors, children, sentence_of
from tidings.grammar.verbs import PAST, modal, tense
from tidings.model import Analysis

__all__ = ["by_turn"]

Turn = Literal["past", "future"]
HAVE = frozenset({"have", "has", "had", "'ve", "’ve"})
COMING = frozenset({"will", "shall", "would", "must", "should"})
WAS = frozenset({"was", "were"})
# Done on a day that stands between them and what was to follow: "offered on Monday to lend a tug".
ACTS_OF_SPEECH = frozenset(
    [
        "agree",
        "appeal",
        "ask",
        "begin",
        "call",
        "choose",
        "decide",
        "decline",
        "demand",
        "instruct",
        "invite",
        "offer",
        "order",
        "plead",
        "pledge",
        "promise",
        "propose",
        "refuse",
        "request",
        "require",
        "swear",
        "tell",
        "threaten",
        "urge",
        "undertake",
        "vote",
        "vow",
        "warn",
    ]
)
# What follows such a verb and its day, where no infinitive does: "offered on Monday, after the storm, a tug".
OBJECT = frozenset({",", "that", "the", "a", "an", "his", "her", "its", "their", "our", "my"})
# What somebody had done with it, not what comes of it: "had refused to speak on Monday".
CLOSED = frozenset(["attempt", "begin", "decline", "fail", "manage", "offer", "refuse", "start", "try"])
QUOTING = frozenset(["quote", "cite", "report", "describe", "recall"])
SENT_FOR = frozenset(["invite", "summon", "call", "ask"])
MUST = frozenset({"must", "shall"})


def by_turn(analysis: Analysis, own: Sequence[int], *, weekday: bool) -> Turn | None:
    """Which way the words right around a day say it looks; None where they are none of these turns."""
    if has_come(analysis, own):
        return "past"
    if not weekday:
        return None
    if is_yet_to_come(analysis, own):
        return "future"
    opens = sentence_of(analysis, own[0])[0]
    on = own[0] - 1 if own[0] > opens and analysis.tokens[own[0] - 1].text.lower() == "on" else own[0]
    before = on - 1 if on > opens else None
    if before is not None and (found := inside_verb(analysis, before, own)) is not None:
        return found
    if before is not None and was_spoken(analysis, before, own):
        return "past"
    if before is not None and is_sent_for(analysis, before, own):
        return "future"
    verb = verb_over(analysis, own[0])
    if verb is None:
        return None
    if tense(analysis, verb) == "infinitive" and is_closed(analysis, verb):
        return "past"
    if is_quoted_as(analysis, verb):
        return "past"
    bare = on == own[0] and analysis.tokens[own[0]].head == verb
    return "future" if bare and modal(analysis, verb) in MUST and not is_perfect(analysis, verb) else None


def has_come(analysis: Analysis, own: Sequence[int]) -> bool:
    """Whether a day is one when something happened: "was moved to Friday the 13th, when the ice broke"."""
    verb = when_clause(analysis, own)
    return verb is not None and tense(analysis, verb) == "past"


def is_yet_to_come(analysis: Analysis, own: Sequence[int]) -> bool:
    """Whether somebody is called for a day when something is, or will be: "was invited to Lund on Friday, when the fair is over"."""
    verb, over = when_clause(analysis, own), verb_over(analysis, own[0])
    called = over is not None and analysis.tokens[over].lemma.lower() in SENT_FOR
    return called and verb is not None and tense(analysis, verb) in {"present", "future"}


def when_clause(analysis: Analysis, own: Sequence[int]) -> int | None:
    """The verb of a clause that says what happens on a day: "on Friday, when the ice breaks"."""
    after = [t for t in analysis.tokens[own[-1] + 1 : own[-1] + 3] if t.text != ","][:1]
    if not after or after[0].text.lower() != "when" or after[0].sentence != analysis.tokens[own[0]].sentence:
        return None
    verb = after[0].head
    return verb if analysis.tokens[verb].pos in VERBAL and verb > own[-1] else None


def inside_verb(analysis: Analysis, before: int, own: Sequence[int]) -> Turn | None:
    """Of a day put between the parts of a verb, as translations have it: "have on Monday agreed", "will on Monday meet"."""
    after = own[-1] + 1
    if after >= len(analysis.tokens) or analysis.tokens[after].sentence != analysis.tokens[own[0]].sentence:
        return None
    word, tag = analysis.tokens[before].text.lower(), analysis.tokens[after].tag
    if word in HAVE | WAS and tag in {"VBN", "VBD"}:
        return "past"
    return "future" if word in COMING and tag == "VB" else None


def was_spoken(analysis: Analysis, before: int, own: Sequence[int]) -> bool:
    """Whether a day stands between a verb of offering, asking or vowing and what is offered or asked: it is that of the word given."""
    token = analysis.tokens[before]
    after = [t.text.lower() for t in analysis.tokens[own[-1] + 1 : own[-1] + 2]]
    said = token.tag in {"VBD", "VBN"} and token.lemma.lower() in ACTS_OF_SPEECH
    if not said or analysis.tokens[own[0] - 1].text.lower() != "on":
        return False
    return after == ["to"] or (not OBJECT.isdisjoint(after) and not children(analysis, before, "aux", "auxpass"))


def is_sent_for(analysis: Analysis, before: int, own: Sequence[int]) -> bool:
    """Whether somebody is invited to a place for a day: "invited her to Lund on Monday to meet the choir"."""
    behind = analysis.tokens[own[-1] + 1 : own[-1] + 3]
    if [t.tag for t in behind] != ["TO", "VB"] or analysis.tokens[before].pos != "PROPN":
        return False
    to = analysis.tokens[analysis.tokens[before].head]
    over = analysis.tokens[to.head]
    over = analysis.tokens[over.head] if over.pos in {"NOUN", "PROPN"} else over
    return to.text.lower() == "to" and to.pos == "ADP" and over.lemma.lower() in SENT_FOR


def is_closed(analysis: Analysis, verb: int) -> bool:
    """Whether an infinitive is what somebody had offered, tried or refused by then: "had tried to swim ashore on Monday"."""
    above = analysis.tokens[verb].head
    return analysis.tokens[above].lemma.lower() in CLOSED and tense(analysis, above) == "pluperfect"


def is_quoted_as(analysis: Analysis, verb: int) -> bool:
    """Whether somebody is quoted as saying it: "cited the abbot as praising the cooks on Monday"."""
    token = analysis.tokens[verb]
    near = analysis.tokens[max(0, verb - 1) : verb]
    if token.tag != "VBG" or [t.text.lower() for t in near] != ["as"]:
        return False
    over = islice(ancestors(analysis, verb), CLIMB)
    return any(analysis.tokens[a].lemma.lower() in QUOTING and tense(analysis, a) in PAST for a in over)


def is_perfect(analysis: Analysis, verb: int) -> bool:
    """Whether "have" stands among its auxiliaries: "must have left on Monday"."""
    return any(analysis.tokens[a].lemma == "have" for a in children(analysis, verb, "aux"))
