"""The words of a quotation, written one way: contractions, initials, numbers and spellings folded."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tidings.lexicon import rows, words
from tidings.text.likeness import root

__all__ = ["MASK", "Word", "plain_words"]

BRACKETED = re.compile(r"\[[^\]]{0,40}\]|\([^)]{0,40}\)")
SPOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+){0,3}")
MASKED = re.compile(r"\b\w{1,8}\*{1,8}\w{0,8}|\b\w{1,3}-{3,8}\w{0,8}")
VERBS = {
    "said": "say",
    "says": "say",
    "saying": "say",
    "goes": "go",
    "going": "go",
    "went": "go",
    "did": "do",
    "does": "do",
}
MASK = "xmaskx"  # a word that an outlet does not print
INITIALS = re.compile(r"\b(?:[A-Z]\.){2,5}")
CONTRACTED = tuple(  # all with an apostrophe
    (re.compile(short, re.IGNORECASE), full)
    for short, full in (
        (r"\bwon[’']t\b", "will not"),
        (r"\bcan[’']t\b", "can not"),
        (r"(?<=\w)n[’']t\b", " not"),
        (r"\bi[’']m\b", "I am"),
        (r"(?<=\w)[’']re\b", " are"),
        (r"(?<=\w)[’']ve\b", " have"),
        (r"(?<=\w)[’']ll\b", " will"),
        (r"(?<=\w)[’']d\b", " would"),
        (r"\b(it|he|she|that|there|here|what|who)[’']s\b", r"\1 is"),
    )
)
SHORT_FORMS = tuple(
    (re.compile(short, re.IGNORECASE), full)
    for short, full in (
        (r"\bcannot\b", "can not"),
        (r"\bgonna\b", "going to"),
        (r"\bgotta\b", "got to"),
        (r"\bo\.?k\b\.?|\bokay\b", "ok"),
        (r"\bsen\.", "senator"),
        (r"\brep\.", "representative"),
        (r"\bgov\.", "governor"),
        (r"\bgen\.", "general"),
        (r"\bdept\.", "department"),
    )
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word by its stem, and whether it tells something: no function word, name or number."""

    key: str
    tells: bool
    name: bool


@cache
def digits() -> dict[str, str]:
    """The figure of each number word."""
    return {word: figure for word, figure in rows("number_words.tsv") if float(figure) > 1}


@lru_cache(maxsize=1 << 14)
def plain_words(text: str) -> tuple[Word, ...]:
    """The words of a text; what stands in brackets is left out."""
    light = words("stop_words.txt")
    text = MASKED.sub(MASK, BRACKETED.sub(" ", text)).replace("&", " and ")
    text = INITIALS.sub(lambda m: m[0].replace(".", ""), text)
    for short, full in (*(CONTRACTED if "'" in text or "’" in text else ()), *SHORT_FORMS):
        text = short.sub(full, text)
    found = []
    for match in SPOKEN.finditer(text):
        word = match[0].replace("’", "").replace("'", "")
        small = digits().get(word.lower(), VERBS.get(word.lower(), word.lower()))
        name = (word[0].isupper() and match.start() > 0) or not small.isalpha()
        key = root(small)
        found.append(Word(key[:-1] + "i" if key[-1] == "y" else key, not name and small not in light, name))
    return tuple(found)
