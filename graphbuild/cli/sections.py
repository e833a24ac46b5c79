"""Sections of an analysis as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence

from graphbuild.alliances.section import Cell, Section
from graphbuild.export.csv import cell


def as_csv(section: Section) -> str:
    """Return one section with a header; no text can act as a formula, and numbers stay as they are."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(section.columns)
    rows.writerows([cell(value) if isinstance(value, str) else _plain(value) for value in row] for row in section.rows)
    return out.getvalue().removesuffix("\n")


def _plain(value: Cell) -> Cell:
    return str(value).lower() if isinstance(value, bool) else value


def as_json(sections: Sequence[Section], about: Mapping[str, object]) -> str:
    """Return the sections by name, each a list of objects, after what they are about."""
    told: dict[str, object] = dict(about)
    for section in sections:
        told[section.name] = [dict(zip(section.columns, row, strict=True)) for row in section.rows]
        if section.notes:
            told[f"{section.name}_notes"] = section.notes
    return json.dumps(told, ensure_ascii=False, indent=2)
