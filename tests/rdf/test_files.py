"""The files: strict syntax, the same statements and bytes each time, and hostile words that stay words."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS, XSD

from graphbuild import rdf
from graphbuild.clean import clean
from graphbuild.errors import OutputError
from graphbuild.model import Actor, Named
from graphbuild.rdf.lines import written as line
from graphbuild.rdf.spool import scratch
from graphbuild.rdf.streams import SortedPrefixes, quads
from graphbuild.rdf.vocabulary import GB
from tests.factories import HOSTILE, Memory, any_text, hostile_world, small_world
from tests.rdf.files import n_triples, strict, written

DATATYPES = {XSD.date, XSD.decimal, XSD.boolean, XSD.nonNegativeInteger, XSD.anyURI, RDF.langString, XSD.string, None}
WORLDS = {"small": small_world(), "hostile": hostile_world(), "empty": Memory()}
NAMED = ("trig", "nquads", "jsonld")


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_every_file_says_the_same(world: Memory) -> None:
    everything = strict("nquads", world)
    flat = {quad.triple for quad in everything}
    assert {quad.triple for quad in strict("turtle", world)} == flat
    for name in ("trig", "jsonld"):
        assert strict(name, world) == everything


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_rdflib_reads_the_same_as_oxigraph(world: Memory) -> None:
    graph = rdf.to_graph(world)
    assert isomorphic(rdflib.Graph().parse(data=written("turtle", world), format="turtle"), graph)
    assert {quad.triple for quad in strict("turtle", world)} == n_triples(graph)
    meant = set(rdf.to_dataset(world).quads())
    for name, syntax in (("trig", "trig"), ("nquads", "nquads"), ("jsonld", "json-ld")):
        back = rdflib.Dataset()
        back.parse(data=written(name, world), format=syntax)
        assert set(back.quads()) == meant


def test_the_default_graph_holds_no_claim() -> None:
    claim = ox.NamedNode(str(GB.Claim))
    homes = {
        q.graph_name
        for q in strict("trig", small_world())
        if q.object == claim and q.predicate.value == str(RDF.type) and "/claim/" in str(q.subject)
    }
    assert len(homes) == 2
    assert ox.DefaultGraph() not in homes


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_n_quads_are_sorted_and_each_stands_once(world: Memory) -> None:
    lines = written("nquads", world).split(b"\n")
    assert lines.pop() == b""
    assert lines == sorted(set(lines))
    assert written("nquads", world).decode().splitlines() == [one.decode() for one in lines]


def test_rdf_1_2_reifies_what_each_claim_speaks_of() -> None:
    plain, more = strict("trig", small_world()), strict("trig12", small_world())
    assert plain < more
    said = {str(quad.object) for quad in more - plain}
    assert {quad.predicate.value for quad in more - plain} == {f"{RDF}reifies"}
    denied = "<https://graphbuild.invalid/actor/Q7747> <https://w3id.org/graphbuild/ns#opposed> <https://graphbuild.invalid/actor/Q22686>"
    assert any(denied in text for text in said)
    store = ox.Store()
    store.load(written("turtle12", small_world()), format=ox.RdfFormat.TURTLE)
    assert not store.query(f"ASK {{ {denied} }}")


def test_no_blank_node_no_odd_datatype_no_odd_iri() -> None:
    for triple in rdf.to_graph(hostile_world()):
        for term in triple:
            assert not isinstance(term, rdflib.BNode)
            if isinstance(term, rdflib.URIRef):
                assert re.fullmatch(r"https?://[A-Za-z0-9./#=,_-]+", term), term
            else:
                assert term.datatype in DATATYPES


def test_hostile_words_stay_words() -> None:
    found = strict("turtle", hostile_world())
    assert {clean(t) for t in HOSTILE} <= {q.object.value for q in found if q.predicate.value == str(RDFS.label)}
    assert not [q for q in found if "<http://evil" in f"{q.subject} {q.predicate}"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(any_text, min_size=1, max_size=3))
def test_any_words_make_strict_files(words: list[str]) -> None:
    world = hostile_world(words)
    everything = strict("nquads", world)
    labels = {q.object.value for q in everything if q.predicate.value == str(RDFS.label)}
    assert {clean(word) for word in words} <= labels
    assert strict("trig", world) == everything
    assert rdflib.Graph().parse(data=written("turtle", world), format="turtle")


@settings(max_examples=100, deadline=None)
@given(any_text, any_text)
def test_any_id_makes_a_strict_iri(id_: str, qid: str) -> None:
    minter = rdf.Minter()
    actor = Actor(id_, id_, "group", qid=qid)
    for iri in (minter.actor(actor), minter.place(Named(id_, id_)), minter.role(id_), minter.software(id_)):
        ox.NamedNode(iri)
        assert iri.isascii()


@settings(max_examples=200, deadline=None)
@given(any_text)
def test_any_term_is_one_line_or_refused(text: str) -> None:
    data = f"<http://x/s> <http://x/p> {line(rdflib.Literal(clean(text)))} .\n"
    assert len(data.splitlines()) == 1
    (quad,) = quads([data.encode()])
    assert quad.object.value == clean(text)
    try:
        ox.NamedNode(line(rdflib.URIRef(text))[1:-1])
    except ValueError as error:
        assert "no IRI" in str(error) or "IRI" in str(error)


@pytest.mark.parametrize("iri", ["", "x y:z", "http://x/> <http://evil/", 'http://x/"', "relative", "http://x/\n"])
def test_a_broken_iri_is_refused(iri: str) -> None:
    with pytest.raises(ValueError, match="no IRI"):
        line(rdflib.URIRef(iri))
    with pytest.raises(ValueError, match="no IRI"):
        line(rdflib.Literal("x", datatype=rdflib.URIRef(iri or " ")))


def test_a_blank_node_is_refused() -> None:
    with pytest.raises(TypeError, match="neither"):
        line(rdflib.BNode())


def test_same_bytes_whatever_the_order_and_the_hash_seed() -> None:
    code = (
        "import sys; sys.path.insert(0, '.'); from tests.rdf.test_files import *; from hashlib import sha256\n"
        "for name in rdf.FORMATS:\n"
        "    data = written(name, small_world().shuffled()) + written(name, hostile_world())\n"
        "    print(name, sha256(data).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, cwd=Path(__file__).parents[2],
            capture_output=True, check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }  # fmt: skip
    assert len(seen) == 1
    for name in rdf.FORMATS:
        assert written(name, small_world()) == written(name, small_world().shuffled())


def test_a_full_disk_is_told_in_one_line() -> None:
    with pytest.raises(OutputError, match=r"disk is full.*TMPDIR") as caught, scratch() as db:
        db.execute("PRAGMA max_page_count = 4")
        db.execute("CREATE TABLE t (a)")
        db.executemany("INSERT INTO t VALUES (?)", [("x" * 4096,)] * 50)
    assert "\n" not in str(caught.value)


@given(st.lists(st.integers(1, 30), max_size=8))
def test_prefixes_are_sorted_however_they_come(sizes: list[int]) -> None:
    head, body = b"@prefix b: <http://b/> .\n@prefix a: <http://a/> .\n", b"a:x a b:y .\n@prefix"
    out, data = io.BytesIO(), head + body
    with SortedPrefixes(out) as ordered:
        for size in sizes:
            ordered.write(data[:size])
            data = data[size:]
        ordered.write(data)
    first, second = head.splitlines(keepends=True)
    assert out.getvalue() == second + first + b"\n" + body
