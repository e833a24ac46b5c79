"""The fact layer: only what an article asserts in its own voice becomes a sem:Event, shared by all who assert it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from graphbuild.model import SURE, Actor, Event, Named, sign_of
from graphbuild.rdf.iris import entity, event_type, wikidata
from graphbuild.rdf.literals import day, decimal, french, plain
from graphbuild.rdf.vocabulary import GB, SEM
from graphbuild.rdf.world import Proposition, Triple, World

VALENCES = {1: GB.Cooperation, -1: GB.Conflict, 0: GB.Neutral}
_EDGES = {1: GB.cooperatedWith, -1: GB.opposed}
_RELATION_EDGES = {"LEADS": GB.leads, "MEMBER": GB.memberOf}


def is_fact(event: Event) -> bool:
    """Tell whether the article says it happened (affirmed, certain, not to come, no hearsay) and is read surely."""
    return event.factuality == "asserted" and event.attribution is None and event.confidence >= SURE


@dataclass(slots=True)
class Support:
    """What speaks for one event: the claims that assert it, and how strong each of them makes it."""

    claims: list[URIRef] = field(default_factory=list)
    intensities: list[float] = field(default_factory=list)


def fact(world: World, content: Proposition, support: Support) -> Iterator[Triple]:
    """Yield the statements about one event and the direct edges between its actors."""
    me = content.iri(world.minter, "event")
    yield me, RDF.type, SEM.Event
    yield me, SEM.eventType, event_type(content.type)
    yield me, GB.valence, VALENCES[sign_of(content.type)]
    yield me, GB.symmetric, Literal(content.symmetric)
    yield me, GB.intensity, decimal(math.fsum(support.intensities) / len(support.intensities))
    yield me, GB.about, content.iri(world.minter, "proposition")
    yield from ((me, GB.initiator, actor) for actor in content.initiators)
    yield from ((me, GB.target, actor) for actor in content.targets)
    yield from ((me, GB.supportedBy, claim) for claim in support.claims)
    yield from _circumstances(me, content)
    yield from _edges(content)


def _circumstances(me: URIRef, content: Proposition) -> Iterator[Triple]:
    if content.when.earliest:
        yield me, SEM.hasEarliestBeginTimeStamp, day(content.when.earliest)
    if content.when.latest:
        yield me, SEM.hasLatestEndTimeStamp, day(content.when.latest)
    if content.when.basis:
        yield me, GB.timeBasis, content.when.basis
    if content.place:
        yield me, SEM.hasPlace, content.place


def _edges(content: Proposition) -> Iterator[Triple]:
    edge = _RELATION_EDGES.get(content.type) or _EDGES.get(sign_of(content.type))
    for initiator, target in product(content.initiators, content.targets):
        if edge and initiator != target:
            yield initiator, edge, target
            if content.symmetric:
                yield target, edge, initiator


def actor(world: World, who: Actor) -> Iterator[Triple]:
    """Yield the statements about one actor."""
    me = world.who(who.id)
    yield me, RDF.type, SEM.Actor
    yield me, RDFS.label, french(who.name)
    if who.kind:
        yield me, GB.kind, plain(who.kind)
    if who.state and world.who(who.state) != me:
        yield me, GB.actsFor, world.who(who.state)
    qid = wikidata(who)
    if qid:
        yield me, SKOS.exactMatch, entity(qid)


def place(world: World, where: Named) -> Iterator[Triple]:
    """Yield the statements about one place."""
    me = world.minter.place(where)
    yield me, RDF.type, SEM.Place
    yield me, RDFS.label, french(where.name)
