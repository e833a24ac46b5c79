"""The shapes: what a build writes fits them, and each of them can fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import pyshacl
import pytest
import rdflib
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, OWL, PROV, RDF, RDFS, SH, SKOS, XSD
from rdflib.term import Node

from graphbuild import rdf
from graphbuild.model import Named
from graphbuild.rdf import check
from graphbuild.rdf.check import failures, shapes
from graphbuild.rdf.spool import spool
from graphbuild.rdf.vocabulary import ET, GAF, GB, NIF, SEM
from tests.factories import (
    HOSTILE,
    POUTINE,
    RUSSIE,
    TRUMP,
    Memory,
    hostile_world,
    make_article,
    make_event,
    small_world,
)

X = URIRef("https://graphbuild.invalid/x")
FR, EN = Literal("x", lang="fr"), Literal("x", lang="en")
NUMBER, WORD, DAY = Literal("2.0", datatype=XSD.decimal), Literal("x"), Literal("2030-01-01", datatype=XSD.date)
COUNT, LATE = Literal("-1"), Literal("999999", datatype=XSD.nonNegativeInteger)
RESTS = (
    "an event rests on claims, each affirmed, certain, not to come, attributed to nobody and of a confidence of 0.5 or "
    "more"
)
FAR = Literal("11.0", datatype=XSD.decimal)
CONSULT, ALIEN = ET.CONSULT, ET.ALIEN

Change = tuple[str, URIRef, URIRef, Sequence[Node]]
# what must hold, the class of the thing that breaks it, and the property that gets these values instead of its own
CHANGES: tuple[Change, ...] = (
    ("an event has one label, in French", SEM.Event, RDFS.label, [EN]),
    ("an event has one type, out of gb:EventTypes", SEM.Event, SEM.eventType, [ALIEN]),
    ("an event has one valence", SEM.Event, GB.valence, []),
    ("the valence of an event is that of its type", SEM.Event, GB.valence, [GB.Neutral]),
    ("an event is symmetric or not", SEM.Event, GB.symmetric, [WORD]),
    ("an event has one intensity from -10 to 10", SEM.Event, GB.intensity, [FAR]),
    ("an event has an initiator, and each is an actor", SEM.Event, GB.initiator, [X]),
    ("an event has a target, and each is an actor", SEM.Event, GB.target, []),
    (RESTS, SEM.Event, GB.supportedBy, []),
    ("an event is about one proposition", SEM.Event, GB.about, [X]),
    ("an event and its claims are about the same proposition", SEM.Event, GB.about, [X]),
    ("the first day of an event is an xsd:date, not after the last", SEM.Event, SEM.hasEarliestBeginTimeStamp, [DAY]),
    ("the last day of an event is an xsd:date", SEM.Event, SEM.hasLatestEndTimeStamp, [WORD]),
    ("the time of an event has a known basis", SEM.Event, GB.timeBasis, [X]),
    ("an event has one place at most", SEM.Event, SEM.hasPlace, [X]),
    ("only an event has properties of an event", GB.Claim, GB.initiator, [X]),
    ("only an actor is joined to others", SEM.Place, GB.opposed, [X]),
    ("a dyad has one label, in French", GB.Dyad, RDFS.label, []),
    ("a dyad has two actors", GB.Dyad, GB.dyadActor, [X]),
    ("a dyad rests on events, never on claims", GB.Dyad, GB.dyadEvent, [X]),
    ("a dyad counts its friendly events", GB.Dyad, GB.friendlyEvents, [COUNT]),
    ("a dyad counts its hostile events", GB.Dyad, GB.hostileEvents, [COUNT]),
    ("a dyad counts its neutral events", GB.Dyad, GB.neutralEvents, []),
    ("a dyad has one summed intensity", GB.Dyad, GB.summedIntensity, []),
    ("the first day of a dyad is an xsd:date, not after the last", GB.Dyad, GB.firstDay, [DAY]),
    ("the last day of a dyad is an xsd:date", GB.Dyad, GB.lastDay, [WORD]),
    ("a claim has the id of its event record", GB.Claim, DCTERMS.identifier, []),
    ("a claim is about one proposition", GB.Claim, GB.about, []),
    ("a claim has one type, out of gb:EventTypes", GB.Claim, GB.claimType, [CONSULT, ET.AID]),
    ("a claim has an initiator, and each is an actor", GB.Claim, GB.claimInitiator, []),
    ("a claim has a target, and each is an actor", GB.Claim, GB.claimTarget, [X]),
    ("a claim is symmetric or not", GB.Claim, GB.claimSymmetric, []),
    ("a claim has one intensity from -10 to 10", GB.Claim, GB.claimIntensity, [FAR]),
    ("a claim has one polarity", GB.Claim, GB.polarity, [GB.Positive, GB.Negative]),
    ("a claim has one certainty", GB.Claim, GB.certainty, []),
    ("a claim has one tense", GB.Claim, GB.tense, [GB.Certain]),
    ("a claim has one confidence from 0 to 1", GB.Claim, GB.confidence, [NUMBER]),
    ("a claim is attributed to one actor at most", GB.Claim, GB.attributedTo, [X]),
    ("the first day of a claim is an xsd:date, not after the last", GB.Claim, GB.claimNotBefore, [DAY]),
    ("the last day of a claim is an xsd:date", GB.Claim, GB.claimNotAfter, [WORD]),
    ("the time of a claim has a known basis", GB.Claim, GB.claimTimeBasis, [X]),
    ("a claim has one place at most", GB.Claim, GB.claimPlace, [X]),
    ("a claim has one trigger, in French", GB.Claim, GB.trigger, [FR, EN]),
    ("a trigger begins once, before it ends", GB.Claim, GB.triggerBegin, [LATE]),
    ("a trigger ends once", GB.Claim, GB.triggerEnd, []),
    ("a claim stands in one sentence", GB.Claim, GAF.denotedBy, []),
    ("a claim comes from one article", GB.Claim, PROV.wasDerivedFrom, [X]),
    ("the sentence of a claim stands in its article", GB.Claim, PROV.wasDerivedFrom, [X]),
    ("a claim comes from one reading", GB.Claim, PROV.wasGeneratedBy, []),
    ("what is only said or counted is no event", GB.Claim, RDF.type, [GB.Claim, SEM.Event]),
    ("a sentence stands in one article", NIF.Sentence, NIF.referenceContext, []),
    ("a sentence begins once, before it ends", NIF.Sentence, NIF.beginIndex, [LATE]),
    ("a sentence ends once", NIF.Sentence, NIF.endIndex, []),
    ("a sentence has one text, in French", NIF.Sentence, NIF.anchorOf, [EN]),
    ("a sentence has the hash of its text", NIF.Sentence, GB.sha256, [WORD]),
    ("an article is a prov:Entity with an address of its own kind", NIF.Context, RDF.type, [NIF.Context]),
    ("an article has one id", NIF.Context, DCTERMS.identifier, []),
    ("an article has one language", NIF.Context, DCTERMS.language, []),
    ("an article appeared on an xsd:date", NIF.Context, DCTERMS.issued, [WORD]),
    ("an article's URL is an xsd:anyURI", NIF.Context, GB.sourceURL, [X]),
    ("an article's hash is a SHA-256", NIF.Context, GB.sha256, [WORD]),
    ("a reading is of one article", PROV.Activity, PROV.used, []),
    ("a reading is by one version of the program", PROV.Activity, PROV.wasAssociatedWith, []),
    ("an actor has one label, in French", SEM.Actor, RDFS.label, [FR, Literal("y", lang="fr")]),
    ("an actor has one id", SEM.Actor, DCTERMS.identifier, []),
    ("an actor is of one known kind", SEM.Actor, GB.kind, [WORD]),
    ("an actor acts for one actor at most", SEM.Actor, GB.actsFor, [X]),
    ("an actor's match is an entity of Wikidata", SEM.Actor, SKOS.exactMatch, [X]),
    ("an actor is joined to actors", SEM.Actor, GB.cooperatedWith, [X]),
    ("a place has one label, in French", SEM.Place, RDFS.label, []),
    ("a place has one id", SEM.Place, DCTERMS.identifier, []),
    ("an office has one bearer", ORG.Membership, ORG.member, []),
    ("an office is in one body", ORG.Membership, ORG.organization, []),
    ("an office is of one kind", ORG.Membership, ORG.role, []),
    ("an office is held from an xsd:date, not after its end", ORG.Membership, GB.heldFrom, [WORD]),
    ("an office is held until an xsd:date", ORG.Membership, GB.heldUntil, [WORD]),
    ("no two things are declared the same: a wrong link would merge them", SEM.Actor, OWL.sameAs, [X]),
    ("an event type has a name in French and in English", SEM.EventType, SKOS.prefLabel, [FR]),
    ("an event type is defined in French and in English", SEM.EventType, SKOS.definition, []),
    ("an event type has one notation", SEM.EventType, SKOS.notation, []),
    ("an event type is in one class of the scheme", SEM.EventType, SKOS.broader, []),
    ("an event type has one valence", SEM.EventType, GB.typicalValence, []),
    ("an event type has one intensity from -10 to 10", SEM.EventType, GB.typicalIntensity, []),
    ("a CAMEO code is two to four digits, as text", SEM.EventType, GB.cameoCode, [NUMBER]),
)  # fmt: skip
# an address of the wrong kind, by the class of what bears it
ADDRESSES = {
    "an event has an address of its own kind": SEM.Event,
    "a claim has an address of its own kind": GB.Claim,
    "a proposition has an address of its own kind": GB.Proposition,
    "an actor has an address of its own kind": SEM.Actor,
}


@cache
def sound() -> tuple[tuple[Node, Node, Node], ...]:
    """Return a small graph that fits all shapes."""
    there = Named("anchorage", "Anchorage")
    events = (make_event(POUTINE, TRUMP, place=there, time="2025-08-15"), make_event(POUTINE, RUSSIE, start=60))
    graph = rdf.to_graph(Memory((make_article(),), (POUTINE, TRUMP, RUSSIE), events))
    return tuple(graph)


def judged(triples: Sequence[tuple[Node, Node, Node]]) -> set[str]:
    """Return which conditions do not hold."""
    with spool() as found:
        found.add(None, triples)
        return {line.split(": ", 1)[1].rsplit(" (", 1)[0] for line in failures(found)}


def changed(kind: URIRef, predicate: URIRef, values: Sequence[Node]) -> list[tuple[Node, Node, Node]]:
    """Return the sound graph with other values of one property of the first thing of its kind."""
    thing = min(s for s, p, o in sound() if (p, o) == (RDF.type, kind))
    kept = [found for found in sound() if found[:2] != (thing, predicate)]
    return kept + [(thing, predicate, value) for value in values]


def told() -> Iterator[str]:
    """Yield every condition of the shapes."""
    return (str(message) for message in shapes().objects(None, SH.message))


@pytest.mark.parametrize("world", [small_world(), Memory()], ids=["small", "empty"])
def test_what_is_written_fits(world: Memory) -> None:
    with rdf.statements(world) as found:
        assert list(failures(found)) == []


def test_hostile_words_fit_too() -> None:
    for text in HOSTILE:  # one at a time, for each stands in the same place
        world = hostile_world([text])
        with rdf.statements(Memory((make_article(),), world.cast, world.facts)) as found:
            assert list(failures(found)) == []


def test_the_sound_graph_is_sound() -> None:
    assert judged(sound()) == set()


@pytest.mark.parametrize(("message", "kind", "predicate", "values"), CHANGES, ids=lambda value: str(value)[:60])
def test_each_condition_can_fail(message: str, kind: URIRef, predicate: URIRef, values: Sequence[Node]) -> None:
    assert message in judged(changed(kind, predicate, values))


@pytest.mark.parametrize(("message", "kind"), ADDRESSES.items())
def test_each_kind_has_its_address(message: str, kind: URIRef) -> None:
    thing = min(s for s, p, o in sound() if (p, o) == (RDF.type, kind))
    assert message in judged([tuple(X if term == thing else term for term in found) for found in sound()])


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (GB.polarity, GB.Negative), (GB.certainty, GB.Possible), (GB.tense, GB.Future),
        (GB.attributedTo, rdf.Minter().actor(TRUMP)), (GB.confidence, Literal("0.4", datatype=XSD.decimal)),
    ],
)  # fmt: skip
def test_an_event_cannot_rest_on_what_is_only_said(predicate: URIRef, value: Node) -> None:
    assert judged(changed(GB.Claim, predicate, [value])) == {RESTS}


def test_every_condition_is_tried() -> None:
    assert sorted({change[0] for change in CHANGES} | set(ADDRESSES)) == sorted(told())


def test_a_failure_is_one_line_that_names_the_thing() -> None:
    with spool() as found:
        found.add(None, changed(GB.Claim, GB.polarity, [GB.Positif]))
        (line, *_) = failures(found)
    assert line.startswith("https://graphbuild.invalid/claim/")
    assert line.endswith(": a claim has one polarity (polarity Positif)")
    assert "\n" not in line


def test_a_graph_judged_in_parts_is_judged_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = [found for found in sound() if found[1] not in (GB.polarity, RDFS.label)]
    with spool() as found:
        found.add(None, broken)
        whole = sorted(failures(found))
        monkeypatch.setattr(check, "PART", 3)
        assert sorted(failures(found)) == whole
        assert 0 < len(list(failures(found, at_most=40))) < len(whole)


def test_the_shapes_are_sound_shacl() -> None:
    sound_shapes, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert sound_shapes, text
    assert len(list(told())) > 80
