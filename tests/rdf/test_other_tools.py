"""The files as parsers that share no code with ours read them: N3.js, for which NODE_PATH must lead to `n3`."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from tests.factories import Memory, hostile_world, small_world
from tests.rdf.files import strict, written

SYNTAX = {"turtle": "text/turtle", "trig": "application/trig", "nquads": "application/n-quads"}
READ = """
const { Parser } = require('n3'), fs = require('fs');
const [file, format] = process.argv.slice(1);
const short = term => ({ type: term.termType, value: term.value, language: term.language,
                         datatype: term.datatype && term.datatype.value });
const quads = new Parser({ format }).parse(fs.readFileSync(file, 'utf8'));
console.log(JSON.stringify(quads.map(q => [q.subject, q.predicate, q.object, q.graph].map(short))));
"""


def node(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["node", "-e", *arguments], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module", autouse=True)
def n3() -> None:
    if shutil.which("node") is None or node("require('n3')").returncode:
        pytest.skip("node cannot load n3: npm install n3, and set NODE_PATH to its node_modules")


def term(told: dict[str, Any]) -> Any:
    """Return a term of N3.js as Oxigraph has it."""
    if told["type"] == "NamedNode":
        return ox.NamedNode(told["value"])
    if told["type"] == "DefaultGraph":
        return ox.DefaultGraph()
    assert told["type"] == "Literal"
    if told["language"]:
        return ox.Literal(told["value"], language=told["language"])
    return ox.Literal(told["value"], datatype=ox.NamedNode(told["datatype"]))


@pytest.mark.parametrize("world", [small_world(), hostile_world(), Memory()], ids=["small", "hostile", "empty"])
@pytest.mark.parametrize("name", SYNTAX)
def test_n3_reads_the_same(name: str, world: Memory, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(written(name, world))
    done = node(READ, str(file), SYNTAX[name])
    assert done.returncode == 0, done.stderr
    assert {ox.Quad(*map(term, quad)) for quad in json.loads(done.stdout)} == strict(name, world)


def test_n3_refuses_what_is_broken(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("<http://x/a> <http://x/b")
    assert node(READ, str(file), "text/turtle").returncode
