"""Bylines: who wrote an article, in a line of its own."""

import re
from itertools import takewhile

from tidings.grammar.layout.stamps import find_stamp
from tidings.lexicon import words

__all__ = ["byline", "plain_author"]

OPENING = re.compile(
    r"(?:by|written by|story by|reported by|reporting by|text by|analysis by|authors?\s?:|by\s?:)\s{0,3}(?=\S)",
    re.IGNORECASE,
)
NAME = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][\w'’.-]{0,40}|de|da|di|del|der|van|von|den|bin|ibn|al|el|la|le|ter|dos|al-\w{1,30}"
)
PARTS = re.compile(r"\s{0,3}(?:,\s(?:and\s)?|\s(?:and|&)\s|\||•|·|\s[–—-]\s|\(|/)\s{0,3}")
AND = re.compile(r"\s(?:and|&)\s")
LONGEST = 120  # code points of a line that is a byline


def byline(line: str) -> str | None:
    """The author that the line names, if the line is a byline and nothing more."""
    if len(line) > LONGEST or not (opening := OPENING.match(line)):
        return None
    rest = line[opening.end() :]
    stamp = find_stamp(rest)
    if stamp is not None:
        rest = rest[: stamp.start].rstrip(" |,–—-•·(")
    return plain_author(rest)


def plain_author(rest: str) -> str | None:
    """The names that a byline opens with, roles and outlets after them left off; None if it is no name.

    After a comma another name counts only in a list that ends on "and": else it may be an outlet.
    """
    rest = rest.strip(" \t.:|,")
    parts = [part.strip() for part in PARTS.split(rest)]
    names = list(takewhile(lambda part: person(part) is not None, parts))
    if not names or not all(tail_of_byline(part) for part in parts[len(names) :]):
        return None
    return ", ".join(dict.fromkeys(names if AND.search(rest) else names[:1]))


def person(part: str) -> str | None:
    """The part as a name: one to six capitalised words."""
    found = part.split()
    if not 1 <= len(found) <= 6 or not all(NAME.fullmatch(word) for word in found):
        return None
    if any(
        word.casefold() in words("byline_roles.txt") or word.casefold() in words("stop_words.txt") for word in found
    ):
        return None
    return part


def tail_of_byline(part: str) -> bool:
    """Whether a part of a byline is a name, or words that stand beside one there."""
    return person(part.strip()) is not None or all(
        word.casefold().strip(".,") in words("byline_roles.txt")
        or word[:1].isupper()
        or word in ("in", "for", "of", "the", "at")
        for word in part.split()
    )
