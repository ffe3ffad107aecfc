"""An account out in the formats of other tools."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tidings.engine.output import write_text
from tidings.errors import OutputError
from tidings.exports import annotations, arrow_tables, csv_files, ftm_lines, plover_lines, write_parquet
from tidings.model import Account

if TYPE_CHECKING:
    import pyarrow

__all__ = ["FOLDER_FORMATS", "FORMATS", "TEXT_FORMATS", "export", "export_text", "tables"]

TEXT_FORMATS = ("plover-jsonl", "web-annotation", "ftm")
FOLDER_FORMATS = ("parquet", "csv")
FORMATS = (*TEXT_FORMATS, *FOLDER_FORMATS)


def tables(account: Account) -> "dict[str, pyarrow.Table]":
    """The account as Arrow tables by name (docs/tables.md), for pandas, polars, DuckDB and their like.

    Raises OutputError where pyarrow is not installed.
    """
    return arrow_tables(account)


def export_text(account: Account, form: str) -> str:
    """The account in one of `TEXT_FORMATS`: JSON lines for plover-jsonl and ftm, one JSON-LD page for web-annotation.

    Raises OutputError for another format.
    """
    if form == "web-annotation":
        return annotations(account)
    if form in {"plover-jsonl", "ftm"}:
        lines = plover_lines(account) if form == "plover-jsonl" else ftm_lines(account)
        return "".join(f"{line}\n" for line in lines)
    raise OutputError(f"no text format {form!r}; there are {', '.join(TEXT_FORMATS)}")


def export(account: Account, form: str, path: str | Path) -> tuple[Path, ...]:
    """Write the account in one of `FORMATS`: a file, or for parquet and csv a folder with a file a table; the files.

    Raises OutputError for another format, where a path cannot be written, and where pyarrow is not installed.
    """
    path = Path(path)
    if form in FOLDER_FORMATS and path.exists() and not path.is_dir():
        raise OutputError(f"{os.fspath(path)!r} is a file, and {form} is a folder with a file a table; name a folder")
    if form == "parquet":
        return write_parquet(account, path)
    if form == "csv":
        files = csv_files(account)
        for name, text in files.items():
            write_text(path / name, text)
        return tuple(path / name for name in files)
    if form not in TEXT_FORMATS:
        raise OutputError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    write_text(path, export_text(account, form))
    return (path,)
