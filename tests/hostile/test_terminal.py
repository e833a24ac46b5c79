"""What an article says in the terminal of whoever reads it, and in a notebook, is only ever shown."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from graphbuild.cli import main
from graphbuild.results import EventGraph, Found
from tests.factories import HOSTILE, hostile_world

ESCAPES = "\x1b]0;mine\x07\x1b[2J\u202e\u2066"


def _plain(text: str) -> bool:
    return not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in text if c != "\n")


def test_neither_names_nor_words_of_an_article_are_obeyed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"{ESCAPES}La Russie{ESCAPES} a attaqué l'Ukraine. \x9b31m"
    (tmp_path / f"{ESCAPES.replace('/', '')}.md").write_text(f"---\ntitle: [*a]\n---\n{text}", encoding="utf-8")
    (tmp_path / f"{ESCAPES}.html").write_text(f"<title>{ESCAPES}</title>", encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        main(["extract", "--format", "table", "--min-confidence", "0", str(tmp_path)])
    told = capsys.readouterr()
    assert left.value.code == 3 and "Russie" in told.out and "no main text" in told.err
    assert _plain(told.out) and _plain(told.err)


def test_a_notebook_gets_a_picture_and_counts_alone() -> None:
    world = hostile_world(HOSTILE)
    shown = EventGraph(Found(world.papers, world.cast, world.facts))._repr_mimebundle_()
    assert set(shown) <= {"text/plain", "image/png", "image/svg+xml", "text/html"}
    assert _plain(shown["text/plain"]) and "<script" not in str(shown.get("text/html", "")).lower()
