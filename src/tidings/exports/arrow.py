"""The tables of an account as Arrow tables, which pandas, polars and DuckDB take as they are, and as Parquet files."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tidings.errors import OutputError
from tidings.exports.columns import TABLES, Cell, Table
from tidings.exports.naming import Names
from tidings.model import Account

if TYPE_CHECKING:
    import pyarrow

__all__ = ["arrow_tables", "check_arrow", "schema_of", "to_arrow", "write_parquet"]


def arrow_tables(account: Account) -> "dict[str, pyarrow.Table]":
    """The account as Arrow tables by name, in the order of `TABLES`; same account, same tables.

    Raises OutputError where pyarrow is not installed.
    """
    check_arrow()
    names = Names.of(account)
    return {table.name: to_arrow(table, table.rows(account, names)) for table in TABLES}


def check_arrow() -> None:
    """Raise OutputError where pyarrow is not installed."""
    if find_spec("pyarrow") is None:
        raise OutputError("Arrow tables and Parquet need pyarrow: pip install 'tidings[tables]'")


def write_parquet(account: Account, folder: Path) -> tuple[Path, ...]:
    """Write NAME.parquet for each table into `folder`; the files."""
    tables = arrow_tables(account)
    from pyarrow import parquet

    files = tuple(folder / f"{name}.parquet" for name in tables)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, table in zip(files, tables.values(), strict=True):
            part = file.with_name(f".{file.name}.part")
            parquet.write_table(table, part, compression="zstd", store_schema=True)
            part.replace(file)
    except OSError as error:
        raise OutputError(
            f"cannot write into {str(folder)!r}: {error.strerror or error}; name another folder"
        ) from error
    return files


def to_arrow(table: Table, rows: Iterable[tuple[Cell, ...]]) -> "pyarrow.Table":
    """Rows of one table as Arrow, by the types of its columns."""
    import pyarrow as arrow

    schema = schema_of(table)
    cells = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [
        arrow.array([_day(cell) for cell in column] if of.type == "day" else column, type=field.type)
        for of, field, column in zip(table.columns, schema, cells, strict=True)
    ]
    return arrow.Table.from_arrays(arrays, schema=schema)


@cache
def schema_of(table: Table) -> "pyarrow.Schema":
    """The columns of a table in Arrow's types."""
    import pyarrow as arrow

    types = {
        "text": arrow.string(),
        "day": arrow.date32(),
        "count": arrow.int64(),
        "share": arrow.float64(),
        "flag": arrow.bool_(),
        "texts": arrow.list_(arrow.string()),
        "shares": arrow.list_(arrow.float64()),
    }
    fields = [arrow.field(c.name, types[c.type], metadata={"what": c.what}) for c in table.columns]
    return arrow.schema(fields, metadata={"what": table.what})


def _day(cell: Cell) -> date | None:
    return date.fromisoformat(cell) if isinstance(cell, str) else None
