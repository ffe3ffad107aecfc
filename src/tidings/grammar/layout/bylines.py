"""Bylines: who wrote an article, in a line of its own."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import takewhile

from tidings.grammar.layout.credits import is_medium
from tidings.grammar.layout.features import Line
from tidings.grammar.layout.stamps import find_stamp
from tidings.lexicon import rows, words

__all__ = ["author_alone", "byline", "plain_author"]

OPENING = re.compile(
    r"(?:by|written by|story by|reported by|reporting by|text by|analysis by|authors?\s?:|by\s?:)\s{0,3}(?=\S)",
    re.IGNORECASE,
)
NAME = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][\w'’.-]{0,40}|de|da|di|del|der|van|von|den|bin|ibn|al|el|la|le|ter|dos|al-\w{1,30}"
)
PARTS = re.compile(r"\s{0,3}(?:,\s(?:and\s|with\s)?|\s(?:and|&|with)\s|\||•|·|\s[–—-]\s|\(|/)\s{0,3}")
AND = re.compile(r"\s(?:and|&)\s")
UNDER = 2  # lines between a headline and its author: a deck may stand between
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


def author_alone(
    lines: Sequence[Line], days: Collection[int], between: tuple[int, int], told: Collection[str]
) -> tuple[int, str] | None:
    """The author whose name stands alone between headline and body, with its line: beside the day, or right under the headline.

    Whom the text tells of, by its words, is no author: it is a picture that bears their name.
    """
    title, first = between
    for n in range(title + 1, first):
        found = lines[n].text.strip(" ,|")
        if not is_plain_name(found) or found.split()[-1] in told:
            continue
        if n - 1 in days or n + 1 in days or (n <= title + UNDER and found.split()[0] in given_names()):
            return n, found
    return None


def is_plain_name(text: str) -> bool:
    """Whether a line is two to four capitalised words that are no site's, no place's and no outlet's."""
    found = text.split()
    if not 2 <= len(found) <= 4 or person(text) is None or text.isupper() or is_medium(text):
        return False
    small = {word.casefold() for word in found}
    known = (words("page_words.txt"), words("section_names.txt"), words("media_words.txt"), words("byline_roles.txt"))
    return all(small.isdisjoint(each) for each in known) and all(
        word.isalpha() or "-" in word or "." in word or "’" in word for word in found
    )


@cache
def given_names() -> frozenset[str]:
    """Names by which a person is told."""
    return frozenset(name for row in rows("given_names.tsv") for name in row[1].split())


def plain_author(rest: str) -> str | None:
    """The names that a byline opens with, roles and outlets after them left off; None if it is no name.

    After a comma another name counts only in a list that ends on "and": else it may be an outlet.
    """
    rest = rest.strip(" \t.:|,")
    who, _, where = rest.partition(" in ")
    if where and all(tail_of_byline(part.strip()) for part in PARTS.split(where)):
        rest = who  # "By Ann Orla in Lund, The Lund Post"
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
