"""Filters, timeline and evidence stay in step."""

from __future__ import annotations

import pytest

from tests.page.conftest import Show

expect = pytest.importorskip("playwright.sync_api", reason="no Playwright here: pip install '.[test]'").expect


def test_filters_and_evidence_stay_in_step(show: Show) -> None:
    page = show(hash_="#open=donald-trump&open=vladimir-poutine")
    expect(page.locator("#panel .event")).to_have_count(3)
    page.get_by_label("+ amical").uncheck()
    expect(page.locator("#panel .event")).to_have_count(1)
    expect(page.locator("#panel .facts").first).to_contain_text("accusation")
    page.get_by_label("nié").check()
    expect(page.locator("#panel .event")).to_have_count(2)
    page.locator("#confidence").fill("0.75")
    expect(page.locator("#panel .event")).to_have_count(1)
    expect(page.locator("#panel .facts").first).to_contain_text("nié")
    page.locator("#confidence").fill("0.95")
    expect(page.locator("#panel .event")).to_have_count(0)
    expect(page.locator("#panel")).to_contain_text("Aucun événement ne passe les filtres")
    expect(page.locator("#stage")).to_contain_text("Aucune paire")


def test_every_list_filters(show: Show) -> None:
    page = show()
    for facet, label, told in (
        ("kind", "État", "2 événements montrés, 1 paire"),
        ("type", "accusation", "1 événement montré, 1 paire"),
        ("outlet", "La Gazette", "3 événements montrés, 3 paires"),
    ):
        page.locator(f'[data-facet="{facet}"] summary').click()
        box = page.locator(f'[data-facet="{facet}"]').get_by_label(label)
        box.check()
        expect(page.locator("#status")).to_have_text(told)
        box.uncheck()
    page.locator("#least").fill("2")
    expect(page.locator("#status")).to_have_text("7 événements montrés, 3 paires")
    page.locator("#least").fill("3")
    expect(page.locator("#status")).to_have_text("0 événement montré, 0 paire")


def test_the_timeline_filters_by_keyboard(show: Show) -> None:
    page = show()
    assert [page.locator(f"#bars .bar.{side}").count() for side in ("friendly", "contact", "hostile")] == [1, 2, 2]
    page.locator("#from").focus()
    page.keyboard.press("End")
    expect(page.locator("#status")).not_to_contain_text("7 événements")
    assert "from=2025-08" in page.url
    assert (page.locator("#from").get_attribute("aria-valuetext") or "").endswith("2025")
    page.keyboard.press("Home")
    expect(page.locator("#status")).to_contain_text("7 événements")
    page.locator('[data-facet="status"]').get_by_label("nié").check()
    expect(page.locator("#status")).to_contain_text("8 événements")
    expect(page.locator("#bars .in .bar.hostile")).to_have_count(3)  # one of them for what bears no day
    page.locator("#undated").uncheck()
    expect(page.locator("#status")).to_contain_text("7 événements")


def test_a_drag_across_the_bars_chooses_days(show: Show) -> None:
    page = show()
    box = page.locator("#bars").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 3, box["y"] + 20)
    page.mouse.up()
    expect(page.locator("#status")).to_contain_text("3 événements")
    page.mouse.click(box["x"] + box["width"] - 2, box["y"] + 20)
    expect(page.locator("#undated")).not_to_be_checked()
