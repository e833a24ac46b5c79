"""The legend in a column of its own, where no actor can stand."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from textwrap import fill
from typing import TYPE_CHECKING

from graphbuild.draw.style import INK, TIES, bloc_style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.lines import Line2D

Row = tuple["Line2D", str]


def heading(text: str) -> Row:
    """Return a row that names the rows below it."""
    from matplotlib.lines import Line2D

    return Line2D([], [], linestyle="none", gid="heading"), text


def tie_row(kind: str, text: str, width: float = 2.2) -> Row:
    """Return a row for a kind or a width of ties."""
    from matplotlib.lines import Line2D

    color, dashes = TIES.get(kind, (INK, "solid"))
    return Line2D([], [], color=color, linestyle=dashes, linewidth=width), text


def actor_row(bloc: int | None, text: str, radius: float = 4.5) -> Row:
    """Return a row for a bloc or for a size of actors."""
    from matplotlib.lines import Line2D

    face, outline, shape = bloc_style(bloc)
    dot = Line2D([], [], linestyle="none", marker=shape, markersize=2 * radius, markerfacecolor=face)
    dot.set_markeredgecolor(outline)
    return dot, text


def _roomy(handle: Line2D, text: str) -> str:
    """Return the text with lines around it that keep a large dot clear of its neighbours."""
    pad = "\n" * ceil(max(handle.get_markersize() - 16, 0) / 20)
    return pad + text + pad


def write_legend(axes: Axes, rows: Sequence[Row], columns: int = 34) -> None:
    """Fill the column with rows, their texts broken after so many letters, as large as the column allows."""
    axes.set_axis_off()
    for size in (8.5, 7.5, 6.5, 5.5):
        legend = axes.legend(
            [handle for handle, _ in rows],
            [_roomy(handle, fill(text, columns)) for handle, text in rows],
            loc="upper left", bbox_to_anchor=(0, 1), borderaxespad=0, frameon=False, fontsize=size,
            handlelength=3.2, labelspacing=0.75, alignment="left",
        )  # fmt: skip
        if legend.get_window_extent().y0 >= axes.bbox.y0:
            break
    for (handle, _), text in zip(rows, legend.get_texts(), strict=True):
        text.set_color(INK)
        if handle.get_gid() == "heading":
            text.set_fontweight("bold")
