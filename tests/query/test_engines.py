"""Free queries: what is refused, what is cut, and results that other readers understand."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pyoxigraph as ox
import pytest

from graphbuild.errors import GraphbuildError, LedgerError, QueryError, QueryRefusedError
from graphbuild.query import gate
from graphbuild.query.answer import Rows, Statements
from graphbuild.query.engines import ENGINES, Engine, Oxigraph
from graphbuild.query.folder import prefixes
from graphbuild.query.remote import Remote
from graphbuild.query.results import written
from tests.conftest import Listener

SERVICES = (
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service<URL>{ ?s ?p ?o } }",
    "SELECT * { SeRvIcE\n\t<URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE\nsilent<URL> { ?s ?p ?o } }",
    "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?u) SERVICE $u { ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { SERVICE x: { ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { SERVICE x:y { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { SERVICE : { ?s ?p ?o } }",
    "PREFIX é: <URL> SELECT * { SERVICE é:a { ?s ?p ?o } }",
    "SELECT * { SERVICE # a remark\n <URL> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { S\\U00000045RVICE <URL> { ?s ?p ?o } }",
    "SELECT * { BIND('' AS ?c) FILTER(?c<'''>''')SERVICE<URL>{ ?s ?p ?o } }",
    "ASK { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "SELECT * { OPTIONAL { SERVICE SILENT <URL> { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <URL> { ?s ?p ?o } }",
)
UPDATES = (
    "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "DROP ALL",
    "CLEAR DEFAULT",
    "LOAD <file:///etc/passwd>",
    "LOAD SILENT <http://127.0.0.1:1/>",
    "CREATE GRAPH <urn:g>",
)


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.getfixturevalue({"oxigraph": "oxigraph", "rdflib": "rdflib_engine"}[request.param])
    return found


@pytest.mark.parametrize("query", SERVICES)
def test_service_is_refused_in_every_disguise(query: str, engine: Engine, listener: Listener) -> None:
    with pytest.raises(QueryRefusedError):
        engine.ask(query.replace("URL", listener.url), {}, 10)
    assert listener.calls == 0


def test_rdflib_itself_will_not_call_a_service(
    rdflib_engine: Engine, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "check", lambda _: None)
    with pytest.raises(QueryRefusedError):
        rdflib_engine.ask(f"SELECT * {{ SERVICE <{listener.url}> {{ ?s ?p ?o }} }}", {}, 10)
    assert listener.calls == 0


@pytest.mark.parametrize("query", UPDATES)
def test_updates_are_no_queries(query: str, engine: Engine) -> None:
    with pytest.raises(QueryError):
        engine.ask(query, {}, 10)


@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
def test_from_fetches_nothing(clause: str, engine: Engine, tmp_path: Path, listener: Listener) -> None:
    secret = tmp_path / "secret.ttl"
    secret.write_text("<urn:a> <urn:b> 'secret' .", encoding="utf-8")
    for source in (secret.as_uri(), str(secret), listener.url):
        query = f"SELECT * {clause} <{source}> {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
        try:
            found = engine.ask(query, {}, 1000)
        except QueryError:
            continue
        assert isinstance(found, Rows)
        assert "secret" not in str(found.rows)
    assert listener.calls == 0


@pytest.mark.parametrize("word", ["au service de la France", "service", "services : aucun"])
def test_the_word_itself_is_no_service(word: str, engine: Engine) -> None:
    found = engine.ask(f'SELECT ("{word}" AS ?x) {{}}', {}, 10)
    assert isinstance(found, Rows) and found.rows


def test_the_gate_is_linear(engine: Engine) -> None:
    with pytest.raises(QueryError, match="at most"):
        engine.ask("SELECT * { ?s ?p ?o } #" + "service " * 2_000_000, {}, 10)


def test_claims_are_found_without_naming_a_graph(engine: Engine, folder: Path) -> None:
    found = engine.ask("SELECT ?c { ?c a gb:Claim }", prefixes(folder), 100)
    assert isinstance(found, Rows) and len(found.rows) == 15 and not found.cut


def test_from_chooses_a_graph_of_the_build(engine: Engine, folder: Path) -> None:
    found = engine.ask("SELECT ?g { GRAPH ?g { ?c a gb:Claim } } ORDER BY ?g LIMIT 1", prefixes(folder), 1)
    assert isinstance(found, Rows)
    (((graph,),),) = (found.rows,)
    few = engine.ask(f"SELECT ?c FROM {graph} {{ ?c a gb:Claim }}", prefixes(folder), 100)
    assert isinstance(few, Rows) and 0 < len(few.rows) < 15


def test_a_cut_is_told(engine: Engine, folder: Path) -> None:
    for query in ("SELECT ?c { ?c a gb:Claim }", "CONSTRUCT WHERE { ?c a gb:Claim }"):
        assert engine.ask(query, prefixes(folder), 14).cut
        assert not engine.ask(query, prefixes(folder), 15).cut


@pytest.mark.parametrize("query", ["SELECT", "SELECT * { ?s nope:p ?o }", "", "\ud800", "SELECT * { ?s ?p \x00 }"])
def test_what_is_no_query_is_told(query: str, engine: Engine) -> None:
    with pytest.raises(QueryError, match="not sound"):
        engine.ask(query, {}, 10)


EVERY_TERM = (
    "SELECT ?x ?y { VALUES (?x ?y) { (<urn:a> '=1+1') ('a\\tb\\nc\\r\\\"'@fr UNDEF) (-5 4.50) (true '<&>') "
    "('2025-08-15'^^<http://www.w3.org/2001/XMLSchema#date> '\\u0001é😀') } }"
)


@pytest.mark.parametrize("name", ["json", "xml", "tsv"])
def test_results_are_read_back(name: str, oxigraph: Oxigraph) -> None:
    formats = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "tsv": ox.QueryResultsFormat.TSV}
    found = oxigraph.ask(EVERY_TERM, {}, 10)
    assert isinstance(found, Rows)
    back = ox.parse_query_results(written(found, name, {}), format=formats[name])
    assert isinstance(back, ox.QuerySolutions)
    rows = [tuple(row) for row in back]
    wanted = [tuple(t if name != "xml" or t is None else _xml_safe(t) for t in row) for row in found.rows]
    assert rows == wanted
    assert [v.value for v in back.variables] == ["x", "y"]


def _xml_safe(term: object) -> object:
    if isinstance(term, ox.Literal) and "\x01" in term.value:
        return ox.Literal(term.value.replace("\x01", "\ufffd"))
    return term


def test_no_cell_is_a_formula_and_numbers_stay(oxigraph: Oxigraph) -> None:
    found = oxigraph.ask(EVERY_TERM, {}, 10)
    rows = list(csv.reader(io.StringIO(written(found, "csv", {}).decode(), newline="")))
    assert rows[0] == ["x", "y"] and rows[1] == ["urn:a", "'=1+1"]
    assert rows[3][0] == "-5" and rows[2][1] == ""


def test_statements_are_turtle_with_the_same_bytes(oxigraph: Oxigraph, folder: Path) -> None:
    query = "CONSTRUCT { ?x gb:opposed ?y } WHERE { ?x gb:opposed ?y }"
    found = oxigraph.ask(query, prefixes(folder), 100)
    assert isinstance(found, Statements)
    bytes_ = {written(oxigraph.ask(query, prefixes(folder), 100), "turtle", prefixes(folder)) for _ in range(3)}
    assert len(bytes_) == 1
    back = {quad.triple for quad in ox.parse(bytes_.pop(), format=ox.RdfFormat.TURTLE)}
    assert back == set(found.triples) != set()


@pytest.mark.parametrize("engine_name", sorted(ENGINES))
def test_a_missing_or_broken_graph_is_told(engine_name: str, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="make one with"):
        ENGINES[engine_name](tmp_path / "graph.nq")
    (tmp_path / "graph.nq").write_text("<urn:a> <urn:b> <urn:c> .\nbroken\n", encoding="utf-8")
    with pytest.raises(GraphbuildError, match=r"graph\.nq:2: "):
        ENGINES[engine_name](tmp_path / "graph.nq")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/", "localhost", ""])
def test_an_endpoint_is_http(url: str) -> None:
    with pytest.raises(QueryError, match="no endpoint"):
        Remote(url)


def test_an_endpoint_that_is_not_there_is_told() -> None:
    with pytest.raises(QueryError, match="cannot be reached"):
        Remote("http://127.0.0.1:1/sparql").ask("ASK {}", {}, 1)
