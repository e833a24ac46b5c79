"""What a query gives back, in the terms of Oxigraph, whatever engine has answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import pyoxigraph as ox

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = tuple[Term | None, ...]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a SELECT; `cut` where there are more than were asked for."""

    variables: tuple[str, ...]
    rows: list[Row]
    cut: bool = False


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
