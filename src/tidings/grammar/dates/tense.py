"""Which way a bare "on Friday" or "in June" looks: by the verb it hangs on."""

from collections.abc import Sequence
from itertools import islice
from typing import Literal

from tidings.grammar.dates.forms import GATHERINGS, by_form
from tidings.grammar.dates.plans import Came, came_of, is_put_off, is_shift
from tidings.grammar.dates.turns import by_turn
from tidings.grammar.dates.verb_looks import (
    CLIMB,
    SAYING,
    VERBAL,
    Look,
    by_verb,
    is_hypothetical,
    long_past,
    names_day,
    planned,
    planning,
    verb_over,
    was_due,
)
from tidings.grammar.tree import ancestors, child, children, sentence_of, token_at, tokens_in
from tidings.grammar.verbs import PAST, is_negated, is_passive, modal, tense
from tidings.model import Analysis, Span

__all__ = ["Look", "looks"]

NOMINAL = frozenset({"NOUN", "PROPN"})
BESIDE = frozenset({"on", "late", "early"})
LIMITS = frozenset({"by", "until", "till"})
BEFORE = frozenset({"previous", "earlier", "last", "past", "former", "preceding", "recent"})
CALLING = frozenset({"summon", "call", "invite", "convene", "convoke", "book", "fix", "announce", "arrange"})
READY = frozenset({"arrive", "prepare", "gather", "assemble", "travel", "head"})
LOOKED_FOR = frozenset({"talk", "question", "rumour", "rumor", "speculation", "prospect", "possibility"})
RUN_OUT = frozenset({"pass", "expire", "elapse", "lapse", "end"})
MOVED = frozenset({"move", "shift", "relocate", "transfer"})
TELLING = frozenset({"tell", "inform"})
ONWARD = frozenset({"to", "until", "till"})


def looks(analysis: Analysis | None, span: Span, *, weekday: bool = True, running: bool = True) -> Look | None:
    """Past or future by the verb over the expression; None where that does not say.

    A weekday lies within days of the report, so whatever verb stands over it tells. Of
    another date a verb says nothing through a noun ("signed the March accord"), nor does a
    plan ("had been set to expire Nov. 6"). Not `running` are headlines, headings and captions: their present
    tense tells what was, their infinitive what comes.
    """
    if analysis is None or token_at(analysis, span.start) is None:
        return None
    own = tokens_in(analysis, span)
    if not own:
        return None
    plan = _plan_over(analysis, own) if weekday else None
    if plan is not None and (came := came_of(analysis, plan, long_past=long_past(analysis, plan))) is not None:
        return "future" if came == "put off" else "past"
    return _looks(analysis, own, weekday=weekday, running=running)


def _plan_over(analysis: Analysis, own: Sequence[int]) -> int | None:
    """The word that makes a weekday the day of a plan told in the past: "was to have left", "had been expected", "scheduled for"."""
    for i in islice(ancestors(analysis, own[0]), CLIMB):
        token = analysis.tokens[i]
        if planning(token.lemma) == "strong" and tense(analysis, i) not in {"future", "present"}:
            return i
        was = token.lemma == "be" and token.tag in {"VBD", "VBN"}
        if was and (was_due(analysis, i) or _was_to_have(analysis, i)):
            return i
        have = {"to", "have"} <= {analysis.tokens[c].lemma.lower() for c in children(analysis, i, "aux")}
        if token.pos in VERBAL and tense(analysis, i) in PAST and not have:
            return None
    return None


