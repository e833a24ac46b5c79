"""The files of a ledger: the working file, and the finished one that takes its place."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from graphbuild.errors import OutputError
from graphbuild.ledger import seal, sqlitefile
from graphbuild.ledger.trouble import is_damage

_NEW = ("page_size = 4096", "journal_mode = OFF", "synchronous = FULL", "secure_delete = ON")


def part(path: Path) -> Path:
    """Return where the build of `path` is at work."""
    return path.with_name(path.name + ".part")


def scratch(file: Path, *, fresh: bool) -> sqlite3.Connection:
    """Open the working file. Nothing but an interrupted build is lost when it is damaged, so then it starts anew."""
    try:
        db = sqlitefile.connect_writing(file)
        if not fresh and seal.is_whole(db):
            return db
        db.close()
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
    discard(file)
    return sqlitefile.connect_writing(file)


def write_whole(db: sqlite3.Connection, path: Path) -> None:
    """Write all that `db` holds to `path`, sorted, in one piece: the bytes depend on the content alone."""
    new = path.with_name(path.name + ".new")
    try:
        discard(new)
        db.execute("ATTACH ? AS new", (new.absolute().as_uri(),))
        try:
            for pragma in _NEW:
                db.execute(f"PRAGMA new.{pragma}")
            with sqlitefile.transaction(db):
                sqlitefile.create(db, "new")
                sqlitefile.copy(db, "main", "new")
                seal.seal(db, "new")
        finally:
            db.execute("DETACH new")
        new.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        discard(new)


def set_aside(path: Path) -> Path:
    """Move a damaged file out of the way and return where it is now."""
    aside = path.with_name(path.name + ".damaged")
    try:
        path.replace(aside)
    except OSError as error:
        raise OutputError(f"{path}: damaged, and cannot be set aside ({error.strerror}); remove it") from error
    return aside


def discard(file: Path) -> None:
    """Remove a database with whatever SQLite has put beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
