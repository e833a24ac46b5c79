"""RDF 1.2: each claim also reifies the statement it is about, which stays unasserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, product

import pyoxigraph as ox
from rdflib.namespace import RDF

from graphbuild.model import EVENT_TYPES
from graphbuild.rdf.facts import edge_of
from graphbuild.rdf.iris import event_type
from graphbuild.rdf.vocabulary import GB

_REIFIES = ox.NamedNode(f"{RDF}reifies")
_EDGES = {str(event_type(type_)): edge_of(type_) for type_ in EVENT_TYPES}


def reifying(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Yield the quads, which come by subject, and after each claim what it reifies."""
    for subject, group in groupby(quads, key=lambda quad: quad.subject):
        found = list(group)
        yield from found
        types, initiators, targets = (_values(found, name) for name in ("claimType", "claimInitiator", "claimTarget"))
        for type_, initiator, target in product(types, initiators, targets):
            edge = _EDGES[type_.value]
            if edge is not None:
                said = ox.Triple(initiator, ox.NamedNode(edge), target)
                yield ox.Quad(subject, _REIFIES, said, found[0].graph_name)


def _values(found: Iterable[ox.Quad], name: str) -> list[ox.NamedNode]:
    predicate = ox.NamedNode(GB[name])
    return [q.object for q in found if q.predicate == predicate and isinstance(q.object, ox.NamedNode)]
