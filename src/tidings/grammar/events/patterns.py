"""Verbs that tell events: which sense of the lexicon holds, who acts on whom, and about what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tidings.grammar.events.lexicon import Sense, noun_class, verb_senses
from tidings.grammar.events.roles import Kinds, by_place, done_to, named, party, told_of, verb_agents
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.tree import ancestors, child, children, subtree
from tidings.grammar.verbs import is_negated, modal, objects, particle, prepositional
from tidings.model import Analysis

__all__ = ["Frame", "sense_of", "verb_frames", "with_aims"]

PHONE = frozenset({"phone", "telephone", "videolink", "videoconference", "video"})
PEOPLE = frozenset({"person"})
PLACES = frozenset({"place", "country", "organization", "vessel"})
PLURALS = frozenset({"i", "we", "you", "they"})
NOT_ACTS = frozenset({"amod", "compound", "nmod", "aux", "auxpass"})
BACKGROUND = frozenset({"after", "before", "during", "since", "following", "amid", "despite", "because"})
SPANS = frozenset({"hour", "day", "week", "month"})
COUNTERPARTS = frozenset({"CONSULT", "AGREE", "REQUEST", "SUPPORT"})  # acts between those who deal with each other
HARMFUL = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "PROTEST", "REJECT"})
SPEECH = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT"})


@dataclass(frozen=True, slots=True)
class Frame:
    """An act as one clause tells it, in token indexes; actors and recipients are heads of mentions."""

    sense: Sense
    trigger: tuple[int, ...]
    verb: int  # what carries tense and negation: the trigger, or the light verb beside a noun
    base: str  # status of a plain past
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    about: int | None = None
    noun: int | None = None

    @property
    def head(self) -> int:
        """The token that stands for the act: its noun, else its verb."""
        if self.noun is not None:
            return self.noun
        return self.verb if self.verb in self.trigger else self.trigger[0]


def verb_frames(analysis: Analysis, kinds: Kinds) -> Iterator[Frame]:
    """The acts that verbs tell, in text order; whether anybody political takes part is for the caller to judge."""
    for token in analysis.tokens:
        if token.dep in NOT_ACTS or not (token.pos == "VERB" or (token.pos == "ADJ" and token.dep == "acomp")):
            continue
        sense = sense_of(analysis, kinds, token.i)
        if sense is not None:
            yield frame(analysis, kinds, token.i, promised(analysis, kinds, token.i, sense))


def frame(analysis: Analysis, kinds: Kinds, verb: int, sense: Sense) -> Frame:
    """The act of a verb in a sense, with its parties; of an adjective ("is willing to go") the copula is the verb."""
    token = analysis.tokens[verb]
    carries = token.head if token.pos == "ADJ" else verb
    actors = verb_agents(analysis, kinds, carries)
    others = tuple(p for p in by_place(analysis, kinds, verb, sense.places) if p not in actors)
    if sense.mode == "visit":
        others = (*others, *(p for p in hosts(analysis, kinds, verb) if p not in (*actors, *others)))
    if sense.mutual:
        actors, others = (*actors, *others), ()
        if len(actors) < 2:
            actors = (*actors, *beside(analysis, kinds, carries, actors))
    trigger = tuple(sorted({verb, *children(analysis, verb, "prt")}))
    return Frame(sense, trigger, carries, sense.base, actors, others, topic(analysis, kinds, verb, sense))


def promised(analysis: Analysis, kinds: Kinds, verb: int, sense: Sense) -> Sense:
    """The sense of a promise by what is promised: "vowed to bomb" threatens, "vowed to block the plan" refuses."""
    clauses = complements(analysis, verb) if sense.dealing == "offer" and sense.type == "AGREE" else ()
    inner = next((s for c in clauses if not is_negated(analysis, c) and (s := sense_of(analysis, kinds, c))), None)
    if inner is None or inner.type not in HARMFUL:
        return sense
    refused = inner.type == "REJECT"
    return replace(
        sense, type="REJECT" if refused else "THREATEN", mode=None, dealing="refusal" if refused else "warning"
    )


def hosts(analysis: Analysis, kinds: Kinds, verb: int) -> tuple[int, ...]:
    """Whom a visitor comes to see: "will go to X for talks with Y"."""
    for aim in prepositional(analysis, verb, "for"):
        if analysis.tokens[aim].lemma.lower() in noun_class("talk"):
            return named(analysis, kinds, prepositional(analysis, aim, "with"))
    return ()


def beside(analysis: Analysis, kinds: Kinds, verb: int, known: tuple[int, ...]) -> tuple[int, ...]:
    """Further mentions joined to the subject, however the parser hung them there."""
    subject = child(analysis, verb, "nsubj")
    if subject is None or not known:
        return ()
    below = subtree(analysis, subject, frozenset({"relcl", "acl", "prep", "poss", "compound"}))
    return tuple(i for i in below if i in kinds and i not in known and analysis.tokens[i].dep in {"conj", "appos"})


def sense_of(analysis: Analysis, kinds: Kinds, verb: int) -> Sense | None:
    """The first sense of the verb's lemma whose conditions hold."""
    token = analysis.tokens[verb]
    for sense in verb_senses().get(token.lemma.lower(), ()):
        if all(holds(analysis, kinds, verb, condition) for condition in sense.conditions):
            phrasal = any(c.startswith("prt:") for c in sense.conditions)
            if phrasal or particle(analysis, verb) is None:
                return sense.sense if sense.sense.type != "-" else None
    return None


