"""Makes src/tidings/lexicon/person_words.txt: the common nouns whose foremost sense in WordNet is a person.

    python -m training.person_words WORDNET src/tidings/lexicon/person_words.txt

WORDNET is the folder of Princeton WordNet 3.0's database (Debian's wordnet-base). Only words of `word_meanings.npz` count.
"""

import sys
from pathlib import Path

from tidings.lexicon.word_meanings import word_meanings

PERSON = 18  # WordNet's lexicographer file noun.person
HEAD = """# Common nouns that name a person by their foremost sense in WordNet 3.0; made by training/person_words.py.
# Source: WordNet 3.0, Copyright 2006 by Princeton University; its licence stands in word_kin_licence.txt.
"""


def main(wordnet: Path, out: Path) -> None:
    """Write the list, in the order of the alphabet."""
    synsets = {}  # of persons: the words as they are written, individuals with a capital
    for entry in (wordnet / "data.noun").read_text("latin-1").splitlines():
        cells = entry.split()
        if not entry.startswith(" ") and int(cells[1]) == PERSON:
            synsets[cells[0]] = set(cells[4 : 4 + 2 * int(cells[3], 16) : 2])
    known = word_meanings()[0]
    found = set()
    for entry in (wordnet / "index.noun").read_text("latin-1").splitlines():
        cells = entry.split()
        if not entry.startswith(" ") and cells[0].isalpha() and cells[0] in known:
            first = cells[-int(cells[2])]
            if cells[0] in synsets.get(first, ()):
                found.add(cells[0])
    out.write_text(HEAD + "".join(f"{word}\n" for word in sorted(found)), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
