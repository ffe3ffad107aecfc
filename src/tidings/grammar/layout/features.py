"""What can be counted in a line: its words, function words, capitals, stops, words of site furniture."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from tidings.lexicon import words

__all__ = ["WORD", "Line", "Marked", "is_item", "item_number", "look"]

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}\s{0,3}[”»]?\Z")
# A small word with a capital after a word in small letters, and no stop between: two headlines run together.
GLUE = re.compile(
    r"(?<=[^\W\d_A-Z] )(?:The|A|An|How|What|Why|Who|When|Where|Which|In|On|At|For|From|With|Up|Is|Are|Will|Can|Do|Does|Your|Our|More|Only|Half|This|These|Two|Three|Five|Ten|Articles?|Research|Read|Video|Photos?)(?= )"
)
ITEM = re.compile(r"(?:[•*▪‣◦·►●–-]|\(?\d{1,2}[.)/]|\(?[a-z]\))\s{1,4}\S")
NUMBERED = re.compile(r"\(?(\d{1,2})[.)/]\s{1,4}\S")
SEPARATOR = re.compile(r"\s[|•·»›/]\s|\s[|•·]|[|•·]\s")
CODE = re.compile(r"[{}();=\[\]_\\<>]")


class Marked(NamedTuple):
    """What a page's markup says of a line: shares of its characters; 0 in plain text."""

    linked: float = 0.0
    bold: float = 0.0
    main: bool = False  # the line is of the main text, by the markup


PLAIN = Marked()


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its counts; shares are of its words."""

    text: str
    count: int  # words
    stops: float  # share of function words
    terminal: bool  # ends as a sentence does
    page: float  # share of words of site furniture, among those that are no function words
    pages: int  # how many these are
    capital: float  # share of words that begin with a capital or are digits
    glue: int  # places where one headline runs into the next
    separators: int
    code: float  # share of characters that programs are made of
    repeats: int  # most often that one capitalised word comes back
    marked: Marked

    @property
    def prose(self) -> bool:
        """Whether it reads as a sentence or more of running text."""
        if self.count < 6 or self.code > 0.05 or self.stops < 0.15:
            return False
        if self.marked.linked > 0.9 and self.count < 40:
            return False
        return (self.terminal and (self.glue < 3 or self.glue * 8 < self.count)) or (
            self.count >= 25 and self.stops >= 0.3 and self.glue < 2
        )


def without_marks(text: str) -> str:
    """The text of a list's item without the mark before it and the one after."""
    item = ITEM.match(text)
    return text[item.end() if item else 0 :].rstrip(";")


def is_item(line: Line) -> bool:
    """Whether a line opens as the item of a list does: with a bullet, a number or a letter in brackets."""
    return ITEM.match(line.text) is not None


def item_number(line: Line) -> int:
    """The number that an item opens with; 0 where it opens with none."""
    found = NUMBERED.match(line.text)
    return int(found[1]) if found else 0


def look(text: str, marked: Marked = PLAIN) -> Line:
    """Count a line once."""
    found = WORD.findall(text)
    lower = [word.casefold().replace("’", "'") for word in found]
    stops = sum(word in words("stop_words.txt") for word in lower)
    page = sum(word in words("page_words.txt") for word in lower)
    seen: dict[str, int] = {}
    for word in found:
        if word[0].isupper():
            seen[word] = seen.get(word, 0) + 1
    n = max(1, len(found))
    return Line(
        text=text,
        count=len(found),
        stops=stops / n,
        terminal=TERMINAL.search(text[-12:]) is not None,
        page=page / max(1, len(found) - stops),
        pages=page,
        capital=sum(word[0].isupper() or word[0].isdigit() for word in found) / n,
        glue=sum(1 for _ in GLUE.finditer(text)),
        separators=sum(1 for _ in SEPARATOR.finditer(text)),
        code=len(CODE.findall(without_marks(text))) / max(1, len(text)),
        repeats=max(seen.values(), default=0),
        marked=marked,
    )
