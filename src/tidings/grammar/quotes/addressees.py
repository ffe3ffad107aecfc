"""Who is spoken to: "told Y", "was told", "said to Y", "drew Y's attention", "Asked by Y, X said"."""

from tidings.grammar.quotes.cue_source import on_root
from tidings.grammar.quotes.hearable import TIMES, addressable, is_medium, people, texts
from tidings.grammar.quotes.occasion_hearers import hearer_of_occasion
from tidings.grammar.tree import child, children, sentence_of
from tidings.grammar.verbs import is_passive, prepositional, recipients
from tidings.model import Analysis

__all__ = ["THANKS", "addressee_of", "infinitive"]


WRITES = frozenset({"write", "email", "message", "text", "cable"})
THANKS = frozenset({"thank", "congratulate", "caution", "reassure"})
TOLD = frozenset({"story", "tale", "truth", "lie", "joke", "time", "difference"})
SHOUTS = frozenset({"shout", "yell", "scream", "bark", "snap"})
CALLS = frozenset({"call", "summon", "implore", "beg", "beseech", "exhort", "adjure", "invite"})
VOICES = frozenset({"express", "voice", "offer", "present", "convey", "extend"})
GATHERED = frozenset({"present", "gathered", "assembled"})
MEETS = frozenset({"ring", "summon", "meet", "phone", "telephone", "visit", "receive"})


def addressee_of(analysis: Analysis, i: int, frames: frozenset[str]) -> int | None:
    """The head token of who is spoken to: "told Y", "was told", "said to Y", "drew Y's attention"."""
    tells = bool(frames & {"tell", "accuse"}) or analysis.tokens[i].lemma.lower() in THANKS
    if is_passive(analysis, i) and not on_root(analysis, i):
        if tells and (held := child(analysis, i, "nsubjpass")) is not None:
            return held if addressable(analysis, held) else None
        return None
    for dep in ("dative", "dobj"):
        found = child(analysis, i, dep)
        if found is not None and analysis.tokens[found].pos == "ADP":
            found = child(analysis, found, "pobj")
        spoken_to = found is not None and found > i and (tells or dep == "dative")
        if found is not None and spoken_to and analysis.tokens[found].tag == "PRP":
            found = summoned(analysis, i) or found
        if found is not None and spoken_to and (told_to(analysis, i, found) or is_medium(analysis, found)):
            return found
    if tells or frames & {"obj-to"}:
        for clause in children(analysis, i, "ccomp", "xcomp"):
            held = child(analysis, clause, "nsubj")
            if held is not None and held > i and infinitive(analysis, clause):
                return held if addressable(analysis, held) else None
    calls = analysis.tokens[i].lemma.lower() in CALLS
    if ("obj-to" in frames or calls) and (held := bidden(analysis, i)) is not None:
        return held
    if tells and (held := told_next(analysis, i)) is not None:
        return held
    if analysis.tokens[i].lemma.lower() == "let":  # "let slip to our magazine that …"
        slips = (k for c in children(analysis, i, "ccomp") if c == i + 1 for k in recipients(analysis, c))
        return next((k for k in slips if addressable(analysis, k)), None)
    attention = child(analysis, i, "dobj")
    if analysis.tokens[i].lemma == "draw" and attention is not None and analysis.tokens[attention].lemma == "attention":
        owner = child(analysis, attention, "poss")
        return owner if owner is not None else next(iter(prepositional(analysis, attention, "of")), None)
    for found in (
        written_to(analysis, i),
        hearer_of_occasion(analysis, i),
        demanded_of(analysis, i),
        summoned(analysis, i),
    ):
        if found is not None:
            return found
    if (shouted := shouted_at(analysis, i)) is not None:
        return shouted
    if (voiced := voiced_to(analysis, i)) is not None:
        return voiced
    for noun in recipients(analysis, i) if frames - {"quoted"} else ():
        if addressable(analysis, noun) or is_gathered(analysis, noun):
            return noun
    return called_on(analysis, i) if frames & {"on-to"} else None


def bidden(analysis: Analysis, i: int) -> int | None:
    """Who is to act in "requested the residents to boil water": people, a body or a name before an infinitive."""
    held = child(analysis, i, "dobj")
    acts_next = any(infinitive(analysis, c) for c in children(analysis, i, "xcomp") if held is not None and c > held)
    return held if held is not None and i < held and acts_next and acts(analysis, held) else None


def is_gathered(analysis: Analysis, i: int) -> bool:
    """Whether the words are for whoever is there: "said to the assembled"."""
    before = analysis.tokens[i - 1].text.lower() if i else ""
    return before in {"those", "the"} and analysis.tokens[i].text.lower() in GATHERED


def voiced_to(analysis: Analysis, i: int) -> int | None:
    """To whom regret or thanks are expressed: "conveyed its thanks to the widow of a tailor"."""
    if analysis.tokens[i].lemma.lower() not in VOICES:
        return None
    held = child(analysis, i, "dobj")
    while held is not None:
        for noun in prepositional(analysis, held, "to"):
            if addressable(analysis, noun):
                return noun
        held = child(analysis, held, "conj")
    return None


def shouted_at(analysis: Analysis, i: int) -> int | None:
    """At whom somebody shouts."""
    for prep in children(analysis, i, "prep") if analysis.tokens[i].lemma.lower() in SHOUTS else ():
        held = child(analysis, prep, "pobj") if analysis.tokens[prep].text.lower() == "at" else None
        if held is not None and addressable(analysis, held):
            return held
    return None


