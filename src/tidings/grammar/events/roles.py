"""Who the parties of an act are: from the words in the roles of a verb or noun to the mentions that name them."""

from collections.abc import Collection, Iterable, Mapping

from tidings.grammar.events.after_words import after, after_amount
from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.events.likened import is_only_likened
from tidings.grammar.own_people import acts_alone
from tidings.grammar.tree import child, children, conjuncts, first_conjunct, subtree
from tidings.grammar.verbs import (
    agents,
    is_passive,
    objects,
    passive_agent,
    patients,
    prepositional,
    recipients,
    subjects,
)
from tidings.model import Analysis

__all__ = [
    "Kinds",
    "by_place",
    "doers",
    "done_to",
    "given",
    "named",
    "noun_agents",
    "noun_parties",
    "noun_sides",
    "party",
    "told_of",
    "verb_agents",
]

Kinds = Mapping[int, str]
"""Head token of each mention to the kind of what it names."""

RESOLVED = frozenset({"commit", "dedicate", "devote", "prepare", "resolve"})
INNER = ("poss", "nmod", "compound", "amod", "appos")
LEAVING = noun_class("leaving_noun")  # "the withdrawal from the ridge": nobody acts who stands after "from"
DEEPEST = 3  # nouns below nouns: "the head of the staff of the army of …"


def party(analysis: Analysis, kinds: Kinds, head: int, depth: int = 0) -> int | None:
    """The mention that names the party in a noun phrase: its head, else who owns, qualifies or is counted by it.

    "Ruritanian troops" and "the government of Ruritania" act for Ruritania.
    """
    if is_only_likened(analysis, head):
        return None
    if (called := own_name(analysis, kinds, head)) is not None:
        return called
    if head in kinds:
        return head
    token = analysis.tokens[head]
    if depth == DEEPEST or token.pos == "VERB" or token.lemma.lower() in noun_class("beside_party"):
        return None
    alone = acts_alone(analysis, head)
    for label in INNER:
        for inner in children(analysis, head, label) if not alone or label != "poss" else ():
            found = party(analysis, kinds, inner, depth + 1)
            if found is not None and (not alone or label == "appos" or kinds[found] == "country"):
                return found
    if alone:
        return None  # "the captors of X", "X's employer": it is not X who acts
    for noun in prepositional(analysis, head, "of"):
        named_ = [c for c in children(analysis, noun, "appos") if kinds.get(c) == "person"]
        found = named_[0] if named_ and kinds.get(noun) != "person" else party(analysis, kinds, noun, depth + 1)
        if found is not None:
            return found
    return None


def own_name(analysis: Analysis, kinds: Kinds, head: int) -> int | None:
    """The name that a body is said to go by: "a group calling itself the Reed Guard", "a movement known as the Reed Guard"."""
    for clause in children(analysis, head, "acl"):
        lemma = analysis.tokens[clause].lemma.lower()
        names: tuple[int, ...] = ()
        if lemma == "call" or lemma == "name":
            names = children(analysis, clause, "oprd")
        elif lemma == "know":
            names = prepositional(analysis, clause, "as")
        found = next((n for n in names if n in kinds and analysis.tokens[n].pos == "PROPN"), None)
        if found is not None and analysis.tokens[head].pos == "NOUN":
            return found
    return None


def named(analysis: Analysis, kinds: Kinds, heads: Iterable[int]) -> tuple[int, ...]:
    """The mentions that name the parties in these noun phrases, each once; "the two ministers, A and B" gives A and B."""
    found: list[int] = []
    for head in heads:
        noun = antecedent(analysis, kinds, head)
        beside = child(analysis, noun, "appos")
        common = analysis.tokens[noun].pos == "NOUN"
        several = conjuncts(analysis, beside) if beside is not None and (common or noun not in kinds) else ()
        mentions = [party(analysis, kinds, h) for h in several if h in kinds] or [party(analysis, kinds, noun)]
        found.extend(m for m in mentions if m is not None and m not in found)
    return tuple(found)


def related(analysis: Analysis, head: int) -> tuple[int, ...]:
    """The head, or, for a plural "who" after "A and B", the nouns joined before the one that it hangs on."""
    token = analysis.tokens[head]
    clause = analysis.tokens[token.head]
    noun = analysis.tokens[clause.head]
    plural = any(analysis.tokens[c].text.lower() in {"were", "are", "have"} for c in children(analysis, clause.i))
    if token.tag not in {"WDT", "WP"} or clause.dep != "relcl" or noun.dep != "conj" or not plural:
        return (head,)
    return (*(h for h in conjuncts(analysis, first_conjunct(analysis, noun.i)) if h < noun.i), head)


