"""The SQLite file of a build: what was read, who acts in it, what they do.

`graph.sqlite` is always a whole build. The next build works in `graph.sqlite.part` beside it, one transaction an
article, and `finish` writes the new file in sorted order and swaps it in. So a killed build resumes where it
stopped, readers never see half a build, and the same corpus gives the same bytes whatever the history.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from graphbuild.clean import whole
from graphbuild.errors import LedgerError
from graphbuild.ledger import files, rows, seal, sqlitefile
from graphbuild.ledger.sqlitefile import transaction
from graphbuild.ledger.trouble import explain, explained, is_damage
from graphbuild.model import Actor, Article, Event

_COUNTED = {
    "articles": "SELECT count(*) FROM articles",
    "words": "SELECT coalesce(sum(words), 0) FROM articles",
    "actors": "SELECT count(DISTINCT actor) FROM appearances",
    "events": "SELECT count(*) FROM events",
}


class Ledger:
    """One build's articles, actors and events. Make one with `open` (to build) or `read` (to look).

    `rebuilt` is true when the finished build was made with another fingerprint and is therefore set aside;
    `resumed` when an interrupted build is being carried on; `damaged` is where a damaged build was moved to.
    """

    def __init__(self, path: Path, db: sqlite3.Connection, *, writing: bool) -> None:
        """Use `open` or `read`."""
        self.path = path
        self.rebuilt = False
        self.resumed = False
        self.damaged: Path | None = None
        self._db = db
        self._writing = writing
        self._changed = False
        self._begun = False

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Ledger:
        """Open a finished build to look at."""
        file = Path(path)
        if not file.is_file():
            raise LedgerError(f"{file}: no build here; make one with: graphbuild build CORPUS -o {file.parent}")
        with explained(file):
            ledger = cls(file, sqlitefile.connect_reading(file), writing=False)
            if not sqlitefile.fingerprint(ledger._db):
                ledger.close()
                raise LedgerError(f"{file}: made by another version of graphbuild; build again")
        return ledger

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, fingerprint: str, fresh: bool = False) -> Ledger:
        """Create or carry on the build in `path`; whatever was made with another fingerprint is dropped."""
        file = Path(path)
        part = files.part(file)
        with explained(part):
            ledger = cls(file, files.scratch(part, fresh=fresh), writing=True)
            try:
                ledger._begin(fingerprint, fresh)
            except BaseException:
                ledger._db.close()
                raise
        return ledger

    def _begin(self, fingerprint: str, fresh: bool) -> None:
        found = sqlitefile.fingerprint(self._db)
        self.resumed = self._changed = self._begun = not fresh and found == fingerprint
        if self.resumed:
            return
        with transaction(self._db):
            sqlitefile.empty(self._db)
            sqlitefile.create(self._db)
        stored = None if fresh else self._take_over(fingerprint)
        self.rebuilt = stored not in (None, fingerprint)
        self._changed = stored != fingerprint
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('fingerprint', ?)", (fingerprint,))

    def _take_over(self, fingerprint: str) -> str | None:
        """Copy the finished build if it has this fingerprint; return the one it has, None where there is no use in it.

        A damaged one is set aside: the articles themselves tell all that it told.
        """
        if not self.path.exists():
            return None
        try:
            return self._copied(fingerprint)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise explain(error, self.path) from error
        except UnicodeDecodeError:  # a damaged name in SQLite's message
            pass
        self.damaged = files.set_aside(self.path)
        return None

    def _copied(self, fingerprint: str) -> str:
        self._db.execute("ATTACH ? AS done", (f"{self.path.absolute().as_uri()}?mode=ro",))
        try:
            stored = sqlitefile.fingerprint(self._db, "done")
            if stored is None:
                raise sqlite3.DatabaseError("is empty")
            if stored == fingerprint:
                seal.require_sound(self._db, "done")
                with transaction(self._db):
                    sqlitefile.copy(self._db, "done", "main")
                    seal.unseal(self._db)
            return stored or "an older version"
        finally:
            self._db.execute("DETACH done")

    def known(self) -> dict[str, str]:
        """Return the content hash of each article by its id."""
        with explained(self.path):
            return dict(self._db.execute("SELECT id, sha256 FROM articles ORDER BY id"))

    def put(self, article: Article, actors: Iterable[Actor], events: Iterable[Event]) -> None:
        """Write one article with all that was found in it, in the place of what was there: all of it or nothing."""
        ordered = sorted({e.id: e for e in events}.values(), key=lambda e: (e.start, e.id))
        if any(e.doc != article.id for e in ordered):
            raise ValueError(f"events of another article than {article.id}")
        cast = {a.id: Actor(a.id, a.name, a.kind) for e in ordered for a in e.source + e.target}
        cast |= {a.id: a for a in actors}
        with explained(self.path), transaction(self._db):
            self._erase(article.id)
            self._insert("articles", [rows.article_row(article)])
            self._insert("appearances", [rows.actor_row(article.id, a) for a in cast.values()])
            self._insert("events", [rows.event_row(e, seq) for seq, e in enumerate(ordered)])
            self._insert("arguments", [row for e in ordered for row in rows.argument_rows(e)])
        self._changed = self._begun = True

    def remove(self, ids: Iterable[str]) -> None:
        """Forget articles and all that was found in them."""
        with explained(self.path), transaction(self._db):
            for doc in ids:
                self._erase(doc)
                self._changed = self._begun = True

    def _erase(self, doc: str) -> None:
        doc = whole(doc)
        self._db.execute("DELETE FROM arguments WHERE event IN (SELECT id FROM events WHERE doc = ?)", (doc,))
        for table, column in (("events", "doc"), ("appearances", "doc"), ("articles", "id")):
            self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (doc,))

    def _insert(self, table: str, new: list[rows.Row]) -> None:
        if new:
            self._db.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(new[0]))})", new)

    def articles(self) -> Iterator[Article]:
        """Yield the articles by id. Their text is empty: the ledger keeps what was found, not what was read."""
        for row in self._rows(f"SELECT {', '.join(rows.ARTICLE)}, notes FROM articles ORDER BY id"):
            yield Article(text="", **dict(zip(rows.ARTICLE, row, strict=False)), notes=tuple(json.loads(row[-1])))

    def actors(self) -> Iterator[Actor]:
        """Yield the actors by id."""
        for row in self._rows(f"SELECT {', '.join(rows.ACTOR)} FROM actors ORDER BY id"):
            yield Actor(*row)

    def events(self) -> Iterator[Event]:
        """Yield the events by article, place in it, and id."""
        for row in self._rows("SELECT record FROM events ORDER BY doc, seq"):
            yield self._event(row[0])

    def _event(self, record: str) -> Event:
        try:
            return Event.from_dict(json.loads(record))
        except (ValueError, TypeError, KeyError) as error:
            raise explain(sqlite3.DatabaseError("a record cannot be read"), self.path) from error

    def counts(self) -> dict[str, int]:
        """Return how many articles, words, actors and events there are."""
        with explained(self.path):
            return {name: int(self._db.execute(query).fetchone()[0]) for name, query in _COUNTED.items()}

    def _rows(self, query: str) -> Iterator[rows.Row]:
        with explained(self.path):
            yield from self._db.execute(query)

    def finish(self) -> None:
        """Put the build into its place, in one piece; the ledger then reads from there."""
        if not self._writing:
            return
        with explained(self.path):
            if self._changed:
                files.write_whole(self._db, self.path)
            self._changed = self._begun = False
            self.close()
            self._db = sqlitefile.connect_reading(self.path)

    def close(self) -> None:
        """Let go of the files. A build that has begun but not ended is kept, and resumed by the next `open`."""
        self._db.close()
        if self._writing and not self._begun:
            files.discard(files.part(self.path))
        self._writing = False

    def __enter__(self) -> Self:
        """Return the ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close; `finish` is never implied, for a failed build must not replace a good one."""
        self.close()
