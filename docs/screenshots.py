"""Make the pictures of the explorer in docs/images from a build.

    python docs/screenshots.py [output]

Needs the extra `test` and a Chromium.
"""

from __future__ import annotations

import shutil
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).parent / "images"
PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
VIEWS = {
    "explorer-fr.png": ("light", "#open=donald-trump&open=vladimir-poutine"),
    "explorer-matrix-en.png": ("dark", "#view=matrix&language=en"),
}


def main(output: str = "output") -> None:
    """Open the page of a build in each view and save what is seen."""
    page_of = (Path(output).resolve() / "explorer.html").as_uri()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        for name, (scheme, hash_) in VIEWS.items():
            page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
            page.goto(page_of + hash_)
            with Image.open(BytesIO(page.screenshot())) as seen:
                colours = seen.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
                colours.save(IMAGES / name, optimize=True)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
