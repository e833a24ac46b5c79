"""A source as RDF, written and read back."""

from __future__ import annotations

import io

import pyoxigraph as ox
import rdflib

from graphbuild import rdf
from graphbuild.rdfsettings import DEFAULT, Settings
from tests.factories import Memory

SYNTAX = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "turtle12": ox.RdfFormat.TURTLE,
    "trig12": ox.RdfFormat.TRIG,
}


def written(name: str, world: Memory, settings: Settings = DEFAULT) -> bytes:
    """Return the file that a format gives."""
    out = io.BytesIO()
    with rdf.statements(world, settings) as found:
        rdf.write(name, found, out)
    return out.getvalue()


def strict(name: str, world: Memory, settings: Settings = DEFAULT) -> set[ox.Quad]:
    """Return what Oxigraph, a strict parser, reads in that file."""
    return set(ox.parse(written(name, world, settings), format=SYNTAX[name]))


def n_triples(graph: rdflib.Graph) -> set[ox.Triple]:
    """Return the statements of an rdflib graph as Oxigraph has them."""
    return {q.triple for q in ox.parse(graph.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)}
