"""Sections of an analysis on the screen, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graphbuild.alliances.section import Cell, Section
from graphbuild.alliances.words import Words
from graphbuild.cli.console import cut
from graphbuild.export.csv import cell

WIDTH = 160  # where the output is no terminal
_HIDDEN = ("events", "first_day", "last_day", "low", "high")
_WIDEST = 36


def as_tables(sections: Sequence[Section], say: Words, limit: int) -> str:
    """Return the sections as tables with notes; a table that is cut says so."""
    out = io.StringIO()
    width = None if sys.stdout.isatty() else WIDTH
    console = Console(file=out, width=width, highlight=False, color_system=None)
    for section in map(_told_of, sections):
        console.print(_table(section, section.cut(limit), say))
        console.print()
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip().splitlines())


def _told_of(section: Section) -> Section:
    """Return the section without the actors that belong nowhere: a table only counts them."""
    if section.name != "blocs":
        return section
    place = section.columns.index("standing")
    return replace(section, rows=[row for row in section.rows if row[place] != "unassigned"])


def _table(whole: Section, section: Section, say: Words) -> Table:
    title = say.titles[section.name].format(**section.notes)
    table = Table(title=Text(title, "bold"), caption=_note(whole, section, say), box=box.SIMPLE, title_justify="left",
                  caption_justify="left")  # fmt: skip
    shown = [name for name in section.columns if not name.endswith("_id") and name not in _HIDDEN]
    for name in shown:
        number = any(isinstance(row[section.columns.index(name)], float | int) for row in section.rows)
        table.add_column(Text(say.columns.get(name, name)), justify="right" if number else "left")
        if name in _BOUNDED:
            table.add_column(Text(say.columns.get("interval", "")))
    for row in section.rows:
        known = dict(zip(section.columns, row, strict=True))
        table.add_row(*(Text(text) for name in shown for text in _shown(name, known, say)))
    return table


_BOUNDED = ("share", "change")


def _shown(name: str, row: Mapping[str, Cell], say: Words) -> list[str]:
    texts = [_told(name, row[name], say)]
    if name in _BOUNDED:
        bounds = [say.number(float(value)) for value in (row["low"], row["high"]) if value is not None]
        texts.append(" … ".join(bounds))
    return texts


def _told(name: str, value: Cell, say: Words) -> str:
    if value is None:
        return say.notes["none"] if name == "period" else "–"
    if isinstance(value, float):
        return say.number(value)
    text = str(value)
    return say.values.get(text, text) if name in _WORDS else cut(text, _WIDEST)


_WORDS = ("kind", "standing", "verdict", "measure", "value", "pattern", "balanced", "differ", "sure")


def _note(whole: Section, section: Section, say: Words) -> Text:
    """Return what stands below a table."""
    if not whole.rows and section.name != "blocs":
        return Text(say.notes["empty"], "dim")
    told = say.notes.get(section.name, "").format(**section.notes)
    if section.name == "blocs" and not section.notes["blocs"]:
        told = say.notes["no bloc"] + told
    hidden = len(whole.rows) - len(section.rows)
    return Text(" ".join([told, say.notes["more"].format(hidden=hidden)] if hidden else [told]), "dim")


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
