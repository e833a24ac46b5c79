"""Events counted by week or month, and those that no bar can show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from graphbuild.draw.bins import By, bin_of, bins, fitting, placed
from graphbuild.draw.chosen import Chosen
from graphbuild.graph import pairs
from graphbuild.model import Event
from graphbuild.timespan import bounds

Pair = tuple[str, str]
LONGEST = 600
"""How many bins are shown at most: the latest."""


@dataclass(slots=True)
class Tally:
    """What happened in each bin, by the bin's first day; `pairs` says between whom, for each sign and bin."""

    by: By
    starts: list[date]
    count: dict[int, Counter[date]] = field(default_factory=lambda: {1: Counter(), -1: Counter()})
    articles: Counter[date] = field(default_factory=Counter)
    pairs: dict[tuple[int, date], Counter[Pair]] = field(default_factory=dict)
    by_article: int = 0
    vague: int = 0
    undated: int = 0
    outside: int = 0

    @property
    def shown(self) -> int:
        """How many events stand in a bar."""
        return sum(bar.total() for bar in self.count.values())


def involving(chosen: Chosen, actors: Collection[str]) -> list[Event]:
    """Return the signed events of an actor, or those between two; all where no actor is given."""
    wanted = set(actors)
    return [event for event in chosen.signed if any(wanted <= set(pair) for pair in pairs(event))]


def tally(chosen: Chosen, actors: Collection[str] = (), by: By | None = None) -> Tally:
    """Count the signed events of these actors by week or month, as fits the days covered unless `by` says.

    An event without a date of its own happened when its article appeared. The days covered are those of the
    articles, or where none bears a date those of the events.
    """
    papers = chosen.days
    events = involving(chosen, actors)
    days = list(papers.values()) or [found for event in events if (found := bounds(event.time))]
    if not days:
        return Tally(by or "month", [], undated=len(events))
    first, last = (date.fromisoformat(edge) for edge in (min(days)[0], max(day for _, day in days)))
    by = by or fitting(first, last)
    found = Tally(by, list(bins(first, last, by))[-LONGEST:])
    found.articles.update(bin_of(date.fromisoformat(first), by) for first, _ in papers.values())
    for event in events:
        _add(found, event, papers.get(event.doc), set(actors))
    return found


def _add(found: Tally, event: Event, paper: tuple[str, str] | None, actors: set[str]) -> None:
    own = bounds(event.time)
    when = own or paper
    if when is None:
        found.undated += 1
        return
    start = placed(when, found.by)
    if start is None:
        found.vague += 1
    elif not found.starts[0] <= start <= found.starts[-1]:
        found.outside += 1
    else:
        sign = 1 if event.sign > 0 else -1
        found.by_article += own is None
        found.count[sign][start] += 1
        between = {(min(pair), max(pair)) for pair in pairs(event) if actors <= set(pair)}
        found.pairs.setdefault((sign, start), Counter()).update(sorted(between))
