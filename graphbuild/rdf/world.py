"""What a statement needs to know besides its own event: who the actors are, and what counts as the same event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rdflib import URIRef
from rdflib.term import Node

from graphbuild.model import RELATIONS, Actor, Argument, Article, Event, Named
from graphbuild.rdf.iris import Minter
from graphbuild.rdf.vocabulary import GB
from graphbuild.rdfsettings import Settings
from graphbuild.timespan import bounds

Triple = tuple[URIRef, URIRef, Node]


@dataclass(frozen=True)
class World:
    """The actors of one export, and what has been spoken of so far.

    `cast` are the actors of the source, `known` those of the actor tables; `strays` collects who stands in neither,
    `spoken` who of `known` is spoken of, `places` the places: to be described once, at the end.
    """

    settings: Settings
    minter: Minter
    program: str
    cast: Mapping[str, Actor]
    known: Mapping[str, Actor]
    strays: dict[str, Actor] = field(default_factory=dict)
    spoken: dict[str, Actor] = field(default_factory=dict)
    places: dict[str, Named] = field(default_factory=dict)
    _iris: dict[str, URIRef] = field(default_factory=dict)
    _ids: dict[URIRef, str] = field(default_factory=dict)

    def actor(self, id_: str) -> Actor | None:
        """Return the actor with this id, the source's own before that of the tables."""
        return self.cast.get(id_) or self.known.get(id_)

    def who(self, id_: str) -> URIRef:
        """Return the IRI of the actor with this id."""
        if id_ not in self._iris:
            iri = self._iris[id_] = self.minter.actor(self.actor(id_) or Named(id_, id_))
            self._ids[iri] = min(id_, self._ids.get(iri, id_))
            if id_ not in self.cast and id_ in self.known:
                self.spoken[id_] = self.known[id_]
        return self._iris[id_]

    def everyone(self) -> list[Actor]:
        """Return all actors known or spoken of so far."""
        return [*self.cast.values(), *self.strays.values(), *self.spoken.values()]

    def bearer(self, iri: URIRef) -> Actor:
        """Return the actor with this IRI; it must have been spoken of."""
        id_ = self._ids[iri]
        return self.actor(id_) or self.strays.get(id_) or Actor(id_, id_, "")

    def side(self, arguments: tuple[Argument, ...]) -> tuple[URIRef, ...]:
        """Return the actors on one side, each once."""
        for argument in arguments:
            self.notice(Actor(argument.id, argument.name, argument.kind))
        return tuple(sorted({self.who(argument.id) for argument in arguments}))

    def notice(self, who: Actor) -> None:
        """Remember whom only the events know, by the least of the names they give."""
        if not self.actor(who.id):
            named = (self.strays.get(who.id, who), who)
            self.strays[who.id] = min(named, key=lambda actor: (not actor.kind, actor.name, actor.kind))

    def said_by(self, source: Named) -> URIRef:
        """Return the IRI of whom an article names as its source."""
        self.notice(Actor(source.id, source.name, ""))
        return self.who(source.id)

    def where(self, place: Named) -> URIRef:
        """Return the IRI of a place."""
        named = (self.places.get(place.id, place), place)
        self.places[place.id] = min(named, key=lambda place: place.name)
        return self.minter.place(place)


class When(NamedTuple):
    """The days that an event lies between, and how they are known."""

    earliest: str | None = None
    latest: str | None = None
    basis: URIRef | None = None


class Proposition(NamedTuple):
    """What is affirmed or denied. Two sentences that agree in all of this speak of the same event."""

    type: str
    symmetric: bool
    initiators: tuple[URIRef, ...]
    targets: tuple[URIRef, ...]
    when: When
    place: URIRef | None

    def iri(self, minter: Minter, kind: str) -> URIRef:
        """Return its IRI, as a `proposition` or as an `event`."""
        return minter.happening(kind, self.type, *(self._local(part, minter) for part in self[1:]))

    @staticmethod
    def _local(part: object, minter: Minter) -> object:
        """Leave the base out of the hash: the same event keeps its key wherever the graph is published."""
        if isinstance(part, tuple):
            return tuple(Proposition._local(item, minter) for item in part)
        return part.removeprefix(minter.base) if isinstance(part, str) else part


def proposition(world: World, article: Article, event: Event) -> Proposition:
    """Return what the event affirms or denies. Without direction, the two sides stand in a fixed order."""
    sides = [world.side(event.source), world.side(event.target)]
    if event.symmetric:
        sides.sort()
    place = world.where(event.place) if event.place else None
    return Proposition(event.type, event.symmetric, sides[0], sides[1], when(article, event), place)


def when(article: Article, event: Event) -> When:
    """Return the days that the text states; else that a past event is no younger than its article."""
    stated = bounds(event.time)
    if stated:
        return When(*stated, GB.StatedDate)
    published = bounds(article.date)
    if published and event.factuality in ("asserted", "negated") and event.type not in RELATIONS:
        return When(None, published[1], GB.PublicationDate)
    return When()
