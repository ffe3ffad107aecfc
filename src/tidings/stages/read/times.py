"""read/times: the time expressions of a document (TIMEX3), with values as far as they are known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from tidings.grammar.dates.explicit import JOINERS
from tidings.grammar.dates.narrative import Expression, place
from tidings.grammar.dates.numeric import day_order, home_order
from tidings.grammar.dates.phrases import phrases
from tidings.grammar.dates.tense import looks
from tidings.grammar.dates.words import BREAK, Line, Word, scan
from tidings.grammar.tree import token_at
from tidings.model import Document, Reading, Span, Time
from tidings.stage import Stage

__all__ = ["Times"]


@dataclass(frozen=True)
class Times(Stage[Reading, Reading]):
    """Find dates, times, durations and sets; work out those that the document's own date settles."""

    name = "read/times"
    version = 27
    needs = ("document", "analysis")
    gives = ("times",)

    def run(self, batch: Sequence[Reading]) -> Iterator[Reading]:
        """Give each reading its times, in text order."""
        for reading in batch:
            yield replace(reading, times=self.of(reading))

    def of(self, reading: Reading) -> tuple[Time, ...]:
        """The times of one reading."""
        line = words_of(reading.document)
        expressions: list[Expression] = []
        end = -1
        for first, found in phrases(line):
            span = Span(line.words[first].start, line.words[found.end - 1].end)
            joined = line.text(end) if first == end + 1 and line.text(end) in JOINERS else ""
            expressions.append(Expression(span, found, sentence_at(reading, span), joined))
            end = found.end
        published = (reading.document.published or "")[:16] or None  # day and minute: a zone is no part of the day
        home = home_order(reading.document.url)
        return place(expressions, published, partial(looked, reading), self.origin, home)


def looked(reading: Reading, span: Span, *, weekday: bool) -> Literal["past", "future"] | None:
    """Which way a date looks, by the verb over it and the kind of block that it stands in."""
    block = reading.document.block_at(span.start)
    running = block is None or block.is_running
    return looks(reading.analysis, span, weekday=weekday, running=running)


def words_of(document: Document) -> Line:
    """The words of all blocks, with a break between any two."""
    blocks = document.blocks
    bounds = [(b.start, b.end) for b in blocks] if blocks else [(0, len(document.text))]
    found: list[Word] = []
    for start, end in bounds:
        found.extend(scan(document.text, start, end).words)
        found.append(Word(BREAK, "break", end, end, capital=False))
    line = Line(tuple(found))
    return replace(line, day_first=day_order(line))


def sentence_at(reading: Reading, span: Span) -> int:
    """The index of the sentence that a span begins in; 0 without an analysis."""
    if reading.analysis is None:
        return 0
    token = token_at(reading.analysis, span.start)
    return reading.analysis.tokens[token].sentence if token is not None else 0
