"""JSON lines and JSON lists: one article a line, by the field names that news tools use."""

import json
from collections.abc import Iterator
from typing import Protocol

from tidings.model import Raw, SetAside
from tidings.sources.articles import kind_of
from tidings.sources.fields import Json, given_in, text_in
from tidings.sources.limits import Limits
from tidings.text.decode import decode
from tidings.text.ids import digest
from tidings.text.repair import lone_surrogate

__all__ = ["from_list", "from_stream", "is_list"]

STAGE = "sources"
DEPTH = 100  # brackets open at once, at most: the parser calls itself for each


class Lines(Protocol):
    """What is read line by line."""

    def readline(self, size: int, /) -> bytes:
        """Up to the end of a line or `size` bytes."""


def is_list(opening: bytes) -> bool:
    """Whether a file that begins so is a JSON list of records."""
    return opening.startswith(b"[") and opening[1:].lstrip().startswith(b"{")


def from_stream(stream: Lines, path: str, limits: Limits, *, as_is: bool) -> Iterator[Raw | SetAside]:
    """One article a line; a line that cannot be read is set aside and the next one is read.

    A .json file with one record over many lines is read as that record.
    """
    number = seen = 0
    while line := stream.readline(limits.max_line_bytes + 1):
        number += 1
        if len(line) > limits.max_line_bytes and not line.endswith(b"\n"):
            while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
                pass
            seen += 1
            yield SetAside(
                f"{path}:{number}",
                STAGE,
                f"a line longer than {limits.max_line_bytes:,} bytes: shorten it, or raise max_line_bytes",
            )
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
            if line.startswith(b"{") and line.rstrip().endswith(
                (b"{", b"[", b",", b":")
            ):  # no line of JSON lines ends so
                yield from spread(line, stream, path, limits, as_is=as_is)
                return
        if line.strip():
            seen += 1
            yield from_line(line.strip(), path, number, as_is=as_is)
    if not seen:
        yield SetAside(path, STAGE, "an empty file: no line in it holds a record")


def spread(first: bytes, stream: Lines, path: str, limits: Limits, *, as_is: bool) -> Iterator[Raw | SetAside]:
    """One record written over many lines, as tools that indent their JSON do."""
    data = bytearray(first)
    while line := stream.readline(limits.max_bytes):
        data += line
        if len(data) > limits.max_bytes:
            yield SetAside(
                path, STAGE, f"one record larger than {limits.max_bytes:,} bytes: split it, or raise max_bytes"
            )
            return
    yield from_line(bytes(data).strip(), path, 1, as_is=as_is)


def from_list(data: bytes, path: str, *, as_is: bool) -> Iterator[Raw | SetAside]:
    """The records of a JSON list, numbered from 1."""
    parsed = parse(data)
    if isinstance(parsed, str):
        yield SetAside(path, STAGE, parsed)
    elif isinstance(parsed.value, list):
        if not parsed.value:
            yield SetAside(path, STAGE, "an empty list: no record in it")
        for number, record in enumerate(parsed.value, 1):
            yield from_record(record, path, number, canonical(record), as_is=as_is)
    else:
        yield from_record(parsed.value, path, 1, data, as_is=as_is)


class Parsed:
    """A JSON value, held apart from a reason, which is a string too."""

    def __init__(self, value: Json) -> None:
        self.value = value


def parse(data: bytes) -> Parsed | str:
    """The JSON value of some bytes, or why there is none."""
    decoded = decode(data)
    if decoded is None or decoded.guessed:
        return "not UTF-8: save it anew as UTF-8"
    if nested(decoded.text):
        return f"brackets nested deeper than {DEPTH}: not a record of an article"
    try:
        return Parsed(json.loads(decoded.text))
    except json.JSONDecodeError as error:
        return f"broken JSON ({error.msg} at character {error.pos + 1}): mend or drop it"
    except (ValueError, RecursionError):
        return "broken JSON (a number too long, or brackets too deep): mend or drop it"


def nested(text: str) -> bool:
    """Whether brackets outside strings open deeper than DEPTH; a count that may be too high, never too low."""
    if text.count("[") + text.count("{") <= DEPTH:
        return False
    depth, quoted, escaped = 0, False, False
    for c in text:
        if escaped:
            escaped = False
        elif quoted:
            escaped, quoted = c == "\\", c != '"'
        elif c == '"':
            quoted = True
        elif c in "[{":
            depth += 1
            if depth > DEPTH:
                return True
        elif c in "]}":
            depth -= 1
    return False


def canonical(record: Json) -> bytes:
    """A list's record as bytes that depend on nothing but its content."""
    return json.dumps(record, sort_keys=True, ensure_ascii=True).encode("ascii")


def from_line(line: bytes, path: str, number: int, *, as_is: bool) -> Raw | SetAside:
    """The article of one line, or why it is none."""
    parsed = parse(line)
    if isinstance(parsed, str):
        return SetAside(f"{path}:{number}", STAGE, parsed)
    return from_record(parsed.value, path, number, line, as_is=as_is)


def from_record(record: Json, path: str, number: int, data: bytes, *, as_is: bool) -> Raw | SetAside:
    """The article of one record, or why it is none."""
    where = f"{path}:{number}"
    if not isinstance(record, dict):
        return SetAside(where, STAGE, 'not a record: a line must be a JSON object such as {"title": …, "text": …}')
    text = text_in(record)
    if text is None:
        return SetAside(
            where, STAGE, "no article in it: none of text, maintext, raw_text, articleBody, content, html holds words"
        )
    given = given_in(record)
    if any(
        lone_surrogate(value) is not None
        for value in (
            text,
            *filter(None, (given.title, given.url, given.author, given.outlet, given.id, given.published)),
        )
    ):
        return SetAside(where, STAGE, "it holds half of a character (a lone surrogate): write the record anew")
    kind = kind_of(text, "")
    return Raw(path, "html" if kind == "html" else "record", text, digest(data), "utf-8", given, number, as_is)
