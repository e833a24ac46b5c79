"""graphbuild draw: the picture of a build's alliances."""

from __future__ import annotations

from pathlib import Path

import click

from graphbuild.cli import options
from graphbuild.model import SURE


@click.command()
@options.output
@click.option(
    "--to",
    metavar="FILE",
    help="A .png, .svg or .pdf file, or a folder. [default: alliances.png in the folder of the build]",
)
@click.option(
    "--language", type=click.Choice(["fr", "en"]), default="fr", show_default=True, help="Of the words in it."
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=SURE,
    show_default=True,
    help="How sure an event must be to be drawn.",
)
def draw(output: str, to: str | None, language: str, min_confidence: float) -> None:
    """Draw who stands with and against whom."""
    from graphbuild.pipeline import open_graph

    destination = Path(to) if to else Path(output) / "alliances.png"
    for file in open_graph(output).draw(destination, language=language, min_confidence=min_confidence):
        click.echo(file)
