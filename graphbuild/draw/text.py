"""How wide a text is on paper, and where to break it."""

from __future__ import annotations

from textwrap import fill
from typing import Literal

Weight = Literal["normal", "bold"]


def inches(text: str, size: float, weight: Weight = "normal") -> float:
    """Return the width of the widest line of a text set at this size in points."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(size=size, weight=weight)
    widths = (text_to_path.get_text_width_height_descent(line, font, ismath=False)[0] for line in text.split("\n"))
    return float(max(widths)) / 72


def wrapped(text: str, size: float, room: float, weight: Weight = "normal") -> str:
    """Return the text broken into lines no wider than `room` inches."""
    columns = len(text)
    while columns > 8:
        broken = fill(text, columns)
        width = inches(broken, size, weight)
        if width <= room:
            return broken
        columns = min(columns - 1, int(columns * room / width) + 2)
    return fill(text, 8)
