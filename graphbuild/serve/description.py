"""What the endpoint says of itself (SPARQL 1.1 Service Description, W3C Recommendation of 2013)."""

from __future__ import annotations

import io

import pyoxigraph as ox

_SD, _RDF = "http://www.w3.org/ns/sparql-service-description#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_VOID, _FORMATS = "http://rdfs.org/ns/void#", "http://www.w3.org/ns/formats/"
_RESULTS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
)


def description(endpoint: str, statements: int, format_: str) -> bytes:
    """Return the description as Turtle or N-Triples; `endpoint` is the address as the client knows it."""
    me, dataset, graph = (ox.NamedNode(endpoint + part) for part in ("#service", "#dataset", "#graph"))
    told: list[tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal]] = [
        (me, _RDF + "type", ox.NamedNode(_SD + "Service")),
        (me, _SD + "endpoint", ox.NamedNode(endpoint)),
        (me, _SD + "supportedLanguage", ox.NamedNode(_SD + "SPARQL11Query")),
        (me, _SD + "feature", ox.NamedNode(_SD + "UnionDefaultGraph")),
        *((me, _SD + "resultFormat", ox.NamedNode(_FORMATS + name)) for name in _RESULTS),
        (me, _SD + "defaultDataset", dataset),
        (dataset, _RDF + "type", ox.NamedNode(_SD + "Dataset")),
        (dataset, _SD + "defaultGraph", graph),
        (graph, _RDF + "type", ox.NamedNode(_SD + "Graph")),
        (graph, _VOID + "triples", ox.Literal(statements)),
    ]
    out = io.BytesIO()
    triples = [ox.Triple(s, ox.NamedNode(p), o) for s, p, o in told]
    ox.serialize(triples, out, format=ox.RdfFormat.TURTLE if format_ == "turtle" else ox.RdfFormat.N_TRIPLES)
    return out.getvalue()
