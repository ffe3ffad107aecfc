"""What a verb's tree says: who acts, on whom, whether it is passive, negated, in which tense and mood."""

from typing import Literal

from tidings.grammar.mute import asker_above
from tidings.grammar.tree import child, children, clause_head, conjuncts, is_clause
from tidings.model import Analysis

__all__ = [
    "BLAMING",
    "FINITE",
    "PAST",
    "TENSED",
    "Tense",
    "agents",
    "governor",
    "is_negated",
    "is_order",
    "is_passive",
    "marker",
    "modal",
    "objects",
    "particle",
    "passive_agent",
    "patients",
    "prepositional",
    "recipients",
    "subjects",
    "tense",
    "was_to_have",
]

Tense = Literal["past", "perfect", "pluperfect", "present", "future", "conditional", "infinitive", "participle"]
PAST: frozenset[Tense] = frozenset({"past", "perfect", "pluperfect"})
OPENING = frozenset({'"', "“", "«", "''", "``", "‘", "'"})
NEGATORS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
TENSED = frozenset({"VBD", "VBP", "VBZ"})  # tags of a verb that shows its tense
FINITE = TENSED | {"MD"}  # tags of a verb that has a subject of its own
HELD_BY = frozenset({"of", "for", "from", "into", "against"})  # "stopped him from going": who goes is the object
PROMISING = frozenset({"promise", "vow", "swear", "guarantee"})
ASSURING = frozenset({"admit", "assure", "complain", "confess", "confirm", "declare", "explain", "insist", "state"})
BEFALLING = frozenset({"accuse", "acquit", "convict", "extradite", "imprison", "indict", "jail", "sentence", "suspect"})
BEFALLEN_BY = frozenset({"for", "of", "to"})
BLAMING = frozenset({"accuse", "acquit", "blame", "clear", "convict", "suspect"})


def own_subject(analysis: Analysis, verb: int) -> int | None:
    """The subject that hangs on the verb itself."""
    return child(analysis, verb, *SUBJECTS)


