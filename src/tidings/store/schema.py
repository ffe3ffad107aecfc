"""The case file's tables, as an explicit list of migrations: entry n takes a file from schema n to n + 1."""

__all__ = ["APPLICATION", "MIGRATIONS", "SCHEMA"]

APPLICATION = 0x74646E67  # "tdng": what SQLite keeps at byte 68 to say whose file this is

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE documents (id TEXT PRIMARY KEY, path TEXT NOT NULL, line INTEGER NOT NULL, url TEXT, digest TEXT NOT NULL,"
        " raw BLOB NOT NULL, added TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE sources (key TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE)"
        " WITHOUT ROWID",
        "CREATE INDEX sources_document ON sources (document)",
        "CREATE INDEX documents_url ON documents (url)",
        "CREATE INDEX documents_digest ON documents (digest)",
        "CREATE TABLE readings (document TEXT PRIMARY KEY REFERENCES documents ON DELETE CASCADE, version TEXT NOT NULL,"
        " data BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE links (kind TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, relation TEXT NOT NULL,"
        " weight REAL NOT NULL, why TEXT NOT NULL, origin TEXT NOT NULL)",
        "CREATE INDEX links_a ON links (a)",
        "CREATE INDEX links_b ON links (b)",
        "CREATE TABLE bounds (document TEXT NOT NULL, data BLOB NOT NULL)",
        "CREATE TABLE groups (kind TEXT NOT NULL, member TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, member))"
        " WITHOUT ROWID",
        "CREATE TABLE overflow (words TEXT PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE formerly (old TEXT NOT NULL, new TEXT NOT NULL, why TEXT NOT NULL, step INTEGER NOT NULL,"
        " PRIMARY KEY (old, new, why)) WITHOUT ROWID",
        "CREATE TABLE decisions (id TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE set_aside (path TEXT PRIMARY KEY, stage TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE memo (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE receipts (number INTEGER PRIMARY KEY, data TEXT NOT NULL)",
        "CREATE TABLE accounts (key TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE passages (number INTEGER PRIMARY KEY, document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,"
        " kind TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL)",
        "CREATE INDEX passages_document ON passages (document)",
        "CREATE VIRTUAL TABLE found USING fts5 (words, tokenize = 'porter unicode61 remove_diacritics 2')",
    ),
)

SCHEMA = len(MIGRATIONS)
