"""Who speaks where a translation puts other words between the verb and them: “…”, told to this paper the chaplain."""

from dataclasses import replace

from tidings.grammar.quotes.hearable import people
from tidings.grammar.quotes.reporting import Cue, party
from tidings.grammar.tree import sentence_of
from tidings.lexicon import words
from tidings.model import Analysis

__all__ = ["subject_behind"]

BETWEEN = frozenset({"to", "with", "in", "on", "before", "after"})
PHRASE = 8  # tokens of what stands between
NOUNS = frozenset({"NOUN", "PROPN"})
BODIES = frozenset({"ORG", "GPE", "NORP"})


def subject_behind(analysis: Analysis, cue: Cue) -> Cue:
    """The cue with the person or body behind the phrase that follows its verb as who speaks, and "to X" as who hears."""
    tokens, end = analysis.tokens, sentence_of(analysis, cue.verb)[1]
    at = cue.verb + 1
    if at >= end or tokens[at].text.lower() not in BETWEEN or (cue.source_head or end) < cue.verb:
        return cue
    heard = last_noun(analysis, at + 1, end)
    who = None if heard is None else heard + 1
    if who is None or who >= end or not opens(analysis, who):
        return cue
    head = last_noun(analysis, who, end)
    if head is None or not speaks(analysis, head):
        return cue
    found = replace(cue, source=party(analysis, head), source_head=head)
    if tokens[at].text.lower() != "to" or heard is None:
        return found
    return replace(found, addressee=party(analysis, heard), addressee_head=heard)


def opens(analysis: Analysis, i: int) -> bool:
    """Whether a noun phrase begins at a token: its article or a name."""
    token = analysis.tokens[i]
    return token.pos == "PROPN" or (token.pos == "DET" and token.text.lower() in {"the", "a", "an"})


def last_noun(analysis: Analysis, begin: int, end: int) -> int | None:
    """The last noun of the run of nouns that a phrase from `begin` on has, with nothing but its modifiers before."""
    tokens, k = analysis.tokens, begin
    while k < min(end, begin + PHRASE) and tokens[k].pos in {"DET", "ADJ", "PRON", "NUM"}:
        k += 1
    if k >= end or tokens[k].pos not in NOUNS:
        return None
    while k + 1 < end and tokens[k + 1].pos in NOUNS:
        k += 1
    return k


def speaks(analysis: Analysis, head: int) -> bool:
    """Whether a noun is a person's or a body's."""
    token = analysis.tokens[head]
    return (
        token.ent == "PERSON"
        or token.ent in BODIES
        or token.lemma.lower() in people() | words("person_words.txt")
        or token.pos == "PROPN"
    )