def _looks(analysis: Analysis, own: Sequence[int], *, weekday: bool, running: bool) -> Look | None:
    """The same, where no plan came to nothing."""
    if (turn := by_turn(analysis, own, weekday=weekday)) is not None:
        return turn
    if (form := by_form(analysis, own, weekday=weekday)) is not None:
        return None if form == "open" else form
    opens = sentence_of(analysis, own[0])[0]
    before = [t.text.lower() for t in analysis.tokens[max(opens, own[0] - 3) : own[0]]]
    by_words = _by_words(before, weekday=weekday, told=_is_told(analysis, own[0]))
    if not weekday and before[-1:] and before[-1] in LIMITS:
        if names_day(analysis, own):  # one of a day just over counts too
            return "future" if _is_to_be_done(analysis, own[0]) else None
        return None if _was_done(analysis, own[0]) else "future"
    if weekday and by_words in {"future", "verb"} and is_hypothetical(analysis, own[0]):
        return "future"
    if by_words != "verb":
        over = by_words == "future" and long_past(analysis, own[0]) and not _is_shifted(analysis, own[0])
        return "past" if over else by_words
    if weekday and before[-1:] == ["for"] and (came := _came_of_set(analysis, own)) is not None:
        return "future" if came == "put off" else "past"
    if weekday and before[-1:] == ["for"] and _is_aim(analysis, own):
        return "future"
    if before[-1:] and before[-1] in ONWARD and _is_shifted(analysis, own[0]):
        return "future"
    if not weekday and before[-1:] == ["for"] and (_is_called(analysis, own) or _is_set(analysis, own)):
        return "future"
    if not weekday and before[-1:] == ["for"] and _had_been_set(analysis, own[0]):
        return None
    if _is_over(analysis, own):
        return "past"
    if weekday and (_of_what_comes(analysis, own) or _of_what_is_moved(analysis, own)):
        return "future"
    if weekday and _after_saying(analysis, own[0]):
        return "past"
    top = next((i for i in own if analysis.tokens[i].head not in own or analysis.tokens[i].head == i), own[0])
    above = islice(ancestors(analysis, top), CLIMB) if analysis.tokens[top].pos not in VERBAL else (top,)
    direct = True
    for i in above:
        token = analysis.tokens[i]
        if token.pos in VERBAL:
            if weekday and before[-1:] == ["on"] and _was_put_off(analysis, i):
                return "past"
            if weekday and before[-1:] == ["from"] and tense(analysis, i) == "infinitive":
                return "future"  # "voted to work to rule from Monday"
            return by_verb(
                analysis,
                i,
                weekday=weekday,
                present=weekday and direct and running,
                running=running,
            )
        if planning(token.lemma) == "strong" or (weekday and _is_planned(analysis, i)):
            return planned(long_past=long_past(analysis, i), weekday=weekday)
        if token.pos in NOMINAL:
            if not weekday:
                return _through_noun(analysis, i)
            if token.lemma.lower() in LOOKED_FOR and analysis.tokens[token.head].tag in {"VBZ", "VBP"}:
                return "future"  # "there is talk of a call on Sunday"
            direct = False
    return None


def _was_put_off(analysis: Analysis, verb: int) -> bool:
    """Whether a day with "on" is the one on which something was given another: "was postponed on Thursday"."""
    return planning(analysis.tokens[verb].lemma) == "later" and tense(analysis, verb) in PAST


def _through_noun(analysis: Analysis, noun: int) -> Look | None:
    """What a date at a noun looks to: the past where the noun is called previous, the future where its verb is to come."""
    if any(analysis.tokens[c].lemma.lower() in BEFORE for c in children(analysis, noun, "amod")):
        return "past"
    above = verb_over(analysis, noun)
    return "future" if above is not None and tense(analysis, above) == "future" else None


def _was_done(analysis: Analysis, first: int) -> bool:
    """Whether the verb over a limit tells what was done by then: "by September they had left", no "was due by September"."""
    above = verb_over(analysis, first)
    if above is None or tense(analysis, above) not in PAST or was_due(analysis, above):
        return False
    return planning(analysis.tokens[above].lemma) is None


def _is_to_be_done(analysis: Analysis, first: int) -> bool:
    """Whether the verb over a limit tells what will, must or is to be done by then."""
    above = verb_over(analysis, first)
    if above is None:
        return False
    head = analysis.tokens[analysis.tokens[above].head]
    is_to = tense(analysis, above) == "infinitive" and head.lemma == "be" and head.tag in {"VBZ", "VBP"}
    return is_to or tense(analysis, above) == "future" or modal(analysis, above) == "must"


