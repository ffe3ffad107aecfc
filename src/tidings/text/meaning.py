"""How near two wordings are in meaning, word by word: what remains where a translation shares no word."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tidings.lexicon import words
from tidings.lexicon.word_meanings import word_meanings
from tidings.text.likeness import RARE, WORD, bases, classes, root
from tidings.text.terms import news_share

__all__ = ["Worded", "counterparts", "nearness", "worded"]

# Set on the dev half of evals/statement_pairs.jsonl: words no nearer than FLOOR tell nothing (AUC .96, without it .94).
FLOOR = 0.3
LIKE_WORDS = 0.8  # nearness of two words of one synonym class
ONE = 127.0 * 127.0  # length of a vector of bytes, squared
LONGEST = 60  # content words of a wording that are laid beside another's
ENDINGS = ("ing", "ed", "es", "s", "d", "ly", "er", "ment", "ation", "ions", "ion", "ity")


@dataclass(frozen=True, slots=True)
class Word:
    """One content word of a wording."""

    start: int
    end: int
    root: str
    classes: frozenset[int]
    name: bool
    row: int | None  # in the table of meanings; none for names
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class Worded:
    """A wording's content words with their vectors, zero where the table has none."""

    words: tuple[Word, ...]
    vectors: NDArray[np.float32]
    weights: NDArray[np.float64]


@lru_cache(maxsize=8192)
def worded(text: str) -> Worded:
    """The content words of a wording."""
    stop, share = words("stop_words.txt"), news_share()
    table = word_meanings()[1]
    found: list[Word] = []
    for n, match in enumerate(WORD.finditer(text)):
        small = match.group().lower().replace("’", "'").removesuffix("'s")
        if small in stop or len(found) >= LONGEST:
            continue
        stem = root(small)
        name = match.group()[0].isupper() and n > 0
        rarity = max(0.7, -math.log(max(share.get(small, RARE), RARE))) * (0.3 if name else 1.0)
        row = None if name else row_of(small)
        found.append(Word(match.start(), match.end(), stem, classes().get(stem, frozenset()), name, row, rarity))
    vectors = np.zeros((len(found), table.shape[1]), np.float32)
    for k, word in enumerate(found):
        if word.row is not None:
            vectors[k] = table[word.row]
    return Worded(tuple(found), vectors, np.array([w.weight for w in found], np.float64))


@lru_cache(maxsize=65536)
def row_of(word: str) -> int | None:
    """The table's row of a word, of its base, or of what is left without an ending."""
    known = word_meanings()[0]
    for form in (word, bases().get(word, word)):
        if form in known:
            return known[form]
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        for form in (stem, stem + "e", stem[:-1] + "y" if stem[-1] == "i" else stem, stem[:-1]):
            if form in known and len(form) >= 3:
                return known[form]
    return None


@lru_cache(maxsize=16384)
def counterparts(a: str, b: str) -> NDArray[np.float64]:
    """How near each content word of one wording is to each of the other, 0 to 1."""
    left, right = worded(a), worded(b)
    near = (left.vectors @ right.vectors.T).astype(np.float64) / ONE
    roots = {word.root for word in right.words}
    found = frozenset[int]().union(*(word.classes for word in right.words))
    for i, one in enumerate(left.words):
        if one.root not in roots and found.isdisjoint(one.classes):
            continue  # of no word there: nine of ten
        for j, other in enumerate(right.words):
            if one.root == other.root:
                near[i, j] = 1.0
            elif one.classes & other.classes:
                near[i, j] = max(near[i, j], LIKE_WORDS)
    near = (near - FLOOR) / (1.0 - FLOOR)
    return np.clip(near, 0.0, 1.0)


@lru_cache(maxsize=16384)
def nearness(a: str, b: str) -> float:
    """Of both wordings' content words, weighed by rarity, how near the other comes: 0 to 1."""
    if a > b:
        return nearness(b, a)
    near = counterparts(a, b)
    if not near.size:
        return 0.0
    left, right = worded(a).weights, worded(b).weights
    covered = float(near.max(1) @ left / left.sum()), float(near.max(0) @ right / right.sum())
    return round((covered[0] + covered[1]) / 2, 6)
