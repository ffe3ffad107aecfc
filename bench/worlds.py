"""A pile of any size from a small one: each world is the small pile told of other people in other words.

A word that few news articles hold is turned into another of the same length, letter by letter, with a
key of the world's own; common words and the names of countries stay. So spans hold, no two worlds are
copies of each other, and what the world's news has in common (countries, common words) still meets.
"""

import pickle
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import ClassVar
from zipfile import ZIP_DEFLATED, ZipFile

from tidings.lexicon import rows
from tidings.model import Chain, Mention, Raw, Reading
from tidings.stage import Stage
from tidings.text.ids import content_id
from tidings.text.terms import news_share

VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
COMMON = 0.0005  # share of news articles from which a word stays
WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True)
class World:
    """One telling of the small pile; 0 is the pile itself."""

    number: int

    def reading(self, reading: Reading) -> Reading:
        """The same reading in this world's words."""
        if not self.number:
            return reading
        old, new = reading.document.id, content_id(reading.document.id, str(self.number))
        document = replace(
            reading.document,
            id=new,
            text=self.words(reading.document.text),
            title=None if reading.document.title is None else self.words(reading.document.title),
        )
        chains = tuple(self.chain(chain, old, new) for chain in reading.chains)
        return replace(
            reading,
            document=document,
            mentions=tuple(self.mention(m) for m in reading.mentions),
            chains=chains,
            quotes=tuple(replace(q, id=q.id.replace(old, new)) for q in reading.quotes),
            events=tuple(replace(e, id=e.id.replace(old, new)) for e in reading.events),
        )

    def mention(self, mention: Mention) -> Mention:
        """A mention by this world's name."""
        body = None if mention.body is None else self.words(mention.body)
        return replace(mention, name=self.words(mention.name), body=body)

    def chain(self, chain: Chain, old: str, new: str) -> Chain:
        """A chain by this world's name."""
        body = None if chain.body is None else self.words(chain.body)
        return replace(chain, id=chain.id.replace(old, new), name=self.words(chain.name), body=body)

    def words(self, text: str) -> str:
        """A text with its rare words turned into this world's."""
        table = letters(self.number)
        return WORD.sub(lambda m: m[0] if stays(m[0].lower()) else m[0].translate(table), text)


@cache
def stays(word: str) -> bool:
    """Whether a word is every world's."""
    return news_share().get(word, 0.0) >= COMMON or word in countries()


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """The words of all names of countries and their people."""
    cells = (cell for table in ("countries.tsv", "demonyms.tsv") for row in rows(table) for cell in row)
    return frozenset(word.lower() for cell in cells for word in WORD.findall(cell))


@lru_cache(maxsize=64)
def letters(number: int) -> dict[int, int]:
    """Vowels to vowels and consonants to consonants, by the world's number."""
    table: dict[int, int] = {}
    for sort in (VOWELS, CONSONANTS):
        order = sorted(sort, key=lambda c: blake2b(f"{number} {c}".encode()).digest())
        for a, b in zip(sort, order, strict=True):
            table |= {ord(a): ord(b), ord(a.upper()): ord(b.upper())}
    return table


@dataclass(frozen=True)
class Kept(Sequence[Reading]):
    """The small pile's readings as `keep` left them, each read from the file when it is asked for."""

    file: ZipFile

    def __len__(self) -> int:
        return len(self.file.namelist())

    def __getitem__(self, at: int) -> Reading:  # type: ignore[override]
        found: Reading = pickle.loads(self.file.read(self.file.namelist()[at]))
        return found


@lru_cache(maxsize=1)
def kept(path: str) -> Kept:
    """A file that `keep` left."""
    return Kept(ZipFile(path))


def keep(readings: Iterable[Reading], path: Path) -> None:
    """Leave readings for `kept`."""
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for n, reading in enumerate(readings):
            file.writestr(f"{n:06}", pickle.dumps(reading, 5))


@dataclass(frozen=True)
class FromKept(Stage[Raw, Reading]):
    """Stands for all of READ: the reading was made before, its world is named by the article."""

    name: ClassVar[str] = "read/kept"
    gives: ClassVar[tuple[str, ...]] = ("document",)

    path: str = ""

    def run(self, batch: Sequence[Raw]) -> Iterator[Reading]:
        """Yield the reading that each article names."""
        for raw in batch:
            number = int(raw.text.split()[-1])
            small = kept(self.path)
            made = World(number // len(small)).reading(small[number % len(small)])
            document = replace(made.document, path=raw.path, line=raw.line, digest=raw.digest)
            yield replace(made, document=document)
