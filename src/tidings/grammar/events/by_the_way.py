"""Acts that a sentence tells by the way: behind a noun, or by a noun that points back. The day of the sentence is none of theirs."""

from tidings.grammar.events.clause_days import beside
from tidings.grammar.events.frame import Frame
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.scene import VERBS
from tidings.grammar.tree import ancestors, child, children
from tidings.grammar.verbs import PAST, tense
from tidings.model import Analysis

__all__ = ["is_told_by_the_way", "points_back"]

# What a thing is done in or at is done on the day of the sentence: "wounded on Monday in the raid".
WITHIN = frozenset({"in", "at", "during", "amid"})
AFTER = frozenset({"after", "following"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
# Talks after which something is told as done most often end on its day: "signed on Monday after the talks".
SAME_DAY = frozenset({"CONSULT"})
# Verbs whose own day is that of what acts in them or what they are done to.
HAPPEN = frozenset(
    {
        "adjourn",
        "attend",
        "begin",
        "break",
        "carry",
        "close",
        "collapse",
        "commence",
        "commit",
        "conclude",
        "conduct",
        "continue",
        "deliver",
        "disrupt",
        "end",
        "enter",
        "erupt",
        "fail",
        "finish",
        "give",
        "go",
        "hand",
        "happen",
        "have",
        "hold",
        "host",
        "interrupt",
        "issue",
        "join",
        "kill",
        "launch",
        "lead",
        "leave",
        "lift",
        "make",
        "occur",
        "open",
        "organise",
        "organize",
        "perform",
        "present",
        "publish",
        "quit",
        "resume",
        "send",
        "stage",
        "start",
        "suspend",
        "take",
        "visit",
        "wound",
    }
)


def is_told_by_the_way(cast: Cast, frame: Frame, at: int) -> bool:
    """Whether an act is told in a participle or clause behind a noun, and a time is that of the sentence around it.

    "The men arrested after the clash crossed on Tuesday"; "The envoy, recalled after the raid, was back on Tuesday". Not where the
    clause goes on with the story: "was handed on Tuesday to the police, who jailed him".
    """
    tokens, over = cast.analysis.tokens, cast.scene.governor(at)
    up = [frame.verb, *ancestors(cast.analysis, frame.verb)]
    if over not in up or over == frame.verb or tokens[over].pos not in VERBS or is_said_by_be(cast, at):
        return False
    below = up[: up.index(over)]
    return any(is_aside(cast, i, over) for i in below)


def is_aside(cast: Cast, i: int, over: int) -> bool:
    """Whether a token heads a participle or past clause behind a noun, which says who or what is meant."""
    tokens = cast.analysis.tokens
    token = tokens[i]
    noun = tokens[token.head]
    if token.dep == "acl":
        within = noun.dep == "pobj" and tokens[noun.head].text.lower() in WITHIN
        return token.tag in {"VBN", "VBD"} and not within and not is_infinitive(cast, i)
    if token.dep != "relcl" or tense(cast.analysis, i) not in PAST or is_when(cast, i):
        return False
    goes_on = noun.i > over and any(tokens[k].text == "," for k in range(noun.i + 1, i))
    return not goes_on or tense(cast.analysis, i) == "pluperfect"


def is_said_by_be(cast: Cast, at: int) -> bool:
    """Whether a time is what a sentence says of the act: "the last time they met was in May"."""
    head = cast.analysis.tokens[cast.scene.heads[at]]
    return head.dep == "attr" or cast.analysis.tokens[head.head].dep == "attr"


def is_when(cast: Cast, i: int) -> bool:
    """Whether a clause says when the day of the sentence was: "the night when the bridge fell"."""
    return any(cast.analysis.tokens[c].text.lower() == "when" for c in children(cast.analysis, i, "advmod"))


def is_infinitive(cast: Cast, i: int) -> bool:
    """Whether a verb is one that is still to be done: "the plan to be signed"."""
    return any(cast.analysis.tokens[a].text.lower() == "to" for a in children(cast.analysis, i, "aux"))


def points_back(cast: Cast, frame: Frame, at: int) -> bool:
    """Whether an act is only named by a noun for what was told or known before, and a time is that of the verb over it.

    "accused Chad on Tuesday of breaking the truce"; "their first meeting since the raid".
    """
    noun, tokens, analysis = frame.noun, cast.analysis.tokens, cast.analysis
    if noun is None or frame.verb != noun or at not in beside(cast, noun) or not is_known(cast, noun):
        return False
    over = cast.scene.governor(at)
    if noun in (over, *ancestors(analysis, over)) or is_close_behind(analysis, noun, cast.scene.heads[at]):
        return False
    if over not in ancestors(analysis, noun) or tokens[over].pos not in VERBS:
        return True
    named = tokens[noun]
    above = tokens[named.head]
    if named.dep == "pobj":
        told_in = above.text.lower() in WITHIN
        return not told_in and not (above.text.lower() in AFTER and frame.sense.type in SAME_DAY)
    if named.dep == "nsubj" and above.lemma.lower() != "be" and above.i == over:
        return False
    return named.dep in {"nsubj", "nsubjpass", "dobj"} and above.lemma.lower() not in HAPPEN


def is_close_behind(analysis: Analysis, noun: int, later: int) -> bool:
    """Whether nothing but its own words stand between a noun and a time after it, however a parser hangs it."""
    between = analysis.tokens[noun + 1 : later]
    return later > noun and not any(t.pos in {"VERB", "AUX", "SCONJ", "PUNCT"} for t in between)


def is_known(cast: Cast, noun: int) -> bool:
    """Whether a noun speaks of something as known: "the raid", "their truce", "Chad's claim"."""
    det = child(cast.analysis, noun, "det")
    if det is not None:
        return cast.analysis.tokens[det].text.lower() in POINTING
    return child(cast.analysis, noun, "poss") is not None
