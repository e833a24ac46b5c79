"""What only all claims together tell: how strong an event is, what it is called, and what joins two actors.

The claims are counted on disk, so that memory stays flat.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from rdflib import URIRef
from rdflib.namespace import RDF, RDFS

from graphbuild.model import Article, Event, sign_of
from graphbuild.rdf.iris import event_type
from graphbuild.rdf.literals import count, day, decimal, french
from graphbuild.rdf.ontology import labels
from graphbuild.rdf.vocabulary import GB
from graphbuild.rdf.world import Proposition, Triple, World
from graphbuild.timespan import bounds

_TABLES = """
CREATE TABLE support (event TEXT, type TEXT, symmetric INTEGER, initiators TEXT, targets TEXT, intensity REAL);
CREATE TABLE pair (one TEXT, other TEXT, event TEXT, sign INTEGER, first TEXT, last TEXT);
CREATE TABLE strength (event TEXT PRIMARY KEY, intensity REAL) WITHOUT ROWID;
"""
_PAIRS = """
SELECT one, other, event, sign, min(first), max(last), intensity FROM pair JOIN strength USING (event)
GROUP BY one, other, event ORDER BY one, other, event
"""


class Tally:
    """Counts the facts of one export in a scratch database."""

    def __init__(self, db: sqlite3.Connection, world: World) -> None:
        self._db = db
        self._world = world
        for statement in _TABLES.split(";"):
            db.execute(statement)

    def add(self, article: Article, event: Event, content: Proposition) -> None:
        """Count one claim that establishes an event."""
        me = str(content.iri(self._world.minter, "event"))
        sides = " ".join(content.initiators), " ".join(content.targets)
        row = (me, event.type, event.symmetric, *sides, event.intensity)
        self._db.execute("INSERT INTO support VALUES (?, ?, ?, ?, ?, ?)", row)
        first, last = bounds(event.time) or bounds(article.date) or (None, None)
        joined = {(min(a, b), max(a, b)) for a in content.initiators for b in content.targets if a != b}
        rows = [(one, other, me, sign_of(event.type), first, last) for one, other in sorted(joined)]
        self._db.executemany("INSERT INTO pair VALUES (?, ?, ?, ?, ?, ?)", rows)

    def events(self) -> Iterator[Triple]:
        """Yield label and mean intensity of each event."""
        rows = self._db.execute("SELECT * FROM support ORDER BY event")
        for event, claims in groupby(rows, key=itemgetter(0)):
            found = list(claims)
            intensity = math.fsum(row[5] for row in found) / len(found)
            self._db.execute("INSERT INTO strength VALUES (?, ?)", (event, intensity))
            yield URIRef(event), RDFS.label, french(self._label(*found[0][1:5]))
            yield URIRef(event), GB.intensity, decimal(intensity)

    def dyads(self) -> Iterator[Triple]:
        """Yield the statements about each pair of actors. Ask after `events` has been read to its end."""
        for (one, other), rows in groupby(self._db.execute(_PAIRS), key=itemgetter(0, 1)):
            yield from self._dyad(URIRef(one), URIRef(other), list(rows))

    def _dyad(self, one: URIRef, other: URIRef, rows: list[tuple[Any, ...]]) -> Iterator[Triple]:
        me = self._world.minter.dyad(one, other)
        names = sorted(self._world.bearer(iri).name for iri in (one, other))
        yield me, RDF.type, GB.Dyad
        yield me, RDFS.label, french(" – ".join(names))
        yield me, GB.dyadActor, one
        yield me, GB.dyadActor, other
        yield from ((me, GB.dyadEvent, URIRef(row[2])) for row in rows)
        for sign, predicate in ((1, GB.friendlyEvents), (-1, GB.hostileEvents), (0, GB.neutralEvents)):
            yield me, predicate, count(sum(row[3] == sign for row in rows))
        yield me, GB.summedIntensity, decimal(math.fsum(row[6] for row in rows))
        days = [row[4:6] for row in rows if row[4]]
        if days:
            yield me, GB.firstDay, day(min(first for first, _ in days))
            yield me, GB.lastDay, day(max(last for _, last in days))

    def _label(self, type_: str, symmetric: bool, initiators: str, targets: str) -> str:
        sides = (self._names(iris.split()) for iris in (initiators, targets))
        return f"{(' ↔ ' if symmetric else ' → ').join(sides)} : {labels()[event_type(type_)]}"

    def _names(self, iris: Iterable[str]) -> str:
        return ", ".join(sorted(self._world.bearer(URIRef(iri)).name for iri in iris))
