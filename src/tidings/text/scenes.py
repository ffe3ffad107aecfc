"""Where words say that something took place: the names after "in", "on", "near", also where no parser sees a place."""

import re
from functools import cache

from tidings.lexicon import rows
from tidings.lexicon.calendar import calendar_words
from tidings.text.terms import stem

__all__ = ["names_in", "scenes_in"]

NAME = r"[A-ZÀ-Þ][\w’'-]+"
SETTLED = r"(?:village|town|city|port|island|district|province|region|suburb|neighbou?rhood)"
PLACED = re.compile(
    rf"\b(?:(?:in|on|at|near|outside|inside|around)\s+(?:the\s+)?(?:[a-z][\w-]+\s+(?:of\s+)?){{0,4}}|{SETTLED}\s+of\s+)"
    rf"({NAME}(?:\s+{NAME}){{0,2}})"
)
WORD = re.compile(NAME)


def scenes_in(words: str) -> frozenset[str]:
    """The words of names that stand after "in", "on", "near" …, countries aside."""
    return frozenset(word for found in PLACED.finditer(words) for word in names_in(found[1])) - wide()


def names_in(text: str) -> frozenset[str]:
    """All words with a capital, small and cut to their stems, without those of the calendar."""
    found = {word.removesuffix("’s").removesuffix("'s").lower() for word in WORD.findall(text)}
    return frozenset(stem(word) for word in found - calendar_words())


@cache
def wide() -> frozenset[str]:
    """The words of the names of countries, in which many deeds take place."""
    return frozenset(stem(word.lower()) for row in rows("countries.tsv") for cell in row for word in WORD.findall(cell))
