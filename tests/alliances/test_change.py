"""Intervals, periods, who moved, who stands between, and how sources differ."""

from __future__ import annotations

import pytest
from scipy.stats import binomtest

from graphbuild.alliances import Tie, mediators, moves, series, views
from graphbuild.alliances.interval import wilson
from graphbuild.alliances.periods import move_of, period_of
from graphbuild.alliances.timeline import days_of, moves_section, periods_section
from graphbuild.errors import ScopeError
from tests.alliances.world import CHIEF, MIDDLE, NORTH, SOUTH, event, graph_of, paper, press, told
from tests.factories import make_article

A, B, C = NORTH
X, Y, _ = SOUTH
PAPERS = [paper(n) for n in range(9)]
OLD, NEW = ("2023-01-01", "2023-12-31"), ("2024-01-01", "2024-12-31")


@pytest.mark.parametrize(("hits", "trials"), [(0, 1), (3, 3), (4, 4), (1, 7), (50, 100), (0, 900)])
def test_wilson_is_what_scipy_says(hits: int, trials: int) -> None:
    known = binomtest(hits, trials).proportion_ci(method="wilson")
    assert wilson(hits, trials) == pytest.approx((known.low, known.high), abs=1e-12)


def test_three_of_three_prove_nothing_and_four_of_four_do() -> None:
    assert wilson(0, 0) == (0, 1)
    assert not Tie("a", "b", 3, 0).sure
    assert Tie("a", "b", 4, 0).sure and Tie("a", "b", 0, 4).sure
    assert not Tie("a", "b", 5, 5).sure


@pytest.mark.parametrize(
    ("days", "by", "period"),
    [
        (("2025-08-01", "2025-08-31"), "month", "2025-08"), (("2025-08-31", "2025-09-01"), "month", None),
        (("2025-01-01", "2025-12-31"), "year", "2025"), (("2024-12-30", "2025-01-05"), "week", "2025-W01"),
        (("2014-01-01", "2014-12-31"), "month", None), (None, "year", None),
    ],
)  # fmt: skip
def test_a_period_holds_all_days_or_none(days: tuple[str, str] | None, by: str, period: str | None) -> None:
    assert period_of(days, by) == period


def test_periods_add_up_to_the_whole() -> None:
    graph = told(
        PAPERS, *(event(A, B, "ACCUSE", "a0", time=t) for t in ("2023-05-01", "2024-05-01", "2022", "2024-05"))
    )
    told_by = series(graph, "month")[A.id, B.id]
    assert [(when, tie.hostile) for when, tie in told_by.items()] == [("2023-05", 1), ("2024-05", 2), (None, 1)]
    section = periods_section(graph, "month")
    assert sum(row[section.columns.index("hostile")] for row in section.rows) == 4
    volume = {row[0]: row[section.columns.index("corpus")] for row in section.rows}
    assert (volume["2024-05"], volume["2023-05"]) == (9, 0)


def yearly(pair, year: int, friendly: int, hostile: int):
    one, other = pair
    made = [("SUPPORT", n) for n in range(friendly)] + [("ACCUSE", n) for n in range(hostile)]
    return [event(one, other, kind, "a0", time=f"{year}-03-{n + 1:02}") for kind, n in made]


def test_who_moved_closer_who_apart_and_of_whom_nobody_knows() -> None:
    events = [
        *yearly((A, B), 2023, 0, 8), *yearly((A, B), 2024, 8, 0),
        *yearly((A, C), 2023, 8, 0), *yearly((A, C), 2024, 0, 8),
        *yearly((B, C), 2023, 1, 0), *yearly((B, C), 2024, 0, 1),
        *yearly((A, X), 2023, 4, 0),
    ]  # fmt: skip
    found = {m.before.second: m for m in moves(told(PAPERS, *events), OLD, NEW) if m.before.first == A.id}
    assert {other: (m.change, m.verdict) for other, m in found.items()} == {B.id: (1, "closer"), C.id: (-1, "apart")}
    last = moves(told(PAPERS, *events), OLD, NEW)[-1]
    assert (last.before.first, last.before.second, last.verdict) == (B.id, C.id, "unclear")
    assert all(-1.0000001 <= m.low <= m.change <= m.high <= 1.0000001 for m in found.values())


