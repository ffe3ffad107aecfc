"""Records to JSON and back; the one place that knows the wire form."""

from tidings.codec.account import ACCOUNT_SCHEMA, account_from_json, account_to_json
from tidings.codec.packed import pack, unpack
from tidings.codec.plain import to_json, to_plain
from tidings.codec.reading import READING_SCHEMA, Found, reading_to_json

__all__ = [
    "ACCOUNT_SCHEMA",
    "READING_SCHEMA",
    "Found",
    "account_from_json",
    "account_to_json",
    "pack",
    "reading_to_json",
    "to_json",
    "to_plain",
    "unpack",
]
