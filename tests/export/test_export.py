"""Every format: whole or not at all, the same bytes, and read back by another program's parser."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from graphbuild.clean import clean, whole
from graphbuild.errors import OutputError
from graphbuild.export import EXPORTERS, FILES, FORMATS, RDF_FILES, RDF_FORMATS, export
from graphbuild.export.atomic import writing
from graphbuild.export.csv import cell
from graphbuild.graph import to_networkx
from graphbuild.ledger import Ledger
from graphbuild.model import Event
from tests.factories import (
    HOSTILE,
    LOUKACHENKO,
    ONU,
    POUTINE,
    RUSSIE,
    TRUMP,
    USA,
    Memory,
    any_text,
    hostile_world,
    make_article,
    make_event,
    small_world,
)  # fmt: skip


def written(name: str, world: Memory) -> bytes:
    out = io.BytesIO()
    export(name, world, out)
    return out.getvalue()


def lines(world: Memory) -> list[dict]:
    return [json.loads(line) for line in written("jsonl", world).decode().splitlines()]


def rows(world: Memory) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", world).decode(), newline="")))


# -- whatever the format ------------------------------------------------------------------------------------------


def test_every_format_has_a_file_name() -> None:
    assert EXPORTERS.keys() == FILES.keys()
    assert RDF_FILES.keys() < set(RDF_FORMATS)
    assert (*EXPORTERS, *RDF_FORMATS) == FORMATS


def test_the_formats_named_are_those_that_can_be_written() -> None:
    from graphbuild import rdf

    assert tuple(rdf.FORMATS) == RDF_FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_a_ledger_gives_the_same_file_as_its_parts(name: str, tmp_path: Path) -> None:
    world = small_world()
    with Ledger.open(tmp_path / "graph.sqlite", fingerprint="f") as ledger:
        for article in world.articles():
            events = [e for e in world.events() if e.doc == article.id]
            ids = {a.id for e in events for a in e.source + e.target}
            ledger.put(article, [a for a in world.actors() if a.id in ids], events)
        ledger.finish()
        export(name, ledger, tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == written(name, world)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "graph.sqlite"]


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_build_is_a_valid_file(name: str) -> None:
    written(name, Memory())


def test_same_bytes_whatever_the_order_and_the_hash_seed() -> None:
    code = (
        "import sys; sys.path.insert(0, '.'); from tests.export.test_export import *; from hashlib import sha256\n"
        "for name in EXPORTERS: print(sha256(written(name, small_world().shuffled())).hexdigest())"
    )
    seen = set()
    for seed in ("0", "1"):
        options = {"env": os.environ | {"PYTHONHASHSEED": seed}, "cwd": Path(__file__).parents[2]}
        seen.add(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, **options).stdout)
    assert len(seen) == 1
    for name in EXPORTERS:
        assert written(name, small_world()) == written(name, small_world().shuffled())


def test_rdflib_and_networkx_are_not_loaded_for_nothing() -> None:
    heavy = {"networkx", "rdflib", "pyoxigraph", "spacy", "lxml"}
    code = f"import sys, graphbuild.export; assert not {heavy} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


# -- files --------------------------------------------------------------------------------------------------------


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), writing(file) as out:
        out.write(b"new")
        raise ZeroDivisionError
    assert file.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_full_disk_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left") as caught:
        export("csv", small_world(), tmp_path / "actors.csv")
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        export("csv", small_world(), tmp_path / "nowhere" / "actors.csv")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="not a plain file"):
        export("csv", small_world(), tmp_path)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"")
    (tmp_path / "link").symlink_to("real")
    export("csv", small_world(), tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes().startswith(b"id,")


# -- jsonl --------------------------------------------------------------------------------------------------------


def test_jsonl_follows_the_contract() -> None:
    world = small_world()
    found = lines(world)
    assert [Event.from_dict(record) for record in found] == world.events()
    assert list(found[0]) == [
        "id", "doc", "start", "end", "sentence", "sentence_start", "sentence_end", "trigger", "lemma", "pos", "type",
        "sign", "intensity", "source", "target", "symmetric", "factuality", "factuality_marks", "attribution", "time",
        "place", "confidence", "rules",
    ]  # fmt: skip
    assert list(found[0]["source"][0]) == ["id", "name", "start", "end", "how", "kind"]
    assert "téléphoné" in written("jsonl", world).decode()


def test_jsonl_keeps_hostile_words_on_one_line() -> None:
    assert [r["sentence"] for r in lines(hostile_world())] == [whole(text) for text in HOSTILE]


@given(any_text)
def test_jsonl_keeps_any_words(text: str) -> None:
    (record,) = lines(hostile_world([text]))
    assert record["sentence"] == whole(text)


# -- csv ----------------------------------------------------------------------------------------------------------


def test_csv_counts_events() -> None:
    found = {row["id"]: row for row in rows(small_world())}
    assert list(found) == sorted(found)
    assert found["donald-trump"] == {
        "id": "donald-trump", "name": "Donald Trump", "kind": "person", "state": "etats-unis", "qid": "Q22686",
        "events": "4",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["=1+1", "+33", "-1", "@x", "\tx", "\rx", "\x00=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert cell(text).startswith("'")


@given(any_text)
def test_csv_keeps_any_words(text: str) -> None:
    found = rows(hostile_world([text]))
    assert [row["name"] for row in found] == [cell(text)] * 2
    assert cell(text).removeprefix("'") == clean(text).replace("\r\n", "\n").replace("\r", "\n").removeprefix("'")


# -- graphml and gexf ---------------------------------------------------------------------------------------------


def test_graphml_is_the_networkx_graph() -> None:
    world = small_world()
    read = nx.read_graphml(io.BytesIO(written("graphml", world)), force_multigraph=True)
    meant = to_networkx(world.articles(), world.actors(), world.events())
    assert set(read) == set(meant)
    assert sorted(read.edges()) == sorted(meant.edges())
    call = make_event()
    edge = read.edges[TRUMP.id, LOUKACHENKO.id, call.id]
    assert (edge["start"], edge["sign"], edge["intensity"], edge["symmetric"]) == (10, 1, 1.5, False)
    assert (edge["sentence"], edge["outlet"], edge["event"]) == (call.sentence, "Le Journal", call.id)
    assert "attribution" not in edge


def test_gexf_has_time_weight_and_sign() -> None:
    world = small_world()
    read = nx.read_gexf(io.BytesIO(written("gexf", world)))
    assert read.graph["mode"] == "dynamic"
    assert read.nodes["onu"]["label"] == "ONU"
    summit = read.get_edge_data(TRUMP.id, POUTINE.id)
    assert [(e["start"], e["end"]) for e in summit.values()] == [("2025-08-15", "2025-08-16")]
    denied = next(iter(read.get_edge_data(POUTINE.id, TRUMP.id).values()))
    assert (denied["sign"], denied["weight"], denied["factuality"]) == (-1, 9.0, "negated")
    leads = next(iter(read.get_edge_data(POUTINE.id, RUSSIE.id).values()))
    assert (leads["sign"], leads["weight"]) == (0, 1.0)


def test_gexf_shows_what_is_no_fact_as_pale() -> None:
    tree = etree.fromstring(written("gexf", small_world()))
    colors = {}
    for edge in tree.iter("{*}edge"):
        values = {v.get("for"): v.get("value") for v in edge.iterfind("{*}attvalues/{*}attvalue")}
        (color,) = edge.iterfind("{http://www.gexf.net/1.2draft/viz}color")
        key = values["edge-fact"], values["edge-sign"], values["edge-factuality"], "edge-attribution" in values
        colors[key] = tuple(int(color.get(channel)) for channel in "rgb")
    pale = {color for (fact, *_), color in colors.items() if fact == "false"}
    assert pale == {(221, 221, 221)}
    assert colors["true", "1", "asserted", False] == (0, 114, 178)
    kinds = {edge.get("kind") for edge in tree.iter("{*}edge")}
    assert kinds == {
        "CONSULT", "LEADS", "ASSAULT negated", "AID planned", "SANCTION possible", "COERCE reported",
    }  # fmt: skip
    assert {key[2:] for key in colors if key[0] == "false"} == {
        ("negated", False), ("planned", False), ("possible", False), ("asserted", True),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_edge_ids_are_unique_and_well_formed(name: str) -> None:
    summit = make_event((TRUMP, USA), (POUTINE, RUSSIE, ONU))
    tree = etree.fromstring(written(name, Memory((make_article(),), (), (summit,))))
    ids = [e.get("id") for e in tree.iter("{*}edge")]
    assert len(ids) == len(set(ids)) == 6
    assert ids[:2] == [summit.id, f"{summit.id}.2"]


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_no_event_without_a_date_is_lost(name: str) -> None:
    tree = etree.fromstring(written(name, Memory(facts=(make_event(),))))
    (edge,) = tree.iter("{*}edge")
    assert "start" not in edge.attrib


def graphml_sentences(data: bytes) -> list[str]:
    return [d.text or "" for d in etree.fromstring(data).iterfind(".//{*}edge/{*}data[@key='edge-sentence']")]


def gexf_sentences(data: bytes) -> list[str]:
    return [d.get("value") for d in etree.fromstring(data).iterfind(".//{*}edge//{*}attvalue[@for='edge-sentence']")]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.just(list(HOSTILE)), st.lists(any_text, min_size=1, max_size=3)))
def test_xml_keeps_any_words(words: list[str]) -> None:
    world = hostile_world(words)
    want = [clean(text) for text in words]
    assert graphml_sentences(written("graphml", world)) == want
    assert gexf_sentences(written("gexf", world)) == want
    for read in (nx.read_graphml, nx.read_gexf):
        name = read.__name__.removeprefix("read_")
        names = nx.get_node_attributes(read(io.BytesIO(written(name, world))), "name").values()
        assert {n or "" for n in names} == set(want)
