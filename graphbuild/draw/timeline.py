"""The timeline: friendly actions above the line, hostile ones below, and under them how much the corpus holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from graphbuild.draw.bins import By, after
from graphbuild.draw.caption import corpus_told
from graphbuild.draw.chosen import Chosen
from graphbuild.draw.labels import printable
from graphbuild.draw.sheet import Sheet, blank
from graphbuild.draw.style import BLUE, GREY, INK, PALE, VERMILION
from graphbuild.draw.tally import Tally, tally
from graphbuild.draw.ticks import ticks
from graphbuild.draw.words import words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, UPPER, LOWER, LEFT = 10.5, 3.4, 1.1, 0.75
FEWEST = 8  # bins: a single bar must not fill the sheet
SIDES = {1: (BLUE, ""), -1: (VERMILION, "////")}


class Timeline:
    """The signed events of a corpus, of one actor or of a pair, by week or month."""

    def __init__(self, chosen: Chosen, language: str, actors: tuple[str, ...] = (), by: By | None = None) -> None:
        self.words = words(language)
        self.names = {id_: printable(name) for id_, name in chosen.names().items()}
        self.actors = actors
        self.tally: Tally = tally(chosen, actors, by)

    def figure(self, title: str | None, caption: str) -> Figure:
        """Return the whole picture: title, bars, volume of the corpus, caption."""
        say = self.words
        told = " ".join(filter(None, [corpus_told(caption), self.counted(), self.left_out()]))
        title = title or self.title()
        if not self.tally.shown:
            return blank(title, told, say.nothing_dated)
        sheet = Sheet(WIDTH, UPPER + LOWER + 0.75, title, told)
        upper = sheet.axes(LEFT, LOWER + 0.6, WIDTH - LEFT, UPPER)
        lower = sheet.axes(LEFT, 0.45, WIDTH - LEFT, LOWER)
        self.actions(upper)
        self.volume(lower)
        return sheet.figure

    def title(self) -> str:
        """Return what the picture is called, with the actors that it is about."""
        plain = self.words.titles["timeline"]
        told = " – ".join(self.names.get(actor, actor) for actor in self.actors)
        return self.words.of_actors.format(title=plain, actors=told) if told else plain

    def counted(self) -> str:
        """Return how many actions the bars show."""
        count = {sign: bar.total() for sign, bar in self.tally.count.items()}
        if not self.tally.shown:
            return ""
        return self.words.counted.format(friendly=count[1], hostile=count[-1], by_article=self.tally.by_article)

    def left_out(self) -> str:
        """Return how many actions no bar shows, and why."""
        say, found = self.words, self.tally
        counts = (say.undated, found.undated), (say.vague[found.by], found.vague), (say.outside, found.outside)
        parts = [text.format(count=count) for text, count in counts if count]
        return say.unplaced.format(parts=", ".join(parts)) if parts else ""

    def actions(self, axes: Axes) -> None:
        """Draw friendly bars upwards, hostile ones downwards, on one scale."""
        for sign, (color, hatch) in SIDES.items():
            self.bars(axes, {day: sign * n for day, n in self.tally.count[sign].items()}, facecolor=color, hatch=hatch)
        high, low = (max(self.tally.count[sign].values(), default=0) for sign in (1, -1))
        axes.set_ylim(-(low * 1.25 + 0.5), high * 1.25 + 0.5)
        axes.axhline(0, color=INK, linewidth=0.8)
        self.dress(axes, self.words.actions[self.tally.by])
        axes.yaxis.set_major_formatter(lambda value, _: self.words.decimals(abs(value)))
        axes.tick_params(labelbottom=False)
        for sign, word, edge in ((1, self.words.friendly, 1.0), (-1, self.words.hostile, 0.0)):
            told = f"{word} ({self.tally.count[sign].total()})"
            axes.text(0.005, edge, told, transform=axes.transAxes, va="top" if sign > 0 else "bottom", color=SIDES[sign][0], fontsize=9, fontweight="bold")
            self.peak(axes, sign)

    def peak(self, axes: Axes, sign: int) -> None:
        """Name the pair behind the tallest bar of a side, where one pair leads."""
        bars = self.tally.count[sign]
        if not bars or len(self.actors) > 1:
            return
        start = min(bars, key=lambda day: (-bars[day], day))
        (pair, lead), *others = self.tally.pairs[sign, start].most_common(2)
        if lead < 2 or others and others[0][1] == lead:
            return
        told = " – ".join(self.names.get(actor, actor) for actor in pair if (actor,) != self.actors)
        x, left, right = self.middle(start), *axes.get_xlim()
        align = "left" if (x - left) < 0.25 * (right - left) else "right" if (right - x) < 0.25 * (right - left) else "center"
        offset = (0, 4 * sign)
        axes.annotate(f"{told} ({lead})", (x, sign * bars[start]), offset, textcoords="offset points", ha=align, va="bottom" if sign > 0 else "top", fontsize=8, color=INK)

    def volume(self, axes: Axes) -> None:
        """Draw how many articles there are of each bin."""
        self.bars(axes, self.tally.articles, facecolor=GREY)
        axes.set_ylim(0, max(self.tally.articles.values(), default=1) * 1.1 + 0.1)
        self.dress(axes, self.words.articles[self.tally.by])

    def bars(self, axes: Axes, heights: dict[date, int], **looks: Any) -> None:
        """Draw a bar for each bin that has anything."""
        days = sorted(day for day in heights if day in set(self.tally.starts))
        lengths = [(after(day, self.tally.by) - day).days for day in days]
        lefts = [day.toordinal() + 0.06 * length for day, length in zip(days, lengths, strict=True)]
        axes.bar(lefts, [heights[day] for day in days], [0.88 * length for length in lengths], align="edge", edgecolor="white", linewidth=0, **looks)

    def dress(self, axes: Axes, label: str) -> None:
        """Give axes their days, their label and whole numbers."""
        from matplotlib.ticker import MaxNLocator

        starts, by = self.tally.starts, self.tally.by
        missing = max(FEWEST - len(starts), 0)
        first, end = after(starts[0], by, -(missing // 2)), after(starts[-1], by, 1 + (missing + 1) // 2)
        axes.set_xlim(first.toordinal(), end.toordinal())
        marks = ticks(first, end, by, self.words)
        axes.set_xticks([day.toordinal() for day, _ in marks], [text for _, text in marks])
        axes.yaxis.set_major_locator(MaxNLocator(6, integer=True))
        axes.set_ylabel(label, fontsize=8.5, color=INK)
        axes.tick_params(labelsize=8, labelcolor=INK, color=GREY, length=3)
        axes.grid(axis="y", color=PALE, linewidth=0.5)
        axes.set_axisbelow(True)
        axes.spines[["top", "right", "bottom"]].set_visible(False)
        axes.spines["left"].set_color(GREY)

    def middle(self, start: date) -> float:
        """Return the middle of a bin on the axis of days."""
        return (start.toordinal() + after(start, self.tally.by).toordinal()) / 2
