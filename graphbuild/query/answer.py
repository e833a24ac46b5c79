"""What a query gives back, in the terms of Oxigraph, whatever engine has answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import islice
from typing import TypeVar

import pyoxigraph as ox

from graphbuild.clean import clean

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = tuple[Term | None, ...]
Item = TypeVar("Item")
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a SELECT; `cut` where there are more than were asked for. In a notebook they show as a table."""

    variables: tuple[str, ...]
    rows: list[Row]
    cut: bool = False

    def __repr__(self) -> str:
        return f"<Rows: {len(self.rows)} of {', '.join(self.variables)}>"

    def records(self) -> list[dict[str, str]]:
        """Return each row as a dict of plain texts; what is not told is the empty text."""
        heads = [name.rstrip("_") for name in self.variables]
        return [dict(zip(heads, map(_text, row), strict=True)) for row in self.rows]

    def _repr_html_(self) -> str:
        """Return a table without any script, every text escaped."""
        heads = "".join(f"<th>{escape(name.rstrip('_'))}</th>" for name in self.variables)
        shown = self.rows[:_SHOWN]
        lines = ("".join(f"<td>{escape(_text(term))}</td>" for term in row) for row in shown)
        more = f"<p>… {len(self.rows) - len(shown)} more</p>" if len(shown) < len(self.rows) else ""
        return f"<table><tr>{heads}</tr>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>{more}"


@dataclass(frozen=True, slots=True)
class Truth:
    """The yes or no of an ASK."""

    value: bool
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of a CONSTRUCT or DESCRIBE; `cut` where there are more than were asked for."""

    triples: list[ox.Triple]
    cut: bool = False


Answer = Rows | Truth | Statements


def first(items: Iterable[Item], most: int) -> tuple[list[Item], bool]:
    """Return at most so many items, and whether there are more."""
    found = list(islice(items, most + 1))
    return found[:most], len(found) > most


def _text(term: Term | None) -> str:
    """Return a term as plain text, without what XML and UTF-8 refuse."""
    if term is None:
        return ""
    return clean(term.value if isinstance(term, ox.Literal | ox.NamedNode | ox.BlankNode) else str(term))
