"""A link restores the view, and the page speaks the language it says."""

from __future__ import annotations

import pytest

from tests.page.conftest import Show

expect = pytest.importorskip("playwright.sync_api", reason="no Playwright here: pip install '.[test]'").expect


def test_a_link_restores_the_view(show: Show) -> None:
    page = show(
        hash_="#view=pairs&side=hostile&confidence=0.65&from=2025-05-26&open=etats-unis&open=russie&language=en"
    )
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#tab-pairs")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#status")).to_have_text("2 events shown, 2 pairs")
    expect(page.locator("#panel-title")).to_have_text("États-Unis – Russie")
    before = page.locator("main").inner_text()
    assert show(hash_=page.url[page.url.index("#") :]).locator("main").inner_text() == before


@pytest.mark.parametrize(
    "hash_", ["#view=x&level=-1&confidence=z&open=a&open=b&open=c", "#%", "#status=&actor=nobody", "#least=0&from=zzz"]
)
def test_a_broken_link_breaks_nothing(show: Show, hash_: str) -> None:
    expect(show(hash_=hash_).locator("#status")).to_contain_text("événement")


def test_the_language_is_that_of_the_page(show: Show) -> None:
    page = show()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("h1")).to_have_text("Qui a fait quoi à qui")
    page.locator("#language").select_option("en")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text("Who did what to whom")
    assert page.title() == "Who did what to whom – graphbuild"
    page.locator("#method-open").click()
    expect(page.locator("#method")).to_contain_text("it proves no alliance")
    page.keyboard.press("Escape")
    expect(page.locator("#method")).not_to_be_visible()
