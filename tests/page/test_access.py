"""Whoever reads it, and however: axe finds nothing, in light and dark, in every view, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.page.conftest import Show

if TYPE_CHECKING:
    from playwright.sync_api import Page

VIEWS = ("graph", "matrix", "pairs", "events")
Axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe here: pip install '.[test]'").Axe


def complaints(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(("scheme", "language"), [("light", "fr"), ("dark", "en")])
def test_axe_finds_nothing(show: Show, scheme: str, language: str) -> None:
    page = show(hash_=f"#language={language}&status=&side=", color_scheme=scheme)
    for view in VIEWS:
        page.locator(f"#tab-{view}").click()
        assert complaints(page) == [], view
    page.goto(page.url.split("#")[0] + f"#language={language}&open=alexandre-loukachenko&open=donald-trump")
    assert complaints(page) == []
    page.locator("#method-open").click()
    assert complaints(page) == []


def test_forced_colours_keep_every_tie(show: Show) -> None:
    page = show(hash_="#side=", forced_colors="active")
    widths = page.eval_on_selector_all(
        "#graph .tie", "ties => ties.map((tie) => getComputedStyle(tie).strokeDasharray)"
    )
    assert len(set(widths)) == 4, "kinds still differ without a colour"
    colours = page.eval_on_selector_all("#graph .tie", "ties => ties.map((tie) => getComputedStyle(tie).stroke)")
    assert len(set(colours)) == 1, "and the system's colour is taken"


def test_nothing_moves_for_those_who_want_none(show: Show) -> None:
    page = show(reduced_motion="reduce")
    assert page.eval_on_selector("#graph .actor", "one => getComputedStyle(one).transitionDuration") == "0s"


def test_a_phone_has_no_sideways_scroll(show: Show) -> None:
    page = show(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    for view in VIEWS:
        page.locator(f"#tab-{view}").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, view


def test_without_script_there_is_a_table(show: Show) -> None:
    page = show(java_script_enabled=False)
    assert page.locator("noscript tr").count() == 1 + 3
    assert page.locator("noscript").is_visible()
    assert not page.locator("#app").is_visible()
