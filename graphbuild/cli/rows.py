"""Answers to a query as plain text for the eye."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from graphbuild.cli.console import columns, cut
from graphbuild.query.answer import Rows, Term, Truth

_WIDEST = 60


def as_table(answer: Rows | Truth, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a table, or yes or no; a column that says nothing at all is left out."""
    if isinstance(answer, Truth):
        yield "yes" if answer.value else "no"
        return
    heads = [name.rstrip("_") for name in answer.variables]
    rows = [[_shown(term, prefixes) for term in row] for row in answer.rows]
    told = [number for number in range(len(heads)) if not rows or any(row[number] for row in rows)]
    yield columns([[line[number] for number in told] for line in (heads, *rows)])


def _shown(term: Term | None, prefixes: Mapping[str, str]) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return _short(term.value, prefixes)
    return cut(term.value if isinstance(term, ox.Literal) else str(term), _WIDEST)


def _short(iri: str, prefixes: Mapping[str, str]) -> str:
    """Return the address with its prefix where it has one; an address is never cut, for it is there to be copied."""
    name, start = max(
        ((n, p) for n, p in prefixes.items() if iri.startswith(p)), key=lambda p: len(p[1]), default=("", "")
    )
    return cut(f"{name}:{iri.removeprefix(start)}" if name else f"<{iri}>", len(iri) + 2)
