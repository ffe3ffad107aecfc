"""Short reports of one occasion, laid side by side.

In a report of a few sentences each matter has one place: what two of them tell of one kind, and
neither has from the other, is told of one thing far more often than in long ones. So they can be
compared where they share hardly a word beside the names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tidings.grammar.disputes.claims import Claim
from tidings.grammar.disputes.scene import Passage, Scene
from tidings.lexicon import rows, words
from tidings.lexicon.calendar import calendar_words
from tidings.model import Reading, Span
from tidings.text.likeness import classes, root
from tidings.text.meaning import likeness, nearness, row_of
from tidings.text.terms import stem

__all__ = [
    "NAME",
    "Brief",
    "Clause",
    "alien",
    "briefs",
    "days_of",
    "foreign",
    "framed",
    "likened",
    "states",
    "wide",
]

LONGEST = 130  # words of a short report
PARTS = re.compile(r"[;:]\s|,\s|\s[–—-]\s|[“”\"«»]")
NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]*\w")
SIGNED = re.compile(r"\b(?:sign|agree|adopt|approv)", re.IGNORECASE)  # what they tell is done, not said
BACK = re.compile(r"(?:The|It|Its|They|Their|There|He|She|His|Her|This|That|These|Those)\b")
SET = re.compile(r"\s*(?:In|At|Near|Outside)\s(?:the\s(?:\w+\s){0,3}(?:of\s)?)?(?P<name>[A-ZÀ-Þ][\w’'-]*)")
DERIVED = ("s", "ed", "ing", "ly")  # endings of words that no table has: "Kidnappers freed her"
NO_NAMES = frozenset(["mr", "mrs", "ms", "dr", "sir", "i", "new", "year", "christmas", "easter", "ramadan"])
OPENING = re.compile(r"(?:\A|[.!?:]\s+|\n\s*|[“\"«]\s?)(?P<word>[A-ZÀ-Þ][\w’'-]*\w)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence between its commas."""

    document: str
    span: Span
    text: str
    passage: Passage
    framed: bool  # says who speaks, where and when, not what is told

    @property
    def claim(self) -> Claim:
        """The whole sentence that it stands in."""
        return Claim(self.document, self.passage.span)


@dataclass(frozen=True, slots=True)
class Brief:
    """A short report: its clauses, and all names in it, those of the title too."""

    document: str
    reading: Reading
    clauses: tuple[Clause, ...]
    named: tuple[tuple[int, str], ...]  # of its body
    names: frozenset[str]
    words: frozenset[str]  # all its words by their stems, and the states that they name


def briefs(scene: Scene) -> list[Brief]:
    """The short reports of a story."""
    told: dict[str, list[Passage]] = {}
    for passage in scene.passages:
        told.setdefault(passage.document, []).append(passage)
    return [b for document in sorted(told) if (b := brief(scene.readings[document], told[document]))]


def days_of(brief: Brief) -> frozenset[str]:
    """The days that a report names."""
    return frozenset(day for clause in brief.clauses for _, day in clause.passage.days)


def brief(reading: Reading, passages: list[Passage]) -> Brief | None:
    """A report as a brief, if it is short."""
    if sum(len(p.text.split()) for p in passages) > LONGEST:
        return None
    document = reading.document.id
    text = reading.document.text
    inside = named(text, [m.span for m in reading.mentions if m.form == "name"])
    names = frozenset(name for _, name in inside) | {n for _, n in named(reading.document.title or "")}
    clauses = tuple(c for p in passages for c in clauses_of(reading, p))
    stems = {stem(w.lower()) for w in re.findall(r"[^\W\d_][\w’'-]*", text)}
    return Brief(
        document,
        reading,
        clauses,
        inside,
        names,
        frozenset(stems | names | {states()[n] for n in names & states().keys()}),
    )


def clauses_of(reading: Reading, passage: Passage) -> Iterator[Clause]:
    """The parts of a sentence."""
    said = frames(reading, passage.span)
    cuts = [0, *(m.end() for m in PARTS.finditer(passage.text)), len(passage.text)]
    for low, high in pairwise(cuts):
        if high > low:
            span = Span(passage.span.start + low, passage.span.start + high)
            framed = any(s.start < span.end and span.start < s.end for s in said)
            yield Clause(passage.document, span, passage.text[low:high], passage, framed)


