"""How far a network is from two camps: the fewest ties that any split in two leaves wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp
from random import Random

import networkx as nx  # type: ignore[import-untyped, unused-ignore]

from graphbuild.alliances.signs import signed

EXACT_TIES = 200  # in one part of the network that holds together twice: seconds; beyond, minutes
STARTS, SWEEPS, HEAT = 10, 60, 2.0

Split = dict[str, bool]


@dataclass(frozen=True, slots=True)
class Frustration:
    """The frustration index.

    `index` counts the ties that the best split in two camps found leaves wrong: friends apart or enemies together.
    `status` is "exact", or "heuristic" where a better split may exist; none leaves fewer than `at_least` wrong. `of` is
    the number of ties, `wrong` names them, `camps` are the two camps of each connected part.
    """

    index: int
    of: int
    status: str
    at_least: int
    wrong: tuple[tuple[str, str], ...]
    camps: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    @property
    def gap(self) -> float:
        """How far the index may be from the best, as a share of it (0…1)."""
        return (self.index - self.at_least) / self.index if self.index else 0.0


def frustration(dyads: nx.Graph, *, exact_ties: int = EXACT_TIES, seed: int = 0) -> Frustration:
    """Return the frustration index of the friendly and the hostile ties (Harary 1959); mixed and contacts stay out.

    Parts that hang on one actor alone are split on their own, which changes nothing (Aref and Wilson 2019). Each is
    solved as an integer program, or by simulated annealing where it has more than `exact_ties` ties.
    """
    graph = signed(dyads)
    wrong: list[tuple[str, str]] = []
    low, exact = 0, True
    for part in sorted(sorted(part) for part in nx.biconnected_components(graph)):
        block = graph.subgraph(part)
        if block.number_of_edges() < 3:
            continue
        found, bound = _solved(block, part, exact_ties, seed)
        wrong += found
        low += bound
        exact &= bound == len(found)
    camps = tuple(_camps(graph, wrong))
    status = "exact" if exact else "heuristic"
    return Frustration(len(wrong), graph.number_of_edges(), status, low, tuple(sorted(wrong)), camps)


def _solved(block: nx.Graph, actors: list[str], exact_ties: int, seed: int) -> tuple[list[tuple[str, str]], int]:
    """Return the wrong ties of the best split found, and how many any split leaves wrong at least."""
    found = _wrong(block, searched(block, actors, seed))
    low = _disjoint_triangles(block)
    if low < len(found) and block.number_of_edges() <= exact_ties:
        from graphbuild.alliances.program import program

        better, low = program(block, actors)
        found = min(found, _wrong(block, better), key=len)
    return found, low


def _wrong(graph: nx.Graph, split: Mapping[str, bool]) -> list[tuple[str, str]]:
    """Return the ties that a split leaves wrong."""
    ties = ((min(pair), max(pair), sign) for *pair, sign in graph.edges(data="sign"))
    return sorted((one, other) for one, other, sign in ties if (split[one] == split[other]) != (sign > 0))


def searched(graph: nx.Graph, actors: list[str], seed: int, starts: int = STARTS) -> Split:
    """Return the best split of several seeded runs of simulated annealing (Kirkpatrick et al. 1983)."""
    chance = Random(seed)
    found = (_annealed(graph, actors, chance) for _ in range(starts))
    return min(found, key=lambda split: len(_wrong(graph, split)))


def _annealed(graph: nx.Graph, actors: list[str], chance: Random) -> Split:
    """Change the camp of one actor after the other: where that mends ties, and ever less often where it breaks some."""
    ties = {actor: [(other, data["sign"]) for other, data in graph[actor].items()] for actor in actors}
    split = {actor: chance.random() < 0.5 for actor in actors}
    lead = {a: sum(sign if split[a] == split[b] else -sign for b, sign in ties[a]) for a in actors}
    for step in range(SWEEPS):
        heat = HEAT * (1 - step / (SWEEPS - 1)) ** 2
        for actor in actors:
            if lead[actor] < 0 or (heat and chance.random() < exp(-lead[actor] / heat)):
                split[actor] = camp = not split[actor]
                lead[actor] = -lead[actor]
                for other, sign in ties[actor]:
                    lead[other] += 2 * sign if split[other] == camp else -2 * sign
    return split


def _disjoint_triangles(graph: nx.Graph) -> int:
    """Count unbalanced triangles that share no tie: each leaves one tie wrong in any split."""
    near = {actor: set(graph[actor]) for actor in graph}
    used: set[frozenset[str]] = set()
    count = 0
    for one, other in sorted(tuple(sorted(pair)) for pair in graph.edges):
        for third in sorted(near[one] & near[other]):
            sides = [frozenset(pair) for pair in ((one, other), (one, third), (other, third))]
            product = graph[one][other]["sign"] * graph[one][third]["sign"] * graph[other][third]["sign"]
            if product < 0 and not used.intersection(sides):
                used.update(sides)
                count += 1
    return count


def _camps(graph: nx.Graph, wrong: Iterable[tuple[str, str]]) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the two camps of each part that the right ties join, the larger camp first."""
    right = graph.copy()
    right.remove_edges_from(wrong)
    for part in sorted(sorted(part) for part in nx.connected_components(right)):
        side = {part[0]: True}
        for one, other in nx.bfs_edges(right, part[0]):
            side[other] = side[one] == (right[one][other]["sign"] > 0)
        camps = (tuple(actor for actor in part if side[actor] is camp) for camp in (True, False))
        one, other = sorted(camps, key=lambda camp: (-len(camp), camp))
        yield one, other
