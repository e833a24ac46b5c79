"""The graph in RDF: claims as the articles make them, and the events that are claimed as plain facts."""

from __future__ import annotations

from graphbuild.rdf.asrdflib import to_dataset, to_graph
from graphbuild.rdf.build import statements
from graphbuild.rdf.iris import Minter
from graphbuild.rdf.ontology import ontology
from graphbuild.rdf.spool import Spool
from graphbuild.rdf.write import FORMATS, write
from graphbuild.rdfsettings import Settings

__all__ = [
    "FORMATS",
    "Minter",
    "Settings",
    "Spool",
    "ontology",
    "statements",
    "to_dataset",
    "to_graph",
    "write",
]