def told_to(analysis: Analysis, i: int, found: int) -> bool:
    """Whether the object of a verb is who is told: of "tell" whatever is no text, "told the room", not "told the story"."""
    token = analysis.tokens[found]
    clause = next((c for c in children(analysis, i, "ccomp") if c > i), None)
    alone = clause is not None and child(analysis, clause, "nsubj", "nsubjpass", "mark", "expl") is None
    if alone and token.pos == "NOUN" and token.lemma.lower() not in people() and token.dep == "dobj":
        return False  # "warned the bill could pass": a parse takes the clause's subject for the hearer
    if analysis.tokens[i].lemma.lower() == "promise" and token.pos == "NOUN" and token.lemma.lower() not in people():
        return False  # "promised more attacks"
    tells = analysis.tokens[i].lemma.lower() == "tell" and token.pos == "NOUN" and token.lemma.lower() not in texts()
    return addressable(analysis, found) or (tells and token.ent not in TIMES and token.lemma.lower() not in TOLD)


def written_to(analysis: Analysis, i: int) -> int | None:
    """Whom somebody writes that something is so: "wrote Y last week that …"."""
    found = child(analysis, i, "dobj") if analysis.tokens[i].lemma.lower() in WRITES else None
    if found is None or child(analysis, i, "ccomp") is None or analysis.tokens[found].pos not in {"PROPN", "PRON"}:
        return None
    return found if addressable(analysis, found) and analysis.tokens[found].ent != "WORK_OF_ART" else None


def called_on(analysis: Analysis, i: int) -> int | None:
    """Who is called on: "called on Wednesday on Y to …"."""
    for prep in children(analysis, i, "prep"):
        held = child(analysis, prep, "pobj") if analysis.tokens[prep].text.lower() in {"on", "upon"} else None
        if held is not None and addressable(analysis, held):
            return held
    return None


def told_next(analysis: Analysis, i: int) -> int | None:
    """Whom "told" tells where a parse takes them for the subject of what is told: "told the envoys they expected …"."""
    clause = child(analysis, i, "ccomp")
    held = None if clause is None else child(analysis, clause, "nsubj", "nsubjpass")
    begun = i + 1 < len(analysis.tokens) and analysis.tokens[i + 1].pos in {"DET", "NOUN", "PROPN"}
    if not begun:
        return None
    k = i + 1
    while k + 1 < sentence_of(analysis, i)[1] and analysis.tokens[k + 1].pos in {"NOUN", "PROPN", "ADJ", "NUM"}:
        k += 1
    after = analysis.tokens[k + 1] if k + 1 < len(analysis.tokens) else None
    begins = after is not None and (after.text.lower() == "that" or after.pos == "PRON")
    parted = held is None or held != k
    return k if begins and parted and analysis.tokens[k].pos in {"NOUN", "PROPN"} and addressable(analysis, k) else None


def summoned(analysis: Analysis, i: int) -> int | None:
    """Whom the speaker has before them in "summoned the envoy and told him", "met Y and said that"."""
    above = analysis.tokens[i].head
    if analysis.tokens[i].dep != "conj" or analysis.tokens[above].lemma.lower() not in MEETS:
        return None
    who = child(analysis, i, "nsubj", "nsubjpass")
    if who is not None and analysis.tokens[who].pos != "PRON":
        return None  # "met Y and the mayor said": another speaks, to nobody in particular
    found = child(analysis, above, "dobj")
    return found if found is not None and found < i and addressable(analysis, found) else None


def demanded_of(analysis: Analysis, i: int) -> int | None:
    """Who is to act in "demanded that Y leave": the subject of a clause whose verb is bare."""
    if analysis.tokens[i].lemma.lower() not in {"demand", "insist", "request", "ask", "urge"}:
        return None
    for prep in children(analysis, i, "prep"):
        held = child(analysis, prep, "pobj")
        if analysis.tokens[prep].text.lower() in {"from", "of"} and held is not None and is_party(analysis, held):
            return held
    for clause in children(analysis, i, "ccomp", "xcomp"):
        if analysis.tokens[clause].tag in {"VB", "VBP"} and not children(analysis, clause, "aux", "auxpass"):
            found = child(analysis, clause, "nsubj")
            if found is None and analysis.tokens[clause].tag == "VB" and child(analysis, clause, "det") is not None:
                found = child(analysis, clause, "compound")  # "that the cabinet name an envoy"
            return found if found is not None and acts(analysis, found) else None
    return None


def acts(analysis: Analysis, i: int) -> bool:
    """Whether the token names who can act: a name, a pronoun, a body or people; no "any bill"."""
    token = analysis.tokens[i]
    return addressable(analysis, i) and (token.pos != "NOUN" or bool(token.ent) or token.lemma.lower() in people())


def is_party(analysis: Analysis, i: int) -> bool:
    """Whether the token names somebody: a name, no date; or the office of a name right behind it."""
    named = i + 1 < len(analysis.tokens) and analysis.tokens[i].pos == "NOUN" and analysis.tokens[i + 1].pos == "PROPN"
    return (named or analysis.tokens[i].pos == "PROPN") and addressable(analysis, i)


def infinitive(analysis: Analysis, clause: int) -> bool:
    """Whether the clause is a to-infinitive."""
    return any(analysis.tokens[c].tag == "TO" for c in children(analysis, clause, "aux"))
