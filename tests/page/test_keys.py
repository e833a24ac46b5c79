"""By keyboard: to the evidence and back, the search, the tables, the matrix."""

from __future__ import annotations

import pytest

from tests.page.conftest import Show

expect = pytest.importorskip("playwright.sync_api", reason="no Playwright here: pip install '.[test]'").expect


def test_the_keyboard_leads_to_the_evidence_and_back(show: Show) -> None:
    page = show()
    first = page.locator('#graph [tabindex="0"]')
    assert first.count() == 1, "one stop for the tab key"
    first.focus()
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        if page.locator("#graph [data-pair]:focus").count():
            break
    on = page.locator("#graph :focus").get_attribute("data-pair")
    assert on
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_be_focused()
    assert page.locator("#panel .sentence").all_text_contents()
    page.keyboard.press("Escape")
    expect(page.locator(f'#graph [data-pair="{on}"]')).to_be_focused()
    page.keyboard.press("PageDown")
    expect(page.locator("#graph [data-actor]:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#panel .ties button").first).to_be_visible()


def test_the_search_finds_without_accents(show: Show) -> None:
    page = show()
    page.keyboard.press("/")
    expect(page.locator("#actor")).to_be_focused()
    page.keyboard.type("etats")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_have_text("États-Unis")
    expect(page.locator("#status")).to_have_text("2 événements montrés, 1 paire")
    assert page.locator("#graph [data-actor]").count() == 2
    page.locator("#reset").click()
    expect(page.locator("#status")).to_contain_text("7 événements")


def test_tables_sort_and_open(show: Show) -> None:
    page = show(hash_="#view=events")
    expect(page.locator("tbody tr")).to_have_count(7)
    page.locator('[data-column="confidence"] button').click()
    expect(page.locator('[data-column="confidence"]')).to_have_attribute("aria-sort", "descending")
    page.locator('[data-column="confidence"] button').click()
    expect(page.locator("tbody tr").first).to_contain_text("0,55")
    page.locator("tbody tr").first.locator("button").click()
    expect(page.locator("#panel-title")).to_have_text("Donald Trump – Vladimir Poutine")
    page.locator("#tab-graph").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#tab-events")).to_be_focused()


def test_the_matrix_walks_and_opens(show: Show) -> None:
    page = show(hash_="#view=matrix")
    assert page.locator("#matrix td.mixed").all_text_contents() == ["+1 −1"] * 2
    assert page.locator("#matrix td.unknown").count() > 0
    page.locator('#matrix td[tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#matrix td:focus")).to_have_count(1)
    page.locator("#matrix td.hostile").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_have_text("États-Unis – Russie")
