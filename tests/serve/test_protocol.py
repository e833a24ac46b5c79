"""SPARQL 1.1 Protocol (W3C Recommendation, 21 March 2013): what the W3C's suite asks of queries; updates are refused.

Each test bears the name of the suite's own; written from the specification, sections 2.1 and 2.2.
"""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from tests.serve.conftest import DATA, Server

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
RESULTS = {"application/sparql-results+json", "application/sparql-results+xml"}
D1, D2, D3 = (f"{DATA}data{number}.rdf" for number in (1, 2, 3))
BOTH = f"ASK {{ <{D1}> ?p ?o . <{D2}> ?p2 ?o2 }}"
INSERT = "INSERT DATA { <urn:a> <urn:b> <urn:c> }"


def refused(status: int) -> bool:
    return 400 <= status < 500


def yes(server: Server, query: str, *more: tuple[str, str]) -> None:
    """Assert that the answer is true, asked both ways."""
    for answer in (server.get(query, *more), server.form(("query", query), *more)):
        assert answer.status == 200 and json.loads(answer.text)["boolean"] is True


def test_bad_query_method(server: Server) -> None:
    answer = server.request("PUT", "/sparql?query=ASK%20%7B%7D")
    assert answer.status == 405 and "POST" in answer.headers["allow"]


def test_bad_multiple_queries(server: Server) -> None:
    assert server.get("ASK {}", ("query", "SELECT * {}")).status == 400


def test_bad_query_wrong_media_type(server: Server) -> None:
    assert server.request("POST", "/sparql", b"ASK {}", Content_Type="text/plain").status == 415


def test_bad_query_missing_form_type(server: Server) -> None:
    assert server.request("POST", "/sparql", b"query=ASK%20%7B%7D").status == 415


def test_bad_query_missing_direct_type(server: Server) -> None:
    assert server.request("POST", "/sparql", b"ASK {}").status == 415


def test_bad_query_non_utf8(server: Server) -> None:
    body = "ASK {}".encode("utf-16")
    assert refused(server.request("POST", "/sparql", body, Content_Type=QUERY).status)
    told = f"{QUERY}; charset=UTF-16"
    assert refused(server.request("POST", "/sparql", body, Content_Type=told).status)


def test_bad_query_syntax(server: Server) -> None:
    answer = server.get("ASK {")
    assert answer.status == 400 and "1:6" in answer.text


def test_query_get(server: Server) -> None:
    assert server.get("ASK {}").media in RESULTS


def test_query_post_form(server: Server) -> None:
    assert server.form(("query", "ASK {}")).media in RESULTS


def test_query_post_direct(server: Server) -> None:
    answer = server.request("POST", "/sparql", b"ASK {}", Content_Type=f"{QUERY}; charset=utf-8")
    assert answer.status == 200 and answer.media in RESULTS


def test_query_dataset_default_graph(server: Server) -> None:
    yes(server, f"ASK {{ <{D1}> ?p ?o FILTER NOT EXISTS {{ <{D2}> ?p2 ?o2 }} }}", ("default-graph-uri", D1))


def test_query_dataset_default_graphs_get(server: Server) -> None:
    yes(server, BOTH, ("default-graph-uri", D1), ("default-graph-uri", D2))


def test_query_dataset_default_graphs_post(server: Server) -> None:
    path = f"/sparql?default-graph-uri={quote(D1)}&default-graph-uri={quote(D2)}"
    answer = server.request("POST", path, BOTH.encode(), Content_Type=QUERY)
    assert json.loads(answer.text)["boolean"] is True


def test_query_dataset_named_graphs_get(server: Server) -> None:
    query = f"ASK {{ GRAPH ?g {{ <{D1}> ?p ?o }} FILTER NOT EXISTS {{ <{D1}> ?p2 ?o2 }} }}"
    yes(server, query, ("named-graph-uri", D1), ("named-graph-uri", D2))


def test_query_dataset_named_graphs_post(server: Server) -> None:
    path = f"/sparql?named-graph-uri={quote(D1)}&named-graph-uri={quote(D2)}"
    body = f"SELECT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g IN (<{D1}>, <{D2}>, <{D3}>)) }}".encode()
    found = json.loads(server.request("POST", path, body, Content_Type=QUERY).text)
    assert {row["g"]["value"] for row in found["results"]["bindings"]} == {D1, D2}


