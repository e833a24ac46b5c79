"""The sheet that every picture stands on: a title above, a caption below, a body measured in inches between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.draw.labels import printable
from graphbuild.draw.style import DIM, INK, PAPER
from graphbuild.draw.text import wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DPI = 150
MARGIN = 0.2
TITLE, CAPTION = 15, 8
LONGEST_TITLE = 180
LEAST = 6.0


class Sheet:
    """A figure whose body has this width and height in inches."""

    def __init__(self, width: float, height: float, title: str, caption: str) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.width, self.body = max(width, LEAST) + 2 * MARGIN, height
        above = wrapped(printable(title, LONGEST_TITLE), TITLE, self.width - 2 * MARGIN, "bold")
        below = wrapped(caption, CAPTION, self.width - 2 * MARGIN) if caption else ""
        self.bottom = 0.3 + 0.155 * len(below.split("\n"))
        self.height = self.bottom + height + 0.36 + 0.29 * len(above.split("\n"))
        self.figure: Figure = Figure(figsize=(self.width, self.height), dpi=DPI, facecolor=PAPER)
        FigureCanvasAgg(self.figure)
        left = MARGIN / self.width
        top = 1 - 0.18 / self.height
        self.figure.text(left, top, above, va="top", fontsize=TITLE, fontweight="bold", color=INK)
        low = 0.14 / self.height
        self.figure.text(left, low, below, va="bottom", fontsize=CAPTION, color=DIM, linespacing=1.3)

    def axes(self, left: float, low: float, width: float, height: float) -> Axes:
        """Return axes in a rectangle of the body, in inches from its lower left corner."""
        place = (MARGIN + left) / self.width, (self.bottom + low) / self.height
        return self.figure.add_axes((*place, width / self.width, height / self.height))


def blank(title: str, caption: str, message: str) -> Figure:
    """Return a picture that has nothing to show and says so."""
    sheet = Sheet(9.0, 1.6, title, caption)
    axes = sheet.axes(0, 0, 9.0, 1.6)
    axes.set_axis_off()
    axes.text(0.5, 0.5, wrapped(message, 12, 8.6), ha="center", va="center", fontsize=12, color=INK)
    return sheet.figure
