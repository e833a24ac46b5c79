"""How fast the explorer is in a headless Chromium, as a Markdown table.

    python benchmarks/page.py [--events 1000 20000 50000] [--repeat 5]

The pages show the made-up world of synthetic.py. Each is opened so many times, in a window of 1280 by 800 with an empty
cache; a figure is the middle one. "Load" runs from the start of the navigation until the graph, the timeline and all
lists are drawn; "filter" is one move of the slider of the confidence, with everything drawn anew. Needs the extra
`test` and a Chromium.
"""

from __future__ import annotations

import argparse
import shutil
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright
from synthetic import EVENTS_AN_ARTICLE, World

from graphbuild.results import EventGraph

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
FILTERED = """() => {
  const slider = document.getElementById("confidence"), begun = performance.now();
  slider.value = 0.6;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.offsetHeight;
  return performance.now() - begun;
}"""
OPENED = """() => {
  const begun = performance.now();
  document.querySelector("#graph [data-pair]").dispatchEvent(new MouseEvent("click", { bubbles: true }));
  document.body.offsetHeight;
  return performance.now() - begun;
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, nargs="+", default=[1_000, 20_000, 50_000])
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    print("| events | evidence | written in, s | size, MB | load, s | filter, s | open a tie, s |")
    print("|---|---|---|---|---|---|---|")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox", "--disable-gpu"])
        for events in options.events:
            print(row(browser, Path(folder) / "explorer.html", events, options.repeat), flush=True)
        browser.close()


def row(browser: Browser, file: Path, events: int, repeat: int) -> str:
    graph = EventGraph(World(-(-events // EVENTS_AN_ARTICLE)))
    begun = time.perf_counter()
    graph.explorer(file)
    written = time.perf_counter() - begun
    loads, filters, opens = zip(*(visit(browser, file) for _ in range(repeat)), strict=True)
    size = file.stat().st_size / 1e6
    figures = " | ".join(f"{median(found) / 1000:.2f}" for found in (loads, filters, opens))
    return f"| {graph.counts()['events']} | snippet | {written:.1f} | {size:.1f} | {figures} |"


def visit(browser: Browser, file: Path) -> tuple[float, float, float]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("#graph").wait_for()
    told = page.evaluate(LOADED), page.evaluate(FILTERED), page.evaluate(OPENED)
    context.close()
    return told


if __name__ == "__main__":
    main()
