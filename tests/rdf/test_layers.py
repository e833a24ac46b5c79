"""No plain question returns what was denied, planned, only possible or only reported, whoever is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Any

import owlrl
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import RDF, RDFS

from graphbuild import rdf
from graphbuild.model import SURE, is_fact
from graphbuild.rdf.vocabulary import ET, GB, SEM
from tests.factories import POUTINE, RUSSIE, Memory, make_event, small_world
from tests.rdf.files import SYNTAX, written

PREFIXES = f"""PREFIX sem: <{SEM}> PREFIX gb: <{GB}> PREFIX et: <{ET}> PREFIX org: <http://www.w3.org/ns/org#>
PREFIX ac: <https://graphbuild.invalid/actor/> """
NAIVE = {
    "type": "SELECT ?x { ?x a sem:Event }",
    "role": "SELECT ?x { ?x (sem:hasActor|gb:initiator|gb:target) ac:Q7747 }",
    "edge": "SELECT ?x { ac:Q7747 (gb:cooperatedWith|gb:opposed|gb:interactedWith|org:headOf|org:memberOf) ?x }",
    "event type": "SELECT ?x { VALUES ?t { et:ASSAULT et:AID et:SANCTION et:COERCE } ?x sem:eventType ?t }",
    "dyad": "SELECT ?x { ?x gb:dyadActor ac:Q7747 }",
}
# what SEM itself says of its properties: a reasoner may know it
AXIOMS = f"""@prefix sem: <{SEM}> . @prefix rdfs: <{RDFS}> .
sem:hasActor rdfs:domain sem:Event ; rdfs:range sem:Actor ; rdfs:subPropertyOf sem:eventProperty .
sem:eventType rdfs:domain sem:Event ; rdfs:subPropertyOf sem:type .
sem:hasPlace rdfs:domain sem:Event ; rdfs:range sem:Place ."""

Answers = set[str]
Ask = Callable[[str], Answers]


def only_claims() -> Memory:
    """Return a world in which nothing is a fact: the four ways of not being one, and one that is read unsurely."""
    world = small_world()
    unsure = replace(make_event(POUTINE, RUSSIE, start=300, type="AID", intensity=7.0), confidence=SURE - 0.01)
    return Memory(world.papers, world.cast, (*(e for e in world.facts if not is_fact(e)), unsure))


def with_facts() -> Memory:
    """Return the same world where Putin also does something of each type that is asked for."""
    world = only_claims()
    types = ("ASSAULT", "AID", "LEADS")
    return Memory(
        world.papers,
        world.cast,
        (*world.facts, *(make_event(POUTINE, RUSSIE, start=400 + n, type=t) for n, t in enumerate(types))),
    )


def in_rdflib(world: Memory, *, union: bool) -> Ask:
    dataset = rdflib.Dataset(default_union=union)
    dataset.parse(data=written("trig", world), format="trig")
    return lambda query: {str(row[0]) for row in dataset.query(PREFIXES + query)}


def in_oxigraph(world: Memory, *, union: bool) -> Ask:
    store = ox.Store()
    store.load(written("nquads", world), format=SYNTAX["nquads"])
    return lambda query: _values(store.query(PREFIXES + query, use_default_graph_as_union=union))


def flat_in_oxigraph(world: Memory) -> Ask:
    store = ox.Store()
    store.load(written("turtle", world), format=SYNTAX["turtle"])
    return lambda query: _values(store.query(PREFIXES + query))


def flat_in_rdflib(world: Memory) -> Ask:
    graph = rdflib.Graph().parse(data=written("turtle", world), format="turtle")
    return lambda query: {str(row[0]) for row in graph.query(PREFIXES + query)}


def reasoned(world: Memory) -> Ask:
    graph = rdflib.Graph().parse(data=written("turtle", world), format="turtle")
    graph.parse(data=AXIOMS, format="turtle")
    owlrl.DeductiveClosure(owlrl.RDFS_OWLRL_Semantics).expand(graph)
    return lambda query: {str(row[0]) for row in graph.query(PREFIXES + query)}


def _values(rows: Iterable[Any]) -> Answers:
    return {row[0].value for row in rows}


SETTINGS: dict[str, Callable[[Memory], Ask]] = {
    "rdflib, default graph": lambda world: in_rdflib(world, union=False),
    "rdflib, union of graphs": lambda world: in_rdflib(world, union=True),
    "Oxigraph, default graph": lambda world: in_oxigraph(world, union=False),
    "Oxigraph, union of graphs": lambda world: in_oxigraph(world, union=True),
    "rdflib, flat Turtle": flat_in_rdflib,
    "Oxigraph, flat Turtle": flat_in_oxigraph,
    "OWL-RL closure of flat Turtle": reasoned,
}


@cache
def asked(setting: str, *, facts: bool) -> Ask:
    return SETTINGS[setting](with_facts() if facts else only_claims())


@pytest.mark.parametrize("query", NAIVE.values(), ids=NAIVE)
@pytest.mark.parametrize("setting", SETTINGS)
def test_a_plain_question_returns_no_claim(setting: str, query: str) -> None:
    assert asked(setting, facts=False)(query) == set()


@pytest.mark.parametrize("query", NAIVE.values(), ids=NAIVE)
@pytest.mark.parametrize("setting", SETTINGS)
def test_a_plain_question_returns_what_is_so(setting: str, query: str) -> None:
    assert asked(setting, facts=True)(query)


@pytest.mark.parametrize("query", ["type", "role", "event type"])
def test_named_graphs_alone_would_leak(query: str) -> None:
    """The same claims under the properties of events: the table above can fail."""
    text = written("trig", only_claims()).decode()
    for claimed, plain in (
        ("a gb:Claim", "a sem:Event"), ("gb:claimInitiator", "gb:initiator"), ("gb:claimType", "sem:eventType"),
    ):  # fmt: skip
        text = text.replace(claimed, plain)
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TRIG)
    assert _values(store.query(PREFIXES + NAIVE[query], use_default_graph_as_union=True))
    assert not _values(store.query(PREFIXES + NAIVE[query]))


def test_every_way_of_not_being_a_fact_is_tried() -> None:
    tried = {(e.factuality, e.attribution is not None, e.confidence >= SURE) for e in only_claims().facts}
    assert tried == {
        ("negated", False, True), ("planned", False, True), ("possible", False, True), ("asserted", True, True),
        ("asserted", False, False),
    }  # fmt: skip


def test_no_claim_property_leads_into_the_fact_layer() -> None:
    graph = rdf.to_graph(small_world())
    used = {p for c in graph.subjects(RDF.type, GB.Claim) for p in graph.predicates(c)} - {GB.about, RDF.type}
    used_of_facts = {p for e in graph.subjects(RDF.type, SEM.Event) for p in graph.predicates(e)}
    assert used
    assert not used & used_of_facts
    for predicate in used:
        for link in (RDFS.subPropertyOf, RDFS.domain, RDFS.range):
            assert not [o for o in graph.objects(predicate, link) if str(o).startswith(str(SEM))]


def test_claims_make_no_dyad_and_bear_no_label() -> None:
    graph = rdf.to_graph(only_claims())
    assert not list(graph.subjects(RDF.type, GB.Dyad))
    assert not [label for claim in graph.subjects(RDF.type, GB.Claim) for label in graph.objects(claim, RDFS.label)]
