"""An account in the formats of other tools: Arrow tables, CSV, PLOVER, Web Annotation, FollowTheMoney."""

from tidings.exports.annotations import annotations
from tidings.exports.arrow import arrow_tables, write_parquet
from tidings.exports.columns import TABLES, Column, Table
from tidings.exports.csv_files import csv_files
from tidings.exports.ftm import ftm_lines
from tidings.exports.plover_json import plover_lines

__all__ = [
    "TABLES",
    "Column",
    "Table",
    "annotations",
    "arrow_tables",
    "csv_files",
    "ftm_lines",
    "plover_lines",
    "write_parquet",
]
