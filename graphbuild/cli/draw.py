"""graphbuild draw: pictures of a build."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from graphbuild.cli import options
from graphbuild.draw.wish import BYS, KINDS, MOST, Wish
from graphbuild.errors import PictureError


@click.command()
@click.argument("output", default="output")
@click.option("--kind", type=click.Choice(KINDS), default=KINDS[0], show_default=True, help="What it shows.")
@click.option("--actor", multiple=True, metavar="ACTOR",
              help="Whom an ego view or a timeline is about: a name or an id; for a pair give two.")  # fmt: skip
@click.option("--by", type=click.Choice(BYS), help="What a bar of a timeline stands for. [default: as fits the days]")
@click.option("--to", metavar="FILE",
              help="A .png, .svg or .pdf file, or a folder. [default: a .png in the folder of the build]")  # fmt: skip
@click.option("--most", type=click.IntRange(2), default=MOST, show_default=True, help="Show at most so many actors.")
@click.option("--title", metavar="TEXT", help="Written above. [default: what the picture shows]")
@click.option("--language", type=click.Choice(["fr", "en"]), default="fr", show_default=True, help="Of its words.")
@options.scope
def draw(output: str, kind: str, actor: tuple[str, ...], to: str | None, **others: Any) -> None:
    """Draw the build in the folder OUTPUT: who stands with and against whom, and since when.

    \b
    alliances  a network of friendly, hostile and mixed ties
    matrix     pair by pair, ordered by bloc
    timeline   friendly over hostile actions by week or month, and the articles beneath
    ego        one actor between its friends and its foes
    """
    from graphbuild.pipeline import open_graph

    try:
        Wish(kind, actor, others["by"])
    except PictureError as error:
        raise click.UsageError(f"{error} (--kind, --actor, --by)") from None
    options.in_order(others["since"], others["until"])
    picture = open_graph(output).picture(kind, actor=actor, **others)
    for file in picture.save(to or Path(output) / f"{picture.name}.png"):
        click.echo(file)
