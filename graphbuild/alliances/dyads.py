"""What happened between actors → the graph of pairs, with friendly and hostile actions counted apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx  # type: ignore[import-untyped, unused-ignore]

from graphbuild.alliances.happenings import Happening
from graphbuild.graph import node_attributes
from graphbuild.model import Actor

EXAMPLES = 5


def pair_graph(cast: Mapping[str, Actor], mentions: Mapping[str, int], found: Iterable[Happening]) -> nx.Graph:
    """Return the graph of pairs.

    Nodes carry what graph.dyads gives them. Edges carry `friendly`, `hostile` and `contacts`, which count actions;
    `intensity`, their mean (-10…+10); `first` and `last`, the outermost days; `articles` and `outlets`, how many tell
    of those that take a side, or of contacts where none does; `events`, the ids of the surest examples; and
    `happenings`, the actions themselves.
    """
    graph = nx.Graph()
    for actor in cast.values():
        graph.add_node(actor.id, **node_attributes(actor, mentions.get(actor.id, 0)))
    between: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for happening in found:
        between[happening.pair].append(happening)
    for pair, shared in sorted(between.items()):
        graph.add_edge(*pair, **edge_attributes(shared))
    return graph


def edge_attributes(shared: list[Happening]) -> dict[str, Any]:
    """Return what an edge carries of the actions between its two actors."""
    telling = [happening for happening in shared if happening.side != "contact"] or shared
    days = [day for happening in shared if happening.days for day in happening.days]
    sides = [happening.side for happening in shared]
    return {
        "friendly": sides.count("friendly"),
        "hostile": sides.count("hostile"),
        "contacts": sides.count("contact"),
        "intensity": round(sum(happening.intensity for happening in shared) / len(shared), 6),
        "first": min(days, default=None),
        "last": max(days, default=None),
        "articles": len({article for happening in telling for article in happening.articles}),
        "outlets": len({outlet for happening in telling for outlet in happening.outlets}),
        "events": _examples(shared),
        "happenings": tuple(shared),
    }


def _examples(shared: list[Happening]) -> list[str]:
    """Return the surest event of each action, the actions that most articles tell first."""
    ranked = sorted(shared, key=lambda happening: (-len(happening.articles), happening.events[0]))
    return list(dict.fromkeys(happening.events[0] for happening in ranked))[:EXAMPLES]
