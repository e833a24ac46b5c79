"""The RDF formats. rdflib and Oxigraph are loaded only when one of them is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from graphbuild.export.atomic import writing
from graphbuild.graph import Source
from graphbuild.rdfsettings import Settings

if TYPE_CHECKING:
    from graphbuild.rdf import Spool

RDF_FORMATS = ("turtle", "trig", "nquads", "jsonld", "turtle12", "trig12")


def write_rdf(name: str, source: Source, out: BinaryIO, settings: Settings) -> None:
    """Write one RDF format."""
    from graphbuild import rdf

    with rdf.statements(source, settings) as found:
        rdf.write(name, found, out)


def write_files(found: Spool, files: Mapping[str, Path]) -> None:
    """Write several RDF formats of the same statements, each file whole or not at all."""
    from graphbuild import rdf

    for name, path in files.items():
        with writing(path) as out:
            rdf.write(name, found, out)
