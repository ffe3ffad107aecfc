"""The memo's side of the case file for those who only read."""

import sqlite3
import zlib
from pathlib import Path

__all__ = ["MemoReader"]


class MemoReader:
    """Looks keys up; a file that cannot be read has none, since a memo may be lost at any time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def get(self, key: str) -> bytes | None:
        """The value kept under a key, or None."""
        try:
            if self._connection is None:
                self._connection = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True, timeout=1.0)
            row = self._connection.execute("SELECT value FROM memo WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        return None if row is None else zlib.decompress(row[0])

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
