"""actors.csv: one actor a line, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from graphbuild.clean import clean
from graphbuild.graph import Source, cast_and_mentions

COLUMNS = ("id", "name", "kind", "state", "qid", "events")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(source: Source, out: BinaryIO) -> None:
    """Write every actor by id, with the number of events it takes part in."""
    cast, count = cast_and_mentions(source)
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        rows = csv.writer(text, lineterminator="\n")
        rows.writerow(COLUMNS)
        for actor in cast.values():
            cells = (actor.id, actor.name, actor.kind, actor.state or "", actor.qid or "")
            rows.writerow([*map(cell, cells), count[actor.id]])
    finally:
        text.detach()  # or the caller's stream would be closed with it


def cell(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula.

    Carriage returns become line feeds: Python's csv leaves them bare, and a reader would begin a new row there.
    """
    safe = clean(text)
    marked = f"'{safe}" if safe.startswith(_FORMULA) else safe
    return marked.replace("\r\n", "\n").replace("\r", "\n")
