"""What is set for a day to come, and what was set and came to pass, by the words around an act."""

from tidings.grammar.events.frame import Frame
from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.noun_status import Standing
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.plover import FRIENDLY
from tidings.grammar.events.times import own_time
from tidings.grammar.tree import children, clause_head, sentence_of
from tidings.grammar.verbs import tense

__all__ = [
    "CALLED_OFF",
    "COMES_OFF",
    "is_agreed",
    "is_due",
    "is_gone_through",
    "is_invited_to",
    "is_planned",
    "is_set_for",
]

COMES_OFF = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "PROTEST", "MOBILIZE"})
CALLED_OFF = frozenset({"CONSULT", "PROTEST", "MOBILIZE"})  # of which "did not take place" says that it was planned
SETTING = frozenset(
    {
        "appoint",
        "arrange",
        "book",
        "call",
        "convene",
        "convoke",
        "fix",
        "foresee",
        "invite",
        "mark",
        "pencil",
        "plan",
        "reserve",
        "schedule",
        "set",
        "slate",
        "summon",
    }
)
LASTING = frozenset({"hour", "minute", "day", "week", "month", "year", "time", "second"})  # "met for two hours"
SPANNED = frozenset({"end", "close", "start", "course", "day", "margin", "sideline"})
COURSE = frozenset({"during", "after", "following"})


def is_planned(cast: Cast, frame: Frame, now: Standing) -> bool:
    """Whether a bare noun is of a day after the report, or of a clause in the future: "its strike of 29 May", "the talks will be led by"."""
    noun = frame.noun
    if noun is None or frame.verb != noun or frame.sense.type not in COMES_OFF:
        return False
    at = own_time(cast, noun)
    if at is not None and now.why == "noun" and cast.scene.side(at) == "later":
        return True
    subject = cast.analysis.tokens[noun].dep in {"nsubj", "nsubjpass"}
    return subject and now.why in {"will", "shall"} and frame.sense.type in CALLED_OFF


def is_due(cast: Cast, frame: Frame, status: str, why: str, *, told_by_others: bool) -> bool:
    """Whether a plain present or a bare "would" is of what is set: "flies to Oslo on Friday", "under the deal, it would pay"."""
    verb = frame.verb
    if verb == frame.noun or frame.sense.type not in FRIENDLY or cast.analysis.tokens[verb].dep in {"relcl", "acl"}:
        return False  # "they would hit me" was a habit, "a bill that would ban it" is no plan
    on_its_day = {
        cast.scene.side(t)
        for t in cast.scene.by_sentence.get(cast.analysis.tokens[verb].sentence, ())
        if cast.scene.governor(t) == verb
    }
    if status == "conditional" and why == "would":
        return told_by_others or "later" in on_its_day or is_agreed(cast, verb)
    plain = status in {"held", "ongoing"} and tense(cast.analysis, verb) == "present"
    return frame.sense.type == "CONSULT" and plain and "later" in on_its_day and "earlier" not in on_its_day


def is_set_for(cast: Cast, frame: Frame) -> bool:
    """Whether somebody is called or something set for a day: "convened a session for Thursday", "the session was marked for May", "is down for Friday"."""
    analysis = cast.analysis
    verb = frame.verb
    if verb == frame.noun and analysis.tokens[verb].dep in {"nsubj", "nsubjpass"}:
        verb = analysis.tokens[verb].head
    down = analysis.tokens[verb].lemma == "be" and any(
        analysis.tokens[c].text.lower() in {"down", "on"} for c in children(analysis, verb, "prt", "advmod")
    )
    if analysis.tokens[verb].lemma.lower() not in SETTING and not down:
        return False
    objects = children(analysis, verb, "dobj", "nsubjpass")
    below = {verb, frame.head, *objects, *(children(analysis, verb, "prt", "advmod") if down else ())}
    preps = (p for i in sorted(below) for p in children(analysis, i, "prep"))
    days = (n for p in preps if analysis.tokens[p].text.lower() == "for" for n in children(analysis, p, "pobj"))
    return any(
        analysis.tokens[n].ent in {"DATE", "TIME"} and analysis.tokens[n].lemma.lower() not in LASTING for n in days
    )


def is_invited_to(cast: Cast, frame: Frame) -> bool:
    """Whether somebody is only asked to come: "invited the organist to a round table at Bergen"."""
    if frame.noun is None or frame.sense.type != "CONSULT" or cast.analysis.tokens[frame.noun].dep != "pobj":
        return False
    above = cast.analysis.tokens[cast.analysis.tokens[frame.noun].head]
    verb = cast.analysis.tokens[above.head]
    return above.text.lower() in {"to", "for"} and verb.lemma.lower() == "invite" and verb.pos == "VERB"


def is_gone_through(cast: Cast, frame: Frame) -> bool:
    """Whether something is told as said or done in the course of what had been planned: "during", "at the end of"."""
    analysis, noun = cast.analysis, frame.noun
    if noun is None or analysis.tokens[noun].dep != "pobj":
        return False
    above = analysis.tokens[noun].head
    part = analysis.tokens[analysis.tokens[above].head]
    spanned = analysis.tokens[above].text.lower() == "of" and part.lemma in SPANNED | LASTING
    if spanned:
        above = part.head
    if noun == frame.verb and not (spanned and part.lemma in LASTING):
        return False
    if not (spanned and part.lemma in SPANNED) and analysis.tokens[above].text.lower() not in COURSE:
        return False  # of "a night of talks" only what came after them, or during them
    return tense(analysis, clause_head(analysis, above)) in {"past", "pluperfect"}


def is_agreed(cast: Cast, verb: int) -> bool:
    """Whether the sentence tells what an agreement holds: "under the deal, X will send aid"."""
    start, end = sentence_of(cast.analysis, verb)
    tokens = cast.analysis.tokens[start:end]
    deals = noun_class("deal")
    return any(
        t.text.lower() == "under" and any(n.lemma.lower() in deals for n in tokens[k + 1 : k + 5])
        for k, t in enumerate(tokens)
    )
