"""The legend in a column of its own, where no actor can stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, sqrt
from textwrap import fill
from typing import TYPE_CHECKING, Any

from graphbuild.alliances import Blocs, Tie
from graphbuild.draw.style import INK, TIES, bloc_style
from graphbuild.draw.threads import width
from graphbuild.draw.words import Words

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.legend import Legend

Row = tuple["Artist", str]
COLUMN = 3.1
"""The width of a legend in inches."""
BLOCS_NAMED = 8


def heading(text: str) -> Row:
    """Return a row that names the rows below it."""
    from matplotlib.lines import Line2D

    return Line2D([], [], linestyle="none", gid="heading"), text


def tie_row(kind: str, text: str, points: float = 2.2) -> Row:
    """Return a row for a kind or a width of ties."""
    from matplotlib.lines import Line2D

    color, dashes = TIES.get(kind, (INK, "solid"))
    return Line2D([], [], color=color, linestyle=dashes, linewidth=points), text


def actor_row(bloc: int | None, text: str, radius: float = 4.5) -> Row:
    """Return a row for a bloc or for a size of actors."""
    from matplotlib.lines import Line2D

    face, outline, shape = bloc_style(bloc)
    dot = Line2D([], [], linestyle="none", marker=shape, markersize=2 * radius, markerfacecolor=face)
    dot.set_markeredgecolor(outline)
    return dot, text


def box_row(text: str, **looks: Any) -> Row:
    """Return a row for a kind of cell."""
    from matplotlib.patches import Patch

    return Patch(**looks), text


def _roomy(handle: Artist, text: str) -> str:
    """Return the text with lines around it that keep a large dot clear of its neighbours."""
    from matplotlib.lines import Line2D

    size = handle.get_markersize() if isinstance(handle, Line2D) else 0
    pad = "\n" * ceil(max(size - 16, 0) / 20)
    return pad + text + pad


def write_legend(axes: Axes, rows: Sequence[Row], columns: int = 34) -> Legend:
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
    return legend


def kind_rows(say: Words) -> list[Row]:
    """Return what the colours and dashes of ties mean."""
    return [heading(say.ties), *(tie_row(kind, say.kinds[kind]) for kind in ("friendly", "hostile", "mixed"))]


def width_rows(say: Words, ties: Sequence[Tie]) -> list[Row]:
    """Return what the width of ties means: 1, the highest count and one between them."""
    most = max(tie.evidence for tie in ties)
    steps = sorted({1, round(sqrt(most)), most})
    return [heading(say.width), *(tie_row("", str(count), width(count, most)) for count in steps)]


def bloc_rows(say: Words, blocs: Blocs, names: Mapping[str, str]) -> list[Row]:
    """Return who is in which bloc."""
    rows = [heading(say.blocs)]
    for number, bloc in enumerate(blocs.members[:BLOCS_NAMED]):
        told = ", ".join(names[actor] for actor in bloc[:4]) + ("…" if len(bloc) > 4 else "")
        rows.append(actor_row(number, say.bloc.format(number=number + 1, count=len(bloc), names=told)))
    if len(blocs.members) > BLOCS_NAMED:
        rows.append(heading(say.more_blocs.format(count=len(blocs.members) - BLOCS_NAMED)))
    if blocs.unassigned:
        rows.append(actor_row(None, say.no_bloc))
    return rows
