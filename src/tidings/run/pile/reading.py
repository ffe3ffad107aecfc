"""READ over the partitions of a pile: each article's reading, and a light entry of it, kept partition by partition."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tidings.codec import pack, unpack
from tidings.model import Linked, Raw, Reading, SetAside
from tidings.run.pile.files import appended, frames, write_frames
from tidings.run.pile.gathering import Gathered
from tidings.run.pile.layout import Layout
from tidings.run.progress import Progress
from tidings.run.reading import Batch, ReadBatch, batches, name_of, source_of
from tidings.run.retried import TWICE, retried
from tidings.runners import Died, Runner
from tidings.stage import Round
from tidings.stages.link.stories import StoryCard
from tidings.text.ids import content_id, digest

__all__ = ["Entry", "ReadPartition", "entries_of", "packed_readings", "read_partitions"]

FILES = ("cards", "readings")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the driver must know of an article without its reading."""

    document: str  # "" where it was set aside
    path: str
    line: int | None
    digest: str  # of the reading
    card: StoryCard | None
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelved:
    """What comes back of a batch, by source: packed readings and entries."""

    readings: tuple[tuple[str, bytes], ...]
    entries: tuple[tuple[str, Entry], ...]


@dataclass(frozen=True)
class ReadPartition:
    """READ over one batch, packed for the disk."""

    read: ReadBatch
    stories: Round[Any] | None = None

    def __call__(self, task: tuple[int, Batch]) -> Shelved:
        _, batch = task
        outcome = self.read(batch)
        sources = {(raw.path, raw.line, raw.digest): source_of(raw) for raw in batch}
        readings: list[tuple[str, bytes]] = []
        entries: list[tuple[str, Entry]] = []
        for reading in outcome.done:
            document = reading.document
            data = zlib.compress(pack(reading), 6)
            source = sources.pop((document.path, document.line, document.digest))
            readings.append((source, data))
            entries.append((source, Entry(document.id, document.path, document.line, digest(data), self.card(reading))))
        left = [raw for raw in batch if (raw.path, raw.line, raw.digest) in sources]
        return Shelved(tuple(readings), (*entries, *lost_entries(left, outcome.set_aside)))

    def card(self, reading: Reading) -> StoryCard | None:
        """What the reading's story is told by."""
        found = list(self.stories.cards(reading, Linked())) if self.stories is not None else []
        return found[0] if found and isinstance(found[0], StoryCard) else None


def lost_entries(raws: Sequence[Raw], lost: Sequence[SetAside]) -> Iterator[tuple[str, Entry]]:
    """The entries of articles that were not read, each with its own reason."""
    for raw in raws:
        name = name_of(raw)
        own = tuple(one for one in lost if one.path in (name, raw.path))
        yield source_of(raw), Entry("", raw.path, raw.line, "", None, own or tuple(lost))


@dataclass
class _Shelf:
    """A partition in the making: its batches lie on disk until all of them are there."""

    layout: Layout
    partition: int
    left: int = 0  # articles given out and not back
    closed: bool = False  # no more batches come

    def part(self, kind: str) -> Path:
        """The file in the making."""
        return self.layout.work / "reading" / f"{kind}-{self.partition}"

    def put(self, found: Shelved) -> None:
        """Keep what was read."""
        appended(self.part("readings"), found.readings)
        appended(self.part("cards"), ((source, pack(entry)) for source, entry in found.entries))

    def finish(self, key: str, version: str) -> None:
        """Put the files in their place and sign for them."""
        counts = {kind: len(write_frames(self.part(kind), self.layout.file(kind, self.partition))) for kind in FILES}
        for kind in FILES:
            self.part(kind).unlink(missing_ok=True)
        self.layout.sign(
            "read",
            self.partition,
            {"key": key, "version": version, "articles": counts["cards"], "documents": counts["readings"]},
            FILES,
        )


def read_partitions(
    function: ReadPartition, gathered: Gathered, layout: Layout, how: tuple[Runner, Progress, str]
) -> None:
    """Read what no receipt says is read; each partition is signed when its last article is there."""
    runner, progress, version = how
    keys = [content_id(version, content) for content in gathered.contents]
    missing = [n for n, key in enumerate(keys) if not layout.done("read", n, key, FILES)]
    layout.empty("reading")
    shelves = {n: _Shelf(layout, n) for n in missing}
    progress.start("reading", gathered.articles)
    progress.advance(sum(_articles(layout, n) for n in range(len(keys)) if n not in shelves))

    def tasks() -> Iterator[tuple[int, Batch]]:
        for number in missing:
            shelf = shelves[number]
            known = _known(layout, shelf, version)
            raws = (
                unpack(data, Raw) for source, data in frames(layout.file("articles", number)) if source not in known
            )
            progress.advance(len(known))
            for batch in batches(raws):
                shelf.left += len(batch)
                yield number, batch
            shelf.closed = True
            close(shelf)

    def close(shelf: _Shelf) -> None:
        if shelf.closed and not shelf.left:
            shelf.finish(keys[shelf.partition], version)

    def pieces(task: tuple[int, Batch]) -> Iterator[tuple[int, Batch]]:
        return ((task[0], (raw,)) for raw in task[1])

    for (number, batch), result in retried(runner, function, tasks(), pieces, ordered=False):
        shelf = shelves[number]
        shelf.left -= len(batch)
        progress.advance(len(batch))
        if isinstance(result, Died):
            lost = [SetAside(name_of(raw), "read", TWICE) for raw in batch]
            result = Shelved((), tuple(lost_entries(batch, lost)))
        shelf.put(result)
        close(shelf)


def _known(layout: Layout, shelf: _Shelf, version: str) -> set[str]:
    """The articles of a partition that an earlier run read the same way; they are put on its shelf."""
    receipt = layout.receipt("read", f"{shelf.partition:05}")
    if receipt is None or receipt.get("version") != version:
        return set()
    if not layout.done("read", shelf.partition, str(receipt.get("key")), FILES):
        return set()
    wanted = {source for source, _ in frames(layout.file("articles", shelf.partition))}
    kept = {s: data for s, data in frames(layout.file("cards", shelf.partition)) if s in wanted}
    appended(shelf.part("cards"), kept.items())
    appended(
        shelf.part("readings"),
        ((source, data) for source, data in frames(layout.file("readings", shelf.partition)) if source in wanted),
    )
    return set(kept)


def _articles(layout: Layout, partition: int) -> int:
    found = (layout.receipt("read", f"{partition:05}") or {}).get("articles")
    return found if isinstance(found, int) else 0


def entries_of(layout: Layout, partitions: int) -> Iterator[tuple[int, str, Entry]]:
    """The entries of all partitions: the partition, the source, the entry."""
    for number in range(partitions):
        for source, data in frames(layout.file("cards", number)):
            yield number, source, unpack(data, Entry)


def packed_readings(data: bytes) -> Reading:
    """The reading of its packed form."""
    return unpack(zlib.decompress(data), Reading)
