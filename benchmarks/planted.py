"""Signed networks with known blocs: what a method of clustering has to find again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from math import comb
from random import Random

import networkx as nx


@dataclass(frozen=True)
class Setting:
    """`density` is the share of pairs that have a tie, `noise` the share of ties with the wrong sign."""

    actors: int
    blocs: int
    density: float
    noise: float
    least: float  # the adjusted Rand index to reach, as the mean of GRAPHS graphs


GRAPHS = 5
SETTINGS = {
    "clear": Setting(60, 3, 0.20, 0.10, 0.90),
    "thin": Setting(60, 4, 0.20, 0.12, 0.55),
    "noisy": Setting(80, 4, 0.20, 0.15, 0.70),
    "many": Setting(100, 5, 0.20, 0.12, 0.85),
}


def planted(setting: Setting, seed: int) -> tuple[nx.Graph, dict[str, int]]:
    """Return a network, one action a tie, and the bloc of each actor."""
    chance = Random(seed)
    home = {f"{number:03}": number % setting.blocs for number in range(setting.actors)}
    graph = nx.Graph()
    graph.add_nodes_from(home)
    for one, other in combinations(home, 2):
        if chance.random() < setting.density:
            friend = (home[one] == home[other]) != (chance.random() < setting.noise)
            graph.add_edge(one, other, friendly=int(friend), hostile=int(not friend))
    return graph, home


def adjusted_rand(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """Return how far two partitions agree beyond chance (Hubert and Arabie 1985): 1 the same, 0 as by chance."""
    same = sum(comb(count, 2) for count in Counter((one[actor], other[actor]) for actor in one).values())
    first, second = (sum(comb(count, 2) for count in Counter(part.values()).values()) for part in (one, other))
    by_chance = first * second / comb(len(one), 2)
    return (same - by_chance) / ((first + second) / 2 - by_chance)
