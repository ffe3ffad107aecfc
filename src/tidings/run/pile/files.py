"""Files that are there whole or not at all: written under a temporary name, synced, renamed."""

import os
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from tidings.errors import OutputError

__all__ = [
    "Frame",
    "Spill",
    "appended",
    "digest_of",
    "frames",
    "places",
    "read_at",
    "settle",
    "sorted_frames",
    "write_frames",
    "write_whole",
]

HEAD = struct.Struct("<II")  # bytes of the key, bytes of the data
CHUNK = 1 << 20
HELD = 64_000_000  # bytes that a spill holds in memory


@dataclass(frozen=True, slots=True, order=True)
class Frame:
    """A key and where its data lie in a file."""

    key: str
    offset: int
    size: int


@contextmanager
def write_whole(path: Path, *, lasting: bool = True) -> Iterator[BinaryIO]:
    """A stream whose bytes stand under `path` once the block ends well; else nothing changes.

    What need not last over a cut of power, or is waited for later (`settle`), is not waited for here.
    Raises OutputError where it cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("wb") as stream:
                yield stream
                if lasting:
                    stream.flush()
                    os.fsync(stream.fileno())
            part.replace(path)
            if lasting:
                _sync_folder(path.parent)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(
            f"cannot write {str(path)!r}: {error.strerror or error}; what was done stays, run again"
        ) from error


def settle() -> None:
    """Wait until all that was written lies on the disk: once for many files, each of which would have its own wait."""
    os.sync()


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def appended(path: Path, entries: Iterable[tuple[str, bytes]]) -> None:
    """Add frames to a file that is later gone through by `write_frames`; it is not synced."""
    with path.open("ab") as stream:
        for key, data in entries:
            _put(stream, key, data)


def _put(stream: BinaryIO, key: str, data: bytes) -> None:
    name = key.encode("utf-8", "surrogatepass")
    stream.write(HEAD.pack(len(name), len(data)))
    stream.write(name)
    stream.write(data)


@dataclass
class Spill:
    """Frames for many files of one folder, held until they are many, then added to their files."""

    folder: Path
    waiting: dict[str, list[tuple[str, bytes]]] = field(default_factory=dict)
    size: int = 0

    def put(self, name: str, key: str, data: bytes) -> None:
        """A frame for the file of that name."""
        self.waiting.setdefault(name, []).append((key, data))
        self.size += len(data)
        if self.size > HELD:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        for name, entries in sorted(self.waiting.items()):
            appended(self.folder / name, entries)
        self.waiting, self.size = {}, 0


def places(path: Path) -> Iterator[Frame]:
    """The keys of a file of frames, with where their data lie, in the file's order."""
    with path.open("rb") as stream:
        while head := stream.read(HEAD.size):
            length, size = HEAD.unpack(head)
            key = stream.read(length).decode("utf-8", "surrogatepass")
            yield Frame(key, stream.tell(), size)
            stream.seek(size, os.SEEK_CUR)


def sorted_frames(source: Path) -> tuple[bytes, list[Frame]]:
    """What `write_frames` makes of a small file, in memory: the bytes, and where in them the data lie."""
    found: dict[str, bytes] = {}
    for key, data in frames(source):
        found.setdefault(key, data)
    stream = BytesIO()
    places: list[Frame] = []
    for key in sorted(found):
        _put(stream, key, found[key])
        places.append(Frame(key, stream.tell() - len(found[key]), len(found[key])))
    return stream.getvalue(), places


def frames(path: Path) -> Iterator[tuple[str, bytes]]:
    """The keys and data of a file of frames, one held at a time."""
    with path.open("rb") as stream:
        while head := stream.read(HEAD.size):
            length, size = HEAD.unpack(head)
            key = stream.read(length).decode("utf-8", "surrogatepass")
            yield key, stream.read(size)


def read_at(path: Path, found: Iterable[Frame]) -> Iterator[bytes]:
    """The data of these frames of one file, in their order."""
    with path.open("rb") as stream:
        for frame in found:
            stream.seek(frame.offset)
            yield stream.read(frame.size)


def write_frames(source: Path, path: Path, *, lasting: bool = True) -> tuple[str, ...]:
    """The frames of `source` under `path` in the order of their keys, one for each key; the keys.

    No more than the keys are held: the data are copied one by one.
    """
    found: dict[str, Frame] = {}
    if source.exists():
        for frame in places(source):
            found.setdefault(frame.key, frame)
    ordered = [found[key] for key in sorted(found)]
    with write_whole(path, lasting=lasting) as stream:
        if ordered:
            for frame, data in zip(ordered, read_at(source, ordered), strict=True):
                _put(stream, frame.key, data)
    return tuple(frame.key for frame in ordered)


def digest_of(path: Path) -> str | None:
    """blake2b-128 of a file's bytes; None where there is no such file."""
    found = blake2b(digest_size=16)
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                found.update(chunk)
    except FileNotFoundError:
        return None
    return found.hexdigest()
