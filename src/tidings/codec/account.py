"""The account as `tidings.account/1`: one record a line, so that two accounts can be compared by eye."""

import json
from dataclasses import fields

from tidings.codec.plain import Plain, from_plain, to_json, to_plain
from tidings.model import Account

__all__ = ["ACCOUNT_SCHEMA", "account_from_json", "account_to_json"]

ACCOUNT_SCHEMA = "tidings.account/1"


def account_to_json(account: Account) -> str:
    """The account's JSON, ending in a newline; same account, same text."""
    parts = [f"{to_json(field.name)}:{_lines(to_plain(getattr(account, field.name)))}" for field in fields(Account)]
    return "{" + ",\n".join(parts) + "}\n"


def account_from_json(text: str) -> Account:
    """The account that `account_to_json` wrote."""
    return from_plain(json.loads(text), Account)


def _lines(plain: Plain) -> str:
    if not isinstance(plain, list) or not plain:
        return to_json(plain)
    return "[\n" + ",\n".join(to_json(item) for item in plain) + "\n]"
