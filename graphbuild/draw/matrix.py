"""The matrix of pairs, bloc by bloc: how friendly, how often, and where nothing is known."""

from __future__ import annotations

from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, Any

from graphbuild.alliances import Tie, blocs, choose, ranking, ties
from graphbuild.draw.caption import caption_of
from graphbuild.draw.labels import printable
from graphbuild.draw.legend import COLUMN, Row, actor_row, bloc_rows, box_row, heading, write_legend
from graphbuild.draw.order import ordered
from graphbuild.draw.sheet import Sheet, blank
from graphbuild.draw.style import BLUE, GREY, INK, PALE, PAPER, PURPLE, VERMILION, bloc_style
from graphbuild.draw.text import inches
from graphbuild.draw.words import words

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap, Normalize
    from matplotlib.figure import Figure

CROWD = 200
SMALLEST, LARGEST, SHEET = 0.17, 0.6, 9.0  # of a cell, and of all cells together as long as they are large enough
LEGEND = 4.6
HATCH = "////"
BAR = 0.17


class Matrix:
    """The same actors in rows and columns; a cell holds what two of them did."""

    def __init__(self, dyads: nx.Graph, language: str, most: int, seed: int) -> None:
        self.words = words(language)
        self.dyads = dyads
        self.shown = choose(dyads, min(most, CROWD))
        self.ties = ties(self.shown)
        self.blocs = blocs(self.shown, seed=seed)
        self.groups = ordered(self.blocs, self.ties)
        self.actors = [actor for group in self.groups for actor in group]
        self.place = {actor: number for number, actor in enumerate(self.actors)}
        self.names = {actor: printable(key[1]) for actor, key in ranking(self.shown).items()}
        self.cell = min(max(SHEET / max(len(self.actors), 1), SMALLEST), LARGEST)

    def figure(self, title: str | None, caption: str) -> Figure:
        """Return the whole picture: title, matrix, legend, caption."""
        say, title = self.words, title or self.words.titles["matrix"]
        told = caption_of(self.dyads, self.shown, say, caption)
        if not self.ties:
            return blank(title, told, say.empty)
        side, size = self.cell * len(self.actors), self.letters
        room = max(inches(name, size) for name in self.names.values()) + 0.35
        height = max(side + room, LEGEND)
        sheet = Sheet(room + side + 0.3 + COLUMN, height, title, f"{told} {say.caution}")
        self.cells(sheet.axes(room, height - room - side, side, side))
        column = room + side + 0.3
        self.scale(sheet.axes(column, height - 0.25 - BAR, COLUMN - 0.3, BAR))
        write_legend(sheet.axes(column, 0, COLUMN, height - 0.8), self.rows())
        return sheet.figure

    @property
    def letters(self) -> float:
        """The size of names in points."""
        return min(9.0, 72 * self.cell * 0.55)

    def mean(self, tie: Tie) -> float:
        """Return the mean intensity of a pair's friendly and hostile actions (-10…10)."""
        return float(self.shown.edges[tie.first, tie.second].get("intensity", 0.0)) / tie.evidence

    @property
    def norm(self) -> Normalize:
        """The scale of the colours: as far below 0 as above."""
        from matplotlib.colors import Normalize

        reach = max(ceil(max(abs(self.mean(tie)) for tie in self.ties)), 1)
        return Normalize(-reach, reach)

    def cells(self, axes: Axes) -> None:
        """Draw the ground, a square for each pair known, frames around blocs, and the names."""
        from matplotlib.collections import PatchCollection
        from matplotlib.patches import Rectangle

        count, colours, norm = len(self.actors), diverging(), self.norm
        axes.set(xlim=(0, count), ylim=(count, 0))
        axes.set_axis_off()
        axes.add_patch(Rectangle((0, 0), count, count, facecolor=PAPER, edgecolor=PALE, hatch=HATCH, linewidth=0))
        own = [Rectangle((i, i), 1, 1) for i in range(count)]
        axes.add_collection(PatchCollection(own, facecolors=PALE, edgecolors=PAPER, linewidths=0.5))
        for tie in self.ties:
            fill = colours(norm(self.mean(tie)))
            for x, y in self.both(tie):
                square = Rectangle((x, y), 1, 1, facecolor=fill, edgecolor=PAPER, linewidth=0.5, gid="pair")
                axes.add_patch(square)
                self.number(axes, x, y, tie, fill)
        for start, end in self.frames():
            axes.add_patch(
                Rectangle((start, start), end - start, end - start, fill=False, edgecolor=INK, linewidth=1.8, gid="bloc")
            )
        self.margins(axes)

    def both(self, tie: Tie) -> list[tuple[int, int]]:
        """Return the two cells of a pair."""
        one, other = self.place[tie.first], self.place[tie.second]
        return [(one, other), (other, one)]

    def number(self, axes: Axes, x: int, y: int, tie: Tie, fill: Any) -> None:
        """Write how many actions a pair shares, and frame the cell where the pair is mixed."""
        from matplotlib.patches import Rectangle

        if tie.kind == "mixed":
            inner = Rectangle((x + 0.1, y + 0.1), 0.8, 0.8, fill=False, edgecolor=PURPLE, linewidth=1.3, gid="mixed")
            axes.add_patch(inner)
        light = 0.3 * fill[0] + 0.59 * fill[1] + 0.11 * fill[2]
        ink = INK if light > 0.5 else PAPER
        size = min(9.0, 72 * self.cell * 0.42)
        axes.text(x + 0.5, y + 0.5, str(tie.evidence), ha="center", va="center_baseline", fontsize=size, color=ink)

    def frames(self) -> list[tuple[int, int]]:
        """Return where each bloc begins and ends."""
        ends = list(accumulate(len(group) for group in self.groups))
        return list(zip([0, *ends], ends, strict=False))[: len(self.blocs.members)]

    def margins(self, axes: Axes) -> None:
        """Write the names to the left and above, each with the mark of its bloc."""
        gap = 0.09 / self.cell
        for actor, at in self.place.items():
            group = next((i for i, bloc in enumerate(self.blocs.members) if actor in bloc), None)
            face, outline, shape = bloc_style(group)
            for x, y in ((-gap, at + 0.5), (at + 0.5, -gap)):
                axes.scatter(
                    x, y, s=min(30, (50 * self.cell) ** 2), c=face, marker=shape, edgecolors=outline, linewidths=0.7, clip_on=False
                )
            name = {"s": self.names[actor], "fontsize": self.letters, "color": INK}
            axes.text(-2.2 * gap, at + 0.5, ha="right", va="center_baseline", **name)
            axes.text(at + 0.5, -2.2 * gap, rotation=90, ha="center", va="bottom", **name)

    def scale(self, axes: Axes) -> None:
        """Draw the bar that says which colour means what."""
        from matplotlib.cm import ScalarMappable

        norm = self.norm
        bar = axes.figure.colorbar(ScalarMappable(norm, diverging()), cax=axes, orientation="horizontal")
        ends = [norm.vmin or 0, (norm.vmin or 0) / 2, 0, (norm.vmax or 0) / 2, norm.vmax or 0]
        bar.set_ticks(ends, labels=[self.words.decimals(end) for end in ends])
        bar.ax.tick_params(labelsize=8, labelcolor=INK, color=GREY, length=2)
        bar.outline.set_linewidth(0)  # type: ignore[operator]
        axes.set_title(self.words.intensity, fontsize=8.5, fontweight="bold", loc="left", color=INK, pad=4)

    def rows(self) -> list[Row]:
        """Return the legend below the bar."""
        say = self.words
        return [
            heading(say.cell),
            *bloc_rows(say, self.blocs, self.names),
        ]


def diverging() -> Colormap:
    """Return colours from hostile to friendly, those of the ties, white at 0."""
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("signed", [VERMILION, PAPER, BLUE])
