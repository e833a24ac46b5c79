"""A question in one call, for scripts and notebooks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import QueryError
from graphbuild.query.named import named

if TYPE_CHECKING:
    from graphbuild.query.answer import Answer
    from graphbuild.query.engines import Engine

MOST = 10_000
_NAME = re.compile(r"[\w-]+")


def ask(output: str | Path, question: str, *, most: int = MOST, **values: str | bool) -> Answer:
    """Return what the build in the folder `output` answers: Rows, a Truth, or Statements, of which at most `most`.

    `question` is the name of a query, with its values as keywords (actor="Russie", since="2025-08-01", states=True),
    or SPARQL, which knows all prefixes of graph.ttl. Raises QueryError where the question is not sound, LedgerError
    where there is no build.
    """
    from graphbuild.query.engines import Oxigraph
    from graphbuild.query.folder import GRAPH, prefixes

    folder = Path(output)
    given = {name: str(value) for name, value in values.items() if value}
    if _NAME.fullmatch(question):
        named(question)  # a slip of the pen costs no loading
        return by_name(Oxigraph(folder / GRAPH), question, given, most)
    if given:
        raise QueryError(f"{next(iter(given))} is for queries by name")
    return Oxigraph(folder / GRAPH).ask(question, prefixes(folder), most)


def by_name(engine: Engine, name: str, values: Mapping[str, str], most: int) -> Answer:
    """Return an engine's answer to a query by name."""
    from graphbuild.query.parameters import terms

    asked = named(name)
    asked.bound(dict.fromkeys(values, "UNDEF"))  # wrong use is told before any actor is looked up
    return engine.ask(asked.bound(terms(values, lambda query, most: engine.ask(query, {}, most))), {}, most)
