"""Bars over days: one for each week or month, on axes that count in whole numbers and name the days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.draw.bins import By, after
from graphbuild.draw.style import GREY, INK, PALE, Look
from graphbuild.draw.ticks import ticks
from graphbuild.draw.words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FEWEST = 8  # bins: a single bar must not fill the sheet
HIGH = 2.0  # inches: from here on there is room for more ticks


class Bars:
    """Bars for the weeks or months that begin on these days."""

    def __init__(self, starts: list[date], by: By, say: Words) -> None:
        missing = max(FEWEST - len(starts), 0)
        self.starts = starts
        self.by: By = by
        self.first = after(starts[0], by, -(missing // 2))
        self.end = after(starts[-1], by, 1 + (missing + 1) // 2)
        self.ticks = ticks(self.first, self.end, by, say)

    def middle(self, start: date) -> float:
        """Return the middle of a bin on the axis of days."""
        return (start.toordinal() + after(start, self.by).toordinal()) / 2

    def share(self, start: date) -> float:
        """Return how far to the right a bin is (0…1)."""
        return (self.middle(start) - self.first.toordinal()) / (self.end - self.first).days

    def draw(self, axes: Axes, heights: Mapping[date, int], looks: Look) -> None:
        """Draw a bar for each bin that has anything."""
        days = [day for day in self.starts if heights.get(day)]
        lengths = [(after(day, self.by) - day).days for day in days]
        lefts = [day.toordinal() + 0.06 * length for day, length in zip(days, lengths, strict=True)]
        wide = [0.88 * length for length in lengths]
        axes.bar(lefts, [heights[day] for day in days], wide, align="edge", linewidth=0, **looks)

    def dress(self, axes: Axes, label: str) -> None:
        """Give axes their days, their label and whole numbers."""
        from matplotlib.ticker import MaxNLocator

        axes.set_xlim(self.first.toordinal(), self.end.toordinal())
        axes.set_xticks([day.toordinal() for day, _ in self.ticks], [text for _, text in self.ticks])
        most = 6 if axes.bbox.height > HIGH * axes.figure.dpi else 3
        axes.yaxis.set_major_locator(MaxNLocator(most, integer=True))
        axes.set_ylabel(label, fontsize=8.5, color=INK)
        axes.tick_params(labelsize=8, labelcolor=INK, color=GREY, length=3)
        axes.grid(axis="y", color=PALE, linewidth=0.5)
        axes.set_axisbelow(True)
        axes.spines[["top", "right", "bottom"]].set_visible(False)
        axes.spines["left"].set_color(GREY)
