"""One actor in the middle, and around it everyone whom something friendly or hostile joins to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from graphbuild.alliances import Tie, ranking, ties
from graphbuild.draw.caption import caption_of
from graphbuild.draw.fan import SLOT, Fan, Place
from graphbuild.draw.labels import printable
from graphbuild.draw.legend import COLUMN, Row, heading, kind_rows, width_rows, write_legend
from graphbuild.draw.sheet import Sheet, blank
from graphbuild.draw.style import INK, PAPER, TIES
from graphbuild.draw.text import inches, wrapped
from graphbuild.draw.threads import draw_ties
from graphbuild.draw.words import words

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CROWD = 100
NAME, HEADING = 9.0, 10.0
GAP = 0.12
HEAD = 0.45


class Ego:
    """The friends of an actor on the left, its foes on the right, those who are both above and below it."""

    def __init__(self, dyads: nx.Graph, actor: str, language: str, most: int) -> None:
        import networkx as nx

        self.words = words(language)
        self.actor = actor
        around = [actor, *(dyads.neighbors(actor) if actor in dyads else ())]
        self.dyads = dyads.edge_subgraph([(actor, other) for other in around[1:]]) if len(around) > 1 else nx.Graph()
        rank = ranking(self.dyads)
        known = [t for t in ties(self.dyads) if self.dyads.nodes[self.other(t)].get("kind") != "group"]
        known.sort(key=lambda tie: (-tie.evidence, rank[self.other(tie)][1:]))
        self.ties = known[: min(most, CROWD)]
        self.names = {id_: printable(key[1]) for id_, key in rank.items()}
        self.sides = {kind: [tie for tie in self.ties if tie.kind == kind] for kind in TIES}
        labels = {kind: [inches(self.label(tie), NAME) for tie in self.sides[kind]] for kind in TIES}
        self.fan = Fan(self.sides, *(max(labels[kind], default=0) + 2 * GAP for kind in ("friendly", "hostile")))

    def other(self, tie: Tie) -> str:
        """Return who stands at the other end of a tie."""
        return tie.second if tie.first == self.actor else tie.first

    def label(self, tie: Tie) -> str:
        """Return the name at the other end, with friendly and hostile actions counted."""
        counts = [f"+{tie.friendly}" if tie.friendly else "", f"−{tie.hostile}" if tie.hostile else ""]
        return f"{self.names[self.other(tie)]} ({' '.join(filter(None, counts))})"

    def figure(self, name: str, title: str | None, caption: str) -> Figure:
        """Return the whole picture: title, actors, legend, caption; `name` is what the actor is called."""
        say = self.words
        title = title or say.titles["ego"].format(actors=printable(name))
        shown = self.dyads.edge_subgraph([(tie.first, tie.second) for tie in self.ties])
        told = caption_of(self.dyads, shown, say, caption)
        if not self.ties:
            return blank(title, told, say.no_ties.format(actors=printable(name)))
        wide, tall = self.fan.size
        height = max(tall + HEAD, 3.6)
        sheet = Sheet(wide + 0.2 + COLUMN, height, title, told)
        write_legend(sheet.axes(wide + 0.2, 0, COLUMN, height), self.rows())
        axes = sheet.axes(0, (height - tall - HEAD) / 2, wide, tall + HEAD)
        axes.set(xlim=(0, wide), ylim=(0, tall + HEAD))
        axes.set_axis_off()
        self.network(axes, printable(name))
        return sheet.figure

    def network(self, axes: Axes, name: str) -> None:
        """Draw ties, actors and names; a unit of the axes is an inch."""
        centre, places = self.fan.centre, self.fan.places()
        draw_ties(axes, [(tie, np.array([centre, place])) for tie, place in places.items()])
        for tie, (x, y) in places.items():
            color, _ = TIES[tie.kind]
            axes.scatter(x, y, s=45, c=color, edgecolors=PAPER, linewidths=0.8, zorder=3)
            self.write(axes, tie, x, y)
        self.headings(axes, places)
        box = {"boxstyle": "round,pad=0.5", "facecolor": PAPER, "edgecolor": INK, "linewidth": 1.2}
        told = wrapped(name, 11, 1.5, "bold")
        axes.text(*centre, told, ha="center", va="center", fontsize=11, fontweight="bold", color=INK, bbox=box, zorder=4)

    def write(self, axes: Axes, tie: Tie, x: float, y: float) -> None:
        """Write a name on the side that faces away from the middle."""
        told = self.label(tie)
        if tie.kind != "mixed":
            turn = -1 if tie.kind == "friendly" else 1
            side = "right" if turn < 0 else "left"
            axes.text(x + turn * GAP, y, told, ha=side, va="center_baseline", fontsize=NAME, color=INK, zorder=5)
            return
        turn = 1 if y > self.fan.centre[1] else -1
        side = "bottom" if turn > 0 else "top"
        told = wrapped(told, NAME, SLOT - 0.15)
        axes.text(x, y + turn * GAP, told, ha="center", va=side, fontsize=NAME, color=INK, zorder=5)

    def headings(self, axes: Axes, places: Mapping[Tie, Place]) -> None:
        """Say above each side what it holds."""
        for kind, align in (("friendly", "right"), ("hostile", "left"), ("mixed", "center")):
            side = self.sides[kind]
            if not side:
                continue
            x, y = places[side[0]]
            if kind == "mixed":
                x, y = self.fan.centre[0], axes.get_ylim()[1] - HEAD
            told = f"{self.words.sides[kind]} ({len(side)})"
            look = {"fontsize": HEADING, "fontweight": "bold", "color": TIES[kind][0]}
            axes.text(x, y + 0.2, told, ha=align, va="bottom", **look)

    def rows(self) -> list[Row]:
        """Return the legend."""
        say = self.words
        return [*kind_rows(say), *width_rows(say, self.ties), heading(say.counts), heading(say.counts_read)]
