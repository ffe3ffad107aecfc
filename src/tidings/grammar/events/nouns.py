"""Nouns that tell events: under a light verb ("held talks", "the call took place") or alone with their parties."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tidings.grammar.events.lexicon import NounSense, Sense, light_verbs, noun_senses
from tidings.grammar.events.patterns import BACKGROUND, Frame, by_phone
from tidings.grammar.events.roles import Kinds, named, noun_agents, noun_parties, party, verb_agents
from tidings.grammar.tree import ancestors, child, children, conjuncts, first_conjunct, subtree
from tidings.grammar.verbs import is_passive, particle, prepositional
from tidings.model import Analysis

__all__ = ["is_definite", "noun_frames", "noun_sense", "phone_frames"]

PHONE_WORDS = frozenset({"phone", "telephone", "video"})
BACK = 40  # tokens in which a pronoun looks for its noun
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
WITH = {
    "be": ("in", "on"),
    "enter": ("into",),
    "engage": ("in",),
    "ask": ("for",),
    "point": ("to",),
    "refer": ("to",),
    "draw": ("to",),
}
RAISING = frozenset({"be", "have", "need", "seem", "appear", "expect", "schedule", "set", "fail", "continue"})
GIVEN = frozenset({"AGREE", "REQUEST", "THREATEN", "ACCUSE", "REJECT"})  # words that one party gives to another
STRIKERS = frozenset({"call", "withdraw", "stage", "join", "hold", "suspend", "begin", "end", "announce", "be"})
REPLIES = frozenset(
    {"retaliation", "reply", "response", "answer", "reaction", "revenge", "reprisal", "respond", "retaliate"}
)
RELATIVE = frozenset({"which", "that", "who"})
# What counts or measures an act and is not the act: "a series of sanctions", "the second week of the strike".
MEASURES = frozenset(
    [
        "series",
        "round",
        "number",
        "string",
        "set",
        "package",
        "wave",
        "spate",
        "raft",
        "slew",
        "flurry",
        "barrage",
        "couple",
        "pair",
        "day",
        "week",
        "month",
        "hour",
        "rest",
    ]
)
MET = frozenset({"after", "following", "during", "at", "in"})  # "spoke after talks with X": who spoke had met X


@dataclass(frozen=True, slots=True)
class Light:
    """The verb that carries an event noun: where the noun stands at it and the status it gives."""

    verb: int
    place: str
    status: str


def noun_frames(analysis: Analysis, kinds: Kinds) -> Iterator[Frame]:
    """The acts that nouns tell, in text order; with no parties at all only what a light verb carries."""
    for token in analysis.tokens:
        if token.pos not in {"NOUN", "PROPN"} or token.dep == "compound":
            continue
        sense = noun_sense(analysis, token.i)
        if sense is not None and sense.sense.type != "-":
            yield from told(analysis, kinds, token.i, sense)
    yield from pronoun_frames(analysis, kinds)


def pronoun_frames(analysis: Analysis, kinds: Kinds) -> Iterator[Frame]:
    """Meetings told by a pronoun: "a meeting of A and B …, but it could take place on Monday"."""
    for token in analysis.tokens:
        if token.dep not in {"nsubj", "nsubjpass", "dobj"} or token.text.lower() not in {"it", "this"}:
            continue
        place = "subj" if token.dep == "nsubj" else "obj"
        found = light(analysis, token.head, place)
        plain = analysis.tokens[token.head].lemma in {"take", "hold", "happen", "schedule", "go", "set"}
        if found is None or not (plain or found.status == "cancelled"):
            continue
        for noun in range(token.i - 1, max(-1, token.i - BACK), -1):
            sense = noun_sense(analysis, noun) if analysis.tokens[noun].pos == "NOUN" else None
            if sense is not None and sense.sense.type == "CONSULT":
                own = noun_agents(analysis, kinds, noun)
                others = noun_parties(analysis, kinds, noun, sense.sense.places)
                own = own or (verb_agents(analysis, kinds, token.head) if token.dep == "dobj" else ())
                told_ = made(analysis, noun, sense.sense, found, (own, others))
                yield replace(told_, noun=None, trigger=(token.i,) if found.status == "cancelled" else (token.head,))
                break


def noun_sense(analysis: Analysis, noun: int) -> NounSense | None:
    """The sense of a noun with the words around it: "prisoner exchange" before "exchange"."""
    before = [analysis.tokens[c].lemma.lower() for c in children(analysis, noun, "compound", "amod", "nmod", "poss")]
    after = [analysis.tokens[c].lemma.lower() for c in prepositional(analysis, noun, "of")]
    for sense in noun_senses().get(analysis.tokens[noun].lemma.lower(), ()):
        if "of" in sense.words:
            if sense.words[-1] in after:
                return sense
        elif all(word in before for word in sense.words[:-1]):
            if sense.sense.type == "CONSULT" and sense.sense.mode is None and PHONE_WORDS & set(before):
                return NounSense(sense.words, replace(sense.sense, mode="phone"))
            return sense
    return None


def told(analysis: Analysis, kinds: Kinds, noun: int, sense: NounSense) -> Iterator[Frame]:
    """The act of one noun, if a light verb or parties of its own tell that there is one."""
    light = carrier(analysis, noun)
    own = noun_agents(analysis, kinds, noun)
    if light is not None and analysis.tokens[light.verb].lemma == "receive" and sense.sense.type != "CONSULT":
        sender = own or named(analysis, kinds, prepositional(analysis, light.verb, "from"))
        if sender and sense.sense.type in GIVEN:
            yield made(analysis, noun, sense.sense, light, (sender, verb_agents(analysis, kinds, light.verb)))
            return
        light = None
    if not own and (
        sense.sense.mode in {"visit", "resign"} or (sense.sense.type in GIVEN and "of" not in sense.sense.places)
    ):
        own = noun_parties(analysis, kinds, noun, ("of",))
    others = noun_parties(analysis, kinds, noun, sense.sense.places)
    if sense.sense.mutual and not others:
        others = parties_below(analysis, kinds, noun)
    if (
        sense.sense.type == "CONSULT"
        and light is None
        and not own
        and len(others) == 1
        and is_past_meeting(analysis, noun)
    ):
        own = those_above(analysis, kinds, noun)
    if light is not None and light.status != "mentioned":
        found = () if light.place in {"subj", "attr"} else verb_agents(analysis, kinds, light.verb)
        others = others or at_verb(analysis, kinds, light.verb, sense.sense)
        meaning = sense.sense
        if analysis.tokens[noun].lemma == "strike" and analysis.tokens[light.verb].lemma in STRIKERS:
            meaning = replace(meaning, type="PROTEST", mode="strike")
        if meaning.type == "CONSULT" and by_phone(analysis, light.verb):
            meaning = replace(meaning, mode="phone")
        if meaning.mutual and not own and not others and len(found) < 2:
            found = (*those_above(analysis, kinds, noun), *found)  # "A and B signed it after talks led by C"
        if meaning.mutual and len(others) > 1:
            found = ()  # "A seeks a meeting between B and C": B and C meet
        yield made(analysis, noun, meaning, light, (found or own, others))
    elif sense.sense.mutual and not own and not others and len(around := those_above(analysis, kinds, noun)) > 1:
        yield made(analysis, noun, sense.sense, None, (around, ()))
    elif (
        by_itself(sense.sense) and len(others) == 1 and not (own or is_fact(analysis, noun) or is_dated(analysis, noun))
    ):
        yield replace(made(analysis, noun, sense.sense, None, ((), others)), base="loose")
    elif by_itself(sense.sense) and (
        len({*own, *others}) > 1
        or (own and (not sense.sense.places or is_known_words(analysis, noun, sense.sense)))
        or (others and is_fact(analysis, noun))
        or is_dated(analysis, noun)
    ):
        yield made(analysis, noun, sense.sense, None, (own, others))


def is_known_words(analysis: Analysis, noun: int, sense: Sense) -> bool:
    """Whether the noun is for words that somebody has spoken: "her offer", "the proposal of X", "a request by X", but "any offer"."""
    owned = child(analysis, noun, "poss") is not None or bool(prepositional(analysis, noun, "by"))
    return sense.type in GIVEN and sense.dealing is not None and (owned or is_definite(analysis, noun))


def is_fact(analysis: Analysis, noun: int) -> bool:
    """Whether the clause takes the noun's act as done: "after the arrest of X", "in reply to the expulsion of Y"."""
    above = analysis.tokens[analysis.tokens[noun].head]
    if analysis.tokens[noun].dep == "pobj" and above.dep == "prep":
        return above.text.lower() in BACKGROUND or analysis.tokens[above.head].lemma.lower() in REPLIES
    return analysis.tokens[noun].dep == "nsubj" and above.tag == "VBD"


