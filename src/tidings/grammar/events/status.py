"""Where an act stands by the words around it: tense, modals, negation, and what its clause hangs on."""

from tidings.grammar.events.conditions import CONDITIONS, has_condition
from tidings.grammar.events.lexicon import noun_class, status_cues
from tidings.grammar.events.noun_status import Standing, as_status, by_predicate, of_noun
from tidings.grammar.events.taken_back import is_taken_back
from tidings.grammar.tree import child, children, subtree
from tidings.grammar.verbs import is_negated, is_order, marker, modal, tense, was_to_have
from tidings.lexicon import words
from tidings.model import Analysis

__all__ = ["is_imperative", "is_missed", "standing"]

CUED = frozenset({"xcomp", "acl", "pcomp", "csubj"})
HEARSAY = frozenset(
    {"say", "believe", "report", "think", "understand", "rumour", "rumor", "allege", "suspect", "presume"}
)
COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "pcomp", "csubj", "csubjpass", "advcl"})
DOUBTED = frozenset({"doubt", "disbelieve", "pretend", "imagine"})
SAYING = frozenset({"allege", "argue", "claim", "promise", "say", "state", "suggest", "threaten"})
PRESENT = frozenset({"VBZ", "VBP"})
PAST = frozenset({"to", "from", "of"})
BEFORE = frozenset({"before", "without", "instead", "than", "against"})
EXPECTED = frozenset({"due", "expect", "schedule", "scheduled", "slate", "await", "plan", "book"})
TALK = frozenset({"word", "rumour", "rumor", "gossip", "talk", "speculation", "hearsay"})
UNCONFIRMED = frozenset({"unconfirmed", "unverified", "unsourced"})
TALKED = frozenset({"say", "rumour", "rumor", "whisper", "believe", "think", "understand"})
ASKED = frozenset({"invitation", "invite", "request", "offer", "proposal"})  # what is accepted of these will be done
POWERS = frozenset({"authority", "mandate", "option", "permission", "power", "right"})
USES = frozenset({"apply", "exercise", "invoke", "take", "use", "wield"})
HIGHEST = 4  # clauses above that are asked


