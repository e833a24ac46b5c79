"""A server with short limits, as a process of its own, on a small build with two graphs more."""

from __future__ import annotations

import http.client
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.query.world import write

DATA = "http://kasei.us/2009/09/sparql/data/"
FOAF = "<http://xmlns.com/foaf/0.1/name>"
SERVER = (
    "import sys; from pathlib import Path; from graphbuild.serve import Limits, run; "
    "limits = Limits(seconds=1.5, megabytes=128, rows=50, patience=1.5, at_once=2, waiting=6); "
    "run(Path(sys.argv[1]), 0, limits, lambda address, _: print(address, flush=True))"
)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "").split(";")[0]


@dataclass(frozen=True)
class Server:
    host: str
    port: int
    folder: Path
    pid: int

    def request(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        try:
            told = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body or None, told)
            found = connection.getresponse()
            named = {name.lower(): value for name, value in found.getheaders()}
            return Answer(found.status, named, found.read().decode())
        finally:
            connection.close()

    def get(self, query: str, *more: tuple[str, str], **headers: str) -> Answer:
        return self.request("GET", f"/sparql?{urlencode([('query', query), *more])}", **headers)

    def form(self, *fields: tuple[str, str], **headers: str) -> Answer:
        kind = {"Content_Type": "application/x-www-form-urlencoded"} | headers
        return self.request("POST", "/sparql", urlencode(fields).encode(), **kind)

    def alive(self) -> bool:
        """Tell whether it answers, once those who wait before us have had their turn."""
        return any(self.get("ASK {}").status == 200 or time.sleep(0.2) for _ in range(50))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = write(tmp_path_factory.mktemp("served"))
    (folder / "explorer.html").write_text(
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">', encoding="utf-8"
    )
    with (folder / "graph.nq").open("a", encoding="utf-8") as out:
        for number in (1, 2, 3):
            out.write(f'<{DATA}data{number}.rdf> {FOAF} "{number}" <{DATA}data{number}.rdf> .\n')
    process = subprocess.Popen([sys.executable, "-c", SERVER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    address = process.stdout.readline().strip().removeprefix("http://")
    host, port = address.split(":")
    yield Server(host, int(port), folder, process.pid)
    process.terminate()
    assert process.wait(10) is not None
    process.stdout.close()
