"""RDF: facts and claims apart, strict syntax, the same bytes, and hostile words that stay words."""

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
from rdflib.namespace import RDF, RDFS, SKOS, XSD

from graphbuild import rdf
from graphbuild.clean import clean
from graphbuild.errors import GraphbuildError
from graphbuild.model import EVENT_TYPES, Actor, Named
from graphbuild.rdf.facts import is_fact
from graphbuild.rdf.vocabulary import ET, GB, SEM
from tests.factories import (
    HOSTILE,
    LOUKACHENKO,
    POUTINE,
    RUSSIE,
    TRUMP,
    Memory,
    any_text,
    hostile_world,
    make_article,
    make_event,
    small_world,
)  # fmt: skip

DATATYPES = {XSD.date, XSD.decimal, XSD.boolean, XSD.nonNegativeInteger, XSD.anyURI, RDF.langString, XSD.string, None}


def turtle(world: Memory, base: str = rdf.DEFAULT_BASE) -> bytes:
    out = io.BytesIO()
    rdf.write_turtle(rdf.blocks(world, base), rdf.prefixes(base), out)
    return out.getvalue()


def trig(world: Memory, base: str = rdf.DEFAULT_BASE) -> bytes:
    out = io.BytesIO()
    rdf.write_trig(rdf.blocks(world, base), rdf.prefixes(base), out)
    return out.getvalue()


def strict(data: bytes, syntax: ox.RdfFormat) -> set[ox.Quad]:
    return set(ox.parse(data, format=syntax))


def n_triples(graph: rdflib.Graph) -> set[ox.Triple]:
    return {q.triple for q in ox.parse(graph.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)}


# -- the two layers -----------------------------------------------------------------------------------------------

PREFIXES = f"PREFIX sem: <{SEM}> PREFIX gb: <{GB}> PREFIX et: <{ET}> PREFIX ac: <https://graphbuild.invalid/actor/> "
NAIVE = {
    "type": "SELECT ?x { ?x a sem:Event }",
    "role": "SELECT ?x { ?x (sem:hasActor|gb:initiator|gb:target) ac:Q7747 }",
    "edge": "SELECT ?x { ac:Q7747 (gb:cooperatedWith|gb:opposed|gb:interactedWith) ?x }",
    "event type": "SELECT ?x { VALUES ?t { et:ASSAULT et:AID et:SANCTION et:COERCE } ?x sem:eventType ?t }",
}


def only_claims() -> Memory:
    world = small_world()
    return Memory(world.papers, world.cast, tuple(e for e in world.facts if not is_fact(e)))


@pytest.mark.parametrize("query", NAIVE.values(), ids=NAIVE)
def test_a_naive_query_returns_no_claim(query: str) -> None:
    world = only_claims()
    assert len(world.facts) == 4
    union = rdflib.Dataset(default_union=True)
    union.parse(data=trig(world), format="trig")
    flat = rdflib.Graph().parse(data=turtle(world), format="turtle")
    store = ox.Store()
    store.load(trig(world), format=ox.RdfFormat.TRIG)
    assert not list(union.query(PREFIXES + query))
    assert not list(flat.query(PREFIXES + query))
    assert not list(store.query(PREFIXES + query))
    assert not list(store.query(PREFIXES + query, use_default_graph_as_union=True))


def test_no_claim_is_taken_for_a_fact_by_a_reasoner() -> None:
    owlrl = pytest.importorskip("owlrl")
    graph = rdf.to_graph(only_claims())
    owlrl.DeductiveClosure(owlrl.RDFS_OWLRL_Semantics).expand(graph)
    for query in NAIVE.values():
        assert not list(graph.query(PREFIXES + query))


def test_no_claim_property_leads_into_the_fact_layer() -> None:
    graph = rdf.to_graph(small_world())
    used = {p for c in graph.subjects(RDF.type, GB.Claim) for p in graph.predicates(c)} - {GB.about, RDF.type}
    used_of_facts = {p for e in graph.subjects(RDF.type, SEM.Event) for p in graph.predicates(e)}
    assert not used & used_of_facts
    for predicate in used:
        for link in (RDFS.subPropertyOf, RDFS.domain, RDFS.range):
            assert not [o for o in graph.objects(predicate, link) if str(o).startswith(str(SEM))]


def test_facts_are_found() -> None:
    graph = rdf.to_graph(small_world())
    events = set(graph.subjects(RDF.type, SEM.Event))
    assert len(events) == 3  # the call, told twice on one day; the summit; the office
    assert len(set(graph.subjects(RDF.type, GB.Claim))) == 8
    ask = PREFIXES + "ASK { ac:Q22686 gb:cooperatedWith ac:Q2866 . ac:Q7747 gb:leads ac:Q159 }"
    assert graph.query(ask).askAnswer
    assert all(len(list(graph.objects(e, GB.supportedBy))) >= 1 for e in events)