def test_query_dataset_full(server: Server) -> None:
    query = f"ASK {{ <{D3}> ?p ?o . GRAPH <{D1}> {{ ?a ?b ?c }} FILTER NOT EXISTS {{ <{D1}> ?d ?e }} }}"
    yes(server, query, ("default-graph-uri", D3), ("named-graph-uri", D1), ("named-graph-uri", D2))


def test_query_multiple_dataset(server: Server) -> None:
    """What the protocol names stands above what the query names."""
    query = f"ASK FROM <{D1}> {{ <{D2}> ?p ?o FILTER NOT EXISTS {{ <{D1}> ?p2 ?o2 }} }}"
    yes(server, query, ("default-graph-uri", D2))


def test_query_content_type_select(server: Server) -> None:
    for media in (*RESULTS, "text/csv", "text/tab-separated-values"):
        assert server.get("SELECT (1 AS ?v) {}", Accept=media).media == media


def test_query_content_type_ask(server: Server) -> None:
    for media in RESULTS:
        assert server.get("ASK {}", Accept=media).media == media


def test_query_content_type_describe(server: Server) -> None:
    answer = server.get(f"DESCRIBE <{D1}>", Accept="application/rdf+xml;q=0.5, text/turtle")
    assert answer.status == 200 and answer.media == "text/turtle" and "data1.rdf" in answer.text


def test_query_content_type_construct(server: Server) -> None:
    query = f"CONSTRUCT {{ <{D1}> ?p ?o }} WHERE {{ <{D1}> ?p ?o }}"
    for media in ("text/turtle", "application/n-triples"):
        answer = server.get(query, Accept=media)
        assert answer.media == media and "foaf" in answer.text


def test_what_cannot_be_given_is_not_acceptable(server: Server) -> None:
    assert server.get("ASK {}", Accept="text/turtle").status == 406
    assert server.get("CONSTRUCT WHERE { ?s ?p ?o }", Accept="text/csv").status == 406
    assert server.get("ASK {}", Accept="image/png").status == 406


def test_the_service_describes_itself(server: Server) -> None:
    answer = server.request("GET", "/sparql", Accept="text/turtle")
    assert answer.media == "text/turtle"
    for word in ("SPARQL11Query", "UnionDefaultGraph", f"http://{server.host}:{server.port}/sparql", "resultFormat"):
        assert word in answer.text


GRAPHS = f"using-graph-uri={quote(D1)}"
NAMED = f"using-named-graph-uri={quote(D1)}"
UPDATES = {
    "bad_update_get": ("GET", f"?update={quote(INSERT)}", "", ""),
    "bad_multiple_updates": ("POST", "", f"update={quote(INSERT)}&update={quote(INSERT)}", FORM),
    "bad_update_wrong_media_type": ("POST", "", INSERT, "text/plain"),
    "bad_update_missing_form_type": ("POST", "", f"update={quote(INSERT)}", ""),
    "bad_update_non_utf8": ("POST", "", INSERT, f"{UPDATE}; charset=utf-16"),
    "bad_update_syntax": ("POST", "", "INSERT DATA {", UPDATE),
    "bad_update_dataset_conflict": ("POST", "", f"update={quote('WITH <urn:g> ' + INSERT)}&{GRAPHS}", FORM),
    "update_dataset_default_graph": ("POST", f"?{GRAPHS}", INSERT, UPDATE),
    "update_dataset_default_graphs": ("POST", f"?{GRAPHS}&{GRAPHS}", INSERT, UPDATE),
    "update_dataset_named_graphs": ("POST", f"?{NAMED}", INSERT, UPDATE),
    "update_dataset_full": ("POST", f"?{GRAPHS}&{NAMED}", INSERT, UPDATE),
    "update_post_form": ("POST", "", f"update={quote(INSERT)}", FORM),
    "update_post_direct": ("POST", "", INSERT, UPDATE),
    "update_base_uri": ("POST", "", f"update={quote('BASE <urn:x> ' + INSERT)}", FORM),
}


@pytest.mark.parametrize("name", UPDATES)
def test_updates_are_refused(name: str, server: Server) -> None:
    method, fields, body, media = UPDATES[name]
    headers = {"Content_Type": media} if media else {}
    assert refused(server.request(method, f"/sparql{fields}", body.encode(), **headers).status)
    assert json.loads(server.get("ASK { <urn:a> <urn:b> <urn:c> }").text)["boolean"] is False
