"""Whether a ledger still holds what was written to it."""

from __future__ import annotations

import hashlib
import sqlite3

from graphbuild.ledger.sqlitefile import TABLES

_SEAL = "content"


def seal(db: sqlite3.Connection, name: str) -> None:
    """Write down the hash of all that the database attached as `name` holds, for `require_sound` to compare."""
    db.execute(f"INSERT OR REPLACE INTO {name}.meta VALUES ('{_SEAL}', ?)", (_digest(db, name),))


def unseal(db: sqlite3.Connection) -> None:
    """Forget the hash of what is about to change."""
    db.execute("DELETE FROM meta WHERE key = ?", (_SEAL,))


def is_whole(db: sqlite3.Connection, name: str = "main") -> bool:
    """Tell whether the pages of the database attached as `name` hang together."""
    try:
        return bool(db.execute(f"PRAGMA {name}.quick_check(1)").fetchone()[0] == "ok")
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False


def require_sound(db: sqlite3.Connection, name: str) -> None:
    """Raise DatabaseError where the pages do not hang together, or where the content is not what was sealed."""
    if not is_whole(db, name):
        raise sqlite3.DatabaseError("failed its check")
    sealed = db.execute(f"SELECT value FROM {name}.meta WHERE key = '{_SEAL}'").fetchone()
    if sealed is None or sealed[0] != _digest(db, name):
        raise sqlite3.DatabaseError("its content has changed since it was written")


def _digest(db: sqlite3.Connection, name: str) -> str:
    """Return the SHA-256 of every row but the seal: SQLite's own check does not see a changed letter."""
    found = hashlib.sha256()
    for table, key in TABLES.items():
        for row in db.execute(f"SELECT * FROM {name}.{table} ORDER BY {key}"):
            if table != "meta" or row[0] != _SEAL:
                found.update(repr(row).encode())
    return found.hexdigest()
