"""Whether a time of an act's own sentence is that of another clause of it: of who acts, of a condition, of the verb beside."""

from tidings.grammar.dates.narrative import time_grain
from tidings.grammar.events.frame import Frame
from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.scene import VERBS
from tidings.grammar.tree import ancestors, children, tokens_in
from tidings.grammar.verbs import tense
from tidings.model import Token

__all__ = ["beside", "is_gone_by", "is_of_clause_above", "is_of_other_clause", "word_before"]

CONDITIONS = frozenset({"if", "unless", "once", "provided"})
TO_COME = frozenset({"future", "conditional"})
# "which took place on May 3"
TAKES_PLACE = frozenset({"take", "hold", "be", "happen", "occur", "begin", "start", "end"})

PLANNED = frozenset(
    {"plan", "schedule", "set", "slate", "call", "expect", "due", "fix"}
)  # "the talks planned for May 3"
LIMITS = frozenset({"by", "until", "till"})
OCCASION = frozenset({"in", "at", "during", "by", "through", "via", "with", "on"})


def is_of_other_clause(cast: Cast, frame: Frame, at: int) -> bool:
    """Whether a time of the act's own sentence is that of another clause of it."""
    beside_it = is_of_verb_beside(cast, frame.verb, at) or is_of_clause_around(cast, frame.verb, at)
    below = is_of_clause_below(cast, frame, at) or is_of_telling(cast, frame, at)
    return (
        beside_it
        or below
        or is_compared(cast, at)
        or is_limit_of_other(cast, frame, at)
        or is_of_the_halted(cast, frame, at)
    )


def is_compared(cast: Cast, at: int) -> bool:
    """Whether something is only laid beside how it was then: "her voice lower than on Monday"."""
    first = next(iter(tokens_in(cast.analysis, cast.reading.times[at].span)), 0)
    before = [t.text.lower() for t in cast.analysis.tokens[max(0, first - 2) : first]]
    return before[-1:] == ["than"] or (before[:1] == ["than"] and before[-1:] in (["on"], ["in"], ["at"]))


def is_limit_of_other(cast: Cast, frame: Frame, at: int) -> bool:
    """Whether a last day is that of another verb, under which the act does not stand: "would be paid by May 25 and asked the
    guild to wait"."""
    over = cast.scene.governor(at)
    if word_before(cast, at) not in LIMITS or cast.analysis.tokens[over].pos not in VERBS:
        return False
    return over not in {frame.verb, frame.noun, frame.head} and over not in ancestors(cast.analysis, frame.verb)


def is_of_the_halted(cast: Cast, frame: Frame, at: int) -> bool:
    """Whether a day is that for which something was set that is given up: "will call off the boycott it had called for Friday"."""
    over = cast.scene.governor(at)
    if frame.sense.type != "CONCEDE" or word_before(cast, at) != "for" or over in {frame.verb, frame.noun}:
        return False
    return frame.verb in ancestors(cast.analysis, over)


def is_of_telling(cast: Cast, frame: Frame, at: int) -> bool:
    """Whether a time is that of a report or claim that tells the act, or that the act is about: "withdrew its report of Friday that
    the warden had fled"."""
    noun = cast.scene.governor(at)
    if word_before(cast, at) not in {"of", "from"} or noun == frame.noun:
        return False
    return cast.analysis.tokens[noun].lemma.lower() in noun_class("retractable")


def is_of_clause_below(cast: Cast, frame: Frame, at: int) -> bool:
    """Whether a time is told by the way of somebody or something named, or is that of a condition.

    "The bank, whose head retired on May 3, praised the accord"; "promised that the men held on May 3 would go free"; "will sign
    if the bridge is open by Friday". What is told by the way of the act's own noun is its day: "the march that they had called
    for Sunday"; so is that of what it was done by or at: "said in a letter sent on Monday".
    """
    tokens, here = cast.analysis.tokens, cast.scene.governor(at)
    below = [here, *ancestors(cast.analysis, here)]
    if frame.verb not in below or frame.noun in below:
        return False
    clauses = [tokens[i] for i in below[: below.index(frame.verb)] if tokens[i].dep in {"relcl", "advcl", "acl"}]
    return any(
        (c.dep == "relcl" and (c.lemma.lower() not in TAKES_PLACE or is_noun_of_clause(cast, here, c)))
        or (c.dep == "acl" and is_of_what_was_done(cast, frame, c))
        or (
            c.dep == "advcl" and any(tokens[m].text.lower() in CONDITIONS for m in children(cast.analysis, c.i, "mark"))
        )
        or is_as_foretold(cast, c)
        for c in clauses
    )