def holds(analysis: Analysis, kinds: Kinds, verb: int, condition: str) -> bool:
    """Whether one condition of the lexicon holds at a verb."""
    name, _, wanted = condition.partition(":")
    match name:
        case "obj":
            heads = told_of(analysis, kinds, verb)
            return bool(heads) and (not wanted or any(fits(analysis, kinds, h, wanted[1:]) for h in heads))
        case "comp":
            clauses = complements(analysis, verb)
            if not wanted:
                return bool(clauses)
            wide = (d for c in clauses for d in (c, *objects(analysis, c)))
            return any(analysis.tokens[c].lemma.lower() in noun_class(wanted[1:]) for c in wide)
        case "prt":
            near = children(analysis, verb, "prt", "advmod", "prep")
            return any(analysis.tokens[c].text.lower() == wanted for c in near)
        case "prep" | "from":
            word, _, kind = ("from:" + wanted if name == "from" else wanted).partition(":")
            if word == "for" and not kind and any(is_wished(analysis, c) for c in children(analysis, verb, "advcl")):
                return True
            return any(
                not kind or fits(analysis, kinds, noun, kind[1:])
                for prep in children(analysis, verb, "prep", "agent", "dative")
                if analysis.tokens[prep].text.lower() == word
                for noun in (children(analysis, prep, "pobj") or ((prep,) if not kind else ()))
            )
        case "phone":
            return by_phone(analysis, verb)
        case "noobj":
            return child(analysis, verb, "dobj", "oprd") is None
        case "active":
            return child(analysis, verb, "auxpass", "nsubjpass") is None
        case "nooprd":
            return child(analysis, verb, "oprd", "acomp", "attr", "ccomp", "xcomp") is None
        case "plain":
            unnamed = any(analysis.tokens[c].lemma in {"name", "identify"} for c in complements(analysis, verb))
            said = children(analysis, verb, "ccomp", "advcl")
            return not unnamed and not any(is_question(analysis, c) or is_beside(analysis, verb, c) for c in said)
        case "proposal":
            return any(is_proposal(analysis, c) for c in complements(analysis, verb))
        case "should":
            return any(demanded(analysis, c) for c in children(analysis, verb, "ccomp"))
        case "delay":
            spans = (c for c in children(analysis, verb, "dobj", "npadvmod") if analysis.tokens[c].lemma in SPANS)
            aims = [
                *children(analysis, verb, "xcomp"),
                *(a for c in spans for a in children(analysis, c, "acl", "relcl")),
            ]
            return any(analysis.tokens[a].lemma.lower() in noun_class(wanted[1:]) for a in aims)
        case "oprd":
            found = children(analysis, verb, "oprd", "attr", "acomp", "ccomp", "xcomp")
            return any(analysis.tokens[c].lemma.lower() in noun_class(wanted[1:]) for c in found)
        case _:
            return False