def subjects(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """The grammatical subjects of a verb, conjoined ones apart; those it shares with or owes to another verb too.

    "He came and went", "she agreed to go", "the man who left" (the noun), "planning to leave, they …". What cannot speak
    demands nothing: that is the one who tells of it.
    """
    found = parsed_subjects(analysis, verb)
    above = asker_above(analysis, verb, found)
    return found if above is None else parsed_subjects(analysis, above)


def parsed_subjects(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """The subjects as the parse has them."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        found = own_subject(analysis, verb)
        token = analysis.tokens[verb]
        if found is not None:
            subject = analysis.tokens[found]
            if token.dep == "relcl" and subject.tag in {"WDT", "WP"}:
                return conjuncts(analysis, token.head)
            return conjuncts(analysis, found)
        if token.dep == "xcomp":
            # "urged him to go": who goes is the object of the verb above, if it has one.
            held = child(analysis, token.head, "dobj", "dative")
            own = (
                analysis.tokens[token.head].lemma.lower() in PROMISING
            )  # "promised them to go": who goes is who promises
            if held is not None and not own and not is_passive(analysis, token.head) and held < verb:
                return conjuncts(analysis, held)
            asked = (
                prepositional(analysis, token.head, "on", "upon", "to")
                if asks_by_preposition(analysis, token.head)
                else ()
            )
            if asked and asked[0] < verb:
                return asked
            verb = token.head
        elif token.dep == "advcl" and is_order(analysis, verb):
            return ()  # "Send us help," she wrote
        elif token.dep in {"conj", "advcl"} and analysis.tokens[token.head].pos in {"VERB", "AUX"}:
            nearer = blamed_act(analysis, verb) if token.dep == "advcl" and token.tag == "VBG" else None
            verb = token.head if nearer is None else nearer
        elif token.dep == "acomp":
            verb = token.head  # "is due to visit"
        elif token.dep == "pcomp":
            above = clause_head(analysis, token.head)
            if (held := held_object(analysis, verb, above)) is not None:
                return conjuncts(analysis, held)
            verb = above
        elif token.dep == "acl" and (token.tag in {"VBG", "VBD"} or is_assuring(analysis, verb)):
            return conjuncts(analysis, token.head)  # "X, which abstained, offered to help" may come as a clause on X
        else:
            return ()
    return ()


def is_order(analysis: Analysis, verb: int) -> bool:
    """Whether a bare verb opens its sentence or what stands in quote marks: "Free the men, she said"."""
    token = analysis.tokens[verb]
    first = analysis.sentences[token.sentence][0] == verb or (verb > 0 and analysis.tokens[verb - 1].text in OPENING)
    return token.tag == "VB" and first and verb < token.head and not children(analysis, verb, "aux", "mark", *SUBJECTS)


def held_object(analysis: Analysis, verb: int, above: int) -> int | None:
    """Who does what stands after a preposition: "accused him of leaving", "stopped him from going"; else None."""
    prep = analysis.tokens[verb].head
    object_ = child(analysis, above, "dobj", "dative")
    if object_ is None and analysis.tokens[above].dep == "relcl" and not is_passive(analysis, above):
        subject = child(analysis, above, "nsubj")
        if subject is not None and analysis.tokens[subject].tag not in {"WDT", "WP"}:
            object_ = analysis.tokens[above].head  # "the men it accuses of leaving"
    if object_ is None or not object_ < verb or analysis.tokens[prep].text.lower() not in HELD_BY:
        return None
    blames = analysis.tokens[above].lemma.lower() in BLAMING
    return object_ if blames or analysis.tokens[prep].head == above else None


def blamed_act(analysis: Analysis, verb: int) -> int | None:
    """The act that somebody is blamed for, where this one follows from it: "accused him of attacking the grid, killing four"."""
    above = analysis.tokens[verb].head
    if analysis.tokens[above].lemma.lower() not in BLAMING:
        return None
    acts = (act for prep in children(analysis, above, "prep") for act in children(analysis, prep, "pcomp"))
    return next((act for act in acts if above < act < verb), None)


def asks_by_preposition(analysis: Analysis, verb: int) -> bool:
    """Whether whom the verb asks to act stands after a preposition: "called on them to go"."""
    return analysis.tokens[verb].lemma in {"call", "appeal", "prevail"}


def is_passive(analysis: Analysis, verb: int) -> bool:
    """Whether the verb is passive: "was told", or a bare participle on a noun ("a man told by …")."""
    if child(analysis, verb, "auxpass", "nsubjpass") is not None:
        return True
    token = analysis.tokens[verb]
    if is_befallen(analysis, verb):
        return True
    if token.tag != "VBN":
        return False
    if token.dep == "acl":  # "reports that Norway had expelled her" has a subject, "a man told by her" has none
        return child(analysis, verb, "nsubj") is None and not is_assuring(analysis, verb)
    return (
        token.dep == "conj"
        and child(analysis, verb, "aux", *SUBJECTS) is None
        and is_clause(analysis, token.head)
        and is_passive(analysis, token.head)
    )


def is_befallen(analysis: Analysis, verb: int) -> bool:
    """Whether a verb that always has an object has none and a subject, no matter how it is tagged: "Bo Lind convicted of theft"."""
    token = analysis.tokens[verb]
    behind = analysis.tokens[verb + 1].text.lower() if verb + 1 < len(analysis.tokens) else ""
    if (
        token.dep in {"relcl", "acl"}
        or token.tag not in {"VBD", "VBN"}
        or token.lemma.lower() not in BEFALLING
        or behind not in BEFALLEN_BY
    ):
        return False
    subject = child(analysis, verb, "nsubj")
    bare = child(analysis, verb, "aux", "dobj", "ccomp", "dative") is None
    return bare and subject is not None and subject == verb - 1


def is_assuring(analysis: Analysis, verb: int) -> bool:
    """Whether what a parse takes for a participle is what its noun says: "her mother, Ada Holm, assured to the paper that …"."""
    told = child(analysis, verb, "aux", "agent", *SUBJECTS) is None and analysis.tokens[verb - 1].text == ","
    hearers = prepositional(analysis, verb, "to") if told else ()
    hung = (c for noun in hearers for c in children(analysis, noun, "relcl") if own_subject(analysis, c) is not None)
    clauses = [c for c in children(analysis, verb, "ccomp") if marker(analysis, c) == "that"]
    return bool(hearers) and bool(clauses or (analysis.tokens[verb].lemma.lower() in ASSURING and any(hung)))


def objects(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """The direct objects of a verb, conjoined ones apart."""
    found = child(analysis, verb, "dobj")
    return () if found is None else conjuncts(analysis, found)


def recipients(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """Whom it is given or told to: "told her", "gave it to them"."""
    found = child(analysis, verb, "dative")
    if found is None:
        return prepositional(analysis, verb, "to")
    if analysis.tokens[found].pos == "ADP":
        below = child(analysis, found, "pobj")
        return () if below is None else conjuncts(analysis, below)
    return conjuncts(analysis, found)


def prepositional(analysis: Analysis, head: int, *words: str) -> tuple[int, ...]:
    """The nouns that hang on a verb or noun by one of these prepositions, conjoined ones apart."""
    found: list[int] = []
    for prep in children(analysis, head, "prep", "agent", "dative"):
        if analysis.tokens[prep].text.lower() in words and child(analysis, prep, "neg") is None:
            for noun in children(analysis, prep, "pobj"):
                found.extend(conjuncts(analysis, noun))
    return tuple(found)


def passive_agent(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """Who did it, of a passive: the nouns after "by"."""
    for by in children(analysis, verb, "agent", "prep"):
        if analysis.tokens[by].text.lower() == "by":
            noun = child(analysis, by, "pobj")
            if noun is not None:
                return conjuncts(analysis, noun)
    return ()


def agents(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """Who does what the verb tells: its subjects, or the agent of a passive; () where that is not said."""
    return passive_agent(analysis, verb) if is_passive(analysis, verb) else subjects(analysis, verb)


def patients(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """To whom or what it is done: the objects, or the subjects of a passive."""
    if not is_passive(analysis, verb):
        return objects(analysis, verb)
    token = analysis.tokens[verb]
    if token.dep == "acl" and child(analysis, verb, "nsubjpass") is None:
        return conjuncts(analysis, token.head)
    return subjects(analysis, verb)  # also "its report that they had been held"


def auxiliaries(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """The verb's auxiliaries, those it shares with the verb it is joined to where it has none of its own."""
    own = children(analysis, verb, "aux", "auxpass")
    token = analysis.tokens[verb]
    if own or token.dep != "conj" or own_subject(analysis, verb) is not None or token.tag in TENSED:
        return own
    return children(analysis, token.head, "aux", "auxpass") if is_clause(analysis, token.head) else ()


def modal(analysis: Analysis, verb: int) -> str | None:
    """The modal of a verb, in lower case and whole: will, would, can, could, may, might, shall, should, must."""
    short = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "wo": "will", "ca": "can", "sha": "shall"}
    for aux in auxiliaries(analysis, verb):
        token = analysis.tokens[aux]
        if token.tag == "MD":
            word = token.text.lower()
            return short.get(word, word)
    return None


BEFORE_NOUN = ("det", "neg", "preconj")


def is_negated(analysis: Analysis, verb: int) -> bool:
    """Whether the verb is negated: "not", "never", or "no" before its subject or object."""
    for c in analysis.children[verb]:
        token = analysis.tokens[c]
        if token.text.lower() == "longer" and any(
            analysis.tokens[d].text.lower() == "no" for d in analysis.children[c]
        ):
            return True
        if token.dep == "neg" or (token.dep in {"advmod", "preconj", "cc"} and token.text.lower() in NEGATORS):
            return True
        if token.dep in {*SUBJECTS, "dobj", "attr"}:
            if token.text.lower() in {"nobody", "none", "nothing"}:
                return True
            if any(analysis.tokens[d].text.lower() in {"no", "neither"} for d in children(analysis, c, *BEFORE_NOUN)):
                return True
    if is_neither(analysis, verb) or at_no_time(analysis, verb):
        return True
    return any(child(analysis, aux, "neg") is not None for aux in children(analysis, verb, "aux", "auxpass"))


def at_no_time(analysis: Analysis, verb: int) -> bool:
    """Whether the clause opens with "at no time", "under no circumstances"."""
    preps = children(analysis, verb, "prep") + tuple(
        p for a in children(analysis, verb, "aux") for p in children(analysis, a, "prep")
    )
    nouns = (n for p in preps if p < verb for n in children(analysis, p, "pobj"))
    return any(analysis.tokens[d].text.lower() == "no" for n in nouns for d in children(analysis, n, "det"))


def is_neither(analysis: Analysis, verb: int) -> bool:
    """Whether the verb is one of "neither … nor …"."""
    first = verb
    while analysis.tokens[first].dep == "conj" and analysis.tokens[analysis.tokens[first].head].pos in {"VERB", "AUX"}:
        first = analysis.tokens[first].head
    said = {analysis.tokens[c].text.lower() for c in children(analysis, first, "preconj", "cc", "advmod", "det")}
    return "neither" in said or (first != verb and "nor" in said)


def tense(analysis: Analysis, verb: int) -> Tense:
    """The tense that a verb and its auxiliaries make; "going to" and "is to" count as future."""
    token = analysis.tokens[verb]
    aux = [analysis.tokens[a] for a in auxiliaries(analysis, verb)]
    words = [a.text.lower() for a in aux]
    mood = modal(analysis, verb)
    if mood in {"will", "shall"}:
        return "future"
    if mood is not None:
        return "conditional" if mood in {"would", "could", "might", "should"} else "present"
    lemmas = {a.lemma.lower() for a in aux}
    if "to" in words or token.tag == "VB":
        above = analysis.tokens[token.head]
        if token.dep == "xcomp" and above.lemma in {"go", "be"} and above.tag in {"VBG", "VBZ", "VBP"}:
            return "future"
        if token.dep == "advcl" and above.lemma == "be" and above.tag in {"VBZ", "VBP"} and above.i < verb:
            said = child(analysis, above.i, "attr", "acomp", "oprd", "prep", "ccomp")
            return "infinitive" if said is not None else "future"  # "they are still to meet"
        if "do" in lemmas:
            return "past" if any(a.tag == "VBD" for a in aux) else "present"
        return "infinitive"
    if any(a.lemma.lower() == "have" for a in aux):
        return "pluperfect" if any(w in {"had", "'d", "’d"} for w in words) else "perfect"
    tags = {a.tag for a in aux if a.lemma.lower() in {"be", "do"}} or {token.tag}
    if tags & {"VBD"}:
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "present"
    return "participle"


def governor(analysis: Analysis, clause: int) -> int | None:
    """The word that a clause hangs on ("said" of "said he left"); None for a main clause."""
    while analysis.tokens[clause].dep == "conj" and is_clause(analysis, clause):
        clause = analysis.tokens[clause].head
    token = analysis.tokens[clause]
    return None if token.head == clause else token.head


def marker(analysis: Analysis, clause: int) -> str | None:
    """The word that opens a subordinate clause, in lower case: that, if, whether, because, when …"""
    found = child(analysis, clause, "mark")
    if found is None:
        found = next(
            (c for c in children(analysis, clause, "advmod") if analysis.tokens[c].tag == "WRB" and c < clause), None
        )
    return None if found is None else analysis.tokens[found].text.lower()


def particle(analysis: Analysis, verb: int) -> str | None:
    """The particle of a phrasal verb, in lower case: "off" of "called off"."""
    found = child(analysis, verb, "prt")
    return None if found is None else analysis.tokens[found].text.lower()


def was_to_have(analysis: Analysis, verb: int) -> bool:
    """Whether it was planned and did not come: "was to have met", "had been to meet", "had been due to visit"."""
    token = analysis.tokens[verb]
    above = analysis.tokens[token.head]
    if token.dep == "xcomp" and above.lemma == "be" and above.tag == "VBN":
        return any(analysis.tokens[a].text.lower() == "had" for a in children(analysis, above.i, "aux"))
    if token.dep == "xcomp" and above.lemma == "due":
        return any(analysis.tokens[a].text.lower() == "had" for a in children(analysis, above.head, "aux"))
    past = any(analysis.tokens[a].text.lower() == "have" for a in children(analysis, verb, "aux"))
    return past and token.dep == "xcomp" and above.lemma == "be" and above.tag == "VBD"
