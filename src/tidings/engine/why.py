"""Why the account says something: the record, the words it stands on, and what joined its members."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tidings.codec import to_json, to_plain
from tidings.errors import CaseError
from tidings.model import Account, Anchor, Formerly, Link, Linked
from tidings.run.grouping import resolve

__all__ = ["Why", "explain"]


@dataclass(frozen=True, slots=True)
class Why:
    """One record of the account, explained."""

    kind: str  # document, entity, quote, statement, event, dealing, difference, story
    id: str
    asked: str  # the id that was asked for; an older one where they differ
    fields: tuple[tuple[str, str], ...]  # of the record, in words
    evidence: tuple[Anchor, ...]
    links: tuple[Link, ...]  # between its members
    formerly: tuple[Formerly, ...]


TABLES = ("documents", "entities", "quotes", "statements", "events", "dealings", "differences", "stories")
GONE = ""  # what an id goes by when nothing is left of it
SINGULAR = {"entities": "entity", "stories": "story"}


def explain(name: str, account: Account, linked: Linked, formerly: Sequence[Formerly]) -> Why:
    """The record that goes by `name` now; raises CaseError where none does."""
    records = {record.id: (table, record) for table in reversed(TABLES) for record in getattr(account, table)}
    now = resolve(name, formerly, {*records, GONE})
    if now == GONE:
        raise CaseError(f"{name!r} was in this case and is no more: what it stood on was taken out")
    if now is None:
        raise CaseError(f"no record {name!r} in the account; ids stand in `tidings tell --json` and in the report")
    table, record = records[now]
    members = {m for group in linked.groups if group.id == now for m in group.members} | {now}
    links = tuple(link for link in linked.links if link.a in members and link.b in members)
    former = tuple(step for step in formerly if now in (step.old, step.new))
    kind = SINGULAR.get(table, table.removesuffix("s"))
    return Why(kind, now, name, _in_words(record), tuple(_anchors(record, account)), links, former)


def _in_words(record: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401  any record of the account
    """The record's fields that hold something, but its anchors and a document's text."""
    plain = to_plain(record)
    fields = plain.items() if isinstance(plain, dict) else ()
    left_out = {"anchor", "changes", "evidence", "mentions", "sides", "text", "blocks", "cuts"}
    return tuple(
        (k, v if isinstance(v, str) else to_json(v)) for k, v in fields if v not in (None, "", []) and k not in left_out
    )


def _anchors(record: Any, account: Account) -> Iterator[Anchor]:  # noqa: ANN401
    if hasattr(record, "anchor"):
        yield record.anchor
    for name in ("evidence", "mentions"):
        yield from getattr(record, name, ())
    for change in getattr(record, "changes", ()):
        yield from (words for words in (change.before, change.after) if words is not None)
    for side in getattr(record, "sides", ()):
        yield from side.evidence
    quotes = {quote.id: quote for quote in account.quotes}
    yield from (quotes[name].anchor for name in getattr(record, "quotes", ()) if name in quotes)