def antecedent(analysis: Analysis, kinds: Kinds, head: int) -> int:
    """The noun that a relative pronoun stands for: for "who", the person right before it or above ("a pilot of X, who …")."""
    token = analysis.tokens[head]
    above = analysis.tokens[token.head]
    if token.tag not in {"WDT", "WP"} or above.dep != "relcl":
        return head
    if token.text.lower() != "who":
        return above.head
    before = head - 2 if head > 1 and analysis.tokens[head - 1].text == "," else head - 1
    return before if kinds.get(before) == "person" else person_above(analysis, kinds, above.head)


def person_above(analysis: Analysis, kinds: Kinds, noun: int) -> int:
    """`noun`, or, where it is a thing or body, the person it qualifies."""
    at = noun
    for _ in range(2 * DEEPEST):
        if kinds.get(at) in {"person", "unknown"}:
            return at
        token = analysis.tokens[at]
        if token.dep not in {"pobj", "prep", "appos", "compound", "nmod"}:
            break
        at = token.head
    return at if kinds.get(at) == "person" else noun


def verb_agents(analysis: Analysis, kinds: Kinds, verb: int) -> tuple[int, ...]:
    """The mentions that do what the verb tells."""
    return named(analysis, kinds, doers(analysis, kinds, verb))


def doers(analysis: Analysis, kinds: Kinds, verb: int) -> tuple[int, ...]:
    """Who acts: as `agents`, but a relative clause tells it of the one noun before it."""
    by = passive_agent(analysis, verb) if is_passive(analysis, verb) else aiming(analysis, verb)
    return by if by or (is_passive(analysis, verb) and not is_resolve(analysis, verb)) else own(analysis, kinds, verb)


