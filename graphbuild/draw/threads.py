"""Ties as threads: colour and dashes tell the kind, width the evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt
from typing import TYPE_CHECKING

from graphbuild.alliances import Tie
from graphbuild.draw.bends import Points
from graphbuild.draw.style import TIES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

THINNEST, THICKEST, LEAN = 1.1, 5.0, 2.6


def widths(ties: Sequence[Tie]) -> Callable[[int], float]:
    """Return how wide in points a tie of so many actions is among these: thinner where they are many."""
    most = max(tie.evidence for tie in ties)
    thickest = max(LEAN, THICKEST - max(len(ties) - 60, 0) / 60)
    return lambda count: THINNEST + (thickest - THINNEST) * sqrt((count - 1) / max(most - 1, 1))


def draw_ties(axes: Axes, lines: Sequence[tuple[Tie, Points]]) -> None:
    """Draw all ties of a kind at once, conflict on top: it must not hide."""
    from matplotlib.collections import LineCollection

    width = widths([tie for tie, _ in lines])
    for layer, (kind, (color, dashes)) in enumerate(TIES.items()):
        chosen = [(tie, line) for tie, line in lines if tie.kind == kind]
        drawn = LineCollection(
            [line for _, line in chosen],
            colors=color,
            linewidths=[width(tie.evidence) for tie, _ in chosen],
            linestyles=[dashes],
            alpha=0.8,
        )
        drawn.set_zorder(1 + layer / 10)
        axes.add_collection(drawn)
