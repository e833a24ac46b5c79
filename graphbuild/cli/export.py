"""graphbuild export: a build in one more format."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from graphbuild.cli import options
from graphbuild.export import FORMATS, RDF_FORMATS
from graphbuild.export import export as write
from graphbuild.rdfsettings import DEFAULT_BASE, Settings


@click.command()
@click.argument("format_", metavar="|".join(FORMATS), type=click.Choice(FORMATS))
@options.output
@click.option("--to", default="-", show_default=True, metavar="FILE", help="File to write, or - for standard output.")
@options.base_iri
@options.no_text
def export(format_: str, output: str, to: str, base_iri: str, no_text: bool) -> None:
    """Write a finished build as FORMAT; turtle12 and trig12 are RDF 1.2."""
    from graphbuild.pipeline import open_graph

    if format_ not in RDF_FORMATS and (no_text or base_iri != DEFAULT_BASE):
        raise click.UsageError(f"--base-iri and --no-text are for RDF ({', '.join(RDF_FORMATS)}), not for {format_}")
    graph = open_graph(output)
    write(format_, graph.source, sys.stdout.buffer if to == "-" else Path(to), Settings(base_iri, not no_text))
