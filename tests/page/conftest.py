"""One headless Chromium for all tests of the page; whatever it asks of the network or complains of fails the test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graphbuild.graph import Source
from tests.page.world import page_of, world

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OWN = ("file:", "data:", "blob:", "about:")

Show = Callable[..., "Page"]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Return a browser; it is closed after this package, for Playwright's loop would be in the way of other tests."""
    if PROGRAM is None:
        pytest.skip("no Chromium here: .ci/run installs one")
    api = pytest.importorskip("playwright.sync_api", reason="no Playwright here: pip install '.[test]'")
    with api.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    """Return a function that opens the page of a world, offline, and holds it to its word."""
    opened: list[BrowserContext] = []
    troubles: list[str] = []

    def open_page(source: Source | None = None, hash_: str = "", evidence: Any = "full", **options: Any) -> Page:
        file = tmp_path / "explorer.html"
        file.write_text(page_of(source or world(), evidence), encoding="utf-8")
        context = browser.new_context(**({"offline": True, "viewport": {"width": 1280, "height": 800}} | options))
        context.set_default_timeout(5000)
        opened.append(context)
        page = context.new_page()
        page.on("request", lambda request: troubles.extend([] if request.url.startswith(OWN) else [request.url]))
        page.on("console", lambda told: troubles.extend([told.text] if told.type in ("error", "warning") else []))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
        page.goto(file.as_uri() + hash_)
        return page

    yield open_page
    for context in opened:
        context.close()
    assert troubles == []
