"""Whether two bodies' names say one thing in other words or another order, as a translation back has them."""

import re
from functools import cache, lru_cache

from tidings.grammar.chains.every_state import of_every_state
from tidings.grammar.names.gazetteer import entry
from tidings.grammar.names.ministries import ministry_kind
from tidings.lexicon import rows, word_classes
from tidings.text.names import name_words

__all__ = ["content", "is_retold", "tells"]

POSSESSIVE = re.compile(r"['’](?:s\b)?")
LINKS = frozenset({"of", "for", "the", "and", "s", "in", "on", "a", "de", "des", "du", "la", "le"})
STEM = 4  # letters of a word that its endings leave, at least
# Longest first. "Regulatory" and "Regulation" are one, "Workers" and "Worker".
ENDINGS: tuple[str, ...] = (
    "isations",
    "izations",
    "isation",
    "ization",
    "ations",
    "ation",
    "atory",
    "ition",
    "ional",
    "ions",
    "ment",
)
ENDINGS += ("ing", "ers", "ors", "ion", "ive", "ian", "er", "or", "al", "ic", "es", "s", "y", "e")
WIDE = frozenset(
    {"internat", "internation", "world", "global", "worldwide", "joint"}
)  # stems that a short form leaves out
TELLING = 2  # words that both names have, of which one at least is no word for bodies


@lru_cache(maxsize=1 << 14)
def content(name: str) -> tuple[str, ...]:
    """The stems of a body's words, sorted, without those that only link; a nation's words as its code."""
    found: list[str] = []
    for written in POSSESSIVE.sub("", name).split():
        plain = name_words(written)
        known = entry(written) if written[:1].isupper() else None
        if known is not None and known.sort in {"country", "demonym", "people"} and known.country is not None:
            found.append(known.country)
        else:
            found += [stem(word) for word in plain if word not in LINKS]
    return tuple(sorted(found))


def stem(word: str) -> str:
    """A plain word without the endings that a translation changes."""
    end = next((e for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= STEM), "")
    return word.removesuffix(end)


def is_retold(a: str, b: str) -> bool | None:
    """Whether two names have the same words in other forms and order; None where one of them is only like in meaning."""
    one, two = content(a), content(b)
    states = [{w for w in words if w.isupper()} for words in (one, two)]
    if not all(states) and not any(of_every_state(name) or ministry_kind(name) for name in (a, b)):
        # only one of them says whose it is, and no other state has one that is called so
        one, two = (tuple(w for w in words if not w.isupper()) for words in (one, two))
    if one == two:
        return len(one) >= TELLING and any(tells(w) for w in one)
    short, full = sorted((one, two), key=len)
    if (
        set(full) - set(short) <= WIDE
        and len(short) >= TELLING
        and len(full) - len(short) == 1
        and set(short) <= set(full)
    ):
        return any(tells(w) for w in short)
    shared = [w for w in one if w in two]
    left, right = [w for w in one if w not in shared], [w for w in two if w not in shared]
    if len(one) != len(two) or len(left) != 1 or len(right) != 1 or not any(tells(w) for w in shared):
        return False
    return None if left[0] != right[0] and kin(left[0], right[0]) else False


def tells(word: str) -> bool:
    """Whether a stem is no word for bodies."""
    return word not in body_stems()


@cache
def body_stems() -> frozenset[str]:
    """The stems of the words for bodies, and of words that many bodies have."""
    return frozenset(stem(word) for word, kind in rows("body_words.tsv") if kind == "organization") | {
        stem(w) for w in ("national", "general", "central", "supreme", "high", "main", "federal", "state", "new")
    }


def kin(a: str, b: str) -> bool:
    """Whether two stems are words that translations put for one another: "brigade" and "battalion"."""
    return any({a, b} <= {stem(w) for w in alike} for alike in alikes())


@cache
def alikes() -> tuple[frozenset[str], ...]:
    """The classes of words that translations put for one another in bodies' names."""
    return tuple(words for name, words in sorted(word_classes("word_classes.tsv").items()) if name.startswith("body_"))
