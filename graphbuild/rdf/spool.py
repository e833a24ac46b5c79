"""Statements on disk, sorted and each once when they are read: however many there are, memory stays flat."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import groupby
from typing import Any, TypeVar

from rdflib import RDF, URIRef

from graphbuild.errors import OutputError
from graphbuild.rdf.lines import written
from graphbuild.rdf.world import Triple

Item = TypeVar("Item", bound=tuple[Any, ...])
Row = tuple[str, str, str]
"""Subject, the rest of the statement, and graph ("" for the default one), each as N-Quads writes it."""

_TYPE_FIRST = f"rest NOT GLOB '<{RDF.type}> *'"
_CACHE = "PRAGMA cache_size = -32000"


class Spool:
    """A scratch database that vanishes when it is closed; `prefixes` are for the files. Make one with `spool`."""

    def __init__(self, db: sqlite3.Connection, prefixes: Mapping[str, str]) -> None:
        """Use `spool`."""
        self.prefixes = prefixes
        self._db = db
        db.execute("CREATE TABLE quads (subject TEXT, rest TEXT, graph TEXT)")

    def add(self, graph: URIRef | None, triples: Iterable[Triple]) -> None:
        """Put statements into a graph, or into the default graph under None."""
        self.add_rows(_rows(triples, written(graph) if graph is not None else ""))

    def add_rows(self, rows: Iterable[Row]) -> None:
        """Put in statements that are written already."""
        self._db.executemany("INSERT INTO quads VALUES (?, ?, ?)", rows)

    def lines(self) -> Iterator[bytes]:
        """Yield N-Quads in the order of their bytes."""
        return self._lines("subject, rest, graph")

    def triples(self) -> Iterator[bytes]:
        """Yield N-Triples by subject, its classes first, graphs left aside."""
        rows = self._db.execute(f"SELECT subject, rest FROM quads ORDER BY subject, {_TYPE_FIRST}, rest")
        return (f"{subject} {rest} .\n".encode() for subject, rest in _once(rows))

    def lines_by_graph(self) -> Iterator[bytes]:
        """Yield N-Quads, the default graph first, each graph by subject, its classes first."""
        return self._lines(f"graph, subject, {_TYPE_FIRST}, rest")

    def subjects(self) -> Iterator[str]:
        """Yield all subjects in order."""
        self._index()
        return (row[0] for row in self._db.execute("SELECT DISTINCT subject FROM quads ORDER BY subject"))

    def count_subjects(self) -> int:
        """Return how many subjects there are."""
        self._index()
        return int(self._db.execute("SELECT count(DISTINCT subject) FROM quads").fetchone()[0])

    def count(self) -> int:
        """Return how many statements there are."""
        return int(self._db.execute("SELECT count(*) FROM (SELECT DISTINCT * FROM quads)").fetchone()[0])

    def about(self, subject: str) -> Iterator[bytes]:
        """Yield all statements about one subject as N-Triples."""
        rows = self._db.execute("SELECT DISTINCT subject, rest FROM quads WHERE subject = ?", (subject,))
        return (f"{subject} {rest} .\n".encode() for subject, rest in rows)

    def _index(self) -> None:
        self._db.execute("CREATE INDEX IF NOT EXISTS by_subject ON quads (subject)")

    def _lines(self, order: str) -> Iterator[bytes]:
        rows: Iterator[Row] = self._db.execute(f"SELECT subject, rest, graph FROM quads ORDER BY {order}")
        for subject, rest, graph in _once(rows):
            yield f"{subject} {rest} {graph} .\n".encode() if graph else f"{subject} {rest} .\n".encode()


def _rows(triples: Iterable[Triple], graph: str) -> Iterator[Row]:
    """Yield statements as they are written; those about one subject mostly come together."""
    last, subject = None, ""
    for s, p, o in triples:
        if s is not last:
            last, subject = s, written(s)
        yield subject, f"{written(p)} {written(o)}", graph


def _once(rows: Iterable[Item]) -> Iterator[Item]:
    """Yield each of the sorted rows once; sorting and this is much faster than SQLite's DISTINCT."""
    return (row for row, _ in groupby(rows))


@contextmanager
def spool(prefixes: Mapping[str, str] | None = None) -> Iterator[Spool]:
    """Give an empty spool; raises OutputError where the disk has no room for it."""
    with scratch() as db:
        yield Spool(db, prefixes or {})


@contextmanager
def scratch() -> Iterator[sqlite3.Connection]:
    """Give a database in a temporary file that has no name; raises OutputError where the disk has no room for it."""
    try:
        with closing(sqlite3.connect("", isolation_level=None)) as db:
            for pragma in (_CACHE, "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA temp_store = FILE"):
                db.execute(pragma)
            db.execute("BEGIN")  # never ended: nothing is kept
            yield db
    except sqlite3.Error as error:
        raise OutputError(f"temporary file: {error}; make room, or set TMPDIR to a folder with more") from error
