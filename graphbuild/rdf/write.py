"""Statements → files. All but N-Quads pass through Oxigraph, so what is written has been read by a strict parser.

rdflib's own TriG and JSON-LD change from run to run, and rdflib 7.6 writes broken Turtle for a text of several lines
that ends in a backslash and a quote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import BinaryIO, cast

import pyoxigraph as ox

from graphbuild.rdf.reified import reifying
from graphbuild.rdf.spool import Spool
from graphbuild.rdf.streams import SortedPrefixes, quads


def write(name: str, statements: Spool, out: BinaryIO) -> None:
    """Write the statements in one of FORMATS; the same statements give the same bytes."""
    FORMATS[name](statements, out)


def _nquads(statements: Spool, out: BinaryIO) -> None:
    out.writelines(statements.lines())


def _turtle(statements: Spool, out: BinaryIO) -> None:
    _serialize(quads(statements.triples()), out, ox.RdfFormat.TURTLE, statements)


def _trig(statements: Spool, out: BinaryIO) -> None:
    _serialize(quads(statements.lines_by_graph()), out, ox.RdfFormat.TRIG, statements)


def _jsonld(statements: Spool, out: BinaryIO) -> None:
    ox.serialize(quads(statements.lines_by_graph()), out, format=ox.RdfFormat.JSON_LD)


def _turtle12(statements: Spool, out: BinaryIO) -> None:
    _serialize(reifying(quads(statements.triples())), out, ox.RdfFormat.TURTLE, statements)


def _trig12(statements: Spool, out: BinaryIO) -> None:
    _serialize(reifying(quads(statements.lines_by_graph())), out, ox.RdfFormat.TRIG, statements)


def _serialize(found: Iterable[ox.Quad], out: BinaryIO, syntax: ox.RdfFormat, statements: Spool) -> None:
    with SortedPrefixes(out) as ordered:
        ox.serialize(found, cast(BinaryIO, ordered), format=syntax, prefixes=dict(statements.prefixes))


FORMATS: dict[str, Callable[[Spool, BinaryIO], None]] = {
    "turtle": _turtle,
    "trig": _trig,
    "nquads": _nquads,
    "jsonld": _jsonld,
    "turtle12": _turtle12,
    "trig12": _trig12,
}
