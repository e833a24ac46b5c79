"""The cells of a matrix: a square for each pair known, on a ground hatched for all that is not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from graphbuild.alliances import Tie
from graphbuild.draw.style import BLUE, GREY, INK, PALE, PAPER, PURPLE, VERMILION, Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.cm import ScalarMappable

HATCH = "////"
BOXES: Final[dict[str, Look]] = {
    "unknown": {"facecolor": PAPER, "edgecolor": "#C4C4C4", "hatch": HATCH, "linewidth": 0},
    "mixed": {"facecolor": "none", "edgecolor": PURPLE, "linewidth": 1.3},
    "contact": {"facecolor": PAPER, "edgecolor": GREY, "linewidth": 0.9, "linestyle": (0, (1.0, 1.4))},
    "core": {"facecolor": "none", "edgecolor": INK, "linewidth": 1.8},
    "bloc": {"facecolor": "none", "edgecolor": INK, "linewidth": 0.9, "linestyle": (0, (4.0, 2.0))},
}
"""How boxes look that are more than a colour, by what they mean."""
INNER = {"mixed": 0.1, "contact": 0.1}


class Cells:
    """A square of cells, the first actor at the top left; a cell is so many inches wide."""

    def __init__(self, axes: Axes, actors: Sequence[str], inches: float) -> None:
        self.axes = axes
        self.place = {actor: number for number, actor in enumerate(actors)}
        self.inches = inches
        axes.set(xlim=(0, len(actors)), ylim=(len(actors), 0))
        axes.set_axis_off()
        self.square(0, 0, len(actors), "unknown", **BOXES["unknown"])
        for number in range(len(actors)):
            self.square(number, number, 1, "self", facecolor=PALE, edgecolor=PAPER, linewidth=0.5)

    def square(self, x: float, y: float, side: float, what: str, **looks: Any) -> None:
        """Draw a square, `what` being its id."""
        from matplotlib.patches import Rectangle

        self.axes.add_patch(Rectangle((x, y), side, side, gid=what, clip_on=False, **looks))

    def pair(self, tie: Tie, mean: float, reach: float) -> None:
        """Draw both cells of a pair: coloured by its mean intensity, with its number of actions."""
        fill: Any = self.colours(reach).to_rgba(mean)  # type: ignore[arg-type]
        ink = INK if 0.3 * fill[0] + 0.59 * fill[1] + 0.11 * fill[2] > 0.5 else PAPER
        size = min(9.0, 72 * self.inches * 0.42)
        one, other = self.place[tie.first], self.place[tie.second]
        for x, y in (one, other), (other, one):
            self.square(x, y, 1, "pair", facecolor=fill, edgecolor=PAPER, linewidth=0.5)
            if gap := INNER.get(tie.kind):
                self.square(x + gap, y + gap, 1 - 2 * gap, tie.kind, **BOXES[tie.kind])
            look: Look = {"ha": "center", "va": "center_baseline", "fontsize": size, "color": ink}
            self.axes.text(x + 0.5, y + 0.5, str(tie.evidence), **look)

    def frame(self, actors: Sequence[str], what: str) -> None:
        """Draw a frame around actors that stand side by side."""
        if actors:
            start = min(self.place[actor] for actor in actors)
            self.square(start, start, len(actors), what, **BOXES[what])

    def colours(self, reach: float) -> ScalarMappable:
        """Return the colours from hostile to friendly, those of the ties, white at 0 (an odd number of them)."""
        from matplotlib.cm import ScalarMappable
        from matplotlib.colors import LinearSegmentedColormap, Normalize

        colours = LinearSegmentedColormap.from_list("signed", [VERMILION, PAPER, BLUE], N=257)
        return ScalarMappable(Normalize(-reach, reach), colours)
