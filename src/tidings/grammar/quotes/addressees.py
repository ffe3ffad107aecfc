"""Who is spoken to: "told Y", "was told", "said to Y", "drew Y's attention", "Asked by Y, X said"."""

from functools import cache

from tidings.grammar.tree import child, children, noun_phrase, sentence_of, span_of, tokens_in
from tidings.grammar.verbs import is_passive, passive_agent, recipients
from tidings.lexicon import rows, words
from tidings.model import Analysis, Span

__all__ = ["addressable", "addressee_of", "hearer", "infinitive", "people"]


TIMES = frozenset({"DATE", "TIME"})
ADDRESSES = frozenset({"address", "speak", "talk", "write", "testify"})
INTERVIEWS = frozenset({"interview", "conversation"})
MEETS = frozenset({"summon", "meet", "phone", "telephone", "visit", "receive"})


def addressee_of(analysis: Analysis, i: int, frames: frozenset[str]) -> int | None:
    """The head token of who is spoken to: "told Y", "was told", "said to Y", "drew Y's attention"."""
    tells = bool(frames & {"tell", "accuse"})
    if is_passive(analysis, i):
        if tells and (held := child(analysis, i, "nsubjpass")) is not None:
            return held if addressable(analysis, held) else None
        return None
    for dep in ("dative", "dobj"):
        found = child(analysis, i, dep)
        if found is not None and analysis.tokens[found].pos == "ADP":
            found = child(analysis, found, "pobj")
        spoken_to = found is not None and found > i and (tells or dep == "dative")
        if found is not None and spoken_to and (addressable(analysis, found) or is_outlet(analysis, found)):
            return found
    if tells or frames & {"obj-to"}:
        for clause in children(analysis, i, "ccomp", "xcomp"):
            held = child(analysis, clause, "nsubj")
            if held is not None and held > i and infinitive(analysis, clause):
                return held if addressable(analysis, held) else None
    if tells and (held := told_next(analysis, i)) is not None:
        return held
    attention = child(analysis, i, "dobj")
    if analysis.tokens[i].lemma == "draw" and attention is not None and analysis.tokens[attention].lemma == "attention":
        return child(analysis, attention, "poss")
    for found in (
        answered_to(analysis, i),
        interviewer(analysis, i),
        asked_by(analysis, i),
        message_to(analysis, i),
        speaking_to(analysis, i),
        demanded_of(analysis, i),
        summoned(analysis, i),
    ):
        if found is not None:
            return found
    for noun in recipients(analysis, i) if frames - {"quoted"} else ():
        if addressable(analysis, noun):
            return noun
    return called_on(analysis, i) if frames & {"on-to"} else None


def called_on(analysis: Analysis, i: int) -> int | None:
    """Who is called on: "called on Wednesday on Y to …"."""
    for prep in children(analysis, i, "prep"):
        held = child(analysis, prep, "pobj") if analysis.tokens[prep].text.lower() in {"on", "upon"} else None
        if held is not None and addressable(analysis, held):
            return held
    return None


def hearer(analysis: Analysis, head: int) -> Span:
    """The noun phrase of who is spoken to, up to a quote mark, with a name right behind it: "the channel Vesna"."""
    inside = tokens_in(analysis, noun_phrase(analysis, head))
    last = next((k - 1 for k in inside if k > head and analysis.tokens[k].tag in {"``", "''"}), inside[-1])
    while last > head and analysis.tokens[last].pos in {"ADP", "DET", "PUNCT", "CCONJ", "AUX", "VERB"}:
        last -= 1
    end = sentence_of(analysis, head)[1]
    common = analysis.tokens[last].pos == "NOUN" and last == head
    while (
        common
        and last + 1 < end
        and analysis.tokens[last + 1].pos == "PROPN"
        and analysis.tokens[last + 1].ent not in TIMES
    ):
        last += 1
    return span_of(analysis, inside[0], last)


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
    found = child(analysis, above, "dobj")
    return found if found is not None and found < i and addressable(analysis, found) else None


def answered_to(analysis: Analysis, i: int) -> int | None:
    """Who is answered in "responded to Y's warning by saying"."""
    by = analysis.tokens[i].head
    if analysis.tokens[i].dep != "pcomp" or analysis.tokens[by].text.lower() != "by":
        return None
    verb = analysis.tokens[by].head
    for noun in (
        recipients(analysis, verb) if analysis.tokens[verb].lemma in {"respond", "reply", "answer", "react"} else ()
    ):
        owner = child(analysis, noun, "poss")
        return owner if owner is not None else (noun if addressable(analysis, noun) else None)
    return None


def asked_by(analysis: Analysis, i: int) -> int | None:
    """Who asked, in "Asked by Y about …, X said"."""
    for clause in children(analysis, i, "advcl"):
        if (
            analysis.tokens[clause].lemma.lower() in {"ask", "question", "press"}
            and analysis.tokens[clause].tag == "VBN"
        ):
            agents = passive_agent(analysis, clause)
            return agents[0] if agents else None
    return None


