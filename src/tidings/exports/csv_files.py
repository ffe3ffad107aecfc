"""The tables of an account as CSV, safe to open in a spreadsheet."""

import csv
import io

from tidings.exports.columns import TABLES, Cell
from tidings.exports.naming import Names
from tidings.model import Account

__all__ = ["csv_files", "safe"]

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_files(account: Account) -> dict[str, str]:
    """The text of NAME.csv for each table: UTF-8, a header, lists joined by " | ", lines ending in CR LF (RFC 4180)."""
    names = Names.of(account)
    files: dict[str, str] = {}
    for table in TABLES:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        writer.writerows([_cell(cell) for cell in row] for row in table.rows(account, names))
        files[f"{table.name}.csv"] = out.getvalue()
    return files


def safe(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would run as a formula (OWASP, CSV Injection).

    Blanks before the sign are looked through, since some programs trim them.
    """
    return f"'{text}" if text.startswith(FORMULA) or text.lstrip().startswith(FORMULA) else text


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return safe(" | ".join(str(one) for one in cell))
    if isinstance(cell, bool):
        return str(cell).lower()
    return safe(cell.replace("\0", "")) if isinstance(cell, str) else str(cell)
