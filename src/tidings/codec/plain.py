"""Records to plain lists and dicts, and those to JSON bytes that are the same everywhere."""

import json
from functools import lru_cache
from keyword import iskeyword
from typing import TypeAlias, TypeVar

import msgspec

__all__ = ["DIGITS", "Plain", "from_plain", "to_json", "to_plain"]

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | int | float | bool | None"
Record = TypeVar("Record")

AS_IT_IS = frozenset({str, int, bool, type(None)})  # looked at before the call: most values are such
DIGITS = 4  # of every weight and confidence on the wire: CPU classes differ beyond that


def to_plain(record: object) -> Plain:
    """The record as lists, dicts, strings and numbers, under the contract's names (`from_` as "from")."""
    return _outward(msgspec.to_builtins(record, order="deterministic"))


def from_plain(plain: Plain, kind: type[Record]) -> Record:
    """The record of `kind` that `to_plain` wrote; raises msgspec.ValidationError where it does not fit."""
    return msgspec.convert(_inward(plain), kind)


def to_json(plain: object) -> str:
    """One line of JSON; a lone surrogate becomes its escape, so that the line is always valid UTF-8."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _outward(plain: Plain) -> Plain:
    if isinstance(plain, dict):
        return {key.removesuffix("_"): v if type(v) in AS_IT_IS else _outward(v) for key, v in plain.items()}
    if isinstance(plain, (list, tuple)):
        return [v if type(v) in AS_IT_IS else _outward(v) for v in plain]
    return round(plain, DIGITS) if isinstance(plain, float) else plain


def _inward(plain: Plain) -> Plain:
    if isinstance(plain, dict):
        return {_field(key): v if type(v) in AS_IT_IS else _inward(v) for key, v in plain.items()}
    if isinstance(plain, list):
        return [v if type(v) in AS_IT_IS else _inward(v) for v in plain]
    return plain


@lru_cache(maxsize=1024)
def _field(key: str) -> str:
    return f"{key}_" if iskeyword(key) else key
