"""The graph in RDF: claims as the articles make them, and the events that are claimed as plain facts."""

from __future__ import annotations

from graphbuild.rdf.build import blocks, prefixes, statements, to_dataset, to_graph
from graphbuild.rdf.iris import DEFAULT_BASE, Minter
from graphbuild.rdf.ontology import ontology
from graphbuild.rdf.turtle import write_trig, write_turtle

__all__ = [
    "DEFAULT_BASE",
    "Minter",
    "blocks",
    "ontology",
    "prefixes",
    "statements",
    "to_dataset",
    "to_graph",
    "write_trig",
    "write_turtle",
]
