"""What happened, counted by week or month, and what no bar can show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from graphbuild.alliances.happenings import Happening
from graphbuild.alliances.sides import SIDES
from graphbuild.draw.bins import By, after, bin_of, bins, fitting, placed
from graphbuild.draw.chosen import Chosen

Pair = tuple[str, str]
LEAST, LONGEST = 12, 600
"""How many bins are shown at most: the latest."""


@dataclass(slots=True)
class Tally:
    """How much happened in each bin, by side and by the bin's first day; `pairs` says between whom."""

    by: By
    starts: list[date]
    count: dict[str, Counter[date]] = field(default_factory=lambda: {side: Counter() for side in SIDES})
    articles: Counter[date] = field(default_factory=Counter)
    pairs: dict[tuple[str, date], Counter[Pair]] = field(default_factory=dict)
    by_article: int = 0
    vague: int = 0
    undated: int = 0
    outside: int = 0

    @property
    def shown(self) -> int:
        """How many actions stand in a bar."""
        return sum(bars.total() for bars in self.count.values())

    @property
    def missing(self) -> int:
        """How many stand in none."""
        return self.vague + self.undated + self.outside

    def add(self, happening: Happening, own_day: bool) -> None:
        """Count an action; `own_day` tells whether it bears its day itself and not from its article."""
        start = placed(happening.days, self.by) if happening.days else None
        if not happening.days:
            self.undated += 1
        elif start is None:
            self.vague += 1
        elif not self.starts[0] <= start <= self.starts[-1]:
            self.outside += 1
        else:
            self.by_article += not own_day
            self.count[happening.side][start] += 1
            self.pairs.setdefault((happening.side, start), Counter())[happening.pair] += 1


def tally(chosen: Chosen, actors: Collection[str] = (), by: By | None = None) -> Tally:
    """Count what these actors did by week or month, as fits the days covered unless `by` says.

    With one actor that is all it takes part in, with two what happened between them.
    """
    found = [happening for happening in chosen.happenings() if set(actors) <= set(happening.pair)]
    papers = chosen.days()
    own = [happening.days for happening in found if happening.days]
    if not papers and not own:
        return Tally(by or "month", [], undated=len(found))
    first, last = edges(papers or own)
    by = by or fitting(first, last)
    told = Tally(by, list(covered(first, last, [day for day, _ in own], by))[-LONGEST:])
    told.articles.update(bin_of(date.fromisoformat(first), by) for first, _ in papers)
    for happening in found:
        told.add(happening, not chosen.dated.isdisjoint(happening.events))
    return told


def edges(days: Collection[tuple[str, str]]) -> tuple[date, date]:
    """Return the first and the last day."""
    return date.fromisoformat(min(first for first, _ in days)), date.fromisoformat(max(last for _, last in days))


def covered(first: date, last: date, days: Iterable[str], by: By) -> Iterator[date]:
    """Return the bins from the first article to the last, and on either side as far as actions reach.

    That is at most the same length again, or twelve bins where that is more: news recall old days, which would leave
    the sheet empty.
    """
    around = max(sum(1 for _ in bins(first, last, by)), LEAST)
    low, high = after(bin_of(first, by), by, -around), after(bin_of(last, by), by, around + 1)
    near = [day for day in map(date.fromisoformat, days) if low <= day < high]
    return bins(min([first, *near]), max([last, *near]), by)


def leading(pairs: Counter[Pair]) -> tuple[Pair, int] | None:
    """Return the pair that alone did the most, a third of it at least and not just once, and how much that was."""
    (pair, count), *others = pairs.most_common(2)
    alone = not others or others[0][1] < count
    return (pair, count) if alone and count > 1 and 3 * count >= pairs.total() else None
