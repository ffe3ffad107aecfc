"""What an act hangs on: "if", "once", "should they agree", "otherwise", "on condition that"."""

from tidings.grammar.tree import ancestors, child, children, sentence_of, subtree
from tidings.grammar.verbs import marker, tense
from tidings.model import Analysis

__all__ = ["CONDITIONS", "conditions", "has_condition", "is_of_a_time", "is_of_anonymity", "is_subject_to", "is_turned"]

OTHERWISE = "otherwise"
NAMELESS = frozenset({"anonymity", "name", "identify", "identity", "quote", "cite"})
SUBJECT_TO = frozenset(
    {("subject", "to"), ("conditional", "on"), ("conditional", "upon"), ("contingent", "on"), ("contingent", "upon")}
)
APPROVAL = frozenset(
    {
        "acceptance",
        "agreement",
        "approval",
        "assent",
        "authorisation",
        "authorization",
        "ballot",
        "clearance",
        "confirmation",
        "consent",
        "endorsement",
        "permission",
        "ratification",
        "referendum",
        "signature",
        "vote",
    }
)
TIMES = frozenset(
    {
        "day", "week", "month", "year", "morning", "afternoon", "evening", "night", "hour", "minute", "moment", "weekend", "spring", "summer", "autumn",
        "winter", "season", "decade", "century", "time", "noon",
    }
)  # fmt: skip
CONDITIONS = frozenset({"if", "unless", "whether", "provided", "lest"})


def has_condition(analysis: Analysis, verb: int, status: str) -> bool:
    """Whether an "if" clause or "on condition that" hangs on the act."""
    for c in conditions(analysis, verb):
        if analysis.tokens[c].text.lower() == OTHERWISE:
            return True
        if status != "held" and (is_once(analysis, c) or is_turned(analysis, c) or is_when_done(analysis, c)):
            return True
        if marker(analysis, c) in CONDITIONS - {"whether"} and (status != "held" or tense(analysis, c) == "present"):
            return True
    if is_but_only(analysis, verb) or is_subject_to(analysis, verb):
        return True
    for prep in (*children(analysis, verb, "prep"), *behind_saying(analysis, verb)):
        noun = child(analysis, prep, "pobj")
        named = noun is not None and analysis.tokens[noun].lemma.lower() == "condition"
        if named and analysis.tokens[prep].text.lower() != "as" and not is_of_anonymity(analysis, noun or 0):
            return True
        if status != "held" and is_only_after(analysis, prep):
            return True
        if status != "held" and is_in_exchange(analysis, prep):
            return True
    return status == "announced" and (is_bargain(analysis, verb) or is_once_behind(analysis, verb))


def is_of_a_time(analysis: Analysis, that: int) -> bool:
    """Whether "that" only points to a time, and opens no clause: "provided that day by a charity"."""
    after = analysis.tokens[that + 1 : that + 3]
    words = [t.text.lower() for t in after]
    if words[:1] in (["same"], ["very"]):
        return True
    return words[:1] != [] and words[0] in TIMES and not (words[1:] and after[1].tag in {"VBD", "VBZ", "MD"})


def is_subject_to(analysis: Analysis, verb: int) -> bool:
    """Whether it still hangs on somebody's yes: "reached a deal, subject to a vote", "pending approval by the board"."""
    _, end = sentence_of(analysis, verb)
    for token in analysis.tokens[verb + 1 : end - 1]:
        word, after = token.text.lower(), analysis.tokens[token.i + 1].text.lower()
        hangs = word in {"pending", "awaiting"} or (word, after) in SUBJECT_TO
        behind = (t.lemma.lower() for t in analysis.tokens[token.i + 1 : min(end, token.i + 7)])
        if hangs and not APPROVAL.isdisjoint(behind) and clause_of(analysis, token.i) == verb:
            return True
    return False


def clause_of(analysis: Analysis, i: int) -> int:
    """The nearest finite or main verb over a word, whatever participles and nouns stand between."""
    over = (a for a in ancestors(analysis, i) if analysis.tokens[a].pos in {"VERB", "AUX"})
    return next((a for a in over if analysis.tokens[a].dep != "acl"), i)


def is_but_only(analysis: Analysis, verb: int) -> bool:
    """Whether what follows says that it is only so on a condition, however it was parsed: "agreed to a truce, but only if …", "accepts it, but under conditions"."""
    _, end = sentence_of(analysis, verb)
    for token in analysis.tokens[verb + 1 : end - 2]:
        if token.tag in {"VBD", "VBZ", "VBP", "MD"}:
            return False
        if token.text.lower() == "but":
            words = [t.text.lower() for t in analysis.tokens[token.i + 1 : min(end, token.i + 4)]]
            only = words[0] == "only" and words[1] in {"if", "when", "once", "after", "on", "under"}
            return only or (words[0] in {"on", "under"} and bool({"condition", "conditions"} & set(words)))
    return False


