"""Reporting verbs and nouns: what each verb of the lexicon attributes, which of them stands at a word, and nouns of saying."""

from dataclasses import dataclass
from functools import cache

from tidings.grammar.quotes.hearable import people
from tidings.grammar.tree import child, children
from tidings.lexicon import rows
from tidings.model import Analysis

__all__ = ["Reporter", "reporter_at", "reporters", "saying_nouns"]


@dataclass(frozen=True, slots=True)
class Reporter:
    """A reporting verb of the lexicon: what it attributes and what it takes."""

    lemma: str
    kind: str  # say | think | relay
    strength: float
    frames: frozenset[str]


@cache
def reporters() -> dict[str, Reporter]:
    """The reporting verbs by lemma, phrasal ones as "point out"."""
    return {
        lemma: Reporter(lemma, kind, float(strength), frozenset(frames.split()))
        for lemma, kind, strength, frames in rows("reporting_verbs.tsv")
    }


def reporter_at(analysis: Analysis, i: int) -> Reporter | None:
    """The lexicon's entry for the verb at `i`, a phrasal one before the bare verb."""
    token = analysis.tokens[i]
    if not (token.tag.startswith("VB") or (token.pos == "VERB" and token.dep in {"ROOT", "ccomp", "conj"})):
        return None
    known = reporters()
    if token.dep in {"prep", "amod", "compound"} or (token.dep == "dobj" and token.head < i):
        return None  # "denied on Monday reports that …": a noun that is tagged as a verb
    lemma = token.lemma.lower()
    for c in children(analysis, i, "prt", "prep", "acomp", "oprd", "advmod", "ccomp", "xcomp"):
        if analysis.tokens[c].dep == "xcomp" and c != i + 1:
            continue
        if analysis.tokens[c].dep == "ccomp" and (c != i + 1 or analysis.tokens[c].tag not in {"JJ", "VB"}):
            continue
        if c > i and (found := known.get(f"{lemma} {analysis.tokens[c].text.lower()}")):
            return found
    if lemma in {"know", "understand"} and i > 0 and analysis.tokens[i - 1].text.lower() in {"let", "lets"}:
        return None  # "lets understand that …", as translations have it, is read by itself
    if (lemma == "mean" and not is_opinion(analysis, i)) or (
        lemma == "transmit" and child(analysis, i, "dobj") is not None
    ):
        return None  # "transmitted her words that …": they are hers
    return known.get(lemma)


def is_opinion(analysis: Analysis, i: int) -> bool:
    """Whether "means that" is what somebody holds, as translations from the north have it: "the union means that …"; not what
    a thing entails."""
    who, clause = child(analysis, i, "nsubj"), child(analysis, i, "ccomp")
    mark = None if clause is None else child(analysis, clause, "mark")
    if who is None or mark is None or analysis.tokens[mark].text.lower() != "that":
        return False
    token = analysis.tokens[who]
    somebody = token.ent in {"PERSON", "NORP"} or (token.pos == "NOUN" and token.lemma.lower() in people())
    return somebody or token.text.lower() in {"he", "she"}


@cache
def saying_nouns() -> frozenset[str]:
    """The nouns of what somebody says, such as "claim" or "promise"."""
    return frozenset(noun for noun, kind in rows("reporting_nouns.tsv") if kind == "say")
