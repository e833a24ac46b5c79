"""Where the actors of the graph stand and to which bloc they belong: once for the best-attested, once for many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graphbuild.alliances import Blocs, blocs, choose, ranking, ties
from graphbuild.draw.layout import positions

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]

FEW, MANY = 30, 150
SHEET = (16.0, 10.0)
_REACH = {FEW: 0.55, MANY: 0.25}


def levels(sure: nx.Graph, every: nx.Graph, number: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return the two choices of actors; `number` gives the place of an actor in the page.

    The first holds the actors of the picture, from the `sure` dyads; the second adds the best-attested of `every` one,
    groups without a name included. Places are shares of the width and the height.
    """
    core = choose(sure, FEW)
    first = set(core)
    rank = ranking(every)
    more = sorted((actor for actor in every if actor not in first), key=rank.__getitem__)[: MANY - len(first)]
    wide = _tied(every, [*sorted(first), *more])
    known = sure.subgraph(wide)
    return [_level(core, blocs(core), number, FEW), _level(wide, blocs(known), number, MANY)]


def _tied(dyads: nx.Graph, actors: Sequence[str]) -> nx.Graph:
    """Return the graph between these actors, without those whom nothing joins to another."""
    among = dyads.subgraph(actors)
    return among.subgraph([actor for actor in sorted(among) if any(other != actor for other in among[actor])])


def _level(dyads: nx.Graph, found: Blocs, number: Mapping[str, int], most: int) -> dict[str, Any]:
    """Return the actors as [number, x, y, bloc, whether of its core]; the bloc is -1 where there is none."""
    rank = ranking(dyads)
    actors = sorted(dyads, key=rank.__getitem__)
    cores = {actor: place for place, members in enumerate(found.members) for actor in members}
    bloc = cores | dict(zip(found.wavering, found.leaning, strict=True))
    reach = [_REACH[most]] * len(actors)
    where = positions(actors, ties(dyads), bloc, radii=reach, size=SHEET, seed=0)
    shares = {a: [round(place / size, 4) for place, size in zip(where[a], SHEET, strict=True)] for a in actors}
    placed = [[number[a], *shares[a], bloc.get(a, -1), int(a in cores)] for a in actors]
    return {"actors": placed, "cores": len(found.members), "blocs": max(bloc.values(), default=-1) + 1}