def aiming(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """Whose aim an infinitive behind a noun tells: "its plan to shut the bridge", "X dropped a threat to leave"; () elsewhere."""
    token = analysis.tokens[verb]
    noun = analysis.tokens[token.head]
    if token.dep != "acl" or token.tag != "VB" or noun.lemma.lower() not in noun_class("aimed"):
        return ()
    if child(analysis, verb, "nsubj", "nsubjpass", "mark") is not None:
        return ()
    whose = children(analysis, noun.i, "poss") or prepositional(analysis, noun.i, "of", "by")
    return whose or (subjects(analysis, noun.head) if is_own_aim(analysis, noun.i) else ())


def is_own_aim(analysis: Analysis, noun: int) -> bool:
    """Whether who acts on an aim is whose aim it is: "announced plans to", not "rejected a plan to"."""
    above = analysis.tokens[analysis.tokens[noun].head]
    return analysis.tokens[noun].dep == "dobj" and above.lemma.lower() in noun_class("on_own_aim")


def is_resolve(analysis: Analysis, verb: int) -> bool:
    """Whether the passive tells what its subject is set on: "is committed to leaving"."""
    return analysis.tokens[verb].lemma.lower() in RESOLVED and not passive_agent(analysis, verb)


def done_to(analysis: Analysis, kinds: Kinds, verb: int) -> tuple[int, ...]:
    """To whom or what it is done: as `patients`, with what a relative pronoun stands for in its place."""
    if is_passive(analysis, verb) and is_resolve(analysis, verb):
        return ()
    found = own(analysis, kinds, verb) if is_passive(analysis, verb) else objects(analysis, verb)
    if analysis.tokens[verb].dep == "acl" and is_passive(analysis, verb):
        found = patients(analysis, verb)
    if not found and (is_told_of_noun(analysis, verb) or is_without_pronoun(analysis, verb)):
        found = (analysis.tokens[verb].head,)
    return tuple(counted(analysis, antecedent(analysis, kinds, head)) for head in found)


def given(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """What somebody is given or refused, told as theirs: "was granted asylum", "were denied entry"."""
    return children(analysis, verb, "dobj") if child(analysis, verb, "nsubjpass") is not None else ()


def is_told_of_noun(analysis: Analysis, verb: int) -> bool:
    """Whether the parser took "a charge that X rejected" for a charge of which X is the content."""
    token = analysis.tokens[verb]
    that = any(analysis.tokens[c].text.lower() == "that" for c in children(analysis, verb, "mark"))
    whole = bool(children(analysis, verb, "ccomp", "xcomp", "prt"))
    return that and token.dep == "acl" and token.tag in {"VBD", "VBZ", "VBP"} and not whole


def is_without_pronoun(analysis: Analysis, verb: int) -> bool:
    """Whether a clause tells what is done to the noun before it: "the aid it froze", not "the day it left", "the town they met in"."""
    token = analysis.tokens[verb]
    noun = analysis.tokens[token.head]
    if token.dep != "relcl" or is_passive(analysis, verb) or noun.pos != "NOUN" or noun.ent in {"DATE", "TIME"}:
        return False
    subject = child(analysis, verb, "nsubj")
    if subject is None or analysis.tokens[subject].tag in {"WDT", "WP"} or noun.lemma.lower() in noun_class("occasion"):
        return False
    hung = children(analysis, verb, "advmod", "mark", "prep", "ccomp", "xcomp", "attr", "acomp")
    opens = min(subtree(analysis, subject), default=subject)
    dangling = any(
        analysis.tokens[c].dep in {"ccomp", "xcomp", "attr", "acomp"}
        or (analysis.tokens[c].dep == "prep" and not analysis.children[c])
        or (c < opens and c > token.head)
        for c in hung
    )
    return not dangling


def counted(analysis: Analysis, head: int) -> int:
    """What a number or a word for one counts: "two of its envoys", "a total of nine envoys" are of envoys."""
    token = analysis.tokens[head]
    number = token.tag == "CD" or token.lemma.lower() in noun_class("number_of")
    return next(iter(prepositional(analysis, head, "of")), head) if number else head


def told_of(analysis: Analysis, kinds: Kinds, verb: int) -> tuple[int, ...]:
    """As `done_to`, with the nouns further up that "which" may stand for: "a pact on the use of the dam, which …"."""
    found = list(done_to(analysis, kinds, verb))
    object_ = child(analysis, verb, "dobj", "nsubjpass")
    if object_ is not None and analysis.tokens[object_].tag == "WDT" and found:
        at = found[0]
        for _ in range(2 * DEEPEST):
            if analysis.tokens[at].dep not in {"pobj", "prep", "conj", "appos"}:
                break
            at = analysis.tokens[at].head
            if analysis.tokens[at].pos in {"NOUN", "PROPN"}:
                found.append(at)
    return tuple(found)


def own(analysis: Analysis, kinds: Kinds, verb: int) -> tuple[int, ...]:
    """The verb's subjects; of a relative clause that opens with its subject, the one noun that it follows."""
    token = analysis.tokens[verb]
    subject = child(analysis, verb, "nsubj", "nsubjpass")
    if subject is not None and (stressed := cleft(analysis, verb, subject)):
        return stressed
    if token.dep == "relcl" and subject is not None and analysis.tokens[subject].tag in {"WDT", "WP"}:
        return tuple(antecedent(analysis, kinds, head) for head in related(analysis, subject))
    return tuple(kin(analysis, head, verb) for head in subjects(analysis, verb))


def cleft(analysis: Analysis, verb: int, subject: int) -> tuple[int, ...]:
    """Who did it by "it was B that did it", "it was not A but B that …", "it was B, not A, who …"; () elsewhere."""
    above = analysis.tokens[verb].head
    copula = analysis.tokens[above].head if analysis.tokens[verb].dep == "relcl" else above
    opens = child(analysis, copula, "nsubj")
    said = child(analysis, copula, "attr")
    if analysis.tokens[copula].lemma != "be" or opens is None or said is None or opens > copula:
        return ()
    if (
        analysis.tokens[opens].text.lower() != "it"
        or analysis.tokens[subject].tag not in {"WDT", "WP"}
        or subject < said
    ):
        return ()
    but = any(analysis.tokens[c].text.lower() == "but" for c in children(analysis, said, "cc"))
    return children(analysis, said, "conj") if but else conjuncts(analysis, said)


def kin(analysis: Analysis, head: int, verb: int) -> int:
    """The subject; where the parser took "X, whose son was killed" for X, the son; of "her lawyer X", which it took for two, X."""
    for name in children(analysis, verb, "nsubj", "nsubjpass"):
        if analysis.tokens[name].pos == "PROPN" and min(subtree(analysis, name), default=name) == head + 1:
            return name
    for noun in children(analysis, head, "appos"):
        if head < noun < verb and any(analysis.tokens[c].tag == "WP$" for c in children(analysis, noun, "poss")):
            return noun
    return head


def complement_subjects(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """The subjects of the clauses that complete a verb, of a passive who is to do it: "that the ship be released by Chile" asks nothing of the ship."""
    found: list[int] = []
    for clause in children(analysis, verb, "ccomp"):
        found.extend(agents(analysis, clause))
    return tuple(found)


def owners(analysis: Analysis, kinds: Kinds, verb: int) -> tuple[int, ...]:
    """Who owns or qualifies what a verb is done to: "seized X's ship"."""
    found: list[int] = []
    for noun in done_to(analysis, kinds, verb):
        found.extend(c for label in ("poss", "nmod", "compound", "amod") for c in children(analysis, noun, label))
    return tuple(found)


def by_place(analysis: Analysis, kinds: Kinds, verb: int, places: Iterable[str]) -> tuple[int, ...]:
    """The recipients of a verb's act: the first of `places` where a mention stands."""
    for place in places:
        heads: tuple[int, ...]
        if place == "obj":
            heads = done_to(analysis, kinds, verb)
        elif place in {"iobj", "dative"}:
            heads = recipients(analysis, verb)
            if not heads and given(analysis, verb):
                heads = done_to(analysis, kinds, verb)
        elif place == "poss":
            heads = owners(analysis, kinds, verb)
        elif place == "subj":
            heads = own(analysis, kinds, verb)
        elif place == "xsubj":
            heads = complement_subjects(analysis, verb)
        else:
            heads = after(analysis, verb, place)
            wished = prepositional(analysis, verb, "for") if place != "of" else ()  # "asked for an answer from X"
            told = own(analysis, kinds, verb) if place == "between" else ()  # "the truce between A and B held"
            for noun in (*told_of(analysis, kinds, verb), *wished, *told):
                heads = heads or after(analysis, noun, place) or after_amount(analysis, noun, place)
        found = named(analysis, kinds, heads)
        if found:
            return found
    return ()


def noun_agents(analysis: Analysis, kinds: Kinds, noun: int) -> tuple[int, ...]:
    """Who does what a noun tells: its owner, who stands after "by", the demonym before it."""
    by = named(analysis, kinds, prepositional(analysis, noun, "by")) or named(analysis, kinds, makers(analysis, noun))
    if by:
        return by
    for label in ("poss", "amod", "compound", "nmod"):
        owner = child(analysis, noun, label)
        while owner is not None:
            found = named(analysis, kinds, conjuncts(analysis, owner))
            if found:
                return found
            owner = next((c for c in children(analysis, noun, label) if c > owner), None)
    leaves = analysis.tokens[noun].lemma.lower() in LEAVING
    return () if leaves else named(analysis, kinds, prepositional(analysis, noun, "from"))


def makers(analysis: Analysis, noun: int) -> tuple[int, ...]:
    """Who made what a noun tells, by a participle behind it: "a plan drawn up by X", "an appeal signed by X"."""
    made = (c for c in children(analysis, noun, "acl") if analysis.tokens[c].lemma.lower() in noun_class("making"))
    return next((by for c in made if (by := passive_agent(analysis, c))), ())


def noun_sides(
    analysis: Analysis, kinds: Kinds, noun: int, places: Collection[str]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who does a noun's act and to whom: the owner suffers "X's invasion by Y" and, for nouns with "poss", "X's arrest"."""
    doers, others = noun_agents(analysis, kinds, noun), noun_parties(analysis, kinds, noun, places)
    if others or not {"of", "poss"} & set(places):
        return doers, others
    owners = named(analysis, kinds, children(analysis, noun, "poss"))
    if doers != owners:
        return doers, owners
    suffered = "poss" in places and not prepositional(analysis, noun, "of")  # but "her release of the records"
    return ((), owners) if suffered else (owners, ())


def noun_parties(analysis: Analysis, kinds: Kinds, noun: int, places: Iterable[str]) -> tuple[int, ...]:
    """The other parties of a noun's act, by its prepositions, in the order of `places`; "between" gives them all."""
    for place in places:
        found = named(analysis, kinds, after(analysis, noun, place))
        if found:
            return found
    return ()
