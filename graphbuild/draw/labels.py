"""Names beside their actors: safe to print, short enough, never one over another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graphbuild.clean import clean
from graphbuild.draw.style import GREY, INK, PAPER

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LONGEST = 32
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
) -> None:
    """Write names beside their places; radii are in points. The first names get the best places.

    Letters shrink until every name has room of its own.
    """
    from textalloc import allocate

    x, y = ([place[i] for place in places] for i in (0, 1))
    pixels: Any = [radius * axes.figure.dpi / 72 for radius in radii]
    for shrink in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        last = shrink == 0.5
        drawn: Any = allocate(
            axes, x, y, list(names),
            x_scatter=x, y_scatter=y, scatter_sizes=pixels, text_scatter_sizes=pixels,
            textsize=[size * shrink for size in sizes], textcolor=INK, linecolor=GREY, linewidth=0.6,
            margin=0.003, min_distance=0.003, max_distance=0.1, nbr_candidates=400, draw_all=last,
            bbox={"boxstyle": "round,pad=0.08", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.8}, zorder=5,
        )  # fmt: skip
        _, _, texts, leaders = drawn
        if last or all(text is not None for text in texts):
            return
        for artist in (*texts, *leaders):
            if artist is not None:
                artist.remove()
