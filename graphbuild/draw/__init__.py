"""Pictures of a graph, drawn with matplotlib; importing this package loads neither matplotlib nor networkx."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]
    from matplotlib.figure import Figure


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
    from graphbuild.draw.save import files_of, save

    paths = files_of(Path(destination))
    figure = alliances_figure(dyads, title=title, caption=caption, language=language, most=most, seed=seed)
    for file in paths:
        save(figure, file, file.suffix.lower())
    return paths


def alliances_png(dyads: nx.Graph, *, caption: str = "", language: str = "fr", most: int = 30, seed: int = 0) -> bytes:
    """Return the same picture as the bytes of a PNG, for a notebook."""
    from graphbuild.draw.save import save

    out = BytesIO()
    save(alliances_figure(dyads, caption=caption, language=language, most=most, seed=seed), out, ".png")
    return out.getvalue()


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
    from graphbuild.draw.picture import Picture
    from graphbuild.draw.style import styled

    with styled():
        return Picture(dyads, language, most, seed).figure(title, caption)
