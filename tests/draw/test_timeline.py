"""The timeline: bars that say what happened when, and a caption that says what no bar can show."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.dates import num2date

from graphbuild.draw import Wish, picture
from graphbuild.draw.bins import after, bin_of, bins, fitting, placed
from graphbuild.draw.english import ENGLISH
from graphbuild.draw.french import FRENCH
from graphbuild.draw.ticks import ticks
from tests.draw.world import corpus, cut, fact, overlaps, said

SIXTY = st.dates(date(1990, 1, 1), date(2050, 1, 1))


def drawn(source: Any, *actors: str, **wish: Any) -> Any:
    figure = picture(source, Wish("timeline", actors, **wish)).figure
    figure.canvas.draw()
    return figure


def bars(axes: Any) -> dict[str, float]:
    """Return the height of each bar by its first day; the days lie well within the bin."""
    found = {}
    for patch in axes.patches:
        day = date.fromordinal(int(patch.get_x() + patch.get_width() / 2))
        found[day.isoformat()[:7]] = found.get(day.isoformat()[:7], 0) + patch.get_height()
    return found


FACTS = [
    fact("Aa", "AID", "Bb", "a1", "2025-01-10", start=1),
    fact("Aa", "SUPPORT", "Bb", "a1", "2025-01-20", start=2),
    fact("Bb", "ASSAULT", "Cc", "a1", "2025-03-02", start=3),
    fact("Aa", "ACCUSE", "Cc", "a2", start=4),
    fact("Aa", "CONSULT", "Cc", "a2", "2025-02", start=5),
    fact("Cc", "AID", "Bb", "a2", "2014", start=6),
    fact("Cc", "AID", "Aa", "a3", start=7),
    fact("Bb", "AID", "Aa", "a3", "1999-05-05", start=8),
]
DAYS = {"a1": "2025-01-15", "a2": "2025-10-20", "a3": None}


@pytest.fixture(scope="module")
def figure() -> Any:
    return drawn(corpus(FACTS, DAYS))


def test_friendly_bars_rise_and_hostile_ones_fall(figure: Any) -> None:
    articles, contacts, actions = figure.axes
    heights = [bar.get_height() for bar in actions.patches]
    assert [h for h in heights if h > 0] == [2] and [h for h in heights if h < 0] == [-1, -1]
    assert bars(actions) == {"2025-01": 2, "2025-03": -1, "2025-10": -1}
    assert bars(contacts) == {"2025-02": 1}
    assert bars(articles) == {"2025-01": 1, "2025-10": 1}


def test_all_rows_share_their_days(figure: Any) -> None:
    assert len({axes.get_xlim() for axes in figure.axes}) == 1
    start, end = (num2date(edge - date(1970, 1, 1).toordinal()).date() for edge in figure.axes[0].get_xlim())
    assert (start, end) == (date(2025, 1, 1), date(2025, 11, 1))


def test_what_no_bar_shows_is_counted(figure: Any) -> None:
    text = said(figure)
    assert "3 articles, du 15 janvier 2025 au 20 octobre 2025, 1 sans date" in text
    assert "amicales (2), hostiles (2), contacts (1), à leur jour ou sinon à celui de leur article (1)." in text
    assert "sans date (1), datées à plus d’un mois près (1), hors de la période montrée (1)." in text


def test_every_action_is_shown_or_told(figure: Any) -> None:
    shown = sum(abs(height) for axes in figure.axes[1:] for height in bars(axes).values())
    assert shown + 3 == len(FACTS)


def test_one_actor_and_a_pair() -> None:
    world = corpus(FACTS, DAYS)
    one = drawn(world, "cc")
    assert "Actions amicales et hostiles : Cc" in said(one)
    assert bars(one.axes[2]) == {"2025-03": -1, "2025-10": -1}
    pair = drawn(world, "bb", "aa")
    assert "Actions amicales et hostiles : Bb – Aa" in said(pair)
    assert bars(pair.axes[-1]) == {"2025-01": 2} and len(pair.axes) == 2


def test_weeks() -> None:
    figure = drawn(corpus(FACTS, DAYS), by="week")
    starts = sorted(bar.get_x() for bar in figure.axes[-1].patches)
    assert {date.fromordinal(int(start)).weekday() for start in starts} == {0}
    assert "datées à plus d’une semaine près (2)" in said(figure)
    assert figure.axes[-1].get_ylabel() == "actions par semaine"


def test_the_leading_pair_of_the_tallest_bar_is_named() -> None:
    facts = [fact("Aa", "AID", "Bb", "a1", f"2025-01-{n:02}", start=n) for n in range(1, 6)]
    facts.append(fact("Bb", "AID", "Cc", "a1", "2025-01-09", start=50))
    world = corpus(facts, {"a1": "2025-01-31"})
    told = [text.get_text() for text in drawn(world).axes[-1].texts]
    assert "dont Aa – Bb\u00a0: 5" in told
    alone = [text.get_text() for text in drawn(world, "bb").axes[-1].texts]
    assert "dont Aa\u00a0: 5" in alone
    even = [fact("Aa", "AID", "Bb", "a1", "2025-01-01"), fact("Aa", "AID", "Cc", "a1", "2025-01-01", start=9)]
    assert not any("dont" in text.get_text() for text in drawn(corpus(even, {"a1": "2025-01-31"})).axes[-1].texts)


def test_more_missing_than_shown_is_said_in_the_picture() -> None:
    facts = [fact("Aa", "AID", "Bb", "a1", day, start=n) for n, day in enumerate(["2025-01-02", "2014", "2015"])]
    told = [text.get_text() for text in drawn(corpus(facts, {"a1": "2025-01-02"})).axes[-1].texts]
    assert FRENCH.more_unshown in told


def test_articles_without_dates() -> None:
    figure = drawn(corpus([fact("Aa", "AID", "Bb", "a1", "2025-01-02")], {"a1": None}))
    assert [text.get_text() for text in figure.axes[0].texts] == [FRENCH.no_dated_article]
    assert "1 article, 1 sans date" in said(figure)


def test_nothing_dated_at_all() -> None:
    figure = drawn(corpus([fact("Aa", "AID", "Bb")], {"a1": None}))
    assert [text.get_text() for text in figure.axes[0].texts] == [FRENCH.nothing_dated]
    assert "Non montrées : sans date (1)." in said(figure)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("span", [1, 40, 900])
def test_no_text_covers_another_or_is_cut(language: str, span: int) -> None:
    facts = [
        fact("Organisation au nom fort long", "AID" if n % 3 else "ASSAULT", f"Pays numéro {n % 5}", f"a{n}", start=n)
        for n in range(0, span + 1, max(span // 40, 1))
    ]
    days = {event.doc: date.fromordinal(739000 + event.start * 7).isoformat() for event in facts}
    figure = drawn(corpus(facts, days), language=language)
    for axes in figure.axes:
        assert overlaps(axes.texts) == []
    labels = [text for text in figure.axes[0].get_xticklabels() if text.get_text()]
    assert 1 < len(labels) <= 15 and overlaps(labels) == []
    every = [text for axes in figure.axes for text in (*axes.texts, axes.yaxis.label)] + labels + list(figure.texts)
    assert cut(every, figure.bbox) == []
    assert [axes.yaxis.label.get_text() for axes in figure.axes] != []
    assert overlaps([axes.yaxis.label for axes in figure.axes]) == []


@given(SIXTY, st.sampled_from(["week", "month"]), st.integers(0, 60))
def test_bins_follow_each_other_without_gaps(day: date, by: Any, count: int) -> None:
    start = bin_of(day, by)
    assert start <= day < after(start, by)
    assert bin_of(start, by) == start
    found = list(bins(day, after(start, by, count), by))
    assert found[0] == start and len(found) == count + 1
    assert all(after(one, by) == other for one, other in pairwise(found))


@given(SIXTY, st.integers(0, 20000), st.sampled_from(["week", "month"]), st.sampled_from([FRENCH, ENGLISH]))
def test_ticks_are_few_in_order_and_tell_the_year(first: date, length: int, by: Any, say: Any) -> None:
    start = bin_of(first, by)
    end = after(start, by, 8 + length // (7 if by == "week" else 31))
    marks = ticks(start, end, by, say)
    days = [day for day, _ in marks]
    assert 0 < len(days) <= 15 and days == sorted(set(days)) and start <= days[0] <= days[-1] < end
    assert str(days[0].year) in marks[0][1]


def test_where_a_date_falls() -> None:
    assert placed(("2025-08-01", "2025-08-31"), "month") == date(2025, 8, 1)
    assert placed(("2025-08-01", "2025-08-31"), "week") is None
    assert placed(("2025-08-15", "2025-08-15"), "week") == date(2025, 8, 11)
    assert fitting(date(2025, 1, 1), date(2025, 5, 1)) == "week"
    assert fitting(date(2025, 1, 1), date(2026, 5, 1)) == "month"
