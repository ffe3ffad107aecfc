"""Light verbs: what says of an event noun that it takes place, and how it stands ("held talks", "the call took place")."""

from dataclasses import dataclass, replace

from tidings.grammar.dates.plans import is_shift
from tidings.grammar.events.lexicon import light_verbs, noun_class, status_cues
from tidings.grammar.events.noun_senses import noun_sense
from tidings.grammar.events.plover import MEETING
from tidings.grammar.tree import child, children, first_conjunct, subtree
from tidings.grammar.verbs import is_negated, is_passive, particle, prepositional
from tidings.model import Analysis

__all__ = ["Light", "carrier", "light", "new_day"]

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
DUE = frozenset({"due", "set", "scheduled", "slated", "expected"})
BACK = frozenset({"back", "off", "forward", "up"})  # particles that are often read as adverbs
SPANS = frozenset({"hour", "day", "week", "month", "fortnight"})
RELATIVE = frozenset({"which", "that", "who"})


@dataclass(frozen=True, slots=True)
class Light:
    """The verb that carries an event noun: where the noun stands at it and the status it gives."""

    verb: int
    place: str
    status: str


def carrier(analysis: Analysis, noun: int) -> Light | None:
    """The light verb that says of the noun that it takes place."""
    top = measured(analysis, first_conjunct(analysis, noun))
    token = analysis.tokens[top]
    above = token.head
    if token.dep in {"nsubj", "nsubjpass"} and (undone := undone_later(analysis, above, noun)) is not None:
        return undone
    if token.dep in {"dobj", "nsubjpass"} and (found := light(analysis, above, "obj")) is not None:
        return found
    if token.dep == "attr" and analysis.tokens[above].lemma == "be":
        return Light(above, "attr", "held")
    if token.dep == "nsubj":
        below = raised(analysis, above)
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
            return wanted(analysis, noun, clause, found)
        subject = child(analysis, clause, "nsubj")
        if subject is not None and analysis.tokens[subject].text.lower() in RELATIVE:
            found = light(analysis, clause, "subj", noun)
            if found is not None:
                return found
    return None


def undone_later(analysis: Analysis, verb: int, noun: int) -> Light | None:
    """What a second verb of one subject says of it that calls it off: "had been set for Friday and was cancelled", "was banned and did not take place"."""
    for other in children(analysis, verb, "conj"):
        if child(analysis, other, "nsubj", "nsubjpass") is not None:
            continue
        place = "obj" if child(analysis, other, "auxpass") is not None else "subj"
        found = light(analysis, other, place, noun)
        if found is not None and (found.status == "cancelled" or (place == "subj" and is_negated(analysis, other))):
            return found
    return None


def raised(analysis: Analysis, verb: int) -> int | None:
    """The verb of which a raising verb's subject is told: "seems to have begun", "are due to open"."""
    if analysis.tokens[verb].lemma not in RAISING:
        return None
    due = next((a for a in children(analysis, verb, "acomp") if analysis.tokens[a].lemma.lower() in DUE), verb)
    return child(analysis, due, "xcomp")


def wanted(analysis: Analysis, noun: int, clause: int, carried: Light) -> Light | None:
    """What a participle carries stands as the verb over its noun says: "demanded an inquiry led by X" asks for one."""
    token = analysis.tokens[noun]
    above = analysis.tokens[token.head]
    if token.dep == "pobj" and above.text.lower() == "for":
        above = analysis.tokens[above.head]
    elif token.dep != "dobj":
        return carried
    bare = analysis.tokens[clause].dep == "acl" and analysis.tokens[clause].tag == "VBN"
    cue = status_cues().get(above.lemma.lower()) if bare else None
    if cue == "not":
        return None
    return replace(carried, status=cue) if cue in {"requested", "announced", "conditional", "rumoured"} else carried


def measured(analysis: Analysis, noun: int) -> int:
    """The noun that counts or measures an act, where one stands before it: "a series of strikes"; else the act's own."""
    prep = analysis.tokens[noun].head
    above = analysis.tokens[prep].head
    if analysis.tokens[noun].dep != "pobj" or analysis.tokens[prep].text.lower() != "of":
        return noun
    return first_conjunct(analysis, above) if analysis.tokens[above].lemma.lower() in noun_class("count") else noun


def clauses_on(analysis: Analysis, noun: int) -> tuple[int, ...]:
    """The clauses that tell of a noun; of talks and agreements those too that hang on a noun after them: "…, which X began"."""
    own = children(analysis, noun, "relcl", "acl")
    sense = noun_sense(analysis, noun)
    if sense is None or sense.sense.type not in MEETING:
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
    if lemma == "call" and place == "obj" and is_named_so(analysis, verb):
        return None
    if lemma == "pass" and "let" in {analysis.tokens[i].lemma for i in (token.head, *children(analysis, verb, "aux"))}:
        return None  # who let a deadline pass did not set it
    if place == "subj" and lemma == "be" and is_on_a_day(analysis, verb):
        return Light(verb, place, "held")
    if place == "subj" and lemma in {"be", "remain", "stay", "keep"} and is_under_way(analysis, verb):
        return Light(verb, place, "ongoing")
    with_particle = f"{lemma} {particle(analysis, verb) or moving(analysis, verb)}".strip()
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
    if place == "obj" and with_particle != lemma and moving(analysis, verb) in BACK and (lemma, "obj") in table:
        lemma = with_particle  # who puts a visit back does not put it
    status = table.get((with_particle, place)) or table.get((lemma, place))
    if place == "obj" and is_shift(analysis, verb) and is_moved(analysis, verb):
        status = "announced"
    return None if status is None else Light(verb, place, status)


def is_moved(analysis: Analysis, verb: int) -> bool:
    """Whether what is put off has a new day: "was put back to Friday", "was delayed by three days"."""
    by = prepositional(analysis, verb, "by", "for")
    return new_day(analysis, verb) is not None or any(analysis.tokens[d].lemma.lower() in SPANS for d in by)


def new_day(analysis: Analysis, verb: int) -> int | None:
    """The day to which a verb moves something: "was moved to Wednesday"."""
    moved = (verb, *(c for c in children(analysis, verb, "advmod") if analysis.tokens[c].lemma.lower() in BACK))
    days = (d for i in moved for d in prepositional(analysis, i, "to", "until", "till"))
    return next((d for d in days if analysis.tokens[d].ent == "DATE"), None)


def moving(analysis: Analysis, verb: int) -> str:
    """The adverb that makes a verb one of moving: "put back", "brought forward"; else empty."""
    found = (analysis.tokens[c].lemma.lower() for c in children(analysis, verb, "advmod") if c > verb)
    return next((word for word in found if word in BACK), "")


def is_named_so(analysis: Analysis, verb: int) -> bool:
    """Whether "call" gives a name: "called the arrest an outrage"."""
    return child(analysis, verb, "oprd", "attr") is not None or len(children(analysis, verb, "dobj")) > 1


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
