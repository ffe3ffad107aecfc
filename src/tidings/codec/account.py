"""The account as `tidings.account/1`: one record a line, so that two accounts can be compared by eye."""

import json
from dataclasses import fields

from tidings.codec.plain import from_plain, to_json, to_plain
from tidings.model import Account

__all__ = ["ACCOUNT_SCHEMA", "account_from_json", "account_to_json"]

ACCOUNT_SCHEMA = "tidings.account/1"


def account_to_json(account: Account) -> str:
    """The account's JSON, ending in a newline; same account, same text."""
    parts = [f"{to_json(field.name)}:{_lines(getattr(account, field.name))}" for field in fields(Account)]
    return "{" + ",\n".join(parts) + "}\n"


def account_from_json(text: str) -> Account:
    """The account that `account_to_json` wrote."""
    return from_plain(json.loads(text), Account)


def _lines(value: object) -> str:
    """A line a record; each is turned by itself, since all at once take several times the memory of their text."""
    if not isinstance(value, tuple) or not value:
        return to_json(to_plain(value))
    return "[\n" + ",\n".join(to_json(to_plain(item)) for item in value) + "\n]"
