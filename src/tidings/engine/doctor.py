"""Whether what tidings stands on is there and sound."""

import platform
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tidings.engine.plan import VERSION, cpu_class
from tidings.errors import TidingsError
from tidings.store import SCHEMA, CaseFile

__all__ = ["Check", "doctor"]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    says: str
    sound: bool = True


def doctor(case: str | Path | None = None) -> tuple[Check, ...]:
    """Look at Python, SQLite, the parser's files and, where one is named, a case."""
    found = [
        Check("tidings", f"{VERSION} on {cpu_class()}"),
        Check("python", f"{platform.python_version()}; 3.11 or later is needed", sound=sys.version_info >= (3, 11)),
        _sqlite(),
        _model(),
    ]
    if case is not None:
        found += _case(Path(case))
    return tuple(found)


def _sqlite() -> Check:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (w, tokenize = 'porter unicode61 remove_diacritics 2')")
    except sqlite3.OperationalError as error:
        return Check("sqlite", f"{sqlite3.sqlite_version}: {error}; a build with FTS5 is needed", sound=False)
    finally:
        connection.close()
    return Check("sqlite", f"{sqlite3.sqlite_version} with full-text search")


def _model() -> Check:
    from tidings.analysis import INT8, PINNED, encoder_digest, model_digest, verify

    try:
        verify()
        encoder = f"{INT8} {encoder_digest()}"
    except TidingsError as error:
        return Check("model", str(error), sound=False)
    return Check("model", f"{PINNED} {model_digest()}, every file as pinned; encoder {encoder}")


def _case(path: Path) -> Iterator[Check]:
    try:
        with CaseFile(path, write=False) as file:
            damage = file.damage()
            counts = f"{len(file.documents())} documents, {len(file.decisions())} decisions, {len(file.set_aside())} set aside"
    except TidingsError as error:
        yield Check("case", str(error), sound=False)
        return
    yield Check("case", "; ".join(damage[:3]) or f"sound, schema {SCHEMA}: {counts}", sound=not damage)
