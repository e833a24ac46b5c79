"""The sections of the report that go by period."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

import networkx as nx  # type: ignore[import-untyped, unused-ignore]

from graphbuild.alliances.happenings import Days
from graphbuild.alliances.periods import moves, period_of, series
from graphbuild.alliances.report import COUNTS, PAIR, counts_of, pair_of
from graphbuild.alliances.section import Cell, Section
from graphbuild.alliances.ties import ranking
from graphbuild.errors import ScopeError
from graphbuild.timespan import bounds


def periods_section(dyads: nx.Graph, by: str) -> Section:
    """Return all actions by period, with the number of articles of the corpus; the last row holds what fits none."""
    count: dict[str | None, Counter[str]] = defaultdict(Counter)
    tellers: dict[str | None, set[str]] = defaultdict(set)
    for _, _, shared in dyads.edges(data="happenings"):
        for happening in shared:
            when = period_of(happening.days, by)
            count[when][happening.side] += 1
            tellers[when].update(happening.articles)
    volume = Counter(period_of(bounds(day), by) for day in dyads.graph.get("dates", {}).values())
    rows: list[tuple[Cell, ...]] = [
        (when, *(count[when][side] for side in ("friendly", "hostile", "contact")), len(tellers[when]), volume[when])
        for when in sorted(count.keys() | volume.keys(), key=lambda when: (when is None, when))
    ]
    return Section("periods", ("period", "friendly", "hostile", "contacts", "telling", "corpus"), rows, "period")


def series_section(dyads: nx.Graph, by: str) -> Section:
    """Return each pair by period, the best-attested pair first."""
    rank = ranking(dyads)
    found = sorted(series(dyads, by).items(), key=lambda item: -sum(tie.evidence for tie in item[1].values()))
    rows = [
        (*pair_of(dyads, *pair), when, tie.kind, *counts_of(tie), tie.articles, tie.outlets)
        for pair, told in found
        if pair[0] in rank
        for when, tie in told.items()
    ]
    return Section("series", (*PAIR, "period", "kind", *COUNTS, "articles", "outlets"), rows)


def moves_section(dyads: nx.Graph, by: str, compare: tuple[str, str] | None) -> Section:
    """Return who moved closer or apart between two periods, or else the last two that have actions with a side."""
    before, after = compare or _last_two(dyads, by)
    found = moves(dyads, days_of(before), days_of(after))
    columns = (*PAIR, "verdict", "before", "after", "change", "low", "high", "friendly_before", "hostile_before",
               "friendly_after", "hostile_after")  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            *pair_of(dyads, m.before.first, m.before.second),
            m.verdict,
            *(round(tie.friendly / tie.sided, 4) for tie in (m.before, m.after)),
            *(round(value, 4) for value in (m.change, m.low, m.high)),
            *(n for tie in (m.before, m.after) for n in (tie.friendly, tie.hostile)),
        )
        for m in found
    ]
    return Section("moves", columns, rows, notes={"before": before, "after": after})


def days_of(period: str) -> Days:
    """Return the first and last day of a period: a year, a month, a day, an ISO week, or two of them with a slash."""
    days = bounds(period) or _week(period)
    if days is None:
        raise ScopeError(f"{period!r} is no period; write it as 2025, 2025-08, 2025-W33, 2025-08-15 or 2025-01/2025-06")
    return days


def _week(period: str) -> Days | None:
    year, _, week = period.partition("-W")
    try:
        return (
            date.fromisocalendar(int(year), int(week), 1).isoformat(),
            date.fromisocalendar(int(year), int(week), 7).isoformat(),
        )
    except ValueError:
        return None


def _last_two(dyads: nx.Graph, by: str) -> tuple[str, str]:
    sided = (h for _, _, shared in dyads.edges(data="happenings") for h in shared if h.side != "contact")
    known = sorted({when for happening in sided if (when := period_of(happening.days, by))})
    if len(known) < 2:
        raise ScopeError(f"there are no two periods to compare ({by}s with dated actions: {len(known)}); name two")
    return known[-2], known[-1]
