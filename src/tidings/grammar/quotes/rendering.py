"""How a piece stands to the statement it belongs to, and what one rendering changes against another."""

import re
from collections.abc import Sequence

import numpy as np

from tidings.grammar.quotes.same_statement import NEGATION, negations
from tidings.grammar.quotes.turned_roles import turned
from tidings.text.likeness import likeness, terms_of
from tidings.text.meaning import counterparts, nearness, worded
from tidings.text.names import word_similarity
from tidings.text.quantities import Quantity, compatible, quantities

__all__ = ["altered", "counted_otherwise", "relation_of"]

SHORT = 0.5  # a piece of no more words than this share of the fullest one is an excerpt
ALIKE = 0.6  # renderings less alike than this are not compared word by word
SPELLING = 0.8  # likeness of two spellings of one name
# Set on the dev half of evals/statement_pairs.jsonl.
NEAR = 0.2  # renderings less near in meaning are not compared
COUNTED = 0.3  # nearness of what two numbers count
ONE_WORD = 0.6  # nearness of two words that render one
NEGATED = re.compile(r"(?:\b(?:not|never|no|cannot)|n[’']t)\s(?:\w+\s)?\Z", re.IGNORECASE)
REFUSING = re.compile(
    NEGATION.pattern + r"|\b(?:silen|refus|reject|deny|denie|lack|fail|without|declin|absen|un\w{4})", re.IGNORECASE
)
MARK = re.compile(r"[,;:.—–]")


def relation_of(kind: str, text: str, fullest: str) -> str:
    """`rendering` for quoted words, `excerpt` where they are a small part of the fullest, `paraphrase` for the rest."""
    if kind != "direct":
        return "paraphrase"
    return "excerpt" if len(text.split()) <= SHORT * len(fullest.split()) else "rendering"


def altered(a: str, b: str) -> tuple[str, ...]:
    """In words: a number, a negation, a name that two renderings of one statement give differently, roles they turn."""
    close = likeness(a, b).dice >= ALIKE
    if not close and nearness(a, b) < NEAR:
        return ()
    found = numbers_changed(a, b)
    if negation_changed(a, b) or (close and negations(a) != negations(b)):
        found.append(f"negation: “{a}” against “{b}”")
    if (roles := turned(a, b)) is not None:
        found.append(f"roles: “{roles[0]}” against “{roles[1]}”")
    ours, theirs = names_only(a, b), names_only(b, a)
    if close and ours and len(ours) == len(theirs):
        found += [f"name: “{x}” against “{y}”" for x, y in zip(ours, theirs, strict=True)]
    elif len(states := (states_only(a, b), states_only(b, a))) == 2 and all(len(s) == 1 for s in states):
        found.append(f"name: “{states[0][0]}” against “{states[1][0]}”")
    return tuple(found)


def counted_otherwise(a: str, b: str) -> tuple[str, ...]:
    """Numbers of like things that a wording and its paraphrase or excerpt give differently; other words are free to."""
    return tuple(numbers_changed(a, b, alone=False)) if nearness(a, b) >= NEAR else ()


def numbers_changed(a: str, b: str, *, alone: bool = True) -> list[str]:
    """Numbers of one wording that the other has not, against its own that count the like; two lone ones need not."""
    ours, theirs = quantities(a), quantities(b)
    left = [x for x in ours if not any(counts_alike(x, y) and compatible(x, y) for y in theirs)]
    right = [y for y in theirs if not any(counts_alike(x, y) and compatible(x, y) for x in ours)]
    only = alone and len(left) == len(right) == 1 and not (left[0].dimension or right[0].dimension)
    return [
        f"number: “{a[x.span.start : x.span.end]}” against “{b[y.span.start : y.span.end]}”"
        for x in left
        for y in right
        if only or counts_alike(x, y)
    ]


def counts_alike(x: Quantity, y: Quantity) -> bool:
    """Whether two numbers count the same thing, in one word or in two that mean alike."""
    ours, theirs = " ".join(x.unit.split()[:2]), " ".join(y.unit.split()[:2])
    if x.dimension or y.dimension or not (ours.isascii() and theirs.isascii()):
        return x.dimension == y.dimension
    near = counterparts(ours, theirs)
    return bool(near.size) and bool(near[0].max() >= COUNTED or x.unit.split()[-1:] == y.unit.split()[-1:])


def negation_changed(a: str, b: str) -> bool:
    """Whether a word that the two share in meaning is negated in one, while nothing negates in its clause of the other."""
    near = counterparts(a, b)
    ours, theirs = worded(a).words, worded(b).words
    for i, j in zip(*np.nonzero(near >= ONE_WORD), strict=True):
        one, other = ours[int(i)], theirs[int(j)]
        if one.name or other.name:
            continue
        for text, word, against, its in ((a, one, b, other), (b, other, a, one)):
            if NEGATED.search(text, 0, word.start) and not REFUSING.search(clause_of(against, its.start)):
                return True
    return False


def clause_of(text: str, at: int) -> str:
    """The words between the commas around a place."""
    return MARK.split(text[:at])[-1] + MARK.split(text[at:])[0]


def states_only(a: str, b: str) -> Sequence[str]:
    """The states that one wording names and the other does not, by name or demonym, in order."""
    others = {n for w in worded(b).words for n in w.classes if n < 0}
    named = {w.root: n for w in worded(a).words for n in w.classes if n < 0}
    return [root for root, n in named.items() if n not in others]


def names_only(a: str, b: str) -> Sequence[str]:
    """The names of one wording that the other does not have in any spelling, in order."""
    others = [t.root for t in terms_of(b)]
    return [
        t.root
        for t in terms_of(a)
        if t.name and not any(t.root == o or word_similarity(t.root, o) >= SPELLING for o in others)
    ]
