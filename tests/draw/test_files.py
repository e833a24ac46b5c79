"""The files: the same bytes each time, readable by other programs, whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from base64 import b64decode
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

from graphbuild.draw import KINDS, Wish, picture
from graphbuild.draw.drawn import Picture
from graphbuild.draw.labels import HALO, NAME
from graphbuild.draw.style import styled
from graphbuild.errors import OutputError, PictureError
from graphbuild.results import EventGraph
from tests.draw.world import camps, cut
from tests.factories import HOSTILE, Memory, hostile_world

ACTORS = {"ego": ("a0",)}
ODD = (*HOSTILE, "$x^2$ \\frac{", "a$b", "x" * 500, "中华人民共和国", "جمهورية مصر", "ישראל", "%s {0}", "--><b>&amp;")


def wish(kind: str, **more: Any) -> Wish:
    return Wish(kind, ACTORS.get(kind, ()), **more)


@cache
def made(kind: str) -> Picture:
    """Return a picture of planted blocs, drawn once for all tests."""
    return picture(camps(), wish(kind, title="Qui est avec qui"))


@pytest.mark.parametrize("kind", KINDS)
def test_png_svg_and_pdf_can_be_read(kind: str, tmp_path: Path) -> None:
    drawn = made(kind)
    for suffix in ("png", "svg", "pdf"):
        assert drawn.save(tmp_path / f"p.{suffix}") == [tmp_path / f"p.{suffix}"]
    with Image.open(tmp_path / "p.png") as image:
        image.load()
        assert image.size == tuple(int(inches * 150) for inches in drawn.figure.get_size_inches())
    elements = [element for element in ET.parse(tmp_path / "p.svg").iter() if element.tag.endswith("}text")]
    texts = {"".join(element.itertext()) for element in elements}
    assert "Qui est avec qui" in texts
    assert {"Témoin (⇄1)", "A0"} <= texts if kind == "ego" else kind == "timeline" or {"A0", "Témoin"} <= texts
    (page,) = PdfReader(tmp_path / "p.pdf").pages
    assert "Qui est avec qui" in page.extract_text()
    assert (float(page.mediabox.width) / 72, float(page.mediabox.height) / 72) == pytest.approx(
        tuple(drawn.figure.get_size_inches()), abs=0.02
    )


@pytest.mark.parametrize("kind", KINDS)
def test_few_colours_and_no_other_ones(kind: str) -> None:
    figure = made(kind).figure
    plain = BytesIO()
    with styled():
        figure.savefig(plain, format="png")
    drawn = np.asarray(Image.open(plain).convert("RGB"), dtype=int)
    small = np.asarray(Image.open(BytesIO(made(kind).png())).convert("RGB"), dtype=int)
    assert small.shape == drawn.shape
    assert len(np.unique(small.reshape(-1, 3), axis=0)) <= 256
    off = np.abs(small - drawn).max(axis=-1)
    assert (small[drawn.sum(axis=-1) == 765] == 255).all()
    assert off.max() <= 16 and np.mean(off > 0) < 0.05


def test_names_in_the_svg_are_text_with_a_rim(tmp_path: Path) -> None:
    drawn = made("alliances")
    (svg,) = drawn.save(tmp_path / "p.svg")
    root = ET.parse(svg).getroot()
    named = [group for group in root.iter() if (group.get("id") or "").startswith(NAME)]
    assert len(named) == 9 and all(len([e for e in group.iter() if e.tag.endswith("}text")]) == 1 for group in named)
    assert not [element for element in root.iter() if element.get("id") == HALO]
    style = "".join(e.text or "" for e in root.iter() if e.tag.endswith("}style"))
    assert f'[id^="{NAME}"] text{{paint-order: stroke;' in style
    assert all(rim.get_visible() for rim in drawn.figure.findobj(lambda artist: artist.get_gid() == HALO))
    assert len({group.get("id") for group in named}) == len(named)


def test_same_build_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom graphbuild.draw import KINDS, Wish, picture\nfrom tests.draw.world import camps\n"
        "for kind in KINDS:\n    drawn = picture(camps(), Wish(kind, ('a0',) if kind == 'ego' else ()))\n"
        "    for suffix in (['png', 'svg', 'pdf'] if kind == 'ego' else ['svg']):\n"
        "        drawn.save(f'{sys.argv[1]}/{kind}.{suffix}')\n"
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    folders = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": f"Etc/GMT+{seed}"}
        subprocess.run([sys.executable, "-c", program, str(folder)], env=environment, check=True)
        folders.append({file.name: file.read_bytes() for file in folder.iterdir()})
    assert folders[0] == folders[1]
    assert len(folders[0]) == 6
    assert not any(b"Matplotlib v" in told for told in folders[0].values())


def test_one_figure_gives_the_same_file_twice(tmp_path: Path) -> None:
    first = [file.read_bytes() for file in made("alliances").save(tmp_path)]
    assert [file.read_bytes() for file in made("alliances").save(tmp_path)] == first


def test_the_order_of_the_source_changes_nothing() -> None:
    told = camps()
    shuffled = Memory(told.papers[::-1], told.cast[::-1], told.facts[::-1])
    for kind in ("alliances", "timeline"):
        assert picture(told, wish(kind)).png() == picture(shuffled, wish(kind)).png()


def test_a_users_settings_change_nothing_and_are_kept() -> None:
    before = made("ego").png()
    settings = {"font.size": 30, "savefig.dpi": 20, "text.usetex": False, "svg.hashsalt": "x", "hatch.linewidth": 5}
    with matplotlib.rc_context(settings):
        assert picture(camps(), wish("ego", title="Qui est avec qui")).png() == before
        assert matplotlib.rcParams["font.size"] == 30


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_names_are_only_names(kind: str, tmp_path: Path) -> None:
    graph = EventGraph(hostile_world(ODD))
    who = {"ego": "one-2", "timeline": "one-3"}.get(kind, ())
    odd = graph.picture(kind, actor=who, title="</svg>$\x00\ud800")
    for suffix in ("png", "svg", *(["pdf"] if kind == "ego" else [])):
        odd.save(tmp_path / f"p.{suffix}")
    elements = {element.tag.rpartition("}")[2] for element in ET.parse(tmp_path / "p.svg").iter()}
    assert not elements & {"script", "img", "b", "a"}
    assert kind != "ego" or len(PdfReader(tmp_path / "p.pdf").pages) == 1
    assert cut(odd.figure.texts, odd.figure.bbox) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_to_draw_is_said(kind: str, language: str) -> None:
    figure = picture(Memory(), wish(kind, language=language)).figure
    assert len(figure.axes) == 1 and len(figure.axes[0].texts) == 1
    assert "0 article" in figure.texts[1].get_text()


def test_a_folder_gets_a_png_and_an_svg_named_for_the_kind(tmp_path: Path) -> None:
    drawn = made("ego")
    assert [file.name for file in drawn.save(tmp_path / "new")] == ["ego-a0.png", "ego-a0.svg"]
    with pytest.raises(OutputError):
        drawn.save(tmp_path / "p.jpg")
    with pytest.raises(OutputError):
        drawn.save(tmp_path / "new" / "ego-a0.png" / "p.png")
    assert len(list(tmp_path.rglob("*.*"))) == 2


def test_in_a_notebook_it_shows_itself() -> None:
    graph = EventGraph(camps())
    for shown in (graph.picture("matrix"), graph):
        bundle = shown._repr_mimebundle_()
        with Image.open(BytesIO(b64decode(bundle["image/png"]))) as image:
            assert image.format == "PNG"
        assert bundle["text/plain"] == repr(shown)
    assert repr(graph.picture("ego", actor="A0")) == "<Picture: ego-a0>"


@pytest.mark.parametrize(
    ("kind", "actors", "by"),
    [
        ("alliances", ("a0",), None),
        ("matrix", (), "week"),
        ("ego", (), None),
        ("ego", ("a0", "b0"), None),
        ("timeline", ("a0", "a1", "b0"), None),
        ("timeline", ("a0", "a0"), None),
        ("timeline", (), "day"),
        ("network", (), None),
    ],
)
def test_what_does_not_go_together_is_refused(kind: str, actors: tuple[str, ...], by: Any) -> None:
    with pytest.raises(PictureError):
        Wish(kind, actors, by)
