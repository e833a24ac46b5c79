"""Pictures of a graph, drawn with matplotlib; importing this package loads neither matplotlib nor networkx."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.draw.wish import KINDS, Wish
from graphbuild.graph import Source

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]
    from matplotlib.figure import Figure

    from graphbuild.alliances import Scope
    from graphbuild.draw.drawn import Picture

__all__ = ["KINDS", "Wish", "alliances_figure", "draw_alliances", "picture"]


def picture(source: Source, wish: Wish, scope: Scope | None = None) -> Picture:
    """Return the picture of a build that is asked for, of the events within the scope."""
    from graphbuild.alliances import Scope
    from graphbuild.draw.drawn import Picture
    from graphbuild.draw.kinds import figure
    from graphbuild.draw.style import styled

    with styled():
        return Picture(figure(source, wish, scope or Scope()), wish.name)


def draw_alliances(
    dyads: nx.Graph,
    destination: str | Path,
    *,
    title: str | None = None,
    caption: str = "",
    language: str = "fr",
    most: int = 30,
    seed: int = 0,
) -> list[Path]:
    """Draw who stands with and against whom, and return the files written.

    A destination that ends in .png, .svg or .pdf becomes that file; any other is a folder, made where it is missing,
    which gets alliances.png and alliances.svg. Raises OutputError where it ends in anything else or cannot be
    written. `dyads` is what `graphbuild.graph.dyads` returns; at most `most` actors are shown.
    """
    from graphbuild.draw.drawn import Picture

    figure = alliances_figure(dyads, title=title, caption=caption, language=language, most=most, seed=seed)
    return Picture(figure, "alliances").save(destination)


def alliances_figure(
    dyads: nx.Graph,
    *,
    title: str | None = None,
    caption: str = "",
    language: str = "fr",
    most: int = 30,
    seed: int = 0,
) -> Figure:
    """Return the picture as a matplotlib figure that no other figure knows of."""
    from graphbuild.draw.network import Network
    from graphbuild.draw.style import styled

    with styled():
        return Network(dyads, language, most, seed).figure(title, caption)
