"""A pile of any size from a small one: each world is the small pile told of other people in other words.

A word that few news articles hold is turned into another of the same length, letter by letter, with a
key of the world's own. A commoner word that no table of the grammar has ("voters", "emails") changes
places with another of its length, so that the worlds of one election are told in the words of other
topics and no story holds two worlds. What is in most articles, in the tables or names a country stays.
So spans and what the rules look at hold, no two worlds are copies of each other, and what the world's
news has in common still meets.
"""

import pickle
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import ClassVar
from zipfile import ZIP_DEFLATED, ZipFile

from tidings import lexicon
from tidings.lexicon import lines
from tidings.model import Chain, Mention, Raw, Reading
from tidings.stage import Stage
from tidings.text.ids import content_id
from tidings.text.terms import news_share

VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
COMMON = 0.25  # share of news articles above which a word tells nothing of the story and stays
TOPICAL = {"news_words.tsv", "synonyms.txt"}  # tables that hold words of any topic
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
        return WORD.sub(lambda m: self.word(m[0]), text)

    def word(self, word: str) -> str:
        """One word in this world, written as it was."""
        small = word.lower()
        if other := places(self.number).get(small):
            return other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other
        return word if stays(small) else word.translate(letters(self.number))


@cache
def stays(word: str) -> bool:
    """Whether a word is every world's."""
    return word in news_share() or word in words_of("countries.tsv") or word in words_of("demonyms.tsv")


@cache
def words_of(table: str) -> frozenset[str]:
    """All words of a table, small."""
    return frozenset(word.lower() for line in lines(table) for word in WORD.findall(line))


@cache
def grammar() -> frozenset[str]:
    """The words of all tables that the grammar goes by."""
    tables = {path.name for path in files(lexicon).iterdir() if path.name.endswith((".tsv", ".txt"))}
    return frozenset[str]().union(*map(words_of, tables - TOPICAL))


@cache
def topical() -> tuple[str, ...]:
    """The words that change places: in some news articles, in no table of the grammar."""
    return tuple(word for word, share in sorted(news_share().items()) if share <= COMMON and word not in grammar())


@lru_cache(maxsize=64)
def places(number: int) -> dict[str, str]:
    """The word that stands for each topical word, by the world's number: of its length, each for one."""
    by_length: dict[int, list[str]] = {}
    for word in topical():
        by_length.setdefault(len(word), []).append(word)
    found: dict[str, str] = {}
    for group in by_length.values():
        order = sorted(group, key=lambda word: blake2b(f"{number} {word}".encode()).digest())
        found |= dict(zip(group, order, strict=True))
    return found


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