def standing(analysis: Analysis, verb: int, base: str = "held") -> Standing:
    """The status of the act that `verb` carries; `base` is what the verb itself gives in a plain past or present."""
    if analysis.tokens[verb].pos not in {"VERB", "AUX"}:
        return of_noun(analysis, verb)
    token = analysis.tokens[verb]
    if token.dep in {"nsubj", "nsubjpass"} and token.tag != "VBG" and is_negated(analysis, token.head):
        return Standing("held", real=False, why="never")  # a noun read as a verb: "that visit never took place"
    negated = is_negated(analysis, verb) or base == "not"
    hedged = is_hedged(analysis, verb)
    status, why = by_tense(analysis, verb, base)
    if status == "held" and (said := by_predicate(analysis, verb)) is not None:
        status, why = said, "predicate"
    if was_to_have(analysis, verb):
        status, why = "cancelled", "was to have"
    supposed = marker(analysis, verb) in CONDITIONS or is_unreal(analysis, verb)
    real = not (supposed or is_taken_back(analysis, verb) or is_not_them(analysis, verb))
    seen = verb
    for _ in range(HIGHEST):
        token = analysis.tokens[seen]
        above = token.head
        if token.dep == "conj" and analysis.tokens[above].pos in {"VERB", "AUX"}:
            if token.tag in {"VBD", "VBP", "VBZ"} and is_infinitive(analysis, above):
                break  # "launched a drive to catch them and held forty": what is past is no aim
            seen = above
            continue
        if token.dep in {"acl", "relcl"} and analysis.tokens[above].lemma in noun_class("supposed"):
            real = False
        if above == seen or (
            token.dep not in COMPLEMENTS and not (token.dep == "relcl" and is_infinitive(analysis, seen))
        ):
            break
        if status == "held" and is_infinitive(analysis, seen) and has_until(analysis, above):
            status, why = "conditional", "has until"
        if token.dep in {"csubj", "csubjpass"} or (
            token.dep == "pcomp" and analysis.tokens[above].text.lower() in BEFORE
        ):
            real = False
        if token.dep == "advcl":
            if status == "held" and is_infinitive(analysis, seen) and is_on_the_way(analysis, above):
                status, why = "announced", "on the way"
            elif status == "held" and is_infinitive(analysis, seen) and (aim := aimed_at(analysis, above)) is not None:
                status, why = aim, "aim"
            real = real and marker(analysis, seen) not in CONDITIONS
            break
        if analysis.tokens[above].lemma in DOUBTED and not is_negated(analysis, above):
            real = False
        real = real and not is_unsaid(analysis, seen)
        if token.dep == "pcomp" and analysis.tokens[analysis.tokens[above].head].text.lower() == "short":
            negated = not negated  # "stopped short of demanding"
        hedged = hedged or is_hedged(analysis, above) or (token.dep == "xcomp" and is_hearsay(analysis, above))
        hedged = hedged or (token.dep == "ccomp" and is_talk(analysis, above))
        hedged = hedged or (token.dep == "acl" and is_rumour(analysis, above))
        befell = token.dep == "acl" and token.tag in {"VBD", "VBN"} and not is_bidden(analysis, seen)
        # "an agreement reached in Oslo": no aim of the agreement
        cue = cue_of(analysis, above) if (token.dep in CUED and not befell) or wished(analysis, seen) else None
        if token.dep == "pcomp":
            cue = cue_past(analysis, above) or cue
        if token.dep == "relcl" and is_infinitive(analysis, seen):
            cue = cue_of(analysis, above)  # "it is time for them to leave"
        if cue == "not":
            says = analysis.tokens[above].head if token.dep == "pcomp" else above
            negated, why = not negated, analysis.tokens[says].lemma
        elif cue is not None and status in {"held", "announced"}:
            status, why = cue, analysis.tokens[above].lemma
            if is_dropped(analysis, above):
                status, why = "cancelled", "dropped"
        if (is_negated(analysis, above) and token.dep != "ccomp") or is_yet(analysis, seen):
            negated = not negated
        seen = above
    if status == "held" and is_awaited(analysis, verb):
        status, why = "conditional", "awaited"
    hung = status in {"announced", "held", "conditional", "rumoured"} or why == "offer"
    if hung and has_condition(analysis, verb, status):
        status, why = "conditional", "condition"
    return Standing(as_status(status), negated, hedged, real, why)


def is_infinitive(analysis: Analysis, verb: int) -> bool:
    """Whether a clause on a noun is only what the noun is for: "time for them to leave"."""
    return any(analysis.tokens[c].tag == "TO" for c in children(analysis, verb, "aux"))


def has_until(analysis: Analysis, verb: int) -> bool:
    """Whether somebody only has time to do it: "has until May to ask for a recount", "was given until May to leave"."""
    until = any(analysis.tokens[p].text.lower() in {"until", "till"} for p in children(analysis, verb, "prep"))
    return until and analysis.tokens[verb].lemma in {"have", "get", "give"}


def aimed_at(analysis: Analysis, verb: int) -> str | None:
    """What the thing that somebody made or has says of its aim: "made a bid, in May, to free them"."""
    cues = (status_cues().get(analysis.tokens[c].lemma.lower()) for c in children(analysis, verb, "dobj"))
    return next((cue for cue in cues if cue in {"requested", "announced"}), None)


def is_on_the_way(analysis: Analysis, verb: int) -> bool:
    """Whether what somebody comes for is as far off as their coming: "is due in Oslo on Friday to sign", "will fly there to sign"."""
    said = (verb, *children(analysis, verb, "acomp", "xcomp"))
    ahead = any(analysis.tokens[i].lemma in EXPECTED for i in said)
    return ahead or tense(analysis, verb) == "future" or about_to(analysis, verb)


