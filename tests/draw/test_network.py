"""The picture of alliances: legible, reproducible, and not fooled by names."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import matplotlib
import networkx as nx
import numpy as np
import pytest
from matplotlib.path import Path as Path2D

from graphbuild.draw import alliances_figure, draw_alliances
from graphbuild.draw.bends import Bends
from graphbuild.draw.english import ENGLISH
from graphbuild.draw.french import FRENCH
from graphbuild.draw.labels import printable
from graphbuild.draw.style import TIES
from graphbuild.draw.words import words
from graphbuild.errors import OutputError
from tests.draw.world import boxes, crowd, cut, dots, names, overlaps, said, ties
from tests.factories import HOSTILE


@pytest.fixture(scope="module", params=[(5, 12), (30, 30), (100, 100)], ids=["5", "30", "100"])
def figure(request: pytest.FixtureRequest) -> Iterator[Any]:
    count, most = request.param
    drawn = alliances_figure(crowd(count), title="Alliances", caption="Corpus : trois journaux.", most=most)
    drawn.canvas.draw()
    yield drawn


def test_no_name_covers_another_one_or_is_cut(figure: Any) -> None:
    network = figure.axes[1]
    assert len(names(network)) == len(dots(network)) > 0
    assert overlaps(names(network)) == []
    assert cut(names(network), network.bbox) == []


def test_every_name_has_a_pale_rim_and_stands_above_it(figure: Any) -> None:
    network = figure.axes[1]
    rims = {text.get_text(): text for text in network.texts if text.get_gid() == "halo"}
    assert set(rims) == {text.get_text() for text in names(network)}
    for text in names(network):
        rim = rims[text.get_text()]
        assert rim.get_position() == text.get_position() and rim.get_zorder() < text.get_zorder()
        assert matplotlib.colors.to_hex(rim.get_color()) == "#ffffff"


def test_names_keep_off_ties_where_they_can() -> None:
    figure = alliances_figure(crowd(12), most=12)
    network = figure.axes[1]
    lines = [network.transData.transform(line) for kind in ties(network) for line in kind.get_segments()]
    covered = sum(
        any(Path2D(line).intersects_bbox(box, filled=False) for line in lines) for box in boxes(names(network))
    )
    assert covered <= len(names(network)) // 4


def test_no_actor_stands_on_another(figure: Any) -> None:
    circles = [(*dot.get_xydata()[0], dot.get_markersize() / 144) for dot in dots(figure.axes[1])]
    for (x, y, r), (u, v, s) in combinations(circles, 2):
        assert (x - u) ** 2 + (y - v) ** 2 > (r + s) ** 2


def test_no_tie_touches_an_actor_that_it_does_not_join(figure: Any) -> None:
    found = dots(figure.axes[1])
    places = np.array([dot.get_xydata()[0] for dot in found])
    radii = np.array([dot.get_markersize() / 144 for dot in found])
    lines = [line for kind in ties(figure.axes[1]) for line in kind.get_segments()]
    touched = 0
    for line in lines:
        away = np.linalg.norm(line[:, None] - places[None], axis=-1)
        joined = {int(away[end].argmin()) for end in (0, -1)}
        touched += any(actor not in joined for actor in np.flatnonzero((away < radii).any(axis=0)))
    assert touched <= len(lines) * (0.05 if len(found) > 60 else 0)


def test_a_tie_is_straight_where_nobody_stands_in_the_way() -> None:
    where = {"a": (1.0, 2.0), "b": (9.0, 2.0), "c": (5.0, 2.1), "d": (9.0, 6.0)}
    bends = Bends(where, dict.fromkeys(where, 0.3), (10.0, 10.0))
    assert set(bends.line("b", "d")[:, 0]) == {9.0}
    around = bends.line("a", "b")
    assert np.hypot(*(around - where["c"]).T).min() >= 0.3
    assert around[:, 1].min() < 1.9 and (around[0] == where["a"]).all() and (around[-1] == where["b"]).all()


def test_a_tie_stays_on_the_sheet() -> None:
    where = {"a": (1.0, 0.2), "b": (9.0, 0.2), "c": (5.0, 0.15)}
    around = Bends(where, dict.fromkeys(where, 0.15), (10.0, 10.0)).line("a", "b")
    assert around.min() >= 0 and around[:, 1].max() > 0.3


def test_the_texts_of_the_svg_are_text(tmp_path: Path) -> None:
    _, svg = draw_alliances(crowd(5), tmp_path, title="Qui est avec qui")
    texts = {element.text for element in ET.parse(svg).iter() if element.tag.endswith("}text")}
    assert {"Qui est avec qui", "Organisation numéro 1", FRENCH.ties} <= texts


def test_the_legend_stands_beside_the_network(figure: Any) -> None:
    legend = figure.axes[0].get_legend()
    box = legend.get_window_extent()
    assert box.x0 >= figure.axes[1].bbox.x1
    assert box.x1 <= figure.bbox.x1
    assert box.y0 >= 0
    texts = [text.get_text().replace("\n", " ") for text in legend.get_texts()]
    assert {FRENCH.kinds["friendly"], FRENCH.kinds["hostile"]} <= set(texts)


def test_caption_and_title_fit(figure: Any) -> None:
    for text in figure.texts:
        box = text.get_window_extent()
        assert 0 <= box.x0 < box.x1 <= figure.bbox.x1
        assert 0 <= box.y0 < box.y1 <= figure.bbox.y1


def test_each_kind_of_tie_has_its_colour_and_its_dashes() -> None:
    graph = nx.Graph()
    graph.add_edge("a", "b", friendly=4, hostile=0)
    graph.add_edge("b", "c", friendly=0, hostile=9)
    graph.add_edge("a", "c", friendly=2, hostile=2)
    graph.add_edge("b", "d", friendly=0, hostile=0, contacts=3)
    drawn = ties(alliances_figure(graph).axes[1])
    assert [len(lines.get_segments()) for lines in drawn] == [1, 1, 1, 1]
    assert [matplotlib.colors.to_hex(lines.get_color()[0]).upper() for lines in drawn] == [c for c, _ in TIES.values()]
    assert [lines.get_linestyle()[0][1] is None for lines in drawn] == [False, True, False, False]
    widths = {kind: lines.get_linewidth()[0] for kind, lines in zip(TIES, drawn, strict=True)}
    assert widths["hostile"] > widths["friendly"]


def test_the_caption_owns_up_to_what_is_left_out() -> None:
    graph = crowd(30)
    nx.set_node_attributes(graph, {"003": "group", "004": "group"}, "kind")
    nx.set_node_attributes(graph, {"005": 1}, "mentions")
    text = said(alliances_figure(graph, caption="Corpus : trois journaux.", most=10))
    assert "Corpus : trois journaux." in text
    assert "Acteurs montrés : 10 sur 30" in text
    assert "groupes sans nom propre (2), dans une seule action (1), moins attestés ou sans lien montré (17)." in text
    assert "du 1er mars 2024 au 15 août 2025." in text


@pytest.mark.parametrize(("language", "told"), [("fr", ", le 15 août 2025."), ("en", ", on 15 August 2025.")])
def test_one_day_is_told_once(language: str, told: str) -> None:
    graph = nx.Graph()
    graph.add_edge("a", "b", friendly=1, hostile=0, first="2025-08-15", last="2025-08-15")
    assert told in said(alliances_figure(graph, language=language))


def test_english_is_spoken_too() -> None:
    figure = alliances_figure(crowd(5), language="en")
    assert "Actors shown: 5 of 5" in said(figure)
    assert "from 1 March 2024" in said(figure)
    assert words("fr-CA") is FRENCH and words("de") is ENGLISH


def test_without_events_the_picture_says_so(tmp_path: Path) -> None:
    for graph in (nx.Graph(), nx.Graph([("a", "b")])):
        figure = alliances_figure(graph)
        assert [text.get_text() for text in figure.axes[0].texts] == [FRENCH.empty]
        assert [path.stat().st_size > 1000 for path in draw_alliances(graph, tmp_path)] == [True, True]


def test_hostile_names_are_only_names(tmp_path: Path) -> None:
    told = [*HOSTILE, "$x^2$ \\frac{", "a$", "x" * 500, "مصر", "ישראל", "😀", "--><b>", "{0} %s", "e" + "\u0301" * 90]
    graph = nx.Graph()
    for number, name in enumerate(told):
        graph.add_node(str(number), name=name, kind="person", mentions=4)
        graph.add_edge(str(number), str((number + 1) % len(told)), friendly=3, hostile=number % 3)
    png, svg = draw_alliances(graph, tmp_path, title="</svg>$\x00\ud800", caption="--> \x07$a$")
    assert png.read_bytes().startswith(b"\x89PNG")
    elements = {element.tag.rpartition("}")[2] for element in ET.parse(svg).iter()}
    assert not elements & {"script", "img", "b", "a"}
    shown = {text.get_text() for text in names(alliances_figure(graph).axes[1])}
    assert {"$x^2$ \\frac{", "a$", "NUL and bell"} <= shown
    assert all(len(name) <= 32 for name in shown)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Haut\x00-Karabakh\n", "Haut-Karabakh"),
        ("\u202eabc\u202c", "abc"),
        ("", "?"),
        ("a" * 33, "a" * 31 + "…"),
        ("a" * 32, "a" * 32),
        ("E\u0301lyse\u0301e", "Élysée"),
    ],
)
def test_names_are_made_printable(name: str, printed: str) -> None:
    assert printable(name) == printed


def test_a_file_or_a_folder(tmp_path: Path) -> None:
    assert draw_alliances(crowd(5), tmp_path / "one.pdf") == [tmp_path / "one.pdf"]
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF")
    for wrong in ("one.jpg", "one.pdf/folder"):
        with pytest.raises(OutputError):
            draw_alliances(crowd(5), tmp_path / wrong)
    assert [file.name for file in tmp_path.iterdir()] == ["one.pdf"]
    assert all(file.parent == tmp_path / "new" for file in draw_alliances(crowd(5), tmp_path / "new"))
    (tmp_path / "v1.2").mkdir()
    assert len(draw_alliances(crowd(5), tmp_path / "v1.2")) == 2


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = "import sys, graphbuild.draw\nassert not {'matplotlib', 'networkx', 'numpy'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)
