"""The notebooks run from top to bottom, and what they keep tells nothing of the machine they ran on."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LARGEST = 1_000_000
MACHINE = re.compile(r"/(?:home|root|tmp|Users|work|var|usr)/|[A-Z]:\\\\")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
each = pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)


def cells(notebook: Path, kind: str) -> list[Any]:
    return [cell for cell in nbformat.read(notebook, as_version=4).cells if cell.cell_type == kind]


def shapes(code: list[Any]) -> list[list[str]]:
    """Return what each cell shows, by kind."""
    return [sorted({kind for out in cell.outputs for kind in out.get("data", {"text": ""})}) for cell in code]


def test_there_are_four() -> None:
    assert [notebook.name[0] for notebook in NOTEBOOKS] == ["1", "2", "3", "4"]


@each
def test_every_cell_runs_and_shows_what_is_kept(
    notebook: Path, shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside a build of the corpus, as after the commands of the README."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.syspath_prepend(str(ROOT / "notebooks"))
    from execute import executed

    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    shutil.copytree(shipped, tmp_path / "output")
    (tmp_path / "notebooks").mkdir()
    run = executed(notebook, tmp_path / "notebooks")
    assert shapes([cell for cell in run.cells if cell.cell_type == "code"]) == shapes(cells(notebook, "code"))


@each
def test_what_a_notebook_keeps(notebook: Path) -> None:
    text = notebook.read_text(encoding="utf-8")
    outputs = [output for cell in cells(notebook, "code") for output in cell.outputs]
    assert all(output.output_type != "error" and output.get("name") != "stderr" for output in outputs)
    assert any("image/png" in output.get("data", {}) for output in outputs)
    assert "<script" not in "".join(output.get("data", {}).get("text/html", "") for output in outputs)
    assert len(text) < LARGEST
    without_pictures = re.sub(r'"image/png": "[^"]*"', "", text)
    assert not MACHINE.search(without_pictures)


@each
def test_cells_ran_in_their_order(notebook: Path) -> None:
    code = cells(notebook, "code")
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))


@each
def test_links_lead_somewhere(notebook: Path) -> None:
    links = [link for cell in cells(notebook, "markdown") for link in LINK.findall(cell.source)]
    assert [link for link in links if "://" not in link and not (notebook.parent / link).exists()] == []