def test_articles_that_say_the_same_support_one_event() -> None:
    call, again = make_event(intensity=1.0), make_event(doc="a2", start=99, intensity=2.0)
    world = Memory((make_article("a1"), make_article("a2")), (TRUMP, LOUKACHENKO), (call, again))
    graph = rdf.to_graph(world)
    (event,) = graph.subjects(RDF.type, SEM.Event)
    assert len(set(graph.objects(event, GB.supportedBy))) == 2
    assert float(graph.value(event, GB.intensity)) == 1.5
    later = Memory((make_article("a1"), make_article("a2", date="2026-01-01")), world.cast, world.facts)
    assert len(set(rdf.to_graph(later).subjects(RDF.type, SEM.Event))) == 2


def test_who_affirms_and_who_denies_speak_of_one_proposition() -> None:
    said = make_event(time="2025-08-15")
    denied = make_event(doc="a2", time="2025-08-15", factuality="negated")
    graph = rdf.to_graph(Memory((make_article("a1"), make_article("a2")), (), (said, denied)))
    assert len({o for c in graph.subjects(RDF.type, GB.Claim) for o in graph.objects(c, GB.about)}) == 1
    (event,) = graph.subjects(RDF.type, SEM.Event)
    assert len(set(graph.objects(event, GB.supportedBy))) == 1


def test_direction_counts_unless_symmetric() -> None:
    def events(*, symmetric: bool) -> int:
        there = make_event(TRUMP, POUTINE, symmetric=symmetric)
        back = make_event(POUTINE, TRUMP, start=50, symmetric=symmetric)
        return len(set(rdf.to_graph(Memory((make_article(),), (), (there, back))).subjects(RDF.type, SEM.Event)))

    assert (events(symmetric=True), events(symmetric=False)) == (1, 2)


@pytest.mark.parametrize(
    ("factuality", "mode"),
    [
        ("asserted", (GB.Positive, GB.Certain, GB.NonFuture)),
        ("negated", (GB.Negative, GB.Certain, GB.NonFuture)),
        ("planned", (GB.Positive, GB.Certain, GB.Future)),
        ("possible", (GB.Positive, GB.Possible, GB.UnspecifiedTense)),
    ],
)
def test_every_factuality_keeps_its_mode(factuality: str, mode: tuple) -> None:
    graph = rdf.to_graph(Memory((make_article(),), (), (make_event(factuality=factuality),)))
    (claim,) = graph.subjects(RDF.type, GB.Claim)
    assert tuple(graph.value(claim, p) for p in (GB.polarity, GB.certainty, GB.tense)) == mode


def test_dates_are_days() -> None:
    world = Memory((make_article(),), (), (make_event(time="2025-08"), make_event(start=40)))
    graph = rdf.to_graph(world)
    found = {
        (str(graph.value(e, SEM.hasEarliestBeginTimeStamp)), str(graph.value(e, SEM.hasLatestEndTimeStamp)))
        for e in graph.subjects(RDF.type, SEM.Event)
    }
    assert found == {("2025-08-01", "2025-08-31"), ("None", "2025-08-15")}


def test_actors_say_for_whom_they_act() -> None:
    graph = rdf.to_graph(small_world())
    minter = rdf.Minter()
    assert graph.value(minter.actor(POUTINE), GB.actsFor) == minter.actor(RUSSIE)
    assert str(graph.value(minter.actor(POUTINE), SKOS.exactMatch)) == "http://www.wikidata.org/entity/Q7747"
    assert graph.value(minter.actor(POUTINE), RDFS.label) == rdflib.Literal("Vladimir Poutine", lang="fr")


# -- the files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("world", [small_world(), hostile_world(), Memory()], ids=["small", "hostile", "empty"])
def test_both_parsers_read_the_same_as_was_meant(world: Memory) -> None:
    graph = rdf.to_graph(world)
    assert isomorphic(rdflib.Graph().parse(data=turtle(world), format="turtle"), graph)
    assert {q.triple for q in strict(turtle(world), ox.RdfFormat.TURTLE)} == n_triples(graph)
    quads = strict(trig(world), ox.RdfFormat.TRIG)
    assert {q.triple for q in quads} == n_triples(graph)
    back = rdflib.Dataset()
    back.parse(data=trig(world), format="trig")
    assert {(s, p, o, c) for s, p, o, c in back.quads()} == {
        (s, p, o, c) for s, p, o, c in rdf.to_dataset(world).quads()
    }


def test_the_default_graph_holds_no_claim() -> None:
    quads = strict(trig(small_world()), ox.RdfFormat.TRIG)
    claim = ox.NamedNode(str(GB.Claim))
    homes = {q.graph_name for q in quads if q.object == claim and q.predicate.value == str(RDF.type)}
    assert len(homes) == 2
    assert ox.DefaultGraph() not in homes


