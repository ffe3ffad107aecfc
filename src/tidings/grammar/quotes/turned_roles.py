"""Who does what to whom in a wording, by the words right beside its verbs; and whether another wording turns it round."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tidings.lexicon import words
from tidings.text.likeness import root

__all__ = ["turned"]

WORD = re.compile(r"[\w’'-]+|[,;:.!?—–()]")
PARTIES = {
    word: party
    for party, forms in {
        "I": "i me",
        "we": "we us",
        "you": "you",
        "he": "he him",
        "she": "she her",
        "they": "they them",
    }.items()
    for word in forms.split()
}
DETERMINERS = frozenset({"the", "a", "an", "our", "my", "his", "her", "their", "your", "its", "this", "that"})
AUXILIARIES = frozenset(
    [
        "has",
        "have",
        "had",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "being",
        "did",
        "do",
        "does",
        "will",
        "would",
        "shall",
        "should",
        "may",
        "might",
        "can",
        "could",
    ]
)
BETWEEN = AUXILIARIES | frozenset({"not", "never", "also", "then", "again", "first", "once", "twice", "only", "just"})
PASSIVE = frozenset({"was", "were", "is", "are", "be", "been", "being"})
AHEAD = 3  # words between a verb and who stands before it, at most


@dataclass(frozen=True, slots=True)
class Deed:
    """A word with the party right before it and the one right behind it."""

    act: str
    doer: str
    to: str


def turned(a: str, b: str) -> tuple[str, str] | None:
    """The two deeds of one act in which doer and done-to have changed places; None where there are none."""
    ours, theirs = list(deeds(a)), list(deeds(b))
    for mine in ours:
        other = Deed(mine.act, mine.to, mine.doer)
        if other in theirs and other not in ours and mine not in theirs and mine.doer != mine.to:
            return f"{mine.doer} {mine.act} {mine.to}", f"{other.doer} {other.act} {other.to}"
    return None


def deeds(text: str) -> Iterator[Deed]:
    """Each word of a wording that stands between two parties: "the minister asked me", "I was asked by the minister"."""
    found = WORD.findall(text.lower().replace("’", "'"))
    for n, word in enumerate(found):
        if n == 0 or not word[:1].isalpha() or word in BETWEEN or word in words("stop_words.txt"):
            continue
        k, helped = n - 1, []
        while k > 0 and n - k <= AHEAD and found[k] in BETWEEN:
            helped.append(found[k])
            k -= 1
        passive = bool(helped) and any(w in PASSIVE for w in helped) and found[n + 1 : n + 2] == ["by"]
        doer, to = party(found[k]), behind(found, n + 1 + passive)
        if doer is not None and to is not None:
            yield Deed(root(word), *((to, doer) if passive else (doer, to)))


def behind(found: list[str], n: int) -> str | None:
    """The party that begins at a word, behind its determiner."""
    if n < len(found) and found[n] in DETERMINERS and found[n] not in PARTIES:
        n += 1
    return party(found[n]) if n < len(found) else None


def party(word: str) -> str | None:
    """Who a word stands for: a pronoun whatever its case, else the word's root."""
    if word in PARTIES or not word[:1].isalpha():
        return PARTIES.get(word)
    return None if word in BETWEEN or word in words("stop_words.txt") else root(word)
