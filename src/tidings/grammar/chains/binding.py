"""What syntax says of a pronoun and a mention near it: that they cannot be one, or that they very likely are."""

from tidings.grammar.names.kinds import reporting
from tidings.grammar.tree import ancestors, clause_head
from tidings.model import Analysis, Mention

__all__ = [
    "ARGUMENTS",
    "REFLEXIVE",
    "SUBJECTS",
    "below",
    "bound",
    "is_empty",
    "main_subject",
    "named_in_words",
    "owns",
    "said_by",
    "sayer",
    "says",
    "says_outside",
]

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "attr"})
REFLEXIVE = ("self", "selves")
DEMANDS = frozenset({"call", "demand", "urge", "press", "want"})
BEFALLS = frozenset(
    {"resignation", "removal", "ouster", "dismissal", "sacking", "departure", "arrest", "impeachment", "expulsion"}
)
ASKED = frozenset({"appeal", "demand", "invitation", "offer", "plea", "proposal", "request", "ultimatum"})
ANSWERS = frozenset(
    {
        "accept",
        "approve",
        "decline",
        "dismiss",
        "grant",
        "ignore",
        "rebuff",
        "refuse",
        "reject",
        "spurn",
        "turn",
        "welcome",
    }
)
EITHER = frozenset({"he", "she", "him", "her", "his", "hers"})


def is_empty(analysis: Analysis, mention: Mention) -> bool:
    """Whether a pronoun means nothing told: "it is clear that", "it rained", "whether he or she comes"."""
    around = [t.text.lower() for t in analysis.tokens[max(0, mention.head - 2) : mention.head + 3]]
    if mention.gender is not None and "or" in around and sum(word in EITHER for word in around) > 1:
        return True
    if mention.name.lower() != "it":
        return False
    token = analysis.tokens[mention.head]
    verb = analysis.tokens[token.head]
    if token.dep == "expl":
        return True
    below_it = analysis.children[verb.i]
    clausal = any(analysis.tokens[c].dep in {"ccomp", "xcomp", "csubj", "advcl"} for c in below_it)
    return verb.lemma in {"be", "seem", "appear", "take"} and token.dep == "nsubj" and clausal


def bound(analysis: Analysis, other: Mention, pronoun: Mention) -> bool:
    """Whether a pronoun cannot mean a mention of its own clause: "Ada told her", "his" of "his counterpart"."""
    if pronoun.name.lower().endswith(REFLEXIVE):
        return False
    mine, its = analysis.tokens[pronoun.head], analysis.tokens[other.head]
    if other.span.covers(pronoun.span):
        return True
    if mine.dep in ARGUMENTS and who_of(analysis, clause_head(analysis, mine.i)) == other.head:
        return mine.dep not in SUBJECTS  # "Ada, who met her"
    if mine.dep == "poss":
        others_word = is_demanders(analysis, mine.i, other.head) or is_answerers(analysis, mine.i, other.head)
        return mine.head == other.head or others_word
    if its.dep not in ARGUMENTS or mine.dep not in ARGUMENTS:
        return False
    if did_it_to(analysis, its.i, mine.i):
        return True
    if its.dep == "pobj" and its.i < mine.i and mine.dep in SUBJECTS:
        return False  # "According to Ada, she …"
    return clause_head(analysis, pronoun.head) == clause_head(analysis, other.head)


def did_it_to(analysis: Analysis, doer: int, subject: int) -> bool:
    """Whether one is by whom something is done, in a clause put before it, to a subject: "Asked by Ada, she …" is another."""
    tokens = analysis.tokens
    by = tokens[tokens[doer].head]
    verb = tokens[by.head]
    done = tokens[doer].dep == "pobj" and by.dep == "agent" and verb.tag == "VBN" and verb.dep == "advcl"
    return done and tokens[subject].dep in SUBJECTS and verb.head == tokens[subject].head and verb.i < subject


def is_demanders(analysis: Analysis, owner: int, subject: int) -> bool:
    """Whether a mention is who asks for what befalls an owner: "Ada called for her resignation" is another's."""
    tokens = analysis.tokens
    deed = tokens[tokens[owner].head]
    if deed.lemma.lower() not in BEFALLS:
        return False
    verb = tokens[deed.head]
    verb = tokens[verb.head] if verb.pos == "ADP" else verb
    return verb.lemma.lower() in DEMANDS and tokens[subject].dep in SUBJECTS and tokens[subject].head == verb.i


