"""An account in the formats of other tools: Arrow tables, CSV, PLOVER, Web Annotation, FollowTheMoney."""

from tidings.exports.annotations import annotations
from tidings.exports.arrow import arrow_tables, check_arrow, write_parquet
from tidings.exports.columns import TABLES, Cell, Column, Table
from tidings.exports.csv_files import csv_files
from tidings.exports.daily import DAILY, PartWriter, day_rows
from tidings.exports.ftm import ftm_lines
from tidings.exports.plover_json import plover_lines

__all__ = [
    "DAILY",
    "TABLES",
    "Cell",
    "Column",
    "PartWriter",
    "Table",
    "annotations",
    "arrow_tables",
    "check_arrow",
    "csv_files",
    "day_rows",
    "ftm_lines",
    "plover_lines",
    "write_parquet",
]
