"""Whether two quotations of one statement are in other words, or only cut, contracted or spelt otherwise."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from tidings.lexicon import words
from tidings.text.likeness import root
from tidings.text.meaning import covered, nearness

__all__ = ["altered", "nearly_alike", "quoted_otherwise"]

LEAST_QUOTED = 3  # words
AS_FAR = 0.48  # share of the shorter's words in the other, in order, below which two quotations are of two sentences
EDGE = 4  # words at a quotation's beginning or end that may be another wording; more are a cut
HELD = 0.8  # share of quoted words that stand in the other wording, from which they are the same words
NEARLY = 0.6  # share of words in common from which two quotations without a speaker are one utterance
SAME_WORDS = 3  # telling words in common, for the same
SMALL_WORDS = 2  # function words in another wording that make a difference
SPELLED = 0.8  # share of letters in common from which two words are one
NEAR = 0.45  # nearness in meaning of quoted words to another wording of them; set on BASIL and the examples
COVERED = 0.5  # share of what the quoted words tell that the other wording tells too
LONGEST_OF = 2.5  # times as many words in one quotation, from which the other is a part of it
LONGER = 3.5  # times as many words in the other wording, from which it tells more than the quoted words
CHANGED = 10  # words that stand for others; more are another sentence
CUT = re.compile(r"\.\.\.|…")
BRACKETED = re.compile(r"\[[^\]]{0,40}\]|\([^)]{0,40}\)")
SPOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+){0,3}")
SPOKEN_SO = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "wont": "willnot",
    "gonna": "goingto",
    "dept": "department",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word by its stem, and whether it tells something: no function word, name or number."""

    key: str
    tells: bool
    name: bool


@lru_cache(maxsize=1 << 14)
def plain_words(text: str) -> tuple[Word, ...]:
    """The words of a text, spellings folded."""
    light = words("stop_words.txt")
    found = []
    for match in SPOKEN.finditer(text.replace("&", " and ")):
        word = match[0].replace("’", "").replace("'", "")
        name = (word[0].isupper() and match.start() > 0) or not word.isalpha()
        found.append(Word(root(SPOKEN_SO.get(word.lower(), word)), not name and word.lower() not in light, name))
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def telling_keys(text: str) -> frozenset[str]:
    """The stems of the words that tell something."""
    return frozenset(word.key for word in plain_words(text) if word.tells)


def altered(part: str, whole: str) -> bool:
    """Whether quoted words are told of in a longer wording, and not in these words."""
    one, two = ([w.key for w in plain_words(BRACKETED.sub(" ", t))] for t in (part, whole))
    if len(one) < 2 or len(two) > LONGER * len(one) or CUT.search(part + whole) or matched(one, two) >= HELD * len(one):
        return False
    if within(two, one):
        return False
    return covered(part, whole) >= COVERED and near(part, whole)


def small(side: Sequence[Word]) -> int:
    """How many words are no names and no numbers."""
    return sum(not w.name for w in side)


def matched(part: list[str], whole: list[str]) -> int:
    """How many words of one stand in the other in the same order."""
    return sum(m.size for m in SequenceMatcher(None, part, whole, autojunk=False).get_matching_blocks())


def near(a: str, b: str) -> bool:
    return nearness(a, b) >= NEAR


def quoted_otherwise(a: str, b: str) -> bool:
    """Whether two quotations of one statement say a thing in another word, or in two other small words.

    A cut, a name in brackets, a contraction or another spelling is nothing.
    """
    one, two = (plain_words(BRACKETED.sub(" ", t)) for t in (a, b))
    left, right = ([w.key for w in t] for t in (one, two))
    if min(len(one), len(two)) < LEAST_QUOTED or within(left, right) or within(right, left):
        return False
    if CUT.search(a + b) or max(len(one), len(two)) > LONGEST_OF * min(len(one), len(two)):
        return False
    if matched(left, right) < AS_FAR * min(len(left), len(right)):
        return False
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    changes = [
        (one[low:high], two[start:end])
        for n, (tag, low, high, start, end) in enumerate(steps)
        if tag == "replace"
        and max(high - low, end - start) <= CHANGED
        and (0 < n < len(steps) - 1 or max(high - low, end - start) <= EDGE)
        and not spelled_alike(left[low:high], right[start:end])
    ]
    tells = [all(any(w.tells for w in side) for side in change) for change in changes]
    light = [max(small(old), small(new)) for old, new in changes if small(old) and small(new)]
    return any(tells) or sum(light) >= SMALL_WORDS


def within(part: list[str], whole: list[str]) -> bool:
    """Whether the words of one stand in the other in one run."""
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def spelled_alike(a: list[str], b: list[str]) -> bool:
    """Whether two stretches are one but for spelling."""
    return SequenceMatcher(None, "".join(a), "".join(b), autojunk=False).ratio() >= SPELLED


def nearly_alike(a: str, b: str) -> bool:
    """Whether two quotations are so near in their words that they must be one utterance."""
    if len(telling_keys(a) & telling_keys(b)) < SAME_WORDS:
        return False
    one, two = ([w.key for w in plain_words(t)] for t in (a, b))
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= NEARLY
