"""Records as bytes for the case file and the memo: msgpack, with JSON for what UTF-8 cannot hold."""

import json
from typing import Any, TypeVar

import msgspec

from tidings.codec.plain import to_json

__all__ = ["pack", "unpack"]

Record = TypeVar("Record")

JSON_STARTS = (b"{", b"[", b'"')  # no msgpack of a record starts with these bytes


def pack(record: object) -> bytes:
    """The record as bytes, whole: what comes back is equal."""
    try:
        return msgspec.msgpack.encode(record)
    except UnicodeEncodeError:  # a lone surrogate: JSON has an escape for it
        return to_json(msgspec.to_builtins(record)).encode("utf-8")


def unpack(data: bytes, kind: type[Record]) -> Record:
    """The record that `pack` wrote; raises msgspec.ValidationError where it is not one of `kind`."""
    if data[:1] in JSON_STARTS:
        plain: Any = json.loads(data)
        return msgspec.convert(plain, kind)
    return msgspec.msgpack.decode(data, type=kind)
