"""What SQLite's errors mean to a user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphbuild.errors import GraphbuildError, LedgerError, OutputError

_NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR")
_BARRED = ("SQLITE_CANTOPEN", "SQLITE_READONLY")
_TAKEN = ("SQLITE_BUSY", "SQLITE_LOCKED")


class ForeignError(sqlite3.DatabaseError):
    """A sound file that another program has made."""


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the file itself is at fault, and not the disk, its rights, or another program."""
    name = getattr(error, "sqlite_errorname", None) or ""
    return not isinstance(error, ForeignError) and not name.startswith((*_NO_ROOM, *_BARRED, *_TAKEN))


def explain(error: sqlite3.Error, path: Path) -> GraphbuildError:
    """Return the error that tells a user in one line what happened to `path` and the way out."""
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith(_TAKEN):
        return LedgerError(f"{path}: another build is writing here; wait for it, or choose another output folder")
    if name.startswith(_BARRED):
        return OutputError(f"{path}: cannot be written ({error}); see to its rights or choose another output folder")
    if name.startswith(_NO_ROOM):
        return OutputError(f"{path}: cannot be written ({error}); free some space or choose another output folder")
    return LedgerError(f"{path}: damaged, or not made by graphbuild ({error}); delete it, or build again with --fresh")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn every SQLite error inside the block into one that a user can act on."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except UnicodeDecodeError as error:  # SQLite quotes a damaged name in its message, and Python cannot read it
        raise explain(sqlite3.DatabaseError("a name in it is no text"), path) from error
