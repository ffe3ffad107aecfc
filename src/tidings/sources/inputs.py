"""The inputs a person names, in order: a file, a folder read whole, "-" for standard input."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from tidings.errors import InputError
from tidings.model import Raw, SetAside
from tidings.sources.articles import whole
from tidings.sources.jsonl import from_list, from_stream, is_list
from tidings.sources.limits import Limits
from tidings.sources.mbox import from_mbox, is_mbox
from tidings.sources.packed import DAMAGED, Source, inner_name, is_packed, unpacked
from tidings.sources.warc import OPENING, from_warc
from tidings.text.decode import looks_binary

__all__ = ["read_inputs"]

LINES = (".jsonl", ".ndjson", ".jsonlines")
STAGE = "sources"
SNIFF = 4096  # bytes by which the kind of a stream is told


def read_inputs(
    paths: Sequence[str], limits: Limits | None = None, *, as_is: bool = False, stdin: BinaryIO | None = None
) -> Iterator[Raw | SetAside]:
    """Yield every article of the inputs, and a SetAside with its reason for each that cannot be read."""
    limits = limits or Limits()
    for path in paths:
        if path == "-":
            yield from from_standard_input(stdin or sys.stdin.buffer, limits, as_is=as_is)
        elif not path:
            yield SetAside(path, STAGE, "an empty path: name a file or a folder")
        elif os.path.isdir(path):
            yield from from_folder(Path(path), limits, as_is=as_is)
        else:
            yield from from_file(Path(path), Path(path).name, limits, as_is=as_is)


def from_folder(root: Path, limits: Limits, *, as_is: bool) -> Iterator[Raw | SetAside]:
    """The files below a folder in the order of their names; hidden files are passed over."""
    count = 0
    for found in below(root):
        if isinstance(found, SetAside):
            yield found
            continue
        count += 1
        if count > limits.max_files:
            yield SetAside(
                known_as(str(root)),
                STAGE,
                f"more than {limits.max_files:,} files; the rest is left out: raise max_files",
            )
            return
        yield from from_file(found, found.relative_to(root).as_posix(), limits, as_is=as_is)
    if not count:
        yield SetAside(
            known_as(str(root)),
            STAGE,
            "a folder without articles: it holds no .txt, .html, .json, .jsonl or .warc file",
        )


def below(root: Path) -> Iterator[Path | SetAside]:
    """All files below `root`, sorted; links that lead out of it are set aside."""
    real = root.resolve()
    refused: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in list(folders):
            if Path(folder, name).is_symlink():
                folders.remove(name)
                yield aside(
                    root, Path(folder, name), "a link to a folder, which is not followed: name that folder itself"
                )
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(folder, name)
            if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(real):
                yield aside(root, path, "a link that leads out of the folder: name the file itself to read it")
            elif path.exists() and not path.is_file():
                yield aside(root, path, "a pipe, a socket or a device, not a file: name it itself to read it")
            else:
                yield path
    for error in refused:
        yield aside(
            root,
            Path(error.filename or root),
            f"a folder that cannot be opened ({error.strerror}): check its permissions",
        )


def aside(root: Path, path: Path, reason: str) -> SetAside:
    """An input that is not read, by the name that its folder gives it."""
    return SetAside(known_as(path.relative_to(root).as_posix() if path != root else str(root)), STAGE, reason)


def known_as(name: str) -> str:
    """A file's name as any text can hold it: bytes in it that are no UTF-8 are written out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def from_file(path: Path, name: str, limits: Limits, *, as_is: bool) -> Iterator[Raw | SetAside]:
    """The articles of one file; `name` is what it is known by."""
    name = known_as(name)
    try:
        with path.open("rb") as stream:
            yield from from_open(stream, name, limits, as_is=as_is)
    except FileNotFoundError:
        yield SetAside(name, STAGE, "the file is not there (any more): check the path")
    except IsADirectoryError:
        yield SetAside(name, STAGE, "a folder where a file was expected")
    except DAMAGED as error:
        yield SetAside(name, STAGE, f"damaged or cut off ({error}): what is left of it is not read")
    except InputError as error:
        yield SetAside(name, STAGE, str(error))
    except OSError as error:
        yield SetAside(name, STAGE, f"the file cannot be read ({error.strerror}): check its permissions")


def from_standard_input(stream: BinaryIO, limits: Limits, *, as_is: bool) -> Iterator[Raw | SetAside]:
    """The articles that come through the pipe."""
    try:
        yield from from_open(Peeked(stream), "-", limits, as_is=as_is)
    except DAMAGED as error:
        yield SetAside("-", STAGE, f"damaged or cut off ({error}): what is left of it is not read")
    except InputError as error:
        yield SetAside("-", STAGE, str(error))
    except OSError as error:
        yield SetAside("-", STAGE, f"standard input cannot be read ({error.strerror})")


class Peeked:
    """A stream that cannot seek, with its first bytes looked at beforehand."""

    def __init__(self, stream: Source) -> None:
        self.stream = stream
        self.head = b""

    def peek(self, size: int) -> bytes:
        """The next bytes, which stay to be read."""
        while len(self.head) < size and (more := self.stream.read(size - len(self.head))):
            self.head += more
        return self.head[:size]

    def read(self, size: int) -> bytes:
        """Up to `size` bytes."""
        taken, self.head = self.head[:size], self.head[size:]
        return taken + (self.stream.read(size - len(taken)) if len(taken) < size else b"")

    def readline(self, size: int) -> bytes:
        """Up to the end of a line or `size` bytes."""
        end = self.head.find(b"\n") + 1
        if end or len(self.head) >= size:
            return self.read(min(end or size, size))
        taken, self.head = self.head, b""
        return taken + self.stream.readline(size - len(taken))


def from_open(stream: BinaryIO | Peeked, name: str, limits: Limits, *, as_is: bool) -> Iterator[Raw | SetAside]:
    """The articles of an open file: JSON lines, mails of a mailbox and crawled pages one by one, anything else whole; unpacked where packed."""
    source = stream if isinstance(stream, Peeked) else Peeked(stream)
    head = source.peek(SNIFF)
    suffix = Path(name).suffix.casefold()
    if is_packed(head):
        suffix = Path(inner_name(name)).suffix.casefold()
        source = Peeked(unpacked(source, head))
        head = source.peek(SNIFF)
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(OPENING):
        yield from from_warc(source, name, limits, as_is=as_is)
        return
    if is_mbox(head.removeprefix(b"\xef\xbb\xbf")):
        yield from from_mbox(source, name, limits, as_is=as_is)
        return
    if suffix in LINES or (suffix in ("", ".json") and opening.startswith(b"{")):
        yield from from_stream(source, name, limits, as_is=as_is)
        return
    data = source.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        yield SetAside(name, STAGE, f"larger than {limits.max_bytes:,} bytes: split it, or raise max_bytes")
    elif not data.strip():
        yield SetAside(name, STAGE, "an empty file: nothing to read")
    elif looks_binary(data):
        yield SetAside(name, STAGE, "a binary file, not text: give .txt, .html, .json or .jsonl")
    elif suffix == ".json" or (suffix == "" and is_list(opening)):
        yield from from_list(data, name, as_is=as_is)
    else:
        yield whole(data, name, as_is=as_is)
