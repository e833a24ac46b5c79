"""The matrix of pairs, bloc by bloc: how friendly, how often, and where nothing is known."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from graphbuild.alliances import Tie, blocs, choose, ranking, ties
from graphbuild.draw.camps import camps, cores, numbers
from graphbuild.draw.caption import caption_of
from graphbuild.draw.cells import Cells
from graphbuild.draw.labels import printable
from graphbuild.draw.legend import COLUMN, Row, bloc_rows, box_row, heading, note, write_legend
from graphbuild.draw.order import Likeness
from graphbuild.draw.sheet import Sheet, blank
from graphbuild.draw.style import GREY, INK, Look, dot
from graphbuild.draw.text import inches
from graphbuild.draw.words import words

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CROWD = 200
SMALLEST, LARGEST, SHEET = 0.17, 0.6, 9.0  # inches: a cell, and all cells together as long as each is large enough
LEGEND, BAR = 5.2, 0.17


class Matrix:
    """The same actors in rows and columns; a cell holds what two of them did."""

    def __init__(self, dyads: nx.Graph, language: str, most: int, seed: int) -> None:
        self.words = words(language)
        self.dyads = dyads
        self.shown = choose(dyads, min(most, CROWD))
        self.ties = ties(self.shown)
        self.blocs = blocs(self.shown, seed=seed)
        self.camps = camps(self.blocs)
        like = Likeness(self.shown, self.ties)
        parts = [part for camp in self.camps for part in (camp.core, camp.wavering)]
        self.actors = [actor for part in (*parts, self.blocs.unassigned) for actor in like.ordered(part)]
        self.names = {actor: printable(key[1]) for actor, key in ranking(self.shown).items()}
        self.cell = min(max(SHEET / max(len(self.actors), 1), SMALLEST), LARGEST)
        self.letters = min(9.0, 72 * self.cell * 0.55)

    def figure(self, title: str | None, caption: str) -> Figure:
        """Return the whole picture: title, matrix, legend, caption."""
        say, title = self.words, title or self.words.titles["matrix"]
        told = caption_of(self.dyads, self.shown, say, caption)
        if not self.ties:
            return blank(title, told, say.empty)
        side = self.cell * len(self.actors)
        room = max(inches(name, self.letters) for name in self.names.values()) + 0.35
        height = max(side + room, LEGEND)
        sheet = Sheet(room + side + 0.3 + COLUMN, height, title, f"{told} {say.caution}" if self.camps else told)
        cells = Cells(sheet.axes(room, height - room - side, side, side), self.actors, self.cell)
        for tie in self.ties:
            cells.pair(tie, self.mean(tie), self.reach)
        for camp in self.camps:
            cells.frame(camp.all, "bloc")
            cells.frame(camp.core, "core")
        self.margins(cells.axes)
        column = room + side + 0.3
        self.scale(cells, sheet.axes(column, height - 0.25 - BAR, COLUMN - 0.3, BAR))
        write_legend(sheet.axes(column, 0, COLUMN, height - 0.8), self.rows())
        return sheet.figure

    def mean(self, tie: Tie) -> float:
        """Return the mean intensity of the actions that take a side (-10…10), 0 where there are only contacts."""
        data = self.shown.edges[tie.first, tie.second]
        sided = [happening.intensity for happening in data.get("happenings", ()) if happening.side != "contact"]
        return sum(sided) / len(sided) if sided else 0.0

    @property
    def reach(self) -> int:
        """How far the scale goes from 0, to either side."""
        return max(ceil(max(abs(self.mean(tie)) for tie in self.ties)), 1)

    def margins(self, axes: Axes) -> None:
        """Write the names to the left and above, each with the mark of its bloc."""
        gap, bloc, inside = 0.09 / self.cell, numbers(self.camps), cores(self.camps)
        radius = min(3.0, 25 * self.cell)
        for at, actor in enumerate(self.actors):
            look = dot(bloc.get(actor), radius, actor in inside or actor not in bloc)
            axes.plot([-gap, at + 0.5], [at + 0.5, -gap], **look, clip_on=False)
            name: Look = {"s": self.names[actor], "fontsize": self.letters, "color": INK}
            axes.text(-2.2 * gap, at + 0.5, ha="right", va="center_baseline", **name)
            axes.text(at + 0.5, -2.2 * gap, rotation=90, ha="center", va="bottom", **name)

    def scale(self, cells: Cells, axes: Axes) -> None:
        """Draw the bar that says which colour means what."""
        reach = self.reach
        bar = axes.figure.colorbar(cells.colours(reach), cax=axes, orientation="horizontal")
        ends = [-reach, -reach / 2, 0, reach / 2, reach]
        bar.set_ticks(ends, labels=[self.words.decimals(end) for end in ends])
        bar.ax.tick_params(labelsize=8, labelcolor=INK, color=GREY, length=2)
        bar.outline.set_visible(False)
        axes.set_title(self.words.intensity, fontsize=8.5, fontweight="bold", loc="left", color=INK, pad=4)

    def rows(self) -> list[Row]:
        """Return the legend below the bar."""
        say, kinds = self.words, {tie.kind for tie in self.ties}
        rows = [heading(say.cells), note(say.number), box_row("unknown", say.unknown)]
        told = (("mixed", say.mixed_cell), ("contact", say.contact_cell))
        rows += [box_row(kind, text) for kind, text in told if kind in kinds]
        if any(camp.core for camp in self.camps):
            rows.append(box_row("core", say.core_frame))
        if self.blocs.wavering:
            rows.append(box_row("bloc", say.bloc_frame))
        return rows + bloc_rows(say, self.camps, bool(self.blocs.unassigned), self.names)
