"""The graph in a real browser: what counts at first, what is hidden, what a tie opens on."""

from __future__ import annotations

from html import escape
from itertools import combinations
from pathlib import Path

import pytest

from graphbuild.model import Actor
from tests.factories import HOSTILE, Memory, hostile_world, make_article, make_event
from tests.page.conftest import Show
from tests.page.world import CALLED, page_of, world

expect = pytest.importorskip("playwright.sync_api", reason="no Playwright here: pip install '.[test]'").expect


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
    assert CALLED in page.locator("#panel .sentence").all_text_contents()
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


def test_what_is_no_fact_is_pale(show: Show) -> None:
    page = show(hash_="#status=planned&level=1")
    assert page.locator("#graph [data-pair].unsure").count() == page.locator("#graph [data-pair]").count() == 1
    expect(page.locator("#graph [data-pair] title")).to_contain_text("rien d’affirmé")


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
    assert page.locator("#panel .sentence").all_text_contents() == ["téléphoné", "téléphoné"]
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
