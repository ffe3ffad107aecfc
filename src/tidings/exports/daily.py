"""The accounts of many stories as the same tables, each row under the publication day of what it tells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from tidings.codec import account_to_json
from tidings.exports.arrow import schema_of, to_arrow
from tidings.exports.columns import TABLES, Cell, Column, Table
from tidings.exports.naming import Names
from tidings.model import Account, Anchor

__all__ = ["DAILY", "DayRow", "PartWriter", "day_rows"]

STORY = Column("story", "text", "the story that it belongs to: the smallest id of its documents")


def stories(account: Account, names: Names, told: str | None = None) -> Iterator[tuple[Cell, ...]]:
    """One row: the story and its whole account."""
    del names
    days = sorted(d.published for d in account.documents if d.published)
    first = min(account.documents, key=lambda d: (d.published or "9999", d.id))
    ids = tuple(d.id for d in account.documents)
    yield (
        *(first.title or first.path, ids, days[0] if days else None, days[-1] if days else None),
        told or account_to_json(account),
    )


STORIES = Table(
    "stories",
    "One row a story, with its account as `tidings tell --json` writes it.",
    (
        Column("name", "text", "the title of its earliest document"),
        Column("documents", "texts", "ids of its documents"),
        Column("first", "day", "the earliest publication day"),
        Column("last", "day", "the latest publication day"),
        Column("account", "text", "the account, tidings.account/1"),
    ),
    stories,
)
DAILY = tuple(replace(table, columns=(STORY, *table.columns)) for table in (*TABLES, STORIES))


@dataclass(frozen=True, slots=True)
class DayRow:
    """A row of one of `DAILY`, and the day it lies under; None where no document it stands on is dated."""

    table: str
    day: str | None
    cells: tuple[Cell, ...]


def day_rows(account: Account, told: str | None = None) -> Iterator[DayRow]:
    """All rows of a story's account: by the row's own document, else by the earliest that its record stands on.

    `told` is the account as JSON, where that is at hand.
    """
    if not account.documents:
        return
    story, names = account.documents[0].id, Names.of(account)
    by_records = _days(account, names)
    for table in (*TABLES, STORIES):
        by_record = by_records.get(table.name)
        place = next((i for i, c in enumerate(table.columns) if c.name == "document"), None)
        record = next((i for i, c in enumerate(table.columns) if c.name in KEYS.get(table.name, ())), 0)
        rows = stories(account, names, told) if table is STORIES else table.rows(account, names)
        for number, row in enumerate(rows):
            if place is not None:
                day = names.documents[str(row[place])].published
            elif by_record is not None:
                day = by_record.get(str(number) if table.name == "copies" else str(row[record]))
            else:
                day = min((d.published for d in account.documents if d.published), default=None)
            yield DayRow(table.name, day, (story, *row))


KEYS = {
    "entities": ("entity",),
    "statements": ("statement",),
    "events": ("event",),
    "dealings": ("dealing",),
    "differences": ("difference",),
    "timeline": ("event",),
}


def _days(account: Account, names: Names) -> dict[str, dict[str, str | None]]:
    """For the tables whose records stand on several documents: record to the earliest day among these."""

    def first(documents: Iterable[str]) -> str | None:
        return min((day for d in documents if (day := names.documents[d].published)), default=None)

    def of(spots: Iterable[Anchor]) -> str | None:
        return first(spot.document for spot in spots)

    quotes = {quote.id: quote.anchor for quote in account.quotes}
    events = {event.id: of(event.evidence) for event in account.events}
    return {
        "copies": {str(n): first(group.documents) for n, group in enumerate(account.copies)},
        "entities": {entity.id: of(entity.mentions) for entity in account.entities},
        "statements": {s.id: of(quotes[q] for q in s.quotes if q in quotes) for s in account.statements},
        "events": events,
        "timeline": events,
        "dealings": {dealing.id: of(dealing.evidence) for dealing in account.dealings},
        "differences": {d.id: of(spot for side in d.sides for spot in side.evidence) for d in account.differences},
    }


class PartWriter:
    """One Parquet file of a table, written batch by batch; close it, or use it in a `with` statement."""

    def __init__(self, table: Table, stream: BinaryIO) -> None:
        from pyarrow import parquet

        self._table = table
        self._writer = parquet.ParquetWriter(stream, schema_of(table), compression="zstd")

    def write(self, rows: Iterable[tuple[Cell, ...]]) -> None:
        """A row group of these rows."""
        self._writer.write_table(to_arrow(self._table, rows))

    def close(self) -> None:
        """End the file."""
        self._writer.close()
