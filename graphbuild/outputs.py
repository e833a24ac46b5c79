"""The files of a build: every export, the pictures, and run.json, which alone may hold a clock."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.export import FILES, export
from graphbuild.export.atomic import writing
from graphbuild.results import EventGraph

if TYPE_CHECKING:
    from graphbuild.pipeline import Progress


def write_outputs(graph: EventGraph, folder: Path, progress: Progress) -> None:
    """Write all files of a build into its folder, each whole or not at all."""
    for name, file_name in FILES.items():
        export(name, graph.source, folder / file_name)
    for suffix in ("png", "svg"):
        graph.draw(folder / f"alliances.{suffix}")
    with writing(folder / "run.json") as out:
        out.write(json.dumps(_run(progress), ensure_ascii=False, indent=2).encode() + b"\n")


def _run(progress: Progress) -> dict[str, object]:
    from graphbuild.pipeline import program_version

    return {
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "version": program_version(),
        "articles_parsed": progress.done,
        "articles_unchanged": progress.unchanged,
        "articles_removed": progress.removed,
        "refused": [{"path": refusal.path, "reason": refusal.reason} for refusal in progress.refused],
        "notes": progress.notes,
    }