def behind_saying(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """The phrases that the parser hung on a verb of saying put in before them: "accepts them, she said, on condition that …"."""
    token = analysis.tokens[verb]
    said = token.dep == "ccomp" and token.head > verb
    return tuple(p for p in children(analysis, token.head, "prep") if p > token.head) if said else ()


def is_of_anonymity(analysis: Analysis, noun: int) -> bool:
    """Whether a condition is only that of who tells it to the press: "on condition of anonymity", "on condition that her name be left out"."""
    return any(analysis.tokens[i].lemma.lower() in NAMELESS for i in subtree(analysis, noun))


def is_in_exchange(analysis: Analysis, prep: int) -> bool:
    """Whether a phrase names what has to be given for it: "in exchange for the release of X"."""
    noun = child(analysis, prep, "pobj")
    return (
        noun is not None
        and analysis.tokens[prep].text.lower() == "in"
        and analysis.tokens[noun].text.lower() in {"exchange", "return"}
        and any(analysis.tokens[p].text.lower() == "for" for p in children(analysis, noun, "prep"))
    )


def is_bargain(analysis: Analysis, verb: int) -> bool:
    """Whether an order and "and" lead up to it: "free the men and we will lift the ban"."""
    subject = child(analysis, verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    first = min(subtree(analysis, subject), default=subject)
    if analysis.tokens[first - 1].text.lower() not in {"and", "or"} or analysis.tokens[verb].sentence != (
        analysis.tokens[first - 1].sentence
    ):
        return False
    start, _ = analysis.sentences[analysis.tokens[verb].sentence]
    opening = next((t for t in analysis.tokens[start:first] if t.text.isalpha()), None)
    return (
        opening is not None
        and opening.tag == "VB"
        and not children(analysis, opening.i, "nsubj", "nsubjpass", "aux", "mark")
    )


def is_once_behind(analysis: Analysis, verb: int) -> bool:
    """Whether "once" and what has to come first stand behind, also where the parser made no clause of them: "will pay once the ban ends"."""
    _, end = sentence_of(analysis, verb)
    return any(
        t.text.lower() == "once"
        and analysis.tokens[t.i - 1].text.lower() not in {"at", "than", "only", "for"}
        and analysis.tokens[t.i + 1].text.lower() not in {"again", "more", "and"}
        and analysis.tokens[t.i + 1].text.isalpha()
        and t.dep in {"advmod", "mark"}
        and analysis.tokens[t.head].i > t.i
        for t in analysis.tokens[verb + 1 : end - 1]
    )


def is_only_after(analysis: Analysis, prep: int) -> bool:
    """Whether a phrase names what has to come first: "only after a ceasefire", "provided that they leave"."""
    word = analysis.tokens[prep].text.lower()
    only = any(analysis.tokens[c].text.lower() == "only" for c in children(analysis, prep, "advmod"))
    return (word == "after" and only) or (
        word in {"provided", "providing"} and child(analysis, prep, "ccomp") is not None
    )


def conditions(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """The clauses that may hold a condition of an act: "if it did not, he said, X would …" hangs on "said"."""
    soon = (c for a in children(analysis, verb, "advmod") for c in children(analysis, a, "advcl"))
    own = (*children(analysis, verb, "advcl"), *soon, *otherwise(analysis, verb), *before(analysis, verb))
    return own or hung_lower(analysis, verb)


def hung_lower(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """A condition that the parser hung lower: "will keep the money it owed us unless …", "will stop buying gas if …"."""
    nouns = children(analysis, verb, "dobj", "nsubjpass")
    clauses = [c for noun in nouns for c in children(analysis, noun, "relcl", "acl")]
    clauses += [x for c in clauses for x in children(analysis, c, "xcomp", "ccomp")]
    own = children(analysis, verb, "xcomp")
    return tuple(
        c
        for clause in (*clauses, *own)
        for c in children(analysis, clause, "advcl")
        if marker(analysis, c) == "unless" or (marker(analysis, c) == "if" and clause in own)
    )


def otherwise(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """The word by which a clause tells what comes if what was asked for is not done."""
    return tuple(
        c for c in children(analysis, verb, "advmod") if analysis.tokens[c].text.lower() == OTHERWISE and c < verb
    )


def before(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """Opening clauses that the parser hung on the verb of saying between them and what is said."""
    above = analysis.tokens[verb].head
    inside = (above,) if analysis.tokens[verb].dep == "ccomp" else children(analysis, verb, "parataxis")
    return tuple(c for said in inside if said < verb for c in children(analysis, said, "advcl") if c < said)


def is_once(analysis: Analysis, clause: int) -> bool:
    """Whether a clause names what has to come first: "once they are home", "as soon as it begins"."""
    opening = child(analysis, clause, "mark")  # before "only", in "only once they are home"
    opening = child(analysis, clause, "advmod") if opening is None else opening
    if opening is None:
        return False
    before = analysis.tokens[opening - 1].text.lower() if opening else ""
    word = analysis.tokens[opening].text.lower()
    return word == "once" or (word in {"as", "soon"} and "soon" in {word, before})


def is_when_done(analysis: Analysis, clause: int) -> bool:
    """Whether a clause names what has to be done first: "when the court has ruled"."""
    opening = child(analysis, clause, "mark")
    opening = child(analysis, clause, "advmod") if opening is None else opening
    when = opening is not None and analysis.tokens[opening].text.lower() in {"when", "after"}
    only = opening is not None and opening > 0 and analysis.tokens[opening - 1].text.lower() == "only"
    return when and (only or tense(analysis, clause) == "perfect")


def is_turned(analysis: Analysis, clause: int) -> bool:
    """Whether a clause is an "if" by its order: "should they agree, …", "were it signed, …"."""
    subject = child(analysis, clause, "nsubj", "nsubjpass")
    aux = (clause, *children(analysis, clause, "aux", "auxpass"))
    return subject is not None and any(
        a < subject and analysis.tokens[a].text.lower() in {"should", "were"} for a in aux
    )
