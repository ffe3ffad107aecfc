"""The words of a text as date rules see them: numbers, clock times, decades, words, marks."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar

from tidings.lexicon import rows
from tidings.model import Offset, TimeType

__all__ = ["BREAK", "Base", "Found", "Line", "Rule", "Word", "longest", "lookup", "scan"]

BREAK = "¶"
T = TypeVar("T")
Base = Literal["document", "narrative"]

# One pass, each alternative bounded or a single run, so the scan is linear.
WORD = re.compile(
    r"(?P<date>\d{1,4}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{1,4}(?:(?![\w/])|(?=T\d\d:)))"
    r"|(?P<clock>T?\d{1,2}:\d\d(?::\d\d)?(?!\d))"
    r"|(?P<decade>(?:\d\d)?\d0['’]?s(?!\w)|['’]\d0s(?!\w))"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<halfday>[ap]\.[ \n]?m(?:\.|(?!\w)))"
    r"|(?P<number>\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d+)"
    r"|(?P<fraction>[½¼¾])"
    r"|(?P<word>o['’]clock|[^\W\d_]+)"
    r"|(?P<suffix>['’]s?)"
    r"|(?P<mark>[^\w\s]|_)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or mark, in lower case, and where it stands."""

    text: str
    kind: str  # date clock decade ordinal halfday number fraction word suffix mark break
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule read: one past its last word, and what the words mean."""

    end: int
    type: TimeType
    value: str | None = None
    offset: Offset | None = None
    mod: str | None = None
    base: Base = "document"
    reasons: tuple[str, ...] = ()
    same_grain: bool = False  # one side of a comparison: it takes the grain of what it is compared with
    wants: str = ""  # the grain that its base must have
    weekday: bool = False  # a full date that names its weekday too
    either: tuple[str, str] | None = None  # both readings of a date in figures
    ahead: bool = False  # to come where no verb says otherwise: "this Friday"


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a passage; beyond either end stand empty ones. `day_first` as the document shows it."""

    words: tuple[Word, ...]
    day_first: bool | None = None

    def text(self, i: int) -> str:
        """The i-th word in lower case, "" beyond the ends."""
        return self.words[i].text if 0 <= i < len(self.words) else ""

    def kind(self, i: int) -> str:
        """The kind of the i-th word, "" beyond the ends."""
        return self.words[i].kind if 0 <= i < len(self.words) else ""

    def joined(self, i: int) -> bool:
        """Whether the i-th word follows the one before without white space."""
        before = self.kind(i - 1)
        return before not in ("", "break") and i < len(self.words) and self.words[i].start == self.words[i - 1].end

    def skip(self, i: int, *texts: str) -> int:
        """One past the i-th word if it is one of `texts`, else i."""
        return i + 1 if self.text(i) in texts else i


Rule = Callable[[Line, int], Found | None]


def scan(text: str, start: int = 0, end: int | None = None) -> Line:
    """The words of `text[start:end]`; a blank line between two of them is a break that no phrase crosses."""
    found: list[Word] = []
    for m in WORD.finditer(text, start, len(text) if end is None else end):
        if found and text.count("\n", found[-1].end, m.start()) > 1:
            found.append(Word(BREAK, "break", m.start(), m.start(), capital=False))
        kind = m.lastgroup if m.lastgroup != "sep" else "date"
        found.append(
            Word(m[0].lower().replace("’", "'"), kind or "mark", m.start(), m.end(), capital=m[0][0].isupper())
        )
    return Line(tuple(found))


@cache
def lookup(name: str) -> dict[str, str]:
    """A two-column lexicon file as a table; with more columns, the second."""
    return {row[0]: row[1] for row in rows(name)}


def longest(line: Line, i: int, table: Mapping[tuple[str, ...], T], most: int = 4) -> tuple[T, int] | None:
    """The entry of a table of word sequences that matches the longest run from `i`, and the run's end."""
    run = tuple(map(line.text, range(i, i + most)))
    for count in range(most, 0, -1):
        entry = table.get(run[:count])
        if entry is not None:
            return entry, i + count
    return None