def cue_past(analysis: Analysis, prep: int) -> str | None:
    """What the word before a preposition says of the act behind it: "agreed to releasing them", "refrained from blaming him"."""
    return cue_of(analysis, analysis.tokens[prep].head) if analysis.tokens[prep].text.lower() in PAST else None


def is_dropped(analysis: Analysis, noun: int) -> bool:
    """Whether plans come to nothing: "shelved plans to expel them", "the plan to meet was dropped"."""
    verb, lemma = analysis.tokens[noun].head, analysis.tokens[noun].lemma
    carried = analysis.tokens[noun].dep in {"dobj", "nsubjpass"} and (lemma in noun_class("plan") or lemma == "threat")
    return carried and analysis.tokens[verb].lemma in noun_class("drop") and not is_negated(analysis, verb)


def is_yet(analysis: Analysis, verb: int) -> bool:
    """Whether it has not come so far: "has yet to condemn"."""
    above = analysis.tokens[verb].head
    words_ = {analysis.tokens[c].text.lower() for c in children(analysis, above, "advmod")}
    return analysis.tokens[verb].dep == "xcomp" and analysis.tokens[above].lemma in {"have", "be"} and "yet" in words_


def is_unsaid(analysis: Analysis, verb: int) -> bool:
    """Whether it is what nobody says: "never said that they would fire"; not "did not say when they would"."""
    token = analysis.tokens[verb]
    above = analysis.tokens[token.head]
    asked = any(
        analysis.tokens[c].tag in {"WRB", "WP", "WDT"} or analysis.tokens[c].text.lower() in CONDITIONS
        for c in subtree(analysis, verb)
        if c < verb
    )
    return token.dep == "ccomp" and above.lemma in SAYING and is_negated(analysis, above.i) and not asked


def is_missed(analysis: Analysis, verb: int) -> bool:
    """Whether it is only said what had been better: "should have won"."""
    return any(
        analysis.tokens[a].lemma == "have" and analysis.tokens[a].i != verb for a in children(analysis, verb, "aux")
    )


def is_hearsay(analysis: Analysis, above: int) -> bool:
    """Whether the act hangs on "is said to", "are believed to": nobody is named who says so."""
    token = analysis.tokens[above]
    passive = child(analysis, above, "nsubjpass", "auxpass") is not None
    return passive and token.lemma in HEARSAY and child(analysis, above, "agent") is None


def is_talk(analysis: Analysis, above: int) -> bool:
    """Whether nobody is named who says it: "word is that", "rumour has it that", "it is being whispered that"; not "it was reported that"."""
    token = analysis.tokens[above]
    subject = child(analysis, above, "nsubj", "nsubjpass", "expl")
    if subject is None:
        return False
    if token.lemma in {"be", "have"}:
        return analysis.tokens[subject].lemma.lower() in TALK
    it = analysis.tokens[subject].text.lower() == "it" and child(analysis, above, "auxpass") is not None
    return it and token.lemma in TALKED and child(analysis, above, "agent") is None


def is_rumour(analysis: Analysis, noun: int) -> bool:
    """Whether a noun says that nobody stands up for what hangs on it: "speculation that", "unconfirmed reports that"."""
    if analysis.tokens[noun].lemma.lower() in TALK - {"talk", "word"}:
        return True
    near = {analysis.tokens[c].lemma.lower() for c in children(analysis, noun, "amod")}
    return analysis.tokens[noun].lemma.lower() in {"report", "claim"} and not near.isdisjoint(UNCONFIRMED)


def is_bidden(analysis: Analysis, verb: int) -> bool:
    """Whether a clause behind a noun tells what is to be done: "his demand that she be dismissed"."""
    helping = [analysis.tokens[c] for c in children(analysis, verb, "aux", "auxpass")]
    return marker(analysis, verb) == "that" and any(t.text.lower() == "be" for t in helping)


