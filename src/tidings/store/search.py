"""Full text over paragraphs and quotes of a case."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from tidings.model import Reading

__all__ = ["Hit", "find", "forget", "index"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matches: `text[start:end]` of the document."""

    document: str
    kind: str  # title, paragraph … or quote
    start: int
    end: int
    words: str


def index(connection: sqlite3.Connection, reading: Reading) -> None:
    """Make a reading's blocks and quotes findable."""
    text = reading.document.text
    spans: list[tuple[str, int, int]] = [(block.kind, block.start, block.end) for block in reading.document.blocks]
    spans += [("quote", quote.content[0].start, quote.content[-1].end) for quote in reading.quotes]
    for kind, start, end in spans:
        row = connection.execute(
            "INSERT INTO passages (document, kind, start, end) VALUES (?, ?, ?, ?)",
            (reading.document.id, kind, start, end),
        )
        words = text[start:end].encode("utf-8", "replace").decode("utf-8")
        connection.execute("INSERT INTO found (rowid, words) VALUES (?, ?)", (row.lastrowid, words))


def forget(connection: sqlite3.Connection, document: str) -> None:
    """Take a document's passages out."""
    connection.execute("DELETE FROM found WHERE rowid IN (SELECT number FROM passages WHERE document = ?)", (document,))
    connection.execute("DELETE FROM passages WHERE document = ?", (document,))


def find(connection: sqlite3.Connection, query: str, limit: int) -> tuple[Hit, ...]:
    """The passages that match an FTS5 query, best first; a query that is no FTS5 is taken as words."""
    query = query.encode("utf-8", "replace").decode("utf-8")
    try:
        return tuple(_matches(connection, query, limit))
    except sqlite3.OperationalError:
        words = " ".join('"' + word.replace('"', '""') + '"' for word in query.split())
        return tuple(_matches(connection, words, limit)) if words else ()


def _matches(connection: sqlite3.Connection, query: str, limit: int) -> Iterable[Hit]:
    rows = connection.execute(
        "SELECT document, kind, start, end, words FROM found JOIN passages ON number = found.rowid"
        " WHERE found MATCH ? ORDER BY bm25(found), document, start, kind LIMIT ?",
        (query, limit),
    )
    return [Hit(*row) for row in rows]
