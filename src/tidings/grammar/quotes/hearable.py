"""Whether one can speak to what a noun names: people, bodies, outlets, gatherings; not "dismay", not "a bill"."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from tidings.lexicon import rows, words
from tidings.lexicon.calendar import calendar_words
from tidings.lexicon.word_meanings import word_meanings
from tidings.model import Analysis
from tidings.text.meaning import row_of

__all__ = ["TIMES", "addressable", "is_medium", "people", "texts"]

TIMES = frozenset({"DATE", "TIME"})
COUNTS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
DEAF = frozenset(
    {
        "nothing",
        "anything",
        "something",
        "everything",
        "it",
        "this",
        "that",
        "what",
        "which",
        "itself",
        "himself",
        "herself",
    }
)
SHOWS = frozenset({"show", "program", "programme", "podcast", "website", "site", "network"})
DESKS = frozenset({"edition", "newsroom", "correspondent", "redaction"})
DOERS = ("er", "or", "ist", "man", "woman", "ian")  # ends of nouns for people, where no table has the noun
NEAREST = 5  # words of each sort to which a noun is compared
# Set on the 55 kinds of nouns that parses give as hearers in the dev piles of real reports: of those below nobody hears.
LEAST = -0.03


@cache
def people() -> frozenset[str]:
    """Nouns for bodies, offices and roles."""
    offices = {row[0].split()[-1].lower() for row in rows("offices.tsv")}
    return frozenset({row[0] for row in rows("group_nouns.tsv")} | offices | set(words("private_roles.txt")))


@cache
def media() -> frozenset[str]:
    """Words by which an outlet or a programme is known."""
    outlets = {noun for noun, _ in rows("outlet_nouns.tsv")}
    return frozenset(outlets | set(words("media_words.txt")) | SHOWS)


def is_medium(analysis: Analysis, i: int) -> bool:
    """Whether the token is a noun for what publishes or sends, or ends an outlet's name: "a local paper", "the Post"."""
    return analysis.tokens[i].lemma.lower() in media()


def addressable(analysis: Analysis, i: int) -> bool:
    """Whether one can speak to what the token names: a name, a pronoun, people; not a clause or a thing's pronoun."""
    token = analysis.tokens[i]
    if token.ent in TIMES | COUNTS and not is_named_for_a_time(analysis, i):
        return False
    if token.pos == "PRON":
        return token.text.lower() not in DEAF
    named = token.pos in {"PROPN", "NOUN"} or (token.text[:1].isupper() and token.pos == "VERB")  # a name tagged so
    if not named or token.pos == "PROPN":
        return named
    return token.pos != "NOUN" or hears(token.lemma.lower()) or bool(token.ent) or token.text.isupper()


def is_named_for_a_time(analysis: Analysis, i: int) -> bool:
    """Whether it is an outlet or a programme that a reader of entities takes for a time: "told Amber Evening"."""
    token = analysis.tokens[i]
    before = analysis.tokens[i - 1] if i else token
    proper = token.tag in {"NNP", "NNPS"} and before.tag == "NNP" and before.head == i
    dated = {token.text.lower(), before.text.lower()} & calendar_words()
    return proper and token.dep in {"dobj", "dative"} and not dated


@cache
def hears(noun: str) -> bool:
    """Whether a common noun names who can hear: by word list, else by whether its meaning is nearer to people's or to texts'."""
    if (
        noun in people()
        or noun in {n for n, _ in rows("outlet_nouns.tsv")} | {"site", "website", "press", "other"} | DESKS
    ):
        return True
    if noun in texts():
        return False
    if noun in {n.split()[-1] for n, _ in rows("channels.tsv")}:
        return True
    own = vector(noun)
    if own is None:
        return noun.endswith(DOERS)
    return nearest(own, people()) - nearest(own, texts()) > LEAST


@cache
def texts() -> frozenset[str]:
    """Nouns for what is said or written."""
    return frozenset({noun for noun, _ in rows("reporting_nouns.tsv")} | set(words("document_nouns.txt"))) - people()


@cache
def table(nouns: frozenset[str]) -> NDArray[np.float64]:
    """The meanings of nouns, one a row."""
    return np.array([found for noun in sorted(nouns) if (found := vector(noun)) is not None])


def nearest(own: NDArray[np.float64], nouns: frozenset[str]) -> float:
    """How near a meaning is to the nearest of these nouns."""
    return float(np.sort(table(nouns) @ own)[-NEAREST:].mean())


def vector(noun: str) -> NDArray[np.float64] | None:
    """The meaning of a noun, of length one; None for one that the table does not hold."""
    row = row_of(noun)
    if row is None:
        return None
    found = word_meanings()[1][row].astype(np.float64)
    return np.asarray(found / np.linalg.norm(found))
