"""Which sense of a verb holds: the conditions of the lexicon, looked up in the tree."""

from collections.abc import Iterator

from tidings.grammar.events.after_words import in_front
from tidings.grammar.events.lexicon import Sense, noun_class, senses_of
from tidings.grammar.events.roles import Kinds, given, party, told_of
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.tree import child, children, conjuncts
from tidings.grammar.verbs import PAST, is_negated, modal, objects, particle, prepositional, subjects, tense
from tidings.model import Analysis

__all__ = [
    "by_phone",
    "complements",
    "is_at_fault",
    "is_expected",
    "is_for_harm",
    "is_ruled_out",
    "sense_of",
    "time_given_to",
]

PHONE = frozenset({"phone", "telephone", "videolink", "videoconference", "video"})
PLACES = frozenset({"place", "country", "organization", "vessel"})
PLURALS = frozenset({"i", "we", "you", "they"})
BLAMED = frozenset({"blame", "culpable", "guilty", "responsible"})
BARE = frozenset({"intj", "advmod"})
ANSWERS = {
    "yes": Sense("AGREE", None, ("to",), "acceptance"),
    "no": Sense("REJECT", None, ("to",), "refusal"),
}
SPANS = frozenset({"hour", "day", "week", "month"})


def sense_of(analysis: Analysis, kinds: Kinds, verb: int) -> Sense | None:
    """The first sense of the verb's lemma whose conditions hold."""
    token = analysis.tokens[verb]
    if token.lemma.lower() == "say":
        return plain_answer(analysis, verb)
    for sense in senses_of(token.lemma.lower()):
        if all(holds(analysis, kinds, verb, condition) for condition in sense.conditions):
            phrasal = any(c.startswith("prt:") for c in sense.conditions)
            if phrasal or particle(analysis, verb) is None:
                return sense.sense if sense.sense.type != "-" else None
    return None


def plain_answer(analysis: Analysis, verb: int) -> Sense | None:
    """What "said yes" and "said no" do; no row, for what the encoder sees in "said" hangs on "say" having none."""
    tokens = analysis.tokens
    after = tokens[min(verb + 1, len(tokens) - 1)]
    if after.text.lower() in ANSWERS and after.dep in BARE:
        return ANSWERS[after.text.lower()]  # wherever a parse hangs it: "X said yes and Y said no"
    beside = (c for c in analysis.children[verb] if tokens[c].dep in BARE and tokens[c].text.lower() in ANSWERS)
    own = (c for c in beside if c == 0 or tokens[c - 1].lemma.lower() != "say")
    return next((ANSWERS[tokens[c].text.lower()] for c in own), None)


def is_ruled_out(analysis: Analysis, kinds: Kinds, verb: int) -> bool:
    """Whether the lexicon says of the verb, with what stands around it, that it tells no act."""
    for sense in senses_of(analysis.tokens[verb].lemma.lower()):
        if all(holds(analysis, kinds, verb, condition) for condition in sense.conditions):
            return sense.sense.type == "-"
    return False