def is_dated(analysis: Analysis, noun: int) -> bool:
    """Whether "the clash on Saturday" gives its day, by which another report may know it."""
    if not is_definite(analysis, noun):
        return False
    days = (*prepositional(analysis, noun, "on", "of", "in"), *children(analysis, noun, "npadvmod", "compound", "nmod"))
    return any(analysis.tokens[d].ent == "DATE" for d in days)


def parties_below(analysis: Analysis, kinds: Kinds, noun: int) -> tuple[int, ...]:
    """Who stands after "with" or "between" further below the noun: "talks on guarantees with A and B"."""
    for i in subtree(analysis, noun, frozenset({"relcl", "acl", "appos", "conj"})):
        if analysis.tokens[i].dep == "prep" and analysis.tokens[i].text.lower() in {"with", "between"}:
            found = named(
                analysis, kinds, tuple(c for h in children(analysis, i, "pobj") for c in conjuncts(analysis, h))
            )
            if found:
                return found
    return ()


def by_itself(sense: Sense) -> bool:
    """Whether the noun alone tells that it happened: "the expulsion of", but not "the sanctions on", which last."""
    if sense.type in {"AID", "COOPERATE"} or (sense.type == "SUPPORT" and sense.dealing is None):
        return False
    return not (sense.type == "SANCTION" and sense.mode is None) and sense.mode != "restrict"