def _had_been_set(analysis: Analysis, first: int) -> bool:
    """Whether something had been given a day that the text does not say it kept: "had been fixed for 21 October"."""
    verb = analysis.tokens[analysis.tokens[first - 1].head]
    fixed = planning(verb.lemma) is not None or verb.lemma.lower() in CALLING
    return verb.pos in VERBAL and fixed and tense(analysis, verb.i) == "pluperfect"


def _is_over(analysis: Analysis, own: Sequence[int]) -> bool:
    """Whether a day is that of a term which has run out: "the deadline of 31 October has passed"."""
    over = (a for a in islice(ancestors(analysis, own[0]), CLIMB) if a not in own)
    noun = next((a for a in over if analysis.tokens[a].pos in NOMINAL), None)
    if noun is None or analysis.tokens[noun].dep != "nsubj":
        return False
    verb = analysis.tokens[noun].head
    return analysis.tokens[verb].lemma.lower() in RUN_OUT and tense(analysis, verb) in PAST


def _is_aim(analysis: Analysis, own: Sequence[int]) -> bool:
    """Whether something is set or called "for Friday": no "for Friday's losses", and no passive that had been."""
    after = own[-1] + 1
    if after < len(analysis.tokens) and analysis.tokens[after].tag in ("POS", "NN", "NNS", "NNP"):
        return False
    verb = verb_over(analysis, own[0])
    if verb is None or is_passive(analysis, verb):
        return False
    # "called a strike for Monday", "set the vote for Sunday"
    given = child(analysis, verb, "dobj") is not None and tense(analysis, verb) in {"past", "perfect"}
    return given or planning(analysis.tokens[verb].lemma) is None


def _came_of_set(analysis: Analysis, own: Sequence[int]) -> Came | None:
    """What came of what was set for it: "talks set for Tuesday were postponed"."""
    at = own[0] - 2
    fixed = at >= 0 and analysis.tokens[at].tag in {"VBN", "VBD"} and planning(analysis.tokens[at].lemma) is not None
    return came_of(analysis, at, long_past=False) if fixed and tense(analysis, at) != "pluperfect" else None


def _is_shifted(analysis: Analysis, first: int) -> bool:
    """Whether the verb over a day says that something is moved to it: "was moved to Wednesday", no "had been moved", unless
    somebody has just said so: "announced that it had been moved to Wednesday"."""
    over = analysis.tokens[analysis.tokens[first - 1].head]
    if over.pos == "ADV":  # "put back to"
        over = analysis.tokens[over.head]
    if not is_shift(analysis, over.i):
        return False
    above = analysis.tokens[over.head]
    said = over.dep == "ccomp" and above.lemma in SAYING | TELLING and tense(analysis, above.i) in {"past", "perfect"}
    return said or tense(analysis, over.i) != "pluperfect"


def _is_called(analysis: Analysis, own: Sequence[int]) -> bool:
    """Whether somebody is called, or something set, for a day of the month: "has summoned them for 20 July"."""
    if not names_day(analysis, own) or not _is_aim(analysis, own):
        return False
    verb = verb_over(analysis, own[0])
    return verb is not None and analysis.tokens[verb].lemma.lower() in CALLING


def _is_set(analysis: Analysis, own: Sequence[int]) -> bool:
    """Whether the words right before say that something is set: "agreed in January and set for April 14"."""
    at = own[0] - 2
    if at < 0 or not names_day(analysis, own):
        return False
    verb = analysis.tokens[at]
    return planning(verb.lemma) is not None and verb.tag in {"VBN", "VBD", "JJ"} and tense(analysis, at) != "pluperfect"