def holds(analysis: Analysis, kinds: Kinds, verb: int, condition: str) -> bool:
    """Whether one condition of the lexicon holds at a verb."""
    name, _, wanted = condition.partition(":")
    match name:
        case "obj":
            told = (*told_of(analysis, kinds, verb), *given(analysis, verb))
            heads = [h for h in told if not is_oneself(analysis, h)]
            return bool(heads) and (not wanted or any(fits(analysis, kinds, h, wanted[1:]) for h in heads))
        case "comp":
            clauses = complements(analysis, verb)
            if not wanted:
                return bool(clauses)
            wide = (d for c in clauses for d in (c, *objects(analysis, c)))
            return any(analysis.tokens[c].lemma.lower() in noun_class(wanted[1:]) for c in wide)
        case "subj":
            return any(fits(analysis, kinds, s, wanted[1:]) for s in subjects(analysis, verb))
        case "theirs":
            clauses = children(analysis, verb, "ccomp", "xcomp")
            doing = [s for c in clauses for s in children(analysis, c, "nsubj", "nsubjpass")]
            return any(not wanted or fits(analysis, kinds, s, wanted[1:]) for s in doing)
        case "inf":
            return any(analysis.tokens[c].tag == "VB" for c in children(analysis, verb, "xcomp"))
        case "prt":
            return has_particle(analysis, verb, wanted)
        case "prep" | "from":
            word, _, kind = ("from:" + wanted if name == "from" else wanted).partition(":")
            return has_phrase(analysis, kinds, verb, word, kind[1:])
        case "at":
            at = (verb, *children(analysis, verb, "dobj", "nsubjpass"))
            word, _, kind = wanted.partition(":")
            return any(has_phrase(analysis, kinds, i, word, kind[1:]) for i in at)
        case "phone":
            return by_phone(analysis, verb)
        case "noobj":
            return child(analysis, verb, "dobj", "oprd") is None
        case "several":
            return any(len(conjuncts(analysis, s)) > 1 or is_plural(analysis, s) for s in subjects(analysis, verb))
        case "negated":
            return is_negated(analysis, verb)
        case "passive":
            return child(analysis, verb, "auxpass", "nsubjpass") is not None
        case "active":
            return child(analysis, verb, "auxpass", "nsubjpass") is None
        case "nooprd":
            named = child(analysis, verb, "oprd", "acomp", "attr", "ccomp", "xcomp") is not None
            return not named and not any(is_quoted_name(analysis, o) for o in objects(analysis, verb))
        case "plain":
            unnamed = any(analysis.tokens[c].lemma in {"name", "identify"} for c in complements(analysis, verb))
            said = children(analysis, verb, "ccomp", "advcl")
            if is_asked_by_reporters(analysis, verb) or asks(analysis, verb):
                return False
            return not unnamed and not any(is_question(analysis, c) or is_beside(analysis, verb, c) for c in said)
        case "proposal":
            return any(is_proposal(analysis, c) for c in complements(analysis, verb))
        case "past":  # "ruled out that they had fired"
            return any(
                modal(analysis, c) is None and tense(analysis, c) in PAST for c in children(analysis, verb, "ccomp")
            )
        case "should":
            return any(demanded(analysis, c) for c in children(analysis, verb, "ccomp"))
        case "blaming":
            return any(lays_blame(analysis, c) for c in children(analysis, verb, "ccomp"))
        case "delay":
            return any(
                analysis.tokens[a].lemma.lower() in noun_class(wanted[1:]) for a in time_given_to(analysis, verb)
            )
        case "oprd":
            behind = (
                a for o in objects(analysis, verb) for a in children(analysis, o, "amod", "acl", "advcl") if a > o
            )
            found = (*children(analysis, verb, "oprd", "attr", "acomp", "ccomp", "xcomp"), *behind)
            return any(analysis.tokens[c].lemma.lower() in noun_class(wanted[1:]) for c in found)
        case _:
            return False


def has_particle(analysis: Analysis, verb: int, word: str) -> bool:
    """Whether a word hangs on the verb as its particle, whatever the parser took it for: "work out a deal"."""
    return any(analysis.tokens[c].text.lower() == word for c in children(analysis, verb, "prt", "advmod", "prep"))


def is_plural(analysis: Analysis, head: int) -> bool:
    """Whether a subject is more than one: "the two ministers", "they"."""
    return analysis.tokens[head].tag in {"NNS", "NNPS"} or analysis.tokens[head].text.lower() in {"they", "both"}


