"""Verbs that tell events: which sense of the lexicon holds, who acts on whom, and about what."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tidings.grammar.events.frame import Frame
from tidings.grammar.events.inside_speech import SPEECH
from tidings.grammar.events.lexicon import Sense, noun_class
from tidings.grammar.events.noun_senses import noun_sense
from tidings.grammar.events.plover import FRIENDLY, HOSTILE, JUDGING
from tidings.grammar.events.roles import Kinds, by_place, doers, done_to, named, noun_sides, verb_agents
from tidings.grammar.events.verb_senses import complements, sense_of
from tidings.grammar.tree import child, children, clause_head, sentence_of, subtree
from tidings.grammar.verbs import is_negated, is_passive, prepositional, subjects
from tidings.lexicon import rows
from tidings.model import Analysis

__all__ = ["frame", "verb_frames"]

WRECKED = frozenset({"plunge", "overturn", "capsize", "derail", "collide", "crash", "skid", "collapse", "sink", "veer"})
ARMED = (noun_class("missile") | noun_class("explosive") | noun_class("weapons") | noun_class("warship")) - {"car"}
PLEDGES = frozenset(
    {"promise", "pledge", "undertake", "guarantee", "commit"}
)  # "promised not to send boats" grants something
NOT_ACTS = frozenset({"amod", "compound", "nmod", "aux", "auxpass"})
REPORTING = frozenset({"confirm", "describe", "recount", "report"})  # tells what others did
HARMFUL = HOSTILE | {"PROTEST", "REJECT"}
DEEDS = HOSTILE | {"RETREAT", "THREATEN"}  # what is done to somebody, who is not blamed for it


def verb_frames(analysis: Analysis, kinds: Kinds) -> Iterator[Frame]:
    """The acts that verbs tell, in text order; whether anybody political takes part is for the caller to judge."""
    for token in analysis.tokens:
        if token.dep in NOT_ACTS or not (token.pos == "VERB" or (token.pos == "ADJ" and token.dep == "acomp")):
            continue
        sense = sense_of(analysis, kinds, token.i)
        if sense is None or is_put_to_use(analysis, token.i):
            continue
        if not (sense.type in HOSTILE | {"PROTEST"} and is_of_nature(analysis, kinds, token.i)):
            yield frame(
                analysis, kinds, token.i, promised(analysis, kinds, token.i, answered(analysis, token.i, sense))
            )


def is_put_to_use(analysis: Analysis, word: int) -> bool:
    """Whether it is told of a thing that it stands ready: "is ready to be deployed"."""
    return analysis.tokens[word].pos == "ADJ" and any(
        is_passive(analysis, c) for c in children(analysis, word, "xcomp")
    )


def is_of_nature(analysis: Analysis, kinds: Kinds, verb: int) -> bool:
    """Whether nobody does it: "the quake that struck the coast", "killed in an accident", "a bus overturned, killing two"."""
    causes = (*doers(analysis, kinds, verb), *prepositional(analysis, verb, "in", "by", "from", "during", "of"))
    return is_of_a_wreck(analysis, verb) or any(
        analysis.tokens[c].lemma.lower() in noun_class("disaster") for c in causes
    )


def is_of_a_wreck(analysis: Analysis, verb: int) -> bool:
    """Whether harm comes of a wreck that nobody meant: "a bus overturned, killing two", not "a drone crashed into a market"."""
    above = analysis.tokens[analysis.tokens[verb].head]
    if analysis.tokens[verb].dep != "advcl" or above.lemma not in WRECKED:
        return False
    wrecked = (analysis.tokens[s].lemma.lower() for s in children(analysis, above.i, "nsubj", "nsubjpass"))
    return child(analysis, above.i, "dobj") is None and ARMED.isdisjoint(wrecked)


def frame(analysis: Analysis, kinds: Kinds, verb: int, sense: Sense) -> Frame:
    """The act of a verb in a sense, with its parties; of an adjective ("is willing to go") the copula is the verb."""
    token = analysis.tokens[verb]
    carries = token.head if token.pos == "ADJ" else verb
    actors = agents_of(analysis, kinds, carries, sense)
    others = judged(analysis, kinds, verb) if sense.type in JUDGING else None
    others = by_place(analysis, kinds, verb, sense.places) if others is None else others
    others = tuple(p for p in others if p not in actors)
    if sense.mode == "visit":
        others = tuple(p for p in hosts(analysis, kinds, verb) if p not in actors) or others
    if sense.mutual:
        actors, others = (*actors, *others), ()
        if len(actors) < 2:
            actors = (*actors, *beside(analysis, kinds, carries, actors))
    trigger = tuple(sorted({verb, *children(analysis, verb, "prt")}))
    return Frame(sense, trigger, carries, sense.base, actors, others, topic(analysis, kinds, verb, sense))


def agents_of(analysis: Analysis, kinds: Kinds, verb: int, sense: Sense) -> tuple[int, ...]:
    """Who acts; nobody, where it befalls the subject or only who reports a deed could: "X reported a raid that, its office said, killed two"."""
    if "subj" in sense.places:
        return ()
    if sense.type in HOSTILE and is_told_by_subject(analysis, verb):
        return ()
    found = verb_agents(analysis, kinds, verb) or goes_on(analysis, kinds, verb) or right_before(analysis, kinds, verb)
    return (speaks_on(analysis, kinds, verb, sure=bool(found)) if sense.type in SPEECH else ()) or found


def goes_on(analysis: Analysis, kinds: Kinds, verb: int) -> tuple[int, ...]:
    """Who did what the sentence tells first, where the parser lost that they did this too: "… called it “a raid on all that we hold” and left"."""
    token = analysis.tokens[verb]
    if token.tag not in {"VBD", "VBZ"} or verb < 2 or analysis.tokens[verb - 1].dep != "cc" or subjects(analysis, verb):
        return ()
    start, _ = sentence_of(analysis, verb)
    main = next((i for i in range(start, verb) if analysis.tokens[i].dep == "ROOT"), None)
    if main is None or is_passive(analysis, main) or is_passive(analysis, verb):
        return ()
    tags = {analysis.tokens[a].tag for a in children(analysis, main, "aux")} or {analysis.tokens[main].tag}
    return verb_agents(analysis, kinds, main) if tags & {"VBD", "VBZ"} else ()


def right_before(analysis: Analysis, kinds: Kinds, verb: int) -> tuple[int, ...]:
    """The party right before a finite verb that has no subject, wherever the parser hung it: "on the site of the bank, Berg accused …"."""
    token = analysis.tokens[verb]
    if token.tag not in {"VBD", "VBZ"} or token.dep in {"relcl", "acl"} or is_passive(analysis, verb):
        return ()
    if subjects(analysis, verb):
        return ()
    at = verb - 1
    while at > 0 and analysis.tokens[at].pos in {"ADV", "AUX"}:
        at -= 1
    known = at >= 0 and kinds.get(at) in {"person", "country", "organization"}
    free = known and analysis.tokens[at].dep in {"appos", "conj", "npadvmod", "dep", "nmod", "ROOT"}
    return (at,) if free and analysis.tokens[at].sentence == token.sentence else ()


def is_told_by_subject(analysis: Analysis, verb: int) -> bool:
    """Whether the act would have its subject from a verb that reports another act: "reported an attack, killing two"."""
    token = analysis.tokens[verb]
    if token.dep not in {"conj", "advcl"} or children(analysis, verb, "nsubj", "nsubjpass"):
        return False
    deeds = (noun_sense(analysis, o) for o in children(analysis, token.head, "dobj"))
    return analysis.tokens[token.head].lemma.lower() in REPORTING and any(s is not None for s in deeds)


def speaks_on(analysis: Analysis, kinds: Kinds, verb: int, *, sure: bool) -> tuple[int, ...]:
    """Who says it, where it goes on from a verb of saying: "said that nothing was agreed, and accused X", "denied that they fired and accused X".

    `sure` asks for more: the clause before has somebody who could say it.
    """
    first = verb
    while analysis.tokens[first].dep == "conj" and analysis.tokens[analysis.tokens[first].head].pos in {"VERB", "AUX"}:
        first = analysis.tokens[first].head
    above = clause_head(analysis, analysis.tokens[first].head)
    tags = analysis.tokens[verb].tag, analysis.tokens[above].tag
    if first == verb or analysis.tokens[first].dep not in {"ccomp", "acl"} or tags[0] not in {"VBD", "VBZ"}:
        return ()
    if first < above:
        return ()  # "they met and agreed to go, she said": who says it stands behind
    parallel = tags[0] == tags[1] and is_saying(analysis, kinds, above) and not is_saying(analysis, kinds, first)
    return verb_agents(analysis, kinds, above) if parallel or not sure else ()


def is_saying(analysis: Analysis, kinds: Kinds, verb: int) -> bool:
    """Whether a verb tells what somebody says."""
    sense = sense_of(analysis, kinds, verb)
    return analysis.tokens[verb].lemma.lower() in sayings() or (sense is not None and sense.type in SPEECH)


@cache
def sayings() -> frozenset[str]:
    """Verbs that report words."""
    return frozenset(verb for verb, kind, *_ in rows("reporting_verbs.tsv") if kind == "say")


def judged(analysis: Analysis, kinds: Kinds, verb: int) -> tuple[int, ...] | None:
    """Whose deed is condemned or praised: who did "the invasion of X by Y", "Y's invasion", never X; None where no deed is."""
    for noun in done_to(analysis, kinds, verb):
        sense = noun_sense(analysis, noun)
        if sense is not None and sense.sense.type in DEEDS:
            doers = noun_sides(analysis, kinds, noun, sense.sense.places)[0]
            return doers or named(
                analysis, kinds, () if is_passive(analysis, verb) else prepositional(analysis, verb, "by")
            )
    return None


def answered(analysis: Analysis, verb: int, sense: Sense) -> Sense:
    """The sense of a refusal by what it answers: who denies a claim that something is so denies it, and refuses nothing."""
    if sense.dealing != "refusal" or analysis.tokens[verb].lemma.lower() != "deny":
        return sense
    for said in children(analysis, verb, "dobj", "nsubjpass"):
        clauses = (c for c in children(analysis, said, "acl", "ccomp") if child(analysis, c, "mark") is not None)
        if analysis.tokens[said].lemma.lower() in noun_class("claim") and any(clauses):
            return replace(sense, mode=None, dealing="denial")
    return sense


def promised(analysis: Analysis, kinds: Kinds, verb: int, sense: Sense) -> Sense:
    """The sense of a promise by what is promised: "vowed to bomb" threatens, "vowed to block the plan" refuses."""
    if sense.dealing != "offer" or sense.type != "AGREE":
        return sense
    clauses = complements(analysis, verb)
    refusal = replace(sense, type="REJECT", mode=None, dealing="refusal")
    main = analysis.tokens[verb].head
    behind = analysis.tokens[verb].dep in {"parataxis", "ccomp"} and verb > main
    if not clauses and behind and is_negated(analysis, main):
        return refusal  # "they will not move, he vowed"
    pledge = analysis.tokens[verb].lemma.lower() in PLEDGES
    if not pledge and any(is_negated(analysis, c) and is_granted(analysis, kinds, c) for c in clauses):
        return refusal  # "swore not to issue a single visa"
    inner = next((s for c in clauses if not is_negated(analysis, c) and (s := sense_of(analysis, kinds, c))), None)
    if inner is None or inner.type not in HARMFUL:
        return sense
    return refusal if inner.type == "REJECT" else replace(sense, type="THREATEN", mode=None, dealing="warning")


def is_granted(analysis: Analysis, kinds: Kinds, clause: int) -> bool:
    """Whether a clause tells what one side yields or grants to another."""
    inner = sense_of(analysis, kinds, clause)
    friendly = inner is not None and inner.type in FRIENDLY and inner.type != "SUPPORT"
    return friendly or analysis.tokens[clause].lemma.lower() in noun_class("granting")


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


def topic(analysis: Analysis, kinds: Kinds, verb: int, sense: Sense) -> int | None:
    """Head of the words that say what it is about: the complement, a noun after about, on, over, the object."""
    if sense.dealing == "condition" and (needed := set_as_condition(analysis, verb)) is not None:
        return needed
    clauses = sorted(complements(analysis, verb), key=lambda c: analysis.tokens[c].dep == "ccomp")
    named_before = child(analysis, verb, "dobj") is not None
    clause = next((c for c in clauses if c > verb and not (named_before and is_set_off(analysis, c))), None)
    answers = analysis.tokens[verb].lemma.lower() == "say"  # "X said yes and Y said no" is not about Y's answer
    if clause is not None and sense.type in SPEECH and not answers:
        return clause
    objects_ = done_to(analysis, kinds, verb)
    if (
        objects_
        and sense.dealing == "offer"
        and (len(objects_) > 1 or is_thing_offered(analysis, kinds, verb, objects_))
    ):
        return objects_[-1]
    deed = sense.mode == "disapprove" and bool(objects_) and not is_addressed(kinds, objects_[0])
    if (
        objects_
        and (deed or sense.places[:1] != ("obj",))
        and not (sense.type in SPEECH and is_addressed(kinds, objects_[0]))
    ):
        return objects_[0]
    for prep in children(analysis, verb, "prep"):
        if analysis.tokens[prep].text.lower() in {"about", "on", "over", "regarding", "against", "for", "to", "of"}:
            noun = child(analysis, prep, "pobj", "pcomp")
            words = analysis.tokens[prep].text.lower()
            if noun is not None and analysis.tokens[noun].ent not in {"DATE", "TIME"} and words not in sense.places:
                return noun
    return clause


def is_thing_offered(analysis: Analysis, kinds: Kinds, verb: int, objects_: tuple[int, ...]) -> bool:
    """Whether the one object of "offer" is no party but what a party has: "offered the port's services"."""
    owned = bool(children(analysis, objects_[0], "poss"))
    return (
        owned and analysis.tokens[verb].lemma.lower() == "offer" and kinds.get(objects_[0]) not in {"person", "country"}
    )


def is_set_off(analysis: Analysis, clause: int) -> bool:
    """Whether a clause stands behind a colon, as a reason: "demanded his release: he had done nothing"."""
    first = min(subtree(analysis, clause, frozenset()), default=clause)
    return first > 0 and analysis.tokens[first - 1].text in {":", ";", "–", "—"}


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
