"""The case file: one SQLite database with all that was read, linked and decided."""

from tidings.store.casefile import CaseFile, Kept
from tidings.store.memo import MemoReader
from tidings.store.schema import SCHEMA
from tidings.store.search import Hit

__all__ = ["SCHEMA", "CaseFile", "Hit", "Kept", "MemoReader"]