def has_phrase(analysis: Analysis, kinds: Kinds, verb: int, word: str, kind: str) -> bool:
    """Whether a phrase with a preposition hangs on the verb, with a noun of a kind where one is asked for."""
    if word == "for" and not kind and any(is_wished(analysis, c) for c in children(analysis, verb, "advcl")):
        return True
    if word == "before" and any(fits(analysis, kinds, n, kind) if kind else True for n in in_front(analysis, verb)):
        return True
    return any(
        fits(analysis, kinds, noun, kind) if kind else word != "on" or analysis.tokens[noun].ent != "DATE"
        for prep in phrases_at(analysis, verb)
        if analysis.tokens[prep].text.lower() == word
        for noun in (children(analysis, prep, "pobj") or ((prep,) if not kind else ()))
    )


def phrases_at(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """The prepositions that hang on a verb, on the particle that belongs to it or on a time: "pulled out of", "met for an hour with"."""
    own = children(analysis, verb, "prep", "agent", "dative")
    beside = (c for c in children(analysis, verb, "prt", "advmod", "prep") if not children(analysis, c, "pobj"))
    times = (n for p in own for n in children(analysis, p, "pobj") if analysis.tokens[n].ent in {"DATE", "TIME"})
    return (*own, *(p for c in (*beside, *times) for p in children(analysis, c, "prep")))


def time_given_to(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """The acts for which somebody is given a span of time: "gave them two days to leave"."""
    spans = [c for c in children(analysis, verb, "dobj", "npadvmod") if analysis.tokens[c].lemma in SPANS]
    purposes = [c for c in children(analysis, verb, "advcl") if spans and analysis.tokens[c].tag == "VB"]
    below = (a for c in spans for a in children(analysis, c, "acl", "relcl"))
    return (*children(analysis, verb, "xcomp"), *purposes, *below)


def is_oneself(analysis: Analysis, head: int) -> bool:
    """Whether the object is who does it: "they only defended themselves"."""
    return analysis.tokens[head].text.lower().endswith(("self", "selves")) and analysis.tokens[head].pos == "PRON"


def is_quoted_name(analysis: Analysis, head: int) -> bool:
    """Whether quoted words stand right behind the object, whatever the parser makes of them: "called her 'a good friend'"."""
    after = head + 1
    return after < len(analysis.tokens) and analysis.tokens[after].tag == "``"


def is_question(analysis: Analysis, clause: int) -> bool:
    """Whether a clause is an indirect question: "asked what had changed"."""
    words = (analysis.tokens[c] for c in analysis.children[clause] if c < clause)
    return any(t.tag in {"WP", "WRB", "WDT"} or t.text.lower() in {"whether", "if"} for t in words)


def is_asked_by_reporters(analysis: Analysis, verb: int) -> bool:
    """Whether a participle before the answer names nobody who asks: "asked for her view, the minister said"."""
    token = analysis.tokens[verb]
    by = child(analysis, verb, "agent", "nsubj", "nsubjpass", "aux", "auxpass")
    return token.tag == "VBN" and token.dep == "advcl" and by is None and verb < token.head


def asks(analysis: Analysis, verb: int) -> bool:
    """Whether the sentence gives the words of a question: "Is it true?" he asked."""
    start, end = analysis.sentences[analysis.tokens[verb].sentence]
    return any(t.text == "?" for t in analysis.tokens[start:end])


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
        return mood in {"should", "must", "shall"} and not is_expected(analysis, clause)
    subject = child(analysis, clause, "nsubj", "nsubjpass")
    if any(analysis.tokens[a].text.lower() == "be" for a in children(analysis, clause, "auxpass")):
        return not children(analysis, clause, "aux")  # "that the men be freed"
    single = subject is not None and analysis.tokens[subject].tag in {"NN", "NNP", "PRP"}
    if any(analysis.tokens[a].lemma == "do" for a in children(analysis, clause, "aux")):
        return False  # "insisted that she did meet them", "said that it does not leave"
    bare = analysis.tokens[clause].tag
    return bare == "VB" or (bare == "VBP" and single and analysis.tokens[subject or 0].text.lower() not in PLURALS)


def lays_blame(analysis: Analysis, clause: int) -> bool:
    """Whether a clause says of its subject that it is to blame: "was at fault", "had been responsible for the leak"."""
    if analysis.tokens[clause].lemma != "be":
        return False
    if is_at_fault(analysis, clause):
        return True
    said = ((c, analysis.tokens[c].lemma.lower()) for c in children(analysis, clause, "acomp", "attr", "xcomp"))
    return any(word in BLAMED and (word != "responsible" or is_for_harm(analysis, c)) for c, word in said)


def is_at_fault(analysis: Analysis, verb: int) -> bool:
    """Whether somebody "is at fault"."""
    return any(analysis.tokens[n].lemma.lower() == "fault" for n in prepositional(analysis, verb, "at"))


def is_for_harm(analysis: Analysis, word: int) -> bool:
    """Whether one is "responsible for the deaths", not "for the schools"."""
    done = prepositional(analysis, word, "for")
    return any(analysis.tokens[n].lemma.lower() in noun_class("harm") for n in done) or any(
        analysis.tokens[c].tag == "VBG"
        for p in children(analysis, word, "prep")
        for c in children(analysis, p, "pcomp")
    )


def is_expected(analysis: Analysis, clause: int) -> bool:
    """Whether it is only thought likely: "should be fit to play", "should arrive soon"."""
    state = child(analysis, clause, "acomp")
    return state is not None and analysis.tokens[state].lemma.lower() in noun_class("expected")


def fits(analysis: Analysis, kinds: Kinds, head: int, name: str) -> bool:
    """Whether the noun is of a class of words, or names a party, person or place."""
    if name == "party":
        return party(analysis, kinds, head) is not None
    if name == "person":
        unknown = kinds.get(head) == "unknown" and analysis.tokens[head].text.lower() != "it"
        return kinds.get(head) == "person" or unknown
    if name == "place":
        return kinds.get(head) in PLACES or party(analysis, kinds, head) is not None
    lemma = analysis.tokens[head].lemma.lower()
    if name == "country" and (kinds.get(head) == "country" or is_capital(analysis, head)):
        return True
    if name == "terms" and analysis.tokens[head].ent in {"MONEY", "PERCENT"}:
        return True
    if lemma in noun_class(name) or (name == "vessel" and kinds.get(head) == "vessel"):
        return True
    if kinds.get(head) == "person" and not noun_class(name).isdisjoint(offices(analysis, head)):
        return True
    before = [analysis.tokens[c].lemma.lower() for c in children(analysis, head, "amod", "compound")]
    pairs = {f"{' '.join(before)} {lemma}", *(f"{word} {lemma}" for word in (*before[:1], *before[-1:]))}
    pairs |= {f"{word}-{lemma}" for word in before[-1:]}  # "sit-in" is parted by the tokenizer
    return bool(before) and not noun_class(name).isdisjoint(pairs)


def offices(analysis: Analysis, head: int) -> Iterator[str]:
    """What a named person is told to be: "Ambassador Ann Berg", "the ambassador, Ann Berg", "Ann Berg, the ambassador"."""
    token = analysis.tokens[head]
    if token.pos != "PROPN":
        return
    told = (*children(analysis, head, "compound", "appos"), *([token.head] if token.dep == "appos" else []))
    for i in told:
        before = (analysis.tokens[c].lemma.lower() for c in children(analysis, i, "compound", "amod"))
        word = analysis.tokens[i].lemma.lower()
        yield from (word, *(f"{one} {word}" for one in before))


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
    return (*children(analysis, verb, "ccomp", "xcomp"), *to, *disowned(analysis, verb))


def disowned(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """What somebody denies having done, where words put in part it from the verb: "denied, however, having dropped the demand"."""
    if analysis.tokens[verb].lemma.lower() != "deny" or children(analysis, verb, "dobj", "ccomp", "xcomp"):
        return ()
    return tuple(
        c
        for c in children(analysis, verb, "advcl")
        if c > verb and any(analysis.tokens[a].text.lower() == "having" for a in analysis.children[c])
    )


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
