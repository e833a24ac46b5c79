"""The timeline: friendly actions above the line, hostile ones below, contacts and the volume of the corpus beneath."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from graphbuild.draw.bars import Bars
from graphbuild.draw.bins import By
from graphbuild.draw.caption import corpus_told
from graphbuild.draw.chosen import Chosen
from graphbuild.draw.labels import printable
from graphbuild.draw.sheet import Sheet, blank
from graphbuild.draw.style import BLUE, GREY, INK, PALE, PAPER, VERMILION, Look
from graphbuild.draw.tally import leading, tally
from graphbuild.draw.words import words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, LEFT = 10.5, 0.75
ACTIONS, STRIP, GAP, FOOT = 3.2, 0.75, 0.22, 0.45  # heights in inches
LOOKS: dict[str, Look] = {
    "friendly": {"facecolor": BLUE},
    "hostile": {"facecolor": VERMILION, "hatch": "////", "edgecolor": "white"},
    "contact": {"facecolor": PALE, "hatch": "....", "edgecolor": GREY},
    "articles": {"facecolor": GREY},
}
TURNS = {"friendly": 1, "hostile": -1}


class Timeline:
    """What happened in a corpus, to one actor or between two, by week or month."""

    def __init__(self, chosen: Chosen, language: str, actors: tuple[str, ...] = (), by: By | None = None) -> None:
        self.words = words(language)
        self.names = {id_: printable(name) for id_, name in chosen.names().items()}
        self.actors = actors
        self.tally = tally(chosen, actors, by)

    def figure(self, title: str | None, caption: str) -> Figure:
        """Return the whole picture: title, bars, volume of the corpus, caption."""
        say, found = self.words, self.tally
        told = " ".join(filter(None, [corpus_told(caption), self.counted(), self.left_out()]))
        title = title or self.title()
        if not found.shown:
            return blank(title, told, say.nothing_dated)
        bars = Bars(found.starts, found.by, say)
        strips = [("articles", found.articles, say.articles)]
        if found.count["contact"]:
            strips.append(("contact", found.count["contact"], say.contacts))
        sheet = Sheet(WIDTH, FOOT + (STRIP + GAP) * len(strips) + ACTIONS, title, told)
        for number, (what, counts, label) in enumerate(strips):
            axes = sheet.axes(LEFT, FOOT + number * (STRIP + GAP), WIDTH - LEFT, STRIP)
            self.strip(axes, bars, counts, label, LOOKS[what])
        self.actions(sheet.axes(LEFT, sheet.body - ACTIONS, WIDTH - LEFT, ACTIONS), bars)
        for axes in sheet.figure.axes[1:]:
            axes.tick_params(labelbottom=False)
        sheet.figure.align_ylabels()
        return sheet.figure

    def title(self) -> str:
        """Return what the picture is called, with the actors that it is about."""
        plain, told = self.words.titles["timeline"], self.between(self.actors)
        return self.words.of_actors.format(title=plain, actors=told) if told else plain

    def between(self, actors: Iterable[str]) -> str:
        """Return the names of actors."""
        return " – ".join(self.names.get(actor, actor) for actor in actors)

    def counted(self) -> str:
        """Return how many actions the bars show."""
        count = {side: bars.total() for side, bars in self.tally.count.items()}
        told = {"friendly": count["friendly"], "hostile": count["hostile"], "contacts": count["contact"]}
        return self.words.counted.format(**told, by_article=self.tally.by_article) if self.tally.shown else ""

    def left_out(self) -> str:
        """Return how many actions no bar shows, and why."""
        say, found = self.words, self.tally
        counts = (say.undated, found.undated), (say.vague[found.by], found.vague), (say.outside, found.outside)
        parts = [text.format(count=count) for text, count in counts if count]
        return say.unplaced.format(parts=", ".join(parts)) if parts else ""

    def actions(self, axes: Axes, bars: Bars) -> None:
        """Draw friendly bars upwards, hostile ones downwards, on one scale."""
        most = {side: max(self.tally.count[side].values(), default=1) for side in TURNS}
        pad = 0.14 * sum(most.values())
        axes.set_ylim(-most["hostile"] - pad, most["friendly"] + pad)
        axes.axhline(0, color=INK, linewidth=0.8)
        bars.dress(axes, self.words.actions[self.tally.by])
        axes.yaxis.set_major_formatter(lambda value, _: self.words.decimals(abs(value)))
        for side, turn in TURNS.items():
            bars.draw(axes, {day: turn * count for day, count in self.tally.count[side].items()}, LOOKS[side])
            self.peak(axes, bars, side)
            self.side(axes, bars, side)
        if self.tally.missing > self.tally.shown:
            self.middle(axes, 0.03, self.words.more_unshown)

    def peak(self, axes: Axes, bars: Bars, side: str) -> None:
        """Name the pair behind the tallest bar of a side, where one leads."""
        start = tallest(self.tally.count[side])
        lead = leading(self.tally.pairs[side, start]) if start and len(self.actors) < 2 else None
        if not start or not lead:
            return
        pair, count = lead
        told = self.between(actor for actor in pair if actor not in self.actors)
        share, turn = bars.share(start), TURNS[side]
        look: Look = {"fontsize": 8, "color": INK, "textcoords": "offset points"}
        look["ha"] = "left" if share < 0.3 else "right" if share > 0.7 else "center"
        look["va"] = "bottom" if turn > 0 else "top"
        at = bars.middle(start), turn * self.tally.count[side][start]
        axes.annotate(self.words.of_which.format(pair=told, count=count), at, (0, 3 * turn), **look)

    def side(self, axes: Axes, bars: Bars, side: str) -> None:
        """Say what a side is and how much it holds, in the corner away from its tallest bar."""
        start = tallest(self.tally.count[side])
        x, align = (0.995, "right") if start and bars.share(start) < 0.45 else (0.005, "left")
        y, fixed = (1.0, "top") if TURNS[side] > 0 else (0.0, "bottom")
        look: Look = {"fontsize": 9, "fontweight": "bold", "color": LOOKS[side]["facecolor"], "ha": align, "va": fixed}
        look["bbox"] = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
        told = f"{getattr(self.words, side)} ({self.tally.count[side].total()})"
        axes.text(x, y, told, transform=axes.transAxes, **look)

    def strip(self, axes: Axes, bars: Bars, counts: Mapping[date, int], label: str, looks: Look) -> None:
        """Draw a small row of bars."""
        bars.draw(axes, counts, looks)
        axes.set_ylim(0, max(counts.values(), default=1) * 1.1)
        bars.dress(axes, label)
        if not counts:
            self.middle(axes, 0.4, self.words.no_dated_article)

    def middle(self, axes: Axes, y: float, text: str) -> None:
        """Write a remark into the middle of axes."""
        axes.text(0.5, y, text, transform=axes.transAxes, ha="center", va="bottom", fontsize=9, color=INK)


def tallest(counts: Mapping[date, int]) -> date | None:
    """Return the first of the days with the highest count."""
    return min(counts, key=lambda day: (-counts[day], day), default=None)
