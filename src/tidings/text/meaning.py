"""How near two wordings are in meaning, word by word: what remains where a translation shares no word."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tidings.lexicon import words
from tidings.lexicon.word_kin import word_kin
from tidings.lexicon.word_meanings import word_meanings
from tidings.text.likeness import RARE, WORD, bases, classes, root
from tidings.text.terms import news_share

__all__ = ["Worded", "counterparts", "covered", "lay_beside", "likeness", "near_all", "nearness", "worded"]

# Set on the dev half of evals/statement_pairs.jsonl: words no nearer than FLOOR tell nothing (AUC .96, without it .94).
FLOOR = 0.3
LIKE_WORDS = 0.8  # nearness of two words of one synonym class
KIN: dict[str, float] = {"one": 0.6, "near": 0.3}  # what WordNet's kin are at least, above the floor
ONE = 127.0 * 127.0  # length of a vector of bytes, squared
LONGEST = 60  # content words of a wording that are laid beside another's
ENDINGS = ("ing", "ed", "es", "s", "d", "ly", "er", "ment", "ation", "ions", "ion", "ity")


class Word(NamedTuple):
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
    total: float  # of the weights
    signs: Mapping[str | int, list[int]]  # roots and synonym classes, with the places of the words that have them
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Kin:
    """What WordNet ties to a wording's content words."""

    forms: Mapping[int, list[int]]  # rows of the words and of what they are without endings, with their places
    kin: Mapping[int, list[tuple[int, float]]]  # rows of their kin, with the places and how near these are


Tie = tuple[
    Sequence[int], Sequence[int], float
]  # words of the one, words of the other, how near that makes them at least


@lru_cache(maxsize=8192)
def worded(text: str) -> Worded:
    """The content words of a wording."""
    stop, table = words("stop_words.txt"), word_meanings()[1]
    found: list[Word] = []
    for n, match in enumerate(WORD.finditer(text)):
        written = match.group()
        small = written.lower().replace("’", "'").removesuffix("'s")
        if small in stop:
            continue
        if len(found) >= LONGEST:
            break
        stem, of, row, rarity = known_of(small)
        name = n > 0 and written[0].isupper()
        telling = (None, rarity * 0.3) if name else (row, rarity)
        found.append(Word(match.start(), match.end(), stem, of, name, *telling))
    vectors = np.zeros((len(found), table.shape[1]), np.float32)
    if rows := {k: word.row for k, word in enumerate(found) if word.row is not None}:
        vectors[list(rows)] = table[list(rows.values())]
    signs: dict[str | int, list[int]] = {}
    for k, word in enumerate(found):
        signs.setdefault(word.root, []).append(k)
        for number in word.classes:
            signs.setdefault(number, []).append(k)
    weights = np.array([word.weight for word in found], np.float64)
    return Worded(tuple(found), vectors, weights, float(weights.sum()), signs, text)


@lru_cache(maxsize=8192)
def kin_of(text: str) -> Kin:
    """The kin of a wording's content words."""
    forms: dict[int, list[int]] = {}
    kin: dict[int, list[tuple[int, float]]] = {}
    tables = [(word_kin()[sort], least) for sort, least in KIN.items()]
    for k, word in enumerate(worded(text).words):
        for row in () if word.name else forms_of(text[word.start : word.end].lower()):
            forms.setdefault(row, []).append(k)
            for table, least in tables:
                here = (k, least)
                for other in table.get(row, ()):
                    kin.setdefault(other, []).append(here)
    return Kin(forms, kin)


@lru_cache(maxsize=65536)
def known_of(word: str) -> tuple[str, frozenset[int], int | None, float]:
    """A word's root and synonym classes, its row in the table of meanings, and how rare it is."""
    stem, rarity = root(word), max(0.7, -math.log(max(news_share().get(word, RARE), RARE)))
    return stem, classes().get(stem, frozenset()), row_of(word), rarity


@lru_cache(maxsize=65536)
def row_of(word: str) -> int | None:
    """The table's row of a word, of its base, or of what is left without an ending."""
    return next(iter(forms_of(word)), None)