def is_as_foretold(cast: Cast, clause: Token) -> bool:
    """Whether a clause says only that what was done had been told or done before: "stopped the ferry, as it had threatened on May 3"."""
    opened = {cast.analysis.tokens[m].text.lower() for m in children(cast.analysis, clause.i, "mark")}
    return clause.dep == "advcl" and "as" in opened and tense(cast.analysis, clause.i) == "pluperfect"


def is_noun_of_clause(cast: Cast, here: int, clause: Token) -> bool:
    """Whether a time hangs on whoever or whatever acts in a clause: "whose trial in May opened the matter"."""
    token = cast.analysis.tokens[here]
    return token.head == clause.i and token.dep in {"nsubj", "nsubjpass"}


def is_of_what_was_done(cast: Cast, frame: Frame, participle: Token) -> bool:
    """Whether a participle tells what had been done to somebody or something before: "the men seized on May 3"."""
    tokens = cast.analysis.tokens
    noun = tokens[participle.head]
    by_or_at = noun.dep == "pobj" and tokens[noun.head].text.lower() in OCCASION
    done = participle.tag in {"VBN", "VBD"} and participle.lemma.lower() not in TAKES_PLACE | PLANNED
    return done and not by_or_at and frame.noun != noun.i


def is_of_clause_around(cast: Cast, verb: int, at: int) -> bool:
    """Whether a time is that of the sentence, where the act is told by the way with a time of its own.

    "was handed over on Monday by the envoy, who was asked in May to help".
    """
    if cast.analysis.tokens[verb].dep != "relcl" or cast.scene.governor(at) not in ancestors(cast.analysis, verb):
        return False
    return any(cast.scene.governor(t) == verb for t in beside(cast, verb) if t != at)


def is_gone_by(cast: Cast, frame: Frame, at: int) -> bool:
    """Whether a day gone by is none of what is still to come: "demanded on Thursday that they hand over the logs"."""
    if cast.reading.times[at].look != "past":
        return False
    over, kind = cast.scene.governor(at), tense(cast.analysis, frame.verb)
    if cast.analysis.tokens[over].lemma.lower() == "be" and cast.analysis.tokens[frame.verb].head == over:
        return False  # "on May 3 a meeting was to take place"
    above = over != frame.verb and over in ancestors(cast.analysis, frame.verb)
    if above and cast.analysis.tokens[over].pos in VERBS:
        return True
    return kind in TO_COME or (kind == "infinitive" and over not in {frame.verb, frame.noun})


def is_of_verb_beside(cast: Cast, verb: int, at: int) -> bool:
    """Whether a time is that of a verb joined to this one, which has a time of its own: "sentenced in 2017 and freed on May 3, 2019"."""
    over = cast.scene.governor(at)
    if over == verb or cast.analysis.tokens[over].dep != "conj" or verb not in ancestors(cast.analysis, over):
        return False
    return any(is_bare_in(cast, verb, t) for t in beside(cast, verb) if t != at)


def is_bare_in(cast: Cast, verb: int, at: int) -> bool:
    """Whether a month or year hangs on a verb, or on its object, by "in": "signed a treaty in 2012"."""
    over = cast.scene.governor(at)
    own = over == verb or (over > verb and cast.analysis.tokens[over].head == verb)
    coarse = time_grain(cast.reading.times[at]) in {"month", "year"}
    return own and coarse and word_before(cast, at) == "in"


def beside(cast: Cast, at: int) -> tuple[int, ...]:
    """The times of a token's own sentence."""
    return cast.scene.by_sentence.get(cast.analysis.tokens[at].sentence, ())


def is_of_clause_above(cast: Cast, verb: int, at: int) -> bool:
    """Whether a time belongs to what is told of somebody who had done it: "a man who has sued X said on Sunday"."""
    if cast.analysis.tokens[verb].dep != "relcl" or tense(cast.analysis, verb) not in {"perfect", "pluperfect"}:
        return False
    return at in beside(cast, verb) and cast.scene.governor(at) in ancestors(cast.analysis, verb)


def word_before(cast: Cast, at: int) -> str:
    """The word before a time, in lower case."""
    first = next(iter(tokens_in(cast.analysis, cast.reading.times[at].span)), 0)
    return cast.analysis.tokens[first - 1].text.lower() if first > 0 else ""
