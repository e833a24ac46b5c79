"""graphbuild draw: pictures of a build."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from graphbuild.draw.wish import BYS, KINDS, MOST, Wish
from graphbuild.errors import PictureError
from graphbuild.model import SURE


@click.command()
@click.argument("output", default="output")
@click.option("--kind", type=click.Choice(KINDS), default=KINDS[0], show_default=True, help="What it shows.")
@click.option(
    "--actor",
    multiple=True,
    metavar="ACTOR",
    help="Whom an ego view or a timeline is about: a name or an id; a pair by giving it twice.",
)
@click.option("--by", type=click.Choice(BYS), help="What a bar of a timeline stands for. [default: as fits the days]")
@click.option(
    "--to",
    metavar="FILE",
    help="A .png, .svg or .pdf file, or a folder. [default: a .png named for the kind, in the folder of the build]",
)
@click.option("--most", type=click.IntRange(2), default=MOST, show_default=True, help="Show at most so many actors.")
@click.option("--title", metavar="TEXT", help="Written above. [default: what the kind is called]")
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
def draw(output: str, kind: str, actor: tuple[str, ...], to: str | None, **options: Any) -> None:
    """Draw the build in the folder OUTPUT: who stands with and against whom, and since when.

    \b
    alliances  a network of friendly, hostile and mixed ties
    matrix     pair by pair, ordered by bloc
    timeline   friendly over hostile actions by week or month, and the articles beneath
    ego        one actor between its friends and its foes
    """
    from graphbuild.pipeline import open_graph

    try:
        Wish(kind, actor, options["by"])
    except PictureError as error:
        raise click.UsageError(f"{error} (--kind, --actor, --by)") from None
    picture = open_graph(output).picture(kind, actor=actor, **options)
    for file in picture.save(to or Path(output) / f"{picture.name}.png"):
        click.echo(file)
