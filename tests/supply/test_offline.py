"""A build calls nobody, whatever its articles ask for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

WATCHED = """
import sys

def watch(event, details):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        sys.stderr.write(f"called out: {event} {details}\\n")

sys.addaudithook(watch)
"""
BUILD = "from graphbuild.cli import main\nmain(sys.argv[1:])\n"
CALL = "import urllib.request\ntry: urllib.request.urlopen('http://127.0.0.1:1/')\nexcept OSError: pass\n"
PAGE = """<!DOCTYPE html PUBLIC "x" "http://127.0.0.1:1/x.dtd" [<!ENTITY e SYSTEM "http://127.0.0.1:1/e">]>
<html lang="fr"><head><title>La guerre</title><link rel="stylesheet" href="http://127.0.0.1:1/s.css">
<link rel="canonical" href="http://127.0.0.1:1/"><base href="http://127.0.0.1:1/"></head>
<body><article><p>La Russie a attaqué l'Ukraine vendredi, et le président ukrainien a condamné cette attaque. &e;</p>
<p>La France a aussitôt condamné la Russie et promis une aide à l'Ukraine.<img src="http://127.0.0.1:1/i.png"></p>
</article></body></html>
"""


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", WATCHED + script, *arguments], capture_output=True, text=True)


def test_a_build_calls_nobody(tmp_path: Path) -> None:
    corpus = tmp_path / "presse"
    corpus.mkdir()
    (corpus / "page.html").write_text(PAGE, encoding="utf-8")
    front = "---\nurl: http://127.0.0.1:1/\n---\nLa France a soutenu l'Ukraine. ![](http://127.0.0.1:1/i.png)\n"
    (corpus / "note.md").write_text(front, encoding="utf-8")
    built = run(BUILD, "build", str(corpus), "-o", str(tmp_path / "output"))
    assert built.returncode == 0, built.stderr
    assert "called out" not in built.stderr
    events = (tmp_path / "output" / "events.jsonl").read_text(encoding="utf-8")
    assert '"doc":"page"' in events.replace(": ", ":")


def test_a_call_is_seen() -> None:
    assert "called out: socket.connect" in run(CALL).stderr
