"""The two engines that answer from graph.nq. All graphs together are the default graph: no layer hides in a graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pyoxigraph as ox

from graphbuild.errors import LedgerError, QueryError, QueryRefusedError
from graphbuild.query import gate
from graphbuild.query.answer import Answer, Row, Rows, Statements, Term, Truth, first

if TYPE_CHECKING:
    from rdflib.plugins.sparql.sparql import FrozenBindings, QueryContext

NUMBER = "http://www.w3.org/2001/XMLSchema#decimal"
STRING = "http://www.w3.org/2001/XMLSchema#string"


class Engine(Protocol):
    """Answers SPARQL queries."""

    def ask(self, query: str, prefixes: Mapping[str, str], most: int) -> Answer:
        """Return at most so many rows or statements; raises QueryError where the query is not sound."""


class Oxigraph:
    """Oxigraph in memory: built from N-Quads in seconds, so that it is never stale."""

    def __init__(self, file: Path) -> None:
        """Load a file of N-Quads; raises LedgerError where there is none, or where it is not sound."""
        self._store = ox.Store()
        try:
            self._store.bulk_load(path=str(_there(file)), format=ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise LedgerError(f"{file}:{error.lineno or 1}: {error.msg}; build again") from error
        except OSError as error:
            raise LedgerError(f"{file}: cannot be read ({error.strerror or error})") from error

    def __len__(self) -> int:
        """Return how many statements there are."""
        return len(self._store)

    def ask(
        self,
        query: str,
        prefixes: Mapping[str, str],
        most: int,
        default: Sequence[str] = (),
        named: Sequence[str] = (),
    ) -> Answer:
        """Return the answer; with `default` or `named`, these graphs and no others are asked, whatever FROM says."""
        gate.check(query)
        # with the union Oxigraph passes by what FROM says
        chosen: dict[str, Any] = {"use_default_graph_as_union": not gate.names_graphs(query)}
        if default or named:
            graphs = [[ox.NamedNode(iri) for iri in iris] for iris in (default, named)]
            chosen = {"default_graph": graphs[0], "named_graphs": graphs[1]}
        try:
            found = self._store.query(query, prefixes=dict(prefixes), **chosen)
            return _answer(found, most)
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            raise QueryError(f"the query is not sound: {error}") from error


def _answer(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, most: int) -> Answer:
    if isinstance(found, ox.QueryBoolean):
        return Truth(bool(found))
    if isinstance(found, ox.QueryTriples):
        return Statements(*first(found, most))
    solutions, cut = first(found, most)
    return Rows(tuple(v.value for v in found.variables), [tuple(solution) for solution in solutions], cut)


class Rdflib:
    """rdflib, for comparison and where its extensions are wanted; slow on large graphs."""

    def __init__(self, file: Path) -> None:
        """Load a file of N-Quads; raises LedgerError where there is none, or where it is not sound."""
        from rdflib import Dataset, URIRef
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
        from rdflib.plugins import sparql

        from graphbuild.rdf.asrdflib import triple

        sparql.SPARQL_LOAD_GRAPHS = False
        sparql.CUSTOM_EVALS["graphbuild"] = _no_service
        self._dataset = Dataset(default_union=True)
        try:
            for quad in ox.parse(path=str(_there(file)), format=ox.RdfFormat.N_QUADS):
                name = quad.graph_name
                graph = URIRef(name.value) if isinstance(name, ox.NamedNode) else DATASET_DEFAULT_GRAPH_ID
                self._dataset.graph(graph).add(triple(quad))
        except SyntaxError as error:
            raise LedgerError(f"{file}:{error.lineno or 1}: {error.msg}; build again") from error

    def ask(self, query: str, prefixes: Mapping[str, str], most: int) -> Answer:
        """Return the answer."""
        gate.check(query)
        try:
            found = self._dataset.query(query, initNs=dict(prefixes))
            if found.type == "ASK":
                return Truth(bool(found.askAnswer))
            if found.type != "SELECT":
                return Statements(*first((ox.Triple(*map(_term, triple)) for triple in found), most))  # type: ignore[arg-type]
            rows: list[Row]
            rows, cut = first((tuple(map(_term, row)) for row in found), most)  # type: ignore[arg-type]
            return Rows(tuple(map(str, found.vars or ())), rows, cut)
        except QueryError:
            raise
        except Exception as error:  # its parser and its evaluation raise what they please
            raise QueryError(f"the query is not sound: {str(error).strip() or type(error).__name__}") from error


def _no_service(_: QueryContext, part: Any) -> list[FrozenBindings]:
    if part.name == "ServiceGraphPattern":
        raise QueryRefusedError("SERVICE is refused: a query may not reach out to another server")
    raise NotImplementedError


def _term(term: Any) -> Term | None:
    """Return a term of rdflib as Oxigraph has it, numbers in their shortest form."""
    from rdflib import BNode, Literal

    if term is None:
        return None
    if isinstance(term, BNode):
        return ox.BlankNode(str(term))
    if not isinstance(term, Literal):
        return ox.NamedNode(str(term))
    if term.language:
        return ox.Literal(str(term), language=term.language)
    datatype = str(term.datatype or STRING)
    text = str(term)
    if datatype == NUMBER:
        text = format(Decimal(text).normalize(), "f")
    return ox.Literal("0" if text == "-0" else text, datatype=ox.NamedNode(datatype))


def _there(file: Path) -> Path:
    if not file.is_file():
        raise LedgerError(f"{file}: no graph here; make one with: graphbuild build CORPUS -o {file.parent}")
    return file


ENGINES: dict[str, Callable[[Path], Engine]] = {"oxigraph": Oxigraph, "rdflib": Rdflib}