def frames(reading: Reading, sentence: Span) -> list[Span]:
    """What of a sentence says that somebody speaks: from the cue or the source on, outside all that is said."""
    found = []
    for quote in reading.quotes:
        if quote.cue and SIGNED.search(reading.document.text, quote.cue.start, quote.cue.end):
            continue
        ends = [s for s in (quote.cue, quote.source) if s and sentence.start <= s.start < sentence.end]
        inside = [c for c in quote.content if c.start < sentence.end and sentence.start < c.end]
        for s in ends if inside else ():
            if not any(c.start <= s.start < c.end for c in quote.content):
                found.append(s)
    return found


def framed(brief: Brief, clause: Clause, at: int) -> bool:
    """Whether a place lies where somebody is told to speak, not in what is said."""
    return clause.framed and not any(c.start <= at < c.end for q in brief.reading.quotes for c in q.content)


def named(text: str, known: Sequence[Span] | None = None) -> tuple[tuple[int, str], ...]:
    """The words of all names with their places, by their stems.

    A word that opens a sentence is one where it is none of the language, and a known name if it looks derived.
    """
    opening = {m.start("word") for m in OPENING.finditer(text)}
    found = [(m.start(), m[0].removesuffix("’s").removesuffix("'s").lower()) for m in NAME.finditer(text)]
    sure = {w for at, w in found if at not in opening}
    plain = NO_NAMES | words("stop_words.txt") | calendar_words()

    def name(at: int, word: str) -> bool:
        if word in plain or word in sure or stem(word) in wide():
            return word not in plain
        covered = known is None or not word.endswith(DERIVED) or any(s.start <= at < s.end for s in known)
        return covered and row_of(word.split("-")[0]) is None

    return tuple((at, stem(w)) for at, w in found if name(at, w))


@cache
def wide() -> frozenset[str]:
    """The words of the names of states and their people."""
    return frozenset(
        stem(word.lower())
        for table in ("countries.tsv", "demonyms.tsv")
        for row in rows(table)
        for cell in row
        for word in NAME.findall(cell)
    )


def likened(a: str, b: str, alike: float, kindred: float) -> bool:
    """Whether two words have one root, stand for each other in a table, or are so alike, or so near with WordNet's kin."""
    one, two = root(a), root(b)
    return (
        one == two
        or bool(classes().get(one, frozenset()) & classes().get(two, frozenset()))
        or likeness(a, b) >= alike
        or nearness(a, b, kin=True) >= kindred
    )


def alien(span: Span, own: Brief, other: Brief) -> frozenset[str]:
    """Names in a stretch of a report that the other does not have."""
    found = (n for at, n in own.named if span.start <= at < span.end)
    return frozenset(n for n in found if n not in other.words and states().get(n) not in other.words)


def foreign(clause: Clause, own: Brief, other: Brief) -> frozenset[str]:
    """Names in a clause that the other report does not have: a part of the matter that only this one tells of."""
    low, high = clause.span.start, clause.span.end
    text = own.reading.document.text
    if BACK.match(clause.passage.text):  # "In Larn sirens wailed. The plant loses 40 posts": the plant is in Larn
        before = text[: clause.passage.span.start].rstrip()
        opened = max(before.rfind(mark, 0, -1) for mark in ".!?\n") + 1
        if scene_set := SET.match(before, opened):
            low = scene_set.start("name")
            found = {n for at, n in own.named if low <= at < scene_set.end()}
            if any(n not in other.words and states().get(n) not in other.words for n in found):
                return frozenset(found)
            low = clause.span.start
    found = {n for at, n in own.named if low <= at < high}
    return frozenset(n for n in found if n not in other.words and states().get(n) not in other.words)


@cache
def states() -> dict[str, str]:
    """The state of each word for a country, its people or its capital, by stems."""
    return {
        stem(name.strip().lower()): code
        for table in ("capitals.tsv", "demonyms.tsv", "countries.tsv")
        for code, *cells in rows(table)
        for cell in cells
        for name in cell.split(";")
        if name.strip() and " " not in name.strip()
    }
