"""How far a split hangs on single articles: the articles are drawn again and again, and the split is made anew."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, NamedTuple

import networkx as nx  # type: ignore[import-untyped, unused-ignore]
import numpy as np

from graphbuild.alliances.partition import best, gain_of

STARTS = 3  # for each draw; the split of all articles gets more


class Witness(NamedTuple):
    """One action that takes a side, and the articles that tell it."""

    first: int
    second: int
    side: str
    articles: tuple[str, ...]


def witnesses(dyads: nx.Graph, actors: Sequence[str]) -> list[Witness]:
    """Return all actions that take a side.

    Where a graph carries only counts, nobody knows which article tells what: each action then stands in one of its own.
    """
    place = {actor: number for number, actor in enumerate(actors)}
    found: list[Witness] = []
    for *pair, data in dyads.subgraph(actors).edges(data=True):
        first, second = sorted(place[actor] for actor in pair)
        if "happenings" in data:
            told = [(happening.side, happening.articles) for happening in data["happenings"]]
        else:
            sides = [side for side in ("friendly", "hostile") for _ in range(data.get(side, 0))]
            told = [(side, (f"{first} {second} {number}",)) for number, side in enumerate(sides)]
        found += [Witness(first, second, side, articles) for side, articles in told if side != "contact"]
    return sorted(found)


def agreement(dyads: nx.Graph, actors: Sequence[str], *, resamples: int = 100, seed: int = 0) -> Any:
    """Return how often each two actors fall into one camp when the articles are drawn anew, with replacement (0…1).

    This is a bootstrap of articles, not of actions: what one article tells comes and goes together. An actor that a
    draw knows nothing of stands alone in it.
    """
    found = witnesses(dyads, actors)
    names = sorted({article for witness in found for article in witness.articles})
    together = np.zeros((len(actors), len(actors)))
    if not names:
        return together
    place = {name: number for number, name in enumerate(names)}
    ends = np.array([(witness.first, witness.second) for witness in found])
    friendly = np.array([witness.side == "friendly" for witness in found])
    flat = np.array([place[article] for witness in found for article in witness.articles])
    starts = np.cumsum([0, *(len(witness.articles) for witness in found[:-1])])
    chance = Random(seed)
    for number in range(resamples):
        drawn = np.zeros(len(names), dtype=bool)
        drawn[chance.choices(range(len(names)), k=len(names))] = True
        told = np.logical_or.reduceat(drawn[flat], starts)
        layers = (_counts(ends[told & side], len(actors)) for side in (friendly, ~friendly))
        labels = np.array(best(gain_of(*layers), STARTS, seed + number))
        together += np.equal.outer(labels, labels)
    return together / resamples


def _counts(ends: Any, size: int) -> Any:
    counts = np.zeros((size, size))
    np.add.at(counts, (ends[:, 0], ends[:, 1]), 1)
    return counts
