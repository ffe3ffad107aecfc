"""TempEval-3's TBAQ: its TimeML documents as plain texts with what is marked in them.

Every fifth document, by a hash of its name, is held out: no rule was written after reading it.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

__all__ = ["Marked", "Source", "attributes", "marked", "sources"]

FOLDER = "times-tempeval3/TBAQ-cleaned"
TAG = re.compile(r"<(/?)(\w+)([^<>]*)>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')

Marked = tuple[int, int, dict[str, str]]
"""Where something marked starts and ends in the text without tags, and its attributes."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it stands in its file."""

    name: str
    xml: str

    @property
    def held_out(self) -> bool:
        """Whether it only serves to measure."""
        return int(blake2b(self.name.encode()).hexdigest(), 16) % 5 == 0

    @property
    def created(self) -> str:
        """When it was made, empty where that is not stated."""
        dct = re.search(r'<DCT>.{0,400}?value="([^"]*)"', self.xml, re.DOTALL)
        return dct[1] if dct else ""


def sources(gold: Path) -> Iterator[Source]:
    """All documents, by path."""
    for path in sorted((gold / FOLDER).glob("*/*.tml")):
        yield Source(path.stem, path.read_text(encoding="utf-8"))


def marked(source: Source, name: str) -> tuple[str, list[Marked]]:
    """What stands in <TEXT>, without the tags, and what of it the tags of one name mark."""
    body = source.xml.partition("<TEXT>")[2].rpartition("</TEXT>")[0].removeprefix("\n")
    text, at, start = "", 0, 0
    opened: dict[str, str] = {}
    found: list[Marked] = []
    for tag in TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if tag[2] == name and tag[1]:
            found.append((start, len(text), opened))
        elif tag[2] == name:
            start, opened = len(text), dict(ATTRIBUTE.findall(tag[3]))
    return text + html.unescape(body[at:]), found


def attributes(xml: str, tag: str) -> Iterator[dict[str, str]]:
    """The attributes of each tag of a name."""
    for found in re.findall(rf"<{tag}\s([^<>]*)>", xml):
        yield dict(ATTRIBUTE.findall(found))
