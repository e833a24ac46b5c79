"""graphbuild export: a build in one more format."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from graphbuild.cli import options
from graphbuild.export import EXPORTERS
from graphbuild.export import export as write


@click.command()
@click.argument("format_", metavar="|".join(EXPORTERS), type=click.Choice(tuple(EXPORTERS)))
@options.output
@click.option("--to", default="-", show_default=True, metavar="FILE", help="File to write, or - for standard output.")
def export(format_: str, output: str, to: str) -> None:
    """Write a finished build as FORMAT."""
    from graphbuild.pipeline import open_graph

    graph = open_graph(output)
    write(format_, graph.source, sys.stdout.buffer if to == "-" else Path(to))