@pytest.mark.parametrize(
    ("new", "old", "low", "high"), [((56, 14), (48, 32), 0.0524, 0.3339), ((9, 1), (3, 7), 0.1705, 0.8090)]
)
def test_the_interval_of_a_change_is_newcombes(new: tuple, old: tuple, low: float, high: float) -> None:
    # two examples of Newcombe 1998, method 10
    move = move_of(Tie("a", "b", *old), Tie("a", "b", *new))
    assert (round(move.low, 4), round(move.high, 4)) == (low, high)


def test_the_last_two_periods_are_compared_unless_two_are_named() -> None:
    graph = told(PAPERS, *(e for year in (2021, 2023, 2024) for e in yearly((A, B), year, 2, 2)))
    assert moves_section(graph, "year", None).notes == {"before": "2023", "after": "2024"}
    assert moves_section(graph, "year", ("2021", "2023/2024")).notes == {"before": "2021", "after": "2023/2024"}
    with pytest.raises(ScopeError, match="no two periods"):
        moves_section(told(PAPERS), "year", None)
    with pytest.raises(ScopeError, match="'hier' is no period"):
        moves_section(graph, "year", ("hier", "2024"))


@pytest.mark.parametrize(
    ("period", "days"),
    [("2025", ("2025-01-01", "2025-12-31")), ("2025-W33", ("2025-08-11", "2025-08-17")),
     ("2025-01/2025-06", ("2025-01-01", "2025-06-30")), ("2025-08-15", ("2025-08-15", "2025-08-15"))],
)  # fmt: skip
def test_periods_as_one_writes_them(period: str, days: tuple[str, str]) -> None:
    assert days_of(period) == days


@pytest.mark.parametrize("period", ["2025-W60", "W33", "", "2025-13", "x-Wy"])
def test_what_is_no_period(period: str) -> None:
    with pytest.raises(ScopeError):
        days_of(period)


def test_go_betweens_speak_with_both_sides() -> None:
    found = mediators(graph_of(press()))
    assert {(m.actor, m.first, m.second, m.friend_of) for m in found} == {("milieu", "nord-1", "sud-1", 0)}
    friend = told(
        PAPERS, event(A, X, "ASSAULT", "a0"), event(MIDDLE, A, "AID", "a0"), event(MIDDLE, X, "CONSULT", "a0")
    )
    assert [(m.actor, m.friend_of, m.evidence) for m in mediators(friend)] == [("milieu", 1, 1)]


def test_an_enemy_of_one_side_or_one_of_its_own_is_no_go_between() -> None:
    war = event(A, X, "ASSAULT", "a0")
    hostile = told(PAPERS, war, event(MIDDLE, A, "ACCUSE", "a0"), event(MIDDLE, X, "CONSULT", "a0"))
    assert mediators(hostile) == []
    own = told(PAPERS, war, event(CHIEF, A, "SUPPORT", "a0"), event(CHIEF, X, "CONSULT", "a0"))
    assert mediators(own) == []


def test_sources_that_differ_on_one_pair() -> None:
    papers = [
        make_article(f"a{n}", outlet="Le Oui" if n < 5 else "Le Non", date=f"2024-01-{n + 1:02}") for n in range(9)
    ]
    events = [event(A, B, "SUPPORT" if n < 5 else "ACCUSE", f"a{n}") for n in range(9)]
    (seen,) = views(told(papers, *events, event(A, C, "ACCUSE", "a0")))
    assert [(outlet, tie.friendly, tie.hostile, tie.articles) for outlet, tie in seen.ties] == [
        ("Le Non", 0, 4, 4), ("Le Oui", 5, 0, 5),
    ]  # fmt: skip
    assert (seen.spread, seen.differ) == (1, True)
    agreed = views(graph_of(press()))
    assert agreed and all(v.spread == 0 and not v.differ for v in agreed)