def is_question(analysis: Analysis, clause: int) -> bool:
    """Whether a clause is an indirect question: "asked what had changed"."""
    words = (analysis.tokens[c] for c in analysis.children[clause] if c < clause)
    return any(t.tag in {"WP", "WRB", "WDT"} or t.text.lower() in {"whether", "if"} for t in words)


def is_beside(analysis: Analysis, verb: int, clause: int) -> bool:
    """Whether a clause only stands beside the verb, behind a comma: "we asked, we did not threaten"."""
    own = child(analysis, clause, "nsubj", "nsubjpass")
    return own is not None and own > verb and analysis.tokens[own - 1].text == ","


def is_proposal(analysis: Analysis, clause: int) -> bool:
    """Whether a clause says what might be done, not what is: "meeting in May", "that they could meet"."""
    if analysis.tokens[clause].dep == "xcomp":
        return analysis.tokens[clause].tag == "VBG"
    return modal(analysis, clause) in {"could", "can", "might", "may"} or demanded(analysis, clause)


def demanded(analysis: Analysis, clause: int) -> bool:
    """Whether a clause says what should be: "that they must go", "that he leave"."""
    mood = modal(analysis, clause)
    if mood is not None:
        return mood in {"should", "must", "shall"}
    subject = child(analysis, clause, "nsubj", "nsubjpass")
    single = subject is not None and analysis.tokens[subject].tag in {"NN", "NNP", "PRP"}
    bare = analysis.tokens[clause].tag
    return bare == "VB" or (bare == "VBP" and single and analysis.tokens[subject or 0].text.lower() not in PLURALS)


def fits(analysis: Analysis, kinds: Kinds, head: int, name: str) -> bool:
    """Whether the noun is of a class of words, or names a party, person or place."""
    if name == "party":
        return party(analysis, kinds, head) is not None
    if name == "person":
        return kinds.get(head) == "person" or (kinds.get(head) == "unknown")
    if name == "place":
        return kinds.get(head) in PLACES or party(analysis, kinds, head) is not None
    lemma = analysis.tokens[head].lemma.lower()
    if name == "country" and (kinds.get(head) == "country" or is_capital(analysis, head)):
        return True
    if lemma in noun_class(name):
        return True
    before = " ".join(analysis.tokens[c].lemma.lower() for c in children(analysis, head, "amod", "compound"))
    return bool(before) and f"{before} {lemma}" in noun_class(name)


def is_capital(analysis: Analysis, head: int) -> bool:
    """Whether a noun with the names before it is a capital."""
    names = [*children(analysis, head, "compound"), head]
    known = entry(" ".join(analysis.tokens[i].text for i in names))
    return known is not None and known.sort == "capital"


