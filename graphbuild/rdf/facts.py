"""The fact layer: only what an article asserts in its own voice becomes a sem:Event, shared by all who assert it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from rdflib import URIRef
from rdflib.namespace import ORG, RDF

from graphbuild.model import sign_of
from graphbuild.rdf.iris import event_type
from graphbuild.rdf.literals import day, truth
from graphbuild.rdf.vocabulary import GB, SEM
from graphbuild.rdf.world import Proposition, Triple, World

VALENCES = {1: GB.Cooperation, -1: GB.Conflict, 0: GB.Neutral}
_EDGES = {1: GB.cooperatedWith, -1: GB.opposed}
_BODY_EDGES = {"LEADS": ORG.headOf, "MEMBER": ORG.memberOf}


def edge_of(type_: str) -> URIRef | None:
    """Return the shortcut between actors that an event of this type stands for."""
    return _BODY_EDGES.get(type_) or _EDGES.get(sign_of(type_))


def fact(world: World, content: Proposition, claim: URIRef) -> Iterator[Triple]:
    """Yield the statements about one event, as one claim establishes it, and the shortcuts between its actors.

    Its label and intensity come from the tally, which knows all the claims and all the names.
    """
    me = content.iri(world.minter, "event")
    yield me, RDF.type, SEM.Event
    yield me, SEM.eventType, event_type(content.type)
    yield me, GB.valence, VALENCES[sign_of(content.type)]
    yield me, GB.symmetric, truth(content.symmetric)
    yield me, GB.about, content.iri(world.minter, "proposition")
    yield me, GB.supportedBy, claim
    yield from ((me, GB.initiator, actor) for actor in content.initiators)
    yield from ((me, GB.target, actor) for actor in content.targets)
    yield from _circumstances(me, content)
    yield from _edges(world, content)


def _circumstances(me: URIRef, content: Proposition) -> Iterator[Triple]:
    if content.when.earliest:
        yield me, SEM.hasEarliestBeginTimeStamp, day(content.when.earliest)
    if content.when.latest:
        yield me, SEM.hasLatestEndTimeStamp, day(content.when.latest)
    if content.when.basis:
        yield me, GB.timeBasis, content.when.basis
    if content.place:
        yield me, SEM.hasPlace, content.place


def _edges(world: World, content: Proposition) -> Iterator[Triple]:
    edge = edge_of(content.type)
    for initiator, target in product(content.initiators, content.targets):
        # nobody is the head of a person, however an article may put it
        apart = initiator == target or (content.type in _BODY_EDGES and world.bearer(target).kind == "person")
        if edge is not None and not apart:
            yield initiator, edge, target
            if content.symmetric:
                yield target, edge, initiator
