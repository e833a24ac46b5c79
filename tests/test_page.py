"""The explorer: self-contained, hostile text inert, shown by a real browser."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from graphbuild.graph import Source
from graphbuild.page import parts, write_page
from graphbuild.results import Found
from tests.factories import hostile_world, make_event, small_world

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def page_of(source: Source) -> str:
    out = BytesIO()
    write_page(source, out)
    return out.getvalue().decode("utf-8")


def block(page: str, pattern: str) -> str:
    found = re.search(pattern, page, re.DOTALL)
    assert found is not None
    return found.group(1)


def test_the_policy_lets_in_its_own_script_and_style_alone() -> None:
    page = page_of(hostile_world())
    policy = block(page, r'Content-Security-Policy" content="([^"]*)"')
    assert "default-src 'none'" in policy and "unsafe" not in policy
    for kind, text in (
        ("script", block(page, r"<script>(.*?)</script>")),
        ("style", block(page, r"<style>(.*?)</style>")),
    ):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert not re.search(r"""(?:src|href)\s*=\s*["']?https?:""", page.split('id="data"')[0])


def test_hostile_text_stays_in_its_island() -> None:
    source = hostile_world()
    page = page_of(source)
    assert page.count("<script") == page.count("</script") == 2
    data = json.loads(block(page, r'id="data">(.*?)</script>'))
    told = [actor["name"] for one in data["events"] for side in ("source", "target") for actor in one[side]]
    assert any("</script>" in name for name in told)
    assert len(data["events"]) == len(source.events())


def test_the_pieces_are_the_sentence() -> None:
    one = make_event(start=15)
    assert "".join(text for text, _ in parts(one)) == one.sentence
    assert {role for _, role in parts(one)} >= {"trigger"}
    for other in small_world().events():
        assert "".join(text for text, _ in parts(other)) == other.sentence


def test_no_event_is_a_page_too() -> None:
    assert '"events":[]' in page_of(Found([], [], []))


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here: .ci/run installs one")
def test_a_browser_shows_the_events_as_text(tmp_path: Path) -> None:
    assert BROWSER is not None
    source = hostile_world()
    file = tmp_path / "explorer.html"
    file.write_text(page_of(source), encoding="utf-8")
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    command += [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--enable-logging=stderr",
    ]
    command += [f"--user-data-dir={tmp_path / 'profile'}", "--virtual-time-budget=4000", "--dump-dom", file.as_uri()]
    run = subprocess.run(command, capture_output=True, timeout=120, check=True)
    dom, log = run.stdout.decode("utf-8", "replace"), run.stderr.decode("utf-8", "replace")
    shown = block(dom, r'<tbody id="rows">(.*?)</tbody>')
    sure = sum(one.confidence >= 0.5 for one in source.events())
    assert shown.count("<tr>") == sure > 0
    assert "&lt;/script&gt;" in shown and "<img" not in shown
    assert "CONSOLE" not in log, [line for line in log.splitlines() if "CONSOLE" in line]
