"""Who and where: actors, the offices that the tables know them to hold, and places, each described once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rdflib import URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, RDF, RDFS, SKOS

from graphbuild.lexicon.actors import Role
from graphbuild.model import Actor, Named
from graphbuild.rdf.iris import entity, wikidata
from graphbuild.rdf.literals import day, french, plain
from graphbuild.rdf.vocabulary import GB, SEM
from graphbuild.rdf.world import Triple, World
from graphbuild.timespan import bounds

_CLASSES = {
    "person": FOAF.Person,
    "state": ORG.Organization,
    "organisation": ORG.Organization,
    "people": FOAF.Group,
    "group": FOAF.Group,
}


def described(world: World, roles: Mapping[str, Iterable[Role]]) -> Iterator[Triple]:
    """Yield the statements about every actor, office and place that has been spoken of."""
    told: set[str] = set()
    done: set[URIRef] = set()
    # whom one acts for and what one heads may be bodies that no article named
    while new := [who for who in world.everyone() if who.id not in told]:
        iris = {who.id: world.who(who.id) for who in new}
        for who in new:
            told.add(who.id)
            me = iris[who.id]
            if me not in done:  # two records may be of one entity
                done.add(me)
                yield from _actor(world, world.bearer(me), me)
            if who.id in world.cast:
                for role in roles.get(who.id, ()):
                    yield from _office(world, role)
    for place in world.places.values():
        yield from _place(world, place)


def _actor(world: World, who: Actor, me: URIRef) -> Iterator[Triple]:
    yield me, RDF.type, SEM.Actor
    yield me, RDFS.label, french(who.name)
    yield me, DCTERMS.identifier, plain(who.id)
    if who.kind:
        yield me, GB.kind, plain(who.kind)
    if who.kind in _CLASSES:
        yield me, RDF.type, _CLASSES[who.kind]
    if who.state and world.who(who.state) != me:
        world.notice(Actor(who.state, who.state, "state"))
        yield me, GB.actsFor, world.who(who.state)
    qid = wikidata(who)
    if qid:
        yield me, SKOS.exactMatch, entity(qid)


def _office(world: World, role: Role) -> Iterator[Triple]:
    me = world.minter.membership(role.person, role.title, role.body, role.start)
    kind = world.minter.role(role.title)
    yield me, RDF.type, ORG.Membership
    yield me, ORG.member, world.who(role.person)
    yield me, ORG.organization, world.who(role.body)
    yield me, ORG.role, kind
    start, end = bounds(role.start), bounds(role.end)
    if start:
        yield me, GB.heldFrom, day(start[0])
    if end:
        yield me, GB.heldUntil, day(end[1])
    yield kind, RDF.type, ORG.Role
    yield kind, SKOS.prefLabel, french(role.title)


def _place(world: World, where: Named) -> Iterator[Triple]:
    me = world.minter.place(where)
    yield me, RDF.type, SEM.Place
    yield me, RDFS.label, french(where.name)
    yield me, DCTERMS.identifier, plain(where.id)
    state = world.actor(where.id)
    qid = wikidata(state) if state and state.kind == "state" else None
    if qid:
        yield me, SKOS.exactMatch, entity(qid)
