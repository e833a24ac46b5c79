"""The values of parameters → terms as N-Triples writes them. None of a user's own text gets into a query."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pyoxigraph as ox

from graphbuild.errors import QueryError
from graphbuild.model import EVENT_TYPES
from graphbuild.query.actors import address
from graphbuild.query.answer import Answer

ET = "https://w3id.org/graphbuild/event-type/"
_DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")


def terms(values: Mapping[str, str], ask: Callable[[str, int], Answer]) -> dict[str, str]:
    """Return the term of each parameter; `ask` is for the actors. Raises QueryError for a value that is none."""
    return {name: _term(name, value, ask) for name, value in values.items()}


def _term(name: str, value: str, ask: Callable[[str, int], Answer]) -> str:
    if name in ("actor", "other"):
        return address(value, ask)
    if name in ("since", "until"):
        return str(ox.Literal(_day(value), datatype=_DATE))
    if name == "type":
        return str(ox.NamedNode(ET + _type(value)))
    if name == "states":
        return str(ox.Literal(True))
    raise QueryError(f"no parameter {name!r}")


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise QueryError(f"{value!r} is no day; write it as 2025-08-15") from None


def _type(value: str) -> str:
    if value.upper() not in EVENT_TYPES:
        raise QueryError(f"no type {value!r}; there are {', '.join(EVENT_TYPES)}")
    return value.upper()