def message_to(analysis: Analysis, i: int) -> int | None:
    """To whom the words are sent in "said in a message to Y"."""
    for prep in children(analysis, i, "prep"):
        noun = child(analysis, prep, "pobj")
        if noun is None or analysis.tokens[noun].lemma.lower() not in words("document_nouns.txt"):
            continue
        for to in children(analysis, noun, "prep"):
            if analysis.tokens[to].text.lower() == "to":
                found = child(analysis, to, "pobj")
                return found if found is not None and addressable(analysis, found) else None
    return None


def speaking_to(analysis: Analysis, i: int) -> int | None:
    """Before whom the words are said in "Speaking to farmers in Oslo, X promised …", "Addressing troops, X said"."""
    for clause in children(analysis, i, "advcl"):
        verb = analysis.tokens[clause]
        if verb.tag != "VBG" or verb.lemma.lower() not in ADDRESSES:
            continue
        heads = [child(analysis, clause, "dobj")] if verb.lemma.lower() == "address" else []
        heads += [child(analysis, p, "pobj") for p in children(analysis, clause, "prep") if is_towards(analysis, p)]
        return next((k for k in heads if k is not None and addressable(analysis, k)), None)
    return None


def is_towards(analysis: Analysis, i: int) -> bool:
    """Whether the preposition leads to a hearer."""
    return analysis.tokens[i].text.lower() in {"to", "with", "before"}


def interviewer(analysis: Analysis, i: int) -> int | None:
    """To whom the interview is given that the words are said in: "said in an interview with Y", "in Y's interview"."""
    for prep in children(analysis, i, "prep"):
        noun = child(analysis, prep, "pobj")
        if noun is None or analysis.tokens[noun].lemma.lower() not in INTERVIEWS:
            continue
        for to in children(analysis, noun, "prep"):
            found = child(analysis, to, "pobj")
            if analysis.tokens[to].text.lower() in {"with", "to", "for"} and found is not None:
                return found if addressable(analysis, found) or is_outlet(analysis, found) else None
    return None


def demanded_of(analysis: Analysis, i: int) -> int | None:
    """Who is to act in "demanded that Y leave": the subject of a clause whose verb is bare."""
    if analysis.tokens[i].lemma.lower() not in {"demand", "insist", "request", "ask", "urge"}:
        return None
    for prep in children(analysis, i, "prep"):
        held = child(analysis, prep, "pobj")
        if analysis.tokens[prep].text.lower() in {"from", "of"} and held is not None and is_party(analysis, held):
            return held
    for clause in children(analysis, i, "ccomp"):
        if analysis.tokens[clause].tag in {"VB", "VBP"} and not children(analysis, clause, "aux", "auxpass"):
            found = child(analysis, clause, "nsubj")
            return found if found is not None and acts(analysis, found) else None
    return None


def acts(analysis: Analysis, i: int) -> bool:
    """Whether the token names who can act: a name, a pronoun, a body or people; no "any bill"."""
    token = analysis.tokens[i]
    return addressable(analysis, i) and (token.pos != "NOUN" or bool(token.ent) or token.lemma.lower() in people())


@cache
def people() -> frozenset[str]:
    """Nouns for bodies, offices and roles."""
    offices = {row[0].split()[-1].lower() for row in rows("offices.tsv")}
    return frozenset({row[0] for row in rows("group_nouns.tsv")} | offices | set(words("private_roles.txt")))


def is_party(analysis: Analysis, i: int) -> bool:
    """Whether the token names somebody: a name, no date; or the office of a name right behind it."""
    named = i + 1 < len(analysis.tokens) and analysis.tokens[i].pos == "NOUN" and analysis.tokens[i + 1].pos == "PROPN"
    return (named or analysis.tokens[i].pos == "PROPN") and addressable(analysis, i)


def is_outlet(analysis: Analysis, i: int) -> bool:
    """Whether the noun is one for what publishes: "told a local paper"."""
    return analysis.tokens[i].lemma.lower() in {"paper", "channel", "website", "page", "broadcast", "blog"}


def addressable(analysis: Analysis, i: int) -> bool:
    """Whether one can speak to what the token names: a name, a pronoun, people; not a clause or a thing's pronoun."""
    token = analysis.tokens[i]
    if token.ent in {*TIMES, "CARDINAL", "MONEY", "PERCENT", "QUANTITY"}:
        return False
    if token.pos == "PRON":
        return token.text.lower() not in {"it", "this", "that", "what", "which", "itself", "himself", "herself"}
    named = token.pos in {"PROPN", "NOUN"} or (token.text[:1].isupper() and token.pos == "VERB")  # a name tagged so
    return named and (token.pos == "PROPN" or token.lemma.lower() not in words("document_nouns.txt"))


def infinitive(analysis: Analysis, clause: int) -> bool:
    """Whether the clause is a to-infinitive."""
    return any(analysis.tokens[c].tag == "TO" for c in children(analysis, clause, "aux"))
