"""The articles of all inputs, laid into partitions by what they are, never by the order they came in."""

from collections.abc import Iterable
from dataclasses import dataclass

from tidings.codec import pack
from tidings.model import Raw, SetAside
from tidings.run.pile.files import Spill, write_frames
from tidings.run.pile.layout import Layout
from tidings.run.reading import source_of
from tidings.text.ids import content_id

__all__ = ["Gathered", "gather", "partition_of"]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came in: an id of each partition's articles, and what could not be read."""

    contents: tuple[str, ...]
    articles: int
    set_aside: tuple[SetAside, ...]


def partition_of(key: str, partitions: int) -> int:
    """The partition of an id: its own digits decide."""
    return int(content_id(key), 16) % partitions


def gather(found: Iterable[Raw | SetAside], layout: Layout, partitions: int) -> Gathered:
    """Lay the articles into partitions on disk; one that comes twice is kept once."""
    lost: list[SetAside] = []
    spill = Spill(layout.empty("gathering"))
    for one in found:
        if isinstance(one, SetAside):
            lost.append(one)
        else:
            key = source_of(one)
            spill.put(str(partition_of(key, partitions)), key, pack(one))
    spill.flush()
    contents, count = [], 0
    for partition in range(partitions):
        keys = write_frames(spill.folder / str(partition), layout.file("articles", partition))
        (spill.folder / str(partition)).unlink(missing_ok=True)
        contents.append(content_id(*keys))
        count += len(keys)
    return Gathered(tuple(contents), count, tuple(lost))
