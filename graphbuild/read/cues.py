"""The French words that tell a date or a line that is no prose: layout.csv and months.csv, loaded once."""

from __future__ import annotations

import re
from functools import cache

from graphbuild.lexicon.rows import read_rows
from graphbuild.text import fold


@cache
def cues(kind: str) -> tuple[str, ...]:
    """Return the cues of one kind as written, longest first so that a pattern tries the most telling one."""
    return tuple(sorted((c for c, k in _rows("layout.csv", "cue", "kind") if k == kind), key=lambda c: (-len(c), c)))


@cache
def folded(kind: str) -> frozenset[str]:
    """Return the cues of one kind folded, to compare with a folded line."""
    return frozenset(fold(c) for c in cues(kind))


@cache
def months() -> dict[str, int]:
    """Return the number of each month by its folded name or abbreviation."""
    return {fold(name): int(month) for name, month in _rows("months.csv", "name", "month")}


def any_of(words: tuple[str, ...]) -> str:
    """Return a pattern for one of the words, with either apostrophe."""
    return "(?:" + "|".join(re.escape(w).replace("'", "['’]") for w in words) + ")"


@cache
def month_pattern() -> str:
    """Return a pattern for the name of a month, abbreviated or not."""
    names = sorted((name for name, _ in _rows("months.csv", "name", "month")), key=lambda n: (-len(n), n))
    return any_of(tuple(names)) + r"\b\.?"


def _rows(table: str, *columns: str) -> list[tuple[str, str]]:
    return [(row[columns[0]], row[columns[1]]) for row in read_rows(f"lexicons/fr/{table}", columns)]
