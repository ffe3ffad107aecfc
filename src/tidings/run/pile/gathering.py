"""The articles of all inputs, laid into partitions by what they are, never by the order they came in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tidings.codec import pack
from tidings.model import Raw, SetAside
from tidings.run.pile.files import appended, write_frames
from tidings.run.pile.layout import Layout
from tidings.run.reading import source_of
from tidings.text.ids import content_id

__all__ = ["Gathered", "gather", "partition_of"]

HELD = 64_000_000  # bytes of articles in memory before they go to disk


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came in: an id of each partition's articles, and what could not be read."""

    contents: tuple[str, ...]
    articles: int
    set_aside: tuple[SetAside, ...]


@dataclass
class _Spill:
    """Frames waiting to be written, partition by partition."""

    folder: Path
    waiting: dict[int, list[tuple[str, bytes]]] = field(default_factory=dict)
    size: int = 0

    def put(self, partition: int, key: str, data: bytes) -> None:
        self.waiting.setdefault(partition, []).append((key, data))
        self.size += len(data)
        if self.size > HELD:
            self.flush()

    def flush(self) -> None:
        for partition, entries in sorted(self.waiting.items()):
            appended(self.folder / str(partition), entries)
        self.waiting, self.size = {}, 0


def partition_of(key: str, partitions: int) -> int:
    """The partition of an id: its own digits decide."""
    return int(content_id(key), 16) % partitions


def gather(found: Iterable[Raw | SetAside], layout: Layout, partitions: int) -> Gathered:
    """Lay the articles into partitions on disk; one that comes twice is kept once."""
    lost: list[SetAside] = []
    spill = _Spill(layout.empty("gathering"))
    for one in found:
        if isinstance(one, SetAside):
            lost.append(one)
        else:
            key = source_of(one)
            spill.put(partition_of(key, partitions), key, pack(one))
    spill.flush()
    contents, count = [], 0
    for partition in range(partitions):
        keys = write_frames(spill.folder / str(partition), layout.file("articles", partition))
        (spill.folder / str(partition)).unlink(missing_ok=True)
        contents.append(content_id(*keys))
        count += len(keys)
    return Gathered(tuple(contents), count, tuple(lost))
