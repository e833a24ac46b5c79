"""Same corpus, same version: the same bytes in every file but run.json, whatever the way there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import graphbuild
from graphbuild import build
from tests.builds import ARTICLES, contents, write_corpus

ROOT = Path(graphbuild.__file__).parents[1]


def built(corpus: Path | str, output: Path, *options: str, seed: int = 0, cwd: Path = ROOT) -> dict[str, bytes]:
    """Build in a process of its own and return the files."""
    subprocess.run(
        [
            sys.executable,
            "-m",
            "graphbuild",
            "build",
            str(corpus),
            "-o",
            str(output),
            "--min-confidence",
            "0",
            *options,
        ],
        check=True,
        capture_output=True,
        cwd=cwd,
        env=os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)},
    )
    return contents(output)


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("reference")
    return built(write_corpus(folder / "presse"), folder / "output")


def test_another_hash_seed_folder_and_number_of_workers(reference: dict[str, bytes], tmp_path: Path) -> None:
    write_corpus(tmp_path / "là-bas" / "presse")
    output = tmp_path / "là-bas" / "résultat"
    assert built("presse", output, "--workers", "2", seed=1, cwd=tmp_path / "là-bas") == reference


def test_articles_added_changed_and_removed(reference: dict[str, bytes], tmp_path: Path) -> None:
    corpus, output = tmp_path / "presse", tmp_path / "output"
    names = list(ARTICLES)
    first = {
        names[0]: ARTICLES[names[0]],
        names[1]: "Paris a félicité Berlin.",
        "adieu.txt": "L'Iran a menacé Israël. Donald Trump a félicité l'Iran.",
    }
    write_corpus(corpus, first)
    build(corpus, output, min_confidence=0)
    (corpus / "adieu.txt").unlink()
    for name in names[1:]:
        (corpus / name).write_text(ARTICLES[name], encoding="utf-8")
    build(corpus, output, min_confidence=0)
    assert contents(output) == reference


def test_one_article_at_a_time(reference: dict[str, bytes], tmp_path: Path) -> None:
    corpus, output = tmp_path / "presse", tmp_path / "output"
    corpus.mkdir()
    for name in reversed(ARTICLES):
        (corpus / name).write_text(ARTICLES[name], encoding="utf-8")
        build(corpus, output, min_confidence=0)
    assert contents(output) == reference
