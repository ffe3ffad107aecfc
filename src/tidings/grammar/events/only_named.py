"""Whether an act is only named: as what another act asks for, offers, allows, denies or answers."""

from tidings.grammar.events.frame import Frame
from tidings.grammar.events.inside_speech import SPEECH, inside_speech
from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.noun_senses import noun_sense
from tidings.grammar.events.noun_status import of_noun
from tidings.grammar.events.plover import JUDGING, SPOKEN
from tidings.grammar.events.taken_back import is_untrue, is_withdrawn
from tidings.grammar.events.verb_senses import time_given_to
from tidings.grammar.tree import ancestors, children, sentence_of
from tidings.grammar.verbs import is_negated
from tidings.model import Analysis

__all__ = [
    "is_broken_off",
    "is_charge",
    "is_denied",
    "is_gerund_behind",
    "is_no_matter",
    "is_of_another",
    "is_permitted",
    "is_phone_call",
    "is_question",
    "is_resented",
    "is_to_come",
    "offered",
    "planned",
    "self_sought",
    "sought",
    "told_by",
    "was_spoken",
]

DENYING = frozenset({"deny", "dispute", "reject", "dismiss", "refute", "rebut", "rebuff", "disclaim"})
UNMOVED = frozenset({"care", "know", "mind", "remember", "recall"})
BEGINNING = frozenset({"attempt", "begin", "continue", "seek", "start", "try"})
HOLDING = frozenset({"COERCE", "SANCTION"})
PERMITTING = frozenset({"allow", "let", "permit"})
ANSWERING = frozenset({"refusal", "acceptance", "denial", "withdrawal", "keeping", "breach"})


def is_phone_call(analysis: Analysis, frame: Frame) -> bool:
    """Whether a call asks for nothing: "confirmed the call", not "a call for talks"."""
    if frame.sense.type != "REQUEST" or frame.noun is None or analysis.tokens[frame.head].lemma.lower() != "call":
        return False
    sense = noun_sense(analysis, frame.head)
    return sense is not None and sense.sense.type == "CONSULT"


def is_no_matter(analysis: Analysis, word: int) -> bool:
    """Whether it is only said that somebody does not know or care who did it: "said she did not care who was to blame"."""
    said = (word, *children(analysis, word, "ccomp"))
    return any(
        analysis.tokens[i].lemma.lower() in UNMOVED
        and is_negated(analysis, i)
        and any(
            analysis.tokens[w].tag in {"WP", "WRB", "WDT"} or analysis.tokens[w].text.lower() in {"if", "whether"}
            for c in children(analysis, i, "ccomp", "advcl")
            for w in analysis.children[c]
        )
        for i in said
    )


def is_of_another(analysis: Analysis, noun: int, above: int) -> bool:
    """Whether what is asked for is only about the act: "called for an investigation into the shooting"."""
    last = noun
    for i in ancestors(analysis, noun):
        if i == above:
            return False
        if analysis.tokens[i].pos in {"NOUN", "PROPN"} and analysis.tokens[last].dep != "conj":
            return True
        last = i
    return False


def is_to_come(analysis: Analysis, frame: Frame) -> bool:
    """Whether the words around a noun say how it stands: "plans for the release of X"."""
    return of_noun(analysis, frame.head).why != "noun"


def is_charge(analysis: Analysis, verbs: dict[int, Frame], verb: int) -> bool:
    """Whether it is only what somebody is held for: "arrested for insulting the president", "suspected of killing two"."""
    above = analysis.tokens[analysis.tokens[verb].head]
    if analysis.tokens[verb].dep != "pcomp" or above.text.lower() not in {"for", "of"}:
        return False
    held = verbs.get(above.head)
    return analysis.tokens[above.head].lemma.lower() == "suspect" or (held is not None and held.sense.type in HOLDING)


def is_broken_off(analysis: Analysis, verbs: dict[int, Frame], verb: int) -> bool:
    """Whether it is only the dealing that a sanction ends: "stopped buying gas from X"."""
    above = verbs.get(analysis.tokens[verb].head)
    ends = above is not None and above.verb != verb and above.sense.type == "SANCTION"
    return ends and analysis.tokens[verb].dep == "xcomp" and verbs[verb].sense.type == "COOPERATE"


def is_question(analysis: Analysis, i: int) -> bool:
    """Whether the sentence asks."""
    start, end = sentence_of(analysis, i)
    return any(t.text == "?" for t in analysis.tokens[max(start, end - 3) : end])


def is_retracted(analysis: Analysis, noun: int) -> bool:
    """Whether a report or claim is one that its teller takes back: "retracted its story that it had fired"."""
    return analysis.tokens[noun].lemma.lower() in noun_class("retractable") and is_withdrawn(analysis, noun)