def those_above(analysis: Analysis, kinds: Kinds, noun: int) -> tuple[int, ...]:
    """Who did what the clause tells after, at or in the talks: "A and B signed … after two days of negotiations"."""
    at = noun
    for above in ancestors(analysis, noun):
        if analysis.tokens[above].pos == "VERB":
            return verb_agents(analysis, kinds, above) if analysis.tokens[at].dep == "prep" else ()
        if analysis.tokens[above].dep not in {"prep", "pobj"}:
            return ()
        at = above
    return ()


def is_past_meeting(analysis: Analysis, noun: int) -> bool:
    """Whether the clause is told as of those who met: "he spoke after talks with X", "said at a meeting with Y"."""
    return analysis.tokens[noun].dep == "pobj" and analysis.tokens[analysis.tokens[noun].head].text.lower() in MET


def made(
    analysis: Analysis,
    noun: int,
    sense: Sense,
    light: Light | None,
    parties: tuple[tuple[int, ...], tuple[int, ...]],
) -> Frame:
    """The frame of a noun's act with its parties set out."""
    actors, others = parties
    others = tuple(p for p in others if p not in actors)
    if sense.mutual:
        actors, others = (*actors, *others), ()
    verb = noun if light is None else light.verb
    trigger = (noun,) if light is None else tuple(sorted({verb, noun, *children(analysis, verb, "prt")}))
    return Frame(
        sense, trigger, verb, "held" if light is None else light.status, actors, others, theme(analysis, noun), noun
    )


def at_verb(analysis: Analysis, kinds: Kinds, verb: int, sense: Sense) -> tuple[int, ...]:
    """The other parties where they hang on the light verb: "held talks on Monday with the envoy"."""
    for place in sense.places:
        heads = prepositional(analysis, verb, place)
        found = tuple(p for p in (party(analysis, kinds, h) for h in heads) if p is not None)
        if found:
            return found
    return ()


def carrier(analysis: Analysis, noun: int) -> Light | None:
    """The light verb that says of the noun that it takes place."""
    top = measured(analysis, first_conjunct(analysis, noun))
    token = analysis.tokens[top]
    above = token.head
    if token.dep in {"dobj", "nsubjpass"} and (found := light(analysis, above, "obj")) is not None:
        return found
    if token.dep == "attr" and analysis.tokens[above].lemma == "be":
        return Light(above, "attr", "held")
    if token.dep == "nsubj":
        below = child(analysis, above, "xcomp") if analysis.tokens[above].lemma in RAISING else None
        found = (
            None if below is None else light(analysis, below, "obj" if is_passive(analysis, below) else "subj", noun)
        )
        return found or light(analysis, above, "subj", noun)
    if token.dep == "pobj" and analysis.tokens[above].dep == "prep":
        carried = light(analysis, verb_above(analysis, above), "prep", above)
        if carried is not None:
            return carried
    for clause in clauses_on(analysis, noun):
        found = light(analysis, clause, "obj")
        object_ = child(analysis, clause, "dobj", "nsubjpass")
        own = object_ is None or analysis.tokens[object_].text.lower() in RELATIVE
        if found is not None and own and (analysis.tokens[clause].tag != "VBG"):
            return found
        subject = child(analysis, clause, "nsubj")
        if subject is not None and analysis.tokens[subject].text.lower() in RELATIVE:
            found = light(analysis, clause, "subj", noun)
            if found is not None:
                return found
    return None


def measured(analysis: Analysis, noun: int) -> int:
    """The noun that counts or measures an act, where one stands before it: "a series of strikes"; else the act's own."""
    prep = analysis.tokens[noun].head
    above = analysis.tokens[prep].head
    if analysis.tokens[noun].dep != "pobj" or analysis.tokens[prep].text.lower() != "of":
        return noun
    return first_conjunct(analysis, above) if analysis.tokens[above].lemma.lower() in MEASURES else noun


