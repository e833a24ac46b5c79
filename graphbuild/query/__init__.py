"""SPARQL over a build: queries by name or free, answered by Oxigraph, rdflib or an endpoint elsewhere."""

from __future__ import annotations

from graphbuild.query.ask import ask
from graphbuild.query.named import Named, named, names

__all__ = ["Named", "ask", "named", "names"]
