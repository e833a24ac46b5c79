"""The ego view: friends on the left, foes on the right, the mixed above, mere contacts below."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from graphbuild.draw import Wish, picture
from graphbuild.draw.ego import Ego
from graphbuild.draw.french import FRENCH
from graphbuild.draw.style import TIES, styled
from tests.draw.world import actor, around, corpus, cut, dots, fact, legend, names, overlaps, said, ties
from tests.factories import HOSTILE, Memory, make_event

FACTS = [
    *(fact("Moi", "AID", "Ami", start=n, day=f"2025-01-0{n}") for n in (1, 2, 3)),
    fact("Foe", "ASSAULT", "Moi", start=4),
    fact("Moi", "AID", "Entre", start=5),
    fact("Entre", "SANCTION", "Moi", start=6),
    fact("Moi", "CONSULT", "Hôte", start=7),
    fact("Ami", "ASSAULT", "Foe", start=8),
]


def drawn(source: Any, who: str = "moi", **wish: Any) -> Any:
    figure = picture(source, Wish("ego", (who,), **wish)).figure
    figure.canvas.draw()
    return figure


def places(axes: Any) -> dict[str, tuple[float, float]]:
    return {text.get_text().replace("\u00a0", " ").replace("\n", " "): text.get_position() for text in names(axes)}


@pytest.fixture(scope="module")
def figure() -> Any:
    return drawn(corpus(FACTS))


def test_sides(figure: Any) -> None:
    at = places(figure.axes[1])
    assert at["Moi"] == (0, 0)
    assert at["Ami (+3)"][0] < 0 < at["Foe (−1)"][0]
    assert at["Entre (+1 −1)"][1] > 0 > at["Hôte (⇄1)"][1]
    assert {"Liens amicaux (1)", "Liens hostiles (1)", "Liens mixtes (1)", "Contacts seuls (1)"} <= set(at)
    assert "Moi : amis et adversaires" in said(figure)


def test_only_ties_of_the_actor_are_drawn(figure: Any) -> None:
    lines = {kind: found.get_segments() for kind, found in zip(TIES, ties(figure.axes[1]), strict=True)}
    assert {kind: len(found) for kind, found in lines.items()} == dict.fromkeys(TIES, 1)
    assert all((line[0] == (0, 0)).all() for found in lines.values() for line in found)
    assert len(dots(figure.axes[1])) == 4


def test_width_is_evidence(figure: Any) -> None:
    widths = {kind: found.get_linewidth()[0] for kind, found in zip(TIES, ties(figure.axes[1]), strict=True)}
    assert widths["friendly"] > widths["mixed"] > widths["hostile"] == widths["contact"]


def test_the_strongest_stand_first_and_the_others_are_counted() -> None:
    ego = Ego(around(60), "me", "fr", 8)
    assert len(ego.ties) == 8 and {tie.evidence for tie in ego.ties} == {4}
    text = said(ego.figure("Le Milieu", None, ""))
    assert "Acteurs montrés : 9 sur 61" in text
    assert "Acteurs laissés de côté : dans une seule action (52)." in text


def test_groups_are_left_out_and_told() -> None:
    crowd = make_event(actor("Moi"), actor("manifestants", "group"), type="COERCE", start=20)
    world = corpus([*FACTS, crowd])
    figure = drawn(world)
    assert not any("manifestants" in label for label in places(figure.axes[1]))
    assert "groupes sans nom propre (1)" in said(figure)


@pytest.mark.parametrize(
    ("count", "name"), [(1, "Pays {}"), (5, "P{}"), (12, "Organisation n° {}"), (100, "Organisation internationale {}")]
)
def test_no_name_covers_another_one_or_is_cut(count: int, name: str) -> None:
    figure = Ego(around(count, name), "me", "fr", count).figure("Le Milieu", None, "")
    figure.canvas.draw()
    texts = names(figure.axes[1])
    upright = [text for text in texts if not text.get_rotation()]
    assert overlaps(upright) == []
    assert cut(texts, figure.bbox) == []
    tilted = [text for text in texts if text.get_rotation()]
    assert overlaps_tilted(tilted) == []
    assert cut([figure.axes[0].get_legend()], figure.bbox) == []


def overlaps_tilted(texts: list[Any]) -> list[Any]:
    """Return neighbours in a row of tilted names that are less than a line apart."""
    rows: dict[float, list[float]] = {}
    for text in texts:
        rows.setdefault(round(text.get_position()[1], 3), []).append(text.get_position()[0])
    gaps = [b - a for row in rows.values() for a, b in zip(sorted(row), sorted(row)[1:], strict=False)]
    return [gap for gap in gaps if gap < 9 * 1.3 / 72 / 0.8]


def test_one_side_alone_leaves_no_half_of_the_sheet_empty() -> None:
    graph = nx.Graph()
    for number in range(6):
        graph.add_edge("me", f"{number}", friendly=2, hostile=0, contacts=0)
    left, right = Ego(graph, "me", "fr", 30).figure("Moi", None, "").axes[1].get_xlim()
    assert -left > 3 * right


def test_an_actor_without_ties() -> None:
    world = corpus(FACTS)
    lone = Memory(world.papers, (*world.cast, actor("Seul")), world.facts)
    figure = drawn(lone, "seul")
    assert [text.get_text() for text in figure.axes[0].texts] == [FRENCH.no_ties.format(actors="Seul")]


def test_hostile_names() -> None:
    for name in [*HOSTILE[::3], "$x^2$", "a$", "中国", "مصر", "x" * 400]:
        graph = nx.Graph()
        graph.add_node("me", name=name)
        graph.add_edge("me", "other", friendly=1, hostile=1)
        with styled():
            figure = Ego(graph, "me", "fr", 30).figure(name, None, "")
            figure.canvas.draw()
        assert cut(figure.axes[1].texts, figure.bbox) == []


def test_the_legend_says_how_to_read_the_counts(figure: Any) -> None:
    assert {"(+2 −1 ⇄3)", "2 actions amicales, 1 hostile, 3 contacts"} <= set(legend(figure))
    assert "2 friendly actions, 1 hostile, 3 contacts" in legend(drawn(corpus(FACTS), language="en"))