def clauses_on(analysis: Analysis, noun: int) -> tuple[int, ...]:
    """The clauses that tell of a noun; of talks and agreements those too that hang on a noun after them: "…, which X began"."""
    own = children(analysis, noun, "relcl", "acl")
    sense = noun_sense(analysis, noun)
    if sense is None or sense.sense.type not in {"CONSULT", "SUPPORT"}:
        return own
    further = []
    for i in subtree(analysis, noun, frozenset({"acl", "appos"})):
        opening = child(analysis, i, "dobj", "nsubjpass", "nsubj") if analysis.tokens[i].dep == "relcl" else None
        if opening is not None and analysis.tokens[opening].text.lower() == "which":
            further.append(i)
    return tuple(dict.fromkeys((*own, *further)))


def verb_above(analysis: Analysis, prep: int) -> int:
    """The verb that a preposition belongs to, past the object it stands at ("draw attention to")."""
    head = analysis.tokens[prep].head
    token = analysis.tokens[head]
    return token.head if token.dep == "dobj" and token.lemma == "attention" else head


def light(analysis: Analysis, verb: int, place: str, by: int | None = None) -> Light | None:
    """What a verb makes of an event noun in a place; "take place" and "carry out" go by both words."""
    token = analysis.tokens[verb]
    if token.pos not in {"VERB", "AUX"}:
        return None
    lemma, table = token.lemma.lower(), light_verbs()
    if place == "subj" and lemma == "be" and is_on_a_day(analysis, verb):
        return Light(verb, place, "held")
    if place == "subj" and lemma in {"be", "remain", "stay", "keep"} and is_under_way(analysis, verb):
        return Light(verb, place, "ongoing")
    with_particle = f"{lemma} {particle(analysis, verb) or ''}".strip()
    if place == "subj":
        object_ = child(analysis, verb, "dobj")
        if object_ is not None:
            lemma = f"{lemma} {analysis.tokens[object_].lemma.lower()}"
        elif (
            ahead := child(analysis, verb, "advmod", "prt")
        ) is not None and f"{lemma} {analysis.tokens[ahead].text.lower()}" in {"go ahead"}:
            lemma = "go ahead"
    if place == "prep" and by is not None and analysis.tokens[by].text.lower() not in WITH.get(lemma, ()):
        return None
    status = table.get((with_particle, place)) or table.get((lemma, place))
    return None if status is None else Light(verb, place, status)


def is_under_way(analysis: Analysis, verb: int) -> bool:
    """Whether the clause says that it goes on: "is under way", "stays in place"."""
    near = (c for c in children(analysis, verb, "prep", "advmod", "acomp", "attr"))
    words = {analysis.tokens[i].text.lower() for c in near for i in (c, *children(analysis, c, "pobj"))}
    return bool(words & {"underway", "progress", "way", "afoot", "place", "force", "effect"}) and not words & {"on"}


def is_on_a_day(analysis: Analysis, verb: int) -> bool:
    """Whether the clause only says when: "the visit will be on Monday"."""
    if child(analysis, verb, "attr", "acomp") is not None:
        return False
    days = (*prepositional(analysis, verb, "on", "in", "at"), *children(analysis, verb, "npadvmod"))
    return any(analysis.tokens[d].ent in {"DATE", "TIME"} for d in days)


def theme(analysis: Analysis, noun: int) -> int | None:
    """Head of what the act is about: after on, about, over, to with a verb."""
    for clause in children(analysis, noun, "acl"):
        if analysis.tokens[clause].tag == "VB":
            return clause
    heads = prepositional(analysis, noun, "on", "about", "over", "regarding", "concerning", "for")
    heads = tuple(h for h in heads if analysis.tokens[h].ent not in {"DATE", "TIME"})
    return heads[0] if heads else None


def phone_frames(analysis: Analysis, kinds: Kinds) -> Iterator[Frame]:
    """Calls told by the way something was done: "the two presidents settled it by telephone"."""
    calls = Sense("CONSULT", "phone", mutual=True)
    for token in analysis.tokens:
        if token.pos == "VERB" and by_phone(analysis, token.i):
            actors = (
                *verb_agents(analysis, kinds, token.i),
                *named(analysis, kinds, prepositional(analysis, token.i, "with")),
            )
            yield Frame(calls, (token.i,), token.i, "held", tuple(dict.fromkeys(actors)), ())


def is_definite(analysis: Analysis, noun: int) -> bool:
    """Whether the noun points back to something told before: "the talks", "this meeting"."""
    return any(analysis.tokens[c].text.lower() in DEFINITE for c in children(analysis, noun, "det"))