@lru_cache(maxsize=65536)
def forms_of(word: str) -> tuple[int, ...]:
    """The table's rows of a word, of its base, and of what is left without an ending."""
    known = word_meanings()[0]
    found = [form for form in (word, bases().get(word, word)) if form in known]
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        forms = (stem, stem + "e", stem[:-1] + "y" if stem[-1] == "i" else stem, stem[:-1])
        found.extend(form for form in forms if form in known and len(form) >= 3)
    return tuple(dict.fromkeys(known[form] for form in found))


@lru_cache(maxsize=65536)
def likeness(a: str, b: str) -> float:
    """How near two words are in meaning, 0 to 1; 0 where the table has not both."""
    one, other, table = row_of(a), row_of(b), word_meanings()[1]
    return 0.0 if one is None or other is None else max(0.0, float(table[one] @ table[other]) / ONE)


@lru_cache(maxsize=16384)
def counterparts(a: str, b: str) -> NDArray[np.float64]:
    """How near each content word of one wording is to each of the other, 0 to 1."""
    left, right = worded(a), worded(b)
    near = scaled(left.vectors @ right.vectors.T)
    for ours, theirs, least in ties(left, right):
        for i, j in product(ours, theirs):
            near[i, j] = max(near[i, j], least)
    return near


def scaled(products: NDArray[np.float32]) -> NDArray[np.float64]:
    """Products of two words' vectors as nearness, 0 to 1; in proportion, so that the nearest stay the nearest."""
    near = np.divide(products, ONE, dtype=np.float64)
    near -= FLOOR
    near /= 1.0 - FLOOR
    np.maximum(near, 0.0, out=near)
    np.minimum(near, 1.0, out=near)
    return near


def ties(left: Worded, right: Worded) -> Iterator[Tie]:
    """The words of two wordings that are of one root or one synonym class."""
    for sign in left.signs.keys() & right.signs.keys():
        yield left.signs[sign], right.signs[sign], 1.0 if isinstance(sign, str) else OF_ONE_CLASS


def kindred(left: Worded, right: Worded) -> Iterator[Tie]:
    """The words of two wordings that are of one sense or near in WordNet; those of each wording apart."""
    ours, theirs = kin_of(left.text), kin_of(right.text)
    for row in ours.forms.keys() & theirs.kin.keys():
        for j, least in theirs.kin[row]:
            yield ours.forms[row], (j,), least
    for row in theirs.forms.keys() & ours.kin.keys():
        for i, least in ours.kin[row]:
            yield (i,), theirs.forms[row], least


OF_ONE_CLASS = (LIKE_WORDS - FLOOR) / (1.0 - FLOOR)


def covered(a: str, b: str) -> float:
    """Of a wording's content words, weighed by rarity, how near the other comes: 0 to 1."""
    near, weights = counterparts(a, b), worded(a).weights
    return float(near.max(1) @ weights / weights.sum()) if near.size else 0.0


def nearness(a: str, b: str, *, kin: bool = False) -> float:
    """Of both wordings' content words, weighed by rarity, how near the other comes: 0 to 1; with WordNet's kin if wanted."""
    first, second = (a, b) if a <= b else (b, a)
    if (first, second, kin) not in KNOWN:
        lay_beside(a, (b,), kin=kin)
    return KNOWN[first, second, kin]


KNOWN: dict[tuple[str, str, bool], float] = {}  # nearness of two wordings, with kin or without
MOST_KNOWN = 1 << 16
# Multiplications in one product, beyond which OpenBLAS wakes other threads for longer than they are of use.
SMALL = 1 << 18


def lay_beside(a: str, others: Iterable[str], *, kin: bool = False) -> None:
    """Work out the nearness of a wording to each of others at once, at a third of the cost; `nearness` then knows it."""
    pairs = {other: (a, other, kin) if a <= other else (other, a, kin) for other in others}
    fresh = [other for other, pair in pairs.items() if pair not in KNOWN]
    if len(KNOWN) + len(fresh) > MOST_KNOWN:
        KNOWN.clear()
        fresh = list(pairs)
    if fresh:
        found = near_each(worded(a), end_to_end(fresh), kin=kin)
        KNOWN.update(zip((pairs[other] for other in fresh), found, strict=True))


