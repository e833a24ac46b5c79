"""The page at work in a real browser: graph, filters, evidence, keys, links."""

from __future__ import annotations

from html import escape
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphbuild.model import Actor
from tests.factories import HOSTILE, Memory, hostile_world, make_article, make_event
from tests.page.conftest import Show
from tests.page.world import CALLED, page_of, world

if TYPE_CHECKING:
    from playwright.sync_api import Page

expect = pytest.importorskip("playwright.sync_api", reason="no Playwright here: pip install '.[test]'").expect


def card_texts(page: Page) -> list[str]:
    return page.locator("#panel .sentence").all_text_contents()


def test_the_graph_shows_what_counts_at_first(show: Show) -> None:
    page = show()
    ties = page.locator("#graph [data-pair] .tie")
    kinds = sorted((tie.get_attribute("class") or "").removeprefix("tie ") for tie in ties.all())
    assert kinds == ["contact", "hostile", "mixed"]
    expect(page.locator("#status")).to_have_text("7 événements montrés, 3 paires")
    assert page.locator("#graph .name").all_text_contents().count("Donald Trump") == 1
    expect(page.locator("#panel")).to_contain_text("Les plus hostiles")
    tie = page.locator("#graph [data-pair]", has=page.locator(".mixed")).get_attribute("aria-label")
    assert tie == "Donald Trump – Vladimir Poutine : 1\u00a0action amicale, 1\u00a0action hostile", (
        "told twice, counted once"
    )


def test_what_is_hidden_is_counted(show: Show) -> None:
    cast = [Actor(f"actor-{n:02}", f"Actor {n:02}", "person") for n in range(40)]
    pairs = list(combinations(cast, 2))
    facts = [make_event(one, other, start=n, type="AID") for n, (one, other) in enumerate(pairs)]
    page = show(Memory((make_article("a1"),), tuple(cast), tuple(facts)))
    drawn = page.locator("#graph [data-pair]").count()
    assert drawn == 160
    expect(page.locator("#status")).to_contain_text(f"hors de cette vue : {len(pairs) - drawn}\u00a0paires")
    page.locator("#more").click()
    expect(page.locator("#more")).to_be_focused()
    assert page.locator("#graph [data-pair]").count() == len(pairs)


def test_a_click_on_a_tie_opens_its_sentences(show: Show) -> None:
    page = show()
    page.locator(
        "#graph [data-pair]", has=page.locator("title", has_text="Alexandre Loukachenko – Donald Trump")
    ).dispatch_event("click")
    expect(page.locator("#panel-title")).to_have_text("Alexandre Loukachenko – Donald Trump")
    expect(page.locator("#panel-title")).to_be_focused()
    assert CALLED in card_texts(page)
    assert page.locator("#panel mark.trigger").first.text_content() == "téléphoné", (
        "letters beyond the BMP shift nothing"
    )
    link = page.locator("#panel .article a").first
    assert (
        link.get_attribute("href") == "https://www.example.org/a1"
        and link.get_attribute("rel") == "noopener noreferrer"
    )
    page.locator("#panel summary", has_text="Pourquoi").first.click()
    expect(page.locator("#panel .event").first).to_contain_text("un verbe actif avec son sujet et son complément")
    expect(page.locator("#panel .event").first).to_contain_text("mot du lexique : téléphoner")


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
    assert card_texts(page)
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


def test_what_is_no_fact_is_pale(show: Show) -> None:
    page = show(hash_="#status=planned&level=1")
    assert page.locator("#graph [data-pair].unsure").count() == page.locator("#graph [data-pair]").count() == 1
    expect(page.locator("#graph [data-pair] title")).to_contain_text("rien d’affirmé")


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


def test_hostile_names_are_only_text(show: Show) -> None:
    page = show(hostile_world(), hash_="#view=events&status=&side=&confidence=0")
    assert page.locator("tbody tr").count() == len(HOSTILE)
    assert "</script><img src=x onerror=alert(1)>" in page.locator("tbody").inner_text()
    for view in ("graph", "matrix", "pairs", "events"):
        page.locator(f"#tab-{view}").click()
        assert page.locator("img, iframe, object, embed").count() == 0
    page.locator("tbody button").nth(1).click()
    expect(page.locator("#panel .event")).to_have_count(1)
    assert page.locator("#panel a[href^=javascript]").count() == 0


def test_no_address_but_the_web_is_a_link(show: Show) -> None:
    page = show(hash_="#status=negated&open=donald-trump&open=vladimir-poutine")
    expect(page.locator("#panel .event")).to_have_count(1)
    assert page.locator("#panel .event a").count() == 0
    assert "".join(page.locator("#panel mark.mark").all_text_contents()) == "Trump a"


def test_without_sentences_the_action_is_shown(show: Show) -> None:
    page = show(evidence="none", hash_="#open=alexandre-loukachenko&open=donald-trump")
    assert card_texts(page) == ["téléphoné", "téléphoné"]
    expect(page.locator("#panel")).to_contain_text("Cette page ne contient pas les phrases")


def test_a_frame_without_an_address_works_too(show: Show, tmp_path: Path) -> None:
    """Notebooks show pages in sandboxed frames, where history refuses."""
    page = show()
    frame = tmp_path / "frame.html"
    inside = escape(page_of(world()), quote=True)
    frame.write_text(f'<meta charset="utf-8"><iframe sandbox="allow-scripts" srcdoc="{inside}"></iframe>', "utf-8")
    page.goto(frame.as_uri())
    shown = page.frame_locator("iframe")
    shown.locator("#tab-pairs").click()
    expect(shown.locator("tbody tr")).to_have_count(3)
