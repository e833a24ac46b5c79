"""What the page saves, read back with other programs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PIL import Image

from graphbuild.model import Actor
from tests.factories import USA, Memory, hostile_world, make_article, make_event
from tests.page.conftest import Show

if TYPE_CHECKING:
    from playwright.sync_api import Page


def saved(page: Page, button: str) -> bytes:
    page.locator("#share > summary").click()
    with page.expect_download() as waiting:
        page.locator(f"#{button}").click()
    return waiting.value.path().read_bytes()


def rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith("\ufeff".encode())
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_svg_is_a_picture_of_its_own(show: Show) -> None:
    page = show(color_scheme="dark")
    root = ElementTree.fromstring(saved(page, "svg"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    text = " ".join(root.itertext())
    assert "Donald Trump" in text and "Confiance d’au moins ≥ 0,50" in text
    paths = [
        path for path in root.iter("{http://www.w3.org/2000/svg}path") if path.get("stroke-dasharray", "none") != "none"
    ]
    assert paths, "conflict is dashed, not only coloured"
    assert {path.get("stroke") for path in paths} >= {"rgb(213, 94, 0)"}, "light colours, whatever the screen"
    assert not any("class" in one.attrib or "style" in one.attrib for one in root.iter())


def test_the_png_is_twice_the_screen(show: Show) -> None:
    page = show()
    width = int(page.locator("#graph").get_attribute("width") or 0)
    image = Image.open(io.BytesIO(saved(page, "png")))
    assert image.format == "PNG" and image.width == 2 * width
    assert len(image.convert("RGB").getcolors(1 << 24) or []) > 10


def test_the_csv_holds_exactly_what_is_shown(show: Show) -> None:
    page = show(hash_="#view=pairs&side=hostile")
    told = {
        (row["actor"], row["other"]): (row["friendly"], row["hostile"], row["kind"])
        for row in rows(saved(page, "csv-pairs"))
    }
    assert told == {
        ("États-Unis", "Russie"): ("0", "2", "hostile"),
        ("Donald Trump", "Vladimir Poutine"): ("0", "1", "hostile"),
    }
    events = rows(saved(page, "csv-events"))
    assert sorted(row["type"] for row in events) == ["ACCUSE", "SANCTION", "SANCTION"]
    assert {row["sign"] for row in events} == {"-1"}, "a number is not taken for a formula"
    assert {row["evidence"] for row in events} == {"Donald Trump a téléphoné à Loukachenko."}


def test_no_cell_is_a_formula(show: Show) -> None:
    names = ("=1+1", "+33", "-1", "@here", "\tx")
    facts = [make_event(Actor(f"a{n}", name, "person"), USA, start=n) for n, name in enumerate(names)]
    page = show(Memory((make_article("a1", title='He said "so", and\nleft'),), (), tuple(facts)), hash_="#view=pairs")
    cells = {row["source"] for row in rows(saved(page, "csv-events"))}
    assert {"'=1+1", "'+33", "'-1", "'@here"} <= cells
    assert {row["title"] for row in rows(saved(page, "csv-events"))} == {'He said "so", and\nleft'}


def test_hostile_names_are_text_in_every_file(show: Show) -> None:
    page = show(hostile_world(), hash_="#status=&side=&confidence=0&level=1")
    root = ElementTree.fromstring(saved(page, "svg"))
    assert not list(root.iter("{http://www.w3.org/2000/svg}image"))
    assert len(rows(saved(page, "csv-events"))) == len(hostile_world().events())


@pytest.mark.parametrize("view", ["graph", "pairs"])
def test_the_link_is_copied(show: Show, view: str) -> None:
    page = show(hash_=f"#view={view}&least=2", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#share > summary").click()
    page.locator("#link").click()
    assert page.evaluate("navigator.clipboard.readText()").endswith("least=2")
