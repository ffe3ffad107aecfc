"""One sentence in quote marks in two reports, in other words: what a transcript, a translation or a slip makes of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tidings.grammar.disputes.claims import Claim, Dispute
from tidings.grammar.disputes.requoted import changed, in_common, left_out, within
from tidings.grammar.disputes.scene import Scene, specific
from tidings.grammar.disputes.spoken import Word, plain_words
from tidings.lexicon import words
from tidings.model import Span

__all__ = ["printed_otherwise"]

# All set on BASIL, three hundred articles: of 95 pairs of quoted sentences with .6 of their words in common, those below were two sayings.
LEAST = 6  # words in common, in order
IN_ORDER = 0.8  # of the shorter's words
TELLING = 0.75  # of its words that are no function words
UNKNOWN = 0.85  # of the shorter's words, where a speaker is not known, or LONG words are said to be two speakers': no two say them
WHOLE = 0.95  # of the shorter's words, from which a "not" more or less turns one saying over
LONG = 12  # words in common, and NEARLY_WHOLE of the shorter's, from which words are left out of one saying
NEARLY_WHOLE = 0.9
NAMES = 2  # words of names that make it another saying; one is a title
NO = frozenset(["not", "never", "no", "nobodi", "none", "noth", "neither", "nor", "without", "unles"])  # by their roots
TWO_SPOKE = 0.95  # of the words of a sentence, from which the other report has it too
MANY = 60  # sentences that share a telling word and are laid beside each other
MARK = re.compile(r"[“”\"]")  # inside a quotation: it has been cut wrongly
SELF = re.compile(r"he|she|it|they", re.IGNORECASE)  # whom that stands for is not sure enough to part two quotations
CUT = re.compile(r"\.\.\.|…|--")
SENTENCE = re.compile(r"(?<=[.?!;])[\s”\"’]{1,3}(?=[“\"‘A-Z])|\s?(?:--|—|–|\.\.\.|…)\s?")


@dataclass(frozen=True, slots=True)
class Said:
    """A quoted sentence."""

    claim: Claim
    text: str
    speaker: str | None
    words: tuple[Word, ...]
    keys: tuple[str, ...]  # of its words
    known: frozenset[str]  # the keys in any order
    tell: int  # how many of its words are no function words


def printed_otherwise(scene: Scene) -> Iterator[Dispute]:
    """Quoted sentences of one speaker that two reports print in other words, neither of them giving both.

    What stands in quote marks is told as verbatim, so that a common origin of the reports excuses nothing.
    """
    said = sorted(sentences(scene), key=lambda s: s.claim)
    by_document: dict[str, list[Said]] = {}
    for one in said:
        by_document.setdefault(one.claim.document, []).append(one)
    matters: list[tuple[list[Said], list[Said]]] = []
    for a, b in pairs(said):
        if not one_saying(a, b) or not differ(a, b):
            continue
        if any(gives(other, by_document[own.claim.document]) for own, other in ((a, b), (b, a))):
            continue
        for left, right in matters:
            if same(a, left[0]) and same(b, right[0]):
                left.append(a)
                right.append(b)
                break
            if same(a, right[0]) and same(b, left[0]):
                left.append(b)
                right.append(a)
                break
        else:
            matters.append(([a], [b]))
    for sides in matters:
        told = tuple((side[0].text, tuple(sorted({s.claim for s in side}))) for side in sides)
        yield Dispute("wording", about(sides[0][0]), told, ("one sentence in quote marks, two wordings",), 0.7)


def sentences(scene: Scene) -> Iterator[Said]:
    """The sentences of all that stands in quote marks in the body."""
    for quote in scene.telling.quotes:
        if quote.kind != "direct" or not scene.in_body(quote.anchor.document, quote.anchor.start):
            continue
        text = scene.readings[quote.anchor.document].document.text
        cuts = [(m.start(), m.end()) for m in SENTENCE.finditer(text, quote.anchor.start, quote.anchor.end)]
        starts = [quote.anchor.start, *(end for _, end in cuts)]
        for start, end in zip(starts, [*(start for start, _ in cuts), quote.anchor.end], strict=True):
            told = plain_words(text[start:end])
            if len(told) >= LEAST and not MARK.search(text, start, end):
                speaker = None if SELF.fullmatch(quote.speaker_text or "") else quote.speaker
                yield said_in(Claim(quote.anchor.document, Span(start, end)), text[start:end], speaker, told)


def said_in(claim: Claim, text: str, speaker: str | None, told: tuple[Word, ...]) -> Said:
    """A sentence with what is looked at before its words are laid beside another's."""
    keys = tuple(w.key for w in told)
    return Said(claim, text, speaker, told, keys, frozenset(keys), sum(w.tells or w.name for w in told))