def is_answerers(analysis: Analysis, owner: int, subject: int) -> bool:
    """Whether a mention is who answers what an owner asked or offered: "Ada turned down her request" is another's."""
    tokens = analysis.tokens
    asked = tokens[tokens[owner].head]
    verb = tokens[asked.head]
    if any(tokens[c].text.lower() == "own" for c in analysis.children[asked.i]):
        return False
    if asked.lemma.lower() not in ASKED or asked.dep not in {"dobj", "nsubjpass"} or verb.lemma.lower() not in ANSWERS:
        return False
    by = tokens[tokens[subject].head]
    return (tokens[subject].dep in SUBJECTS and by.i == verb.i) or (by.dep == "agent" and by.head == verb.i)


def said_by(analysis: Analysis, other: Mention, pronoun: Mention, quoted: frozenset[int]) -> bool:
    """Whether the mention is the one who says the quoted words that a third-person pronoun stands in."""
    return pronoun.head in quoted and says_outside(analysis, other, quoted)


def says_outside(analysis: Analysis, other: Mention, quoted: frozenset[int]) -> bool:
    """Whether a mention outside quotations is the subject of a verb of saying."""
    if other.head in quoted:
        return False
    token = analysis.tokens[other.head]
    return token.dep in SUBJECTS and analysis.tokens[token.head].lemma in reporting()


def says(analysis: Analysis, other: Mention, pronoun: Mention) -> bool:
    """Whether the mention is the subject of the verb of saying that the pronoun's clause hangs on."""
    token = analysis.tokens[other.head]
    if token.dep == "appos" and token.head == token.i - 1:
        token = analysis.tokens[token.head]  # "its neighbour Togo said that it …"
    verb = analysis.tokens[token.head]
    if token.dep not in SUBJECTS or verb.lemma not in reporting():
        return False
    return below(analysis, clause_head(analysis, pronoun.head), verb.i)


def sayer(analysis: Analysis, pronoun: Mention) -> int | None:
    """The subject of the verb of saying that the pronoun's clause hangs on, whoever it is."""
    clause = clause_head(analysis, pronoun.head)
    for above in ancestors(analysis, clause):
        if analysis.tokens[above].lemma in reporting() and below(analysis, clause, above):
            subject = (c for c in analysis.children[above] if analysis.tokens[c].dep in SUBJECTS)
            return next(subject, None)
    return None


def owns(analysis: Analysis, other: Mention, pronoun: Mention) -> bool:
    """Whether the pronoun is a possessive in a clause whose subject the mention is."""
    if analysis.tokens[pronoun.head].dep != "poss":
        return False
    clause = clause_head(analysis, pronoun.head)
    if who_of(analysis, clause) == other.head:
        return True  # "Ada, who left her house"
    return analysis.tokens[other.head].dep in SUBJECTS and clause == clause_head(analysis, other.head)


def who_of(analysis: Analysis, clause: int) -> int | None:
    """The noun that "who" stands for where it is the subject of a clause."""
    token = analysis.tokens[clause]
    who = (c for c in analysis.children[clause] if analysis.tokens[c].dep in SUBJECTS)
    related = token.dep == "relcl" and any(analysis.tokens[c].text.lower() in {"who", "that"} for c in who)
    return token.head if related else None


def main_subject(analysis: Analysis, i: int) -> int | None:
    """The subject that follows what is put before it and holds token `i`: "After her speech, Ada …"."""
    for above in ancestors(analysis, i):
        for c in analysis.children[above]:
            if c > i and analysis.tokens[c].dep in SUBJECTS and analysis.tokens[above].pos in {"VERB", "AUX"}:
                return c
    return None


def below(analysis: Analysis, clause: int, verb: int) -> bool:
    """Whether a clause hangs on a verb as what it says."""
    for _ in range(6):
        token = analysis.tokens[clause]
        if token.head == clause:
            return False
        if token.head == verb:
            return token.dep in {"ccomp", "xcomp", "advcl", "conj"}
        clause = token.head
    return False


def named_in_words(analysis: Analysis, role: Mention, name: Mention) -> bool:
    """Whether a name is the subject of what a role says: "the union said Brandt had known"."""
    token, head = analysis.tokens[role.head], analysis.tokens[name.head]
    says_so = token.dep == "nsubj" and analysis.tokens[token.head].lemma in reporting()
    clause = analysis.tokens[head.head]
    return says_so and head.dep in SUBJECTS and clause.dep == "ccomp" and clause.head == token.head
