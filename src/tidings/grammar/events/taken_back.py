"""Acts that the words around them take back: "almost signed", "no evidence that", "it is not true that", "was cleared of"."""

from tidings.grammar.events.lexicon import noun_class
from tidings.grammar.tree import ancestors, child, children
from tidings.grammar.verbs import is_negated, prepositional
from tidings.model import Analysis

__all__ = ["is_of_none", "is_off_the_table", "is_taken_back", "is_untrue", "is_withdrawn"]

HIGHEST = 4  # words above that are asked
APART = frozenset({"relcl", "conj", "parataxis"})
WITHDRAWING = frozenset(
    {"abandon", "disavow", "drop", "recant", "repudiate", "rescind", "retract", "reverse", "revoke", "withdraw"}
)
TAKING = frozenset({"backtrack", "go", "pull", "roll", "row", "take", "walk"})  # "back" or "back on"
EARLIER = frozenset({"early", "earlier", "previous"})


def is_taken_back(analysis: Analysis, verb: int) -> bool:
    """Whether the words around an act say that it is not so."""
    if any(analysis.tokens[c].text.lower() in noun_class("almost") for c in children(analysis, verb, "advmod")):
        return True
    if is_instead(analysis, verb):
        return True
    at = verb
    for _ in range(HIGHEST):
        token = analysis.tokens[at]
        above = analysis.tokens[token.head]
        beside = token.dep == "advcl" and token.tag != "VBG"  # but "had shelled a camp, killing …" is one
        if above.i == at or beside or token.dep in APART:
            return False
        if token.dep == "acl" and (above.lemma.lower() in noun_class("disowned") or is_lacking(analysis, above.i)):
            return True
        if token.dep == "pcomp" and (is_cleared(analysis, above.i) or is_short_of(analysis, above.i)):
            return True
        hangs = token.dep in {"ccomp", "xcomp", "csubj"}
        if hangs and (is_untrue(analysis, above.i) or is_correction(analysis, above.i)):
            return True
        at = above.i
    return False


def is_withdrawn(analysis: Analysis, noun: int) -> bool:
    """Whether words that a noun names are taken back: "retracted his denial", "took back her refusal", "went back on it"."""
    token = analysis.tokens[noun]
    at = analysis.tokens[token.head]
    if token.dep in {"dobj", "nsubjpass"} and at.lemma.lower() in WITHDRAWING:
        return not is_negated(analysis, at.i)
    verb = analysis.tokens[at.head] if token.dep == "pobj" and at.text.lower() in {"from", "on"} else at
    verb = analysis.tokens[verb.head] if verb.text.lower() == "back" else verb
    if verb.lemma.lower() not in TAKING or is_negated(analysis, verb.i):
        return False
    back = any(analysis.tokens[c].text.lower() == "back" for c in analysis.children[verb.i])
    return back or (verb.lemma.lower() == "backtrack" and at.text.lower() == "on")


def is_instead(analysis: Analysis, verb: int) -> bool:
    """Whether it is what somebody would not do: "die rather than step down"."""
    before = [t.text.lower() for t in analysis.tokens[max(0, verb - 3) : verb]]
    return before[-2:] == ["rather", "than"] or before == ["rather", "than", "to"]


def is_short_of(analysis: Analysis, prep: int) -> bool:
    """Whether it is not reached: "far from condemning", "close to expelling"."""
    token = analysis.tokens[prep]
    return (analysis.tokens[token.head].text.lower(), token.text.lower()) in {
        ("far", "from"),
        ("close", "to"),
        ("near", "to"),
    }


def is_lacking(analysis: Analysis, noun: int) -> bool:
    """Whether there is no such proof: "found no evidence", "did not find any sign"."""
    if analysis.tokens[noun].lemma.lower() not in noun_class("proof"):
        return False
    none = any(analysis.tokens[c].text.lower() in {"no", "little"} for c in children(analysis, noun, "det", "amod"))
    return none or is_negated(analysis, analysis.tokens[noun].head)


def is_cleared(analysis: Analysis, prep: int) -> bool:
    """Whether "of" tells of what somebody was cleared, also behind who cleared them: "cleared by a court of arming"."""
    if analysis.tokens[prep].text.lower() != "of":
        return False
    for above in ancestors(analysis, prep):
        if analysis.tokens[above].pos == "VERB":
            return analysis.tokens[above].lemma.lower() in noun_class("clear")
    return False


def is_untrue(analysis: Analysis, verb: int) -> bool:
    """Whether a clause calls untrue what hangs on it: "it is false that", "it is not true that", "it would be wrong to say"."""
    token = analysis.tokens[verb]
    said = [analysis.tokens[c] for c in children(analysis, verb, "acomp", "attr", "oprd")]
    found = {t.lemma.lower() for t in (*said, token)}
    negated = is_negated(analysis, verb) or is_negated(analysis, token.head)
    return bool(found & noun_class("untrue")) or (negated and bool(found & noun_class("true")))


def is_off_the_table(analysis: Analysis, clause: int) -> bool:
    """Whether a clause says that something will not be done: "is off the table", "are not on the table"."""
    if analysis.tokens[clause].lemma.lower() not in {"be", "remain", "stay", "come"}:
        return False
    out = "on" if is_negated(analysis, clause) else "off"
    places = {analysis.tokens[p].lemma.lower() for p in prepositional(analysis, clause, out)}
    return bool(places & {"table", "agenda", "cards"})


def is_correction(analysis: Analysis, verb: int) -> bool:
    """Whether the words are a paper's own error: "an earlier version of this article said", "we wrongly wrote"."""
    if any(analysis.tokens[c].text.lower() in noun_class("wrongly") for c in children(analysis, verb, "advmod")):
        return True
    subject = child(analysis, verb, "nsubj")
    if subject is None or analysis.tokens[subject].lemma.lower() != "version":
        return False
    return any(analysis.tokens[c].lemma.lower() in EARLIER for c in children(analysis, subject, "amod"))


def is_of_none(analysis: Analysis, verb: int) -> bool:
    """Whether a clause goes on that it befell none of those told of, which denies no other such act: "forty were questioned and
    none arrested"."""
    if analysis.tokens[verb].dep != "conj":
        return False
    subjects_ = [analysis.tokens[c] for c in children(analysis, verb, "nsubj", "nsubjpass")]
    return any(t.text.lower() in {"none", "neither"} and not children(analysis, t.i, "prep") for t in subjects_)
