"""Gzip and zstd read as streams, with a bound on how far they may expand; zstd needs the extra `archives`."""

import gzip
import io
import zlib
from importlib.util import find_spec
from typing import Any, BinaryIO, Protocol

from tidings.errors import InputError

__all__ = ["DAMAGED", "Source", "Unpacked", "inner_name", "is_packed", "unpacked"]

SUFFIXES = (".gz", ".zst", ".zstd")
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile)
EXPANDS = 200  # times: news text shrinks three to ten times, lines of it all alike perhaps fifty
ALWAYS = 50_000_000  # bytes that any file may expand to


class Source(Protocol):
    """Bytes that come one after the other."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes."""

    def readline(self, size: int, /) -> bytes:
        """Up to the end of a line or `size` bytes."""


class _Counted(io.RawIOBase):
    """A stream that knows how many bytes were taken from it."""

    def __init__(self, stream: Source) -> None:
        self.taken = 0
        self._stream = stream

    def readable(self) -> bool:
        """As a raw stream has to say."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  any writable buffer
        """Read on, and count."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.taken += len(data)
        return len(data)


class Unpacked:
    """What a packed stream holds; raises InputError where it expands beyond all measure."""

    def __init__(self, packed: _Counted, opened: BinaryIO) -> None:
        self._packed = packed
        self._opened = opened
        self._given = 0

    def read(self, size: int) -> bytes:
        """Up to `size` bytes, fewer only at the end."""
        return self._measured(self._opened.read(size))

    def readline(self, size: int) -> bytes:
        """Up to the end of a line or `size` bytes."""
        return self._measured(self._opened.readline(size))

    def _measured(self, data: bytes) -> bytes:
        self._given += len(data)
        if self._given > ALWAYS and self._given > EXPANDS * self._packed.taken:
            raise InputError(f"it expands to more than {EXPANDS} times its size: unpack it yourself if you trust it")
        return data


def is_packed(head: bytes) -> bool:
    """Whether bytes that begin so are gzip or zstd."""
    return head.startswith((GZIP, ZSTD))


def inner_name(name: str) -> str:
    """The name without the packer's suffix: "a.jsonl" of "a.jsonl.gz"."""
    return next((name[: -len(end)] for end in SUFFIXES if name.casefold().endswith(end)), name)


def unpacked(stream: Source, head: bytes) -> Unpacked:
    """The stream unpacked as it is read; raises InputError where what zstd needs is not installed."""
    packed = _Counted(stream)
    if head.startswith(GZIP):
        return Unpacked(packed, gzip.GzipFile(fileobj=io.BufferedReader(packed), mode="rb"))  # type: ignore[arg-type]
    if find_spec("zstandard") is None:
        raise InputError("zstd needs a library: pip install 'tidings[archives]'")
    import zstandard

    reader = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(packed, read_across_frames=True)
    return Unpacked(packed, io.BufferedReader(_Zstd(reader), 1 << 17))


class _Zstd(io.RawIOBase):
    """zstd's reader, its errors as those of gzip."""

    def __init__(self, reader: Any) -> None:  # noqa: ANN401  an extra's type
        self._reader = reader

    def readable(self) -> bool:
        """As a raw stream has to say."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  any writable buffer
        """Read on; what is damaged ends as other packed files do."""
        import zstandard

        try:
            return int(self._reader.readinto(buffer))
        except zstandard.ZstdError as error:
            raise EOFError(str(error)) from error
