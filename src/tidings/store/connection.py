"""A connection to a case file, and what can go wrong with one, in words."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tidings.errors import CaseError
from tidings.store.schema import APPLICATION, MIGRATIONS, SCHEMA

__all__ = ["connect", "in_words", "transaction"]

PATIENCE = 5.0  # seconds that a writer waits for another

WORDS = {
    sqlite3.SQLITE_BUSY: "another process is writing to it; try again when that is done",
    sqlite3.SQLITE_LOCKED: "another process is writing to it; try again when that is done",
    sqlite3.SQLITE_FULL: "the disk is full; nothing that was there before is lost",
    sqlite3.SQLITE_READONLY: "it cannot be written; check its permissions and those of its folder",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check that its folder exists and may be written",
    sqlite3.SQLITE_PERM: "it cannot be opened; check its permissions",
    sqlite3.SQLITE_NOTADB: "it is not a case file; name another file, or one that does not exist yet",
    sqlite3.SQLITE_CORRUPT: "it is damaged; restore a copy, or read the documents into a new case",
    sqlite3.SQLITE_IOERR: "the disk failed under it; check the disk and try again",
}


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Raise what SQLite says of a case file as CaseError, with what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        raise CaseError(f"case {str(path)!r}: {WORDS.get(code, str(error))}") from error


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open a case file, make it where it does not exist, bring an older one up to this schema."""
    if os.path.isdir(path):  # unlike Path.is_dir, silent where a name is too long or a folder is closed
        raise CaseError(f"case {str(path)!r}: it is a folder; name a file")
    if not write and not os.path.exists(path):
        raise CaseError(f"case {str(path)!r}: there is no such file; make one with `tidings add PATH --case {path}`")
    with in_words(path):
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION and tables:
        raise CaseError(f"case {str(path)!r}: {WORDS[sqlite3.SQLITE_NOTADB]}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    if version(connection, path) < SCHEMA:
        with transaction(connection):
            for number in range(version(connection, path), SCHEMA):
                for statement in MIGRATIONS[number]:
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")


def version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema of an open file; raises CaseError where a later tidings made it."""
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found > SCHEMA:
        raise CaseError(
            f"case {str(path)!r}: a later tidings made it (schema {found}, this one knows {SCHEMA}); update tidings"
        )
    return int(found)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, whatever happens in between."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite itself rolls back when the disk is full
            connection.execute("ROLLBACK")
        raise
