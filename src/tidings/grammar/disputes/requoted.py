"""Whether two quotations of one statement are in other words, or only cut, contracted or spelt otherwise."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tidings.grammar.disputes.spoken import MASK, Word, plain_words
from tidings.text.meaning import covered, nearness

__all__ = [
    "CUT",
    "IN_ORDER",
    "altered",
    "changed",
    "in_common",
    "left_out",
    "quoted_otherwise",
    "translated_otherwise",
    "within",
]

LEAST_QUOTED = 5  # words
AS_FAR = 0.48  # share of the shorter's words in the other, in order, below which two quotations are of two sentences
EDGE = 4  # words at a quotation's beginning or end that may be another wording; more are a cut
HELD = 0.8  # share of quoted words that stand in the other wording, from which they are the same words
SMALL_WORDS = 2  # function words in another wording that make a difference
SPELLED = 0.8  # share of letters in common from which two words are one
NEAR = 0.45  # nearness in meaning of quoted words to another wording of them; set on BASIL and the examples
COVERED = 0.55  # share of what the quoted words tell that the other wording tells too; set like NEAR
RUN = 4  # words in one run, RUN_TELLS of them no function words: two sayings that begin alike
RUN_TELLS = 2
IN_ORDER = 0.7  # share of the shorter's words in the other, in order, below which likeness in meaning is asked for
IN_MEANING = 0.7  # share of one quotation's meaning in the other, there; both set on BASIL and the examples
LONGEST_OF = 2.5  # times as many words in one quotation, from which the other is a part of it
LONGER = 3.5  # times as many words in the other wording, from which it tells more than the quoted words
CHANGED = 10  # words that stand for others; more are another sentence
ARTICLE = re.compile(
    r"[“\"‘']?(?:the|an?|this|that|these|those)\s", re.IGNORECASE
)  # of one word behind it a report is only cut
CUT = re.compile(r"\.\.\.|…")


def altered(part: str, whole: str) -> bool:
    """Whether quoted words are told of in a longer wording, and not in these words."""
    one, two = ([w.key for w in plain_words(t)] for t in (part, whole))
    if len(one) < 2 or len(two) > LONGER * len(one) or CUT.search(part + whole) or matched(one, two) >= HELD * len(one):
        return False
    if ARTICLE.match(part) and len(one) == 2 and one[1] in two:
        return False
    if within(two, one) or one_run(plain_words(part), plain_words(whole)):
        return False
    return covered(part, whole) >= COVERED and nearness(part, whole) >= NEAR


def one_run(one: Sequence[Word], two: Sequence[Word]) -> bool:
    """Whether so many words of one stand in the other in one run that the rest is another sentence, no other wording."""
    blocks = SequenceMatcher(None, [w.key for w in one], [w.key for w in two], autojunk=False).get_matching_blocks()
    return any(m.size >= RUN and sum(one[m.a + k].tells for k in range(m.size)) >= RUN_TELLS for m in blocks)


def quoted_otherwise(a: str, b: str) -> bool:
    """Whether two quotations of one statement say a thing in other words; a cut is nothing."""
    one, two = plain_words(a), plain_words(b)
    left, right = ([w.key for w in t] for t in (one, two))
    short, long_ = sorted((len(one), len(two)))
    if short < LEAST_QUOTED or within(left, right) or within(right, left) or CUT.search(a + b):
        return False
    share = matched(left, right) / short
    if long_ > LONGEST_OF * short or share < AS_FAR:
        return False
    if share < IN_ORDER and max(covered(a, b), covered(b, a)) < IN_MEANING:
        return False
    return changed(one, two)


def translated_otherwise(a: str, b: str) -> bool:
    """Whether two quotations that are one statement, in a report and its translation, are two sentences by their words."""
    one, two = ([w.key for w in plain_words(t)] for t in (a, b))
    short, long_ = sorted((len(one), len(two)))
    if short < LEAST_QUOTED or long_ > LONGEST_OF * short or CUT.search(a + b):
        return False
    return matched(one, two) < AS_FAR * short and nearness(a, b) >= NEAR


def changed(one: Sequence[Word], two: Sequence[Word]) -> bool:
    """Whether a word that tells something, a "not" or two small words stand for others: spellings, names and cuts are nothing."""
    found = list(changes(one, two))
    tells = [all(any(w.tells for w in side) for side in change) for change in found]
    light = [max(small(old), small(new)) for old, new in found if small(old) and small(new)]
    return any(tells) or sum(light) >= SMALL_WORDS


def changes(one: Sequence[Word], two: Sequence[Word]) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """The stretches of two wordings that stand for each other."""
    left, right = ([w.key for w in t] for t in (one, two))
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for n, (tag, low, high, start, end) in enumerate(steps):
        most = CHANGED if 0 < n < len(steps) - 1 else EDGE
        if tag != "replace" or max(high - low, end - start) > most or MASK in (*left[low:high], *right[start:end]):
            continue
        if not spelled_alike(left[low:high], right[start:end]):
            yield one[low:high], two[start:end]


def left_out(one: Sequence[Word], two: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The stretches of one wording that the other passes over, though it gives what stands on either side."""
    steps = SequenceMatcher(None, [w.key for w in one], [w.key for w in two], autojunk=False).get_opcodes()
    for tag, low, high, start, end in steps[1:-1]:
        if tag in ("insert", "delete"):
            yield one[low:high] or two[start:end]


def small(side: Sequence[Word]) -> int:
    """How many words are no names and no numbers."""
    return sum(not w.name for w in side)


def matched(part: list[str], whole: list[str]) -> int:
    """How many words of one stand in the other in the same order."""
    return sum(m.size for m in SequenceMatcher(None, part, whole, autojunk=False).get_matching_blocks())


def in_common(one: Sequence[Word], two: Sequence[Word]) -> tuple[int, float, float]:
    """How many words two wordings share in order, and their shares of the shorter's words, and of its words that are no function words."""
    blocks = SequenceMatcher(None, [w.key for w in one], [w.key for w in two], autojunk=False).get_matching_blocks()
    words = [one[m.a + k] for m in blocks for k in range(m.size)]
    short = min(len(one), len(two))
    full = min(sum(w.tells or w.name for w in t) for t in (one, two))
    return len(words), len(words) / max(1, short), sum(w.tells or w.name for w in words) / max(1, full)


def within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the words of one stand in the other in one run."""
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def spelled_alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two stretches are one but for spelling."""
    return SequenceMatcher(None, "".join(a), "".join(b), autojunk=False).ratio() >= SPELLED
