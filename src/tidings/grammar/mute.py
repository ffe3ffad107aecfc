"""What cannot speak, so that a verb of asking joined to what is told of it is the speaker's: "said that the body of X bore marks
and demanded that …"."""

from tidings.grammar.tree import child, children
from tidings.lexicon import word_classes
from tidings.model import Analysis

__all__ = ["MUTE", "asker_above", "is_remains"]

MUTE = word_classes("word_classes.tsv")["mute"]
REMAINS = word_classes("word_classes.tsv")["remains"]
ASKING = word_classes("word_classes.tsv")["asking"]


def asker_above(analysis: Analysis, verb: int, subjects: tuple[int, ...]) -> int | None:
    """The verb of saying whose subject asks or refuses, where the subjects that a parse gives the verb cannot; else None."""
    tokens = analysis.tokens
    if tokens[verb].lemma.lower() not in ASKING or not subjects or not all(is_mute(analysis, s) for s in subjects):
        return None
    clause = tokens[verb].head if tokens[verb].dep == "conj" else verb
    above = tokens[clause].head
    said = tokens[clause].dep == "ccomp" and above < clause and child(analysis, above, "nsubj") is not None
    return above if said and any(t.text.lower() == "and" for t in tokens[above:verb]) else None


def is_mute(analysis: Analysis, noun: int) -> bool:
    """Whether it is a thing, or somebody's mortal remains."""
    token = analysis.tokens[noun]
    return token.pos == "NOUN" and (token.lemma.lower() in MUTE or is_remains(analysis, noun))


def is_remains(analysis: Analysis, noun: int) -> bool:
    """Whether a noun is for what is left of the dead: "the corpse of X"; not "the governing body of X"."""
    return analysis.tokens[noun].lemma.lower() in REMAINS and is_of_somebody(analysis, noun)


def is_of_somebody(analysis: Analysis, noun: int) -> bool:
    """Whether "the body" is somebody's, not a body of officials: "the body of Ada Holm", "his body"."""
    described = children(analysis, noun, "compound", "amod")
    whose = any(analysis.tokens[p].text.lower() == "of" for p in children(analysis, noun, "prep"))
    return not described and (whose or child(analysis, noun, "poss") is not None)