def wished(analysis: Analysis, verb: int) -> bool:
    """Whether a full clause tells what somebody wants or demands to happen: "want them to go", "demanded that he leave"."""
    token = analysis.tokens[verb]
    above = analysis.tokens[token.head]
    if token.dep != "ccomp" or status_cues().get(above.lemma) != "requested":
        return False
    if any(analysis.tokens[a].lemma == "do" for a in children(analysis, verb, "aux")):
        return False  # "insisted that she did meet them"
    subject = child(analysis, verb, "nsubj", "nsubjpass")
    third = subject is not None and analysis.tokens[subject].tag in {"NN", "NNP", "PRP"}
    return token.tag == "VB" or (token.tag == "VBP" and third) or modal(analysis, verb) in {"should", "must"}


def is_imperative(analysis: Analysis, verb: int) -> bool:
    """Whether a clause orders: "Send us help"."""
    token = analysis.tokens[verb]
    bare = token.tag == "VB" and (token.dep in {"ROOT", "ccomp"} or (token.dep == "advcl" and is_order(analysis, verb)))
    return bare and not children(analysis, verb, "aux", "nsubj", "nsubjpass", "csubj", "mark")


def is_not_them(analysis: Analysis, verb: int) -> bool:
    """Whether it is told of whom it was not: "it was not the army that fired", "it was not X that Y asked"."""
    token = analysis.tokens[verb]
    copula = analysis.tokens[token.head].head if token.dep == "relcl" else token.head
    opens = child(analysis, copula, "nsubj")
    cleft = analysis.tokens[copula].lemma == "be" and opens is not None and analysis.tokens[opens].text.lower() == "it"
    if not cleft or token.dep not in {"relcl", "ccomp", "advcl"} or not is_negated(analysis, copula):
        return False
    said = [i for i in children(analysis, copula, "attr", "acomp") if analysis.tokens[i].pos in {"NOUN", "PROPN"}]
    near = [analysis.tokens[c].text.lower() for i in said for c in children(analysis, i, "cc", "det")]
    return bool(said) and not {"but", "a", "an"} & set(
        near
    )  # "not A but B that fired", "not a surprise that they fired"


def is_awaited(analysis: Analysis, verb: int) -> bool:
    """Whether the clause tells what is waited for: "until they have lifted the ban", "before any of them goes home"."""
    word = marker(analysis, verb)
    if word is None:
        first = children(analysis, verb, "advmod")
        word = analysis.tokens[first[0]].text.lower() if first and first[0] < verb else None
    return word in {"until", "till", "before", "once"} and tense(analysis, verb) in {"present", "perfect"}


def is_unreal(analysis: Analysis, verb: int) -> bool:
    """Whether the clause tells what did not come: "had they signed, …", "they would have signed"."""
    first = [analysis.tokens[i] for i in children(analysis, verb, "aux")]
    subject = child(analysis, verb, "nsubj", "nsubjpass")
    asked = analysis.tokens[analysis.sentences[analysis.tokens[verb].sentence][1] - 1].text == "?"
    turned = subject is not None and any(t.i < subject and t.text.lower() in {"had", "were", "should"} for t in first)
    missed = modal(analysis, verb) in {"would", "could", "might"} and any(
        t.text.lower() in {"have", "’ve", "'ve"} for t in first
    )
    return (turned and not asked) or missed