def test_no_blank_node_no_odd_datatype_no_odd_iri() -> None:
    for s, p, o in rdf.statements(hostile_world()):
        for term in (s, p, o):
            assert not isinstance(term, rdflib.BNode)
            if isinstance(term, rdflib.URIRef):
                assert re.fullmatch(r"https?://[A-Za-z0-9./#=,_-]+", term), term
            else:
                assert term.datatype in DATATYPES


def test_hostile_words_stay_words() -> None:
    world = hostile_world()
    labels = {
        q.object.value for q in strict(turtle(world), ox.RdfFormat.TURTLE) if q.predicate.value == str(RDFS.label)
    }
    assert {clean(text) for text in HOSTILE} <= labels
    assert b"<http://evil" not in b"".join(
        f"{q.subject} {q.predicate}".encode() for q in strict(trig(world), ox.RdfFormat.TRIG)
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(any_text, min_size=1, max_size=3))
def test_any_words_make_a_strict_file(words: list[str]) -> None:
    world = hostile_world(words)
    graph = rdf.to_graph(world)
    assert {q.triple for q in strict(turtle(world), ox.RdfFormat.TURTLE)} == n_triples(graph)
    assert {q.triple for q in strict(trig(world), ox.RdfFormat.TRIG)} == n_triples(graph)


@settings(max_examples=100, deadline=None)
@given(any_text, any_text)
def test_any_id_makes_a_strict_iri(id_: str, qid: str) -> None:
    minter = rdf.Minter()
    for iri in (minter.actor(Actor(id_, id_, "group", qid=qid)), minter.place(Named(id_, id_))):
        ox.NamedNode(iri)
        assert iri.isascii()


def test_same_bytes_whatever_the_order_and_the_hash_seed() -> None:
    code = (
        "import sys; sys.path.insert(0, '.'); from tests.test_rdf import *; from hashlib import sha256\n"
        "print(sha256(turtle(small_world()) + trig(small_world().shuffled()) + trig(hostile_world())).hexdigest())"
    )
    root = Path(__file__).parents[1]
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, cwd=root, capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }  # fmt: skip
    assert len(seen) == 1
    assert trig(small_world()) == trig(small_world().shuffled())


# -- addresses and vocabulary -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "base",
    [
        "", "graphbuild.invalid/", "ftp://x/", "https://x", "https://x/#", "https:///", "https://x/ y/",
        'https://x/"/', "https://x/>/", "https://é.fr/", "https://x/%zz/", "https://x:99999/", "https://x/\n",
        "javascript://x/",
    ],
)  # fmt: skip
def test_a_bad_base_is_refused(base: str) -> None:
    with pytest.raises(GraphbuildError, match="base IRI"):
        rdf.Minter(base)


def test_another_base_changes_addresses_and_no_key() -> None:
    base = "https://data.example.org/presse/"
    ours = turtle(small_world()).decode()
    theirs = turtle(small_world(), base).decode()
    assert theirs.replace(base, rdf.DEFAULT_BASE) == ours


def test_keys_are_pinned() -> None:
    """Published addresses must not change from one version to the next."""
    minter = rdf.Minter()
    assert (
        str(minter.actor(Actor("onu", "ONU", "organisation")))
        == "https://graphbuild.invalid/actor/n-onu-77wl7gpkvo2lftdx"
    )
    assert str(minter.actor(TRUMP)) == "https://graphbuild.invalid/actor/Q22686"


def test_a_bad_event_type_is_refused() -> None:
    with pytest.raises(GraphbuildError, match="event type"):
        rdf.to_graph(Memory((make_article(),), (), (make_event(type="> . <http://evil"),)))


def test_every_term_in_use_is_documented_in_french_and_english() -> None:
    graph = rdf.to_graph(small_world())
    ours = {t for triple in graph for t in triple if str(t).startswith((str(GB), str(ET))) and str(t) != str(GB)}
    documented = rdflib.Graph()
    for triple in rdf.ontology():
        documented.add(triple)
    for term in ours:
        languages = {(p, o.language) for p, o in documented.predicate_objects(term) if isinstance(o, rdflib.Literal)}
        for label, comment in ((RDFS.label, RDFS.comment), (SKOS.prefLabel, SKOS.definition)):
            if (label, "fr") in languages:
                assert {(label, "en"), (comment, "fr"), (comment, "en")} <= languages, term
                break
        else:
            pytest.fail(f"{term} is not documented")


def test_the_scheme_holds_every_type() -> None:
    graph = rdflib.Graph()
    for triple in rdf.ontology():
        graph.add(triple)
    assert {str(o) for o in graph.objects(None, SKOS.notation)} == set(EVENT_TYPES)
    for name in EVENT_TYPES:
        assert graph.value(ET[name], SKOS.broader)
        assert (graph.value(ET[name], SKOS.broader), SKOS.topConceptOf, GB.EventTypes) in graph


def test_the_ontology_is_strict_turtle() -> None:
    file = Path(rdf.__file__).parents[1] / "data" / "ontology.ttl"
    assert len(strict(file.read_bytes(), ox.RdfFormat.TURTLE)) == len(rdf.ontology())
