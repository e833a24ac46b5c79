"""The formats that a build can be written in. Adding one means adding a file here and a line in EXPORTERS."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from graphbuild.export.atomic import writing
from graphbuild.export.csv import write_csv
from graphbuild.export.gexf import write_gexf
from graphbuild.export.graphml import write_graphml
from graphbuild.export.jsonl import write_jsonl
from graphbuild.export.rdf import RDF_FORMATS, write_files, write_rdf
from graphbuild.graph import Source
from graphbuild.rdfsettings import DEFAULT, Settings

__all__ = ["EXPORTERS", "FILES", "FORMATS", "RDF_FILES", "RDF_FORMATS", "export", "write_files"]

Exporter = Callable[[Source, BinaryIO], None]

EXPORTERS: dict[str, Exporter] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "graphml": write_graphml,
    "gexf": write_gexf,
}
FORMATS = (*EXPORTERS, *RDF_FORMATS)
FILES = {
    "jsonl": "events.jsonl",
    "csv": "actors.csv",
    "graphml": "graph.graphml",
    "gexf": "graph.gexf",
}
RDF_FILES = {"turtle": "graph.ttl", "trig": "graph.trig", "nquads": "graph.nq"}


def export(name: str, source: Source, destination: Path | BinaryIO, settings: Settings = DEFAULT) -> None:
    """Write `source` in the format `name` to a file, whole or not at all, or to an open stream.

    `settings` hold for the RDF formats: the base IRI, and whether the sentences are written.
    """
    with writing(destination) as out:
        if name in RDF_FORMATS:
            write_rdf(name, source, out, settings)
        else:
            EXPORTERS[name](source, out)
