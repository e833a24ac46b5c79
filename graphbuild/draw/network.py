"""The picture of alliances: who is shown, how large, how thick."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from graphbuild.alliances import blocs, choose, ranking, ties
from graphbuild.draw.bends import Bends
from graphbuild.draw.camps import camps, cores, numbers
from graphbuild.draw.caption import caption_of
from graphbuild.draw.labels import place_labels, printable
from graphbuild.draw.layout import positions
from graphbuild.draw.legend import COLUMN, Row, actor_row, bloc_rows, heading, kind_rows, width_rows, write_legend
from graphbuild.draw.sheet import Sheet, blank
from graphbuild.draw.style import dot
from graphbuild.draw.threads import draw_ties
from graphbuild.draw.words import words

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CLEAR = 0.09  # inches between an actor and a tie that is not its own
CROWD = 400  # beyond, nothing is legible


class Network:
    """A signed network, laid out on a sheet that grows with the number of actors."""

    def __init__(self, dyads: nx.Graph, language: str, most: int, seed: int) -> None:
        self.words = words(language)
        self.seed = seed
        self.dyads = dyads
        self.shown = choose(dyads, min(most, CROWD))
        self.ties = ties(self.shown)
        rank = ranking(self.shown)
        self.actors = sorted(self.shown, key=rank.__getitem__)
        self.count = {actor: -rank[actor][0] for actor in self.actors}
        self.blocs = blocs(self.shown, seed=seed)
        self.camps = camps(self.blocs)
        self.bloc, self.cores = numbers(self.camps), cores(self.camps)
        self.names = {actor: printable(rank[actor][1]) for actor in self.actors}
        side = min(max(sqrt(len(self.actors)), 3.5), 10.0)
        self.size = (5.5 + 1.05 * side, 3.4 + 0.85 * side)
        self.largest = 15.0 if len(self.actors) <= 60 else 12.0

    def figure(self, title: str | None, caption: str) -> Figure:
        """Return the whole picture: title, network, legend, caption."""
        say, title = self.words, title or self.words.titles["alliances"]
        told = caption_of(self.dyads, self.shown, say, caption)
        if not self.ties:
            return blank(title, told, say.empty)
        sheet = Sheet(self.size[0] + 0.2 + COLUMN, self.size[1], title, f"{told} {say.caution}" if self.camps else told)
        write_legend(sheet.axes(self.size[0] + 0.2, 0, COLUMN, self.size[1]), self.rows())
        self.network(sheet.axes(0, 0, *self.size))
        return sheet.figure

    def network(self, axes: Axes) -> None:
        """Draw ties, actors and names; a unit of the axes is an inch."""
        axes.set(xlim=(0, self.size[0]), ylim=(0, self.size[1]))
        axes.set_axis_off()
        radii = [self.radius(self.count[actor]) for actor in self.actors]
        reach = [radius / 72 + 0.2 for radius in radii]
        where = positions(self.actors, self.ties, self.bloc, radii=reach, size=self.size, seed=self.seed)
        clear = {actor: radius / 72 + CLEAR for actor, radius in zip(self.actors, radii, strict=True)}
        bends = Bends(where, clear, self.size)
        lines = [bends.line(tie.first, tie.second) for tie in self.ties]
        draw_ties(axes, list(zip(self.ties, lines, strict=True)))
        for actor, radius in zip(self.actors, radii, strict=True):
            number = self.bloc.get(actor)
            axes.plot(*where[actor], **dot(number, radius, number is None or actor in self.cores), zorder=3)
        sizes = [7 + 3 * sqrt(radius / self.largest) for radius in radii]
        names, places = [self.names[a] for a in self.actors], [where[a] for a in self.actors]
        place_labels(axes, names, places, radii, sizes, lines)

    def radius(self, count: int) -> float:
        """Return the radius of an actor in points: the area follows the count."""
        return 3.5 + (self.largest - 3.5) * sqrt(count / max(self.count.values()))

    def rows(self) -> list[Row]:
        """Return the legend."""
        say = self.words
        rows = [*kind_rows(say, self.ties), *width_rows(say, self.ties), heading(say.size)]
        counts = self.count.values()
        rows += [actor_row(None, str(count), self.radius(count)) for count in sorted({min(counts), max(counts)})]
        return rows + bloc_rows(say, self.camps, bool(self.blocs.unassigned), self.names)
