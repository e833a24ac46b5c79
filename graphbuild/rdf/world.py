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
from graphbuild.timespan import bounds

Triple = tuple[URIRef, URIRef, Node]


@dataclass(frozen=True)
class World:
    """The minter and the actors of one export."""

    minter: Minter
    cast: Mapping[str, Actor]
    _iris: dict[str, URIRef] = field(default_factory=dict)

    def who(self, id_: str) -> URIRef:
        """Return the IRI of the actor with this id."""
        if id_ not in self._iris:
            self._iris[id_] = self.minter.actor(self.cast.get(id_) or Named(id_, id_))
        return self._iris[id_]

    def side(self, arguments: tuple[Argument, ...]) -> tuple[URIRef, ...]:
        """Return the actors on one side, each once."""
        return tuple(sorted({self.who(argument.id) for argument in arguments}))


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
            return [Proposition._local(item, minter) for item in part]
        return part.removeprefix(minter.base) if isinstance(part, str) else part


def proposition(world: World, article: Article, event: Event) -> Proposition:
    """Return what the event affirms or denies. Without direction, the two sides stand in a fixed order."""
    sides = [world.side(event.source), world.side(event.target)]
    if event.symmetric:
        sides.sort()
    place = world.minter.place(event.place) if event.place else None
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
