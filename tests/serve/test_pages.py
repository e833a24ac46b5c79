"""The pages: a strict policy, nothing from elsewhere, and an editor that a real browser can use."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner

from graphbuild.cli import cli
from graphbuild.errors import GraphbuildError, LedgerError, OutputError
from graphbuild.serve import Limits, run
from graphbuild.serve.accept import FORMATS, accepted
from tests.query.world import write
from tests.serve.conftest import Server

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.parametrize("path", ["/", "/query", "/editor.js", "/editor.css", "/queries.json", "/sparql", "/nothing"])
def test_every_answer_bears_the_strict_headers(path: str, server: Server) -> None:
    headers = server.request("GET", path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


def test_the_editor_loads_nothing_from_elsewhere() -> None:
    for name in ("editor.html", "editor.js", "editor.css"):
        text = (files("graphbuild") / "serve" / name).read_text("utf-8")
        assert re.findall(r"https?://[^\s\"']+", text) in ([], ["http://www.w3.org/2001/XMLSchema#date"])
        assert not re.search(r"innerHTML|eval\(|\son\w+=|@import|style=", text)


def test_the_explorer_keeps_its_own_policy(server: Server) -> None:
    policy = server.request("GET", "/").headers["content-security-policy"]
    assert policy == "default-src 'none'; frame-ancestors 'none'"


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here: .ci/run installs one")
def test_a_browser_runs_a_query_by_name(server: Server, tmp_path: Path) -> None:
    assert BROWSER is not None
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    command += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    command += ["--enable-logging=stderr", f"--user-data-dir={tmp_path / 'profile'}"]
    command += ["--virtual-time-budget=8000", "--dump-dom", f"http://localhost:{server.port}/query#name=rivalries"]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    dom, log = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    assert "CONSOLE" not in log, [line for line in log.splitlines() if "CONSOLE" in line]
    assert dom.count("<tr>") == 4 and "<td>Ukraine</td>" in dom, dom[-2000:]
    assert 'value="Alexandre Loukachenko"' in dom and '<option value="ASSAULT">' in dom.replace(
        "<option>ASSAULT", '<option value="ASSAULT">'
    )
    assert "3 lignes" in dom


@pytest.mark.parametrize(
    ("header", "best"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("text/*", "xml"),
        ("text/csv;q=0.2, text/turtle;q=0.9", "turtle"),
        ("application/sparql-results+json;q=0, */*", "xml"),
        ("text/csv;q=no", None),
        (";;;,,,", None),
    ],
)
def test_accept(header: str, best: str | None) -> None:
    found = accepted(header)
    assert (found[0] if found else None) == best and set(found) <= set(FORMATS)


def _unheard(_: str, __: int) -> None:
    raise AssertionError("it must not come so far")


def test_no_graph_no_server(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="make one with"):
        run(tmp_path, 0, Limits(), _unheard)


def test_a_taken_port_is_told(server: Server, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=f"port {server.port}"):
        run(write(tmp_path), server.port, Limits(), _unheard)


def test_a_missing_library_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "uvicorn", None)
    with pytest.raises(GraphbuildError, match=r"pip install 'graphbuild\[serve\]'"):
        run(tmp_path, 0, Limits(), _unheard)


def test_serve_tells_its_options() -> None:
    shown = CliRunner().invoke(cli, ["serve", "--help"])
    assert shown.exit_code == 0 and "read-only" in shown.output
