"""The legend in a column of its own, where no actor can stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, sqrt
from textwrap import fill
from typing import TYPE_CHECKING

from graphbuild.alliances import KINDS, Tie
from graphbuild.draw.camps import Camp
from graphbuild.draw.cells import BOXES
from graphbuild.draw.style import INK, TIES, dot
from graphbuild.draw.threads import widths
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


def actor_row(bloc: int | None, text: str, radius: float = 4.5, core: bool = True) -> Row:
    """Return a row for a bloc or for a size of actors."""
    from matplotlib.lines import Line2D

    return Line2D([], [], **dot(bloc, radius, core)), text


def note(text: str) -> Row:
    """Return a row that says something of the rows above it."""
    from matplotlib.lines import Line2D

    return Line2D([], [], linestyle="none"), text


def box_row(what: str, text: str) -> Row:
    """Return a row for a kind of box in a matrix."""
    from matplotlib.patches import Patch

    return Patch(**BOXES[what]), text


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


def kind_rows(say: Words, ties: Sequence[Tie]) -> list[Row]:
    """Return what the colours and dashes of these ties mean."""
    found = {tie.kind for tie in ties}
    return [heading(say.ties), *(tie_row(kind, say.kinds[kind]) for kind in KINDS if kind in found)]


def width_rows(say: Words, ties: Sequence[Tie]) -> list[Row]:
    """Return what the width of ties means: 1, the highest count and one between them."""
    most, width = max(tie.evidence for tie in ties), widths(ties)
    steps = sorted({1, round(sqrt(most)), most})
    return [heading(say.width), *(tie_row("", str(count), width(count)) for count in steps)]


def bloc_rows(say: Words, camps: Sequence[Camp], others: bool, names: Mapping[str, str]) -> list[Row]:
    """Return who is in which bloc; `others` tells whether there is anyone in none."""
    rows = [heading(say.blocs)]
    for number, camp in enumerate(camps[:BLOCS_NAMED]):
        shown = camp.core or camp.wavering
        told = ", ".join(names[actor] for actor in shown[:4]) + ("…" if len(shown) > 4 else "")
        text = say.bloc if camp.core else say.coreless
        row = text.format(number=number + 1, count=len(shown), names=told)
        rows.append(actor_row(number, row, core=bool(camp.core)))
    if len(camps) > BLOCS_NAMED:
        rows.append(heading(say.more_blocs.format(count=len(camps) - BLOCS_NAMED)))
    wavering = next((number for number, camp in enumerate(camps) if camp.wavering), None)
    if wavering is not None:
        rows.append(actor_row(wavering, say.wavering, core=False))
    if others:
        rows.append(actor_row(None, say.no_bloc))
    return rows if len(rows) > 1 else []
