"""The picture of alliances: who is shown, how large, how thick, and what the caption owns up to."""

from __future__ import annotations

from math import sqrt
from textwrap import fill
from typing import TYPE_CHECKING

from graphbuild.alliances import KINDS, blocs, choose, ranking, ties
from graphbuild.draw.bends import Bends
from graphbuild.draw.caption import caption_of
from graphbuild.draw.labels import place_labels, printable
from graphbuild.draw.layout import positions
from graphbuild.draw.legend import Row, actor_row, heading, tie_row, write_legend
from graphbuild.draw.style import AREA, INK, PAPER, TIES, bloc_style
from graphbuild.draw.words import words

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DPI = 150
COLUMN = 3.1
CLEAR = 0.09  # inches between an actor and a tie that is not its own
BLOCS_NAMED = 8
CROWD = 400  # beyond, nothing is legible, and networkx lays out with scipy, which nothing else here needs


class Picture:
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
        self.bloc = {actor: number for number, bloc in enumerate(self.blocs.members) for actor in bloc}
        self.names = {actor: printable(rank[actor][1]) for actor in self.actors}
        side = min(max(sqrt(len(self.actors)), 3.5), 10.0)
        self.sheet = (5.5 + 1.05 * side, 3.4 + 0.85 * side)
        self.largest = 15.0 if len(self.actors) <= 60 else 12.0

    def figure(self, title: str | None, caption: str) -> Figure:
        """Return the whole picture: title, network, legend, caption."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        width, height = self.sheet[0] + COLUMN + 0.5, self.sheet[1]
        below = fill(caption_of(self.dyads, self.shown, self.words, caption), int(width * 13.5))
        above = fill(printable(title or self.words.title, 180), int(width * 6.4))
        top, bottom = 0.3 + 0.29 * len(above.split("\n")), 0.25 + 0.17 * len(below.split("\n"))
        total = height + top + bottom
        figure = Figure(figsize=(width, total), dpi=DPI, facecolor=PAPER)
        FigureCanvasAgg(figure)
        figure.text(0.2 / width, 1 - 0.18 / total, above, va="top", fontsize=15, fontweight="bold", color=INK)
        figure.text(0.2 / width, 0.14 / total, below, va="bottom", fontsize=8, color="#555555", linespacing=1.3)
        share = (bottom / total, height / total)
        if not self.ties:
            figure.text(0.5, 0.5, self.words.empty, ha="center", fontsize=12, color=INK)
            return figure
        column = figure.add_axes(((self.sheet[0] + 0.4) / width, share[0], COLUMN / width, share[1]))
        write_legend(column, self.rows())
        self.network(figure.add_axes((0.2 / width, share[0], self.sheet[0] / width, share[1])))
        return figure

    def network(self, axes: Axes) -> None:
        """Draw ties, actors and names; a unit of the axes is an inch."""
        axes.set(xlim=(0, self.sheet[0]), ylim=(0, self.sheet[1]))
        axes.set_axis_off()
        radii = [self.radius(self.count[actor]) for actor in self.actors]
        reach = [radius / 72 + 0.2 for radius in radii]
        where = positions(self.actors, self.ties, self.bloc, radii=reach, size=self.sheet, seed=self.seed)
        clear = {actor: radius / 72 + CLEAR for actor, radius in zip(self.actors, radii, strict=True)}
        self.draw_ties(axes, Bends(where, clear, self.sheet))
        for actor, radius in zip(self.actors, radii, strict=True):
            face, outline, shape = bloc_style(self.bloc.get(actor))
            area = AREA[shape] * (2 * radius) ** 2
            axes.scatter(*where[actor], s=area, c=face, marker=shape, edgecolors=outline, linewidths=0.9, zorder=3)
        sizes = [7 + 3 * sqrt(radius / self.largest) for radius in radii]
        place_labels(axes, [self.names[a] for a in self.actors], [where[a] for a in self.actors], radii, sizes)

    def draw_ties(self, axes: Axes, bends: Bends) -> None:
        """Draw all ties of a kind at once, conflict on top: it must not hide."""
        from matplotlib.collections import LineCollection

        for layer, (kind, (color, dashes)) in enumerate(TIES.items()):
            chosen = [tie for tie in self.ties if tie.kind == kind]
            lines = [bends.line(tie.first, tie.second) for tie in chosen]
            widths = [self.width(tie.evidence) for tie in chosen]
            drawn = LineCollection(lines, colors=color, linewidths=widths, linestyles=[dashes], alpha=0.8)
            drawn.set_zorder(1 + layer / 10)
            axes.add_collection(drawn)

    def width(self, count: int) -> float:
        """Return the width of a tie in points."""
        return 1.1 + 3.9 * sqrt((count - 1) / max(self.most_of_a_tie - 1, 1))

    def radius(self, count: int) -> float:
        """Return the radius of an actor in points: the area follows the count."""
        return 3.5 + (self.largest - 3.5) * sqrt(count / max(self.count.values()))

    @property
    def most_of_a_tie(self) -> int:
        """The events of the best-attested pair."""
        return max(tie.evidence for tie in self.ties)

    def rows(self) -> list[Row]:
        """Return the legend."""
        say = self.words
        rows = [heading(say.ties), *(tie_row(kind, say.kinds[kind]) for kind in KINDS)]
        rows.append(heading(say.width))
        rows += [tie_row("", str(count), self.width(count)) for count in steps(self.most_of_a_tie)]
        rows.append(heading(say.size))
        counts = self.count.values()
        rows += [actor_row(None, str(count), self.radius(count)) for count in sorted({min(counts), max(counts)})]
        rows.append(heading(say.blocs))
        for number, bloc in enumerate(self.blocs.members[:BLOCS_NAMED]):
            names = ", ".join(self.names[actor] for actor in bloc[:4]) + ("…" if len(bloc) > 4 else "")
            rows.append(actor_row(number, say.bloc.format(number=number + 1, count=len(bloc), names=names)))
        if len(self.blocs.members) > BLOCS_NAMED:
            rows.append(heading(say.more_blocs.format(count=len(self.blocs.members) - BLOCS_NAMED)))
        if self.blocs.unassigned or self.blocs.wavering:
            rows.append(actor_row(None, say.no_bloc))
        return rows


def steps(high: int) -> list[int]:
    """Return 1, the highest count and one between them."""
    return sorted({1, round(sqrt(high)), high})
