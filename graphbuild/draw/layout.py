"""Where actors stand: friends close together, nobody on top of another, the whole sheet used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import log2
from typing import Any

import networkx as nx  # type: ignore[import-untyped, unused-ignore]
import numpy as np
from numpy.typing import NDArray

from graphbuild.alliances import Tie

Points = NDArray[np.float64]

# A negative weight would blow the layout up, so conflict pulls too, but hardly: enemies stay on one sheet, apart.
CONFLICT_PULL = 0.05
ABROAD = 0.3
LONELY = 0.5  # a tie of someone who has no friend shown: there is no other place for it
GRAVITY = 0.02
EVENNESS = 0.45


def positions(
    actors: Sequence[str],
    ties: Sequence[Tie],
    blocs: Mapping[str, int],
    *,
    radii: Sequence[float],
    size: tuple[float, float],
    seed: int,
) -> dict[str, tuple[float, float]]:
    """Return a place for each actor on a sheet of this width and height; radii are in the same unit.

    Friendly ties pull, those within a bloc the most.
    """
    if not actors:
        return {}
    sheet, reach = np.array(size), np.array(radii)
    places = _spread(_upright(_springs(actors, ties, blocs, seed)), sheet, reach)
    places = _apart(places, sheet, reach)
    return {actor: (round(float(x), 4), round(float(y), 4)) for actor, (x, y) in zip(actors, places, strict=True)}


def _springs(actors: Sequence[str], ties: Sequence[Tie], blocs: Mapping[str, int], seed: int) -> Points:
    befriended = {actor for tie in ties if tie.friendly for actor in (tie.first, tie.second)}

    def pull(tie: Tie) -> float:
        home = tie.first in blocs and blocs[tie.first] == blocs.get(tie.second)
        least = CONFLICT_PULL if befriended.issuperset((tie.first, tie.second)) else LONELY
        return max(log2(1 + tie.friendly) * (1 if home else ABROAD), least)

    graph = nx.Graph()
    graph.add_nodes_from(actors)
    graph.add_weighted_edges_from((a, b, GRAVITY) for a, b in combinations(actors, 2))
    graph.add_weighted_edges_from((tie.first, tie.second, pull(tie)) for tie in ties)
    found: Mapping[str, Any] = nx.spring_layout(graph, weight="weight", seed=seed, iterations=300)
    return np.array([found[actor] for actor in actors])


def _upright(places: Points) -> Points:
    """Turn the cloud so that it is widest from left to right, the first actor on the left and above."""
    centred = places - places.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned: Points = centred @ axes[:, ::-1]
    return turned * np.where(turned[0] * (-1, 1) < 0, -1, 1)


def _spread(places: Points, sheet: Points, reach: Points) -> Points:
    """Fill the sheet, and stretch what is crowded at the expense of what is empty."""
    span = np.ptp(places, axis=0)
    even = places.argsort(axis=0).argsort(axis=0) / max(len(places) - 1, 1)
    share = np.where(span > 0, (places - places.min(axis=0)) / np.where(span > 0, span, 1), 0.5)
    blend = (1 - EVENNESS) * share + EVENNESS * np.where(span > 0, even, 0.5)
    margin = reach.max()
    spread: Points = margin + blend * (sheet - 2 * margin)
    return spread


def _apart(places: Points, sheet: Points, reach: Points) -> Points:
    """Push actors that are too close away from each other until none is, or a fair number of rounds is over."""
    room = np.sqrt(sheet.prod() / len(places)) * 0.62
    wanted = np.maximum(reach[:, None] + reach[None, :], room)
    spots: Points = places.T
    for _ in range(200):
        away = [np.subtract.outer(-axis, -axis) for axis in spots]  # from row to column
        distance = np.sqrt(away[0] ** 2 + away[1] ** 2) + 1e-9
        np.fill_diagonal(distance, np.inf)
        lack = np.clip(wanted - distance, 0, None)
        if not lack.any():
            break
        pushed = [axis + 0.3 * (gap / distance * lack).sum(axis=0) for axis, gap in zip(spots, away, strict=True)]
        spots = np.array([np.clip(axis, reach, side - reach) for axis, side in zip(pushed, sheet, strict=True)])
    return spots.T
