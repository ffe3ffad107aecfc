"""Makes src/tidings/lexicon/word_kin.npz: which common words WordNet knows to mean the same, or nearly.

    python -m training.word_kin WORDNET src/tidings/lexicon/word_kin.npz

WORDNET is the folder of Princeton WordNet 3.0's database (Debian's wordnet-base). Two words of `word_meanings.npz` are of
one sense where a synset holds both among the first senses of each, and near where one's is right above the other's,
alike, or made from it.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np

from tidings.lexicon.word_meanings import word_meanings

SENSES = 3  # of a word in each part of speech, the most frequent first; one to four give F1 within .02 of one another
SORTS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
NEAR = {"@": "above", "&": "alike", "+": "made from"}
Synset = tuple[str, str]
Pairs = set[tuple[int, int]]


def main(wordnet: Path, out: Path) -> None:
    """Write the table."""
    rows, own = word_meanings()[0], defaultdict(set)
    for word, synset in senses(wordnet):
        if word in rows:
            own[synset].add(rows[word])
    one: Pairs = {pair for held in own.values() for pair in combinations(sorted(held), 2)}
    near: Pairs = set()
    for synset, other in relations(wordnet):
        near |= {(min(a, b), max(a, b)) for a in own.get(synset, ()) for b in own.get(other, ()) if a != b}
    found = {"one": sorted(one), "near": sorted(near - one)}
    print({sort: len(pairs) for sort, pairs in found.items()})
    np.savez_compressed(out, **{sort: np.array(pairs, np.uint16).T.copy() for sort, pairs in found.items()})


def senses(wordnet: Path) -> Iterator[tuple[str, Synset]]:
    """Each single word with each of its first senses."""
    for sort in sorted(set(SORTS.values())):
        for line in lines(wordnet / f"index.{sort}"):
            cells = line.split()
            for offset in cells[6 + int(cells[3]) :][:SENSES]:
                yield cells[0], (sort, offset)


def relations(wordnet: Path) -> Iterator[tuple[Synset, Synset]]:
    """Each synset with each that is right above it, alike, or made from it."""
    for sort in sorted(set(SORTS.values())):
        for line in lines(wordnet / f"data.{sort}"):
            cells = line.split("|")[0].split()
            first = 5 + 2 * int(cells[3], 16)
            for at in range(first, first + 4 * int(cells[first - 1]), 4):
                if cells[at] in NEAR:
                    yield (sort, cells[0]), (SORTS[cells[at + 2]], cells[at + 1])


def lines(file: Path) -> Iterator[str]:
    """The lines of a file of the database, without the licence at its head."""
    yield from (line for line in file.read_text("ascii").splitlines() if not line.startswith("  "))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
