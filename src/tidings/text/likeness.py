"""How much two wordings say the same: robust to back-translation, wary of a shared topic."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from tidings.lexicon import rows, word_classes, words
from tidings.text.terms import news_share

__all__ = ["Likeness", "Term", "bare", "likeness", "root", "shared_at_most", "terms_of"]

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+){0,3}")
LONGEST = 160  # words of one wording that are compared
RARE = 0.003  # share of articles below which a word is as rare as any
ENDINGS = (
    "ations", "ation", "ings", "ing", "ions", "ion", "ments", "ment", "ities", "ity", "ied", "ies", "ed", "es", "s",
    "ly", "y", "e", "i",
)  # fmt: skip
GRAMMAR = word_classes("word_classes.tsv")["light"]


@dataclass(frozen=True, slots=True)
class Term:
    """One content word: its root, the synonym classes it is in, and how much it tells."""

    root: str
    classes: frozenset[int]
    weight: float
    name: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two wordings compare; shares count by weight."""

    held: float  # of the shorter's content words, how much the longer has, close together
    dice: float  # the same over both
    weight: float  # of all that is shared
    shared: int  # content words shared, names left out
    whole: bool  # the shorter's words stand in the longer in one run
    same: bool  # letter by letter, but for case and marks


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """A word without its endings, by which "annex", "annexes" and "annexation" meet; at least four letters stay."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    word = bases().get(word, word)
    if 4 <= len(word) <= 5 and word[-1] == "s" and word[-2] not in "sui":
        return word[:-1]  # "pays", "boats"
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    for ending in ("ly", "at", "e", "i", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


@cache
def bases() -> dict[str, str]:
    """The base of each irregular form: "stolen" is of "steal"."""
    return {form: line.split()[0] for line in sorted(words("irregular_forms.txt")) for form in line.split()[1:]}


@cache
def classes() -> dict[str, frozenset[int]]:
    """The synonym classes of each root."""
    found: dict[str, set[int]] = {}
    for n, line in enumerate(sorted(words("synonyms.txt"))):
        for word in line.split():
            found.setdefault(root(word), set()).add(n)
    states = sorted({*rows("countries.tsv"), *rows("demonyms.tsv")})
    for code, *cells in states:
        for name in (n.strip() for cell in cells for n in cell.split(";")):
            if name and " " not in name and name[0].isupper():
                found.setdefault(root(name), set()).add(-int.from_bytes(code.encode()))  # "Ghana", "Ghanaian"
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=8192)
def terms_of(text: str) -> tuple[Term, ...]:
    """The content words of a wording, in order."""
    function, share = words("stop_words.txt") | GRAMMAR, news_share()
    found: list[Term] = []
    for n, match in enumerate(WORD.finditer(text)):
        word = match.group()
        small = word.lower().replace("’", "'")
        if small in function or (len(small) < 2 and not small.isdigit()):
            continue
        stem = root(small)
        rarity = -math.log(min(1.0, max(share.get(small, RARE), RARE)))
        name = word[0].isupper() and (n > 0 or small not in share)
        found.append(Term(stem, classes().get(stem, frozenset()), max(0.7, rarity) * (0.5 if name else 1.0), name))
        if len(found) >= LONGEST:
            break
    return tuple(found)


def match(a: Term, b: Term) -> float:
    """How far one content word renders the other: the same root, a synonym, a shared beginning."""
    if a.root == b.root:
        return 1.0
    if a.classes & b.classes:
        return 0.8
    if not (a.name or b.name) and min(len(a.root), len(b.root)) >= 5 and a.root[:5] == b.root[:5]:
        return 0.7
    return 0.0


def likeness(a: str, b: str) -> Likeness:
    """Compare two wordings; the shorter is sought in the best window of the longer."""
    left, right = terms_of(a), terms_of(b)
    short, long_ = (left, right) if (len(left), a) <= (len(right), b) else (right, left)
    same = bare(a) == bare(b)
    if not short:
        return Likeness(0.0, 0.0, 0.0, 0, whole=False, same=same)
    width = max(len(short) * 2, len(short) + 4)
    renders = matches(*((a, b) if short is left else (b, a)))
    pairs: list[tuple[int, int, float]] = []
    for start in range(0, max(1, len(long_) - width + 1), max(1, width // 3)):
        found = aligned(short, renders, start, min(len(long_), start + width))
        if sum(p[2] for p in found) > sum(p[2] for p in pairs):
            pairs = found
    weight = sum(p[2] for p in pairs)
    total, other = weight_of(a), weight_of(b)
    if short is not left:
        total, other = other, total
    shared = sum(1 for i, _, _ in pairs if not short[i].name)
    in_turn = all(k == i + 1 and m == j + 1 for (i, j, _), (k, m, _) in pairwise(pairs))
    whole = len(pairs) == len(short) and in_turn
    return Likeness(weight / total, min(1.0, 2 * weight / (total + other)), weight, shared, whole, same)


@lru_cache(maxsize=8192)
def weight_of(text: str) -> float:
    """How much the content words of a wording tell together."""
    return sum(term.weight for term in terms_of(text))


def signs(term: Term) -> tuple[str | int, ...]:
    """All by which a word may match another: its root, classes, beginning."""
    return term.root, f"{term.root[:5]}…", *term.classes


@lru_cache(maxsize=8192)
def signs_of(text: str) -> Mapping[str | int, tuple[int, ...]]:
    """The signs of a wording's content words, each with the places of the words that have it."""
    found: dict[str | int, list[int]] = {}
    for at, marks in enumerate(marks_of(text)):
        for sign in marks:
            found.setdefault(sign, []).append(at)
    return {sign: tuple(places) for sign, places in found.items()}


def shared_at_most(a: str, b: str) -> float:
    """More than `likeness` can find shared, by weight: a quick look before the close one."""
    left, right = terms_of(a), terms_of(b)
    short, other = (left, b) if (len(left), a) <= (len(right), b) else (right, a)
    ours, theirs = signs_of(a if short is left else b), signs_of(other)
    if ours.keys().isdisjoint(theirs):
        return 0.0
    places = {at for sign in ours.keys() & theirs.keys() for at in ours[sign]}
    return sum(short[at].weight for at in sorted(places))


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """A wording's words in lower case."""
    return " ".join(WORD.findall(text.lower()))


@lru_cache(maxsize=8192)
def marks_of(text: str) -> tuple[tuple[str | int, ...], ...]:
    """The signs of each content word of a wording."""
    return tuple(map(signs, terms_of(text)))


def matches(short: str, long_: str) -> list[list[tuple[int, float]]]:
    """For each content word of the shorter wording the words of the longer that render it, and how far."""
    theirs, others = signs_of(long_), terms_of(long_)
    found: list[list[tuple[int, float]]] = []
    for term, marks in zip(terms_of(short), marks_of(short), strict=True):
        places = sorted({at for sign in marks if sign in theirs for at in theirs[sign]})
        found.append([(at, value) for at in places if (value := match(term, others[at])) > 0])
    return found


def aligned(
    short: Sequence[Term], renders: Sequence[Sequence[tuple[int, float]]], start: int, end: int
) -> list[tuple[int, int, float]]:
    """Each word of the shorter with the best unused one of the window, and the weight they share."""
    used: set[int] = set()
    found: list[tuple[int, int, float]] = []
    for i, term in enumerate(short):
        best, at = 0.0, -1
        for j, value in renders[i]:
            if start <= j < end and j not in used and value > best:
                best, at = value, j
        if at >= 0:
            used.add(at)
            found.append((i, at, best * term.weight))
    return found