def _of_what_comes(analysis: Analysis, own: Sequence[int]) -> bool:
    """Whether it names what is called off or made ready for: "called off Saturday's march", "arriving for Friday's summit"."""
    after = own[-1] + 1
    if analysis.tokens[own[-1]].tag != "POS" and (after >= len(analysis.tokens) or analysis.tokens[after].tag != "POS"):
        return False
    noun = analysis.tokens[own[0]].head
    over = next(
        (a for a in (noun, *islice(ancestors(analysis, noun), CLIMB)) if analysis.tokens[a].pos == "VERB"), None
    )
    if over is None:
        return False
    named = analysis.tokens[noun]
    if named.dep in {"dobj", "nsubjpass"} and named.head == over:
        return is_put_off(analysis, over)
    ready = analysis.tokens[over].lemma.lower() in READY and analysis.tokens[over].tag == "VBG"
    return ready and named.dep == "pobj" and analysis.tokens[named.head].text.lower() in {"for", "of"}


def _of_what_is_moved(analysis: Analysis, own: Sequence[int]) -> bool:
    """Whether it is the day that something had and has lost just now: "the meeting on Friday has been moved to Oslo"."""
    first = own[0]
    on = analysis.tokens[first - 1] if first else None
    if on is None or on.text.lower() != "on" or analysis.tokens[on.head].pos not in NOMINAL:
        return False
    over = (a for a in islice(ancestors(analysis, on.i), CLIMB) if analysis.tokens[a].dep in {"nsubjpass", "dobj"})
    noun = next(over, None)
    if noun is None or (on.head != noun and analysis.tokens[noun].pos != "NOUN"):
        return False
    verb = analysis.tokens[noun].head
    if verb <= first or tense(analysis, verb) != "perfect":
        return False
    moved = analysis.tokens[verb].lemma in MOVED and not is_negated(analysis, verb)
    return is_put_off(analysis, verb) or (moved and _is_day_of(analysis, on.i, noun))


def _is_day_of(analysis: Analysis, on: int, noun: int) -> bool:
    """Whether a day is that of a noun itself, not of what stands below it: no "survivors of the raid on Friday"."""
    if on - 1 == noun or analysis.tokens[noun].lemma.lower() in GATHERINGS:
        return True
    place = analysis.tokens[on - 1]
    return place.pos == "PROPN" and analysis.tokens[noun].pos == "NOUN" and analysis.tokens[place.head].head == noun


def _after_saying(analysis: Analysis, first: int) -> bool:
    """Whether the words right before are "said on": when it was said, whatever verb the tree hangs it on."""
    at = first - 1
    while at >= 0 and analysis.tokens[at].text.lower() in BESIDE:
        at -= 1
    return at >= 0 and analysis.tokens[at].tag == "VBD" and analysis.tokens[at].lemma.lower() in SAYING


def _is_planned(analysis: Analysis, noun: int) -> bool:
    """Whether a noun is called planned: "the planned Friday rally"."""
    return any(planning(analysis.tokens[c].lemma) == "strong" for c in children(analysis, noun, "amod"))


def _is_told(analysis: Analysis, first: int) -> bool:
    """Whether the verb over a time tells what was done: "let it be known as early as Monday"."""
    above = verb_over(analysis, first)
    return above is not None and tense(analysis, above) in PAST and planning(analysis.tokens[above].lemma) is None


def _by_words(before: list[str], *, weekday: bool, told: bool) -> Look | Literal["verb"] | None:
    """The way that the words right before tell: "since", "until", "as soon as"; else the verb must."""
    last = before[-1] if before else ""
    if last == "since":
        return "past"
    if before in (["as", "soon", "as"], ["as", "early", "as"]):
        return "verb" if told else "future"
    if weekday and (before[-2:] == ["ahead", "of"] or last == "pending"):
        return "future"
    if last in LIMITS:
        return "future" if weekday and len(before) == 3 else None if weekday else "verb"
    return "verb"


def _was_to_have(analysis: Analysis, verb: int) -> bool:
    """Whether "was" stands before an infinitive: "was to open", "was to have opened"."""
    below = children(analysis, verb, "xcomp")
    return any(analysis.tokens[a].lemma == "to" for b in below for a in children(analysis, b, "aux"))
