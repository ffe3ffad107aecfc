"""Sentences of a text by rule: abbreviations and quotations known, a closing quote mark stays with its sentence."""

import re
from functools import cache

from tidings.lexicon import rows, words
from tidings.model import Span

__all__ = ["sentences"]

CLOSERS = "\"'”’»)\\]"
OPENERS = "\"'“‘«„([—–\\-"
# A run of stops, the closing marks after it, and the white space that parts it from what follows.
STOP = re.compile(
    rf"(?P<stop>[.!?…]{{1,8}})(?P<close>[{CLOSERS}]{{0,4}}(?:[ \u00a0]{{1,2}}[”»](?=\s))?)(?P<gap>\s{{1,20}}|\Z|(?=[“„«])|(?<=[a-z][a-z][.!?”])(?=[“A-Z][a-z]))"
)
BREAK = re.compile(r"[ \t]{0,20}\n\s{0,1000}")
BEFORE = re.compile(r"[^\s(\[“\"'‘«—/]{1,40}\Z")
NEXT = re.compile(rf"[{OPENERS}\s]{{0,6}}(?P<word>[^\W_]{{1,30}})")
PREVIOUS = re.compile(r"(?P<word>[^\W\d_]{1,30})[ \u00a0]{1,2}\Z")
# What a sentence has before an "I" that ends it: verbs turned round, and what joins or compares.
BEFORE_I = re.compile(
    r"am|was|were|is|do|did|have|had|can|could|will|would|shall|should|may|might|must|ought|need|and|or|nor|but|not|than"
    r"|as|like|where|when|if|only|even|just|so|too|it|that|you|what|why|how|who"
)
TITLES = frozenset({"Minister", "President", "Premier", "General", "Colonel", "Secretary", "Ambassador", "Judge"})
INITIAL = re.compile(r"(?:[^\W\d_]\.){0,3}[^\W\d_]")
SAID_AFTER = re.compile(
    r"\s{0,3}(?:[^\W\d_][\w’'.-]{0,30}\s{1,3}){1,4}?(?:said|says|asked|asks|told|added|wrote|replied|cried|shouted)\b"
)
LINE = 60  # a line shorter than this is not one that was broken at a margin


def sentences(text: str) -> list[Span]:
    """The sentences in order; spans without the white space around them. A blank line always parts two."""
    spans: list[Span] = []
    start = 0
    for end, go_on in boundaries(text):
        add(spans, text, start, end)
        start = go_on
    add(spans, text, start, len(text))
    return spans


def add(spans: list[Span], text: str, start: int, end: int) -> None:
    """Keep a stretch without the space around it, if anything is left."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    end = start + len(part.strip())
    if end > start:
        spans.append(Span(start, end))


def boundaries(text: str) -> list[tuple[int, int]]:
    """Each place where one sentence ends and the next begins."""
    found = [(m.end("close"), m.end()) for m in STOP.finditer(text) if m.end() < len(text) and ends(text, m)]
    found += [(m.start(), m.end()) for m in BREAK.finditer(text) if parts(text, m)]
    return sorted(found)


def ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a sentence ends at this run of stops."""
    following = NEXT.match(text, stop.end("close"))
    if following is None:
        return bool(stop.group("gap").strip(" ")) or bool(stop.group("close"))
    word = following.group("word")
    if word[0].islower():
        return False
    if stop.group("close") and stop.group("stop") != "." and SAID_AFTER.match(text, stop.end("close")):
        return False
    if stop.group("stop") == "." and not stop.group("close"):
        return not abbreviated(text, stop.start(), word)
    return True


def abbreviated(text: str, stop: int, word: str) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation or an initial, and `word` goes on."""
    before = BEFORE.search(text, max(0, stop - 40), stop)
    if before is None:
        return False
    last = before.group().casefold().removesuffix(".")
    kind = abbreviations().get(last)
    if kind == "never":
        return not (last == "no" and word.casefold() in words("sentence_starters.txt"))
    if kind == "may" or INITIAL.fullmatch(last):
        if (last == "i" and is_speaker(text, before.start())) or (
            kind is None and before.group().islower() and len(last) == 1
        ):
            return False
        return word.casefold() not in words("sentence_starters.txt")
    return False


NUMBERED = frozenset(
    {"chapter", "class", "division", "level", "part", "phase", "stage", "tier", "title", "type", "volume"}
)


def is_speaker(text: str, at: int) -> bool:
    """Whether the "I" at `at` that ends on a full stop is who speaks, "So do I.", and no initial, "the envoy I. Berg"."""
    before = PREVIOUS.search(text, max(0, at - 40), at)
    if (
        before is None
        or before["word"].casefold() in NUMBERED
        or (before["word"][0].isupper() and before["word"] not in TITLES)
    ):
        return True  # "World War I."
    return BEFORE_I.fullmatch(before["word"].casefold()) is not None


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviation to whether a sentence may end with it."""
    return {row[0]: row[1] for row in rows("abbreviations.tsv")}


def parts(text: str, gap: re.Match[str]) -> bool:
    """Whether an end of line parts two sentences: a blank line does, and a short line before a capital."""
    if gap.group().count("\n") > 1:
        return True
    line = gap.start() - text.rfind("\n", max(0, gap.start() - 2 * LINE), gap.start()) - 1
    after = text[gap.end() : gap.end() + 1]
    return 0 < line < LINE and not after.islower()
