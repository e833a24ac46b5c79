"""The vocabulary of graphbuild, as data/ontology.ttl documents it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

from graphbuild.rdf.world import Triple


@cache
def ontology() -> frozenset[Triple]:
    """Return the ontology. It travels in every file, so that each explains itself."""
    text = (files("graphbuild") / "data" / "ontology.ttl").read_text("utf-8")
    return frozenset((URIRef(str(s)), URIRef(str(p)), o) for s, p, o in Graph().parse(data=text, format="turtle"))


@cache
def labels() -> dict[URIRef, str]:
    """Return the French label of each event type."""
    return {s: str(o) for s, p, o in ontology() if p == SKOS.prefLabel and getattr(o, "language", None) == "fr"}
