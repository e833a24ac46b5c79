"""How pairs change: counts by year, month or week, and who moved closer or apart between two periods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from math import sqrt

import networkx as nx  # type: ignore[import-untyped, unused-ignore]

from graphbuild.alliances.dyads import edge_attributes
from graphbuild.alliances.happenings import Days, Happening
from graphbuild.alliances.ties import Tie

PERIODS: dict[str, Callable[[str], str]] = {
    "year": lambda day: day[:4],
    "month": lambda day: day[:7],
    "week": lambda day: "{}-W{:02}".format(*date.fromisoformat(day).isocalendar()[:2]),
}


def period_of(days: Days | None, by: str) -> str | None:
    """Return the year ("2025"), month ("2025-08") or ISO week ("2025-W33") that holds all the days, if one does."""
    if days is None:
        return None
    first, last = (PERIODS[by](day) for day in days)
    return first if first == last else None


def series(dyads: nx.Graph, by: str) -> dict[tuple[str, str], dict[str | None, Tie]]:
    """Return the tie of each pair in each period, pairs by id and periods in order; None holds what fits no period."""
    found = {}
    for *pair, data in dyads.edges(data=True):
        told: dict[str | None, list[Happening]] = defaultdict(list)
        for happening in data["happenings"]:
            told[period_of(happening.days, by)].append(happening)
        one, other = sorted(pair)
        found[one, other] = {
            when: tie_of((one, other), told[when]) for when in sorted(told, key=lambda w: (w is None, w))
        }
    return dict(sorted(found.items()))


def tie_of(pair: tuple[str, str], shared: Iterable[Happening]) -> Tie:
    """Return the tie that some of the actions between two actors make."""
    data = edge_attributes(list(shared))
    return Tie(*pair, *(data[name] for name in ("friendly", "hostile", "articles", "contacts", "outlets")))


@dataclass(frozen=True, slots=True)
class Move:
    """A pair in two periods.

    `change` is the difference of its friendly shares (-1…1, above 0 closer), `low` and `high` its 95 % interval;
    `verdict` is "closer" or "apart" where that leaves out 0, else "unclear".
    """

    before: Tie
    after: Tie
    change: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        """closer, apart or unclear."""
        if self.low > 0:
            return "closer"
        return "apart" if self.high < 0 else "unclear"


def moves(dyads: nx.Graph, before: Days, after: Days) -> list[Move]:
    """Return the pairs with actions that take a side in both periods, the surest and largest changes first.

    A period is its first and its last day (ISO); an action counts in it where all days that it may bear are in it. The
    interval of the difference of two shares is Newcombe's (1998, method 10), made of the two Wilson intervals.
    """
    found = []
    for *pair, data in dyads.edges(data=True):
        one, other = sorted(pair)
        parts = [[h for h in data["happenings"] if _within(h.days, period)] for period in (before, after)]
        if all(any(h.side != "contact" for h in part) for part in parts):
            found.append(move_of(*(tie_of((one, other), part) for part in parts)))
    return sorted(found, key=lambda m: (m.verdict == "unclear", -abs(m.change), m.before.first, m.before.second))


def _within(days: Days | None, period: Days) -> bool:
    return days is not None and period[0] <= days[0] and days[1] <= period[1]


def move_of(before: Tie, after: Tie) -> Move:
    """Return the change between two ties of one pair."""
    old, new = (tie.friendly / tie.sided for tie in (before, after))
    (low1, high1), (low2, high2) = before.interval, after.interval
    change = new - old
    low = change - sqrt((new - low2) ** 2 + (high1 - old) ** 2)
    high = change + sqrt((high2 - new) ** 2 + (old - low1) ** 2)
    return Move(before, after, change, low, high)
