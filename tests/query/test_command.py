"""graphbuild query, as a user types it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from graphbuild.query import names
from tests.serve.conftest import Server, server

__all__ = ["server"]


def query(*arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "graphbuild", "query", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, input=stdin, timeout=60, check=False)


def test_a_query_by_name_as_a_table(folder: Path) -> None:
    done = query(folder, "--name", "rivalries", "--actor", "Russie", "--since", "2025-08-01")
    assert done.returncode == 0 and done.stderr == ""
    head, row = done.stdout.splitlines()
    assert head.split() == ["actor1", "actor2", "friendly", "hostile", "summed", "first", "last"]
    assert "Russie" in row and "Ukraine" in row


def test_formats(folder: Path) -> None:
    text = "SELECT ?l { ?e a sem:Event ; rdfs:label ?l } ORDER BY ?l"
    rows = list(csv.reader(io.StringIO(query(folder, text, "--format", "csv").stdout)))
    found = json.loads(query(folder, text, "--format", "json").stdout)["results"]["bindings"]
    assert [row[0] for row in rows[1:]] == [row["l"]["value"] for row in found] != []
    turtle = query(folder, "CONSTRUCT WHERE { ?a gb:opposed ?b }").stdout
    assert list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    assert query(folder, "-", stdin="ASK { ?e a sem:Event }").stdout == "yes\n"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((), 2, "name the folder of a build"),
        (("FOLDER",), 2, "give either"),
        (("FOLDER", "ASK {}", "--name", "bloc"), 2, "give either"),
        (("FOLDER", "ASK {}", "--actor", "Russie"), 2, "--actor is for queries by name"),
        (("FOLDER", "--name", "bloc"), 1, "bloc needs --actor"),
        (("FOLDER", "--name", "love"), 1, "no query 'love'"),
        (("FOLDER", "SELECT *"), 1, "not sound"),
        (("FOLDER", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"), 1, "SERVICE is refused"),
        (("FOLDER", "ASK {}", "--format", "csv"), 1, "choose json or xml"),
        (("FOLDER", "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "table"), 1, "choose turtle"),
        (("nowhere", "ASK {}"), 1, "no graph here"),
        (("--endpoint", "file:///etc/passwd", "ASK {}"), 1, "no endpoint"),
    ],
)
def test_wrong_use_is_one_line(arguments: tuple[str, ...], code: int, message: str, folder: Path) -> None:
    done = query(*(str(folder) if argument == "FOLDER" else argument for argument in arguments))
    assert done.returncode == code and done.stdout == ""
    assert message in done.stderr and "Traceback" not in done.stderr
    assert code == 2 or len(done.stderr.splitlines()) == 1


def test_a_cut_is_told_on_standard_error(folder: Path) -> None:
    done = query(folder, "--name", "timeline", "--limit", 2)
    assert len(done.stdout.splitlines()) == 3 and "there is more: shown are the first 2" in done.stderr


def test_the_list_names_all(folder: Path) -> None:
    shown = query("--list").stdout
    assert [name for name in names() if f"{name}  --" not in shown] == []


def test_an_endpoint_answers_the_same(folder: Path, server: Server) -> None:
    url = f"http://{server.host}:{server.port}/sparql"
    for arguments in (
        ("--name", "alliances", "--actor", "Chine"),
        ("--name", "contested"),
        ("--name", "bloc", "--actor", "Russie"),
    ):
        here, there = (
            query(folder, *arguments, "--format", "csv"),
            query("--endpoint", url, *arguments, "--format", "csv"),
        )
        assert here.stdout == there.stdout and len(here.stdout.splitlines()) > 1
    refused = query("--endpoint", url, "SELECT *")
    assert refused.returncode == 1 and "400" in refused.stderr
    assert query("--endpoint", url, "CONSTRUCT WHERE { ?a <urn:none> ?b }").returncode == 0
