"""Recipes that make a copy, or a report of one origin, out of an article; nothing of the articles is kept here."""

import re
from collections.abc import Callable, Sequence
from hashlib import blake2b

from tidings.lexicon import lines
from tidings.text.sentences import sentences

__all__ = ["COPIES", "ORIGINS", "Recipe", "chosen"]

Recipe = Callable[[str, str, str], str]  # article, another one of the same pile, a seed: the made text

WORD = re.compile(r"[^\W\d_]+")
SMALL = re.compile(r"\b(?:the|a|an|of|to|in|on|at|by|for|with|that|which|and|is|are|was|were|has|have|had|be|been)\b")
SWAPPED = {"of": "from", "to": "towards", "in": "at", "on": "upon", "by": "through", "that": "how", "and": "also"}
SWAPPED |= {"for": "because of", "with": "together with", "was": "came to be", "is": "stands", "has": "holds"}
NUMBER = re.compile(r"\b\d{1,6}\b")


def chosen(seed: str, of: int) -> int:
    """A number below `of` that hangs on the seed alone."""
    return int.from_bytes(blake2b(seed.encode(), digest_size=8).digest(), "big") % of


def parts(text: str) -> list[str]:
    return [text[s.start : s.end].strip() for s in sentences(text)]


def cut(text: str, other: str, seed: str) -> str:
    """The first half or so."""
    told = parts(text)
    return " ".join(told[: max(4, len(told) * (45 + chosen(seed, 30)) // 100)])


def reorder(text: str, other: str, seed: str) -> str:
    """The sentences in another order."""
    told = parts(text)
    return " ".join(sorted(told, key=lambda s: blake2b((seed + s).encode()).digest()))


def headline(text: str, other: str, seed: str) -> str:
    """A new headline and opening before the text."""
    return (
        f"{seed} desk: what is known\n\nOur desk has looked at {chosen(seed, 90)} reports and sums them up here. {text}"
    )


def changed_number(text: str, other: str, seed: str) -> str:
    """Each number another."""
    return NUMBER.sub(lambda m: str(int(m[0]) + 1 + chosen(seed + m[0], 9)), text)


def merged(text: str, other: str, seed: str) -> str:
    """Two thirds of the article, a third of another."""
    mine, theirs = parts(text), parts(other)
    return " ".join([*mine[: max(4, len(mine) * 2 // 3)], *theirs[: max(2, len(theirs) // 3)]])


def reworded(text: str, other: str, seed: str) -> str:
    """Words replaced by others of their class."""
    return WORD.sub(lambda m: another(m[0], seed), text)


def reused(text: str, other: str, seed: str) -> str:
    """Another article, with four sentences of this one in it."""
    told = [s for s in parts(text) if len(s.split()) >= 12 and s[0] not in "“\"'`"]
    at = chosen(seed, max(1, len(told) - 4))
    theirs = parts(other)
    middle = len(theirs) // 2
    return " ".join([*theirs[:middle], *told[at : at + 4], *theirs[middle:]])


def rendered(text: str, other: str, seed: str) -> str:
    """As a second translation reads: small words and verbs others, names, numbers and their order kept."""
    small = SMALL.sub(lambda m: SWAPPED.get(m[0], ""), text)
    return " ".join(WORD.sub(lambda m: another(m[0], seed), small).split())


def another(word: str, seed: str) -> str:
    """Another word of the same class, or the word."""
    found = CLASSES.get(word)
    return found[chosen(seed + word, len(found))] if found else word


CLASSES = {
    word: [w for w in line.split() if w != word]
    for line in lines("synonyms.txt")
    for word in line.split()
    if len(line.split()) > 1
}
COPIES: Sequence[Recipe] = (cut, reorder, headline, changed_number, merged, reworded)
ORIGINS: Sequence[Recipe] = (reused, rendered)
