"""graph.ttl and graph.trig. rdflib is loaded only when one of them is written."""

from __future__ import annotations

from typing import BinaryIO

from graphbuild.graph import Source


def write_turtle(source: Source, out: BinaryIO) -> None:
    """Write facts and claims side by side, told apart by class and property."""
    from graphbuild import rdf

    rdf.write_turtle(rdf.blocks(source), rdf.prefixes(), out)


def write_trig(source: Source, out: BinaryIO) -> None:
    """Write the facts in the default graph and each article's claims in a graph of its own."""
    from graphbuild import rdf

    rdf.write_trig(rdf.blocks(source), rdf.prefixes(), out)
