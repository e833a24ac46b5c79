"""The SQLite side of the ledger: its tables and its lock."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphbuild.ledger.trouble import ForeignError

APPLICATION = 0x67726264  # "grbd" in the file's header: tells our files from any other SQLite file
VERSION = 2

TABLES = {
    "meta": "key",
    "articles": "id",
    "appearances": "doc, actor",
    "events": "doc, seq",
    "arguments": "event, side, position",
}

# One actor may come with slightly different records from different articles: the commonest one speaks for it, and
# the rest of the ordering only makes the choice the same whatever came first.
_SCHEMA = """
CREATE TABLE {db}.meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE {db}.articles (
    id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, path TEXT NOT NULL, title TEXT, outlet TEXT, author TEXT, date TEXT,
    lang TEXT NOT NULL, url TEXT, words INTEGER NOT NULL, notes TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE {db}.appearances (
    doc TEXT NOT NULL, actor TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, state TEXT, qid TEXT,
    gender TEXT NOT NULL, number TEXT NOT NULL, PRIMARY KEY (doc, actor)
) WITHOUT ROWID;
CREATE TABLE {db}.events (
    doc TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, sign INTEGER NOT NULL,
    intensity REAL NOT NULL, factuality TEXT NOT NULL, attribution TEXT, time TEXT, place TEXT,
    confidence REAL NOT NULL, record TEXT NOT NULL, PRIMARY KEY (doc, seq)
);
CREATE TABLE {db}.arguments (
    event TEXT NOT NULL, side TEXT NOT NULL, position INTEGER NOT NULL, actor TEXT NOT NULL, how TEXT NOT NULL,
    PRIMARY KEY (event, side, position)
) WITHOUT ROWID;
CREATE INDEX {db}.arguments_by_actor ON arguments (actor);
CREATE VIEW {db}.actors AS
SELECT id, name, kind, state, qid, gender, number FROM (
    SELECT actor AS id, name, kind, state, qid, gender, number, row_number() OVER (
        PARTITION BY actor ORDER BY count(*) DESC, qid IS NULL, state IS NULL, name, kind, state, qid, gender, number
    ) AS rank
    FROM appearances GROUP BY actor, name, kind, state, qid, gender, number
) WHERE rank = 1;
"""


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Do all of the block or nothing of it."""
    db.execute("BEGIN")
    try:
        yield
    except BaseException:
        if db.in_transaction:  # a full disk has rolled back already
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def connect_reading(path: Path) -> sqlite3.Connection:
    """Open a finished file without ever writing to it."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    db.execute("SELECT count(*) FROM sqlite_master")
    return db


def connect_writing(path: Path) -> sqlite3.Connection:
    """Open a working file for one writer alone: a second one is refused at once.

    The write-ahead log makes each commit safe against a killed process without waiting for the disk each time.
    """
    db = sqlite3.connect(path.absolute().as_uri(), uri=True, isolation_level=None, timeout=0)
    try:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
    except BaseException:
        db.close()
        raise
    return db


def create(db: sqlite3.Connection, name: str = "main") -> None:
    """Lay out the empty tables in the database attached as `name`."""
    for pragma in (
        "auto_vacuum = NONE",
        "encoding = 'UTF-8'",
        f"application_id = {APPLICATION}",
        f"user_version = {VERSION}",
    ):
        db.execute(f"PRAGMA {name}.{pragma}")
    for statement in _SCHEMA.format(db=name).split(";\n"):
        db.execute(statement)


def empty(db: sqlite3.Connection) -> None:
    """Drop whatever an earlier version has left in a working file."""
    for kind, name in db.execute("SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall():
        if not name.startswith("sqlite_"):
            db.execute(f'DROP {kind} "{name}"')


def copy(db: sqlite3.Connection, source: str, target: str) -> None:
    """Copy every row from one attached database to another, each table in the order of its key."""
    for table, key in TABLES.items():
        db.execute(f"INSERT INTO {target}.{table} SELECT * FROM {source}.{table} ORDER BY {key}")


def fingerprint(db: sqlite3.Connection, name: str = "main") -> str | None:
    """Return what the database attached as `name` was made with: None when empty, "" when made by another version."""
    if not db.execute(f"SELECT count(*) FROM {name}.sqlite_master").fetchone()[0]:
        return None
    if db.execute(f"PRAGMA {name}.application_id").fetchone()[0] != APPLICATION:
        raise ForeignError("another program's file")
    if db.execute(f"PRAGMA {name}.user_version").fetchone()[0] != VERSION:
        return ""
    row = db.execute(f"SELECT value FROM {name}.meta WHERE key = 'fingerprint'").fetchone()
    return row[0] if row else ""
