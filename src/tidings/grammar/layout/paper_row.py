"""What a paper prints of itself in one row, parted by marks: its name, how often it appears, section, number, price."""

import re
from collections.abc import Sequence

from tidings.lexicon import words

__all__ = ["are_of_paper", "parts_of_row"]

LABEL = r"(?:Source|Editor|Author|Reporter|Correspondent|Translator|Font|Section|Column|Category|Views|Clicks|Reads)"
MARK = re.compile(rf"\s(?:[|•·/–—-]|--|//)\s|\s{{1,3}}(?={LABEL}[\w ]{{0,20}}:)")
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 8  # words of a part
SECTION = 3  # words of one that no word shows to be of the paper: "provinces", "politics and society"


def parts_of_row(line: str) -> list[str]:
    """The parts of a line between strokes, dots, dashes that stand free."""
    return [part.strip() for part in MARK.split(line)]


def are_of_paper(parts: Sequence[str]) -> bool:
    """Whether parts of a row say what paper, section and number it is: one by its words, any others shortly."""
    if not parts or any(part.endswith((".", "!", "?")) or len(part.split()) > LONGEST for part in parts):
        return False
    named = [tells_of_paper(part) for part in parts]
    return any(named) and all(
        of_paper or len(part.split()) <= SECTION for part, of_paper in zip(parts, named, strict=True)
    )


def tells_of_paper(part: str) -> bool:
    """Whether a part has a word of what papers print of themselves, or no word at all."""
    found = {word.casefold() for word in WORD.findall(part)}
    return not found or bool(found & words("paper_words.txt"))
