"""The nouns after a preposition of a verb or noun, wherever a parser hung them: on a day, on the amount, elsewhere behind ", and"."""

from tidings.grammar.tree import children, sentence_of, subtree
from tidings.grammar.verbs import prepositional
from tidings.model import Analysis

__all__ = ["after", "after_amount", "in_front"]

NEAR = 8  # tokens in which the second of two follows


def joined_later(analysis: Analysis, first: int) -> tuple[int, ...]:
    """The second of "between A of X and B", where the parser joined it to X."""
    below = subtree(analysis, first, frozenset({"relcl", "acl"}))
    joined = tuple(i for i in below if analysis.tokens[i].dep in {"conj", "appos"} and i != first)
    return (*joined, *hung_elsewhere(analysis, first))


def hung_elsewhere(analysis: Analysis, first: int) -> tuple[int, ...]:
    """The noun behind ", and", which a parser made the subject of what follows: "a call between the director, A, and Minister B lasted …"."""
    _, end = sentence_of(analysis, first)
    at = next((i for i in range(first + 1, min(first + NEAR, end)) if analysis.tokens[i].text.lower() == "and"), end)
    if at == end or analysis.tokens[at - 1].text != ",":
        return ()
    inner = {"compound", "poss", "amod", "nmod", "det", "case", "nummod"}
    nouns = (i for i in range(at + 1, min(at + NEAR, end)) if analysis.tokens[i].pos in {"NOUN", "PROPN"})
    noun = next((i for i in nouns if analysis.tokens[i].dep not in inner), None)
    return (noun,) if noun is not None and analysis.tokens[noun].dep in {"nsubj", "nsubjpass"} else ()


def after_amount(analysis: Analysis, noun: int, word: str) -> tuple[int, ...]:
    """What stands after a preposition that the parser hung on the amount: "a duty of 5 per cent on steel"."""
    for amount in prepositional(analysis, noun, "of"):
        if any(analysis.tokens[c].tag == "CD" for c in (*children(analysis, amount, "nummod", "compound"), amount)):
            return after(analysis, amount, word)
    return ()


def after_day(analysis: Analysis, head: int, word: str) -> tuple[int, ...]:
    """What stands after a preposition that the parser hung on a day or a word like "home": "met on Monday with X"."""
    days = (n for p in children(analysis, head, "prep") for n in children(analysis, p, "pobj"))
    beside = (*children(analysis, head, "npadvmod"), *(n for n in days if n > head))
    hung = [n for n in beside if analysis.tokens[n].ent in {"DATE", "TIME"}]
    if word == "from":
        hung += [c for c in children(analysis, head, "advmod") if analysis.tokens[c].lemma in {"home", "back"}]
    return next((found for n in hung if word not in {"of", "to"} and (found := prepositional(analysis, n, word))), ())


def after(analysis: Analysis, head: int, word: str) -> tuple[int, ...]:
    """The nouns after a preposition, also where another stands before it: "including against …"."""
    found = prepositional(analysis, head, word) or after_day(analysis, head, word)
    if word == "before":
        found = found or in_front(analysis, head)
    if word == "between" and len(found) == 1:
        found = (*found, *joined_later(analysis, found[0]))
    for prep in children(analysis, head, "prep"):
        found = found or prepositional(analysis, prep, word)
    return found


def in_front(analysis: Analysis, head: int) -> tuple[int, ...]:
    """The nouns before which something is done, told by three words: "sat in front of the ministry"."""
    fronts = (n for n in prepositional(analysis, head, "in") if analysis.tokens[n].lemma == "front")
    return tuple(noun for n in fronts for noun in prepositional(analysis, n, "of"))