def by_tense(analysis: Analysis, verb: int, base: str) -> tuple[str, str]:
    """What tense and modal make of a plain act: future is announced, may and could are conditional."""
    mood = modal(analysis, verb)
    if base in {"cancelled", "requested"} or (base == "announced" and modal(analysis, verb) is None):
        return base, "verb"
    if mood == "would" and told_in_past(analysis, verb):
        return "announced", "future in the past"
    if mood in {"may", "might"}:
        return "rumoured", mood
    if mood in {"could", "can", "would"}:
        return "conditional", mood
    subject = child(analysis, verb, "nsubj", "nsubjpass")
    own = subject is not None and analysis.tokens[subject].text.lower() in {"i", "we"}
    if mood == "shall" and own:
        return "announced", "future"
    if (mood in {"must", "should", "shall"} or is_imperative(analysis, verb)) and base == "held":
        return "requested", mood or "imperative"
    if tense(analysis, verb) == "future" or about_to(analysis, verb):
        return "announced", "future"
    token = analysis.tokens[verb]
    auxiliaries = {analysis.tokens[a].tag for a in children(analysis, verb, "aux")}
    if base == "held" and is_to_come(analysis, verb) and (token.tag in PRESENT or auxiliaries & PRESENT):
        return "announced", "time to come"
    still = any(analysis.tokens[c].text.lower() == "still" for c in children(analysis, verb, "advmod"))
    if token.tag == "VBG" and base == "held" and auxiliaries & (PRESENT | ({"VBD"} if still else set())):
        return "ongoing", "progressive"
    return base, "tense"


def is_to_come(analysis: Analysis, verb: int) -> bool:
    """Whether the clause's own time is still to come: "meet tomorrow", "are meeting next week", "bars them as of Monday"."""
    for c in children(analysis, verb, "npadvmod", "advmod"):
        near = {analysis.tokens[m].text.lower() for m in children(analysis, c, "amod")}
        if analysis.tokens[c].text.lower() == "tomorrow" or "next" in near:
            return True
    return False


def told_in_past(analysis: Analysis, verb: int) -> bool:
    """Whether "would" is only the "will" of a report in the past tense: "said that it would come"."""
    clause = verb
    while analysis.tokens[clause].dep == "conj":
        clause = analysis.tokens[clause].head
    above = analysis.tokens[analysis.tokens[clause].head]
    if above.tag == "VBG" and above.dep in {"advcl", "xcomp", "conj"}:
        above = analysis.tokens[above.head]  # "spoke of patience, adding that they would go"
    return analysis.tokens[clause].dep == "ccomp" and above.tag in {"VBD", "VBN"} and modal(analysis, above.i) is None


def about_to(analysis: Analysis, verb: int) -> bool:
    """Whether the verb is "was to happen", "is due to happen", "was to be signed"."""
    token = analysis.tokens[verb]
    above = analysis.tokens[token.head]
    helping = {analysis.tokens[a].text.lower() for a in children(analysis, verb, "aux", "auxpass")}
    bare = token.tag == "VB" or (token.tag == "VBN" and helping == {"to", "be"})
    return token.dep == "xcomp" and bare and above.lemma == "be"


def cue_of(analysis: Analysis, above: int) -> str | None:
    """What the word above an act says of it; a particle may be part of the word ("call off")."""
    token = analysis.tokens[above]
    if token.lemma == "able" and analysis.tokens[token.head].tag == "VBD":
        return None  # who was able to do it did it
    if token.lemma == "time" and token.dep != "attr":
        return None  # but "it is time to leave"
    if token.lemma in ASKED and token.dep == "dobj" and analysis.tokens[token.head].lemma == "accept":
        return "announced"
    if token.lemma == "mean" and token.pos != "VERB":
        return None
    if token.lemma in POWERS and token.dep == "dobj" and analysis.tokens[token.head].lemma in USES:
        return None  # who used their power to do it did it
    cue = status_cues().get(token.lemma.lower())
    return None if cue == "-" else cue


def is_hedged(analysis: Analysis, verb: int) -> bool:
    """Whether an adverb says that the text does not vouch for the act: "reportedly"."""
    hedges = words("hedges.txt")
    return any(analysis.tokens[c].text.lower() in hedges for c in children(analysis, verb, "advmod"))
