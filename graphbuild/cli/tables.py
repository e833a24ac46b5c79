"""Sections of an analysis as tables for the eye."""

from __future__ import annotations

import io
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

WIDTH = 120  # where the output is no terminal
NARROW = 110
_SPARED = ("intensity", "outlets")
_HIDDEN = ("events", "first_day", "last_day", "low", "high", "second", "third")
_WORDS = ("kind", "standing", "verdict", "measure", "value", "pattern", "balanced", "differ", "sure")
_BOUNDED = ("share", "change")
_WIDEST = 32


def as_tables(sections: Sequence[Section], say: Words, limit: int) -> str:
    """Return the sections as tables with notes; a table that is cut says so."""
    out = io.StringIO()
    width = None if sys.stdout.isatty() else WIDTH
    console = Console(file=out, width=width, highlight=False, color_system=None)
    for section in map(_told_of, sections):
        console.print(_table(section, section.cut(limit), say, narrow=console.width < NARROW))
        console.print(Text(_note(section, section.cut(limit), say)))
        console.print()
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip().splitlines())


def _told_of(section: Section) -> Section:
    """Return the section without the actors that belong nowhere: a table only counts them."""
    if section.name != "blocs":
        return section
    place = section.columns.index("standing")
    return replace(section, rows=[row for row in section.rows if row[place] != "unassigned"])


def _table(whole: Section, section: Section, say: Words, *, narrow: bool) -> Table:
    title = say.titles[section.name].format(**section.notes)
    table = Table(title=Text(title, "bold"), box=box.SIMPLE, title_justify="left", pad_edge=False)
    hidden = _HIDDEN + (_SPARED if narrow else ())
    shown = [name for name in section.columns if not name.endswith("_id") and name not in hidden]
    for name in shown if whole.rows else ():
        number = any(isinstance(row[section.columns.index(name)], float | int) for row in section.rows)
        table.add_column(
            Text(say.columns.get(name, name)),
            justify="right" if number and name not in _WORDS else "left",
            no_wrap=name in _BOUNDED,
        )
    for row in section.rows:
        known = dict(zip(section.columns, row, strict=True))
        table.add_row(*(Text(_told(name, known, say)) for name in shown))
    return table


def _told(name: str, row: Mapping[str, Cell], say: Words) -> str:
    """Return a cell; the names of a pair or a triad share one, and so do a share and its interval."""
    value = row[name]
    if name == "first":
        return " – ".join(cut(str(row[other]), _WIDEST) for other in ("first", "second", "third") if other in row)
    if value is None:
        return say.notes["none"] if name == "period" else "–"
    if isinstance(value, float):
        ends = [say.number(float(row[end] or 0)) for end in ("low", "high") if name in _BOUNDED]
        return f"{say.number(value)} ({' … '.join(ends)})" if ends else say.number(value)
    text = str(value)
    return say.values.get(text, text) if name in _WORDS else cut(text, _WIDEST)


def _note(whole: Section, section: Section, say: Words) -> str:
    """Return what stands below a table."""
    if not whole.rows and section.name != "blocs":
        return say.notes["empty"]
    signs = say.notes["signs"] if "friendly" in section.columns else ""
    told = say.notes.get(section.name, "").format(**section.notes)
    core = say.notes["no bloc"] if section.name == "blocs" and not section.notes["blocs"] else ""
    beyond = say.notes["beyond"].format(**section.notes) if "beyond" in section.notes else ""
    hidden = len(whole.rows) - len(section.rows)
    more = say.notes["more"].format(hidden=hidden) if hidden else ""
    return " ".join(part for part in (signs, core, told, beyond, more) if part)
