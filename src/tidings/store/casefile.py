"""A case file's rows as records; the driver is its one writer."""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from tidings.codec import pack, unpack
from tidings.model import Bound, Decision, Formerly, Group, Link, Linked, Raw, Reading, SetAside
from tidings.store.connection import connect, in_words, transaction
from tidings.store.search import Hit, find, forget, index

__all__ = ["CaseFile", "Kept"]


@dataclass(frozen=True, slots=True)
class Kept:
    """One article as the driver hands it over: its source, its reading, what made that, and when it came in."""

    raw: Raw
    reading: Reading
    name: str  # how a person knows it: its path, and its line where it has one
    source: str  # id of path, line and content: read before or not
    version: str
    added: str


class CaseFile:
    """An open case file. Each writing method is one transaction: a process killed in it leaves the file as before."""

    def __init__(self, path: Path, *, write: bool = True) -> None:
        self.path = path
        self._connection = connect(path, write=write)

    def __enter__(self) -> "CaseFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    # documents and readings

    def documents(self) -> dict[str, str]:
        """Document id to path, by id."""
        rows = self._rows("SELECT id, path FROM documents ORDER BY id")
        return {str(row[0]): str(row[1]) for row in rows}

    def keep(self, articles: Sequence[Kept], lost: Sequence[SetAside], memo: Iterable[tuple[str, bytes]] = ()) -> None:
        """Keep a batch: what was read, what was set aside, and what the memo should hold."""
        with in_words(self.path), transaction(self._connection):
            self._many(
                "INSERT OR REPLACE INTO memo VALUES (?, ?)", ((key, zlib.compress(value)) for key, value in memo)
            )
            self._many("INSERT OR REPLACE INTO set_aside VALUES (?, ?, ?)", ((s.path, s.stage, s.reason) for s in lost))
            for article in articles:
                self._keep(article)

    def _keep(self, article: Kept) -> None:
        """One article: of two with one id (the same page under two paths) the first path by name stays."""
        run, document = self._connection.execute, article.reading.document
        place = (document.path, document.line or 0)
        was = run("SELECT document FROM sources WHERE key = ?", (article.source,)).fetchone()
        if was and was[0] != document.id:
            self._drop(was[0])
        run("DELETE FROM set_aside WHERE path = ?", (article.name,))
        before = run(
            "SELECT path, line, version FROM documents JOIN readings ON id = document WHERE id = ?", (document.id,)
        )
        row = before.fetchone()
        if row is None or place < tuple(row[:2]) or (place == tuple(row[:2]) and article.version != row[2]):
            forget(self._connection, document.id)
            run(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
                " SET path = excluded.path, line = excluded.line, url = excluded.url, raw = excluded.raw",
                (document.id, *place, document.url, document.digest, _squeeze(article.raw), article.added),
            )
            run(
                "INSERT OR REPLACE INTO readings VALUES (?, ?, ?)",
                (document.id, article.version, _squeeze(article.reading)),
            )
            index(self._connection, article.reading)
        run("INSERT OR REPLACE INTO sources VALUES (?, ?)", (article.source, document.id))

    def _drop(self, document: str) -> None:
        forget(self._connection, document)
        self._connection.execute("DELETE FROM documents WHERE id = ?", (document,))

    def knows(self, source: str) -> bool:
        """Whether this source was read before."""
        return any(True for _ in self._rows("SELECT 1 FROM sources WHERE key = ?", (source,)))

    def readings(self) -> Iterator[Reading]:
        """All readings, by document id."""
        for (data,) in self._rows("SELECT data FROM readings ORDER BY document"):
            yield unpack(zlib.decompress(data), Reading)

    def outdated(self, version: str) -> Iterator[Raw]:
        """The source of each document that other stages read."""
        names = [
            name
            for (name,) in self._rows(
                "SELECT id FROM documents LEFT JOIN readings ON document = id WHERE version IS NOT ? ORDER BY id",
                (version,),
            )
        ]
        for name in names:
            raw = self.raw(name)
            if raw is not None:
                yield raw

    def forget_outdated(self, version: str) -> None:
        """Drop the readings that other stages made; their documents stay, and are read anew next time."""
        with in_words(self.path), transaction(self._connection):
            names = self._connection.execute("SELECT document FROM readings WHERE version != ?", (version,)).fetchall()
            for (name,) in names:
                forget(self._connection, name)
            self._connection.execute("DELETE FROM readings WHERE version != ?", (version,))

    def raw(self, document: str) -> Raw | None:
        """The source of a document."""
        for (data,) in self._rows("SELECT raw FROM documents WHERE id = ?", (document,)):
            return unpack(zlib.decompress(data), Raw)
        return None

    def remove(self, documents: Sequence[str], unread: Sequence[str] = ()) -> None:
        """Take documents out with all that came from them, and what is said of inputs that were not read.

        Memo, links and account hold their words too, and are made anew; groups stay for the ids that were.
        """
        with in_words(self.path), transaction(self._connection):
            for document in documents:
                self._drop(document)
            self._many("DELETE FROM set_aside WHERE path = ?", ((path,) for path in unread))
            for table in ("memo", "accounts", "links", "bounds", "overflow"):
                self._connection.execute(f"DELETE FROM {table}")
            self._connection.execute("DELETE FROM meta WHERE key = 'linked'")
            self._connection.execute("INSERT INTO found (found) VALUES ('optimize')")  # drops the words of deleted rows
        with in_words(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def set_aside(self) -> tuple[SetAside, ...]:
        """What was set aside and has not been read since, by path."""
        return tuple(SetAside(*row) for row in self._rows("SELECT path, stage, reason FROM set_aside ORDER BY path"))

    # links, groups, decisions

    def linked(self) -> tuple[str | None, Linked]:
        """What the last linking found, and the key of what it saw."""
        links = tuple(
            sorted(Link(*row) for row in self._rows("SELECT kind, a, b, relation, weight, why, origin FROM links"))
        )
        bounds = tuple(sorted(unpack(data, Bound) for (data,) in self._rows("SELECT data FROM bounds")))
        members: dict[tuple[str, str], list[str]] = {}
        for kind, member, name in self._rows("SELECT kind, member, id FROM groups ORDER BY kind, id, member"):
            members.setdefault((kind, name), []).append(member)
        groups = tuple(Group(name, kind, tuple(found)) for (kind, name), found in members.items())  # type: ignore[arg-type]
        overflow = tuple(words for (words,) in self._rows("SELECT words FROM overflow ORDER BY words"))
        return self.meta("linked"), Linked(links, bounds, groups, overflow)

    def keep_linked(self, key: str, linked: Linked, formerly: Iterable[Formerly]) -> None:
        """Replace what the last linking found; ids that it changed are remembered."""
        with in_words(self.path), transaction(self._connection):
            for table in ("links", "bounds", "groups", "overflow"):
                self._connection.execute(f"DELETE FROM {table}")
            self._many(
                "INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?)",
                ((k.kind, k.a, k.b, k.relation, k.weight, k.why, k.origin) for k in linked.links),
            )
            self._many("INSERT INTO bounds VALUES (?, ?)", ((b.document, pack(b)) for b in linked.bounds))
            self._many(
                "INSERT INTO groups VALUES (?, ?, ?)", ((g.kind, m, g.id) for g in linked.groups for m in g.members)
            )
            self._many("INSERT INTO overflow VALUES (?)", ((words,) for words in linked.overflow))
            self._many(
                "INSERT OR REPLACE INTO formerly SELECT ?, ?, ?, coalesce(max(step), 0) + 1 FROM formerly",
                ((f.old, f.new, f.why) for f in formerly),
            )
            self._set("linked", key)

    def formerly(self) -> tuple[Formerly, ...]:
        """Ids that were, in the order they changed."""
        return tuple(Formerly(*row) for row in self._rows("SELECT old, new, why FROM formerly ORDER BY step, old, new"))

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided, by id."""
        return tuple(unpack(data, Decision) for (data,) in self._rows("SELECT data FROM decisions ORDER BY id"))

    def decide(self, decision: Decision) -> None:
        """Keep a decision."""
        with in_words(self.path), transaction(self._connection):
            self._connection.execute("INSERT OR REPLACE INTO decisions VALUES (?, ?)", (decision.id, pack(decision)))

    def undecide(self, decision: str) -> bool:
        """Take a decision back; whether there was one."""
        with in_words(self.path), transaction(self._connection):
            return self._connection.execute("DELETE FROM decisions WHERE id = ?", (decision,)).rowcount > 0

    # accounts, receipts, search, state

    def account(self, key: str) -> str | None:
        """The account kept under a key."""
        for (data,) in self._rows("SELECT data FROM accounts WHERE key = ?", (key,)):
            return zlib.decompress(data).decode("utf-8")
        return None

    def keep_account(self, key: str, text: str) -> None:
        """Keep the latest account; earlier ones go."""
        with in_words(self.path), transaction(self._connection):
            self._connection.execute("DELETE FROM accounts")
            self._connection.execute("INSERT INTO accounts VALUES (?, ?)", (key, zlib.compress(text.encode("utf-8"))))

    def keep_receipt(self, text: str) -> None:
        """Keep what a run says of itself."""
        with in_words(self.path), transaction(self._connection):
            self._connection.execute("INSERT INTO receipts (data) VALUES (?)", (text,))

    def receipts(self) -> tuple[str, ...]:
        """What runs said of themselves, oldest first."""
        return tuple(data for (data,) in self._rows("SELECT data FROM receipts ORDER BY number"))

    def search(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """Passages that match, best first."""
        with in_words(self.path):
            return find(self._connection, query, limit)

    def forget_memo(self) -> None:
        """Delete the memo, which changes no byte of any output."""
        with in_words(self.path), transaction(self._connection):
            self._connection.execute("DELETE FROM memo")

    def damage(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file; nothing for a sound one."""
        with in_words(self.path):
            found = [row[0] for row in self._connection.execute("PRAGMA integrity_check")]
            broken = self._connection.execute("PRAGMA foreign_key_check").fetchall()
        return tuple(words for words in found if words != "ok") + tuple(
            f"a row of {row[0]} hangs loose" for row in broken
        )

    def meta(self, key: str) -> str | None:
        """A value that the case keeps about itself."""
        for (value,) in self._rows("SELECT value FROM meta WHERE key = ?", (key,)):
            return str(value)
        return None

    def _set(self, key: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def _many(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        self._connection.executemany(statement, rows)

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> Iterator[sqlite3.Row]:
        with in_words(self.path):
            yield from self._connection.execute(query, values)


def _squeeze(record: object) -> bytes:
    return zlib.compress(pack(record), 6)