def pairs(said: list[Said]) -> Iterator[tuple[Said, Said]]:
    """Sentences of two reports that share a telling word."""
    by_word: dict[str, list[int]] = {}
    for i, one in enumerate(said):
        for key in {w.key for w in one.words if w.tells}:
            by_word.setdefault(key, []).append(i)
    met = {pair for places in by_word.values() for pair in combinations(places[:MANY], 2)}
    for i, j in sorted(met):
        if said[i].claim.document != said[j].claim.document:
            yield said[i], said[j]


def one_saying(a: Said, b: Said) -> bool:
    """Whether two quoted sentences hold so much of each other that they must be one."""
    known = bool(a.speaker and b.speaker)
    apart = known and a.speaker != b.speaker
    least, fewest = IN_ORDER if known and not apart else UNKNOWN, LONG if apart else LEAST
    enough = max(fewest, least * min(len(a.words), len(b.words)))
    if len(a.known & b.known) + len(a.keys) - len(a.known) < enough:
        return False  # of most pairs the words need not be counted
    shared = [w for w in a.words if w.key in b.known]  # in any order: no fewer than in one
    if len(shared) < enough:
        return False
    if sum(w.tells or w.name for w in shared) < TELLING * min(a.tell, b.tell):
        return False
    count, in_order, telling = in_common(a.words, b.words)
    return count >= fewest and in_order >= least and telling >= TELLING


def passed_over(a: Said, b: Said) -> bool:
    """Whether one report leaves a "not" out of a quoted sentence, or without a sign words that tell something."""
    count, in_order, telling = in_common(a.words, b.words)
    passed = list(left_out(a.words, b.words))
    if in_order >= WHOLE and any(w.key in NO for run in passed for w in run):
        return True
    sure = count >= LONG and min(in_order, telling) >= NEARLY_WHOLE and not CUT.search(a.text + b.text)
    return sure and any(any(w.tells for w in run) or sum(w.name for w in run) >= NAMES for run in passed)


def gives(sentence: Said, others: list[Said]) -> bool:
    """Whether a report has a sentence in these words too: then two were said."""
    return any(
        within(sentence.keys, o.keys)
        or (in_common(sentence.words, o.words)[1] >= TWO_SPOKE and not differ(sentence, o))
        for o in others
        if len(o.words) >= len(sentence.words) * IN_ORDER
    )


def differ(a: Said, b: Said) -> bool:
    return changed(a.words, b.words) or passed_over(a, b)


def same(a: Said, b: Said) -> bool:
    """Whether two reports print a sentence in the same words."""
    return a.keys == b.keys or (one_saying(a, b) and not differ(a, b))


def about(said: Said) -> str:
    """The sentence by its first telling words."""
    stop = words("stop_words.txt")
    told = [w.lower() for w in re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", said.text)]
    rare = [w for w in told if w not in stop and "’" not in w and "'" not in w and specific(w)]
    return "how one sentence is quoted: " + ", ".join(list(dict.fromkeys(rare or told))[:4])
