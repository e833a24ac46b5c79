"""What a hostile page, client or query may try: refused, or cut at the limit, and the server answers on."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import Listener
from tests.query.test_engines import SERVICES, UPDATES
from tests.serve.conftest import Server

CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
VALUES = f"VALUES ?x {{ {' '.join(map(str, range(1000)))} }}"
HEAVY = {
    "a cross product of statements": CROSS,
    "a cross product of values": "SELECT (COUNT(*) AS ?n) { "
    + " ".join(f"{{ SELECT ?{v} {{ {VALUES.replace('?x', f'?{v}')} }} }}" for v in "abcd")
    + " }",
    "a path over everything": "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>|^!<urn:x>)* ?b . ?b (!<urn:x>|^!<urn:x>)* ?c }",
    "a sort of too much": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?i",
    "a text without end": "SELECT (GROUP_CONCAT(?z) AS ?x) { ?a ?b ?c . ?d ?e ?f "
    "BIND(CONCAT(STR(?c), STR(?f)) AS ?z) }",
    "a distinct of too much": "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?a ?b ?c . ?d ?e ?f "
    "BIND(CONCAT(STR(?a), STR(?c), STR(?f)) AS ?x) }",
}


@pytest.fixture(autouse=True)
def _answers_on(server: Server) -> Iterator[None]:
    yield
    assert server.alive()


@pytest.mark.parametrize("query", SERVICES)
def test_service_in_every_disguise(query: str, server: Server, listener: Listener) -> None:
    told = query.replace("URL", listener.url)
    assert server.get(told).status == server.form(("query", told)).status == 403
    assert listener.calls == 0


@pytest.mark.parametrize("query", UPDATES)
def test_updates_dressed_as_queries(query: str, server: Server) -> None:
    assert server.get(query).status == 400


def test_from_reads_no_file_and_calls_nobody(server: Server, tmp_path: Path, listener: Listener) -> None:
    secret = tmp_path / "secret.ttl"
    secret.write_text("<urn:a> <urn:b> 'secret' .", encoding="utf-8")
    for source in (secret.as_uri(), listener.url, "file:///etc/passwd"):
        for query in (
            f"SELECT * FROM <{source}> {{ ?s ?p ?o }}",
            f"SELECT * FROM NAMED <{source}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        ):
            for answer in (server.get(query), server.get("SELECT * { ?s ?p ?o }", ("default-graph-uri", source))):
                assert answer.status == 400 or json.loads(answer.text)["results"]["bindings"] == []
    assert listener.calls == 0


@pytest.mark.parametrize("name", HEAVY)
def test_what_takes_too_much_is_stopped(name: str, server: Server) -> None:
    answer = server.get(HEAVY[name])
    assert answer.status == 503 and ("stopped" in answer.text or "too large" in answer.text)


def test_a_regular_expression_does_not_blow_up(server: Server) -> None:
    query = 'SELECT * { BIND(REPLACE("%s!", "^(a+)+$", "b") AS ?x) FILTER(REGEX("%s!", "^(a|a)*$") || true) }'
    assert server.get(query % ("a" * 5000, "a" * 5000)).status in (200, 503)


def test_a_long_answer_is_cut_and_says_so(server: Server) -> None:
    answer = server.get("SELECT * { ?s ?p ?o }")
    assert answer.headers["x-truncated"] == "true" and len(json.loads(answer.text)["results"]["bindings"]) == 50
    cut = server.get("CONSTRUCT WHERE { ?s ?p ?o }", Accept="application/n-triples")
    assert cut.headers["x-truncated"] == "true" and len(cut.text.splitlines()) == 50
    assert "x-truncated" not in server.get("SELECT * { ?s ?p ?o } LIMIT 50").headers


def test_ten_megabytes_are_refused(server: Server) -> None:
    huge = b"SELECT * { ?s ?p ?o } #" + b"x" * 10_000_000
    assert _raw(server, b"POST", huge, b"Content-Length: %d\r\n" % len(huge)).startswith(b"HTTP/1.1 413")
    chunk = b"%x\r\n%s\r\n0\r\n\r\n" % (len(huge), huge)
    assert b"413" in _raw(server, b"POST", chunk, b"Transfer-Encoding: chunked\r\n")[:20]
    assert _raw(server, b"GET", b"", b"", b"?query=" + huge[:10_000_000].replace(b" ", b"+"))[9:12] in (
        b"400",
        b"414",
        b"431",
        b"",
    )
    fits = "ASK {} #" + "x" * 70_000
    assert server.form(("query", fits)).status == 400


def _raw(server: Server, method: bytes, body: bytes, headers: bytes, fields: bytes = b"") -> bytes:
    with socket.create_connection((server.host, server.port), timeout=10) as connection:
        head = b"%s /sparql%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n%s\r\n"
        with suppress(ConnectionError):
            connection.sendall(head % (method, fields, headers) + body)
        try:
            return connection.recv(4096)
        except ConnectionError:
            return b""


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET /sparql HT",
        b"GET /sparql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        b"Content-Length: 10\r\n\r\nASK",
    ],
)
def test_a_slow_client_is_cut_off(begun: bytes, server: Server) -> None:
    with socket.create_connection((server.host, server.port), timeout=15) as connection:
        connection.sendall(begun)
        assert server.alive()
        told = b""
        while part := connection.recv(4096):
            told += part
        assert told == b"" or b" 408 " in told or b" 400 " in told


def test_a_client_that_does_not_read_holds_nobody_up(server: Server) -> None:
    idle = [socket.create_connection((server.host, server.port)) for _ in range(20)]
    for connection in idle:
        connection.sendall(b"GET /sparql?query=SELECT+*+%7B?s+?p+?o%7D HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert server.get("ASK {}").status in (200, 503)
    for connection in idle:
        connection.close()


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", ""]
)
def test_dns_rebinding_is_refused(host: str, server: Server) -> None:
    assert server.request("GET", "/", Host=host).status in (400, 421)
    assert server.get("ASK {}", Host=host).status in (400, 421)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:8765"])
def test_the_names_of_this_machine_pass(host: str, server: Server) -> None:
    assert server.get("ASK {}", Host=host).status == 200


def test_other_sites_may_neither_ask_nor_read(server: Server) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"}):
        assert server.form(("query", "ASK {}"), **headers).status == 403
    own = server.get("ASK {}", Origin=f"http://{server.host}:{server.port}")
    assert own.status == 200
    assert not any(name.startswith("access-control") for name in own.headers)
    asked = server.request("OPTIONS", "/sparql", Origin="https://evil.example", Access_Control_Request_Method="POST")
    assert asked.status in (403, 405) and not any(name.startswith("access-control") for name in asked.headers)


def test_many_at_once_are_told_to_wait(server: Server) -> None:
    with ThreadPoolExecutor(12) as pool:
        statuses = [answer.status for answer in pool.map(lambda _: server.get(CROSS), range(12))]
    assert set(statuses) == {503}


@pytest.mark.parametrize(
    "path", ["/../../etc/passwd", "/%2e%2e/graph.nq", "/graph.sqlite", "/graph.nq", "/editor.html", "/editor.js/.."]
)
def test_no_other_file_is_served(path: str, server: Server) -> None:
    assert server.request("GET", path).status == 404


def test_a_new_graph_is_taken_up(server: Server) -> None:
    query = "ASK { <urn:new> ?p ?o }"
    file = server.folder / "graph.nq"
    before = file.read_bytes()
    assert json.loads(server.get(query).text)["boolean"] is False
    _replace(file, before + b"<urn:new> <urn:p> <urn:o> .\n")
    assert json.loads(server.get(query).text)["boolean"] is True
    _replace(file, b"broken\n")
    assert json.loads(server.get(query).text)["boolean"] is True, "what cannot be read replaces nothing"
    _replace(file, before)
    assert json.loads(server.get(query).text)["boolean"] is False


def _replace(file: Path, content: bytes) -> None:
    other = file.with_suffix(".tmp")
    other.write_bytes(content)
    os.replace(other, file)
