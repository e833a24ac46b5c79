"""One actor in the middle, and around it everyone whom something joins to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from graphbuild.alliances import Tie, ranking, ties
from graphbuild.draw.caption import caption_of
from graphbuild.draw.fan import SLOT, TILT, Fan, Place
from graphbuild.draw.labels import printable
from graphbuild.draw.legend import COLUMN, Row, heading, kind_rows, note, width_rows, write_legend
from graphbuild.draw.sheet import Sheet, blank
from graphbuild.draw.style import DIM, INK, PAPER, TIES, Look
from graphbuild.draw.text import inches, wrapped
from graphbuild.draw.threads import draw_ties
from graphbuild.draw.words import NB, words

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CROWD = 100
NAME, HEADING, MIDDLE = 9.0, 10.0, 11.0
GAP = 0.12
HEAD = 0.28
LEAST = 3.6


class Ego:
    """The friends of an actor on the left, its foes on the right, who is both above, mere contacts below."""

    def __init__(self, dyads: nx.Graph, actor: str, language: str, most: int) -> None:
        self.words = words(language)
        self.actor = actor
        self.dyads = dyads.edge_subgraph(dyads.edges(actor) if actor in dyads else ())
        rank = ranking(self.dyads)
        known = [tie for tie in ties(self.dyads) if self.dyads.nodes[self.other(tie)].get("kind") != "group"]
        known.sort(key=lambda tie: (-tie.evidence, rank[self.other(tie)][1:]))
        self.ties = known[: min(most, CROWD)]
        self.names = {id_: printable(key[1]) for id_, key in rank.items()}
        sides = {kind: [tie for tie in self.ties if tie.kind == kind] for kind in TIES}
        self.fan = Fan(sides, {kind: self.room(kind, side) for kind, side in sides.items()})

    def other(self, tie: Tie) -> str:
        """Return who stands at the other end of a tie."""
        return tie.second if tie.first == self.actor else tie.first

    def label(self, tie: Tie) -> str:
        """Return the name at the other end, with friendly and hostile actions and contacts counted."""
        counts = (
            f"{sign}{count}"
            for sign, count in zip("+−⇄", (tie.friendly, tie.hostile, tie.contacts), strict=True)
            if count
        )
        return f"{self.names[self.other(tie)]} ({NB.join(counts)})"

    def heading(self, kind: str, side: Sequence[Tie]) -> str:
        """Return what a side is called, with the number of actors in it."""
        return f"{self.words.sides[kind]} ({len(side)})"

    def room(self, kind: str, side: Sequence[Tie]) -> float:
        """Return how wide the names of a side are, its heading included, with what keeps them clear."""
        if not side:
            return 2 * GAP
        widest = max(inches(self.label(tie), NAME) for tie in side)
        return max(widest, inches(self.heading(kind, side), HEADING, "bold")) + 2 * GAP

    def figure(self, name: str, title: str | None, caption: str) -> Figure:
        """Return the whole picture: title, actors, legend, caption; `name` is what the actor is called."""
        say, name = self.words, printable(name)
        title = title or say.titles["ego"].format(actors=name)
        shown = self.dyads.edge_subgraph([(tie.first, tie.second) for tie in self.ties])
        told = caption_of(self.dyads, shown, say, caption)
        if not self.ties:
            return blank(title, told, say.no_ties.format(actors=name))
        left, right, above, below = self.fan.margins()
        wide, tall = left + right, above + below + 2 * HEAD
        height = max(tall, LEAST)
        sheet = Sheet(wide + 0.2 + COLUMN, height, title, told)
        write_legend(sheet.axes(wide + 0.2, 0, COLUMN, height), self.rows())
        axes = sheet.axes(0, (height - tall) / 2, wide, tall)
        axes.set(xlim=(-left, right), ylim=(-below - HEAD, above + HEAD))
        axes.set_axis_off()
        self.network(axes, name)
        return sheet.figure

    def network(self, axes: Axes, name: str) -> None:
        """Draw ties, actors and names; a unit of the axes is an inch, the actor stands at 0."""
        places = self.fan.places(0, 0)
        draw_ties(axes, [(tie, np.array([(0.0, 0.0), place])) for tie, place in places.items()])
        for tie, (x, y) in places.items():
            color, _ = TIES[tie.kind]
            axes.plot(x, y, "o", markersize=7, markerfacecolor=color, markeredgecolor=PAPER, zorder=3)
            self.write(axes, tie, x, y)
        self.headings(axes, places)
        box: Look = {"boxstyle": "round,pad=0.5", "facecolor": PAPER, "edgecolor": INK, "linewidth": 1.2}
        look: Look = {"fontsize": MIDDLE, "fontweight": "bold", "color": INK, "ha": "center", "va": "center"}
        axes.text(0, 0, wrapped(name, MIDDLE, 1.6, "bold"), bbox=box, zorder=4, **look)

    def write(self, axes: Axes, tie: Tie, x: float, y: float) -> None:
        """Write a name on the side that faces away from the middle."""
        told = self.label(tie)
        look: Look = {"fontsize": NAME, "color": INK, "zorder": 5}
        if tie.kind in ("friendly", "hostile"):
            turn, side = (-1, "right") if tie.kind == "friendly" else (1, "left")
            axes.text(x + turn * GAP, y, told, ha=side, va="center_baseline", **look)
            return
        turn, side = (1, "bottom") if tie.kind == "mixed" else (-1, "top")
        if self.fan.tilted(tie.kind):
            axes.text(x, y + turn * GAP, told, ha="left", va=side, rotation=turn * TILT, rotation_mode="anchor", **look)
        else:
            axes.text(x, y + turn * GAP, wrapped(told, NAME, SLOT - 0.15), ha="center", va=side, **look)

    def headings(self, axes: Axes, places: dict[Tie, Place]) -> None:
        """Say beside each side what it holds: above it, or below the contacts."""
        low, high = axes.get_ylim()
        for kind, align in (("friendly", "right"), ("hostile", "left"), ("mixed", "center"), ("contact", "center")):
            side = self.fan.sides[kind]
            if not side:
                continue
            x, y = places[side[0]]
            at = {"mixed": (0, high), "contact": (0, low)}.get(kind, (x + GAP * (-1 if x < 0 else 1), y + 0.2))
            upper = {"mixed": "top"}.get(kind, "bottom")
            color = DIM if kind == "contact" else TIES[kind][0]
            look: Look = {"fontsize": HEADING, "fontweight": "bold", "color": color, "ha": align, "va": upper}
            axes.text(at[0], at[1], self.heading(kind, side), **look)

    def rows(self) -> list[Row]:
        """Return the legend."""
        say = self.words
        return [*kind_rows(say, self.ties), *width_rows(say, self.ties), heading(say.counts), note(say.counts_read)]
