"""What an analysis finds, as flat tables that a screen, a spreadsheet and a program can all read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Section:
    """One table: `columns` name the cells of all `rows`; those that end in _id are for programs.

    `grouped` names the column by which rows are counted when a table is cut; `notes` are keys and values of what has
    to be told beside it.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    grouped: str | None = None
    notes: dict[str, Cell] = field(default_factory=dict)

    def cut(self, most: int) -> Section:
        """Return the section with at most so many rows, or so many of each group."""
        place = self.columns.index(self.grouped) if self.grouped else None
        seen: Counter[Cell] = Counter()
        kept = []
        for row in self.rows:
            group = None if place is None else row[place]
            seen[group] += 1
            if seen[group] <= most:
                kept.append(row)
        return Section(self.name, self.columns, kept, self.grouped, self.notes)