def near_all(ones: Iterable[str], others: Sequence[str]) -> Iterator[list[float]]:
    """The nearness of each of some wordings to each of others, for whom no single pair is asked again."""
    laid = end_to_end(others)
    return (near_each(worded(one), laid, kin=False) for one in ones)


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Wordings end to end, so that another is laid beside many of them by one product."""

    count: int  # of the wordings, those without content words with them
    places: Sequence[int]  # of those that have words, among all
    each: Sequence[Worded]
    ends: Sequence[int]  # of the words of each
    vectors: NDArray[np.float32]
    weights: NDArray[np.float64]
    totals: NDArray[np.float64]


def end_to_end(texts: Sequence[str]) -> Laid:
    """Wordings laid end to end."""
    told = [(n, found) for n, text in enumerate(texts) if (found := worded(text)).words]
    places, each = [n for n, _ in told], [found for _, found in told]
    return Laid(
        len(texts),
        places,
        each,
        list(accumulate(len(found.words) for found in each)),
        np.concatenate([found.vectors for found in each]) if each else np.zeros((0, 0), np.float32),
        np.concatenate([found.weights for found in each]) if each else np.zeros(0),
        np.array([found.total for found in each]),
    )


def near_each(left: Worded, rights: Laid, *, kin: bool) -> list[float]:
    """How near a wording is to each of others; 0 where one has no words."""
    found = [0.0] * rights.count
    for first, last in runs(rights.ends, SMALL // max(1, left.vectors.size)) if left.words else ():
        for place, near in zip(rights.places[first:last], near_some(left, rights, (first, last), kin=kin), strict=True):
            found[place] = near
    return found


def runs(ends: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Wordings in runs of at most so many words, one at least."""
    first, begun = 0, 0
    while first < len(ends):
        last = max(first + 1, bisect_right(ends, begun + most, lo=first))
        yield first, last
        first, begun = last, ends[last - 1]


def near_some(left: Worded, rights: Laid, run: tuple[int, int], *, kin: bool) -> list[float]:
    """How near a wording is to each of a run of others; all have words."""
    (first, last), width = run, len(left.words)
    begun = rights.ends[first - 1] if first else 0
    starts = [0, *(end - begun for end in rights.ends[first : last - 1])]
    words_of = slice(begun, rights.ends[last - 1])
    products = left.vectors @ rights.vectors[words_of].T  # whole numbers: exact in any order
    ours = np.ascontiguousarray(scaled(np.maximum.reduceat(products, starts, 1)).T)
    theirs = scaled(np.maximum.reduce(products, 0))
    mine, yours = Raised([], []), Raised([], [])
    for n, (right, start) in enumerate(zip(rights.each[first:last], starts, strict=True)):
        note_ties(mine, yours, left, right, (n * width, start))
        for here, there, least in kindred(left, right) if kin else ():
            mine.note(here, n * width, least)
            yours.note(there, start, least)
    mine.raise_in(ours.reshape(-1))
    yours.raise_in(theirs)
    shares = (ours * left.weights).sum(1) / left.total
    shares += np.add.reduceat(theirs * rights.weights[words_of], starts) / rights.totals[first:last]
    return [round(share / 2, 6) for share in shares.tolist()]


def note_ties(mine: "Raised", yours: "Raised", left: Worded, right: Worded, offsets: tuple[int, int]) -> None:
    """Note all `ties`: what is done for each pair of wordings of a story, so that no step is a call."""
    one, other = offsets
    for sign in left.signs.keys() & right.signs.keys():
        least = 1.0 if isinstance(sign, str) else OF_ONE_CLASS
        for place in left.signs[sign]:
            mine.places.append(one + place)
            mine.least.append(least)
        for place in right.signs[sign]:
            yours.places.append(other + place)
            yours.least.append(least)


class Raised(NamedTuple):
    """Places of nearness, and what it is there at least."""

    places: list[int]
    least: list[float]

    def note(self, places: Sequence[int], offset: int, least: float) -> None:
        """It is at least so much at these places."""
        for place in places:
            self.places.append(offset + place)
            self.least.append(least)

    def raise_in(self, near: NDArray[np.float64]) -> None:
        """Raise it where it is less."""
        if self.places:
            np.maximum.at(near, self.places, self.least)
