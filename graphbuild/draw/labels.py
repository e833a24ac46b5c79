"""Names beside their actors: safe to print, short enough, never one over another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from graphbuild.clean import clean
from graphbuild.draw.bends import Points
from graphbuild.draw.style import GREY, INK, PAPER

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LONGEST = 32
NEAR, FAR = 0.04, 0.1  # how far a name may be from its actor, as a share of the sheet: off all ties, or over some
RIM = 2.4
HALO, NAME = "halo", "name-"
"""The ids of the pale rims below names, and what those of the names begin with."""
# Controls and marks that turn the direction of writing would act on what stands beside them.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")

_PILED_UP = re.compile("([\u0300-\u036f]{2})[\u0300-\u036f]+")


def printable(text: str, longest: int = LONGEST) -> str:
    r"""Return a name on one line, cut with … where it is too long; "?" where nothing is left.

    >>> printable("  Haut\x00-Karabakh\n")
    'Haut-Karabakh'
    """
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", clean(text)))
    plain = " ".join(_PILED_UP.sub(r"\1", plain).split())
    if len(plain) > longest:
        plain = plain[: longest - 1].rstrip() + "…"
    return plain or "?"


def place_labels(
    axes: Axes,
    names: Sequence[str],
    places: Sequence[tuple[float, float]],
    radii: Sequence[float],
    sizes: Sequence[float],
    lines: Sequence[Points],
) -> None:
    """Write names beside their places, off the lines where that works; radii are in points.

    The first names get the best places. Letters shrink until every name has room of its own.
    """
    pixels = [radius * axes.figure.dpi / 72 for radius in radii]
    written = Names(axes, names, np.array(places), pixels, lines)
    for shrink in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        if written.fit([size * shrink for size in sizes], at_any_rate=shrink == 0.5):
            return


class Names:
    """Names that look for a place beside actors; `pixels` are the radii of these."""

    def __init__(self, axes: Axes, names: Sequence[str], places: Points, pixels: Any, lines: Sequence[Points]) -> None:
        self.axes = axes
        self.names = names
        self.places = places
        self.pixels = pixels
        self.lines = [simple(line) for line in lines]
        self.tries = max(20_000 // max(len(names), 50), 50)

    def fit(self, sizes: Sequence[float], at_any_rate: bool) -> bool:
        """Write all names at these sizes; where one finds no place, write none, unless `at_any_rate`."""
        every = range(len(self.names))
        artists, left = self._write(every, sizes, self.lines, NEAR)
        if left:
            boxes = [self._outline(text) for text in artists if hasattr(text, "get_text")]
            more, left = self._write(left, sizes, boxes, FAR, at_any_rate)
            artists += more
        if left and not at_any_rate:
            for artist in artists:
                artist.remove()
        else:
            self._halos(artists)
        return not left

    def _write(
        self,
        which: Sequence[int],
        sizes: Sequence[float],
        lines: Sequence[Points],
        reach: float,
        at_any_rate: bool = False,
    ) -> tuple[list[Any], list[int]]:
        """Write some names off these lines, and return what was drawn and who found no place."""
        from textalloc import allocate

        x, y = self.places.T
        across, up = ([line[:, axis] for line in lines] for axis in (0, 1))
        off: Any = {"x_lines": across, "y_lines": up} if lines else {}
        drawn: Any = allocate(
            self.axes, x[list(which)], y[list(which)], [self.names[i] for i in which],
            x_scatter=x, y_scatter=y, scatter_sizes=self.pixels, text_scatter_sizes=[self.pixels[i] for i in which],
            **off,
            textsize=[sizes[i] for i in which], textcolor=INK, linecolor=GREY, linewidth=0.6,
            margin=0.003, min_distance=0.003, max_distance=reach, nbr_candidates=self.tries,
            draw_all=at_any_rate, zorder=5,
        )  # fmt: skip
        _, _, texts, leaders = drawn
        left = [i for i, text in zip(which, texts, strict=True) if text is None]
        return [artist for artist in (*texts, *leaders) if artist is not None], left

    def _halos(self, artists: Sequence[Any]) -> None:
        """Put a pale rim below each name, and mark the name for a rim in an SVG, where letters stay letters."""
        from matplotlib.patheffects import Stroke

        for number, text in enumerate(artist for artist in artists if hasattr(artist, "get_text")):
            text.set_gid(f"{NAME}{number}")
            x, y = text.get_position()
            rim = self.axes.text(x, y, text.get_text())
            rim.update_from(text)
            rim.set(zorder=4, color=PAPER, gid=HALO, path_effects=[Stroke(linewidth=RIM, foreground=PAPER)])

    def _outline(self, text: Any) -> Points:
        """Return a line around a name and across it: who keeps off the line keeps off the name."""
        box = text.get_window_extent().transformed(self.axes.transData.inverted())
        low, high, middle = box.y0, box.y1, (box.y0 + box.y1) / 2
        corners = [(box.x0, low), (box.x1, low), (box.x1, high), (box.x0, high), (box.x0, middle), (box.x1, middle)]
        return np.array(corners)


def simple(line: Points) -> Points:
    """Return a line by its ends, where it is straight, or else by a few of its points."""
    middle = len(line) // 2
    straight = np.allclose(line[middle], (line[0] + line[-1]) / 2, atol=0.01)
    return line[[0, -1]] if straight else line[:: max(middle // 3, 1)]
