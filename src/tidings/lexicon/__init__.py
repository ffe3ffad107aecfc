"""Word lists and tables as data: one concept a file, its source in the header.

A file is UTF-8; lines that start with `#` and empty lines are not data. `words` reads
one entry a line, `rows` tab-separated columns, `word_classes` named classes of words, `weights` a learnt table of signs.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["rows", "weights", "word_classes", "words"]


@cache
def lines(name: str) -> tuple[str, ...]:
    """The data lines of a lexicon file, in order."""
    text = (files(__name__) / name).read_text("utf-8")
    return tuple(line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of a one-column file such as "reporting_verbs.txt"."""
    return frozenset(line.strip() for line in lines(name))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated file such as "countries.tsv", in order."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines(name))


@cache
def weights(name: str) -> Mapping[str, float]:
    """What each sign of a learnt table such as "event_trust.tsv" adds."""
    return {sign: float(weight) for sign, weight in rows(name)}


@cache
def word_classes(name: str) -> Mapping[str, frozenset[str]]:
    """The classes of words of a table such as "word_classes.tsv", by name; `_` stands for a space within an entry."""
    return {row[0]: frozenset(word.replace("_", " ") for word in row[1].split()) for row in rows(name)}
