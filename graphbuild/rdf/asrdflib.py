"""Statements → rdflib, for those who want to go on in Python."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import XSD, Dataset, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from graphbuild.graph import Source
from graphbuild.rdf.build import statements
from graphbuild.rdf.iris import Minter
from graphbuild.rdf.streams import quads
from graphbuild.rdf.vocabulary import PREFIXES
from graphbuild.rdf.world import Triple
from graphbuild.rdfsettings import DEFAULT, Settings


def to_graph(source: Source, settings: Settings = DEFAULT) -> Graph:
    """Return all statements as one rdflib Graph, whatever graph they stand in."""
    graph = Graph()
    _bind(graph, settings)
    with statements(source, settings) as found:
        for quad in quads(found.triples()):
            graph.add(triple(quad))
    return graph


def to_dataset(source: Source, settings: Settings = DEFAULT) -> Dataset:
    """Return an rdflib Dataset: facts in the default graph, each article's claims in a graph of their own."""
    dataset = Dataset()
    _bind(dataset, settings)
    with statements(source, settings) as found:
        for quad in quads(found.lines()):
            name = quad.graph_name
            graph = URIRef(name.value) if isinstance(name, ox.NamedNode) else DATASET_DEFAULT_GRAPH_ID
            dataset.graph(graph).add(triple(quad))
    return dataset


def triple(quad: ox.Quad) -> Triple:
    """Return subject, predicate and object of a quad as rdflib has them."""
    literal = _literal(quad.object)
    return _iri(quad.subject), _iri(quad.predicate), _iri(quad.object) if literal is None else literal


def _iri(term: object) -> URIRef:
    if not isinstance(term, ox.NamedNode):
        raise TypeError(f"not an IRI: {term}")
    return URIRef(term.value)


def _literal(term: object) -> Literal | None:
    if not isinstance(term, ox.Literal):
        return None
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = URIRef(term.datatype.value)
    return Literal(term.value, datatype=None if datatype == XSD.string else datatype, normalize=False)


def _bind(graph: Graph, settings: Settings) -> None:
    for prefix, namespace in (PREFIXES | Minter(settings).prefixes()).items():
        graph.bind(prefix, namespace)
