"""Run the notebooks from top to bottom and keep what they show.

    python notebooks/execute.py            (or  make notebooks)

Nothing of the machine and no clock gets into the files, so the same program writes the same bytes. Needs
`pip install '.[test]'`.
"""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parent
SECONDS = 120


def executed(notebook: Path, folder: Path) -> nbformat.NotebookNode:
    """Return the notebook as it is after it has run in a folder; raises CellExecutionError where a cell fails."""
    node = nbformat.read(notebook, as_version=4)
    NotebookClient(
        node,
        timeout=SECONDS,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
        coalesce_streams=True,
    ).execute()
    node.metadata.language_info = {"name": "python"}
    return node


if __name__ == "__main__":
    for notebook in sorted(FOLDER.glob("*.ipynb")):
        nbformat.write(executed(notebook, FOLDER), notebook)
