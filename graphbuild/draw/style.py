"""How things look: colours that colour-blind readers tell apart, never colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, Literal
from warnings import catch_warnings, filterwarnings

# Okabe and Ito's palette: some colours for ties, the others for blocs. Their purple is too pale for a thin line, so
# this one is Paul Tol's.
BLUE, VERMILION, PURPLE = "#0072B2", "#D55E00", "#AA4499"
ORANGE, SKY, GREEN, YELLOW = "#E69F00", "#56B4E9", "#009E73", "#F0E442"
INK, DIM, GREY, PALE, PAPER = "#222222", "#595959", "#8C8C8C", "#D9D9D9", "#FFFFFF"

Look = dict[str, Any]
Dashes = Literal["solid"] | tuple[float, tuple[float, ...]]
TIES: Final[dict[str, tuple[str, Dashes]]] = {
    "contact": (GREY, (0, (1.0, 1.6))),
    "friendly": (BLUE, "solid"),
    "mixed": (PURPLE, (0, (5.0, 1.2, 1.0, 1.2))),
    "hostile": (VERMILION, (0, (2.6, 1.5))),
}
# Five colours and six shapes: thirty blocs before a pair of them comes back.
FILLS = (ORANGE, SKY, GREEN, YELLOW, GREY)
SHAPES = ("o", "s", "D", "^", "h", "v")
# What makes a shape as large on paper as a circle of the same nominal size.
AREA = {"o": 1.0, "s": 0.79, "D": 0.79, "^": 1.57, "v": 1.57, "h": 1.21}


def bloc_style(number: int | None) -> tuple[str, str, str]:
    """Return fill, outline and shape of the actors of a bloc; None stands for no bloc."""
    if number is None:
        return PAPER, GREY, "o"
    return FILLS[number % len(FILLS)], INK, SHAPES[number % len(SHAPES)]


def dot(number: int | None, radius: float, core: bool = True) -> Look:
    """Return how an actor is drawn: of which bloc, how large in points, and half filled where it wavers."""
    face, outline, shape = bloc_style(number)
    return {
        "marker": shape,
        "markersize": 2 * radius * AREA[shape] ** 0.5,
        "fillstyle": "full" if core else "left",
        "markerfacecolor": face,
        "markerfacecoloralt": PAPER,
        "markeredgecolor": outline,
        "markeredgewidth": 0.9,
        "linestyle": "none",
    }


@contextmanager
def styled() -> Iterator[None]:
    """Draw with matplotlib's own defaults, so that a user's settings change no byte, and never read `$` as a formula.

    Letters that the font lacks are drawn as boxes, which needs no warning.
    """
    from matplotlib import style

    settings = {
        "font.family": "sans-serif",
        "font.sans-serif": ["DejaVu Sans", "Verdana", "sans-serif"],  # in an SVG, the next one stands in
        "text.parse_math": False,
        "svg.hashsalt": "graphbuild",
        "svg.fonttype": "none",
        "pdf.fonttype": 42,
        "hatch.linewidth": 0.5,
    }
    with style.context(["default", settings]), catch_warnings():
        filterwarnings("ignore", message="Glyph .* missing from font", category=UserWarning)
        yield
