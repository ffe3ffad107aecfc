"""How sure it is that an act is a political one: by its pattern, by who takes part, by where it stands."""

from collections.abc import Sequence

from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.noun_senses import tells_of_captives
from tidings.grammar.events.parties import Cast
from tidings.grammar.events.plover import ANSWERS, MEETING, VERBAL
from tidings.grammar.events.roles import done_to
from tidings.grammar.events.told_acts import Told
from tidings.grammar.tree import children
from tidings.grammar.verbs import subjects
from tidings.lexicon import words
from tidings.model import Participant

__all__ = ["POINTED_AT", "block_weight", "is_in_sports", "weight"]

NEEDS_TWO = frozenset({"CONSULT", "COOPERATE"})
ONE_SIDED = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID"})
YIELDING = frozenset({"CONCEDE", "RETREAT"})
OVERPOWERS = frozenset({"COERCE", "SANCTION", "ASSAULT", "RETREAT"})  # what befalls a named person is told of anybody
POINTED_AT = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "ASSAULT"})
PRIVATE = 0.6  # an act of somebody without an office, whom a union, a court or a company may stand behind
UNNAMED = 0.55  # what befalls somebody unnamed is given, and told where another report tells it too


def weight(
    cast: Cast, told: Told, actors: Sequence[Participant], others: Sequence[Participant], dealing: str | None = None
) -> float:
    """How sure it is that this is a political act: by its pattern and by who takes part; 0 for nobody's."""
    type_ = told.frame.sense.type
    everybody = [p for p in (*actors, *others) if cast.is_named(p) or cast.is_political(p)]
    base = 0.85 if told.frame.noun is None else 0.8 if told.frame.base != "noun" else 0.58
    if cast.analysis.tokens[told.frame.head].lemma.lower() in words("minor_acts.txt"):
        base *= 0.55
    if not everybody and type_ in POINTED_AT and (frame_is_noun(cast, told) or type_ == "ASSAULT"):
        return base * 0.4  # below what is given, unless dated or pointing back to one told before
    bare = told.frame.about is None and actors and not everybody
    if type_ in ANSWERS and bare and all(p.chain is None for p in actors):
        return base * 0.4  # "and she accepted": whom it answers may be told just before
    outlet = cast.reading.document.outlet
    if outlet and any(p.chain is not None and cast.reading.chains[p.chain].name == outlet for p in everybody):
        return 0.0
    if not any(cast.is_political(p) for p in everybody):
        return base * private_weight(cast, told, actors, others)
    if type_ in NEEDS_TWO and len(everybody) < 2 and not any(cast.is_many(p) for p in everybody):
        return base * (0.75 if told.frame.base == "cancelled" or dealing == "condition" else 0.5)
    if type_ == "CONSULT" and not all(cast.is_named(p) or cast.is_political(p) for p in everybody):
        return base * 0.5
    if type_ in ONE_SIDED and not others and len(actors) < 2:
        return base * (0.6 if type_ == "ASSAULT" else 0.75)
    if not any(cast.is_political(p) for p in actors):
        return base * (0.8 if others and type_ not in MEETING else 0.55)
    return base if others or told.frame.sense.mutual else base * 0.85


def is_in_sports(cast: Cast, told: Told, others: Sequence[Participant]) -> bool:
    """Whether only people in sports do it, to nobody in politics: "the coach blamed the defence", "the runner Ada Holt attacked"."""
    doers = told.frame.actors
    if told.frame.sense.type == "PROTEST":
        return False  # "the strikers blocked the gate" are no forwards
    return bool(doers) and not any(map(cast.is_political, others)) and all(plays(cast, head) for head in doers)


def plays(cast: Cast, head: int) -> bool:
    """Whether somebody is told of as one in sports."""
    tokens, first = cast.analysis.tokens, head
    while first and tokens[first - 1].pos in {"NOUN", "PROPN"}:
        first -= 1
    near = (*range(first, head + 1), *children(cast.analysis, head, "appos"))
    return any(tokens[i].lemma.lower() in noun_class("sportsman") for i in near)


def private_weight(cast: Cast, told: Told, actors: Sequence[Participant], others: Sequence[Participant]) -> float:
    """How sure it is that an act among people without an office is a political one."""
    type_ = told.frame.sense.type
    if type_ == "CONSULT" and sum(cast.is_named(p) for p in (*actors, *others)) > 1:
        return 0.85
    if type_ == "PROTEST":
        return 0.7
    if type_ in VERBAL and told.frame.sense.dealing and any(cast.is_leading(p) for p in actors):
        return 0.8  # somebody whom the text often names: a candidate, the head of a movement
    overpowers = type_ in OVERPOWERS or told.frame.sense.mode == "investigate"
    if overpowers and (others or befalls_people(cast, told)):
        return 0.8 if any(cast.is_named(p) for p in others) else UNNAMED
    if type_ in YIELDING and (is_of_measure(cast, told) or is_truce(cast, told)):
        return UNNAMED
    known = others or told.frame.about is not None or any(map(cast.is_named, actors))
    return PRIVATE if actors and known and type_ not in NEEDS_TWO else 0.0


def befalls_people(cast: Cast, told: Told) -> bool:
    """Whether it is done to people whom nobody names: "19 people were arrested"."""
    heads = done_to(cast.analysis, cast.kinds, told.frame.verb)
    if "subj" in told.frame.sense.places:
        heads = (*heads, *subjects(cast.analysis, told.frame.verb))  # "the crew walked free"
    held = noun_class("captive") if told.frame.sense.type == "RETREAT" else frozenset[str]()
    people = noun_class("people") | words("person_words.txt") | held
    return any(cast.analysis.tokens[head].lemma.lower() in people for head in heads)


def is_of_measure(cast: Cast, told: Told) -> bool:
    """Whether it ends what only those who rule impose, whoever ends it: "the curfew was lifted", "the border reopened"."""
    heads = done_to(cast.analysis, cast.kinds, told.frame.verb) or subjects(cast.analysis, told.frame.verb)
    imposed = noun_class("measure") | noun_class("curfew") | noun_class("entry") | noun_class("way")
    return told.frame.sense.type == "RETREAT" and any(
        cast.analysis.tokens[head].lemma.lower() in imposed for head in heads
    )


def is_truce(cast: Cast, told: Told) -> bool:
    """Whether it is a truce, or that people who are held change hands: only those who fight do it, whoever is named."""
    frame = told.frame
    if frame.noun is None:
        heads = (*done_to(cast.analysis, cast.kinds, frame.verb), *subjects(cast.analysis, frame.verb))
        return any(cast.analysis.tokens[head].lemma.lower() in noun_class("truce") for head in heads)
    truce = cast.analysis.tokens[frame.noun].lemma.lower() in noun_class("truce")
    return frame.base != "noun" and (truce or (frame.sense.mode == "release" and tells_of_captives(cast.analysis)))


def frame_is_noun(cast: Cast, told: Told) -> bool:
    """Whether a noun or a pronoun for it tells the act."""
    token = cast.analysis.tokens[told.frame.head]
    if token.dep in {"acl", "relcl"} and told.frame.sense.dealing == "agreement":
        return True
    return told.frame.noun is not None or told.frame.verb != told.frame.head or told.frame.base != "held"


def block_weight(cast: Cast, at: int) -> float:
    """Captions, headings and headlines are weak evidence."""
    block = cast.block_at(at)
    return 1.0 if block is None or block.is_running else 0.6