def complements(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """The clauses that complete a verb, an infinitive too that the parser took for a purpose ("offered today to host")."""
    later = (c for c in children(analysis, verb, "advcl") if c > verb)
    purpose = (c for c in later if analysis.tokens[c].tag == "VB" or is_wished(analysis, c))
    to = tuple(c for c in purpose if any(analysis.tokens[a].text.lower() == "to" for a in children(analysis, c, "aux")))
    return (*children(analysis, verb, "ccomp", "xcomp"), *to)


def is_wished(analysis: Analysis, clause: int) -> bool:
    """Whether a clause says for whom to do what: "asked for the bridge to be opened", "called for them to go"."""
    opens = any(analysis.tokens[m].text.lower() == "for" for m in children(analysis, clause, "mark"))
    return opens and any(analysis.tokens[a].text.lower() == "to" for a in children(analysis, clause, "aux"))


def by_phone(analysis: Analysis, verb: int) -> bool:
    """Whether it is done by telephone: "by phone", "over the telephone", "in a phone call"."""
    by = (p for o in children(analysis, verb, "dobj") for p in children(analysis, o, "prep"))
    by_object = (p for p in by if analysis.tokens[p].text.lower() == "by")
    for prep in (*children(analysis, verb, "prep", "agent"), *by_object):
        for noun in children(analysis, prep, "pobj"):
            near = {analysis.tokens[i].lemma.lower() for i in (noun, *children(analysis, noun, "compound", "amod"))}
            if near & PHONE:
                return True
            if "call" in near and analysis.tokens[prep].text.lower() in {"in", "during", "over"}:
                return True
    return False


def topic(analysis: Analysis, kinds: Kinds, verb: int, sense: Sense) -> int | None:
    """Head of the words that say what it is about: the complement, a noun after about, on, over, the object."""
    if sense.dealing == "condition" and (needed := set_as_condition(analysis, verb)) is not None:
        return needed
    clauses = sorted(complements(analysis, verb), key=lambda c: analysis.tokens[c].dep == "ccomp")
    clause = next((c for c in clauses if c > verb), None)
    if clause is not None and sense.type in SPEECH:
        return clause
    objects_ = done_to(analysis, kinds, verb)
    if objects_ and sense.places[:1] != ("obj",) and not (sense.type in SPEECH and is_addressed(kinds, objects_[0])):
        return objects_[0]
    for prep in children(analysis, verb, "prep"):
        if analysis.tokens[prep].text.lower() in {"about", "on", "over", "regarding", "against", "for", "to", "of"}:
            noun = child(analysis, prep, "pobj", "pcomp")
            words = analysis.tokens[prep].text.lower()
            if noun is not None and analysis.tokens[noun].ent not in {"DATE", "TIME"} and words not in sense.places:
                return noun
    return clause


def set_as_condition(analysis: Analysis, verb: int) -> int | None:
    """What is made a condition: "made the offer conditional on the withdrawal of …"."""
    for word in children(analysis, verb, "oprd", "ccomp", "acomp", "xcomp"):
        found = prepositional(analysis, word, "on", "upon")
        if found and analysis.tokens[word].lemma.lower() in noun_class("conditional"):
            return found[0]
    return None


def is_addressed(kinds: Kinds, noun: int) -> bool:
    """Whether a noun is somebody spoken to and no thing: "promised both ministers"."""
    return kinds.get(noun) in {"person", "country", "organization"}


def is_speech(sense: Sense) -> bool:
    """Whether an act is done by words; what concludes an agreement is more than words."""
    return sense.type in SPEECH and sense.dealing != "agreement"


def inside_speech(analysis: Analysis, frames: dict[int, Frame], verb: int) -> int | None:
    """The verb of the act that only asks, offers, refuses or threatens this one, which then is no event of its own."""
    last = verb
    for above in ancestors(analysis, verb):
        dep = analysis.tokens[last].dep
        if dep == "prep" and analysis.tokens[last].text.lower() in BACKGROUND:
            return None
        if dep == "advcl" and last in complements(analysis, above):
            dep = "xcomp"
        if dep == "acl" and analysis.tokens[last].tag == "VBN":
            return None  # "demanded the release of the men held by X"
        if dep in {"relcl", "advcl", "parataxis"} or (dep == "conj" and analysis.tokens[above].pos in {"VERB", "AUX"}):
            if dep != "conj":
                return None
            last = above
            continue
        held = frames.get(above)
        if held is not None and held.noun is None and is_speech(held.sense):
            return above if last not in subtree_of_subject(analysis, above) else None
        last = above
    return None


def with_aims(analysis: Analysis, frames: dict[int, Frame], nouns: Iterable[Frame] = ()) -> dict[int, Frame]:
    """Speech acts that name nobody they are aimed at, aimed at those in what they ask, offer, refuse or threaten."""
    found = dict(frames)
    further = ((f.head, f) for f in nouns if f.sense.type in COUNTERPARTS)
    for verb, frame in (*sorted(frames.items()), *further):
        holder = inside_speech(analysis, frames, verb)
        if holder is not None and not found[holder].recipients and not found[holder].sense.mutual:
            own = found[holder].actors
            aims = tuple(p for p in (*frame.recipients, *frame.actors) if p not in own)
            found[holder] = replace(found[holder], recipients=aims)
    return found


def subtree_of_subject(analysis: Analysis, verb: int) -> frozenset[int]:
    """The tokens of a verb's own subject, whose acts are told, not asked."""
    subject = child(analysis, verb, "nsubj", "nsubjpass")
    return frozenset() if subject is None else frozenset(subtree(analysis, subject))