def is_denied(analysis: Analysis, verb: int) -> bool:
    """Whether the act is what somebody denies: "denied that it fired", "denied firing", "rejected claims that it fired"."""
    token = analysis.tokens[verb]
    if token.dep == "xcomp" and analysis.tokens[token.head].lemma.lower() in BEGINNING:
        token = analysis.tokens[token.head]  # "dismissed a report that they had begun to leave"
    above = analysis.tokens[token.head]
    claims = above.lemma.lower() in noun_class("claim")
    if token.dep in {"acl", "relcl", "ccomp"} and claims and above.dep in {"nsubj", "nsubjpass"}:
        said_no = above.dep == "nsubjpass" and analysis.tokens[above.head].lemma.lower() in DENYING
        if said_no:
            return not is_negated(analysis, above.head)  # "rumours that it had fired were denied by the army"
        return is_untrue(analysis, above.head)  # "reports that it had fired are false"
    if token.dep == "acl" and is_retracted(analysis, above.i):
        return True
    if token.dep == "ccomp" and any(
        is_retracted(analysis, o) for o in children(analysis, above.i, "dobj") if o < token.i
    ):
        return True  # "retracted its report of Sunday that it had fired"
    if token.dep == "acl" and claims and above.dep == "dobj":
        above = analysis.tokens[above.head]  # "dismissed reports that it had fired"
        denied = above.lemma.lower() in DENYING
    else:
        gerund = is_gerund_behind(analysis, token.i)
        denied = (token.dep == "ccomp" or gerund) and above.lemma.lower() in {"deny", "dispute"}
    unsaid = analysis.tokens[above.head].lemma.lower() in {"refuse", "decline"} and above.dep == "xcomp"
    undone = (
        unsaid
        or is_negated(analysis, above.i)
        or any(
            analysis.tokens[c].text.lower() in {"nor", "neither"} for c in analysis.children[above.head] if c < above.i
        )
    )
    return denied and not undone


def is_gerund_behind(analysis: Analysis, verb: int) -> bool:
    """Whether a verb's complement is a gerund, also where words put in part them: "denied, however, having dropped it"."""
    token = analysis.tokens[verb]
    having = any(analysis.tokens[a].text.lower() == "having" for a in children(analysis, verb, "aux", "auxpass"))
    if token.dep == "xcomp":
        return token.tag == "VBG" or having
    bare = not children(analysis, token.head, "dobj", "ccomp", "xcomp") and not children(analysis, verb, "mark")
    return token.dep == "advcl" and having and token.head < verb and bare


def is_permitted(analysis: Analysis, verb: int) -> bool:
    """Whether it is only what somebody is allowed to do: "let their officers question the owner"."""
    token = analysis.tokens[verb]
    return token.dep in {"ccomp", "xcomp"} and token.tag == "VB" and analysis.tokens[token.head].lemma in PERMITTING


def offered(analysis: Analysis, verb: int) -> bool:
    """Whether it is only what an offer, demand or threat is about: "her offer to release the ship"."""
    token = analysis.tokens[verb]
    above = analysis.tokens[token.head]
    if token.tag == "VB" and above.lemma == "give" and verb in time_given_to(analysis, above.i):
        return True  # "was given a week to release them"
    sense = noun_sense(analysis, token.head) if token.dep == "acl" and token.tag == "VB" else None
    return sense is not None and sense.sense.type in SPEECH


def sought(frame: Frame) -> bool:
    """Whether the noun tells more than its verb: a meeting that is sought, announced or called off by those who meet."""
    return frame.sense.type == "CONSULT" and frame.base not in {"held", "noun"} and len(frame.actors) > 1


def planned(verb: Frame | None, frame: Frame) -> bool:
    """Whether the noun tells more than a verb that nobody is named for: "the visit had been agreed"."""
    return verb is not None and not verb.actors and frame.sense.type == "CONSULT" and frame.base not in {"held", "noun"}


def told_by(analysis: Analysis, verbs: dict[int, Frame], frame: Frame) -> bool:
    """Whether a noun's act is only the object of another act: "rejected the offer", "called for talks"."""
    at = frame.verb if frame.verb != frame.noun else frame.head
    token = analysis.tokens[at]
    above = verbs.get(token.head)
    if above is not None and frame.verb == frame.noun and frame.actors and is_answered(above, frame):
        return False
    if above is not None and token.head != at and token.dep in {"dobj", "nsubjpass"} and frame.verb == frame.noun:
        judged = above.sense.type in JUDGING and len({*frame.actors, *frame.recipients}) > 1
        return not judged and not is_resented(analysis, above, frame)
    said = inside_speech(analysis, verbs, at)
    return said is not None and not is_resented(analysis, verbs[said], frame)


def is_resented(analysis: Analysis, above: Frame, frame: Frame) -> bool:
    """Whether a noun names the deed that somebody protests against or condemns, which so must have been done; not what they are accused of."""
    if frame.noun is None or frame.sense.type in SPOKEN or above.sense.type not in {"ACCUSE", "PROTEST"}:
        return False
    alleged = analysis.tokens[analysis.tokens[frame.head].head].text.lower() == "of"
    return not alleged and above.base in {"held", "ongoing", "noun"}


def is_answered(above: Frame, frame: Frame) -> bool:
    """Whether an act answers words that so must have been spoken: "rejected the proposal of X"."""
    return frame.sense.dealing is not None and answers_others(above, frame)


def was_spoken(above: Frame, frame: Frame) -> bool:
    """Whether a noun tells words that others answer: "overrode her veto", "pushed back against the criticism"."""
    named = frame.noun is not None and bool(frame.actors)
    return named and frame.sense.type in SPOKEN and answers_others(above, frame)


def answers_others(above: Frame, frame: Frame) -> bool:
    """Whether an act answers or judges, and none of those who do it did the other act."""
    answers = above.sense.dealing in ANSWERING or above.sense.type in JUDGING
    return answers and set(frame.actors).isdisjoint(above.actors)


def self_sought(analysis: Analysis, verbs: dict[int, Frame], verb: int) -> int | None:
    """The asking verb whose subject asks to do the act itself: "asked to visit", "applied to join"; else None."""
    token = analysis.tokens[verb]
    asking = verbs.get(token.head)
    if token.dep not in {"xcomp", "advcl"} or token.tag != "VB" or asking is None or asking.sense.type != "REQUEST":
        return None
    if any(c < verb for c in children(analysis, token.head, "dobj", "dative", "prep")) or children(
        analysis, verb, "mark"
    ):
        return None
    return token.head if verbs[verb].sense.type not in SPEECH else None
