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
from graphbuild.export.rdf import write_trig, write_turtle
from graphbuild.graph import Source

Exporter = Callable[[Source, BinaryIO], None]

EXPORTERS: dict[str, Exporter] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "turtle": write_turtle,
    "trig": write_trig,
    "graphml": write_graphml,
    "gexf": write_gexf,
}
FILES = {
    "jsonl": "events.jsonl",
    "csv": "actors.csv",
    "turtle": "graph.ttl",
    "trig": "graph.trig",
    "graphml": "graph.graphml",
    "gexf": "graph.gexf",
}


def export(name: str, source: Source, destination: Path | BinaryIO) -> None:
    """Write `source` in the format `name` to a file, whole or not at all, or to an open stream."""
    with writing(destination) as out:
        EXPORTERS[name](source, out)
