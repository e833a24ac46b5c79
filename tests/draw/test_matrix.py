"""The matrix: what is known is coloured and counted, what is not is hatched, and blocs stand together."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
import pytest
from matplotlib.colors import to_rgb

from graphbuild.alliances import Scope, Tie
from graphbuild.draw import Wish, picture
from graphbuild.draw.cells import Cells
from graphbuild.draw.chosen import Chosen
from graphbuild.draw.matrix import Matrix
from graphbuild.draw.order import Likeness
from tests.draw.world import camps, corpus, crowd, cut, fact, legend, names, overlaps, said, squares


def drawn(source: Any, **wish: Any) -> Any:
    figure = picture(source, Wish("matrix", **wish)).figure
    figure.canvas.draw()
    return figure


def cells(axes: Any) -> dict[tuple[int, int], str]:
    """Return the figure in each cell by column and row."""
    middle = {text.get_position(): text.get_text() for text in axes.texts}
    return {(int(x), int(y)): told for (x, y), told in middle.items() if x > 0 and y > 0}


def colour(axes: Any, x: int, y: int) -> tuple[float, ...]:
    (square,) = [s for s in squares(axes, "pair") if s.get_xy() == (x, y)]
    return square.get_facecolor()[:3]


@pytest.fixture(scope="module")
def three() -> Any:
    """Return a picture of friends, foes, a mixed pair, and one that only met."""
    facts = [
        fact("Aa", "AID", "Bb", start=1),
        fact("Aa", "SUPPORT", "Bb", start=2),
        fact("Aa", "ASSAULT", "Cc", start=3),
        fact("Cc", "CONSULT", "Dd", start=4),
        fact("Dd", "CONSULT", "Cc", start=5),
        fact("Bb", "AID", "Ee", start=6),
        fact("Bb", "ACCUSE", "Ee", start=7),
        fact("Dd", "CONSULT", "Ee", start=8),
    ]
    return drawn(corpus(facts))


def test_each_known_pair_has_two_cells_with_its_number(three: Any) -> None:
    axes = three.axes[0]
    order = [text.get_text() for text in axes.texts if text.get_position()[0] < 0]
    at = {name: number for number, name in enumerate(order)}
    expected = {("Aa", "Bb"): 2, ("Aa", "Cc"): 1, ("Cc", "Dd"): 2, ("Bb", "Ee"): 2, ("Dd", "Ee"): 1}
    wanted = {(at[a], at[b]): str(n) for pair, n in expected.items() for a, b in (pair, pair[::-1])}
    assert cells(axes) == wanted
    assert {s.get_xy() for s in squares(axes, "pair")} == set(wanted)
    blue, orange = colour(axes, at["Aa"], at["Bb"]), colour(axes, at["Aa"], at["Cc"])
    assert blue[2] > blue[0] and orange[0] > orange[2]
    assert colour(axes, at["Cc"], at["Dd"]) == (1, 1, 1)
    assert {s.get_xy() for s in squares(axes, "mixed")} == {
        (at[a] + 0.1, at[b] + 0.1) for a, b in (("Bb", "Ee"), ("Ee", "Bb"))
    }
    assert len(squares(axes, "contact")) == 4


def test_what_is_not_known_is_hatched_and_nothing_else(three: Any) -> None:
    axes = three.axes[0]
    (ground,) = squares(axes, "unknown")
    assert ground.get_hatch() and (ground.get_width(), ground.get_height()) == (5, 5)
    assert not any(s.get_hatch() for what in ("pair", "self", "core", "bloc") for s in squares(axes, what))
    assert [s.get_xy() for s in squares(axes, "self")] == [(i, i) for i in range(5)]
    assert all(ground.get_zorder() <= s.get_zorder() for s in squares(axes, "pair"))
    assert "rien de connu (ce qui n’est pas 0)" in legend(three)


def test_the_scale_is_centred_on_0(three: Any) -> None:
    bar = three.axes[1]
    low, high = bar.get_xlim()
    assert low == -high < 0
    assert [tick.get_text() for tick in bar.get_xticklabels()] == ["−9", "−4,5", "0", "4,5", "9"]


def test_the_colour_is_the_mean_of_what_takes_a_side() -> None:
    facts = [fact("Aa", "AID", "Bb", start=1), fact("Aa", "CONSULT", "Bb", start=2), fact("Bb", "AID", "Aa", start=3)]
    world = Matrix(picture_graph(facts), "fr", 30, 0)
    assert [world.mean(tie) for tie in world.ties] == [7.0] and world.reach == 7


def picture_graph(facts: Any) -> nx.Graph:
    return Chosen.of(corpus(facts), Scope()).dyads


def test_colours_run_from_hostile_to_friendly_through_white() -> None:
    from matplotlib.figure import Figure

    scale = Cells(Figure().add_subplot(), ["a"], 1.0).colours(6)
    low, middle, high = (scale.to_rgba(value)[:3] for value in (-6, 0, 6))
    assert middle == (1, 1, 1)
    assert low == pytest.approx(to_rgb("#D55E00"), abs=0.01) and high == pytest.approx(to_rgb("#0072B2"), abs=0.01)


def test_blocs_stand_together_in_frames() -> None:
    figure = drawn(camps())
    axes = figure.axes[0]
    order = [text.get_text() for text in axes.texts if text.get_position()[0] < 0]
    assert {name[0] for name in order[:4]} != {name[0] for name in order[4:8]}
    assert [len({name[0] for name in part}) for part in (order[:4], order[4:8])] == [1, 1] and order[8] == "Témoin"
    assert [(s.get_xy(), s.get_width()) for s in squares(axes, "core")] == [((0, 0), 4), ((4, 4), 4)]
    assert "noyau stable d’un bloc" in legend(figure)


def test_alike_actors_stand_beside_each_other() -> None:
    ties = [Tie(a, b, 5, 0) for a, b in (("a", "x"), ("c", "x"), ("b", "y"), ("d", "y"))]
    found = Likeness("abcdxy", ties).ordered(["a", "b", "c", "d"])
    assert abs(found.index("a") - found.index("c")) == 1 and abs(found.index("b") - found.index("d")) == 1
    assert Likeness("ab", []).ordered(["b", "a"]) == ["b", "a"]


@pytest.mark.parametrize(
    ("count", "name"), [(2, "Pays {}"), (30, "Organisation au nom fort long {}"), (60, "Parti {}")]
)
def test_names_and_figures_keep_clear_of_each_other(count: int, name: str) -> None:
    graph = crowd(count, name=name)
    if count == 2:
        graph.add_edge("000", "001", friendly=2, hostile=0, contacts=0)
    figure = Matrix(graph, "fr", count, 0).figure(None, "")
    figure.canvas.draw()
    texts = names(figure.axes[0])
    assert len([text for text in texts if text.get_position()[0] < 0]) == len(Matrix(graph, "fr", count, 0).actors)
    found = overlaps(texts)
    assert found == []
    assert cut(texts, figure.bbox) == []
    assert cut([figure.axes[2].get_legend()], figure.bbox) == []


def test_no_text_is_written_into_a_cell_that_hides_it() -> None:
    figure = drawn(camps())
    axes = figure.axes[0]
    for (x, y), _ in cells(axes).items():
        (text,) = [t for t in axes.texts if t.get_position() == (x + 0.5, y + 0.5)]
        ink, ground = (np.dot(to_rgb(c), (0.2126, 0.7152, 0.0722)) for c in (text.get_color(), colour(axes, x, y)))
        assert abs(ink - ground) > 0.35


def test_the_caption_tells_what_is_left_out() -> None:
    facts = [fact("Aa", "AID", "Bb", start=n, factuality=f) for n, f in enumerate(("asserted", "planned", "negated"))]
    facts += [fact("Aa", "AID", "Bb", start=9, confidence=0.1), fact("Aa", "SANCTION", "Bb", "a2", start=10)]
    text = said(drawn(corpus(facts, {"a2": None})))
    assert "2 articles, le 15 août 2025, 1 sans date" in text
    assert "niées, prévues, possibles ou rapportées (2), moins sûres (1)" in text
    assert "amicales (1), hostiles (1), contacts (0), le 15 août 2025, 1 sans date" in text


def test_in_english() -> None:
    figure = drawn(camps(), language="en")
    assert "Mean intensity: hostile < 0 < friendly" in [axes.get_title(loc="left") for axes in figure.axes]
    assert "nothing known (which is not 0)" in legend(figure)


def test_pairs_that_are_all_known_leave_no_hatch_to_see() -> None:
    facts = [fact(a, "AID", b, start=n) for n, (a, b) in enumerate(combinations(["Aa", "Bb", "Cc"], 2))]
    axes = drawn(corpus(facts)).axes[0]
    covered = {s.get_xy() for what in ("pair", "self") for s in squares(axes, what)}
    assert covered == {(x, y) for x in range(3) for y in range(3)}
